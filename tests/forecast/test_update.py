"""Draws weighted by a result: against closed forms, and what must hold whatever was seen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.forecast.correlation import normal_scores
from ldcase.forecast.update import FEW_DRAWS, TOO_FEW_DRAWS, normal_update, updated

DRAWS = 4096
SCORES = np.random.default_rng(5).permutation(normal_scores(DRAWS))
means = st.floats(-3, 3)
spreads = st.floats(0.3, 3)


@settings(max_examples=60, deadline=None)
@given(mean=means, deviation=st.floats(0.5, 2), seen=st.floats(-1.5, 1.5), error=spreads, bias=st.floats(0, 2))
def test_weighting_normal_draws_is_the_closed_form(
    mean: float, deviation: float, seen: float, error: float, bias: float
) -> None:
    estimate = mean + seen * deviation
    theta = mean + deviation * SCORES
    found = updated(theta, estimate, error, bias)
    expected, spread, _ = normal_update(mean, deviation, estimate, float(np.hypot(error, bias)))
    assert found.mean(theta) == pytest.approx(expected, abs=0.02 * deviation)
    low, middle, high = found.quantiles(theta)
    assert middle == pytest.approx(expected, abs=0.03 * deviation)
    assert (high - low) / 2 / 1.28155 == pytest.approx(spread, abs=0.04 * deviation)
    least, most = sorted((mean, estimate))
    assert least - 0.02 * deviation <= found.mean(theta) <= most + 0.02 * deviation


@settings(max_examples=60, deadline=None)
@given(estimate=st.floats(-50, 50), error=st.floats(1e-3, 50), bias=st.floats(0, 5), scale=st.floats(1e-3, 1e3))
def test_weights_are_probabilities_and_know_no_unit(estimate: float, error: float, bias: float, scale: float) -> None:
    found = updated(SCORES, estimate, error, bias)
    assert found.weights.min() >= 0
    assert found.weights.sum() == pytest.approx(1)
    assert 1 - 1e-9 <= found.effective <= DRAWS * (1 + 1e-9)
    assert 0 <= found.tail <= 0.5
    scaled = updated(SCORES * scale, estimate * scale, error * scale, bias * scale)
    np.testing.assert_allclose(scaled.weights, found.weights, atol=1e-9)


def test_nothing_measured_changes_nothing() -> None:
    found = updated(SCORES, 1.0, np.inf)
    assert found.effective == pytest.approx(DRAWS)
    assert found.mean(SCORES) == pytest.approx(SCORES.mean())
    assert (found.rows(DRAWS) == np.arange(DRAWS)).all()
    assert found.usable
    assert not found.rough
    assert not found.surprising


def test_a_wider_bias_learns_less() -> None:
    shifts = [updated(SCORES, 2.0, 0.5, bias).mean(SCORES) for bias in (0.0, 0.5, 1.0, 4.0)]
    assert shifts == sorted(shifts, reverse=True)
    assert shifts[-1] > 0


def test_resampled_rows_stand_for_the_weights() -> None:
    found = updated(SCORES, 1.0, 0.7)
    rows = found.rows(DRAWS)
    counts = np.bincount(rows, minlength=DRAWS)
    assert (np.abs(counts - found.weights * DRAWS) < 1 + 1e-9).all()
    assert SCORES[rows].mean() == pytest.approx(found.mean(SCORES), abs=0.01)
    assert (rows == found.rows(DRAWS)).all()
    assert (np.diff(rows) >= 0).all()


def test_what_the_forecast_ruled_out_is_told() -> None:
    agreed, far, exact = updated(SCORES, 0.5, 0.5), updated(SCORES, 6.0, 0.3), updated(SCORES, 0.1, 0.02)
    assert (agreed.surprising, agreed.rough, agreed.usable) == (False, False, True)
    assert (far.surprising, far.usable) == (True, False)
    # Few draws are near a very exact result, yet nothing contradicts it.
    assert (exact.surprising, exact.share < TOO_FEW_DRAWS) == (False, True)
    assert TOO_FEW_DRAWS < FEW_DRAWS


def test_a_chance_is_the_weight_above() -> None:
    found = updated(SCORES, 1.0, 1.0)
    assert found.chance(SCORES.reshape(-1, 1)) == pytest.approx(found.weights[SCORES > 0].sum())
    assert found.chance(np.array([[1.0]])) == pytest.approx(1)


@pytest.mark.parametrize(
    ("estimate", "error", "bias"), [(np.nan, 1, 0), (1, 0, 0), (1, -1, 0), (1, 1, -1), (1, np.nan, 0)]
)
def test_impossible_arguments_are_refused(estimate: float, error: float, bias: float) -> None:
    with pytest.raises(ValueError, match="standard error"):
        updated(SCORES, estimate, error, bias)
