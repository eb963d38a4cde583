"""Where dots and break-even marks stand."""

from __future__ import annotations

import pytest

from ldcase.charts.dots import stacked
from ldcase.charts.gap import price_at
from ldcase.charts.must_be_true import placed


def test_dots_stack_without_gaps_and_none_is_lost() -> None:
    values = [-5.0, -1.0, 0.2, 0.3, 0.4, 3.9, 4.0, 99.0]
    places, levels = stacked(values, (0.0, 4.0), 4)
    assert places == [0.5, 0.5, 0.5, 0.5, 0.5, 3.5, 3.5, 3.5]
    assert levels == [1, 2, 3, 4, 5, 1, 2, 3]


def test_a_dot_stays_on_its_side_of_zero_when_zero_is_the_edge_of_a_stack() -> None:
    places, _ = stacked([-0.01, 0.01], (-2.0, 2.0), 8)
    assert places[0] < 0 < places[1]


@pytest.mark.parametrize(
    ("low", "likely", "high", "break_even"),
    [
        (0.3, 0.5, 0.6, 0.38),
        (0.3, 0.5, 0.6, 0.1),
        (3, 4, 5, 1000.0),
        (3, 4, 5, -1000.0),
        (2, 2, 2, 1.0),
        (0, 0, 0, None),
        (3, 4, 5, None),
    ],
)
def test_a_row_holds_its_marks_in_their_order(low: float, likely: float, high: float, break_even: float | None) -> None:
    low_at, likely_at, high_at, break_even_at = placed(low, likely, high, break_even)
    assert 0 < low_at <= likely_at <= high_at < 1
    if break_even is None:
        assert break_even_at is None
    else:
        assert break_even_at is not None
        assert 0 < break_even_at < 1
        assert (break_even_at < low_at) == (break_even < low)
        assert (break_even_at > high_at) == (break_even > high)


@pytest.mark.parametrize(
    ("team", "best", "expected"),
    [
        ([1] * 12, [2] * 12, {5, 6}),
        ([1] * 12, [2] * 5 + [1.1] * 2 + [2] * 5, {2, 9}),
        ([2] * 5, [1, 1, 1, 1, 1], {2}),
        ([1, 1], [2, 2], {0, 1}),
        ([1] * 9, [2, 2, 2, 2, 3, 3, 3, 3, 3], {6}),
    ],
)
def test_the_price_stands_where_the_area_is_widest(team: list[float], best: list[float], expected: set[int]) -> None:
    assert price_at(team, best) in expected
