"""What changed between two versions of a case, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.forecast.bridge import Bridge
from ldcase.language import worded
from ldcase.words import numbers

NOTHING_MOVED = 0.5
"""Less money than this is no change of the result."""


@dataclass(frozen=True, slots=True)
class Then:
    """How an earlier version is called: at the beginning of a line (“At 14:02”), and within a sentence (“at 14:02”)."""

    label: str
    within: str


def headline(found: Bridge, then: Then) -> str:
    """By how much the likely net benefit is higher or lower than it was, and what did most of it; no full stop."""
    moved = found.after - found.before
    if abs(moved) < NOTHING_MOVED or not found.steps:
        return worded("The likely net benefit is what it was {then}", then=then.within)
    told = {
        "amount": numbers.money(abs(moved), 3),
        "then": then.within,
        "figure": worded(found.steps[0].title),
    }
    if len(found.steps) == 1:
        if moved > 0:
            return worded("The likely net benefit is {amount} higher than {then}, by “{figure}” alone", **told)
        return worded("The likely net benefit is {amount} lower than {then}, by “{figure}” alone", **told)
    if moved > 0:
        return worded("The likely net benefit is {amount} higher than {then}; “{figure}” moves it most", **told)
    return worded("The likely net benefit is {amount} lower than {then}; “{figure}” moves it most", **told)
