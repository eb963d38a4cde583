"""A draft loads: what is missing is told, once, and the case is not ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.case import Case, Catalogue, from_text
from ldcase.errors import CaseError

DRAFTS = {
    "only a title": ("title: x\n", {"missing-start", "missing-metric", "missing-cohort", "missing-need"}),
    "empty steps": (
        "title: x\nstart: 2027-01\nopportunity:\nidea:\nevidence:\nask:\n",
        {"missing-metric", "missing-cohort", "missing-need"},
    ),
    "a metric without its module": (
        "title: x\nopportunity: {metrics: {leavers: }}\n",
        {"missing-use", "missing-start", "missing-cohort", "missing-need"},
    ),
    "half an assumption": (
        "title: x\nopportunity: {metrics: {leavers: {use: turnover, "
        "assumptions: {leaver_rate: {likely: 0.2}, headcount: }}}}",
        {"missing-range", "missing-value", "missing-start", "missing-cohort", "missing-need"},
    ),
    "half a cohort": (
        "title: x\nidea: {cohorts: [{people: 3}, {start: 2}, ]}",
        {"missing-people", "missing-cohort-start", "missing-start", "missing-metric", "missing-need"},
    ),
}


@pytest.mark.parametrize(("text", "codes"), DRAFTS.values(), ids=DRAFTS)
def test_what_is_missing_is_told(text: str, codes: set[str], modules: Catalogue, tmp_path: Path) -> None:
    case = from_text(text, tmp_path / "draft" / "case.yaml", modules)
    assert {finding.code for finding in case.findings if finding.severity == "error"} == codes
    assert all(finding.do for finding in case.findings)
    assert not case.ready
    assert len(set(case.findings)) == len(case.findings)
    assert case.to_yaml() == text
    assert case.graph.order


def test_a_missing_need_says_what_to_add(modules: Catalogue) -> None:
    case = from_text("title: x\nidea:\n  assumptions:\n    reach_share: {value: 1}\n", "draft/case.yaml", modules)
    (finding,) = [finding for finding in case.findings if finding.place.path == "idea.assumptions.half_life"]
    assert "Half-life" in finding.what
    assert "month" in finding.allowed
    assert finding.place.line == 3


def test_a_draft_has_no_first_month_until_it_says_one(modules: Catalogue) -> None:
    case = from_text("summary: x\n", "draft/case.yaml", modules)
    assert case.title == "draft"
    with pytest.raises(CaseError, match="in which month it begins"):
        _ = case.start


def test_what_the_catalogue_has_a_default_for_may_be_left_out(toy: Callable[..., Case]) -> None:
    isolation = toy().assumptions["isolation_share"]
    assert isolation.values == (1, 1, 1)
    assert (isolation.source, isolation.grade) == ("default of the catalogue", "opinion")
    assert isolation.path == "idea.assumptions.isolation_share"


def test_assumptions_stand_in_the_order_of_the_pitch(toy: Callable[..., Case]) -> None:
    case = toy()
    steps = [assumption.step for assumption in case.assumptions.values()]
    assert steps == sorted(steps, key=["opportunity", "idea", "evidence", "ask"].index)
    names = list(case.assumptions)
    order = ["leavers.headcount", "able_share", "reach_share", "design_cost", "discount_rate"]
    assert sorted(order, key=names.index) == order
    assert case.haircuts[0] == "able_share"
    assert case.haircuts[-1] == "leavers.closed_share"
    assert case.assumptions["able_share"].neutral == 1
    assert case.assumptions["able_share"].path == "opportunity.diagnosis.able"


def test_a_case_cannot_be_changed_in_place(toy: Callable[..., Case]) -> None:
    case = toy()
    with pytest.raises(TypeError):
        case.assumptions["able_share"] = None  # type: ignore[index]
    with pytest.raises(AttributeError):
        case.plan = {}  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        case.document.title = "x"
