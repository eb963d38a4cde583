"""What people expect: ranges made of what they said, and one range made of several people's.

`stated` reads a person's low, likely and high by what they were said to be. `linear_pool` is the linear opinion pool,
which keeps disagreement: where experts differ, the pooled range is wide. The fits answer which distribution has the
quantiles somebody named.

Sources: O'Hagan et al. (2006) and the SHELF package for fits on the probability scale; Stone (1961) for the pool;
Malcolm et al. (1959) for PERT; ``methods.md`` §§ 10 and 11.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from ldcase.case.metalog import coefficients, feasible, likely_between, quantile
from ldcase.forecast.figure import Array

Triple = tuple[float, float, float]
Family = Literal["normal", "lognormal", "beta"]
_POINTS = 2000
_P90 = NormalDist().inv_cdf(0.9)
_P95 = NormalDist().inv_cdf(0.95)


@dataclass(frozen=True, slots=True)
class Pool:
    """Several ranges pooled: P10, P50, P90, mean and standard deviation of the mixture."""

    low: float
    likely: float
    high: float
    mean: float
    deviation: float
    draws: Array

    @property
    def values(self) -> Triple:
        """Low, likely and high."""
        return self.low, self.likely, self.high


def stated(low: float, likely: float, high: float, means: str = "P10 and P90") -> Triple:
    """Return P10, P50, P90 of what somebody said.

    Parameters
    ----------
    means
        ``P10 and P90`` as they are; ``P5 and P95`` drawn in by the ratio of the normal's quantiles, on each side of the
        likely value; ``least and most`` as the bounds of a Beta-PERT whose mode is the likely value.
    """
    if low == high or means == "P10 and P90":
        return low, likely, high
    if means == "P5 and P95":
        narrower = _P90 / _P95
        return likely - (likely - low) * narrower, likely, likely + (high - likely) * narrower
    from scipy.stats import beta

    first, second = pert_shape(low, likely, high)
    ends = low + (high - low) * beta.ppf([0.1, 0.5, 0.9], first, second)
    return float(ends[0]), float(ends[1]), float(ends[2])


def linear_pool(ranges: Sequence[Triple], weights: Sequence[float] | None = None) -> Pool:
    """Pool ranges (P10, P50, P90) by the linear opinion pool, ``F = sum w F``.

    Each range is its unbounded metalog, or, where it is too lopsided for one, two halves of a normal that meet at the
    likely value. Each is represented by its quantiles at equally spaced probabilities; nothing is drawn at random.

    Parameters
    ----------
    ranges
        At least one.
    weights
        Not negative, with a sum above 0; equal where nothing is said.
    """
    at = (np.arange(_POINTS) + 0.5) / _POINTS
    every = np.concatenate([quantiles(one, at) for one in ranges])
    shares = np.ones(len(ranges)) if weights is None else np.asarray(weights, dtype=np.float64)
    each = np.repeat(shares / shares.sum() / _POINTS, _POINTS)
    order = np.argsort(every, kind="stable")
    below = np.cumsum(each[order]) - 0.5 * each[order]
    low, likely, high = (float(value) for value in np.interp([0.1, 0.5, 0.9], below, every[order]))
    mean, deviation = pooled_moments(
        [float(part.mean()) for part in np.split(every, len(ranges))],
        [float(part.std()) for part in np.split(every, len(ranges))],
        shares.tolist(),
    )
    return Pool(low, likely, high, mean, deviation, every)


def quantiles(values: Triple, probabilities: Array) -> Array:
    """Return a range's values at probabilities, same shape: its unbounded metalog, or two halves of a normal."""
    low, likely, high = values
    if low == high or feasible(low, likely, high):
        return quantile(coefficients(low, likely, high), probabilities)
    from scipy.special import ndtri

    z = ndtri(probabilities) / _P90
    spread: Array = likely + np.where(z < 0, (likely - low) * z, (high - likely) * z)
    return spread


def pooled_moments(
    means: Sequence[float], deviations: Sequence[float], weights: Sequence[float] | None = None
) -> tuple[float, float]:
    """Return mean and standard deviation of a linear pool: ``var = sum w (s^2 + m^2) - mean^2``.

    Examples
    --------
    >>> pooled_moments([0, 2], [1, 1])
    (1.0, 1.4142135623730951)
    """
    share = np.ones(len(means)) if weights is None else np.asarray(weights, dtype=np.float64)
    share = share / share.sum()
    middle, spread = np.asarray(means, dtype=np.float64), np.asarray(deviations, dtype=np.float64)
    mean = float(share @ middle)
    return mean, math.sqrt(max(0.0, float(share @ (spread**2 + middle**2)) - mean**2))


def as_range(low: float, likely: float, high: float, lower: float | None, upper: float | None) -> Triple:
    """Return the nearest P10, P50, P90 that have a metalog between the bounds.

    Ends beyond a bound are drawn in to a hair's breadth inside it; a likely value too close to one end moves away.
    """
    span = upper - lower if upper is not None and lower is not None else high - low
    first = low if lower is None else max(low, lower + 1e-3 * span)
    last = high if upper is None else min(high, upper - 1e-3 * span)
    least, most = likely_between(first, last, lower, upper) if first < last else (first, last)
    margin = 0.01 * (most - least)
    middle = min(max(likely, least + margin), most - margin)
    if first < last and feasible(first, middle, last, lower, upper):
        return first, middle, last
    fixed = max(likely, lower) if lower is not None else likely
    fixed = min(fixed, upper) if upper is not None else fixed
    return fixed, fixed, fixed


def lognormal(low: float, high: float, z: float = _P90) -> tuple[float, float]:
    """Return mu and sigma of the lognormal with two quantiles ``z`` deviations below and above the middle.

    Examples
    --------
    >>> [round(value, 4) for value in lognormal(10, 100, z=1.645)]
    [3.4539, 0.6999]
    """
    return math.log(math.sqrt(low * high)), math.log(high / low) / (2 * z)


def normal(low: float, high: float, z: float = _P90) -> tuple[float, float]:
    """Return mean and standard deviation of the normal with two quantiles ``z`` deviations below and above the mean."""
    return (low + high) / 2, (high - low) / (2 * z)


def pert(least: float, likely: float, most: float) -> tuple[float, float]:
    """Return mean ``(a + 4m + b) / 6`` and the classical deviation ``(b - a) / 6`` of bounds a and b."""
    return (least + 4 * likely + most) / 6, (most - least) / 6


def pert_shape(least: float, likely: float, most: float) -> tuple[float, float]:
    """Return the two parameters of the Beta-PERT between ``least`` and ``most`` whose mode is ``likely``."""
    return 1 + 4 * (likely - least) / (most - least), 1 + 4 * (most - likely) / (most - least)


def fitted(
    family: Family, values: Sequence[float], probabilities: Sequence[float], bounds: tuple[float, float] = (0, 1)
) -> tuple[float, float]:
    """Fit a family to quantiles as SHELF does: least squares on the *probability* scale, ``sum (F(v) - p)^2``.

    Parameters
    ----------
    family
        ``normal`` gives mean and standard deviation, ``lognormal`` mu and sigma, ``beta`` its two parameters.
    values, probabilities
        At least two quantiles, rising.
    """
    from scipy import optimize, stats

    at, wanted = np.asarray(values, dtype=np.float64), np.asarray(probabilities, dtype=np.float64)
    if family == "lognormal":
        at = np.log(at)
    elif family == "beta":
        at = (at - bounds[0]) / (bounds[1] - bounds[0])
    z = stats.norm.ppf(wanted)
    spread, middle = np.polyfit(z, at, 1)

    def missed(parameters: Array) -> Array:
        if family == "beta":
            first, second = np.exp(parameters)
            found: Array = stats.beta.cdf(at, first, second)
        else:
            found = stats.norm.cdf(at, parameters[0], math.exp(parameters[1]))
        return found - wanted

    if family == "beta":
        size = max(middle * (1 - middle) / spread**2 - 1, 0.1)
        begin = np.log([middle * size, (1 - middle) * size])
    else:
        begin = np.array([middle, math.log(spread)])
    solved = optimize.least_squares(missed, begin, xtol=1e-14, ftol=1e-14, gtol=1e-14).x
    if family == "beta":
        return float(math.exp(solved[0])), float(math.exp(solved[1]))
    return float(solved[0]), float(math.exp(solved[1]))
