"""What the answers point to: how strongly each cause is spoken for, and shares of the gap that may be taken from it.

A suggestion is a rule of thumb on judgements, never a measurement, and nothing takes it by itself. An answer speaks for
its cause fully, by half (partly), or not at all; one with evidence counts twice as much as one without. The strength of
a cause is the mean of its answers with one hint of one half added, so that a single answer never decides; the share is
the strength over the sum of all four. The more is answered, the narrower the ranges: as wide as those of a Dirichlet
distribution with `OPEN` pseudo-answers and one more for each answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case.document_diagnosis import CAUSES, AnswerEntry
from ldcase.case.questions import FIRST, Question
from ldcase.diagnosis.shares import Range, whole
from ldcase.language import said

OPEN = 4.0
"""How many answers' worth of doubt there is before any is given."""

UNSHOWN = 0.5
"""How much an answer without evidence counts."""

_P90 = 1.2816
_SPEAKS = {"yes": 1.0, "partly": 0.5, "no": 0.0}


@dataclass(frozen=True, slots=True)
class Spoken:
    """How strongly a cause is spoken for.

    Attributes
    ----------
    strength
        0 where every answer speaks against it, 1 where every one speaks for it; 0.5 without any.
    answered, asked
        Questions about it with an answer, and all of them.
    shown
        Those among the answered ones with evidence.
    """

    cause: str
    strength: float
    answered: int
    asked: int
    shown: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The causes as the answers speak for them, and shares that would follow; the likely shares add up to 1."""

    spoken: Mapping[str, Spoken]
    shares: Mapping[str, Range]

    @property
    def answered(self) -> int:
        """Questions with an answer."""
        return sum(each.answered for each in self.spoken.values())

    @property
    def asked(self) -> int:
        """All questions about causes."""
        return sum(each.asked for each in self.spoken.values())


def suggested(questions: Mapping[str, Question], answers: Mapping[str, AnswerEntry]) -> Suggestion:
    """Read answers; those to unknown questions and “not known” say nothing."""
    spoken, weight = {}, 0.0
    for cause in CAUSES:
        asked = [question for question in questions.values() if question.cause == cause]
        given = [(question, answers[question.name]) for question in asked if question.name in answers]
        told = [
            (_speaks(question, entry), _weight(question, entry), entry) for question, entry in given if _known(entry)
        ]
        counted = sum(weighs for _, weighs, _ in told)
        strength = (0.5 + sum(speaks * weighs for speaks, weighs, _ in told)) / (1 + counted)
        shown = sum(bool(entry.evidence) for *_, entry in told)
        spoken[cause] = Spoken(cause, strength, len(told), len(asked), shown)
        weight += counted
    total = sum(each.strength for each in spoken.values())
    likely = whole({cause: each.strength / total for cause, each in spoken.items()}, digits=2)
    return Suggestion(spoken, {cause: _around(share, OPEN + weight) for cause, share in likely.items()})


def points_to(question: Question, entry: AnswerEntry | None) -> str:
    """Return what an answer points to, in words; empty while there is none."""
    if entry is None or not _known(entry):
        return ""
    if entry.answer != "partly":
        return question.if_yes if entry.answer == "yes" else question.if_no
    if question.cause != FIRST:
        return said("In part: find out for whom and when.")
    return said("In part. {answer}", answer=question.if_no)


def _known(entry: AnswerEntry) -> bool:
    return entry.answer in _SPEAKS


def _weight(question: Question, entry: AnswerEntry) -> float:
    return question.counts * (1.0 if entry.evidence else UNSHOWN)


def _speaks(question: Question, entry: AnswerEntry) -> float:
    """How far an answer speaks for the cause of its question, 0..1."""
    yes = _SPEAKS[entry.answer]
    return yes if question.speaks == "yes" else 1 - yes


def _around(share: float, answers: float) -> Range:
    """Return P10, P50 and P90 around a share, even in log-odds, so that every range is possible."""
    odds = math.log(share / (1 - share))
    side = _P90 / math.sqrt(answers * share * (1 - share))
    low, high = (1 / (1 + math.exp(-(odds + sign * side))) for sign in (-1, 1))
    return _short(low), share, _short(high)


def _short(share: float) -> float:
    """Two digits, more where the share is small."""
    return round(share, 2) if 0.1 <= share <= 0.9 else float(f"{share:.2g}") if share < 0.1 else round(share, 3)
