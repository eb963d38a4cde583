"""Shares of the gap: they add up in every draw, able keeps its distribution, fitting keeps what was typed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldcase.case.assumption import trouble
from ldcase.diagnosis.shares import Range, fitted, joint, left, moved, whole


def in_order(ends: tuple[float, float, float]) -> Range:
    low, likely, high = sorted(ends)
    return low, likely, high


INSIDE = st.floats(0.01, 0.99)
RANGES = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(in_order)
CAUSES = ("able", "willing", "allowed", "empowered")


@given(st.lists(st.floats(0, 1), min_size=2, max_size=50), st.lists(RANGES, min_size=1, max_size=4), st.integers(0, 9))
def test_every_draw_adds_up_and_able_stays(able: list[float], others: list[Range], seed: int) -> None:
    column = np.array(able)
    drawn = joint(column, others, np.random.default_rng(seed))
    assert np.array_equal(drawn[:, 0], column)
    assert np.allclose(drawn.sum(axis=1), 1)
    assert (drawn >= 0).all()


def test_the_draws_keep_the_proportions_and_spread_as_wide_as_the_ranges_say() -> None:
    able = np.random.default_rng(1).beta(20, 20, 20_000)
    narrow, wide = ([(0.25 - d, 0.25, 0.25 + d), (0.15 - d, 0.15, 0.15 + d), (0.1, 0.1, 0.1)] for d in (0.06, 0.12))
    spreads = []
    for others in (narrow, wide):
        drawn = joint(able, others, np.random.default_rng(2))
        assert drawn.mean(axis=0) == pytest.approx([0.5, 0.25, 0.15, 0.1], abs=0.01)
        low, high = np.quantile(drawn[:, 1], [0.1, 0.9])
        spreads.append(high - low)
    assert spreads[0] == pytest.approx(0.12, rel=0.25)
    assert spreads[1] == pytest.approx(0.24, rel=0.25)


def test_without_ranges_the_others_only_follow_able() -> None:
    able = np.array([0.2, 0.5, 1.0])
    drawn = joint(able, [(0.3, 0.3, 0.3), (0.1, 0.1, 0.1)], np.random.default_rng(0))
    assert drawn.tolist() == pytest.approx(np.array([[0.2, 0.6, 0.2], [0.5, 0.375, 0.125], [1, 0, 0]]))


@given(st.tuples(INSIDE, INSIDE, INSIDE).map(in_order), st.floats(0, 1))
def test_a_moved_range_stays_in_order_between_nothing_and_all(given_: Range, likely: float) -> None:
    low, middle, high = moved(given_, likely)
    assert 0 <= low <= middle == likely <= high <= 1


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4), st.sampled_from(CAUSES))
def test_fitting_adds_up_and_keeps_what_was_typed(likely: list[float], keep: str) -> None:
    shares = {cause: (share, share, share) for cause, share in zip(CAUSES, likely, strict=True)}
    result = fitted(shares, keep)
    assert result[keep] == shares[keep]
    assert left(result) == pytest.approx(0, abs=1e-3)
    assert fitted(result, keep)[keep] == result[keep]


def test_a_fitted_range_of_able_is_one_the_case_takes() -> None:
    shares = {
        "able": (0.36, 0.5, 0.64),
        "willing": (0.3, 0.4, 0.5),
        "allowed": (0.2, 0.25, 0.3),
        "empowered": (0.1,) * 3,
    }
    low, likely, high = fitted(shares, "willing")["able"]
    assert trouble(low, likely, high, (0.0, 1.0)) is None
    assert likely == pytest.approx(0.6 * 0.5 / 0.85, abs=1e-4)


def test_rounded_shares_still_add_up() -> None:
    assert sum(whole({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3}, digits=2).values()) == pytest.approx(1)
