"""The worth of knowing: what it would be worth to know one assumption before deciding.

The expected value of perfect information (EVPI) is how much better one would fare on average if everything were known
before choosing among the options; that of one assumption (EVPPI) if only its value were. Doing nothing is always among
the options: without it nothing could be learnt that stops a bad idea. Money over the horizon; an assumption whose
value would never change the decision is worth nothing to study, however wide its range.

Sources: Raiffa & Schlaifer (1961) for EVPI; Strong & Oakley (2013) for blocks after sorting; Strong, Oakley & Brennan
(2014), doi:10.1177/0272989X13505910, for the regression; ``methods.md`` § 16.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from ldcase.errors import CaseError, Finding
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast
from ldcase.language import said

_KNOTS = (0.05, 0.275, 0.5, 0.725, 0.95)
"""Where the natural cubic spline of a regression bends: Harrell's quantiles for five knots."""
_FEW = 16
"""An assumption with at most so many different values is looked at value by value."""


@dataclass(frozen=True, slots=True)
class ValueOfKnowing:
    """What it would be worth, in money, to know one assumption before deciding: from 0 to the EVPI."""

    name: str
    title: str
    money: float


@dataclass(frozen=True, slots=True)
class Information:
    """What knowing is worth before choosing among the options.

    Attributes
    ----------
    evpi
        Money; what knowing everything would be worth.
    chosen
        Index of the option that is best on average; 0 is doing nothing, 1 the initiative.
    assumptions
        Every uncertain assumption, the most valuable first.
    """

    evpi: float
    chosen: int
    assumptions: tuple[ValueOfKnowing, ...]


def evpi(nets: Array, weights: Array | None = None) -> float:
    """Return the expected value of perfect information.

    Parameters
    ----------
    nets : ndarray of shape (draws, options)
        Net benefit of each option by draw, money; include a column of zeros for doing nothing.
    weights : ndarray of shape (draws,), optional
        Probabilities of the rows, adding up to 1; else all rows count the same.
    """
    if weights is None:
        return _gain(nets)
    return max(float(weights @ nets.max(axis=1) - (weights @ nets).max()) / float(weights.sum()), 0.0)


def _gain(nets: Array) -> float:
    """Mean of the best of each row less the best mean, never below 0."""
    columns = np.ascontiguousarray(nets.T)
    best = columns[0]
    for column in columns[1:]:
        best = np.maximum(best, column)
    return max(float(best.mean()) - max(float(column.mean()) for column in columns), 0.0)


def evppi_blocks(nets: Array, column: Array, blocks: int = 32) -> float:
    """Return the expected value of knowing one assumption, by the means of blocks of draws sorted by it.

    Never below 0 and never above the EVPI of the same draws. Few blocks blur what could be learnt, many find worth in
    noise. An assumption of few values has a block for each.

    Parameters
    ----------
    nets : ndarray of shape (draws, options)
        Net benefit, money.
    column : ndarray of shape (draws,)
        The assumption's value by draw.
    blocks
        How many blocks, at least 1.
    """
    values, group = np.unique(column, return_inverse=True)
    if len(values) > _FEW:
        group = np.empty(len(column), dtype=np.intp)
        group[np.argsort(column, kind="stable")] = np.arange(len(column)) * blocks // len(column)
    sums = np.array([np.bincount(group, weights=net) for net in nets.T])
    return max(float(sums.max(axis=0).sum() / len(column) - nets.mean(axis=0).max()), 0.0)


def expected(nets: Array, columns: Sequence[Array]) -> Array:
    """Return each option's net benefit to be expected once the columns are known, by least squares.

    Each column enters as a natural cubic spline (straight beyond its outer knots), or value by value where it takes few
    values; several columns are added up.

    Parameters
    ----------
    nets : ndarray of shape (draws, options)
        Net benefit, money.
    columns : sequence of ndarray of shape (draws,)
        What would be known.

    Returns
    -------
    ndarray of shape (draws, options)
    """
    basis = np.array([np.ones(len(nets)), *(part for column in columns for part in _bends(column))])
    basis /= np.sqrt(np.einsum("ij,ij->i", basis, basis))[:, None]
    # The normal equations of few scaled columns: a hundredth of the work of a decomposition of the whole basis.
    weights = np.linalg.pinv(basis @ basis.T, rcond=1e-11, hermitian=True) @ (basis @ nets)
    fitted: Array = basis.T @ weights
    return fitted


def evppi_regression(nets: Array, column: Array) -> float:
    """Return the expected value of knowing one assumption, by regression; smoother than blocks, within 0 and the EVPI.

    Parameters are those of `evppi_blocks`.
    """
    return min(_gain(expected(nets, [column])), _gain(nets))


def evpi_of_normal(mean: float, deviation: float) -> float:
    """Return the expected value of perfect information about going ahead or not, of a normal net benefit.

    With the standard deviation of what would be known (see `deviation_known`) it is that of partial or of sample
    information. Closed form; a check on the others where there are no draws.

    Parameters
    ----------
    mean, deviation
        Of the net benefit against doing nothing, money; the deviation at least 0.

    Examples
    --------
    >>> round(evpi_of_normal(1.0, 5**0.5), 10)
    0.4798107063
    """
    if deviation == 0:
        return 0.0
    standard, z = NormalDist(), mean / deviation
    return deviation * standard.pdf(z) + mean * standard.cdf(z) - max(mean, 0.0)


def deviation_known(prior: float, observation: float, count: int) -> float:
    """Return how far the mean of a normal quantity is expected to move once it was observed.

    Parameters
    ----------
    prior
        Standard deviation of what is believed before.
    observation
        Standard deviation of a single observation.
    count
        How many observations.

    Notes
    -----
    Normal prior and normal observations: ``prior * sqrt(n / (n + (observation / prior)**2))``.
    """
    return prior * math.sqrt(count / (count + (observation / prior) ** 2)) if prior else 0.0


def net_worth_of_study(worth: float, fixed: float, each: float, count: int, times: float = 1.0) -> float:
    """Return what a study is worth less what it costs: the expected net benefit of sampling, money.

    Parameters
    ----------
    worth
        Expected value of the information for one decision.
    fixed, each, count
        Cost of the study, cost of an observation, number of observations.
    times
        How often the decision is made with it.
    """
    return worth * times - fixed - each * count


def information(forecast: Forecast, options: Sequence[Array] = ()) -> Information:
    """Return what knowing each uncertain assumption is worth before the decision.

    Parameters
    ----------
    forecast
        The initiative; it and doing nothing are always among the options.
    options : sequence of ndarray of shape (draws,) or (draws, 1)
        Net benefits of further options on the same draws.

    Raises
    ------
    CaseError
        When an option has another number of draws.
    """
    nets = option_nets(forecast, options)
    uncertain = [a for a in forecast.case.assumptions.values() if len(forecast.inputs[a.name]) > 1]
    everything = _gain(nets)
    found = [
        ValueOfKnowing(a.name, a.title, min(_gain(expected(nets, [forecast.inputs[a.name][:, 0]])), everything))
        for a in uncertain
    ]
    best = int(nets.mean(axis=0).argmax())
    return Information(everything, best, tuple(sorted(found, key=lambda value: -value.money)))


def option_nets(forecast: Forecast, options: Sequence[Array] = ()) -> Array:
    """Return the net benefits of doing nothing, the initiative and further options: ``(draws, 2 + len(options))``."""
    for option in options:
        if option.size != forecast.draws:
            what = said("An option was computed with another number of draws.")
            allowed = said("{draws} draws, as the forecast", draws=forecast.draws)
            raise CaseError(
                Finding("option-draws", what, str(option.size), allowed, said("Use the forecast's own draws."))
            )
    own = np.broadcast_to(forecast[TARGET].draws, (forecast.draws, 1))
    return np.column_stack([np.zeros(forecast.draws), own, *(option.reshape(-1) for option in options)])


def _bends(column: Array) -> list[Array]:
    """The columns of the regression that one assumption brings, without the constant."""
    values = np.unique(column)
    if len(values) <= _FEW:
        return [(column == value).astype(np.float64) for value in values[1:]]
    x = (column - column.mean()) / column.std()
    knots = np.unique(values[np.rint(np.array(_KNOTS) * (len(values) - 1)).astype(np.intp)])
    knots = (knots - column.mean()) / column.std()
    last, before = knots[-1], knots[-2]
    tails = {knot: _cube(x - knot) for knot in knots}
    return [
        x,
        *(
            tails[k] - tails[before] * ((last - k) / (last - before)) + tails[last] * ((before - k) / (last - before))
            for k in knots[:-2]
        ),
    ]


def _cube(distance: Array) -> Array:
    """The third power of what is above zero."""
    above: Array = np.maximum(distance, 0.0)
    above *= above * above
    return above
