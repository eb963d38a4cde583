"""The guided start of a case: a few questions on one screen, each answer recorded at once, then the first result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.guide import Ask, asks
from ldcase.errors import CaseError, Finding
from ldcase.language import marked, said, worded
from ldcase.pages.markup import NOTHING, action, choice, element, field, joined
from ldcase.pages.notices import finding
from ldcase.pages.typed import not_a_number, readings
from ldcase.pages.view import View
from ldcase.words import numbers, units

PARTS = {"opportunity": marked("The opportunity"), "idea": marked("The idea"), "cost": marked("What it takes")}
_BETWEEN = re.compile(r"\s*(?:–|—|\.\.\.?|;|\b(?:to|bis)\b|(?<=[\d%])\s*-\s*(?=[\d]))\s*")
_SHARES = ("percent", "points")


def begin_view(refused: Sequence[Finding] = ()) -> View:
    """The first question, before there is a case."""
    box = field(worded("What do you call it?"), "begin", "title", "", placeholder=worded("A name people will remember"))
    told = element(
        "p", worded("Then a few more questions, at most fifteen in all, and the first result."), class_="soft"
    )
    back = action(worded("◁ Cases"), "cases", class_="button")
    go = action(worded("Begin"), "begin", class_="button main")
    return _screen(
        worded("A new case"),
        worded(
            "You know the work, the workbook knows the arithmetic. What it does not ask has a cautious starting value."
        ),
        joined((element("div", box, class_="fields"), told, element("p", go, " ", back, class_="row"))),
        refused,
    )


def guide_view(case: Case, refused: Sequence[Finding] = ()) -> View:
    """The questions of a draft, what is answered, and the way to the first result."""
    every = asks(case)
    done, total = answered(case)
    blocks = (
        element("section", element("h2", worded(PARTS[part])), *(_question(each, case.currency) for each in group))
        for part, group in groupby(every, key=lambda each: each.part)
    )
    show = action(worded("Show the first result ▷"), "case", case.id, class_="button main", disabled=not case.ready)
    left = worded("{done} of {total} answered", done=done, total=total) if done < total else worded("All answered")
    status = element("span", left, class_="soft", role="status")
    errors = [each for each in case.findings if each.severity == "error"] if done == total else []
    stops = element("ul", *(finding(each) for each in errors), class_="findings") if errors else NOTHING
    foot = element("p", show, " ", status, " ", action(worded("◁ Cases"), "cases", class_="button"), class_="row")
    return _screen(
        case.title,
        worded(
            "One figure is enough, a range is put around it; better is your own, such as 15–25. Answers are kept at "
            "once."
        ),
        joined((*blocks, stops, foot)),
        refused,
    )


def is_draft(case: Case) -> bool:
    """Whether a case lacks only answers: something is missing, and nothing is wrong."""
    errors = [each for each in case.findings if each.severity == "error"]
    return bool(errors) and all(each.code.startswith(("missing-", "no-")) for each in errors)


def answered(case: Case) -> tuple[int, int]:
    """How many questions are answered, and how many there are."""
    every = asks(case)
    return sum(each.answer is not None for each in every), len(every)


def figures(ask: Ask, text: str) -> tuple[float, ...]:
    """One figure, or low and high, or low, likely and high, as they were typed; shares in percent.

    Raises
    ------
    CaseError
        When a part of it is no number, or the figures do not rise.
    """
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    found = [readings(part) for part in parts]
    if not 1 <= len(parts) <= 3 or not all(found):
        raise CaseError(not_a_number(worded(ask.text), text))
    scale = 0.01 if ask.format in _SHARES else 1.0
    values = tuple(float(f"{_meant(ask, each) * scale:.12g}") for each in found)
    if list(values) != sorted(values):
        what, do = (
            said("“{text}”: the figures do not rise.", text=worded(ask.text)),
            said("Write the smaller one first, such as 15–25."),
        )
        raise CaseError(Finding("range-order", what, text[:60], said("low to high"), do))
    return values


def _meant(ask: Ask, found: Sequence[float]) -> float:
    """Of two readings of “18.000” the one that is meant: money and people are not counted in thousandths."""
    return max(found) if ask.unit.startswith(("money", "person")) else found[0]


def _question(ask: Ask, currency: str) -> Markup:
    if ask.kind == "choice":
        listed = tuple((key, worded(text)) for key, text in ask.choices)
        offered = listed if ask.answer is not None else (("", worded("Choose …")), *listed)
        box = choice(worded(ask.text), "answer", ask.name, offered, str(ask.answer or ""))
    else:
        box = field(_label(ask, currency), "answer", ask.name, _written(ask))
    told = element("p", worded(ask.help), class_="soft") if ask.help else NOTHING
    return element("div", box, _range(ask), told, class_="question", data_open=ask.answer is None)


def _label(ask: Ask, currency: str) -> str:
    unit = "" if ask.unit == "person" else units.in_words(ask.unit, currency, percent=ask.format in _SHARES)
    return f"{worded(ask.text)} ({unit})" if unit else worded(ask.text)


def _written(ask: Ask) -> str:
    if ask.answer is None:
        return ""
    if isinstance(ask.answer, str):
        return ask.answer
    return numbers.editable(ask.answer[1] * _scale(ask))


def _scale(ask: Ask) -> float:
    return 100 if ask.format in _SHARES else 1


def _range(ask: Ask) -> Markup:
    if ask.answer is None or isinstance(ask.answer, str) or ask.answer[0] == ask.answer[2]:
        return NOTHING
    low, _, high = (numbers.number(value * _scale(ask)) for value in ask.answer)
    return element("small", worded("in 8 of 10 cases {low} to {high}", low=low, high=high), class_="soft")


def _screen(headline: str, said: str, below: Markup, findings: Sequence[Finding]) -> View:
    refused = element("ul", *(finding(each, worded("Not taken")) for each in findings), class_="findings")
    return View(
        case=("", headline),
        steps=(),
        step="new",
        layout="list",
        slots={
            "headline": headline,
            "prose": element("p", said),
            "below": element("div", below, class_="guide"),
            "notice": refused if findings else NOTHING,
        },
    )
