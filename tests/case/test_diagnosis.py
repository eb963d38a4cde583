"""The diagnosis of a case: questions, answers, and causes that bind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.case import Case, Catalogue, catalogue
from ldcase.case.document_diagnosis import CAUSES
from ldcase.case.questions import FIRST
from ldcase.errors import CaseError

BINDS = (
    "willing: {likely: 0.2,",
    "willing: {binding: true, likely: 0.2, removed: {low: 0.2, likely: 0.4, high: 0.6, unit: share, source: s, "
    "owner: o, grade: opinion},",
)


def test_every_cause_has_questions_and_every_question_says_what_its_answers_point_to(modules: Catalogue) -> None:
    asked = [question.cause for question in modules.questions.values()]
    assert all(asked.count(cause) >= 3 for cause in (FIRST, *CAUSES))
    for question in modules.questions.values():
        assert question.ask.endswith("?")
        assert question.if_yes.endswith(".")
        assert question.if_no.endswith(".")
        assert question.counts > 0


def test_a_wrong_file_of_questions_says_where(tmp_path: Path, modules: Catalogue) -> None:
    for folder in ("model", "costs", "metrics"):
        (tmp_path / folder).symlink_to(modules.root / folder)
    (tmp_path / "diagnosis").mkdir()
    text = "questions:\n  one: {cause: able, ask: Why?, if_yes: a, if_no: b}\n  two: {cause: abel, ask: Why?}\n"
    (tmp_path / "diagnosis" / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        catalogue.load(tmp_path)
    assert {(f.code, f.place.line) for f in refused.value.findings} >= {("not-in-list", 3), ("missing-key", 3)}
    (tmp_path / "diagnosis" / "questions.yaml").write_text(text.split("  two")[0], encoding="utf-8")
    with pytest.raises(CaseError, match="which answer speaks"):
        catalogue.load(tmp_path)


def test_a_bare_yes_or_no_is_an_answer_whatever_reads_the_file(toy: Callable[..., Case]) -> None:
    case = toy(("  diagnosis:", "  diagnosis:\n    answers: {could_if_life: {answer: no}, noticed: {answer: true}}"))
    diagnosis = case.document.opportunity.diagnosis
    assert diagnosis is not None
    assert [entry.answer for entry in diagnosis.answers.values()] == ["no", "yes"]


def test_nothing_that_binds_is_neutral(toy: Callable[..., Case]) -> None:
    case = toy()
    assert case.formula("unblocked_share").expression.text == "1"
    assert not any(name.endswith("_removed") for name in case.assumptions)


def test_a_cause_that_binds_is_a_haircut_with_a_chance(toy: Callable[..., Case]) -> None:
    case = toy(BINDS)
    assert case.ready
    assert case.formula("unblocked_share").expression.text == "willing_removed"
    removed = case.assumptions["willing_removed"]
    assert (removed.values, removed.neutral, removed.chance) == ((0.2, 0.4, 0.6), 1, True)
    assert removed.path == "opportunity.diagnosis.willing.removed"
    assert "willing_removed" in case.haircuts
    assert case.what_if({"willing_removed": 0.5}).assumptions["willing_removed"].likely == 0.5
    edited = case.edit("opportunity.diagnosis.willing.removed", {"value": 1})
    assert edited.assumptions["willing_removed"].values == (1, 1, 1)
    assert edited.assumptions["willing_removed"].source == "s"
    with pytest.raises(CaseError):
        case.edit("opportunity.diagnosis.willing.removed.high", 1.5)
