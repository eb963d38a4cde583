"""Levers: which assumptions a step shows as controls, and all a control says of itself."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Assumption, Case
from ldcase.forecast import Forecast
from ldcase.words import numbers

MOST = 4
"""At most so many levers on a screen; with the text above them, more do not fit on a shared screen of 1280 × 720."""

ALWAYS = {"ask": ("effect_achieved", "start_delay")}
"""Levers that answer the room's first questions (only half of it; three months later), whatever the tornado says."""


@dataclass(frozen=True, slots=True)
class Display:
    """How the number box writes a value: ``value * scale`` with so many digits and a suffix."""

    scale: float
    digits: int
    suffix: str


@dataclass(frozen=True, slots=True)
class Lever:
    """An assumption shown as a control. Values are in the assumption's unit; ``worth`` is words."""

    assumption: Assumption
    minimum: float
    maximum: float
    step: float
    base: float
    display: Display
    worth: str
    changed: bool

    def to_message(self) -> dict[str, object]:
        """The lever as the browser wants it."""
        a = self.assumption
        sources = " · ".join(part for part in (a.source, a.owner) if part)
        return {
            "name": a.name,
            "label": a.title,
            "grade": a.grade,
            "source": sources,
            "owner": a.owner,
            "value": a.likely,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "step": self.step,
            "low": a.low,
            "high": a.high,
            "base": self.base,
            "display": {
                "scale": self.display.scale,
                "digits": self.display.digits,
                "suffix": self.display.suffix,
                "prefix": "",
            },
            "worth": self.worth,
            "changed": self.changed,
            "ask": a.name,
        }

    def to_update(self) -> dict[str, object]:
        """What may change while the lever stays: its value moves, or somebody brings a better source for it."""
        whole = self.to_message()
        return {name: whole[name] for name in ("value", "low", "high", "worth", "changed", "grade", "source", "owner")}


def chosen(base: Forecast, step: str, most: int = MOST) -> tuple[str, ...]:
    """Names of the levers of a step: those of the step that move the result most in the base case.

    The choice rests on the base case, so that levers do not change places while they are moved. Evidence shows what
    matters most of all; the ask shows what the room asks first.
    """
    ranked = [driver.name for driver in base.tornado() if driver.swing > 0]
    own = [name for name in ranked if step in ("evidence", "ask") or base.case.assumptions[name].step == step]
    return tuple(dict.fromkeys((*ALWAYS.get(step, ()), *own)))[:most]


def levers(now: Forecast, base: Case, names: tuple[str, ...]) -> tuple[Lever, ...]:
    """The controls for the named assumptions that the case has now, with what a step of each is worth."""
    names = tuple(name for name in names if name in now.case.assumptions)
    scales = {name: scale(base.assumptions[name]) for name in names}
    worths = now.worth({name: unit_of_worth(base.assumptions[name]) for name in names})
    return tuple(_lever(now, base, name, scales[name], worths[name]) for name in names)


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


def _lever(now: Forecast, base: Case, name: str, scaled: tuple[float, float, float, Display], worth: float) -> Lever:
    assumption, before = now.case.assumptions[name], base.assumptions[name]
    minimum, maximum, step, display = scaled
    return Lever(
        assumption,
        min(minimum, assumption.likely),
        max(maximum, assumption.likely),
        step,
        before.likely,
        display,
        f"{_each(before)}: {numbers.signed_money(worth)}",
        assumption.values != before.values,
    )


def _each(assumption: Assumption) -> str:
    size = unit_of_worth(assumption)
    if assumption.format in ("percent", "points"):
        return "each point" if size == 0.01 else "each 10 points"
    if assumption.whole or assumption.format == "months":
        return "each month"
    amount = numbers.money(size) if assumption.format == "money" else numbers.number(size)
    return f"each {amount}"


def updates(controls: tuple[Lever, ...]) -> Mapping[str, dict[str, object]]:
    """What changes of each lever, by name."""
    return {lever.assumption.name: lever.to_update() for lever in controls}
