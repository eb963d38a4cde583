"""The practitioner's conservative point: what participants themselves ascribe to the programme, cut where in doubt.

A *view* beside the simulation, never a factor in it: contribution and confidence are haircuts on a point, and taking
them off a quantity whose doubt is already drawn would count the same doubt twice. Nothing here returns a case.

The rules, after Phillips' guiding principles: who did not answer improved nothing (6); every answer is cut by its own
contribution and confidence (7); extreme and unsupported answers are dropped (8); the change counts for its first year
only (9).

Source: Phillips & Phillips, ROI methodology; ``methods.md`` § 1.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said

Reason = Literal["", "extreme", "unsupported", "no improvement"]

FENCE = 1.5
"""An answer is extreme above the upper quartile by more than so many times the distance of the quartiles (Tukey)."""
ENOUGH = 5
"""With fewer answers nothing is called extreme."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's estimate.

    Attributes
    ----------
    change
        Improvement in units a year.
    unit_value
        Money for a unit, by the person who answers or by Finance.
    contribution
        Share of the change that the programme caused, 0..1.
    confidence
        How sure the respondent is of all that, 0..1.
    basis
        What the estimate rests on; an answer without one is not supported.
    """

    change: float
    unit_value: float
    contribution: float
    confidence: float
    basis: str = ""

    @property
    def stated(self) -> float:
        """Money a year before any cut."""
        return self.change * self.unit_value

    @property
    def adjusted(self) -> float:
        """Money a year after contribution and confidence."""
        return self.stated * self.contribution * self.confidence


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer, what it counts for in money a year, and why not if it does not."""

    answer: Answer
    money: float
    dropped: Reason


@dataclass(frozen=True, slots=True)
class PractitionerView:
    """The conservative point.

    Attributes
    ----------
    participants, silent
        How many took part, and how many of them did not answer; those count as zero.
    stated
        Money a year of all answers before any cut.
    benefit
        Money in the first year after all cuts; the conservative point.
    mean
        The benefit for each participant, silent ones included.
    answers
        Every answer in the order given, with what became of it.
    """

    participants: int
    silent: int
    stated: float
    benefit: float
    mean: float
    answers: tuple[Counted, ...]

    def roi(self, cost: float) -> float | None:
        """Net benefit of the first year for each unit of cost; None where nothing is spent."""
        return (self.benefit - cost) / cost if cost > 0 else None


def practitioner_view(answers: Sequence[Answer], participants: int, *, unsupported: bool = False) -> PractitionerView:
    """Return the conservative point of a survey.

    Parameters
    ----------
    answers
        One for each respondent.
    participants
        All who took part, at least as many as answered.
    unsupported
        True counts answers without a basis as well.

    Raises
    ------
    CaseError
        For more answers than participants, or a share out of its bounds; every wrong answer is told.
    """
    wrong = [
        Finding(
            "answer-share",
            said("Contribution is a share.") if key == "contribution" else said("Confidence is a share."),
            f"{share:g}",
            said("from 0 to 1"),
            said("If you mean {value:g} %, write {number}.", value=share, number=f"{share / 100:g}")
            if 1 < share <= 100
            else said("Correct it."),
            place=Place(path=f"answer {number}"),
        )
        for number, answer in enumerate(answers, start=1)
        for key, share in (("contribution", answer.contribution), ("confidence", answer.confidence))
        if not 0 <= share <= 1
    ]
    if participants < max(len(answers), 1):
        what, found = (
            said("There are more answers than participants."),
            said("{count} answers, {participants} participants", count=len(answers), participants=participants),
        )
        wrong.append(
            Finding("answers-many", what, found, said("all who took part"), said("Count everybody who took part."))
        )
    if wrong:
        raise CaseError(wrong)
    supported = [answer for answer in answers if unsupported or answer.basis.strip()]
    limit = _fence([answer.stated for answer in supported])
    counted = tuple(_counted(answer, limit, unsupported) for answer in answers)
    benefit = sum(one.money for one in counted)
    stated = sum(answer.stated for answer in answers)
    return PractitionerView(participants, participants - len(answers), stated, benefit, benefit / participants, counted)


COLUMNS = ("change", "unit_value", "contribution", "confidence", "basis")
"""The head of a file of answers."""


def read_answers(text: str, label: str = "answers.csv") -> tuple[Answer, ...]:
    """Read answers from CSV: the columns of `COLUMNS`, shares from 0 to 1; an empty row is somebody who did not answer.

    Raises
    ------
    CaseError
        For missing columns and for every cell that is no number.
    """
    rows = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        what, found = said("Columns are missing."), ", ".join(rows.fieldnames or ()) or "nothing"
        do = said("Add {names}.", names=", ".join(missing))
        raise CaseError(Finding("answers-columns", what, found[:80], ", ".join(COLUMNS), do, place=Place(label, 1)))
    answers: list[Answer] = []
    wrong: list[Finding] = []
    for row in rows:
        cells = [(row[name] or "").strip() for name in COLUMNS]
        if not any(cells):
            continue
        numbers = [_number(cell) for cell in cells[:4]]
        for name, cell, number in zip(COLUMNS, cells, numbers, strict=False):
            if number is None:
                what, where = said("“{name}” is not a number.", name=name), Place(label, rows.line_num)
                do = said("Write a plain number with a point; a share as 0.7, not 70 %.")
                wrong.append(Finding("answers-number", what, cell[:80] or "nothing", said("a number"), do, place=where))
        if None not in numbers:
            change, unit_value, contribution, confidence = (number or 0.0 for number in numbers)
            answers.append(Answer(change, unit_value, contribution, confidence, cells[4]))
    if wrong:
        raise CaseError(wrong)
    return tuple(answers)


def _number(cell: str) -> float | None:
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _fence(stated: Sequence[float]) -> float:
    if len(stated) < ENOUGH:
        return float("inf")
    first, third = (float(value) for value in np.quantile(stated, (0.25, 0.75)))
    return third + FENCE * (third - first)


def _counted(answer: Answer, limit: float, unsupported: bool) -> Counted:
    if not unsupported and not answer.basis.strip():
        return Counted(answer, 0.0, "unsupported")
    if answer.stated > limit:
        return Counted(answer, 0.0, "extreme")
    return Counted(answer, answer.adjusted, "" if answer.adjusted else "no improvement")
