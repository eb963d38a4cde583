"""The three-term metalog: the distribution behind every range of low, likely and high (P10, P50, P90).

The quantile function is ``a1 + a2 L + a3 (y - 1/2) L`` with ``L = ln(y / (1 - y))``, in a coordinate in which the
natural bounds lie at infinity: the logarithm of the distance to one bound, the logit between two. Three quantiles fix
the three coefficients in closed form (Keelin 2016).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

_LN_9 = float(np.log(9.0))
# The density is positive everywhere while |a3| < SKEW_LIMIT a2: 1 / max((y - 1/2) + y (1 - y) ln(y / (1 - y))).
SKEW_LIMIT = 1.6671131192019293


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Location, spread and skew in the coordinate without bounds, and the bounds; a fixed value has no spread."""

    location: float
    spread: float
    skew: float
    lower: float | None = None
    upper: float | None = None


def unbound(value: ArrayLike, lower: float | None, upper: float | None) -> Array:
    """Carry values to the coordinate without bounds; a value at a bound becomes ±infinity.

    Parameters
    ----------
    value
        Values between the bounds, any shape.
    lower, upper
        The natural bounds; None where there is none.
    """
    x = np.asarray(value, dtype=np.float64)
    with np.errstate(divide="ignore"):
        if lower is not None and upper is not None:
            return np.log(x - lower) - np.log(upper - x)
        if lower is not None:
            return np.log(x - lower)
        return x if upper is None else -np.log(upper - x)


def bound(coordinate: ArrayLike, lower: float | None, upper: float | None) -> Array:
    """Carry coordinates back to values, the inverse of `unbound`; same shape."""
    z = np.asarray(coordinate, dtype=np.float64)
    with np.errstate(over="ignore"):
        if lower is not None and upper is not None:
            small = np.exp(-np.abs(z))
            share = small / (1.0 + small)
            return np.where(z < 0, lower + (upper - lower) * share, upper - (upper - lower) * share)
        if lower is not None:
            return lower + np.exp(z)
        return z if upper is None else upper - np.exp(-z)


def coefficients(
    low: float, likely: float, high: float, lower: float | None = None, upper: float | None = None
) -> Coefficients:
    """Return the metalog whose P10, P50 and P90 are the three values.

    Three equal values give a fixed value. Whether the result is a distribution at all, `feasible` says.
    """
    if low == likely == high:
        return Coefficients(likely, 0.0, 0.0)
    first, middle, last = (float(unbound(value, lower, upper)) for value in (low, likely, high))
    return Coefficients(middle, (last - first) / (2 * _LN_9), (first + last - 2 * middle) / (0.8 * _LN_9), lower, upper)


def feasible(low: float, likely: float, high: float, lower: float | None = None, upper: float | None = None) -> bool:
    """Return whether a metalog with these P10, P50 and P90 exists between the bounds.

    A fixed value does, at a bound too. Otherwise the three must rise, lie strictly between the bounds, and the likely
    value must not be too close to one end: its share of the way from low to high, in the coordinate without bounds,
    must lie between 0.167 and 0.833.
    """
    if low == likely == high:
        return (lower is None or low >= lower) and (upper is None or high <= upper)
    if not low < high or (lower is not None and low <= lower) or (upper is not None and high >= upper):
        return False
    c = coefficients(low, likely, high, lower, upper)
    return bool(np.isfinite([c.location, c.spread, c.skew]).all() and abs(c.skew) < SKEW_LIMIT * c.spread)


def likely_between(
    low: float, high: float, lower: float | None = None, upper: float | None = None
) -> tuple[float, float]:
    """Return the open interval in which the likely value may lie for a given low and high."""
    edge = 0.5 - 0.2 * SKEW_LIMIT
    first, last = (float(unbound(value, lower, upper)) for value in (low, high))
    ends = bound([first + edge * (last - first), last - edge * (last - first)], lower, upper)
    return float(ends[0]), float(ends[1])


def quantile(coefficients: Coefficients, probabilities: ArrayLike, log_odds: Array | None = None) -> Array:
    """Return the values below which the range lies with these probabilities (strictly between 0 and 1), same shape.

    ``log_odds`` is ``ln(y / (1 - y))`` of the probabilities where the caller has it already.
    """
    y = np.asarray(probabilities, dtype=np.float64)
    if coefficients.spread == 0:
        return np.full(y.shape, coefficients.location)
    logit = np.log(y / (1.0 - y)) if log_odds is None else log_odds
    coordinate = coefficients.location + (coefficients.spread + coefficients.skew * (y - 0.5)) * logit
    return bound(coordinate, coefficients.lower, coefficients.upper)
