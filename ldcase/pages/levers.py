"""Levers: which assumptions a step shows as controls, and all a control says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Assumption, Case
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages.lever_scale import Display, scale, unit_of_worth
from ldcase.words import numbers, units

MOST = 6
"""At most so many levers on a step; the browser shows as many as fit beside the charts and offers the rest."""

ALWAYS = {"ask": ("effect_achieved", "start_delay")}
"""Levers that answer the room's first questions (only half of it; three months later), whatever the tornado says."""


@dataclass(frozen=True, slots=True)
class Lever:
    """An assumption shown as a control. Values are in the assumption's unit.

    Attributes
    ----------
    assumption, before
        As it is now, and as it is in the base case.
    minimum, maximum, step
        Of the slider; the number box takes whatever the assumption's bounds allow.
    worth
        What a step of it (`unit_of_worth`) changes of the net benefit in the median case, money.
    currency
        What money is called.
    """

    assumption: Assumption
    before: Assumption
    minimum: float
    maximum: float
    step: float
    display: Display
    worth: float
    currency: str

    @property
    def changed(self) -> bool:
        """Whether the value or its range is another than in the base case."""
        return self.assumption.values != self.before.values

    def to_message(self) -> dict[str, object]:
        """The lever as the browser wants it."""
        a, display = self.assumption, self.display
        return {
            "name": a.name,
            "label": worded(a.title),
            "unit": _unit(a, self.currency),
            "bounds": list(a.bounds),
            "whole": a.whole,
            "step": self.step,
            "base": self.before.likely,
            "ends": [self.before.low, self.before.high],
            "display": {"scale": display.scale, "digits": display.digits, "suffix": display.suffix, "prefix": ""},
            "ask": a.name,
            **self.to_update(),
        }

    def to_update(self) -> dict[str, object]:
        """What may change while the lever stays: its value moves, or somebody brings a better source for it."""
        a = self.assumption
        return {
            "value": a.likely,
            "minimum": self.minimum,
            "maximum": self.maximum,
            "low": a.low,
            "high": a.high,
            "worth": _told(self.before, self.worth, self.currency),
            "tone": "gap" if self.worth <= -0.5 else "benefit" if self.worth >= 0.5 else "",
            "changed": self.changed,
            "grade": a.grade,
            "source": worded(a.source),
            "owner": a.owner,
        }


def chosen(of: Forecast, step: str, most: int = MOST) -> tuple[str, ...]:
    """Names of the levers of a step, what moves the result most first.

    Opportunity and idea have levers of their own; evidence shows what matters most of all, and the ask what the room
    asks first. `LeverOrder` keeps a choice while levers move.
    """
    ranked = [driver.name for driver in of.tornado() if driver.swing > 0]
    own = [name for name in ranked if step in ("evidence", "ask") or of.case.assumptions[name].step == step]
    return tuple(dict.fromkeys((*ALWAYS.get(step, ()), *own)))[:most]


class LeverOrder:
    """Which levers each step shows, in which order; none jumps while it is moved.

    What matters most may become another; `stale` tells it, and `sort` follows it when somebody asks for that.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, ...]] = {}

    def names(self, step: str, base: Forecast) -> tuple[str, ...]:
        """The names of the levers of a step: by what matters most in the base case, until somebody sorts them."""
        return self._kept.get(step) or chosen(base, step)

    def stale(self, step: str, base: Forecast, now: Forecast) -> bool:
        """Whether another order has become that of what matters most."""
        return self.names(step, base) != chosen(now, step)

    def sort(self, step: str, now: Forecast) -> None:
        """Show the levers of a step by what matters now."""
        self._kept[step] = chosen(now, step)

    def forget(self) -> None:
        """Another case is open."""
        self._kept.clear()


def levers(now: Forecast, base: Case, names: tuple[str, ...]) -> tuple[Lever, ...]:
    """The controls for the named assumptions that the case has now, with what a step of each is worth."""
    there = now.case.assumptions
    before = {name: base.assumptions.get(name, there[name]) for name in names if name in there}
    worths = now.worth({name: unit_of_worth(each) for name, each in before.items()})
    return tuple(_lever(there[name], each, worths[name], now.case.currency) for name, each in before.items())


def updates(controls: tuple[Lever, ...]) -> Mapping[str, dict[str, object]]:
    """What changes of each lever, by name."""
    return {lever.assumption.name: lever.to_update() for lever in controls}


def _lever(assumption: Assumption, before: Assumption, worth: float, currency: str) -> Lever:
    minimum, maximum, step, display = scale(before)
    low, high = min(minimum, assumption.likely), max(maximum, assumption.likely)
    return Lever(assumption, before, low, high, step, display, worth, currency)


def _unit(assumption: Assumption, currency: str) -> str:
    """The unit in words, left out where the title says it already or the number box does."""
    percent = assumption.format in ("percent", "points")
    text = units.in_words(assumption.unit, currency, percent=percent)
    counted = units.things(assumption.unit, currency).lower()
    said = not text or text == "%" or (not percent and bool(counted) and counted in worded(assumption.title).lower())
    return "" if said else text


def _told(assumption: Assumption, worth: float, currency: str) -> str:
    """What a step is worth, in words: “each 10 points: +120 k”, “each month: −23 k”."""
    size, money = unit_of_worth(assumption), numbers.signed_money(worth)
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
