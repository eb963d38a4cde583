"""The bridge between two versions: exact, whatever the order; every figure named."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.bridge import STRUCTURE, bridge
from tests.sample_cases import bundled, varied

FEW = {"able_share": 0.4, "win_rate.margin": 0.42, "cohort_2.people": 10.0, "learner_hours": 30.0}


def moved(case: Case, count: int) -> Case:
    """Many likely values a little higher."""
    names = [a.name for a in case.assumptions.values() if not a.fixed][:count]
    return case.what_if({name: case.assumptions[name].likely * 1.02 for name in names})


def closes(before: Case, after: Case) -> Any:
    found = bridge(before, after)
    assert found.before == pytest.approx(forecast(before, 2)["net_benefit"].likely, rel=1e-12)
    assert found.after == pytest.approx(forecast(after, 2)["net_benefit"].likely, rel=1e-12)
    assert found.before + sum(step.money for step in found.steps) == pytest.approx(found.after, abs=1e-6)
    return found


def test_few_changes_are_explained_exactly() -> None:
    case = bundled("closing-the-sale")
    found = closes(case, case.what_if(FEW))
    assert {step.name: step.after for step in found.steps} == FEW
    assert all(step.title and step.unit and step.before != step.after for step in found.steps)
    by_name = {step.name: step.money for step in found.steps}
    assert by_name["win_rate.margin"] > 0 > by_name["able_share"]
    assert by_name["learner_hours"] < 0
    assert [abs(step.money) for step in found.steps] == sorted((abs(m) for m in by_name.values()), reverse=True)


def test_a_single_change_is_the_whole_difference_and_no_change_is_none() -> None:
    case = bundled("it-turnover")
    (step,) = closes(case, case.what_if({"learner_hours": 60.0})).steps
    assert step.money == pytest.approx(100 * 20 * case.assumptions["learner_rate"].likely)
    assert closes(case, case).steps == ()


def test_the_order_of_the_changes_does_not_matter() -> None:
    case = bundled("closing-the-sale")
    forwards, backwards = case.what_if(FEW), case.what_if(dict(reversed(FEW.items())))
    assert bridge(case, forwards) == bridge(case, backwards)
    there, back = bridge(case, forwards), bridge(forwards, case)
    assert {s.name: s.money for s in there.steps} == pytest.approx({s.name: -s.money for s in back.steps})


def test_two_symmetric_factors_share_what_they_do_together() -> None:
    """The benefit is linear in each of two shares: half of the joint part belongs to each."""
    case = bundled("closing-the-sale")
    one, other = {"transfer_share": 0.9}, {"isolation_share": 0.8}
    start, a, b, both = (
        forecast(case.what_if(changes), 2)["net_benefit"].likely for changes in ({}, one, other, one | other)
    )
    steps = {step.name: step.money for step in bridge(case, case.what_if(one | other)).steps}
    joint = both - a - b + start
    assert steps["transfer_share"] == pytest.approx(a - start + joint / 2)
    assert steps["isolation_share"] == pytest.approx(b - start + joint / 2)


def test_many_changes_close_as_exactly() -> None:
    case = bundled("closing-the-sale")
    after = moved(case, 22)
    found = closes(case, after)
    assert len(found.steps) == 22
    assert found == bridge(case, after)


def test_sampled_orders_agree_with_all_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    case = bundled("closing-the-sale")
    after = moved(case, 8)
    every = {step.name: step.money for step in bridge(case, after).steps}
    monkeypatch.setattr("ldcase.forecast.bridge.ALL_ORDERS", 3)
    some = {step.name: step.money for step in bridge(case, after).steps}
    assert some == pytest.approx(every, rel=0.02, abs=20)


def test_another_structure_is_a_step_of_its_own() -> None:
    case = bundled("closing-the-sale")

    def longer(data: dict[str, Any]) -> None:
        data["horizon"] = "36 months"
        data["idea"]["cohorts"].append({"people": 5, "start": 6})
        data["opportunity"]["diagnosis"]["able"]["likely"] = 0.45

    found = closes(case, varied("closing-the-sale", longer))
    assert {step.name for step in found.steps} == {STRUCTURE, "able_share"}
    (step,) = (step for step in found.steps if step.name == STRUCTURE)
    assert step.title == "How far the case looks ahead · How many cohorts there are"


def test_a_wider_range_moves_nothing_and_is_said() -> None:
    case = bundled("closing-the-sale")
    low, likely, high = case.assumptions["able_share"].values
    found = closes(case, case.what_if({"able_share": (low - 0.02, likely, high + 0.02)}))
    assert found.steps == ()
    assert found.ranges == ("able_share",)


def test_two_currencies_have_no_bridge() -> None:
    with pytest.raises(CaseError, match="currencies"):
        bridge(bundled("closing-the-sale"), bundled("service-desk-course"))
