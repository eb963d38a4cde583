"""A workbook server for a test: started as people start it, on a free port, stopped at the end."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat

from ldcase.pages.server import hold_port

SECONDS = 90
"""How long a server may take to answer; a busy machine needs a while to import it."""


def free_port(first: int) -> int:
    """A port of this machine that nobody uses at the moment, for a server that is not ours."""
    port, sockets = hold_port("127.0.0.1", first)
    for each in sockets:
        each.close()
    return port


@dataclass(frozen=True)
class Served:
    """A running server: its address with the last slash, its process, and the file with what it said."""

    address: str
    process: subprocess.Popen[str]
    log: Path


@contextmanager
def served(log: Path, *options: str, **variables: str) -> Iterator[Served]:
    """Run ``ldcase app`` with these options and environment variables until the block ends."""
    command = [sys.executable, "-m", "ldcase.cli", "app", "--no-browser", *options]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env={**os.environ, **variables}
        )
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    said = process.stdout

    def listen() -> None:
        for line in said:
            lines.put(line)

    threading.Thread(target=listen, daemon=True).start()
    try:
        line = lines.get(timeout=SECONDS)
        found = re.search(r"http://\S+", line)
        assert found, line
        yield Served(found.group(), process, log)
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


def write_pitch(folder: Path, code: str) -> None:
    """Write a notebook ``pitch.ipynb`` whose one cell is `code`."""
    cells = [nbformat.v4.new_markdown_cell("# A page"), nbformat.v4.new_code_cell(code)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    folder.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "pitch.ipynb")
