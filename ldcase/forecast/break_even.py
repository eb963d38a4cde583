"""Break-even: what one assumption must be, all others likely, for the net benefit to be zero.

Every assumption is solved at once, each round being one evaluation with a few rows for every assumption: a coarse grid
finds the change of sign nearest to the likely value, the Illinois variant of regula falsi narrows it; where the whole
grid lies on a straight line, as it does for every factor of the benefit, that line gives the answer at once. Where only
whole numbers make sense the answer is the last whole number at which it still pays. Source: ``methods.md`` § 15.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ldcase.case import Assumption, Case
from ldcase.forecast.configurations import MedianCase, Row
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array

_POINTS = 13
_ROUNDS = 60
_CLOSE = 1e-12
"""Narrow enough: the bracket against its ends, and the net benefit against the largest on the grid."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The threshold of one assumption.

    Attributes
    ----------
    value : float or None
        Where the net benefit is zero; None if no value within the bounds achieves that. Of a whole assumption the last
        whole number at which the net benefit is not negative.
    likely : float
        The assumption's likely value.
    more_is_better : bool
        True if higher values raise the net benefit there.
    chance : float
        Share of the assumption's own draws on the side where it pays, 0..1.
    pays_anyway : bool
        True if it pays over the whole range searched; never where there is a ``value``.
    """

    name: str
    title: str
    value: float | None
    likely: float
    more_is_better: bool
    chance: float
    pays_anyway: bool


@dataclass(frozen=True, slots=True)
class _Bracket:
    """Two values of an assumption and the net benefits there, of different sign; ``kept`` is the end that stayed."""

    a: float
    b: float
    at_a: float
    at_b: float
    kept: str = ""

    def guess(self) -> float:
        """Where the line through both ends crosses zero."""
        x = self.b - self.at_b * (self.b - self.a) / (self.at_b - self.at_a)
        return x if self.a <= x <= self.b else (self.a + self.b) / 2

    def narrowed(self, x: float, y: float) -> _Bracket:
        """The part with the change of sign; an end kept twice counts half (Illinois), so that both ends move."""
        if (y < 0) == (self.at_a < 0):
            return _Bracket(x, self.b, y, self.at_b / 2 if self.kept == "b" else self.at_b, "b")
        return _Bracket(self.a, x, self.at_a / 2 if self.kept == "a" else self.at_a, y, "a")


def searched(assumption: Assumption) -> tuple[float, float]:
    """The interval searched: the bounds, or where there is none, far outside of the range."""
    lower, upper = assumption.bounds
    width = max(assumption.high - assumption.low, abs(assumption.likely), 1e-9)
    lowest = assumption.low - 10 * width if lower is None else lower
    highest = assumption.high + 10 * width if upper is None else upper
    return float(lowest), float(highest)


def break_even(median: MedianCase, names: Sequence[str], inputs: Mapping[str, Array]) -> tuple[BreakEven, ...]:
    """Solve for each named assumption.

    Parameters
    ----------
    names
        Assumptions of the case.
    inputs
        Draws of the inputs, for the chance of meeting the threshold.
    """
    if not names:
        return ()
    assumptions = [median.case.assumptions[name] for name in names]
    grids = [_grid(assumption) for assumption in assumptions]
    wanted = tuple(names)
    parts = np.cumsum([len(grid) for grid in grids])[:-1]
    outcomes = np.split(median.answer(f"break-even {wanted}", lambda case: _rows(case, wanted))[TARGET], parts)
    brackets = {
        a.name: bracket
        for a, grid, y in zip(assumptions, grids, outcomes, strict=True)
        if (bracket := _nearest(grid, y, a.likely)) is not None
    }
    scale = max((float(np.abs(y[np.isfinite(y)]).max(initial=0.0)) for y in outcomes), default=0.0)
    straight: dict[str, float] = {}
    curved: dict[str, _Bracket] = {}
    for a, grid, y in zip(assumptions, grids, outcomes, strict=True):
        if a.name in brackets and not a.whole:
            if _is_straight(grid, y, scale):
                straight[a.name] = brackets[a.name].guess()
            else:
                curved[a.name] = brackets[a.name]
    roots = straight | _solve(median, curved, scale)
    return tuple(
        _described(a, y, brackets.get(a.name), roots.get(a.name), inputs[a.name][:, 0])
        for a, y in zip(assumptions, outcomes, strict=True)
    )


def _rows(case: Case, names: Sequence[str]) -> list[Row]:
    return [{name: float(x)} for name in names for x in _grid(case.assumptions[name])]


@lru_cache(maxsize=512)
def _grid(assumption: Assumption) -> Array:
    """The values tried, rising; remembered, because a lever changes one assumption of many."""
    grid = _points(assumption)
    grid.flags.writeable = False
    return grid


def _points(assumption: Assumption) -> Array:
    lowest, highest = searched(assumption)
    if assumption.whole:
        return np.arange(math.ceil(lowest), math.floor(highest) + 1, dtype=np.float64)
    step = (highest - lowest) / (_POINTS - 1)
    even = [lowest + step * k for k in range(_POINTS - 1)]
    inside = [x for x in (assumption.low, assumption.likely, assumption.high) if lowest <= x <= highest]
    return np.array(sorted({*even, highest, *inside}), dtype=np.float64)


def _is_straight(grid: Array, y: Array, scale: float) -> bool:
    """Whether every point of a grid lies on the line through its ends, so far as a remainder counts."""
    line = y[0] + (grid - grid[0]) * ((y[-1] - y[0]) / (grid[-1] - grid[0]))
    return bool(np.abs(y - line).max() <= _CLOSE * scale)  # never where a point has no value


def _nearest(grid: Array, y: Array, likely: float) -> _Bracket | None:
    """The pair of neighbouring grid points around a change of sign, nearest to the likely value."""
    finite = np.isfinite(y[:-1]) & np.isfinite(y[1:])
    crossing = np.flatnonzero(finite & ((y[:-1] < 0) != (y[1:] < 0)))
    if not len(crossing):
        return None
    k = min(crossing, key=lambda i: max(grid[i] - likely, likely - grid[i + 1], 0.0))
    return _Bracket(float(grid[k]), float(grid[k + 1]), float(y[k]), float(y[k + 1]))


def _solve(median: MedianCase, brackets: Mapping[str, _Bracket], scale: float) -> dict[str, float]:
    """Narrow all brackets at once; ``scale`` is the net benefit against which a remainder counts as nothing."""
    narrow, roots = dict(brackets), {name: bracket.guess() for name, bracket in brackets.items()}
    for _ in range(_ROUNDS):
        if not narrow:
            break
        found = median.at([{name: roots[name]} for name in narrow], TARGET)
        for (name, before), y in zip(list(narrow.items()), map(float, found), strict=True):
            x = roots[name]
            after = before.narrowed(x, y)
            wide = after.b - after.a > _CLOSE * max(abs(after.a), abs(after.b))
            if abs(y) <= _CLOSE * scale or not wide or x in (before.a, before.b):
                del narrow[name]
            else:
                narrow[name], roots[name] = after, after.guess()
    return roots


def _described(assumption: Assumption, y: Array, bracket: _Bracket | None, root: float | None, own: Array) -> BreakEven:
    known = y[np.isfinite(y)]
    if bracket is None:
        pays = bool(len(known)) and bool((known >= 0).all()) and bool(known.any())  # nothing at all pays nothing back
        better = bool(len(known)) and bool(known[-1] > known[0])
        nowhere = BreakEven(assumption.name, assumption.title, None, assumption.likely, better, 0.0, False)
        return replace(nowhere, chance=1.0, pays_anyway=True) if pays else nowhere
    better = bracket.at_b > bracket.at_a
    value = root if root is not None else bracket.b if better else bracket.a
    chance = float((own >= value).mean() if better else (own <= value).mean())
    return BreakEven(assumption.name, assumption.title, value, assumption.likely, better, chance, False)
