"""The guided questions of the diagnosis: what is asked, and what a yes and a no point to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from ldcase.case.document_diagnosis import as_a_word
from ldcase.case.document_parts import Part
from ldcase.case.places import place
from ldcase.case.problems import strictly
from ldcase.case.yaml_file import YamlFile
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import catalogued, said

FIRST = "first"
"""Questions that come before any cause; they change no share."""

About = Literal["first", "able", "willing", "allowed", "empowered"]


class QuestionEntry(Part):
    """A question as the file says it."""

    cause: About
    ask: str
    if_yes: str
    if_no: str
    speaks: Annotated[Literal["yes", "no", ""], BeforeValidator(as_a_word)] = ""
    counts: Annotated[float, Field(gt=0, le=5, strict=True, allow_inf_nan=False)] = 1


class QuestionsFile(Part):
    """The file of questions."""

    questions: Mapping[str, QuestionEntry]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a cause.

    Attributes
    ----------
    cause
        One of the four causes, or `FIRST`.
    ask
        What is asked; the answer is yes, partly, no or not known.
    if_yes, if_no
        What each answer points to.
    speaks
        The answer that speaks for the cause, ``yes`` or ``no``; empty for a question that comes first.
    counts
        How many ordinary questions it weighs.
    """

    name: str
    cause: str
    ask: str
    if_yes: str
    if_no: str
    speaks: str
    counts: float
    place: Place


def read_questions(file: YamlFile) -> Mapping[str, Question]:
    """Read the questions by name; raises `CaseError` with everything that is wrong with the file."""
    written = strictly(QuestionsFile, file.root.data, file.root, file.label)
    problems = [*file.findings]
    questions = {}
    for name, entry in written.questions.items():
        where = place(file.root, file.label, ("questions", name))
        if bool(entry.speaks) == (entry.cause == FIRST):
            what = said("The question “{name}” does not say which answer speaks for its cause.", name=name)
            allowed = said("speaks: yes or no for a question about a cause, none for one that comes first")
            problems.append(
                Finding("question-speaks", what, entry.speaks, allowed, said("Correct speaks:"), place=where)
            )
        questions[name] = Question(
            name,
            entry.cause,
            catalogued(entry.ask),
            catalogued(entry.if_yes),
            catalogued(entry.if_no),
            entry.speaks,
            entry.counts,
            where,
        )
    if problems:
        raise CaseError(problems)
    return MappingProxyType(questions)
