"""What can go wrong, in money: the chance of a loss, and how large it is when it comes.

Source: expected shortfall (conditional value at risk) as in Acerbi & Tasche (2002); ``methods.md`` § 13.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast


@dataclass(frozen=True, slots=True)
class Risk:
    """The downside of the net benefit over the horizon. Money; losses are negative.

    Attributes
    ----------
    chance_of_loss
        Share of draws with a net benefit below zero, 0..1.
    mean_loss
        Mean net benefit of those draws, negative; 0 where there is none.
    expected_loss
        Chance times mean loss: what the downside takes off the mean.
    worst_tenth
        Mean net benefit of the worst tenth of the draws (expected shortfall at 10 %).
    worst
        The worst draw.
    """

    chance_of_loss: float
    mean_loss: float
    expected_loss: float
    worst_tenth: float
    worst: float


def risk(forecast: Forecast) -> Risk:
    """Return the downside of a forecast."""
    net = forecast[TARGET].draws[:, 0]
    losses = net[net < 0]
    return Risk(
        chance_of_loss=len(losses) / len(net),
        mean_loss=float(losses.mean()) if len(losses) else 0.0,
        expected_loss=float(losses.sum()) / len(net),
        worst_tenth=expected_shortfall(net),
        worst=float(net.min()),
    )


def expected_shortfall(net: Array, tail: float = 0.1) -> float:
    """Return the mean of the worst part of the draws; the draw on the edge counts with the part that belongs to it.

    Parameters
    ----------
    net : ndarray of shape (draws,)
        Net benefit by draw.
    tail
        How large the part is, above 0, at most 1.
    """
    if not 0 < tail <= 1:
        raise ValueError(f"the tail is a share above 0 and at most 1, not {tail:g}")
    ordered = np.sort(net)
    weights = np.clip(tail * len(ordered) - np.arange(len(ordered)), 0.0, 1.0)
    return float(ordered @ weights / weights.sum())


def greatest_regret(nets: Array) -> Array:
    """Return for each option the most by which another would have been better in any draw; money, at least 0.

    Parameters
    ----------
    nets : ndarray of shape (draws, options)
        Net benefits. The option with the smallest value is the choice of minimax regret (Savage).
    """
    regret: Array = (nets.max(axis=1, keepdims=True) - nets).max(axis=0)
    return regret


def between_best_and_worst(nets: Array, optimism: float) -> Array:
    """Return for each option the best draw with the weight ``optimism``, 0..1, and the worst with the rest (Hurwicz).

    Parameters
    ----------
    nets : ndarray of shape (draws, options)
        Net benefits.
    """
    weighed: Array = optimism * nets.max(axis=0) + (1 - optimism) * nets.min(axis=0)
    return weighed
