"""A case evaluated: what is frozen, what is computed again, what scales, what must be nothing."""

from __future__ import annotations

import random
from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.returns import npv
from tests.sample_cases import BUNDLED, bundled, document, ranges, varied

DRAWS = 64
MONEY = ("benefit", "cost", "net_benefit", "npv", "gap_cost", "cost_per_learner")
RATIOS = ("roi", "bcr", "payback_month", "people_planned")


def every_value(of: Forecast) -> dict[str, np.ndarray]:
    return {
        f"{part}.{name}": array
        for part in ("inputs", "values", "median_case")
        for name, array in getattr(of, part).items()
    }


def same(one: Forecast, other: Forecast) -> bool:
    first, second = every_value(one), every_value(other)
    return first.keys() == second.keys() and all(
        first[name].shape == second[name].shape and np.array_equal(first[name], second[name], equal_nan=True)
        for name in first
    )


@st.composite
def what_ifs(draw: st.DrawFn) -> tuple[str, list[dict[str, float]]]:
    """A case and a row of changes one after the other: likely values anywhere between the bounds."""
    name = draw(st.sampled_from(BUNDLED))
    case = bundled(name)
    changes = []
    for _ in range(draw(st.integers(1, 3))):
        chosen = draw(st.sampled_from(sorted([*case.assumptions, "cohort_1.people", "cohort_1.start"])))
        if chosen.startswith("cohort"):
            changes.append({chosen: float(draw(st.integers(1, 30)))})
            continue
        assumption = case.assumptions[chosen]
        lower, upper = assumption.bounds
        low = 0.0 if lower is None else lower
        high = 3 * assumption.high + 1 if upper is None else upper
        value = draw(st.floats(low, high) | st.sampled_from([low, high, assumption.likely]))
        changes.append({chosen: float(round(value)) if assumption.whole else value})
    return name, changes


@settings(max_examples=40, deadline=None)
@given(what_ifs())
def test_a_what_if_is_bit_for_bit_a_fresh_forecast(given: tuple[str, list[dict[str, float]]]) -> None:
    name, changes = given
    case = bundled(name)
    moved = forecast(case, DRAWS)
    for change in changes:
        case = case.what_if(change)
        moved = moved.with_case(case)
    assert same(moved, forecast(case, DRAWS))


def test_a_case_of_another_shape_is_evaluated_as_a_whole() -> None:
    def longer(data: dict[str, Any]) -> None:
        data["horizon"] = 36

    case = varied("it-turnover", longer)
    moved = forecast(bundled("it-turnover"), DRAWS).with_case(case)
    assert moved["net_by_month"].draws.shape[1] == 36
    assert same(moved, forecast(case, DRAWS))
    assert moved.with_case(case, 10).draws == 10


def test_a_forecast_is_frozen() -> None:
    of = forecast(bundled("it-turnover"), DRAWS)
    with pytest.raises(FrozenInstanceError):
        of.draws = 3  # type: ignore[misc]
    for mapping in (of.inputs, of.values, of.median_case):
        with pytest.raises(TypeError):
            mapping["cost"] = np.zeros((1, 1))  # type: ignore[index]
    for name in of.names:
        assert not of[name].draws.flags.writeable, name
    before = every_value(of)
    kept = {name: array.copy() for name, array in before.items()}
    of.with_case(of.case.what_if({"learner_rate": 99.0}))
    assert all(np.array_equal(array, kept[name], equal_nan=True) for name, array in before.items())


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    of = forecast(bundled("it-turnover"), DRAWS)
    with pytest.raises(KeyError, match="net_benefit"):
        of["net_benefits"]
    with pytest.raises(KeyError):
        of.break_even("nothing")


@pytest.mark.parametrize("name", BUNDLED)
def test_every_quantity_is_a_figure_with_words(name: str) -> None:
    of = forecast(bundled(name), DRAWS)
    assert set(of.case.formulas) | set(of.case.assumptions) | set(of.case.plan) == set(of.names)
    for quantity in of.names:
        figure = of[quantity]
        assert figure is of[quantity]
        assert figure.title
        assert "_" not in figure.title, "a title is no name"
        assert figure.draws.shape[0] in (1, DRAWS)
        assert figure.draws.shape[1] in (1, of.case.horizon)
        assert figure.median_case.shape == (1, figure.draws.shape[1])
        assert figure.unit or figure.format


def test_drafts_and_impossible_wishes_are_refused() -> None:
    def without_margin(data: dict[str, Any]) -> None:
        del data["opportunity"]["metrics"]["win_rate"]["assumptions"]["margin"]

    with pytest.raises(CaseError) as trouble:
        forecast(varied("closing-the-sale", without_margin))
    assert any("margin" in str(finding) for finding in trouble.value.findings)
    for draws, seed in ((0, 1), (1_000_001, 1), (10, -1)):
        with pytest.raises(CaseError):
            forecast(bundled("it-turnover"), draws, seed)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("factor", [0.01, 1000.0])
def test_another_currency_scales_money_and_nothing_else(name: str, factor: float) -> None:
    def in_other_money(data: dict[str, Any]) -> None:
        for entry in ranges(data):
            if entry["unit"].startswith("money"):
                entry.update({key: entry[key] * factor for key in ("low", "likely", "high", "value") if key in entry})

    one, other = forecast(bundled(name), DRAWS), forecast(varied(name, in_other_money), DRAWS)
    for quantity in MONEY:
        assert other[quantity].draws == pytest.approx(factor * one[quantity].draws, rel=1e-9), quantity
    for quantity in RATIOS:
        assert other[quantity].draws == pytest.approx(one[quantity].draws, rel=1e-9), quantity
    assert other.summary.chance == one.summary.chance
    shares = one.summary.break_even_effect, other.summary.break_even_effect
    assert shares == (None, None) or shares[1] == pytest.approx(shares[0], rel=1e-9)


@pytest.mark.parametrize("name", BUNDLED)
def test_nothing_done_is_nothing_gained(name: str) -> None:
    case = bundled(name)
    for change in ({"effect_achieved": 0.0}, {"reach_share": 0.0}, {"able_share": 0.0}):
        of = forecast(case.what_if(change), DRAWS)
        assert not of["benefit"].draws.any(), change
        assert of["net_benefit"].draws == pytest.approx(-of["cost"].draws)
        assert of.summary.chance == 0
        assert of.summary.payback_likely == np.inf

    def nobody(data: dict[str, Any]) -> None:
        for cohort in data["idea"]["cohorts"]:
            cohort["start"] = 120

    never = forecast(varied(name, nobody), DRAWS)
    assert not never["benefit"].draws.any()
    assert not never["people_starting"].draws.any()


def shuffled(data: Any, source: random.Random) -> Any:
    if isinstance(data, list):
        return [shuffled(part, source) for part in data]
    if not isinstance(data, dict):
        return data
    keys = list(data)
    source.shuffle(keys)
    return {key: shuffled(data[key], source) for key in keys}


@pytest.mark.parametrize("name", BUNDLED)
def test_the_order_of_keys_changes_no_number(name: str) -> None:
    def reorder(data: dict[str, Any]) -> None:
        other = shuffled(dict(data), random.Random(3))
        data.clear()
        data.update(other)

    one, other = forecast(bundled(name), DRAWS), forecast(varied(name, reorder), DRAWS)
    assert isinstance(other.case.data, dict)
    assert list(document(name)) != list(other.case.data)
    assert set(one.names) == set(other.names)
    for quantity in one.names:
        assert np.array_equal(one[quantity].draws, other[quantity].draws), quantity


@pytest.mark.parametrize("name", BUNDLED)
def test_one_month_is_a_horizon(name: str) -> None:
    def short(data: dict[str, Any]) -> None:
        data["horizon"] = "1 month"
        data["idea"]["cohorts"] = [{"people": 5, "start": 1}]

    of = forecast(varied(name, short), DRAWS)
    assert of["net_by_month"].draws.shape == (DRAWS, 1)
    assert of["benefit"].draws == pytest.approx(of["total_benefit"].draws)
    assert of["cost"].likely > 0
    assert of.tornado()
    assert of.haircuts().claimed == pytest.approx(of["benefit"].likely)
    assert of["cumulative_net"].fan().shape == (5, 1)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_total_is_the_sum_of_the_metrics_month_by_month(name: str) -> None:
    of = forecast(bundled(name), DRAWS)
    parts = sum(of[use.benefit].draws for use in of.case.metrics if use.counts)
    assert of["total_benefit"].draws == pytest.approx(parts)
    assert of["benefit"].draws[:, 0] == pytest.approx(of["total_benefit"].draws.sum(axis=1))
    assert of["cost"].draws[:, 0] == pytest.approx(of["total_cost"].draws.sum(axis=1))
    assert of["net_benefit"].draws == pytest.approx(of["benefit"].draws - of["cost"].draws)
    assert of["cumulative_net"].draws == pytest.approx(of["net_by_month"].draws.cumsum(axis=1))
    assert of["roi"].draws == pytest.approx(of["bcr"].draws - 1)


def test_capacity_without_an_owner_is_not_in_the_total() -> None:
    def without_owner(data: dict[str, Any]) -> None:
        for metric in data["opportunity"]["metrics"].values():
            metric.pop("becomes", None)

    owned, orphan = (
        forecast(bundled("service-desk-course"), DRAWS),
        forecast(varied("service-desk-course", without_owner), DRAWS),
    )
    (use,) = orphan.case.metrics
    assert not use.counts
    assert np.array_equal(orphan[use.benefit].draws, owned[use.benefit].draws)
    assert owned["total_benefit"].draws.any()
    assert not orphan["total_benefit"].draws.any()
    assert not orphan["benefit_capacity"].draws.any()


@pytest.mark.parametrize("name", BUNDLED)
def test_present_value_is_that_of_the_same_flows(name: str) -> None:
    case = bundled(name).what_if({"discount_rate": 0.13})
    of = forecast(case, DRAWS)
    monthly = 1.13 ** (1 / 12) - 1
    for row in (0, DRAWS - 1):
        flows = of["net_by_month"].draws[row % len(of["net_by_month"].draws)]
        assert of["npv"].draws[row, 0] == pytest.approx(npv(monthly, [0.0, *flows]), rel=1e-9)


def test_the_month_of_payback_is_the_first_from_which_benefits_stay_ahead() -> None:
    of = forecast(bundled("closing-the-sale"), 200)
    horizon = of.case.horizon
    for cumulative, month in zip(of["cumulative_net"].draws, of["payback_month"].draws[:, 0], strict=True):
        behind = np.flatnonzero(cumulative < 0) + 1
        assert month == (behind.max() + 1 if len(behind) else 1)
        assert (month <= horizon) == (cumulative[-1] >= 0)
    never = forecast(of.case.what_if({"effect_achieved": 0.01}), 200)
    assert set(np.unique(never["payback_month"].draws)) == {horizon + 1}
    assert never.summary.payback_p10 == never.summary.payback_likely == np.inf


@pytest.mark.parametrize("name", BUNDLED)
def test_half_the_draws_are_paid_back_where_the_middle_line_crosses_zero(name: str) -> None:
    of = forecast(bundled(name))
    (top, second, *_) = (driver.name for driver in of.tornado())
    for change in ({}, {top: 0.9}, {second: 1.1}, {"start_delay": 3.0}):
        factors = {n: x if n == "start_delay" else x * of.case.assumptions[n].likely for n, x in change.items()}
        tried = of.with_case(of.case.what_if(factors))
        (middle,) = tried["cumulative_net"].fan((0.5,))
        behind = np.flatnonzero(middle < 0) + 1
        crossed = behind.max() + 1 if len(behind) else 1
        assert tried.summary.payback_p50 == (crossed if crossed <= of.case.horizon else np.inf), change


@pytest.mark.parametrize("name", BUNDLED)
def test_delay_costs_what_a_case_that_starts_later_lacks(name: str) -> None:
    case = bundled(name)
    of = forecast(case, DRAWS)
    later = forecast(case.what_if({"start_delay": 1}), DRAWS)
    assert of.summary.delay_cost == pytest.approx(of.summary.net_likely - later.summary.net_likely)
    if of.summary.net_likely > 0:
        assert of.summary.delay_cost > 0


def test_the_error_of_the_quantiles_is_small_against_their_spread() -> None:
    of = forecast(bundled("it-turnover"), 512)
    spread = of["net_benefit"].p90 - of["net_benefit"].p10
    assert set(of.error) == {"p10", "p50", "p90"}
    assert all(0 < value < 0.08 * spread for value in of.error.values())


def test_what_a_case_is_named_does_not_matter() -> None:
    def renamed(data: dict[str, Any]) -> None:
        data["title"] = "Something else"

    one: Case = bundled("it-turnover")
    assert same(forecast(one, DRAWS), forecast(varied("it-turnover", renamed), DRAWS))
