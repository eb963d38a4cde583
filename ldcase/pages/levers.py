"""Levers: which assumptions a step shows as controls, and all a control says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Assumption, Case
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.levers import Display, chosen, scale, unit_of_worth, unit_said, worth_said


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
            "unit": unit_said(a, self.currency),
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
            "worth": worth_said(self.before, numbers.signed_money(self.worth), self.currency),
            "tone": "gap" if self.worth <= -0.5 else "benefit" if self.worth >= 0.5 else "",
            "changed": self.changed,
            "grade": a.grade,
            "source": worded(a.source),
            "owner": a.owner,
        }


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


def levers(
    now: Forecast, base: Case, names: tuple[str, ...], worths: Mapping[str, float] | None = None
) -> tuple[Lever, ...]:
    """The controls for the named assumptions that the case has now, with what a step of each is worth.

    `worths`, in units of the currency by name, are taken as given where they hold all of them; otherwise they are
    worked out.
    """
    there = now.case.assumptions
    before = {name: base.assumptions.get(name, there[name]) for name in names if name in there}
    if worths is None or not before.keys() <= worths.keys():
        worths = now.worth({name: unit_of_worth(each) for name, each in before.items()})
    return tuple(_lever(there[name], each, worths[name], now.case.currency) for name, each in before.items())


def updates(controls: tuple[Lever, ...]) -> Mapping[str, dict[str, object]]:
    """What changes of each lever, by name."""
    return {lever.assumption.name: lever.to_update() for lever in controls}


def _lever(assumption: Assumption, before: Assumption, worth: float, currency: str) -> Lever:
    minimum, maximum, step, display = scale(before)
    low, high = min(minimum, assumption.likely), max(maximum, assumption.likely)
    return Lever(assumption, before, low, high, step, display, worth, currency)
