"""An assumption: a range that stands for P10, P50 and P90, with everything a reader asks about it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from ldcase.case.metalog import bound, feasible, likely_between, unbound
from ldcase.errors import Place
from ldcase.language import said

Range = tuple[float, float, float]
Bounds = tuple[float | None, float | None]
Step = Literal["opportunity", "idea", "evidence", "ask"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A range with its unit and its origin.

    Attributes
    ----------
    name
        Dotted name in the graph, for example ``win_rate.margin``.
    low, likely, high
        P10, P50, P90 in ``unit``; three equal values are a fixed figure.
    bounds
        Natural bounds; None where there is none.
    haircut
        What it takes off the claim, in words; empty where it is no haircut.
    neutral
        The value at which a haircut takes nothing off.
    whole
        True where only whole numbers make sense, such as a month.
    place, path
        Where it stands, or would stand, in the case file.
    step
        The step of the pitch that it belongs to.
    chance
        True for a probability of something that happens or does not: draw by draw it is 1 or 0, and in the median case
        its likely value, which is what it comes to on average.
    """

    name: str
    title: str
    low: float
    likely: float
    high: float
    unit: str
    bounds: Bounds
    source: str
    owner: str
    grade: str
    help: str
    note: str
    format: str
    haircut: str
    neutral: float | None
    whole: bool
    sample: bool
    place: Place
    path: str
    step: Step
    chance: bool = False

    @property
    def fixed(self) -> bool:
        """True where there is no range."""
        return self.low == self.high

    @property
    def values(self) -> tuple[float, float, float]:
        """Low, likely and high."""
        return self.low, self.likely, self.high

    def _repr_html_(self) -> str:
        from ldcase.case.display import assumption_html

        return assumption_html(self)

    def moved(self, likely: float) -> Assumption:
        """Return the assumption with its likely value there and the range moved along.

        The shift is the same for low and high in the coordinate in which the bounds lie at infinity, so the range keeps
        its order, stays between its bounds and stays feasible. At a bound there is no room for a range: the value is
        fixed there.
        """
        lower, upper = self.bounds
        low = high = likely
        if not self.fixed:
            shift = unbound(likely, lower, upper) - unbound(self.likely, lower, upper)
            ends = unbound([self.low, self.high], lower, upper) + shift
            first, last = (float(value) for value in bound(ends, lower, upper))
            if np.isfinite(shift) and feasible(first, likely, last, lower, upper):
                low, high = first, last
        return replace(self, low=low, likely=likely, high=high)


def trouble(low: float, likely: float, high: float, bounds: Bounds) -> tuple[str, str, str, str] | None:
    """Return code, what, allowed and what to do where three values are no range between the bounds, or None."""
    lower, upper = bounds
    for value in (low, likely, high):
        if not math.isfinite(value):
            return "not-finite", said("The number is not finite."), said("a plain number"), said("Write the figure.")
        if (lower is not None and value < lower) or (upper is not None and value > upper):
            percent = (
                said("If you mean {value:g} %, write {number}.", value=value, number=f"{value / 100:g}")
                if upper == 1 and 1 < value <= 100
                else ""
            )
            return (
                "out-of-bounds",
                said("The value is out of its bounds."),
                between(bounds),
                percent or said("Correct the figure."),
            )
    if not low <= likely <= high:
        return (
            "range-order",
            said("Low, likely and high are not in order."),
            said("low ≤ likely ≤ high"),
            said("Swap them: low is P10, high is P90."),
        )
    if feasible(low, likely, high, lower, upper):
        return None
    if low in bounds or high in bounds:
        return (
            "range-at-bound",
            said("The range touches a bound, where there is no room for one case in ten."),
            said("low and high strictly {between}", between=between(bounds)),
            said("Move it a little inside, or write value: for a fixed figure."),
        )
    first, last = likely_between(low, high, lower, upper)
    return (
        "range-infeasible",
        said("No distribution has these three values as P10, P50 and P90: likely is too close to one end."),
        said("for this low and high, likely between {first:.4g} and {last:.4g}", first=first, last=last),
        said("Move likely towards the middle, or move the end it is close to away from it."),
    )


def between(bounds: Bounds) -> str:
    """Say the bounds in words."""
    lower, upper = bounds
    if lower is not None and upper is not None:
        return said("from {lower:g} to {upper:g}", lower=lower, upper=upper)
    if lower is not None:
        return said("{lower:g} or more", lower=lower)
    return said("any number") if upper is None else said("{upper:g} or less", upper=upper)
