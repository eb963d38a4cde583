"""Two assumptions at once: the net benefit over a grid of both, and the frontier on which it is zero.

All other assumptions are likely. The grid is one evaluation; the frontier narrows every point of it at once.
Source: ``methods.md`` § 15.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.case import Assumption
from ldcase.case.what_if import no_such
from ldcase.errors import CaseError, Finding
from ldcase.forecast.break_even import searched
from ldcase.forecast.configurations import MedianCase
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast
from ldcase.language import said

MOST_POINTS = 101
_SEARCHED = 41
_HALVINGS = 40
_PAIRS = 1024


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """Where it is even: with the first assumption at ``x`` the second must be ``y``; None if no value is enough.

    ``pays_anyway`` is True where it pays whatever the second is.
    """

    x: float
    y: float | None
    pays_anyway: bool


@dataclass(frozen=True, eq=False)
class Grid:
    """The net benefit over two assumptions.

    Attributes
    ----------
    one, other
        Names of the two.
    xs, ys : ndarray of shape (m,), (n,)
        Their values, rising.
    net : ndarray of shape (m, n)
        Net benefit in money, over the horizon, in the median case otherwise.
    frontier
        One point for each of ``xs``.
    chance
        How often both together are good enough: the share of their own draws in which the net benefit is not negative,
        everything else likely; 0..1.
    """

    one: str
    other: str
    xs: Array
    ys: Array
    net: Array
    frontier: tuple[FrontierPoint, ...]
    chance: float


def grid(forecast: Forecast, one: str, other: str, points: int = 11) -> Grid:
    """Evaluate two assumptions against one another.

    Parameters
    ----------
    forecast
        Whose median case is varied.
    one, other
        Two different assumptions. Each runs over its range and half its width to both sides, within its bounds; a
        fixed figure over a fifth of it to both sides.
    points
        Values of each, 2 to 101.

    Raises
    ------
    CaseError
        For an unknown name, twice the same one, or an impossible number of points.
    """
    known = forecast.case.assumptions
    wrong = [no_such(name, known, "assumption") for name in (one, other) if name not in known]
    if not wrong and one == other:
        wrong.append(
            Finding(
                "grid-same",
                said("A grid needs two assumptions."),
                one,
                said("two different ones"),
                said("Choose another."),
            )
        )
    if not 2 <= points <= MOST_POINTS:
        what = said("The number of values is not possible.")
        wrong.append(
            Finding(
                "grid-points", what, str(points), said("2 to {most_points}", most_points=MOST_POINTS), said("Use 11.")
            )
        )
    if wrong:
        raise CaseError(wrong)
    median = MedianCase(forecast.case, forecast.median_case)
    xs, ys = _values(known[one], points), _values(known[other], points)
    net = median.at([{one: float(x), other: float(y)} for x in xs for y in ys], TARGET).reshape(len(xs), len(ys))
    frontier = _frontier(median, known[one], known[other], xs)
    return Grid(
        one, other, xs, ys, net, frontier, _chance(median, *((name, forecast.inputs[name]) for name in (one, other)))
    )


def _values(assumption: Assumption, points: int) -> Array:
    width = assumption.high - assumption.low
    room = width / 2 or abs(assumption.likely) / 5 or 1.0
    lowest, highest = searched(assumption)
    low, high = max(assumption.low - room, lowest), min(assumption.high + room, highest)
    values = np.linspace(low, high, points)
    return np.unique(np.rint(values)) if assumption.whole else values


def _frontier(median: MedianCase, one: Assumption, other: Assumption, xs: Array) -> tuple[FrontierPoint, ...]:
    lowest, highest = searched(other)
    coarse = np.unique([*np.linspace(lowest, highest, _SEARCHED), *other.values])
    if other.whole:
        coarse = np.arange(np.ceil(lowest), np.floor(highest) + 1)
    rows = [{one.name: float(x), other.name: float(y)} for x in xs for y in coarse]
    net = median.at(rows, TARGET).reshape(len(xs), len(coarse))
    crossing = (net[:, :-1] < 0) != (net[:, 1:] < 0)
    away = np.maximum(np.maximum(coarse[:-1] - other.likely, other.likely - coarse[1:]), 0.0)
    place = np.where(crossing, away, np.inf).argmin(axis=1)
    if other.whole:
        pays_below = net[np.arange(len(xs)), place] >= 0
        even = np.where(pays_below, coarse[place], coarse[place + 1])
    else:
        even = _narrowed(median, one.name, other.name, xs, coarse[place], coarse[place + 1])
    return tuple(
        FrontierPoint(float(x), float(y) if has else None, bool(not has and (row >= 0).all()))
        for x, y, has, row in zip(xs, even, crossing.any(axis=1), net, strict=True)
    )


def _chance(median: MedianCase, one: tuple[str, Array], other: tuple[str, Array]) -> float:
    """Share of the draws of both in which the median case is not negative."""
    (name, column), (other_name, other_column) = one, other
    pairs = np.broadcast_arrays(column[:_PAIRS, 0], other_column[:_PAIRS, 0])
    rows = [{name: float(x), other_name: float(y)} for x, y in zip(*pairs, strict=True)]
    return float((median.at(rows, TARGET) >= 0).mean())


def _narrowed(median: MedianCase, one: str, other: str, xs: Array, low: Array, high: Array) -> Array:
    """Halve the interval of every point until nothing is left of it."""

    def loses(ys: Array) -> Array:
        rows = [{one: float(x), other: float(y)} for x, y in zip(xs, ys, strict=True)]
        return np.asarray(median.at(rows, TARGET) < 0)

    below = loses(low)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        same = loses(middle) == below
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return low
