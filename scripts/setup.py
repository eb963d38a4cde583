"""Make the environment in `.venv` from the lock file, with nothing but Python 3.11 (run by `make`).

Every package comes in the version and with the hash of `requirements.lock`; the project itself is installed
editable, so a change of the code works at once. Running it again only does what is missing.
"""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
UV = PROGRAMS / ("uv.exe" if os.name == "nt" else "uv")

OLD_PYTHON = """This is Python {found}; the workbook needs 3.11 or newer.
    do: install a newer Python and name it: make PYTHON=python3.12 app"""
NO_VENV = """This Python cannot make an environment: its parts venv and pip are not installed.
    do: on Debian and Ubuntu: apt install python3-venv
        elsewhere: use the installer of python.org, or conda (README, “With conda”)"""
STOPPED = """Setting up stopped at: {command}
    do: look at the message above (most often: no network, or a proxy that is not set), then run make again."""


def run(*command: str | Path, **options: object) -> None:
    """Run one step and stop with a sentence, not a traceback, when it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT, **options).returncode:  # type: ignore[call-overload]
        sys.exit(STOPPED.format(command=" ".join(words)))


def make_environment() -> None:
    """Create `.venv` with pip in it; Debian leaves `ensurepip` out, a system pip can stand in for it."""
    print("Setting up the environment in .venv (once, a minute or two) …", flush=True)
    if find_spec("ensurepip"):
        run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
    elif find_spec("pip") and find_spec("venv"):
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", ENVIRONMENT)
        run(sys.executable, "-m", "pip", "--python", PYTHON, "install", "--quiet", "pip")
    else:
        sys.exit(NO_VENV)


def has_pip() -> bool:
    """Whether the environment is there and can install."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def settings_for_uv() -> dict[str, str]:
    """The process's variables, with what pip is told handed on: uv does not read pip's settings.

    These are a company's mirror and its certificates; beyond them the machine's own certificates are trusted, if it has
    any, as pip does it.
    """
    variables = dict(os.environ)
    for setting, name in (("index-url", "UV_DEFAULT_INDEX"), ("cert", "SSL_CERT_FILE")):
        told = os.environ.get(f"PIP_{setting.upper().replace('-', '_')}") or configured(f"global.{setting}")
        if told:
            variables.setdefault(name, told)
    paths = ssl.get_default_verify_paths()
    if os.name == "nt" or sys.platform == "darwin" or paths.cafile or (paths.capath and os.listdir(paths.capath)):
        variables.setdefault("UV_SYSTEM_CERTS", "true")
    return variables


def configured(setting: str) -> str:
    """A setting from pip's files, or nothing."""
    command = [str(PYTHON), "-m", "pip", "config", "get", setting]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def main() -> None:
    """Set up, step by step."""
    if sys.version_info < (3, 11):
        sys.exit(OLD_PYTHON.format(found=".".join(map(str, sys.version_info[:3]))))
    if not UV.exists():
        if not has_pip():  # nothing there yet, or a set-up that was interrupted
            make_environment()
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv>=0.13")
    install = (UV, "pip", "install", "--quiet", "--python", PYTHON)
    variables = settings_for_uv()
    run(*install, "--require-hashes", "--requirement", "requirements.lock", env=variables)
    # Built with the locked build backend: nothing is fetched that has no hash.
    run(
        *install, "--no-deps", "--no-build-isolation", "--reinstall-package", "ldcase", "--editable", ".", env=variables
    )


if __name__ == "__main__":
    main()
