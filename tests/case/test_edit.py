"""Changing the document: validated, with comments and order kept, and a draft stays workable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.case import Case, Catalogue, from_text, load
from ldcase.errors import CaseError

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*/case.yaml"))
RATE = "opportunity.metrics.leavers.assumptions.leaver_rate"


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_the_bundled_cases_load_without_errors_and_are_saved_as_they_are(path: Path, modules: Catalogue) -> None:
    case = load(path.parent, modules)
    assert case.ready, "\n".join(map(str, case.findings))
    assert case.to_yaml() == path.read_text(encoding="utf-8")
    assert case.id == path.parent.name
    assert all(case.history(metric.key) for metric in case.metrics if metric.history)


def test_range_figures_keep_the_other_keys(toy: Callable[..., Case]) -> None:
    case = toy().edit(RATE, {"low": 0.1, "likely": 0.2, "high": 0.25})
    assert case.assumptions["leavers.leaver_rate"].values == (0.1, 0.2, 0.25)
    assert case.assumptions["leavers.leaver_rate"].source == "s"
    line = "leaver_rate: {low: 0.1, likely: 0.2, high: 0.25, unit: 1/year, source: s, owner: o, grade: measured here}"
    assert line in case.to_yaml()


def test_a_fixed_value_takes_the_place_of_a_range_and_back(toy: Callable[..., Case]) -> None:
    fixed = toy().edit(RATE, {"value": 0.2})
    assert fixed.assumptions["leavers.leaver_rate"].values == (0.2, 0.2, 0.2)
    assert "low" not in next(line for line in fixed.to_yaml().splitlines() if "leaver_rate:" in line)
    assert fixed.edit(RATE, {"low": 0.1, "likely": 0.2, "high": 0.25}).assumptions["leavers.leaver_rate"].low == 0.1


@pytest.mark.parametrize(
    ("path", "value", "there"),
    [
        ("title", "Another toy", "title: Another toy    # two people would say more"),
        ("idea.cohorts.1.start", 6, "  - people: 10   # the second floor\n    start: 6"),
        ("idea.cohorts.2", {"people": 5, "start": 9}, "    start: 5\n  - {people: 5, start: 9}\n"),
        ("idea.cohorts.1", None, "  - {people: 12, start: 2}\n  assumptions:"),
        ("ask.decide_by", date(2027, 1, 15), "  decide_by: 2027-01-15\n"),
        ("ask.statement", "Yes: or no?", '  statement: "Yes: or no?"\n'),
        ("sample_data", None, "start: 2027-01\nopportunity:"),
        ("horizon", 36, "horizon: 36\n"),
        (
            "opportunity.priority",
            {"name": "Keep people", "kind": "people"},
            "priority: {name: Keep people, kind: people}",
        ),
        (f"{RATE}.note", "Asked twice.", "grade: measured here, note: Asked twice.}"),
    ],
)
def test_an_edit_is_written_where_it_belongs(
    toy: Callable[..., Case], modules: Catalogue, path: str, value: object, there: str
) -> None:
    case = toy().edit(path, value)
    assert there in case.to_yaml()
    again = from_text(case.to_yaml(), case.path, modules)
    assert again.document == case.document
    assert {finding.code for finding in again.findings} == {finding.code for finding in case.findings}
    original = {line.strip() for line in toy().file.text.splitlines()}
    assert len({line.strip() for line in case.to_yaml().splitlines()} - original) <= 1


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (f"{RATE}.low", 0.9, "not in order"),
        (f"{RATE}.low", "a lot", "A number is expected"),
        (f"{RATE}.unit", "1/month", "computed in 1/year"),
        (f"{RATE}.loww", 0.1, "Did you mean “low”"),
        ("idea.cohort.0.start", 3, "Did you mean “cohorts”"),
        ("idea.cohorts.7.start", 3, "leads nowhere"),
        ("idea.cohorts.start", 3, "leads nowhere"),
        ("title.deeper", 3, "leads nowhere"),
        ("", 3, "A path is needed"),
        ("opportunity.metrics.leavers.use", "nothing", "no metric “nothing”"),
        ("opportunity.metrics.leavers.history", "../x.csv", "own folder"),
        ("horizon", 500, "horizon cannot be read"),
        ("title", "\ud800", "cannot be saved"),
        ("title", object(), "cannot stand in a case"),
        (f"{RATE}.low", float("nan"), "not finite"),
    ],
)
def test_an_edit_that_brings_an_error_is_refused_and_the_case_stays(
    toy: Callable[..., Case], path: str, value: object, said: str
) -> None:
    case = toy()
    with pytest.raises(CaseError, match=said):
        case.edit(path, value)
    assert case.to_yaml() == case.file.text


def test_a_draft_can_be_worked_on(toy: Callable[..., Case]) -> None:
    draft = toy().edit(RATE, None)
    assert not draft.ready
    assert [finding.code for finding in draft.findings] == ["missing-need"]
    halfway = draft.edit(f"{RATE}.likely", 0.2)
    assert [finding.code for finding in halfway.findings if finding.severity == "error"] == ["missing-range"]
    done = halfway.edit(f"{RATE}.low", 0.1).edit(f"{RATE}.high", 0.3)
    assert done.ready
    assert done.edit("opportunity.metrics.second", {"use": "sales"}).findings[0].code == "missing-need"


def test_an_edit_keeps_what_if_elsewhere(toy: Callable[..., Case]) -> None:
    case = toy().what_if({"able_share": 0.4, "cohort_1.start": 7}).edit("title", "x")
    assert case.assumptions["able_share"].likely == 0.4
    assert case.plan["cohort_1.start"] == 7
    assert case.edit("opportunity.diagnosis.able.likely", 0.45).assumptions["able_share"].values == (0.3, 0.45, 0.6)


def test_the_same_structure_has_the_same_graph(toy: Callable[..., Case]) -> None:
    case = toy()
    assert case.edit("idea.cohorts.1.start", 6).graph is case.graph
    assert case.edit("idea.cohorts.2", {"people": 5, "start": 9}).graph is not case.graph


paths = st.sampled_from(
    "title summary ask.sponsor idea.statement evidence.statement idea.options.0.what idea.cohorts.0.people "
    f"idea.cohorts.1.start ask.gates.0 ask.next.0.what {RATE}.note {RATE}.source".split()
)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(paths, texts, st.integers(1, 24)), min_size=1, max_size=4))
def test_whatever_is_edited_is_saved_with_its_comments(
    modules: Catalogue, toy_text: str, changes: list[tuple[str, str, int]]
) -> None:
    case = from_text(toy_text, "toy/case.yaml", modules)
    for path, text, number in changes:
        value: object = number if path.endswith(("people", "start")) else {"when": text} if "gates" in path else text
        case = case.edit(path, value)
    saved = case.to_yaml()
    again = from_text(saved, case.path, modules)
    assert again.document == case.document
    assert "# the second floor" in saved
    rest = iter(saved.splitlines())
    touched = {path.rpartition(".")[2] + ":" for path, *_ in changes} | {"leaver_rate:"}
    assert all(line in rest for line in toy_text.splitlines() if not any(key in line for key in touched))
