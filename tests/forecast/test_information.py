"""What knowing is worth: closed forms, two methods against one another, and what must hold for every case."""

from __future__ import annotations

import time
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.draws import probabilities
from ldcase.forecast.information import evpi, evppi_blocks, evppi_regression, expected, information, option_nets
from tests.sample_cases import BUNDLED, bundled

STANDARD = NormalDist()


def normal(name: str, mean: float, deviation: float, draws: int = 16384) -> np.ndarray:
    return np.array([NormalDist(mean, deviation).inv_cdf(p) for p in probabilities(name, draws)])


def loss(mean: float, deviation: float) -> float:
    """The closed form of going ahead or not: s φ(m/s) + m Φ(m/s) - max(m, 0)."""
    z = mean / deviation
    return deviation * STANDARD.pdf(z) + mean * STANDARD.cdf(z) - max(mean, 0.0)


@pytest.mark.parametrize("mean", [-2.0, 0.0, 1.0, 3.0])
def test_both_methods_meet_the_closed_form(mean: float) -> None:
    one, other = normal("one", mean, 1.0), normal("other", 0.0, 2.0)
    nets = np.column_stack([np.zeros(len(one)), one - other])
    assert evpi(nets) == pytest.approx(loss(mean, 5**0.5), abs=0.012)
    for column, deviation in ((one, 1.0), (other, 2.0)):
        assert evppi_regression(nets, column) == pytest.approx(loss(mean, deviation), abs=0.012)
        assert evppi_blocks(nets, column) == pytest.approx(loss(mean, deviation), abs=0.012)
    assert evppi_regression(nets, normal("unrelated", 0.0, 1.0)) < 0.02 * 5**0.5


def test_a_bend_is_followed_and_few_values_are_taken_one_by_one() -> None:
    x, noise = normal("x", 0.0, 1.0), normal("noise", 0.0, 0.3)
    nets = np.column_stack([np.zeros(len(x)), x**2 - 1 + noise])
    truth = float(np.maximum(x**2 - 1, 0).mean())
    assert evppi_regression(nets, x) == pytest.approx(truth, abs=0.02)
    assert evppi_blocks(nets, x, 64) == pytest.approx(truth, abs=0.02)
    coin = (x > 0.5).astype(float)
    by_value = np.column_stack([np.zeros(len(x)), np.where(coin == 1, 3.0, -1.0) + noise])
    truth = 3.0 * coin.mean() - max(float(by_value[:, 1].mean()), 0.0)
    for method in (evppi_regression, evppi_blocks):
        assert method(by_value, coin) == pytest.approx(truth, abs=0.01)
    several = expected(by_value, [coin, x])
    assert several.mean(axis=0) == pytest.approx(by_value.mean(axis=0))


@pytest.mark.parametrize("name", BUNDLED)
def test_knowing_one_is_worth_no_more_than_knowing_all(name: str) -> None:
    figures = forecast(bundled(name))
    found = information(figures)
    nets = option_nets(figures)
    assert nets[:, 0].tolist() == [0.0] * figures.draws
    assert len(found.assumptions) == sum(not a.fixed for a in figures.case.assumptions.values())
    assert found.chosen == int(figures["net_benefit"].mean > 0)
    assert found.evpi == pytest.approx(evpi(nets))
    moneys = [value.money for value in found.assumptions]
    assert moneys == sorted(moneys, reverse=True)
    assert all(0 <= money <= found.evpi for money in moneys)
    for value in found.assumptions[:3]:
        blocks = evppi_blocks(nets, figures.inputs[value.name][:, 0])
        assert 0 <= blocks <= found.evpi
        assert blocks == pytest.approx(value.money, abs=0.15 * found.evpi + 1e-9)


def test_without_doing_nothing_nothing_could_be_learnt() -> None:
    net = normal("net", 1.0, 3.0)[:, None]
    assert evpi(net) == 0
    assert evpi(np.column_stack([np.zeros(len(net)), net])) > 0.3


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    draws=st.sampled_from([1, 2, 7, 64, 500]),
    options=st.integers(2, 5),
    distinct=st.sampled_from([1, 2, 9, 1000]),
    scale=st.sampled_from([1e-6, 1.0, 1e9]),
)
def test_the_worth_of_one_lies_between_nothing_and_everything(
    seed: int, draws: int, options: int, distinct: int, scale: float
) -> None:
    """For any nets, any column and any scale; the order of the draws, and of the options, changes nothing."""
    random = np.random.default_rng(seed)
    column = random.integers(0, distinct, draws) / distinct
    noise = random.standard_cauchy((draws, options)) if seed % 2 else random.normal(size=(draws, options))
    nets = scale * (noise + np.outer(column, random.normal(size=options)))
    everything, tiny = evpi(nets), 1e-9 * np.abs(nets).max()
    for method in (evppi_blocks, evppi_regression):
        assert 0 <= method(nets, column) <= everything + tiny
        assert method(nets[:, ::-1], column) == pytest.approx(method(nets, column), abs=tiny)
        assert method(nets + 7 * scale, column) == pytest.approx(method(nets, column), abs=1e-6 * np.abs(nets).max())
    assert everything == pytest.approx((nets.max(axis=1, keepdims=True) - nets).mean(axis=0).min(), abs=tiny)
    if distinct <= 16:
        shuffled = random.permutation(draws)
        for method in (evppi_blocks, evppi_regression):
            mixed = method(nets[shuffled], column[shuffled])
            assert mixed == pytest.approx(method(nets, column), abs=1e-6 * np.abs(nets).max())


def test_knowing_the_net_benefit_itself_is_knowing_everything() -> None:
    net = normal("net", 0.5, 2.0)
    nets = np.column_stack([np.zeros(len(net)), net])
    assert evppi_regression(nets, net) == pytest.approx(evpi(nets), rel=1e-6)
    assert evppi_blocks(nets, net, 512) == pytest.approx(evpi(nets), rel=0.01)


def test_a_further_option_needs_the_same_draws() -> None:
    figures = forecast(bundled("it-turnover"), 256)
    better = figures["net_benefit"].draws + 1000.0
    assert information(figures, [better]).chosen in (0, 2)
    with pytest.raises(CaseError, match="256 draws"):
        information(figures, [better[:100]])


def test_all_assumptions_take_less_than_ten_forecasts() -> None:
    case = bundled("closing-the-sale")

    def fastest(run: object, times: int) -> float:
        took = []
        for _ in range(times):
            start = time.perf_counter()
            run()  # type: ignore[operator]
            took.append(time.perf_counter() - start)
        return min(took)

    figures = forecast(case)
    assert fastest(lambda: information(figures), 5) < 10 * fastest(lambda: forecast(case), 5)
