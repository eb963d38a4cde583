"""Trying other values: ranges move as a whole, stay feasible, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldcase.case import Case, Catalogue, from_text
from ldcase.case.assumption import Assumption
from ldcase.case.metalog import coefficients, feasible, quantile
from ldcase.errors import CaseError, Place

BOUNDS = [(None, None), (0.0, None), (0.0, 1.0), (None, 1.0)]


def assumption(low: float, likely: float, high: float, bounds: tuple[float | None, float | None]) -> Assumption:
    return Assumption(
        "a", "A", low, likely, high, "share", bounds, "s", "o", "opinion", "", "", "number", "", None, False, False,
        Place(), "ask.assumptions.a", "ask",
    )  # fmt: skip


@given(st.sampled_from(BOUNDS), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_a_number_moves_the_whole_range_and_keeps_it_feasible(
    bounds: tuple[float | None, float | None], first: float, second: float
) -> None:
    before = assumption(0.3, 0.4, 0.6, bounds)
    after = before.moved(first)
    assert after.likely == first
    assert after.low < after.likely < after.high
    assert feasible(*after.values, *bounds)
    assert after.moved(second).values == pytest.approx(before.moved(second).values, rel=1e-9)
    shape, moved = (coefficients(*one.values, *bounds) for one in (before, after))
    assert (moved.spread, moved.skew) == pytest.approx((shape.spread, shape.skew), rel=1e-6, abs=1e-9)
    values = quantile(moved, [0.001, 0.2, 0.5, 0.8, 0.999])
    assert all(left < right for left, right in pairwise(values))


@given(st.sampled_from(BOUNDS))
def test_moving_nowhere_changes_nothing(bounds: tuple[float | None, float | None]) -> None:
    before = assumption(0.3, 0.4, 0.6, bounds)
    assert before.moved(0.4).values == pytest.approx(before.values, rel=1e-12)


def test_without_bounds_it_is_a_shift_and_with_one_bound_a_factor() -> None:
    assert assumption(3, 4, 6, (None, None)).moved(5).values == pytest.approx((4, 5, 7))
    assert assumption(3, 4, 6, (0.0, None)).moved(8).values == pytest.approx((6, 8, 12))


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_at_a_bound_it_becomes_fixed(end: float) -> None:
    assert assumption(0.3, 0.4, 0.6, (0.0, 1.0)).moved(end).values == (end, end, end)


def test_a_fixed_value_stays_fixed() -> None:
    assert assumption(0.4, 0.4, 0.4, (0.0, 1.0)).moved(0.5).values == (0.5, 0.5, 0.5)


def test_a_what_if_changes_a_copy_and_shares_the_graph(toy: Callable[..., Case]) -> None:
    case = toy()
    other = case.what_if({"able_share": 0.4, "leavers.headcount": 250, "cohort_1.start": 7, "half_life": (5, 8, 12)})
    assert other.assumptions["able_share"].likely == 0.4
    assert other.assumptions["leavers.headcount"].values == (250, 250, 250)
    assert other.assumptions["half_life"].values == (5, 8, 12)
    assert other.plan["cohort_1.start"] == 7
    assert case.assumptions["able_share"].likely == 0.5
    assert case.plan["cohort_1.start"] == 2
    assert other.graph is case.graph
    assert other.ready
    assert list(other.assumptions) == list(case.assumptions)


def test_what_was_tried_is_saved(toy: Callable[..., Case], modules: Catalogue) -> None:
    case = toy().what_if({"able_share": 0.4, "leavers.headcount": 250, "cohort_2.start": 7, "isolation_share": 0.8})
    again = from_text(case.to_yaml(), case.path, modules)
    assert {name: one.values for name, one in again.assumptions.items()} == {
        name: one.values for name, one in case.assumptions.items()
    }
    assert again.plan == case.plan
    assert again.assumptions["isolation_share"].path == "idea.assumptions.isolation_share"
    assert "headcount: {value: 250, unit: person, source: s," in case.to_yaml()
    assert "isolation_share: {unit: share, grade: opinion, value: 0.8}" in case.to_yaml()
    assert "# the second floor\n    start: 7" in case.to_yaml()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("abel_share", 0.4, "Did you mean able_share"),
        ("headcount", 5, "Did you mean leavers.headcount"),
        ("able_share", 1.4, "from 0 to 1"),
        ("able_share", float("nan"), "not finite"),
        ("able_share", float("inf"), "not finite"),
        ("able_share", True, "A number is expected"),
        ("able_share", "0.4", "A number is expected"),
        ("able_share", (0.4, 0.3, 0.5), "not in order"),
        ("able_share", (0.3, 0.301, 0.5), "too close to one end"),
        ("able_share", (0.3, 0.5), "low, likely and high"),
        ("start_delay", 2.5, "whole"),
        ("cohort_1.start", 2.5, "a whole month"),
        ("cohort_1.start", 0, "from 1 to 120"),
        ("cohort_1.people", -1, "more than 0"),
        ("cohort_9.people", 5, "There is no assumption"),
        ("cohort_1.count", 5, "There is no assumption"),
        ("leavers.gap", 0.1, "There is no assumption"),
    ],
)
def test_what_is_not_possible_is_refused(toy: Callable[..., Case], name: str, value: object, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        toy().what_if({name: value})  # type: ignore[dict-item]


def test_everything_wrong_is_told_at_once(toy: Callable[..., Case]) -> None:
    with pytest.raises(CaseError) as caught:
        toy().what_if({"abel_share": 1, "use_share": 2, "cohort_1.start": 500})
    assert [finding.code for finding in caught.value.findings] == ["name-unknown", "out-of-bounds", "cohort-start"]
