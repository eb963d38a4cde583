"""The programs the tests drive: a Chromium, LibreOffice Calc and Impress, Node.

`find` is what the tests use. Run as a script (by `make test`) it installs what is missing on Debian and Ubuntu when it
may, and otherwise says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Program:
    """One program: its names on the path, where else it may stand, and what to install."""

    title: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    debian: str
    elsewhere: str


PROGRAMS = {
    "chromium": Program(
        "Chromium",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
        (
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome",
            "~/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
            "~/AppData/Local/ms-playwright/chromium-*/chrome-win*/chrome.exe",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
        ),
        "chromium",
        "Chromium or Google Chrome (or: .venv/bin/playwright install chromium)",
    ),
    "soffice": Program(
        "LibreOffice Calc",
        ("soffice", "libreoffice"),
        ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe"),
        "libreoffice-calc",
        "LibreOffice",
    ),
    "impress": Program(
        "LibreOffice Impress",
        ("loimpress", "simpress"),
        ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/simpress.exe"),
        "libreoffice-impress",
        "LibreOffice",
    ),
    "node": Program(
        "Node.js", ("node", "nodejs"), ("C:/Program Files/nodejs/node.exe",), "nodejs", "Node.js 18 or newer"
    ),
}


def find(name: str) -> Path | None:
    """Where a program stands, by its name in `PROGRAMS`, or None. `LDCASE_CHROMIUM` (and so on) overrides it."""
    program = PROGRAMS[name]
    named = os.environ.get(f"LDCASE_{name.upper()}")
    if named:
        return Path(named)
    for found in map(shutil.which, program.names):
        if found:
            return Path(found)
    for place in program.places:
        path = Path(place).expanduser()
        anchor = Path(path.anchor or ".")
        pattern = str(path.relative_to(anchor)) if path.is_absolute() else str(path)
        found_files = sorted(anchor.glob(pattern))
        if found_files:
            return found_files[-1]
    return None


def main() -> None:
    """Install what is missing where that needs no question, else name it and stop."""
    missing = [PROGRAMS[name] for name in PROGRAMS if find(name) is None]
    packages = [program.debian for program in missing]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing for the tests: {', '.join(packages)} …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
        for command in (["apt-get", "update", "--quiet=2"], install):
            subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)
        missing = [PROGRAMS[name] for name in PROGRAMS if find(name) is None]
    if missing:
        lines = [f"The tests drive {program.title}, which was not found here." for program in missing]
        lines.append(
            "    do: on Debian and Ubuntu: sudo apt-get install " + " ".join(program.debian for program in missing)
        )
        lines.append("        elsewhere: install " + ", ".join(program.elsewhere for program in missing))
        sys.exit("\n".join(lines))


if __name__ == "__main__":
    main()
