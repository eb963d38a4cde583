"""A forecast after a result came in: its own draws, weighted by how well each explains what was seen.

What was seen is ``y = theta + delta + e``: ``theta`` what a draw says one would see in the roll-out, ``delta`` how far
a pilot may differ from a roll-out (the best trainers, the willing teams), ``e`` the error of measuring; the last two
normal around zero. Weighting draws keeps everything they have in common: where a result speaks for a larger effect, it
speaks for whatever goes along with it. Nothing is drawn anew, so every quantity of the forecast is updated at once.

Sources: Gelman et al., Bayesian Data Analysis, §§ 2.4, 2.5, 10.4; Kitagawa (1996) for systematic resampling;
``methods.md`` § 19.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from ldcase.forecast.figure import Array

FEW_DRAWS = 0.10
"""Below this share of draws that still count, the updated figures are rough, and it is said."""
TOO_FEW_DRAWS = 0.05
"""Below this share they are not shown."""
_FAR_OUT = 0.01


@dataclass(frozen=True, eq=False)
class Updated:
    """Draws weighted by a result.

    Attributes
    ----------
    weights : ndarray of shape (draws,)
        At least 0, adding up to 1.
    tail
        How far out the result lies in what the draws had expected of it: the share of expected results at least as far
        out on its side, 0..0.5.
    """

    weights: Array
    tail: float

    @cached_property
    def effective(self) -> float:
        """How many equally weighted draws would know as much (effective sample size): from 1 to all of them."""
        return float(1.0 / np.square(self.weights).sum())

    @property
    def share(self) -> float:
        """The effective draws as a share of all, 0..1."""
        return self.effective / len(self.weights)

    @property
    def rough(self) -> bool:
        """Whether so few draws count that the updated figures are rough."""
        return self.share < FEW_DRAWS

    @property
    def usable(self) -> bool:
        """Whether enough draws count to show updated figures at all."""
        return self.share >= TOO_FEW_DRAWS

    @property
    def surprising(self) -> bool:
        """Whether the forecast had practically ruled the result out, so that one of the two must be wrong."""
        return self.tail < _FAR_OUT

    def mean(self, values: Array) -> float:
        """Mean of a quantity after the result; ``values`` has one entry a draw."""
        return float(self.weights @ _column(values, len(self.weights)))

    def quantiles(self, values: Array, probabilities: tuple[float, ...] = (0.1, 0.5, 0.9)) -> tuple[float, ...]:
        """Quantiles of a quantity after the result, linear between the middles of the weights.

        Parameters
        ----------
        values : ndarray of shape (draws,) or (draws, 1)
            Without missing values.
        probabilities
            Strictly between 0 and 1.
        """
        column = _column(values, len(self.weights))
        order = np.argsort(column, kind="stable")
        weights = self.weights[order]
        reached = np.cumsum(weights) - weights / 2
        return tuple(float(found) for found in np.interp(probabilities, reached, column[order]))

    def chance(self, values: Array, above: float = 0.0) -> float:
        """Weight of the draws in which a quantity is above a threshold, 0..1."""
        return float(self.weights[_column(values, len(self.weights)) > above].sum())

    def rows(self, count: int, start: float = 0.5) -> NDArray[np.intp]:
        """Draws that count equally and stand for the weighted ones: systematic resampling.

        Parameters
        ----------
        count
            How many, at least 1.
        start
            Where the comb stands, from 0 to below 1; fixed, so that the same result gives the same rows.

        Returns
        -------
        ndarray of shape (count,)
            Indices, rising; a draw of weight w stands in it ``w * count`` times, rounded up or down.
        """
        reached = np.cumsum(self.weights)
        comb = (np.arange(count) + start) / count
        return np.minimum(np.searchsorted(reached / reached[-1], comb), len(self.weights) - 1)


def updated(theta: Array, estimate: float, standard_error: float, bias: float = 0.0) -> Updated:
    """Weight draws by a result.

    Parameters
    ----------
    theta : ndarray of shape (draws,)
        What each draw says one would see, in the unit of the estimate.
    estimate
        What was seen.
    standard_error
        Of the estimate, above 0; infinite says that nothing was learnt.
    bias
        Standard deviation of how far a pilot differs from the roll-out, at least 0. Left at 0 the update is too sure.

    Raises
    ------
    ValueError
        When an argument is impossible.
    """
    if not standard_error > 0 or not bias >= 0 or not math.isfinite(estimate) or not np.isfinite(theta).all():
        raise ValueError("a finite estimate and draws, a standard error above 0 and a bias of at least 0 are needed")
    draws = len(theta)
    spread = math.hypot(standard_error, bias)
    if math.isinf(spread):
        return Updated(np.full(draws, 1.0 / draws), 0.5)
    distance = (estimate - theta) / spread
    log_weights = -0.5 * np.square(distance)
    weights = np.exp(log_weights - log_weights.max())
    below = float(np.mean([_normal(float(each)) for each in _thinned(distance)]))
    return Updated(weights / weights.sum(), min(below, 1.0 - below))


def normal_update(mean: float, deviation: float, estimate: float, standard_error: float) -> tuple[float, float, float]:
    """Return mean, deviation and the weight of the prior after a result, of a normal belief; closed form.

    Examples
    --------
    >>> mean, deviation, weight = normal_update(0.62, 0.30, 0.20, 0.15)
    >>> round(mean, 10), round(deviation, 10), round(weight, 10)
    (0.284, 0.1341640786, 0.2)
    """
    prior, seen = 1.0 / deviation**2, 1.0 / standard_error**2
    weight = prior / (prior + seen)
    return weight * mean + (1.0 - weight) * estimate, 1.0 / math.sqrt(prior + seen), weight


def beta_update(prior: tuple[float, float], successes: float, trials: float) -> tuple[float, float]:
    """Return the two parameters of a Beta belief about a share after so many successes in so many trials.

    Examples
    --------
    Gelman et al., Bayesian Data Analysis, § 2.4: girls among births with placenta previa.

    >>> beta_update((1, 1), 437, 980)
    (438, 544)
    """
    return prior[0] + successes, prior[1] + trials - successes


def _normal(value: float) -> float:
    return NormalDist().cdf(value)


def _thinned(values: Array, most: int = 512) -> Array:
    """Sorted values, evenly thinned: enough for a mean of a smooth function."""
    ordered = np.sort(values)
    return ordered if len(ordered) <= most else ordered[np.linspace(0, len(ordered) - 1, most).astype(np.intp)]


def _column(values: Array, draws: int) -> Array:
    return np.broadcast_to(values.reshape(-1), draws)
