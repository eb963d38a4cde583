"""How long each document takes and how large it is, for the bundled case that needs longest and for six metrics."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.six_metrics import six_metrics
from benchmarks.table import Row
from ldcase.case import Case, catalogue, load
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.making import made
from ldcase.exports.origin import origin
from ldcase.forecast import forecast

CASE = "line-supervisors"
"""The bundled case with the longest horizon, two metrics and four ways to act."""
MONTHS = 60
DAY = date(2027, 1, 4)
MEGABYTE = 2**20
LARGEST = {".pdf": 1, ".docx": 1, ".pptx": 2, ".xlsx": 2, ".html": 3}
"""Megabytes a document may have."""


def measure(data_root: Path) -> tuple[Row, ...]:
    """Return seconds and megabytes of each document, and the seconds of all; the programs are loaded before."""
    known = catalogue.load(data_root)
    bundled = load(data_root / "cases" / CASE, known)
    _documents(bundled)
    with TemporaryDirectory() as folder:
        large = six_metrics(data_root, known, Path(folder), MONTHS)
        return (*_rows(CASE, bundled), *_rows(f"six metrics, {MONTHS} months", large))


def _rows(title: str, case: Case) -> tuple[Row, ...]:
    found = _documents(case)
    rows = [Row(f"{title}: all documents", sum(seconds for seconds, _ in found.values()), "s", wanted="under 15 s")]
    for ending, (seconds, size) in found.items():
        rows.append(Row(f"  {ending}", seconds, "s", wanted="under 5 s"))
        rows.append(Row(f"  {ending}, size", size / MEGABYTE, "MB", wanted=f"under {LARGEST.get(ending, 1)} MB"))
    return tuple(rows)


def _documents(case: Case) -> dict[str, tuple[float, int]]:
    """Seconds and bytes of every document by its ending; each of a forecast nobody has asked anything yet."""
    found: dict[str, tuple[float, int]] = {}
    for ending, kind in KINDS.items():
        now = forecast(case)
        started = time.perf_counter()
        document = made(kind, now, origin(now, DAY), Options())
        found[ending] = time.perf_counter() - started, len(document.content)
    return found
