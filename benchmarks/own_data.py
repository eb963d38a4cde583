"""How long a large list of people takes to be read, checked and summarised, against reading it and grouping it once."""

from __future__ import annotations

import csv
import io
import statistics
import time
from collections.abc import Callable
from datetime import date

import numpy as np

from benchmarks.table import Row
from ldcase.intake.files import read
from ldcase.intake.mapping import guessed
from ldcase.intake.summary import About, Summary, summary
from ldcase.intake.table import table

ROWS = 200_000
TODAY = date(2027, 1, 4)
REPETITIONS = 7


def people(rows: int = ROWS) -> bytes:
    """A list of people with a faulty date in every thousandth row."""
    rng = np.random.default_rng(20270101)
    start = np.datetime64("2016-01-01") + rng.integers(0, 3900, rows)
    leave = start + rng.integers(30, 3000, rows)
    left = (rng.random(rows) < 0.4) & (leave < np.datetime64("2026-12-31"))
    teams = rng.integers(0, 400, rows)
    pay = rng.integers(20_000, 99_000, rows)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("employee id", "team", "site", "start date", "leaving date", "pay", "grade", "contract"))
    for k in range(rows):
        day = "soon" if k % 1000 == 999 else str(start[k])
        last = str(leave[k]) if left[k] else ""
        site, contract = f"Site {teams[k] % 40}", "part time" if k % 5 == 0 else "full time"
        writer.writerow((f"E{k:06}", f"Team {teams[k]:03}", site, day, last, pay[k], teams[k] % 9, contract))
    return stream.getvalue().encode()


def understood(content: bytes) -> Summary:
    """All that the page does with a file before it shows it."""
    cells = table(read(content))
    return summary(cells, guessed(cells), About(TODAY, "turnover", "lower"))


def measure() -> tuple[Row, ...]:
    """Return the medians of interleaved repetitions."""
    import pandas as pd

    content = people()

    def by_hand() -> object:
        return pd.read_csv(io.BytesIO(content)).groupby("team")["pay"].mean()

    found = understood(content)
    if found.reading.report.rows_used != ROWS - ROWS // 1000:
        raise RuntimeError(found.reading.report.sentence)
    ours, theirs = _interleaved(lambda: understood(content), by_hand)
    what = f"{ROWS:,} people read, checked, summarised"
    return (
        Row(what, ours, "ms", ours / theirs, "× reading and grouping", "at most 3"),
        Row("  pandas.read_csv and one group-by", theirs, "ms"),
    )


def _interleaved(*ways: Callable[[], object]) -> tuple[float, ...]:
    times: list[list[float]] = [[] for _ in ways]
    for repetition in range(REPETITIONS + 1):
        for taken, way in zip(times, ways, strict=True):
            started = time.perf_counter()
            way()
            if repetition:
                taken.append(1000 * (time.perf_counter() - started))
    return tuple(statistics.median(each) for each in times)
