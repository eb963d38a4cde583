"""How long the forecast of a case takes, against the same arithmetic written by hand in NumPy."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.by_hand import Range, evaluate, values
from benchmarks.table import Row
from ldcase.case import Case, catalogue, load
from ldcase.forecast import forecast
from ldcase.forecast.draws import DRAWS, SEED, probabilities

CASE = "closing-the-sale"
"""The bundled case with the most uncertain assumptions, hence with the most arithmetic."""
MONTHS = 36
REPETITIONS = 41


def measure(data_root: Path) -> tuple[Row, ...]:
    """Return the medians of interleaved repetitions, after checking that both ways give the same figures."""
    case = load(data_root / "cases" / CASE, catalogue.load(data_root)).edit("horizon", f"{MONTHS} months")
    program = case.graph.program()
    cohorts = tuple((cohort.people or 0.0, int(cohort.start or 1)) for cohort in case.document.idea.cohorts)
    ranges = {_short(a.name): (a.name, Range(a.low, a.likely, a.high, *a.bounds)) for a in case.assumptions.values()}
    ready = forecast(case)
    inputs = {_short(name): ready.inputs[name][:, 0] for name in case.assumptions}

    def hand() -> object:
        draws = {short: values(range_, probabilities(name, DRAWS, SEED)) for short, (name, range_) in ranges.items()}
        return evaluate(draws, cohorts, MONTHS)

    _same(case)
    whole = _interleaved(lambda: forecast(case), hand)
    formulas = _interleaved(
        lambda: program.run(ready.inputs, MONTHS),
        lambda: evaluate(inputs, cohorts, MONTHS),
    )
    what = f"{DRAWS:,} draws × {MONTHS} months"
    return (
        Row(f"forecast of {CASE}, {what}", whole[0], "ms", whole[0] / whole[1], "× by hand", "at most 1.5"),
        Row("  the same by hand in NumPy", whole[1], "ms"),
        Row("formulas alone, draws given", formulas[0], "ms", formulas[0] / formulas[1], "× by hand"),
        Row("  the same by hand in NumPy", formulas[1], "ms"),
    )


def _same(case: Case) -> None:
    """Stop when the two ways differ by more than 1e-9 of the largest value, which would make the times worthless."""
    engine = forecast(case)
    cohorts = tuple((cohort.people or 0.0, int(cohort.start or 1)) for cohort in case.document.idea.cohorts)
    result = evaluate(
        {
            _short(a.name): values(Range(a.low, a.likely, a.high, *a.bounds), probabilities(a.name, DRAWS, SEED))
            for a in case.assumptions.values()
        },
        cohorts,
        MONTHS,
    )
    for name, mine in result._asdict().items():
        theirs = engine[name].draws.T
        assert np.shape(mine)[-1] == theirs.shape[-1] == DRAWS
        np.testing.assert_allclose(
            mine, theirs if mine.ndim == 2 else theirs[0], rtol=1e-9, atol=1e-9 * abs(mine).max()
        )


def _interleaved(*ways: Callable[[], object]) -> tuple[float, ...]:
    """Return the median milliseconds of each, measured in turn so that a busy moment hits all of them."""
    times: list[list[float]] = [[] for _ in ways]
    for repetition in range(REPETITIONS + 3):
        for taken, way in zip(times, ways, strict=True):
            started = time.perf_counter()
            way()
            if repetition >= 3:
                taken.append(1000 * (time.perf_counter() - started))
    return tuple(statistics.median(taken) for taken in times)


def _short(name: str) -> str:
    return name.rpartition(".")[2]
