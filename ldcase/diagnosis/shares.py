"""Shares of the gap: four numbers that add up to 1, each with a range.

Only the share “able” enters the calculation, with the range the case gives it. The other shares divide what it leaves:
draw by draw in proportions from a Dirichlet distribution whose concentration is fitted to the ranges they are given.
So every draw adds up to 1, and able keeps its own distribution to the last digit. Source: ``methods.md`` § 22.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from ldcase.case.metalog import bound, unbound

Array = NDArray[np.float64]
Range = tuple[float, float, float]
Shares = Mapping[str, Range]
"""Low, likely and high (P10, P50, P90) of each cause, 0..1."""

_P10_TO_P90 = 2.5631
"""How many standard deviations lie between P10 and P90 of a bell curve."""

_DIGITS = 4


def joint(able: Array, others: Sequence[Range], rng: np.random.Generator) -> Array:
    """Draw all shares together.

    Parameters
    ----------
    able : ndarray of shape (rows,)
        Draws of the share that is skill, 0..1; they stay as they are.
    others
        Low, likely and high of every other cause. Where none has a likely share above 0, nobody has said what the rest
        is, and it is divided evenly.
    rng
        Where the proportions come from.

    Returns
    -------
    ndarray of shape (rows, 1 + len(others))
        ``able`` and the others; each row adds up to 1.
    """
    likely = np.array([middle for _, middle, _ in others])
    proportions = likely / likely.sum() if likely.sum() > 0 else np.full(len(others), 1 / len(others))
    concentration = _concentration(able, others, proportions)
    if math.isinf(concentration):
        divided = np.broadcast_to(proportions, (able.size, len(others)))
    else:
        drawn = rng.standard_gamma(np.maximum(concentration * proportions, 1e-9), (able.size, len(others)))
        total = drawn.sum(axis=1, keepdims=True)
        divided = np.where(total > 0, drawn / np.where(total > 0, total, 1.0), proportions)
    return np.column_stack([able, (1.0 - able)[:, None] * divided])


def _concentration(able: Array, others: Sequence[Range], proportions: Array) -> float:
    """Fit how firmly the proportions are known to the ranges; infinite where no range says that they are not.

    The spread of a share is that of its proportion times what able leaves, besides the spread able itself brings along.
    """
    left = float((1.0 - able).mean())
    fitted = []
    for (low, _, high), part in zip(others, proportions, strict=True):
        spread = (high - low) / _P10_TO_P90
        own = spread**2 - (part * float(able.std())) ** 2
        if own > 0 and left > 0 and 0 < part < 1:
            fitted.append(max(part * (1 - part) * left**2 / own - 1, 0.5))
    return median(fitted) if fitted else math.inf


def moved(given: Range, likely: float) -> Range:
    """Return a range with its likely share elsewhere and the ends moved along, between 0 and 1 and in order."""
    if not 0 < likely < 1 or not 0 < given[1] < 1:
        return (likely, likely, likely)
    ends = unbound([given[0], given[2]], 0.0, 1.0) + (unbound(likely, 0.0, 1.0) - unbound(given[1], 0.0, 1.0))
    low, high = (round(float(end), _DIGITS) for end in bound(ends, 0.0, 1.0))
    return (min(low, likely), likely, max(high, likely))


def left(shares: Shares) -> float:
    """Return what the likely shares leave of 1; negative where they are too many."""
    return round(1 - sum(likely for _, likely, _ in shares.values()), _DIGITS)


def fitted(shares: Shares, keep: str) -> dict[str, Range]:
    """Return the shares with all but one in proportion so that the likely ones add up to 1.

    Parameters
    ----------
    keep
        The cause that stays as it is. The ranges of the others move along with their likely share; where the others are
        all 0, they take even parts of what is left.
    """
    others = [cause for cause in shares if cause != keep]
    room = 1 - shares[keep][1]
    total = sum(shares[cause][1] for cause in others)
    wanted = {cause: room * (shares[cause][1] / total if total else 1 / len(others)) for cause in others}
    exact = whole(wanted, room)
    return {cause: given if cause == keep else moved(given, exact[cause]) for cause, given in shares.items()}


def whole(shares: Mapping[str, float], total: float = 1.0, digits: int = _DIGITS) -> dict[str, float]:
    """Return shares rounded so that they still add up: the largest one takes what rounding leaves over."""
    rounded = {cause: round(share, digits) for cause, share in shares.items()}
    largest = max(rounded, key=lambda cause: rounded[cause])
    rest = total - sum(rounded.values())
    return {**rounded, largest: round(rounded[largest] + rest, 10)}
