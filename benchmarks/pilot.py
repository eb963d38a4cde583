"""How long the worth of a pilot at twenty sizes takes, as the page works it out: from the case to its gates."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from benchmarks.table import Row
from ldcase.case import Case, catalogue, load
from ldcase.forecast import forecast
from ldcase.pilot.design import Designed, designed
from ldcase.pilot.plan import plan
from ldcase.pilot.worth import SIZES

CASE = "line-supervisors"
"""The bundled case with the longest horizon, two metrics and four ways to act."""
REPETITIONS = 7


def worked_out(case: Case) -> Designed:
    """What the page does in a thread of its own when a pilot is changed: nothing is known from before."""
    planned = plan(case)
    if planned is None:
        raise RuntimeError("the case has no pilot")
    return designed(forecast(case), planned)


def measure(data_root: Path) -> tuple[Row, ...]:
    """Return the median and the longest of several repetitions."""
    case = load(data_root / "cases" / CASE, catalogue.load(data_root))
    found = worked_out(case)
    if len(found.worth.sizes) != SIZES:
        raise RuntimeError(f"{len(found.worth.sizes)} sizes")
    times = []
    for _ in range(REPETITIONS):
        started = time.perf_counter()
        worked_out(case)
        times.append(time.perf_counter() - started)
    return (
        Row(f"worth of a pilot at {SIZES} sizes, median", statistics.median(times), "s", wanted="under 3 s"),
        Row("  the longest of them", max(times), "s"),
    )
