"""What the answers point to: the more they speak for a cause, the larger its share; evidence makes it surer."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ldcase.case import catalogue
from ldcase.case.assumption import trouble
from ldcase.case.document_diagnosis import CAUSES, REPLIES, AnswerEntry, Reply
from ldcase.case.questions import FIRST
from ldcase.diagnosis.suggestion import points_to, suggested

QUESTIONS = catalogue.load(Path(__file__).parents[2] / "data").questions
ABOUT_CAUSES = [name for name, question in QUESTIONS.items() if question.cause != FIRST]
ANSWERS = st.dictionaries(
    st.sampled_from(list(QUESTIONS)),
    st.builds(AnswerEntry, answer=st.sampled_from(REPLIES), evidence=st.sampled_from(["", "seen"])),
)


def strongest(cause: str, evidence: str = "seen") -> dict[str, AnswerEntry]:
    """Every answer speaks for one cause and against the others."""
    return {
        name: AnswerEntry(
            answer="yes" if (question.speaks == "yes") == (question.cause == cause) else "no",
            evidence=evidence,
        )
        for name, question in QUESTIONS.items()
        if question.cause != FIRST
    }


@given(ANSWERS)
def test_shares_add_up_and_are_ranges_that_a_case_takes(answers: dict[str, AnswerEntry]) -> None:
    shares = suggested(QUESTIONS, answers).shares
    assert sum(likely for _, likely, _ in shares.values()) == pytest.approx(1)
    for low, likely, high in shares.values():
        assert trouble(low, likely, high, (0.0, 1.0)) is None
        assert low < likely < high


@given(ANSWERS, st.sampled_from(ABOUT_CAUSES), st.sampled_from(["", "seen"]))
def test_an_answer_that_speaks_more_for_a_cause_never_makes_its_share_smaller(
    answers: dict[str, AnswerEntry], name: str, evidence: str
) -> None:
    question = QUESTIONS[name]
    rising: list[Reply] = ["no", "partly", "yes"] if question.speaks == "yes" else ["yes", "partly", "no"]
    found = [suggested(QUESTIONS, {**answers, name: AnswerEntry(answer=reply, evidence=evidence)}) for reply in rising]
    strengths = [each.spoken[question.cause].strength for each in found]
    assert strengths == sorted(set(strengths))
    likely = [each.shares[question.cause][1] for each in found]
    assert all(after >= before - 0.011 for before, after in pairwise(likely)), "but for rounding"
    for other in set(CAUSES) - {question.cause}:
        theirs = [each.shares[other][1] for each in found]
        assert all(after <= before + 0.011 for before, after in pairwise(theirs))


@given(ANSWERS)
def test_questions_that_come_first_and_what_is_not_known_change_nothing(answers: dict[str, AnswerEntry]) -> None:
    telling = {
        name: entry for name, entry in answers.items() if QUESTIONS[name].cause != FIRST and entry.answer != "not known"
    }
    assert suggested(QUESTIONS, answers) == suggested(QUESTIONS, telling)
    assert suggested(QUESTIONS, {**answers, "no such question": AnswerEntry(answer="yes")}) == suggested(
        QUESTIONS, answers
    )


def test_without_answers_every_cause_is_as_likely_and_wide_open() -> None:
    suggestion = suggested(QUESTIONS, {})
    assert [likely for _, likely, _ in suggestion.shares.values()] == [0.25] * 4
    low, _, high = suggestion.shares["able"]
    assert high - low > 0.4
    assert suggestion.answered == 0


@pytest.mark.parametrize("cause", CAUSES)
def test_answers_that_all_speak_for_one_cause_make_it_most_of_the_gap(cause: str) -> None:
    shares = suggested(QUESTIONS, strongest(cause)).shares
    assert shares[cause][1] > 0.6
    assert all(likely < 0.15 for other, (_, likely, _) in shares.items() if other != cause)


def test_evidence_narrows_the_range() -> None:
    shown, bare = (suggested(QUESTIONS, strongest("able", evidence)).shares["able"] for evidence in ("seen", ""))
    assert shown[2] - shown[0] < bare[2] - bare[0]


def test_what_an_answer_points_to() -> None:
    question = QUESTIONS["could_if_life"]
    assert points_to(question, AnswerEntry(answer="yes")) == question.if_yes
    assert points_to(question, AnswerEntry(answer="no")) == question.if_no
    assert points_to(question, AnswerEntry(answer="partly")).startswith("In part")
    assert points_to(question, AnswerEntry()) == points_to(question, None) == ""
