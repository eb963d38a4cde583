"""Learning curves: how the time for a unit falls each time the number of units doubles.

There are two conventions, and a rate belongs to one of them. In the cumulative-average model (Wright) the *average* of
all units so far falls to ``rate`` with each doubling; in the unit model (Crawford) the time of the *n*-th unit itself
does. The same 80 % gives different totals.
"""

from __future__ import annotations

import math


def _exponent(rate: float) -> float:
    if not 0 < rate <= 1:
        raise ValueError(f"a learning rate lies above 0 and at or below 1, such as 0.8; not {rate}")
    return math.log2(rate)


def average_time(first: float, rate: float, units: float) -> float:
    """Average time of ``units`` units in the cumulative-average model, in the unit of ``first``.

    Parameters
    ----------
    first
        Time of the first unit, above 0.
    rate
        What the average falls to with each doubling, from above 0 to 1.
    units
        How many units, 1 or more.

    Raises
    ------
    ValueError
        When the rate is not a share above 0.

    Examples
    --------
    >>> round(average_time(100, 0.8, 16), 2)
    40.96
    """
    return float(first * units ** _exponent(rate))


def total_time(first: float, rate: float, units: float) -> float:
    """Time of all ``units`` units together in the cumulative-average model.

    Examples
    --------
    >>> round(total_time(100, 0.8, 16), 2)
    655.36
    """
    return units * average_time(first, rate, units)


def time_between(first: float, rate: float, units_before: float, units: float) -> float:
    """Time of the units after ``units_before`` up to ``units`` in the cumulative-average model.

    Examples
    --------
    >>> round(time_between(100, 0.8, 8, 16), 2)
    245.76
    """
    return total_time(first, rate, units) - total_time(first, rate, units_before)


def unit_time(first: float, rate: float, unit: float) -> float:
    """Time of the ``unit``-th unit alone in the unit model.

    Examples
    --------
    >>> round(unit_time(100, 0.8, 16), 2)
    40.96
    """
    return float(first * unit ** _exponent(rate))


def total_unit_time(first: float, rate: float, units: int) -> float:
    """Time of ``units`` units together in the unit model: the sum of their times.

    Examples
    --------
    >>> round(total_unit_time(100, 0.8, 4), 2)
    314.21
    """
    return math.fsum(unit_time(first, rate, unit) for unit in range(1, units + 1))
