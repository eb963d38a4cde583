"""Spearman's rank correlation of every assumption with the net benefit, over the draws.

It sees all assumptions moving at once, where the tornado moves one at a time; both are blind to effects that rise and
fall again (``methods.md`` § 14), which `ldcase.forecast.variance` sees.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast


@dataclass(frozen=True, slots=True)
class RankCorrelation:
    """How closely the order of an assumption's draws is the order of the net benefit's: -1 to 1."""

    name: str
    title: str
    correlation: float


def rank_correlations(forecast: Forecast) -> tuple[RankCorrelation, ...]:
    """Every uncertain assumption, the strongest first; equally strong ones keep the order of the case."""
    net = forecast[TARGET].draws[:, 0]
    uncertain = [a for a in forecast.case.assumptions.values() if len(forecast.inputs[a.name]) > 1]
    found = [RankCorrelation(a.name, a.title, spearman(forecast.inputs[a.name][:, 0], net)) for a in uncertain]
    return tuple(sorted(found, key=lambda one: -abs(one.correlation)))


def spearman(one: Array, other: Array) -> float:
    """Return the rank correlation of two columns of one length; 0 where one of them does not vary.

    Examples
    --------
    >>> import numpy as np
    >>> round(spearman(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 10.0, 9.0, 100.0])), 6)
    0.8
    """
    if len(one) != len(other) or len(one) == 1:
        return 0.0
    a, b = (ranks - ranks.mean() for ranks in (_ranks(one), _ranks(other)))
    size = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / size if size else 0.0


def _ranks(column: Array) -> Array:
    """Ranks from 0; equal values share the mean of their ranks."""
    _, group, counts = np.unique(column, return_inverse=True, return_counts=True)
    mean_rank: Array = np.cumsum(counts) - (counts + 1) / 2
    return mean_rank[group]
