"""How long the forecast of a case takes, against the same arithmetic written by hand in NumPy."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.by_hand import Array, Range, evaluate, values
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
    differences(case)
    program, ready, cohorts = case.graph.program(), forecast(case), _cohorts(case)
    inputs = {_short(name): ready.inputs[name][:, 0] for name in case.assumptions}
    whole = _interleaved(lambda: forecast(case), lambda: evaluate(_drawn(case), cohorts, MONTHS))
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


def differences(case: Case) -> dict[str, float]:
    """Return how far the two ways are apart, by figure, in parts of its largest value.

    Raises
    ------
    RuntimeError
        When one is more than 1e-9: times of different arithmetic cannot be compared.
    """
    engine = forecast(case)
    apart: dict[str, float] = {}
    for name, mine in evaluate(_drawn(case), _cohorts(case), MONTHS)._asdict().items():
        theirs = engine[name].draws.T
        if theirs.shape != np.atleast_2d(mine).shape:
            raise RuntimeError(f"{name}: shape {theirs.shape} in the engine, {np.shape(mine)} by hand")
        apart[name] = float(np.max(np.abs(theirs - mine)) / np.max(np.abs(mine)))
    if max(apart.values()) > 1e-9:
        raise RuntimeError(f"the engine and the arithmetic by hand differ: {apart}")
    return apart


def _drawn(case: Case) -> dict[str, Array | float]:
    return {
        _short(a.name): values(Range(a.low, a.likely, a.high, *a.bounds), probabilities(a.name, DRAWS, SEED))
        for a in case.assumptions.values()
    }


def _cohorts(case: Case) -> tuple[tuple[float, int], ...]:
    count = sum(name.endswith(".people") for name in case.plan)
    return tuple((case.plan[f"cohort_{k}.people"], int(case.plan[f"cohort_{k}.start"])) for k in range(1, count + 1))


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
