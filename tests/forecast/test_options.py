"""Options side by side on the same draws, against doing nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.information import information
from ldcase.forecast.options import OptionForecast, Options, nothing_is_zero, options
from tests.sample_cases import BUNDLED, bundled, varied


def with_options(*said: dict[str, Any]) -> Case:
    def change(data: dict[str, Any]) -> None:
        data["idea"]["options"] = list(said)

    return varied("closing-the-sale", change)


def named(found: Options, name: str) -> OptionForecast:
    return next(option for option in found.options if option.name == name)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_option_is_computed_on_the_same_draws(name: str) -> None:
    figures = forecast(bundled(name))
    found = options(figures)
    assert found.described == ()
    assert found.findings == ()
    assert len(found.options) == len(figures.case.document.idea.options)
    nothing, initiative = found.options[:2]
    assert not nothing.net.any()
    assert (nothing.likely, nothing.likely_cost, nothing.chance) == (0, 0, 0)
    assert np.array_equal(initiative.net, figures["benefit"].draws[:, 0] - figures["cost"].draws[:, 0])
    assert initiative.likely == pytest.approx(figures["net_benefit"].likely)
    assert not initiative.difference.any()
    assert sum(option.best for option in found.options) == pytest.approx(1)
    for option in found.options:
        assert option.net == pytest.approx(option.benefit - option.cost)
        assert option.difference == pytest.approx(option.net - initiative.net)
        assert option.gap_cost == pytest.approx(nothing.gap_cost - option.benefit)
    assert found.nets().shape == (figures.draws, len(found.options))


def test_an_option_with_the_cost_of_the_case_and_no_change_is_the_initiative() -> None:
    figures = forecast(bundled("closing-the-sale"), 256)
    cost = figures["cost"].likely
    case = with_options({"name": "Same", "kind": "cheaper", "cost": {"value": cost}})
    same = named(options(forecast(case, 256)), "Same")
    assert same.benefit == pytest.approx(figures["benefit"].draws[:, 0])
    assert same.cost == pytest.approx(cost)
    assert same.likely == pytest.approx(figures["net_benefit"].likely)


def test_a_pilot_is_worth_no_more_than_knowing_and_stops_what_does_not_pay() -> None:
    """With nothing to pay and no delay the pilot gains what knowing these assumptions is worth, and no more."""
    pilot = {"name": "Look", "kind": "pilot then decide", "cost": {"value": 0}, "reveals": ["leavers.exemplar_rate"]}

    def change(data: dict[str, Any]) -> None:
        data["idea"]["options"] = [pilot]

    figures = forecast(varied("it-turnover", change))
    look = named(options(figures), "Look")
    assert 0.2 < look.goes_on < 0.8
    worth = next(a.money for a in information(figures).assumptions if a.name == "leavers.exemplar_rate")
    assert look.mean - max(figures["net_benefit"].mean, 0) == pytest.approx(worth, rel=0.03)
    assert look.likely == pytest.approx(max(figures["net_benefit"].likely, 0))


def test_an_options_own_cost_is_another_figure_than_the_one_it_stands_for() -> None:
    cheap = {"name": "Cheap", "kind": "cheaper", "cost": {"low": 9000, "likely": 12000, "high": 18000}}
    figures = forecast(with_options(cheap))
    own = named(options(figures), "Cheap").forecast
    assert own is not None
    assert abs(np.corrcoef(own["cost"].draws[:, 0], figures.inputs["design_cost"][:, 0])[0, 1]) < 0.06
    assert own["cost"].p50 == pytest.approx(12000, rel=0.01)
    assert own["npv"].likely == pytest.approx(forecast(own.case, 2)["npv"].likely)


def test_the_gap_goes_on_with_a_trend_if_nothing_is_done() -> None:
    trend = {"name": "Nothing", "kind": "do nothing", "trend": {"value": 0.1}}
    figures = forecast(with_options(trend), 64)
    (nothing, _) = options(figures).options
    months = np.arange(1, 25)
    assert nothing.gap_cost == pytest.approx(figures["gap_cost"].draws[:, 0] * (1.1 ** (months / 12)).sum())
    (flat, _) = options(forecast(with_options(), 64)).options
    assert flat.gap_cost == pytest.approx(24 * figures["gap_cost"].draws[:, 0])


def test_without_other_options_two_are_compared_and_it_is_said() -> None:
    found = options(forecast(with_options(), 64))
    assert [option.kind for option in found.options] == ["do nothing", "initiative"]
    (finding,) = found.findings
    assert finding.code == "no-other-option"
    assert "cheaper" in finding.do
    described = options(forecast(with_options({"name": "Words", "what": "Only words."}), 64))
    assert described.described == ("Words",)


def test_doing_nothing_is_zero_in_every_bundled_case_and_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in BUNDLED:
        nothing_is_zero(forecast(bundled(name), 2))
    monkeypatch.setattr("ldcase.forecast.options.cost_names", lambda case: ("travel_cost",))
    with pytest.raises(CaseError, match="Money appears though nobody"):
        options(forecast(bundled("closing-the-sale"), 2))


@pytest.mark.parametrize(
    ("said", "code", "do"),
    [
        ({"name": "A", "kind": "cheaper", "changes": {"able_shar": 0.4}}, "name-unknown", "able_share"),
        ({"name": "A", "kind": "cheaper", "changes": {"able_share": 1.4}}, "out-of-bounds", ""),
        ({"name": "A", "kind": "cheaper", "changes": {"able_share": {"low": 0.4}}}, "option-change", "Correct"),
        ({"name": "A", "kind": "cheaper", "cost": {"low": 3}}, "option-cost", "missing"),
        ({"name": "A", "kind": "cheaper", "cost": {"value": -3}}, "out-of-bounds", "Correct"),
        ({"name": "A", "kind": "cheaper", "reveals": ["able_share"]}, "option-reveals", "reveals"),
        ({"name": "A", "kind": "pilot then decide", "cost": {"value": 3}}, "option-reveals", "reveals"),
        ({"name": "A", "kind": "do nothing", "changes": {"able_share": 0.4}}, "option-changes", "Remove"),
        ({"name": "A", "kind": "dearer"}, "not-in-list", ""),
    ],
)
def test_a_wrong_option_says_what_to_do(said: dict[str, Any], code: str, do: str) -> None:
    case = with_options(said)
    (finding,) = [finding for finding in case.findings if finding.severity == "error"]
    assert finding.code == code
    assert do in finding.do
    assert finding.place.path.startswith("idea.options.0")
    with pytest.raises(CaseError):
        forecast(case)


def test_two_initiatives_are_one_too_many() -> None:
    case = with_options(*({"name": name, "kind": "initiative"} for name in "AB"))
    assert [finding.code for finding in case.findings if finding.severity == "error"] == ["option-twice"]


def test_the_page_can_edit_an_option() -> None:
    edit: Callable[..., Case] = bundled("closing-the-sale").edit
    case = edit("idea.options.1.changes.win_rate", None).edit("idea.options.1.cost.likely", 15000)
    assert named(options(forecast(case, 64)), "Peer advice only").likely_cost == 15000
