"""Quantiles, means and chances of one quantity."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.forecast import Figure

NAN, INF = np.nan, np.inf


def figure(draws: object) -> Figure:
    array = np.array(draws, dtype=np.float64)
    return Figure("x", "X", "money", "money", array, array[:1])


@pytest.mark.parametrize("rows", [1, 2, 3, 10, 1001])
@pytest.mark.parametrize("probability", [0.0, 0.1, 1 / 3, 0.5, 0.9, 1.0])
def test_quantiles_are_those_of_numpy(rows: int, probability: float) -> None:
    draws = np.random.default_rng(rows).normal(size=(rows, 4))
    of = figure(draws)
    assert of.quantile(probability) == pytest.approx(np.quantile(draws[:, -1], probability, method="linear"))
    assert of.fan((probability,))[0] == pytest.approx(np.quantile(draws, probability, axis=0, method="linear"))


def test_infinite_draws_stand_at_the_ends() -> None:
    of = figure([[-INF], [1.0], [2.0], [3.0], [INF]])
    assert [of.quantile(p) for p in (0.0, 0.25, 0.5, 0.75, 1.0)] == [-INF, 1.0, 2.0, 3.0, INF]
    assert of.quantile(0.9) == INF
    assert of.fan((0.25, 0.75, 0.9))[:, 0].tolist() == [1.0, 3.0, INF]
    assert figure([[INF], [INF]]).p50 == INF


def test_a_draw_without_a_value_is_left_out() -> None:
    of = figure([[NAN], [1.0], [3.0]])
    assert (of.p50, of.mean) == (2.0, 2.0)
    assert of.chance(above=2.0) == pytest.approx(1 / 3)
    assert np.isnan(figure([[NAN], [NAN]]).p50)
    assert np.isnan(of.fan()).all()


def test_a_monthly_figure_speaks_of_its_last_month() -> None:
    of = figure([[5.0, 1.0], [6.0, 3.0]])
    assert of.monthly
    assert (of.p50, of.mean, of.likely) == (2.0, 2.0, 1.0)
    assert of.fan((0.5,)).tolist() == [[5.5, 2.0]]


def test_a_figure_escapes_its_title() -> None:
    array = np.zeros((1, 1))
    assert "<script" not in Figure("x", "<script>", "u", "number", array, array)._repr_html_()
