"""How long the forecast of a case takes, against the same arithmetic written by hand in NumPy, and how it grows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks import by_hand
from benchmarks.by_hand import Array, Range, evaluate, values
from benchmarks.six_metrics import METRICS, six_metrics
from benchmarks.table import Row
from ldcase.case import Case, catalogue, load
from ldcase.forecast import forecast
from ldcase.forecast.draws import DRAWS, SEED, probabilities
from ldcase.forecast.information import information

CASE = "closing-the-sale"
"""The bundled case with the most arithmetic for one metric."""
MONTHS = 36
REPETITIONS = 41
GROWTH_REPETITIONS = 9
ByHand = Callable[[by_hand.Drawn], by_hand.Kinds]


def measure(data_root: Path) -> tuple[Row, ...]:
    """Return the medians of interleaved repetitions, after checking that both ways give the same figures."""
    modules = catalogue.load(data_root)
    case = load(data_root / "cases" / CASE, modules).edit("horizon", f"{MONTHS} months")
    with TemporaryDirectory() as folder:
        many = six_metrics(data_root, modules, Path(folder), MONTHS)
        few = [six_metrics(data_root, modules, Path(folder), MONTHS, count) for count in (1, 2, 3)]
        long = [six_metrics(data_root, modules, Path(folder), months) for months in (18, 72)]
        what = f"{len(METRICS)} metrics and {len(many.assumptions)} assumptions"
        return (
            *_against(case, by_hand.closing_the_sale, CASE),
            *_against(many, by_hand.six_metrics, what),
            _information(many),
            _growth("draws, 1,024 to 16,384", {draws: _run(many, draws) for draws in (1024, 4096, 16384)}),
            _growth("months, 18 to 72", {case.horizon: _run(case) for case in (long[0], many, long[1])}),
            _growth("metrics, 1 to 6", {len(case.metrics): _run(case) for case in (*few, many)}),
        )


def _against(case: Case, money_a_person: ByHand, name: str) -> tuple[Row, ...]:
    """Time a case and the same by hand: with the draws, and the formulas alone."""
    differences(case, money_a_person)
    program, ready, cohorts = case.graph.program(), forecast(case), _cohorts(case)
    inputs: Mapping[str, Array] = {name: ready.inputs[name][:, 0] for name in case.assumptions}
    whole = _interleaved(
        lambda: forecast(case),
        lambda: evaluate(_drawn(case), money_a_person, cohorts, MONTHS),
    )

    def figures() -> list[Array]:
        found = program.run(ready.inputs, MONTHS)
        return [found[figure] for figure in by_hand.Result._fields]

    formulas = _interleaved(
        figures,
        lambda: evaluate(inputs, money_a_person, cohorts, MONTHS),
    )
    what = f"{DRAWS:,} × {MONTHS}"
    return (
        Row(f"forecast of {name}, {what}", whole[0], "ms", whole[0] / whole[1], "× by hand", "at most 1.5"),
        Row("  the same by hand in NumPy", whole[1], "ms"),
        Row("  formulas alone, draws given", formulas[0], "ms", formulas[0] / formulas[1], "× by hand"),
        Row("  the same by hand in NumPy", formulas[1], "ms"),
    )


def _information(case: Case) -> Row:
    """Time the worth of knowing each assumption, against one forecast of the same case."""
    ready = forecast(case)
    worth, once = _interleaved(lambda: information(ready), lambda: forecast(case))
    uncertain = len(information(ready).assumptions)
    return Row(f"worth of knowing, {uncertain} assumptions", worth, "ms", worth / once, "× one forecast", "at most 10")


def _run(case: Case, draws: int = DRAWS) -> Callable[[], object]:
    return lambda: forecast(case, draws)


def _growth(against: str, ways: Mapping[int, Callable[[], object]]) -> Row:
    """The power with which the time of a forecast grows: 1 is linear, less means that some of it does not grow."""
    times = _interleaved(*ways.values(), repetitions=GROWTH_REPETITIONS)
    power = float(np.polyfit(np.log(list(ways)), np.log(times), 1)[0])
    return Row(f"growth of a forecast with {against}", power, "power", wanted="at most 1, linear")


def differences(case: Case, money_a_person: ByHand = by_hand.closing_the_sale) -> dict[str, float]:
    """Return how far the two ways are apart, by figure, in parts of its largest value.

    Raises
    ------
    RuntimeError
        When one is more than 1e-9: times of different arithmetic cannot be compared.
    """
    engine = forecast(case)
    apart: dict[str, float] = {}
    for name, mine in evaluate(_drawn(case), money_a_person, _cohorts(case), MONTHS)._asdict().items():
        theirs = engine[name].draws.T
        if theirs.shape != np.atleast_2d(mine).shape:
            raise RuntimeError(f"{name}: shape {theirs.shape} in the engine, {np.shape(mine)} by hand")
        apart[name] = float(np.max(np.abs(theirs - mine)) / np.max(np.abs(mine)))
    if max(apart.values()) > 1e-9:
        raise RuntimeError(f"the engine and the arithmetic by hand differ: {apart}")
    return apart


def _drawn(case: Case) -> dict[str, Array | float]:
    return {
        a.name: values(Range(a.low, a.likely, a.high, *a.bounds), probabilities(a.name, DRAWS, SEED))
        for a in case.assumptions.values()
    }


def _cohorts(case: Case) -> tuple[tuple[float, int], ...]:
    count = sum(name.endswith(".people") for name in case.plan)
    return tuple((case.plan[f"cohort_{k}.people"], int(case.plan[f"cohort_{k}.start"])) for k in range(1, count + 1))


def _interleaved(*ways: Callable[[], object], repetitions: int = REPETITIONS) -> Sequence[float]:
    """Return the median milliseconds of each, measured in turn so that a busy moment hits all of them."""
    times: list[list[float]] = [[] for _ in ways]
    for repetition in range(repetitions + 3):
        for taken, way in zip(times, ways, strict=True):
            started = time.perf_counter()
            way()
            if repetition >= 3:
                taken.append(1000 * (time.perf_counter() - started))
    return tuple(statistics.median(taken) for taken in times)
