"""Ranges that people state: read as they were meant, pooled so that disagreement stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldcase.case.metalog import feasible
from ldcase.forecast.elicitation import as_range, linear_pool, pooled_moments, stated


def test_a_pool_of_one_is_that_person() -> None:
    assert linear_pool([(1, 2, 3)]).values == pytest.approx((1, 2, 3), abs=1e-4)


def test_people_who_agree_pool_to_what_they_said() -> None:
    assert linear_pool([(1, 2, 4)] * 3).values == pytest.approx((1, 2, 4), abs=1e-3)


def test_disagreement_stays_in_the_pool() -> None:
    pooled = linear_pool([(1, 2, 3), (8, 9, 10)])
    assert pooled.low < 2  # averaging the quantiles would give 4.5 to 6.5
    assert pooled.high > 9
    assert pooled.deviation > 3


def test_who_weighs_more_is_heard_more() -> None:
    assert linear_pool([(1, 2, 3), (8, 9, 10)], [9, 1]).likely < 3


def test_the_moments_follow_the_formula() -> None:
    mean, deviation = pooled_moments([10, 30], [1, 3])
    assert mean == pytest.approx(20)
    assert deviation**2 == pytest.approx((1 + 100 + 9 + 900) / 2 - 400)


def test_a_lopsided_range_is_pooled_as_it_was_said() -> None:
    assert not feasible(1, 9.9, 10)
    assert linear_pool([(1, 9.9, 10)]).values == pytest.approx((1, 9.9, 10), abs=1e-2)


def test_wider_statements_are_read_narrower() -> None:
    as_p5 = stated(0, 10, 20, "P5 and P95")
    as_bounds = stated(0, 10, 20, "least and most")
    assert as_p5 == pytest.approx((10 - 10 * 1.28155 / 1.64485, 10, 10 + 10 * 1.28155 / 1.64485), abs=1e-4)
    assert 0 < as_p5[0] < as_bounds[0] < 10  # bounds are never crossed, so one case in ten lies well inside them
    assert stated(0, 10, 20) == (0, 10, 20)


@given(
    st.tuples(*[st.floats(-10, 10)] * 3).map(sorted),
    st.sampled_from([(0.0, 1.0), (0.0, None), (None, None)]),
)
def test_a_range_always_has_a_distribution_between_the_bounds(
    values: list[float], bounds: tuple[float | None, float | None]
) -> None:
    low, likely, high = as_range(values[0], values[1], values[2], *bounds)
    assert feasible(low, likely, high, *bounds)
