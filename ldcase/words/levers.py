"""Levers apart from any screen: which assumptions are worth one, their scales, what a step is worth in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ldcase.case import Assumption
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers, units

MOST = 6
"""At most so many levers on a step; the browser shows as many as fit beside the charts and offers the rest."""

ALWAYS = {"ask": ("effect_achieved", "start_delay")}
"""Levers that answer the room's first questions (only half of it; three months later), whatever the tornado says."""


@dataclass(frozen=True, slots=True)
class Display:
    """How the number box writes a value: ``value * scale`` with so many digits and a suffix."""

    scale: float
    digits: int
    suffix: str


def chosen(of: Forecast, step: str, most: int = MOST) -> tuple[str, ...]:
    """Names of the levers of a step, what moves the result most first.

    Opportunity and idea have levers of their own; evidence shows what matters most of all, and the ask what the room
    asks first. `LeverOrder` keeps a choice while levers move.
    """
    ranked = [driver.name for driver in of.tornado() if driver.swing > 0]
    own = [name for name in ranked if step in ("evidence", "ask") or of.case.assumptions[name].step == step]
    return tuple(dict.fromkeys((*ALWAYS.get(step, ()), *own)))[:most]


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


def unit_said(assumption: Assumption, currency: str) -> str:
    """The unit in words, left out where the title says it already or the number box does."""
    percent = assumption.format in ("percent", "points")
    text = units.in_words(assumption.unit, currency, percent=percent)
    counted = units.things(assumption.unit, currency).lower()
    said = not text or text == "%" or (not percent and bool(counted) and counted in worded(assumption.title).lower())
    return "" if said else text


def worth_said(assumption: Assumption, money: str, currency: str) -> str:
    """What a step is worth, in words, for an amount with its sign: “each 10 points: +120 k”, “each month: −23 k”."""
    size = unit_of_worth(assumption)
    if assumption.format in ("percent", "points"):
        if size == 0.01:
            return worded("each point: {money}", money=money)
        return worded("each {n} points: {money}", n=numbers.number(100 * size), money=money)
    if assumption.whole or assumption.format == "months":
        return worded("each month: {money}", money=money)
    if assumption.format == "money":
        amount = numbers.money(size)
        return worded("each {amount} {currency}: {money}", amount=amount, currency=currency, money=money)
    if size == 1:
        each = units.things(assumption.unit, currency, many=False)
        return worded("each {thing}: {money}", thing=each or numbers.number(size), money=money)
    things = units.things(assumption.unit, currency)
    return worded("each {amount} {things}: {money}", amount=numbers.number(size), things=things, money=money)


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
