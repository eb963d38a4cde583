"""Break-even: what one assumption must be, all others likely, for the net benefit to be zero.

Every assumption is solved at once: a coarse grid finds the crossing nearest to the likely value, the Illinois variant of regula falsi
narrows it; each round is one evaluation with a row for every assumption. Source: ``methods.md`` § 15.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.case import Assumption, Case
from ldcase.forecast.configurations import evaluate_rows
from ldcase.forecast.figure import Array

TARGET = "net_benefit"
_POINTS = 13
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The threshold of one assumption.

    Attributes
    ----------
    value : float or None
        Where the net benefit is zero; None if no value within the bounds achieves that.
    likely : float
        The assumption's likely value.
    more_is_better : bool
        True if higher values raise the net benefit.
    chance : float
        Share of the assumption's own draws on the side where it pays, 0..1.
    pays_anyway : bool
        Only where ``value`` is None: True if it pays over the whole range searched, False if nowhere.
    """

    name: str
    title: str
    value: float | None
    likely: float
    more_is_better: bool
    chance: float
    pays_anyway: bool


def searched(assumption: Assumption) -> tuple[float, float]:
    """The interval searched: the bounds, or where there is none, far outside of the range."""
    lower, upper = assumption.bounds
    width = max(assumption.high - assumption.low, abs(assumption.likely), 1e-9)
    lowest = assumption.low - 10 * width if lower is None else lower
    highest = assumption.high + 10 * width if upper is None else upper
    return float(lowest), float(highest)


def break_even(
    case: Case, names: Sequence[str], inputs: Mapping[str, Array], target: str = TARGET
) -> tuple[BreakEven, ...]:
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
    assumptions = [case.assumptions[name] for name in names]
    grids = [_grid(assumption) for assumption in assumptions]
    rows: list[dict[str, float]] = [
        {a.name: float(x)} for a, grid in zip(assumptions, grids, strict=True) for x in grid
    ]
    values = evaluate_rows(case, rows, (target,))[target][:, -1]
    ends = np.cumsum([0, *(len(grid) for grid in grids)])
    by_name = [values[ends[k] : ends[k + 1]] for k in range(len(assumptions))]
    brackets = [_nearest(grid, y, a.likely) for a, grid, y in zip(assumptions, grids, by_name, strict=True)]
    roots = _solve(case, assumptions, brackets, target)
    return tuple(
        _described(a, grid, y, root, inputs)
        for a, grid, y, root in zip(assumptions, grids, by_name, roots, strict=True)
    )


def _grid(assumption: Assumption) -> Array:
    lowest, highest = searched(assumption)
    inside = [x for x in (assumption.low, assumption.likely, assumption.high) if lowest <= x <= highest]
    return np.unique(np.concatenate([np.linspace(lowest, highest, _POINTS), inside]))


Bracket = tuple[float, float, float, float]


def _nearest(grid: Array, y: Array, likely: float) -> Bracket | None:
    """The pair of neighbouring grid points around a change of sign, nearest to the likely value."""
    crossing = [
        k for k in range(len(grid) - 1) if np.isfinite(y[k]) and np.isfinite(y[k + 1]) and (y[k] < 0) != (y[k + 1] < 0)
    ]
    if not crossing:
        return None
    k = min(crossing, key=lambda i: max(grid[i] - likely, likely - grid[i + 1], 0.0))
    return float(grid[k]), float(grid[k + 1]), float(y[k]), float(y[k + 1])


def _solve(
    case: Case, assumptions: Sequence[Assumption], brackets: Sequence[Bracket | None], target: str
) -> list[float | None]:
    state = {k: list(bracket) for k, bracket in enumerate(brackets) if bracket is not None}
    roots: list[float | None] = [None] * len(assumptions)
    last_side: dict[int, int] = {}
    for _ in range(_ROUNDS):
        if not state:
            break
        guesses = {k: _guess(*bracket) for k, bracket in state.items()}
        rows = [{assumptions[k].name: x} for k, x in guesses.items()]
        found = evaluate_rows(case, rows, (target,))[target][:, -1]
        for (k, x), y in zip(list(guesses.items()), found, strict=True):
            a, b, at_a, at_b = state[k]
            roots[k] = x
            if y == 0 or abs(b - a) <= 1e-12 * max(abs(a), abs(b)) or x in (a, b):
                del state[k]
                continue
            if (y < 0) == (at_a < 0):
                state[k] = [x, b, float(y), at_b / 2 if last_side.get(k) == 0 else at_b]
                last_side[k] = 0
            else:
                state[k] = [a, x, at_a / 2 if last_side.get(k) == 1 else at_a, float(y)]
                last_side[k] = 1
    return roots


def _guess(a: float, b: float, at_a: float, at_b: float) -> float:
    x = b - at_b * (b - a) / (at_b - at_a)
    return x if min(a, b) <= x <= max(a, b) else (a + b) / 2


def _described(assumption: Assumption, grid: Array, y: Array, root: float | None, inputs: Mapping[str, Array]) -> BreakEven:
    finite = np.isfinite(y)
    first, last = y[finite][0], y[finite][-1]
    better = bool(last > first)
    pays = bool((y[finite] >= 0).all())
    if root is None:
        chance = 1.0 if pays else 0.0
    else:
        own = inputs[assumption.name][:, 0]
        chance = float((own >= root).mean() if better else (own <= root).mean())
    return BreakEven(assumption.name, assumption.title, root, assumption.likely, better, chance, pays)
