"""What matters: one assumption at a time, and what a step of a lever is worth.

Source: one-at-a-time sensitivity at P10 and P90 with the others at P50 (``methods.md`` § 14): explainable, blind to interactions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Case
from ldcase.forecast.configurations import evaluate_rows

TARGET = "net_benefit"


@dataclass(frozen=True, slots=True)
class Driver:
    """How far one assumption moves the net benefit.

    ``at_low`` and ``at_high`` are the net benefit in money with the assumption at its P10 and P90 and all others likely;
    ``likely`` is the net benefit in the median case.
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


def tornado(case: Case, target: str = TARGET) -> tuple[Driver, ...]:
    """Every assumption that is a range, widest swing first; equal swings keep the order of the case."""
    uncertain = [a for a in case.assumptions.values() if a.low != a.high]
    rows: list[dict[str, float]] = [{}]
    for assumption in uncertain:
        low, high = (round(v) if assumption.whole else v for v in (assumption.low, assumption.high))
        rows += [{assumption.name: float(low)}, {assumption.name: float(high)}]
    values = evaluate_rows(case, rows, (target,))[target][:, -1]
    drivers = [
        Driver(a.name, a.title, a.low, a.high, float(values[2 * k + 1]), float(values[2 * k + 2]), float(values[0]))
        for k, a in enumerate(uncertain)
    ]
    return tuple(sorted(drivers, key=lambda driver: -driver.swing))


def worth(case: Case, steps: Mapping[str, float], target: str = TARGET) -> dict[str, float]:
    """What one step of each assumption changes, in money, in the median case.

    The step is taken upwards, or downwards (with the sign turned) where upwards would leave the bounds.
    """
    names = list(steps)
    rows: list[dict[str, float]] = [{}]
    signs: list[float] = []
    for name in names:
        assumption = case.assumptions[name]
        upper = assumption.bounds[1]
        up = upper is None or assumption.likely + steps[name] <= upper
        signs.append(1.0 if up else -1.0)
        rows.append({name: assumption.likely + signs[-1] * steps[name]})
    values = evaluate_rows(case, rows, (target,))[target][:, -1]
    return {name: float(signs[k] * (values[k + 1] - values[0])) for k, name in enumerate(names)}
