"""Which assumption the spread comes from: Sobol's first-order and total shares of the variance of the net benefit.

First order: the share that would go if the assumption were known. Total: the share that would stay if everything else
were known; the difference is what it does together with others. They need not add up to 1.

Sources: Saltelli et al. (2010) and Jansen (1999) for the total; the means of sorted blocks for the first order, as in
Strong & Oakley (2013); ``methods.md`` § 14.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast, sample

_OTHER_SEED = 7919
"""Added to the seed for an independent second set of columns."""


@dataclass(frozen=True, slots=True)
class VarianceShare:
    """Shares of the variance of the net benefit, 0..1 up to the noise of the draws."""

    name: str
    title: str
    first_order: float
    total: float


def variance_shares(forecast: Forecast) -> tuple[VarianceShare, ...]:
    """Every uncertain assumption, largest total first. For each, what depends on it is computed once more.

    The shares are those of independent assumptions; where the case links some, the totals of these are not comparable.
    """
    net = forecast[TARGET].draws[:, 0]
    program, months, known = forecast.case.graph.program(), forecast.case.horizon, forecast.values.found
    found = []
    for assumption in forecast.case.assumptions.values():
        name = assumption.name
        if len(forecast.inputs[name]) == 1:
            continue
        inputs = {**forecast.inputs, name: sample(assumption, forecast.draws, forecast.seed + _OTHER_SEED)}
        again = program.run(inputs, months, only=(TARGET,), previous=known, changed={name})[TARGET][:, 0]
        first = first_order(net, forecast.inputs[name][:, 0])
        found.append(VarianceShare(name, assumption.title, first, total_effect(net, again)))
    return tuple(sorted(found, key=lambda share: -share.total))


def first_order(outcome: Array, column: Array, blocks: int = 32) -> float:
    """Return Sobol's first-order share: the variance of the means of blocks sorted by the column.

    The part of it that is only the noise within blocks is taken off, so it may be a little below 0. A block holds four
    draws or more; with fewer than eight draws nothing can be said, and the share is 0.

    Parameters
    ----------
    outcome, column : ndarray of shape (draws,)
        What varies, and the input whose share is asked.
    """
    blocks = min(blocks, len(outcome) // 4)
    if blocks < 2:
        return 0.0
    parts = np.array_split(outcome[np.argsort(column, kind="stable")], blocks)
    means = np.array([part.mean() for part in parts])
    noise = np.mean([part.var(ddof=1) / len(part) for part in parts if len(part) > 1])
    total = float(outcome.var())
    return float(means.var() - noise) / total if total else 0.0


def total_effect(outcome: Array, again: Array) -> float:
    """Return Sobol's total share by Jansen's estimator.

    Parameters
    ----------
    outcome, again : ndarray of shape (draws,)
        The outcome, and the outcome with only the input in question drawn anew.
    """
    total = float(outcome.var())
    return float(np.mean((outcome - again) ** 2)) / (2 * total) if total else 0.0
