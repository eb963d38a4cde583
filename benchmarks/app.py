"""Serving the workbook for a measurement: a server of its own, a workspace of its own, stopped at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import cpu_seconds, tree

ROOT = Path(__file__).resolve().parents[1]
ECHO = "from benchmarks import echo\n\necho.show()"


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it answers, and its process."""

    url: str
    pid: int

    def page(self, notebook: str, query: str = "") -> str:
        """Return the address of a notebook's page."""
        return f"{self.url}voila/render/{notebook}.ipynb{'?' + query if query else ''}"

    def settle(self, quiet: float = 1.5, patience: float = 90.0) -> None:
        """Wait until the server and its kernels have nothing to do, so that warm kernels are warm."""
        deadline = time.monotonic() + patience
        before, since = -1.0, time.monotonic()
        while time.monotonic() < deadline:
            now = sum(cpu_seconds(pid) for pid in tree(self.pid))
            if now - before > 0.05:
                before, since = now, time.monotonic()
            elif time.monotonic() - since > quiet:
                return
            time.sleep(0.2)
        raise RuntimeError("the server did not come to rest")


def notebook(code: str) -> str:
    """Return the text of a notebook with one cell of code."""
    cell: dict[str, object] = {"cell_type": "code", "id": "show", "metadata": {}, "outputs": [], "source": code}
    cell["execution_count"] = None
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return json.dumps({"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def folder(place: Path, **notebooks: str) -> Path:
    """Make a folder with these notebooks: name and code of the one cell."""
    place.mkdir(parents=True)
    for name, code in notebooks.items():
        (place / f"{name}.ipynb").write_text(notebook(code), encoding="utf-8")
    return place


def pitch_code() -> str:
    """Return the code of the project's own pitch notebook."""
    cells = json.loads((ROOT / "workbooks" / "pitch.ipynb").read_text(encoding="utf-8"))["cells"]
    return "".join(next(cell for cell in cells if cell["cell_type"] == "code")["source"])


@contextmanager
def served(notebooks: Path, options: Sequence[str] = ()) -> Iterator[Served]:
    """Run the workbook's server over a folder of notebooks until the block ends."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "LDCASE_DATA": str(ROOT / "data"),
        "LDCASE_WORKSPACE": f"sqlite:///{notebooks / 'workspace.db'}",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # people's Pythons keep what they compiled; measure the same
    command = [sys.executable, "-m", "ldcase.cli", "app", "--no-browser", f"--Voila.root_dir={notebooks}", *options]
    log = notebooks / "server.log"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command,
            cwd=notebooks,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if "http://" in line:
                url = "http://" + line.split("http://")[1].split()[0].split("?")[0]
                yield Served(url if url.endswith("/") else f"{url}/", process.pid)
                break
        else:
            raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        process.stdout.close()
