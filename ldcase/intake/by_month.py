"""Rows put together by month and group."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ldcase.intake.reading import Values
from ldcase.intake.sheet import Whole

Months = npt.NDArray[np.datetime64]
LONGEST = 60
"""Months of a history that are kept; older ones say little about today."""


def quotient(total: npt.NDArray[Any], count: npt.NDArray[Any]) -> Values:
    """Divide; NaN where the count is 0."""
    result: Values = np.full(np.shape(total), np.nan)
    np.divide(total, count, out=result, where=count > 0)
    return result


def counted(months: Months, group: Whole, first: np.datetime64, count: int, width: int) -> Whole:
    """How many of these months are each month and group, shape (months, groups)."""
    inside = (months >= first) & (months < first + count)
    at = (months[inside] - first).astype(np.int64)
    return np.bincount(at * width + group[inside], minlength=count * width).reshape(count, width)


def persons(at: Whole, group: Whole, person: Whole, shape: tuple[int, int]) -> Values:
    """How many different people there are by month and group."""
    most = int(person.max(initial=0)) + 1
    keys = np.unique((at * shape[1] + group) * most + person) // most
    return np.bincount(keys, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float64)


def span(month: Months) -> tuple[np.datetime64, np.datetime64]:
    last = month.max()
    return max(month.min(), last - LONGEST + 1), last


def following(first: np.datetime64, count: int) -> Months:
    return first + np.arange(count)


def mean(at: Whole, group: Whole, value: Values, shape: tuple[int, int]) -> Values:
    place, size = at * shape[1] + group, shape[0] * shape[1]
    filled = ~np.isnan(value)
    count = np.bincount(place[filled], minlength=size)
    total = np.bincount(place[filled], weights=value[filled], minlength=size)
    return quotient(total, count).reshape(shape)


def weighted(values: Values, weights: Values) -> Values:
    total = weights.sum(axis=1)
    summed = np.nansum(values * weights, axis=1)
    return quotient(summed, total)


def means(values: Values) -> Values:
    count = (~np.isnan(values)).sum(axis=0)
    return quotient(np.nansum(values, axis=0), count)


def noise_of_mean(values: Values) -> float:
    """Variance of the mean of some months, from how much neighbouring months differ."""
    there = values[~np.isnan(values)]
    if len(there) < 3:
        return float("nan")
    sigma = float(np.abs(np.diff(there)).mean()) / 1.128
    return sigma**2 / len(there)
