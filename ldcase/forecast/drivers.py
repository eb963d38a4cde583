"""What matters: one assumption at a time, and what a step of a lever is worth.

Source: one-at-a-time sensitivity at P10 and P90 with the others at P50 (``methods.md`` § 14): explainable, blind to
interactions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Assumption, Case
from ldcase.forecast.configurations import MedianCase, Row

TARGET = "net_benefit"
"""What tornado, break-even and worth are about."""


@dataclass(frozen=True, slots=True)
class Driver:
    """How far one assumption moves the net benefit.

    ``low`` and ``high`` are its P10 and P90 (whole where only whole numbers make sense); ``at_low`` and ``at_high``
    the net benefit there in money, all others likely; ``likely`` is the net benefit in the median case.
    """

    name: str
    title: str
    low: float
    high: float
    at_low: float
    at_high: float
    likely: float

    @property
    def swing(self) -> float:
        """Width of the bar, money, never negative."""
        return abs(self.at_high - self.at_low)


def tornado(median: MedianCase) -> tuple[Driver, ...]:
    """Every assumption that is a range, widest swing first; equal swings keep the order of the case."""
    likely, *values = (float(value) for value in median.answer("tornado", _tornado_rows)[TARGET])
    drivers = [
        Driver(a.name, a.title, *_ends(a), values[2 * k], values[2 * k + 1], likely)
        for k, a in enumerate(_uncertain(median.case))
    ]
    return tuple(sorted(drivers, key=lambda driver: -driver.swing))


def _uncertain(case: Case) -> list[Assumption]:
    return [assumption for assumption in case.assumptions.values() if not assumption.fixed]


def _ends(assumption: Assumption) -> tuple[float, float]:
    low, high = assumption.low, assumption.high
    return (float(round(low)), float(round(high))) if assumption.whole else (float(low), float(high))


def _tornado_rows(case: Case) -> list[Row]:
    return [{}, *({a.name: end} for a in _uncertain(case) for end in _ends(a))]


def worth(median: MedianCase, steps: Mapping[str, float]) -> dict[str, float]:
    """What one step of each assumption changes, in money, in the median case.

    The step is taken upwards, or downwards (with the sign turned) where upwards would leave the bounds.
    """
    taken = dict(sorted(steps.items()))

    def rows(case: Case) -> list[Row]:
        there = {name: step for name, step in taken.items() if name in case.assumptions}  # an edit may take one away
        signed = {name: _sign(case.assumptions[name], step) * step for name, step in there.items()}
        return [{}, *({name: case.assumptions[name].likely + step} for name, step in signed.items())]

    likely, *values = (float(value) for value in median.answer(f"worth {taken}", rows)[TARGET])
    worths = zip(taken.items(), values, strict=True)
    return {name: _sign(median.case.assumptions[name], step) * (value - likely) for (name, step), value in worths}


def _sign(assumption: Assumption, step: float) -> float:
    upper = assumption.bounds[1]
    return 1.0 if upper is None or assumption.likely + step <= upper else -1.0
