"""Rates of return at the edges; published examples are in tests/known_answers."""

from __future__ import annotations

import math

import pytest

from ldcase.forecast.returns import internal_rate, irr, mirr, npv, payback, sign_changes, yearly


@pytest.mark.parametrize(
    "flows",
    [[], [0.0], [0.0, 0.0, 0.0], [100.0, 50.0], [-100.0, -50.0], [0.0, 0.0, 10.0]],
    ids=["none", "a zero", "zeros", "only in", "only out", "in after zeros"],
)
def test_without_a_change_of_sign_there_is_no_rate(flows: list[float]) -> None:
    assert math.isnan(irr(flows))
    assert math.isnan(mirr(flows, 0.1, 0.1))
    rate = internal_rate(flows)
    assert math.isnan(rate.yearly)
    assert rate.unique


def test_a_flow_may_have_several_rates() -> None:
    flows = [-1000.0, 2500.0, -1540.0]  # worth nothing at 10 % and at 40 %
    assert npv(0.1, flows) == pytest.approx(0, abs=1e-9)
    assert npv(0.4, flows) == pytest.approx(0, abs=1e-9)
    rate = internal_rate(flows)
    assert not rate.unique
    assert any(rate.yearly == pytest.approx(yearly(known)) for known in (0.1, 0.4))


def test_the_flows_are_worth_nothing_at_their_rate() -> None:
    flows = [-500.0, 0.0, -20.0, *([60.0] * 21)]
    assert sign_changes(flows) == 1
    assert npv(irr(flows), flows) == pytest.approx(0, abs=1e-6)
    assert internal_rate(flows).yearly == pytest.approx((1 + irr(flows)) ** 12 - 1)


def test_a_loss_has_a_negative_rate() -> None:
    assert irr([-100.0, 30.0, 30.0]) < 0
    assert yearly(-1.0) != yearly(-1.0)  # a total loss has none


def test_zeros_change_no_sign() -> None:
    assert sign_changes([-1, 0, 0, 1, 0, 1, 0, -1]) == 2


@pytest.mark.parametrize(("benefit", "months"), [(50.0, 4.0), (0.0, math.inf), (-1.0, math.inf)])
def test_payback_of_an_even_benefit(benefit: float, months: float) -> None:
    assert payback(benefit, 200.0) == months
