"""Levers: a sane control for every assumption, and the ones that matter on each step."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from ldcase.case import Assumption
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking
from ldcase.pages.levers import LeverOrder, levers
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from ldcase.words import numbers
from ldcase.words.levers import ALWAYS, MOST, chosen, scale, unit_of_worth
from tests.sample_cases import BUNDLED, bundled

ASSUMPTIONS = [(name, a.name) for name in BUNDLED for a in bundled(name).assumptions.values()]


@pytest.fixture(scope="module", params=BUNDLED)
def of(request: pytest.FixtureRequest) -> Forecast:
    return forecast(bundled(request.param), 64)


def assumption(case: str, name: str) -> Assumption:
    return bundled(case).assumptions[name]


@pytest.mark.parametrize(("case", "name"), ASSUMPTIONS)
def test_every_assumption_has_a_sane_scale(case: str, name: str) -> None:
    a = assumption(case, name)
    minimum, maximum, step, display = scale(a)
    assert minimum < maximum
    assert step > 0
    assert 2 <= (maximum - minimum) / step <= 2000
    lower, upper = a.bounds
    assert lower is None or minimum >= lower
    assert upper is None or maximum <= upper
    assert a.likely == 0 or minimum <= a.likely <= maximum
    assert a.low >= minimum - step
    assert a.high <= maximum + step
    # a step is seen in the number box
    assert round(step * display.scale, display.digits) == pytest.approx(step * display.scale)
    if a.whole:
        assert (step, display.digits) == (1, 0)
        assert minimum == round(minimum)
    # both ends can be set
    for value in (minimum, maximum):
        bundled(case).what_if({name: value})
    worth = unit_of_worth(a)
    assert worth > 0
    assert worth == float(f"{worth:.1g}")


def test_a_lever_is_all_a_control_needs(of: Forecast) -> None:
    for step in PAGES:
        names = chosen(of, step)
        assert 1 <= len(names) <= MOST
        assert len(set(names)) == len(names)
        assert names[: len(ALWAYS.get(step, ()))] == ALWAYS.get(step, ())
        for lever in levers(of, of.case, names):
            told = lever.to_message()
            assert told["minimum"] <= told["value"] <= told["maximum"]  # type: ignore[operator]
            assert told["low"] <= told["value"] <= told["high"]  # type: ignore[operator]
            assert told["base"] == told["value"]
            assert told["changed"] is False
            assert told["label"]
            assert told["source"]
            assert told["worth"]
            assert not {"nan", "inf", "None"} & set(str(told["worth"]).split())
            assert set(lever.to_update()) < set(told)


def test_levers_are_those_that_move_the_result_most(of: Forecast) -> None:
    ranked = [driver.name for driver in of.tornado() if driver.swing > 0]
    assert chosen(of, "evidence") == tuple(ranked[:MOST])
    for step in ("opportunity", "idea"):
        own = [name for name in ranked if of.case.assumptions[name].step == step]
        assert chosen(of, step) == tuple(own[:MOST])


def test_levers_stay_where_they_are_while_they_move(of: Forecast) -> None:
    name = chosen(of, "evidence")[0]
    bounds = of.case.assumptions[name].bounds
    far = 0.99 * (bounds[1] if bounds[1] is not None else 10 * of.case.assumptions[name].high)
    moved = of.with_case(of.case.what_if({name: far}))
    before = levers(of, of.case, chosen(of, "evidence"))
    after = levers(moved, of.case, chosen(of, "evidence"))
    assert [lever.assumption.name for lever in before] == [lever.assumption.name for lever in after]
    first = after[0].to_message()
    assert first["changed"] is True
    assert first["base"] == of.case.assumptions[name].likely
    assert first["value"] == far
    assert first["maximum"] >= far  # type: ignore[operator]
    assert all(lever.to_message()["changed"] is False for lever in after[1:])
    for one, other in zip(before[1:], after[1:], strict=True):
        assert (one.minimum, one.maximum, one.step) == (other.minimum, other.maximum, other.step)


def test_the_worth_of_a_step_is_told_with_its_size_and_its_unit() -> None:
    of = forecast(bundled("closing-the-sale"), 64)
    names = ("able_share", "start_delay", "win_rate.offers", "win_rate.deal_size", "win_rate.exemplar_win_rate")
    told = [lever.to_message() for lever in levers(of, of.case, names)]
    assert [str(each["worth"]).partition(": ")[0] for each in told] == [
        "each 10 points", "each month", "each 0.5 offers", f"each 5{numbers.SPACE}k USD", "each point",
    ]  # fmt: skip
    assert [each["tone"] for each in told] == ["benefit", "gap", "benefit", "benefit", "benefit"]
    assert str(told[0]["worth"]).partition(": ")[2].startswith("+")
    assert str(told[1]["worth"]).partition(": ")[2].startswith(numbers.MINUS)
    # the unit is left out where the title or the number box says it
    assert [each["unit"] for each in told] == ["", "months", "", "USD per deal", "% of the offers"]
    with speaking("de"):
        (delay,) = levers(of, of.case, ("start_delay",))
        assert str(delay.to_message()["worth"]).startswith("je Monat: ")


def test_the_worth_of_a_lever_follows_while_another_one_moves() -> None:
    of = forecast(bundled("closing-the-sale"), 64)
    names = ("able_share", "win_rate.offers")
    before = levers(of, of.case, names)
    moved = levers(of.with_case(of.case.what_if({"win_rate.offers": 1.0})), of.case, names)
    assert moved[0].worth < before[0].worth / 2
    assert moved[0].to_update()["worth"] != before[0].to_update()["worth"]


def test_what_a_step_is_worth_waits_while_a_lever_moves_and_is_there_when_it_rests(
    pitch: Callable[..., PitchState],
) -> None:
    state = pitch("closing-the-sale")
    before = {str(lever["name"]): lever["worth"] for lever in state.view().levers}
    state.lever("able_share", 0.3, False)
    moving = state.update().parts()["levers"]
    assert moving["able_share"]["value"] == 0.3
    assert not [name for name, lever in moving.items() if lever.get("worth", before[name]) != before[name]]
    state.lever("able_share", 0.3, True)
    rested = state.update().parts()["levers"]
    assert set(rested) == set(before) - {"able_share"}
    assert all(rested[name]["worth"] != before[name] for name in rested)


def test_what_brings_less_than_half_a_unit_of_money_is_neither_gain_nor_loss() -> None:
    of = forecast(bundled("closing-the-sale").what_if({"effect_achieved": 0.0}), 64)
    (lever,) = levers(of, of.case, ("able_share",))
    assert lever.to_message()["tone"] == ""
    assert str(lever.to_message()["worth"]).endswith("±0")


def test_a_control_knows_its_bounds_and_the_range_of_the_base_case() -> None:
    of = forecast(bundled("closing-the-sale"), 64)
    base = of.case.assumptions["able_share"]
    moved = of.with_case(of.case.what_if({"able_share": 0.7}))
    (lever,) = levers(moved, of.case, ("able_share",))
    told = lever.to_message()
    assert told["ends"] == [base.low, base.high]
    assert told["low"] > base.low  # type: ignore[operator]  # the range moved along
    assert told["bounds"] == [0, 1]
    (money,) = levers(of, of.case, ("win_rate.deal_size",))
    assert money.to_message()["bounds"] == [0, None]


def test_the_order_stays_until_somebody_sorts() -> None:
    of = forecast(bundled("closing-the-sale"), 64)
    order = LeverOrder()
    first = order.names("opportunity", of)
    assert first == chosen(of, "opportunity")
    assert not order.stale("opportunity", of, of)
    moved = of.with_case(of.case.what_if({first[0]: (of.case.assumptions[first[0]].likely,) * 3}))
    assert first[0] not in chosen(moved, "opportunity")
    assert order.names("opportunity", of) == first
    assert order.stale("opportunity", of, moved)
    order.sort("opportunity", moved)
    assert order.names("opportunity", of) == chosen(moved, "opportunity")
    assert not order.stale("opportunity", of, moved)
    assert order.names("idea", of) == chosen(of, "idea")
    order.forget()
    assert order.names("opportunity", of) == first


def test_what_is_zero_has_room_to_move() -> None:
    zero = assumption("it-turnover", "travel_cost")
    assert zero.likely == 0
    minimum, maximum, step, _ = scale(zero)
    assert minimum == 0
    assert maximum >= 10
    assert math.log10(step) >= 0
