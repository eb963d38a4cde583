"""Popular ways to be wrong are told where the case can show them, and only there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ldcase.case import Case, soundness

LEAVERS = "opportunity.metrics.leavers.assumptions"


def value(number: float, unit: str, source: str = "s", grade: str = "opinion", **more: object) -> dict[str, Any]:
    return {"value": number, "unit": unit, "source": source, "owner": "o", "grade": grade, **more}


def spread(
    low: float, likely: float, high: float, unit: str, source: str = "s", grade: str = "opinion"
) -> dict[str, Any]:
    return {"low": low, "likely": likely, "high": high, "unit": unit, "source": source, "owner": "o", "grade": grade}


def metric(use: str, **assumptions: dict[str, Any]) -> dict[str, Any]:
    return {"use": use, "assumptions": assumptions, "becomes": {"what": "w", "owner": "o"}}


ALONE = "opportunity.metrics"
TRAPS: Mapping[str, tuple[str, dict[str, object], str]] = {
    "an effect of nearly three deviations": (
        "implausible",
        {ALONE: {"all": metric("standardised_performance", effect_size=value(1.5, "share"))}},
        "from 0 to 0.65",
    ),
    "a contingency of the same size again": (
        "implausible",
        {"idea.costs.assumptions.contingency_share": value(0.8, "share")},
        "from 0 to 0.5",
    ),
    "a correlation": ("caution", {ALONE: {"them": {"use": "customer_retention"}}}, "correlation"),
    "transfer taken off a result": (
        "transfer-counted-twice",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "https://example.org/study", "published")},
        "transfer is in it",
    ),
    "10 percent": (
        "transfer-guessed",
        {"idea.assumptions.transfer_share": value(0.1, "share", "Only 10 % of training transfers (Georgenson)")},
        "line managers",
    ),
    "a ratio in a sentence": ("ratio-called-roi", {"ask.statement": "Approve it for an ROI of 3:1."}, "200 %"),
    "a ratio in money": (
        "ratio-called-roi",
        {f"{LEAVERS}.closed_share": value(0.5, "share", "A case with an ROI of $1.57")},
        "benefit/cost ratio",
    ),
    "revenue of a sale": (
        "revenue-as-benefit",
        {ALONE: {"wins": metric("sales", margin=value(1, "share"))}},
        "contribution margin",
    ),
    "revenue of an isolated change": (
        "revenue-as-benefit",
        {ALONE: {"more": metric("isolated_change", unit_value=value(900, "money/item", "Revenue of an order"))}},
        "contribution margin",
    ),
    "revenue of a piece": (
        "revenue-as-benefit",
        {ALONE: {"more": metric("output_productivity", piece_margin=value(9, "money/piece", "Selling price"))}},
        "the margin belongs",
    ),
    "a leaver at 150 percent": (
        "replacement-cost-high",
        {f"{LEAVERS}.replacement_cost": value(90000, "money/person", "150 % of annual salary, as often quoted")},
        "16 to 21 %",
    ),
    "a leaver at one and a half salaries": (
        "replacement-cost-high",
        {f"{LEAVERS}.replacement_cost": value(90000, "money/person", "1.5 times salary")},
        "150 %",
    ),
    "a leaver at 50 to 200 percent": (
        "replacement-cost-high",
        {f"{LEAVERS}.replacement_cost": value(90000, "money/person", "50–200 % of salary")},
        "200 %",
    ),
    "all minutes": (
        "all-time-realised",
        {ALONE: {"calls": metric("time_saved", realisation_share=value(1, "share"))}},
        "stands up for",
    ),
    "an injury at society's cost": (
        "societal-cost",
        {ALONE: {"injuries": metric("safety_incidents", employer_cost=value(42000, "money/incident"))}},
        "employer's own",
    ),
    "a source that counts for society": (
        "societal-cost",
        {ALONE: {"injuries": metric("safety_incidents", employer_cost=value(9000, "money/incident", "NSC"))}},
        "employer's own",
    ),
    "P5 and P95": (
        "other-percentiles",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "Workshop, P5 to P95")},
        "one case in ten",
    ),
    "least and most": (
        "other-percentiles",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "Minimum and maximum of three experts")},
        "one case in ten",
    ),
    "the interval of a mean": (
        "interval-of-a-mean",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "Meta-analysis, 95 % CI")},
        "tau",
    ),
    "a nominated pilot": ("pilot-nominated", {"idea.pilot": {"who": "Ten people nominated by managers"}}, "by lot"),
    "volunteers": ("pilot-nominated", {"idea.pilot": {"who": "Volunteers of the west"}}, "by lot"),
    "the worst": (
        "regression-to-the-mean",
        {"idea.audience": {"who": "The weakest quarter of the sellers"}},
        "comparison group",
    ),
    "one team": ("pilot-one-team", {"idea.pilot": {"who": "One team of 40"}}, "eight teams"),
    "before and after": (
        "before-and-after",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "Survey before and after the course")},
        "comparison group",
    ),
    "in German, revenue of a piece": (
        "revenue-as-benefit",
        {ALONE: {"more": metric("output_productivity", piece_margin=value(9, "money/piece", "Umsatz je Stück"))}},
        "the margin belongs",
    ),
    "in German, a leaver at one and a half salaries": (
        "replacement-cost-high",
        {f"{LEAVERS}.replacement_cost": value(90000, "money/person", "1,5 mal Jahresgehalt")},
        "150 %",
    ),
    "in German, a leaver at 50 to 200 percent": (
        "replacement-cost-high",
        {f"{LEAVERS}.replacement_cost": value(90000, "money/person", "50 bis 200 % eines Jahresgehalts")},
        "200 %",
    ),
    "in German, volunteers": ("pilot-nominated", {"idea.pilot": {"who": "Freiwillige aus dem Westen"}}, "by lot"),
    "in German, the worst": (
        "regression-to-the-mean",
        {"idea.audience": {"who": "Das schwächste Viertel im Vertrieb"}},
        "comparison group",
    ),
    "in German, before and after": (
        "before-and-after",
        {f"{LEAVERS}.closed_share": spread(0.3, 0.5, 0.6, "share", "Vorher-Nachher-Befragung")},
        "comparison group",
    ),
    "in German, a factor for wages on a salary": (
        "wage-factor-on-salary",
        {"idea.costs.assumptions.learner_rate": value(40, "money/hour", "Gehalt × 1,42 / 1.700 Stunden")},
        "1.25 to 1.3",
    ),
    "no rate": ("no-discounting", {"ask.assumptions.discount_rate": value(0, "1/year")}, "hurdle rate"),
    "a factor for wages on a salary": (
        "wage-factor-on-salary",
        {"idea.costs.assumptions.learner_rate": value(40, "money/hour", "Salary × 1.42 / 1,700 hours")},
        "1.25 to 1.3",
    ),
    "a range on top of confidence": (
        "doubt-twice",
        {ALONE: {"more": metric("isolated_change", confidence_share=spread(0.5, 0.7, 0.8, "share"))}},
        "fixed figure",
    ),
    "isolated twice": (
        "doubt-twice",
        {
            ALONE: {"more": metric("isolated_change", contribution_share=value(0.6, "share"))},
            "idea.assumptions.isolation_share": value(0.7, "share"),
        },
        "one of the two at 1",
    ),
    "only participants say so": ("participants-alone", {"evidence.isolation.method": "participant"}, "nothing else"),
    "a comparison that was not made": (
        "isolation-not-measured",
        {"evidence.isolation.method": "comparison group"},
        "graded opinion",
    ),
}


def edited(case: Case, edits: Mapping[str, object]) -> Case:
    for path, new in edits.items():
        case = case.edit(path, new)
    return case


@pytest.mark.parametrize(("code", "edits", "says"), TRAPS.values(), ids=TRAPS)
def test_a_trap_is_told_and_stops_nothing(
    toy: Callable[..., Case], code: str, edits: dict[str, object], says: str
) -> None:
    assert code not in {finding.code for finding in toy().findings}
    (finding,) = [finding for finding in edited(toy(), edits).findings if finding.code == code]
    assert finding.severity == "warning"
    assert finding.do
    assert finding.place.line
    assert says in str(finding)


def test_a_known_folklore_figure_is_only_noted(toy: Callable[..., Case]) -> None:
    note = "78 % of a year's pay; case studies find about 21 % at the median"
    case = toy().edit(f"{LEAVERS}.replacement_cost", value(50000, "money/person", note=note))
    (finding,) = [finding for finding in case.findings if finding.code == "replacement-cost-high"]
    assert finding.severity == "note"


@pytest.mark.parametrize(
    "edits",
    [
        {f"{LEAVERS}.closed_share": value(0.5, "share", "https://example.org/study", "published"),
         "idea.assumptions.transfer_share": value(1, "share")},
        {f"{LEAVERS}.replacement_cost": value(9000, "money/person", "18 % of annual pay, own figures")},
        {ALONE: {"wins": metric("sales", margin=value(0.4, "share", "Finance; contribution margin, not revenue"))}},
        {ALONE: {"calls": metric("time_saved", realisation_share=value(0.4, "share"))}},
        {"idea.pilot": {"who": "Eight teams of the twenty, drawn by lot"}},
        {"ask.statement": "Approve it for an ROI of 180 % and a benefit/cost ratio of 2.8 to 1."},
        {"horizon": "12 months", "ask.assumptions.discount_rate": value(0, "1/year")},
        {"idea.costs.assumptions.learner_rate": value(40, "money/hour", "Hourly wage × 1.42")},
        {ALONE: {"more": metric("isolated_change", contribution_share=value(0.6, "share"))}},
        {"evidence.isolation.method": "trend",
         "idea.assumptions.isolation_share": value(0.7, "share", grade="measured here")},
    ],
)  # fmt: skip
def test_what_is_done_well_is_not_told(toy: Callable[..., Case], edits: dict[str, object]) -> None:
    told = {finding.code for finding in edited(toy(), edits).findings if finding.severity == "warning"}
    assert {code for code in told if not code.startswith(("missing-", "no-"))} <= {"becomes-unused"}


def test_every_check_has_a_trap_that_it_tells() -> None:
    checks = {check.__name__ for check in soundness.SOUNDNESS}
    assert len(checks) == len(soundness.SOUNDNESS)
    assert len({code for code, *_ in TRAPS.values()}) == len(checks)
