"""The metalog against what defines it: its quantiles, its bounds, its limit of skew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ldcase.case.metalog import SKEW_LIMIT, bound, coefficients, feasible, likely_between, quantile, unbound

RANGES = [
    (8.0, 12.0, 20.0, None, None),
    (-3.0, 1.0, 2.5, None, None),
    (34_500.0, 38_000.0, 42_000.0, 0.0, None),
    (0.36, 0.5, 0.64, 0.0, 1.0),
    (0.001, 0.002, 0.004, 0.0, 1.0),
    (-9.0, -4.0, -1.0, None, 0.0),
    (2.0, 3.0, 4.0, 0.0, 60.0),
]


@pytest.mark.parametrize(("low", "likely", "high", "lower", "upper"), RANGES)
def test_low_likely_and_high_are_p10_p50_and_p90(
    low: float, likely: float, high: float, lower: float | None, upper: float | None
) -> None:
    c = coefficients(low, likely, high, lower, upper)
    assert quantile(c, [0.1, 0.5, 0.9]) == pytest.approx([low, likely, high], rel=1e-12)


@pytest.mark.parametrize(("low", "likely", "high", "lower", "upper"), RANGES)
def test_a_feasible_range_rises_and_stays_inside_its_bounds(
    low: float, likely: float, high: float, lower: float | None, upper: float | None
) -> None:
    assert feasible(low, likely, high, lower, upper)
    values = quantile(coefficients(low, likely, high, lower, upper), np.linspace(0.0005, 0.9995, 1999))
    assert (np.diff(values) > 0).all()
    assert lower is None or values[0] > lower
    assert upper is None or values[-1] < upper


def test_the_limit_of_skew_is_where_the_density_touches_zero() -> None:
    y = np.linspace(0.5, 1, 2_000_001)[1:-1]
    steepest = (y - 0.5 + y * (1 - y) * np.log(y / (1 - y))).max()
    assert 1 / steepest == pytest.approx(SKEW_LIMIT, rel=1e-9)


@given(st.floats(0.0, 1.0), st.sampled_from([(None, None), (0.0, None), (0.0, 20.0), (None, 20.0)]))
def test_feasible_says_whether_the_quantiles_rise(share: float, bounds: tuple[float | None, float | None]) -> None:
    low, high = 4.0, 16.0
    first, last = likely_between(low, high, *bounds)
    likely = low + share * (high - low)
    assume(min(abs(likely - first), abs(likely - last)) > 0.01)
    assert feasible(low, likely, high, *bounds) == (first < likely < last)
    values = unbound(quantile(coefficients(low, likely, high, *bounds), np.linspace(0.001, 0.999, 9999)), *bounds)
    assert (np.diff(values) > -1e-12).all() == (first < likely < last)


def test_a_known_infeasible_range() -> None:
    """Keelin: with P10 = 0 and P90 = 1 and no bounds, P50 must lie between 0.167 and 0.833."""
    assert likely_between(0.0, 1.0) == pytest.approx((0.16658, 0.83342), abs=1e-5)
    assert not feasible(0.0, 0.16, 1.0)
    assert feasible(0.0, 0.17, 1.0)


def test_three_equal_values_are_fixed_even_at_a_bound() -> None:
    assert feasible(1.0, 1.0, 1.0, 0.0, 1.0)
    assert not feasible(1.1, 1.1, 1.1, 0.0, 1.0)
    assert (quantile(coefficients(1.0, 1.0, 1.0, 0.0, 1.0), [0.01, 0.99]) == 1.0).all()


@pytest.mark.parametrize(
    "values", [(0.0, 0.5, 0.9), (0.1, 0.5, 1.0), (0.6, 0.5, 0.9), (0.5, 0.5, 0.9), (0.1, 0.9, 0.9)]
)
def test_ranges_that_do_not_exist_between_zero_and_one(values: tuple[float, float, float]) -> None:
    assert not feasible(*values, 0.0, 1.0)


@given(st.floats(0.001, 0.999), st.sampled_from([(None, None), (0.0, None), (0.0, 1.0), (None, 1.0)]))
def test_bound_undoes_unbound(value: float, bounds: tuple[float | None, float | None]) -> None:
    assert bound(unbound(value, *bounds), *bounds) == pytest.approx(value, rel=1e-12)
