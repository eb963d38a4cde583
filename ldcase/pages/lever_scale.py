"""The scale of a control: where its slider begins and ends, its step, how its number box writes a value."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ldcase.case import Assumption
from ldcase.words import numbers


@dataclass(frozen=True, slots=True)
class Display:
    """How the number box writes a value: ``value * scale`` with so many digits and a suffix."""

    scale: float
    digits: int
    suffix: str


def scale(assumption: Assumption) -> tuple[float, float, float, Display]:
    """Minimum, maximum, step and display of a control, from the base range and the bounds."""
    a = assumption
    lower, upper = a.bounds
    if a.whole or a.format == "months":
        step = 1.0 if a.whole else 0.5
        most = max(12.0, 2 * a.high)
        top = math.ceil((most if upper is None else min(upper, most)) / step) * step
        return math.ceil(max(0.0, lower or 0.0) / step) * step, top, step, Display(1, 0 if a.whole else 1, "")
    if a.format in ("percent", "points"):
        if a.unit in ("share", ""):
            return (
                max(0.0, lower or 0.0),
                1.5 if upper is None or upper > 1 else upper,
                0.01,
                Display(100, 1, f"{numbers.SPACE}%"),
            )
        low, high = _around(a, 0.1)
        return low, high, 0.001 if a.high < 0.3 else 0.005, Display(100, 1, f"{numbers.SPACE}%")
    low, high = _around(a, 100.0 if a.format == "money" else 1.0)
    step = _round_step((high - low) / 100)
    return low, high, step, Display(1, max(0, -math.floor(math.log10(step))), "")


def unit_of_worth(assumption: Assumption) -> float:
    """The step whose worth is told: a point or ten, a month, or a round part of the value."""
    if assumption.whole or assumption.format == "months":
        return 1.0
    if assumption.format in ("percent", "points"):
        return 0.01 if assumption.high - assumption.low < 0.15 else 0.1
    return _round_step(abs(assumption.likely) / 10 or 1.0)


def _around(a: Assumption, nothing: float) -> tuple[float, float]:
    """Round ends around the range, inside the bounds; ``nothing`` is the width around a zero without a range."""
    lower, upper = a.bounds
    width = max(a.high - a.low, abs(a.likely) * 0.5) or nothing
    step = _round_step(width / 10)
    low, high = math.floor((a.low - width) / step) * step, math.ceil((a.high + width) / step) * step
    low = max(low, lower) if lower is not None else low
    return low, min(high, upper) if upper is not None else high


def _round_step(value: float) -> float:
    power = 10.0 ** math.floor(math.log10(value))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= value * 0.999), 10 * power)
