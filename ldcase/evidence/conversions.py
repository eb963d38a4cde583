"""An effect said in other ways: as a correlation, in people out of a hundred, as a share of output."""

from __future__ import annotations

import math
from statistics import NormalDist

from ldcase.language import said

_NORMAL = NormalDist()
_MOST_R = 0.999


def r_of_d(d: float) -> float:
    """The correlation that equals a standardised difference between two groups of one size: d / √(d² + 4)."""
    return d / math.sqrt(d * d + 4)


def d_of_r(r: float) -> float:
    """The standardised difference that equals a correlation: 2r / √(1 − r²); beyond ±0.999 that of ±0.999."""
    held = max(-_MOST_R, min(_MOST_R, r))
    return 2 * held / math.sqrt(1 - held * held)


def better_than_average(d: float) -> float:
    """Share of trained people who do better than the average untrained one (Cohen's U3): Φ(d)."""
    return _NORMAL.cdf(d)


def superiority(d: float) -> float:
    """Chance that a trained person, drawn by lot, does better than an untrained one drawn by lot: Φ(d / √2)."""
    return _NORMAL.cdf(d / math.sqrt(2))


def share_of_output(d: float, output_spread: float = 0.2) -> float:
    """Change of the mean output, as a share of it.

    Parameters
    ----------
    d
        Effect on performance at work, in standard deviations between people.
    output_spread
        That deviation as a share of mean output: 0.2, or 0.15 under piecework (``schmidt1983-sd20``).
    """
    return d * output_spread


def in_people(d: float) -> str:
    """The effect in people: “out of 100 trained people, 62 do better than the average untrained one”."""
    better = round(100 * better_than_average(d))
    return said("out of 100 trained people, {better} do better than the average untrained one", better=better)
