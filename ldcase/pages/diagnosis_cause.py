"""A part of the diagnosis: the questions about one cause, what they point to, and what is done about it."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.document_diagnosis import OTHER_CAUSES, AnswerEntry
from ldcase.case.questions import FIRST, Question
from ldcase.diagnosis.suggestion import points_to
from ldcase.language import marked, worded
from ldcase.pages import diagnosing, typed
from ldcase.pages.editing import PARTS
from ldcase.pages.markup import NOTHING, asked, choice, element, field, filled, joined, tick
from ldcase.words.causes import QUESTIONS, REMEDIES

LEADS = {
    FIRST: marked("Before any cause: is it worth solving, and is there a shorter way?"),
    "able": marked("Are they able? Only this part of the gap is training’s."),
    "willing": marked("Are they willing? People do what is noticed and what pays."),
    "allowed": marked("Are they allowed? Time, tools, process and rules have to let them."),
    "empowered": marked("Are they empowered? They need the right to decide, information and backing."),
}
_CHOICES = (
    ("not known", marked("not known yet")),
    ("yes", marked("yes")),
    ("partly", marked("partly")),
    ("no", marked("no")),
)


def questions_of(case: Case, cause: str) -> list[Question]:
    """The questions about a cause, in the order of the file."""
    return [question for question in case.catalogue.questions.values() if question.cause == cause]


def answered(case: Case, cause: str) -> int:
    """How many of them have an answer."""
    given = diagnosing.answers(case)
    return sum(given[each.name].answer != "not known" for each in questions_of(case, cause) if each.name in given)


def part(case: Case, cause: str) -> Markup:
    """The questions, and for a cause what was seen and what is done about it."""
    given = diagnosing.answers(case)
    items = (_question(question, given.get(question.name)) for question in questions_of(case, cause))
    return joined(
        (
            element("p", worded(LEADS[cause]), class_="help"),
            element("ol", *items, class_="questions"),
            NOTHING if cause == FIRST else _conclusion(case, cause),
        )
    )


def _question(question: Question, entry: AnswerEntry | None) -> Markup:
    given = entry or AnswerEntry()
    pointing = points_to(question, entry)
    sample = element("span", worded("sample data"), class_="grade") if given.sample else NOTHING
    return element(
        "li",
        element("p", element("b", worded(question.ask)), " ", sample),
        element(
            "div",
            choice(
                worded("Answer"),
                "diagnosis.answer",
                question.name,
                [(key, worded(text)) for key, text in _CHOICES],
                given.answer,
            ),
            field(
                worded("What was seen"),
                "diagnosis.evidence",
                question.name,
                given.evidence,
                placeholder=worded("without it the answer counts half"),
            ),
            field(worded("Who says so"), "diagnosis.who", question.name, given.who),
            class_="answer",
        ),
        element("p", element("i", worded("points to:"), " "), worded(pointing), class_="points")
        if pointing
        else NOTHING,
        data_answer=given.answer,
    )


def _conclusion(case: Case, cause: str) -> Markup:
    """What was seen in all, and of what is not skill the action, its owner, and whether it binds."""
    entry = getattr(case.document.opportunity.diagnosis, cause, None)
    because = entry.because if entry is not None else ""
    seen = field(worded("In sum: why we think so"), "diagnosis.because", cause, because, kind="long")
    if cause not in OTHER_CAUSES:
        return joined((element("h3", worded("What was seen")), seen))
    action = entry.action if entry is not None else None
    return joined(
        (
            element("h3", worded("What is done about it")),
            element(
                "p",
                worded(
                    "{question} What usually helps: {remedy}.",
                    question=worded(QUESTIONS[cause]),
                    remedy=worded(REMEDIES[cause]),
                ),
                class_="soft",
            ),
            element(
                "div",
                field(worded("Action"), "diagnosis.what", cause, action.what if action is not None else ""),
                field(worded("Owner"), "diagnosis.owner", cause, action.owner if action is not None else ""),
                class_="answer two",
            ),
            seen,
            _bottleneck(case, cause, entry is not None and entry.binding),
        )
    )


def _bottleneck(case: Case, cause: str, on: bool) -> Markup:
    label = worded("It binds: as long as this stands, training changes nothing, however good it is.")
    ticked = element("p", tick(label, "diagnosis.binds", cause, on))
    name = f"{cause}_removed"
    if not on or name not in case.assumptions:
        return ticked
    removed = case.assumptions[name]
    boxes = (
        field(f"{worded(part)}, %", "diagnosis.removed", f"{cause}.{part}", typed.shown(removed, value), kind="number")
        for part, value in zip(PARTS, removed.values, strict=True)
    )
    return joined(
        (
            ticked,
            element(
                "p",
                filled(
                    worded("The chance that it is removed in time: what training can claim is {multiplied} by it."),
                    multiplied=asked(worded("multiplied"), name),
                ),
            ),
            element("div", *boxes, class_="answer three"),
        )
    )
