"""What two metrics count both is told, and reduced by what the case says about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.case.places import at
from ldcase.errors import CaseError
from ldcase.forecast import forecast

CLAIM = {"low": 0.2, "likely": 0.4, "high": 0.7, "unit": "share", "source": "s", "owner": "o", "grade": "opinion"}
RAMP = {
    "use": "time_to_productivity",
    "becomes": {"what": "orders not lost", "owner": "Sales"},
    "assumptions": {
        name: {"value": number, "unit": unit, "source": "s", "owner": "o", "grade": "opinion"}
        for name, (number, unit) in {
            "joiners": (3, "person/month"),
            "months_to_full": (8, "month"),
            "exemplar_months": (5, "month"),
            "closed_share": (0.5, "share"),
            "output_value": (4000, "money/person/month"),
            "realisation_share": (0.5, "share"),
        }.items()
    },
}


def codes(case: Case) -> list[str]:
    return [finding.code for finding in case.findings]


@pytest.fixture
def both(toy: Callable[..., Case]) -> Case:
    """Turnover, whose cost has the ramp of the successor in it, and the ramp itself."""
    return toy().edit("opportunity.metrics.ramp", RAMP)


def overlap(case: Case, first: str = "leavers", second: str = "ramp", share: Any = CLAIM) -> Case:
    return case.edit("opportunity.overlaps", [{"between": [first, second], "claims": "joiners' ramp", "share": share}])


def test_the_same_claim_is_told_with_both_names(both: Case) -> None:
    (finding,) = [finding for finding in both.findings if finding.code == "counted-twice"]
    assert finding.severity == "warning"
    assert "“Voluntary turnover” and “Time to productivity”" in finding.what
    assert finding.found == "joiners' ramp"
    assert "between: [leavers, ramp]" in finding.do
    assert both.ready


def test_a_measure_of_everything_counts_what_any_other_counts(toy: Callable[..., Case]) -> None:
    case = toy().edit("opportunity.metrics.all", {"use": "standardised_performance"})
    (finding,) = [finding for finding in case.findings if finding.code == "counted-twice"]
    assert finding.found == "people who stay, joiners' ramp"


def test_metrics_that_claim_different_things_are_left_alone(toy: Callable[..., Case]) -> None:
    assert "counted-twice" not in codes(toy().edit("opportunity.metrics.wins", {"use": "sales"}))


def test_a_figure_that_both_benefits_rest_on_is_told(toy: Callable[..., Case]) -> None:
    twice = toy().edit("opportunity.metrics.again", at(toy().data, ("opportunity", "metrics", "leavers")))
    (finding,) = [finding for finding in twice.findings if finding.code == "counted-twice"]
    assert finding.found == "people who stay, joiners' ramp"


def test_a_stated_overlap_answers_and_takes_off_the_smaller_benefit(both: Case) -> None:
    case = overlap(both)
    assert "counted-twice" not in codes(case)
    assert case.ready
    assumption = case.assumptions["overlap_1_share"]
    assert (assumption.neutral, assumption.likely, assumption.step) == (0.0, 0.4, "opportunity")
    assert "overlap_1_share" in case.haircuts
    assert case.formula("overlap_1").expression.text == "overlap_1_share * min(leavers.benefit, ramp.benefit)"
    assert case.formula("benefit_capacity").expression.text == "ramp.benefit - overlap_1"
    assert case.formula("benefit_cost_avoided").expression.text == "leavers.benefit"
    figures = forecast(case, draws=64)
    plain = forecast(both, draws=64)
    months = figures.median_case
    smaller = 0.4 * sum(map(min, months["leavers.benefit"][0], months["ramp.benefit"][0]))
    assert smaller > 0
    assert figures["benefit"].likely == pytest.approx(plain["benefit"].likely - smaller)
    kinds = sum(months[name][0] for name in ("benefit_cash", "benefit_cost_avoided", "benefit_capacity"))
    assert kinds == pytest.approx(months["total_benefit"][0])
    assert forecast(case.what_if({"overlap_1_share": (0.0, 0.0, 0.0)}), draws=64)["benefit"].likely == pytest.approx(
        plain["benefit"].likely
    )


def test_which_of_the_two_kinds_is_reduced_is_the_second(both: Case) -> None:
    case = overlap(both, "ramp", "leavers")
    assert case.formula("benefit_cost_avoided").expression.text == "leavers.benefit - overlap_1"


def test_capacity_that_does_not_count_is_not_taken_off(both: Case) -> None:
    case = overlap(both.edit("opportunity.metrics.ramp.becomes", None))
    assert case.formula("benefit_capacity").expression.text == "0"
    assert case.formula("total_benefit").expression.names


def test_the_share_can_be_edited_and_saved(both: Case) -> None:
    case = overlap(both).edit("opportunity.overlaps.0.share", {"low": 0.1, "likely": 0.3, "high": 0.5})
    assert case.assumptions["overlap_1_share"].likely == 0.3
    assert case.assumptions["overlap_1_share"].source == "s"
    moved = case.what_if({"overlap_1_share": 0.2})
    assert "likely: 0.2" in moved.to_yaml()


@pytest.mark.parametrize(
    ("first", "second", "share", "code"),
    [
        ("leavers", "rampp", CLAIM, "overlap-unknown"),
        ("ramp", "ramp", CLAIM, "overlap-unknown"),
        ("leavers", "ramp", CLAIM | {"high": 1.4}, "out-of-bounds"),
    ],
)
def test_an_overlap_with_a_mistake_is_refused(both: Case, first: str, second: str, share: object, code: str) -> None:
    with pytest.raises(CaseError) as refused:
        overlap(both, first, second, share)
    assert code in {finding.code for finding in refused.value.findings}


def test_an_overlap_without_its_share_is_missing_something(both: Case) -> None:
    case = overlap(both, share=None)
    (finding,) = [finding for finding in case.findings if finding.code == "missing-need"]
    assert finding.place.path == "opportunity.overlaps.0.share"
    assert not case.ready


def test_one_metric_is_not_reduced_twice(both: Case) -> None:
    case = both.edit("opportunity.metrics.wins", {"use": "sales"})
    entries = [{"between": [first, "ramp"], "share": CLAIM} for first in ("leavers", "wins")]
    with pytest.raises(CaseError, match="reduced by overlap 1 already"):
        case.edit("opportunity.overlaps", entries)
