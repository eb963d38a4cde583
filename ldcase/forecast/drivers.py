"""What matters: one assumption at a time, and what a step of a lever is worth.

Source: one-at-a-time sensitivity at P10 and P90 with the others at P50 (``methods.md`` § 14): explainable, blind to
interactions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.forecast.configurations import MedianCase

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
    uncertain = [a for a in median.case.assumptions.values() if not a.fixed]
    ends = [
        (float(round(a.low)), float(round(a.high))) if a.whole else (float(a.low), float(a.high)) for a in uncertain
    ]
    rows = [{}, *({a.name: end} for a, pair in zip(uncertain, ends, strict=True) for end in pair)]
    likely, *values = (float(value) for value in median.at(rows, TARGET))
    drivers = [
        Driver(a.name, a.title, *pair, values[2 * k], values[2 * k + 1], likely)
        for k, (a, pair) in enumerate(zip(uncertain, ends, strict=True))
    ]
    return tuple(sorted(drivers, key=lambda driver: -driver.swing))


def worth(median: MedianCase, steps: Mapping[str, float]) -> dict[str, float]:
    """What one step of each assumption changes, in money, in the median case.

    The step is taken upwards, or downwards (with the sign turned) where upwards would leave the bounds.
    """
    rows: list[dict[str, float]] = [{}]
    signs: list[float] = []
    for name, step in steps.items():
        assumption = median.case.assumptions[name]
        upper = assumption.bounds[1]
        signs.append(1.0 if upper is None or assumption.likely + step <= upper else -1.0)
        rows.append({name: assumption.likely + signs[-1] * step})
    likely, *values = (float(value) for value in median.at(rows, TARGET))
    return {name: sign * (value - likely) for name, sign, value in zip(steps, signs, values, strict=True)}
