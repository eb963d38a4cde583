"""Utility analysis: what a standardised effect on performance is worth (Brogden, Cronbach & Gleser; Boudreau).

Effects are standard deviations of performance at work, against the way it is done today. SDy is the value of one
standard deviation of performance of a person in a *year*. In a case, the metric ``standardised_performance`` computes
with them; the functions here find its inputs and read published examples. Taxes and timing:
`ldcase.forecast.returns.present_value`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist, stdev


def correlation(effect: float) -> float:
    """Turn a standardised difference d between two groups of equal size into a correlation.

    Examples
    --------
    >>> round(correlation(0.5), 7)
    0.2425356
    """
    return effect / math.sqrt(effect * effect + 4)


def effect(correlation: float) -> float:
    """Turn a correlation into the standardised difference d between two groups of equal size.

    Raises
    ------
    ValueError
        When the correlation is not between -1 and 1.

    Examples
    --------
    >>> round(effect(0.3), 7)
    0.6289709
    """
    if not -1 < correlation < 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {correlation}")
    return 2 * correlation / math.sqrt(1 - correlation * correlation)


def sdy_from_percentiles(p15: float, p85: float) -> float:
    """SDy as half the distance between the yearly output of the 15th and the 85th person of a hundred.

    Examples
    --------
    >>> sdy_from_percentiles(60000, 140000)
    40000.0
    """
    return (p85 - p15) / 2


def sdy_from_pay(pay: float, share: float) -> float:
    """SDy as a share of yearly pay: 0.4 to 0.7 by the rule of thumb, the coefficient of variation of output otherwise.

    Examples
    --------
    >>> sdy_from_pay(80000, 0.4)
    32000.0
    """
    return share * pay


def sdy_from_output(values: Sequence[float]) -> float:
    """SDy as the sample standard deviation of the yearly output of two or more persons, in money.

    Examples
    --------
    >>> round(sdy_from_output([90000, 110000, 85000, 150000, 125000]), 2)
    26598.87
    """
    return stdev(values)


def cutoff(selection_ratio: float) -> float:
    """Standard score above which a share ``selection_ratio`` of a normal distribution lies.

    Examples
    --------
    >>> round(cutoff(0.2), 4)
    0.8416
    """
    return NormalDist().inv_cdf(1 - selection_ratio)


def mean_score_of_selected(selection_ratio: float) -> float:
    """Mean standard score of those above the cut-off: its density over the share selected.

    Examples
    --------
    >>> round(mean_score_of_selected(0.2), 5)
    1.39981
    """
    return NormalDist().pdf(cutoff(selection_ratio)) / selection_ratio


def value_of_effect(effect: float, sdy: float, people: float, years: float) -> float:
    """Value of an effect that lasts ``years`` in full, before cost, in money. Do not apply years *and* a decay.

    Examples
    --------
    >>> value_of_effect(0.3, 50000, 100, 2)
    3000000.0
    """
    return people * years * effect * sdy


def effect_to_break_even(cost: float, sdy: float, people: float, years: float) -> float:
    """Effect at which the value equals the cost: what must be true.

    Examples
    --------
    >>> effect_to_break_even(40000, 50000, 100, 2)
    0.004
    """
    return cost / (people * years * sdy)


def composite_validity(
    predictors: Sequence[Sequence[float]],
    links: Sequence[Sequence[float]],
    criteria: Sequence[Sequence[float]],
    weights: Sequence[float],
) -> float:
    """Correlation of the best-weighted predictors with a weighted sum of several criteria.

    Parameters
    ----------
    predictors, criteria
        Correlations among the predictors ``(p, p)`` and among the criteria ``(c, c)``.
    links
        Correlations of predictors with criteria ``(p, c)``.
    weights
        Importance of the criteria ``(c,)``.

    Examples
    --------
    >>> ones = [[1, 0.3], [0.3, 1]], [[0.3, 0.1], [0.15, 0.25]], [[1, 0.4], [0.4, 1]]
    >>> round(composite_validity(*ones, [0.7, 0.3]), 7)
    0.3068243
    """
    import numpy as np

    weighted = np.asarray(weights, dtype=float)
    toward = np.asarray(links, dtype=float) @ weighted
    explained = toward @ np.linalg.solve(np.asarray(predictors, dtype=float), toward)
    return float(np.sqrt(explained / (weighted @ np.asarray(criteria, dtype=float) @ weighted)))
