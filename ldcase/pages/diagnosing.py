"""What the controls of the diagnosis do to the case: each is one recorded change, which undo takes back."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case import Case
from ldcase.case.document_diagnosis import CAUSES, OTHER_CAUSES, REPLIES, AnswerEntry
from ldcase.case.places import Plain, at, parts
from ldcase.case.what_if import tried
from ldcase.diagnosis.shares import Range, Shares, fitted, moved
from ldcase.diagnosis.suggestion import Suggestion, suggested
from ldcase.errors import CaseError, Finding
from ldcase.language import said, worded
from ldcase.pages import typed
from ldcase.pages.editing import PARTS
from ldcase.pages.panel import WHO
from ldcase.store.desk import OpenCase
from ldcase.words.causes import cause_name

ROOT = "opportunity.diagnosis"
ABLE_SHARE = "able_share"
A_GUESS: Range = (0.25, 0.5, 0.75)
"""Where a chance of removal begins when somebody says that a cause binds: nobody knows yet."""


def answers(case: Case) -> Mapping[str, AnswerEntry]:
    """The answers of a case by the name of the question."""
    diagnosis = case.document.opportunity.diagnosis
    return {} if diagnosis is None else diagnosis.answers


def suggestion(case: Case) -> Suggestion:
    """What the answers of a case point to."""
    return suggested(case.catalogue.questions, answers(case))


def shares(case: Case) -> dict[str, Range]:
    """The ranges of the case as it states them; a cause without a range is fixed, one without a share is 0."""
    stated: dict[str, Range] = {"able": case.assumptions[ABLE_SHARE].values}
    for cause in OTHER_CAUSES:
        entry = getattr(case.document.opportunity.diagnosis, cause, None)
        likely = (entry.likely if entry is not None else None) or 0.0
        low, high = (None, None) if entry is None else (entry.low, entry.high)
        stated[cause] = (likely if low is None else low, likely, likely if high is None else high)
    return stated


def answer(case: OpenCase, question: str, part: str, text: str) -> None:
    """Take an answer, its evidence, or who says so. An answer that is given is nobody's example any more."""
    if question not in case.case.catalogue.questions or (part == "answer" and text not in REPLIES):
        return
    path = f"{ROOT}.answers.{question}"
    entry = {**_written(case.case, path), part: text.strip()}
    entry.pop("sample", None)
    case.edit(path, {key: value for key, value in entry.items() if value}, who=WHO)


def share(case: OpenCase, cause: str, part: str, text: str) -> None:
    """Take a share that was typed in percent; with the likely one the whole range moves along.

    Raises
    ------
    CaseError
        When it is no number from 0 to 100, or the range would be none.
    """
    if cause not in CAUSES or part not in PARTS:
        return
    value = _read(_named(cause, part), text)
    low, likely, high = shares(case.case)[cause]
    if part == "likely":
        if cause == "able":
            case.what_if_edit(ABLE_SHARE, value, who=WHO)
            return
        given = moved((low, likely, high), value)
    else:
        given = (value, likely, high) if part == "low" else (low, likely, value)
    put(case, {cause: given})


def put(case: OpenCase, given: Shares, origin: Mapping[str, Plain] | None = None) -> None:
    """Record shares of several causes as one change; `origin` is what is said about the share “able” besides."""
    whole = _written(case.case, ROOT)
    for cause, values in given.items():
        entry = whole.get(cause)
        kept: dict[str, Plain] = dict(entry) if isinstance(entry, dict) else {}
        if cause == "able":
            result = tried(case.case.assumptions[ABLE_SHARE], values)
            if isinstance(result, Finding):
                raise CaseError(typed.in_the_box(result, case.case.assumptions[ABLE_SHARE]))
            kept |= origin or {}
        low, likely, high = values
        fixed = low == likely == high
        for key in ("value", "low", "high", "likely"):
            kept.pop(key, None)
        if fixed and cause == "able":
            kept = {"value": likely, **kept}
        elif fixed:
            kept = {"likely": likely, **kept}
        else:
            kept = {"low": low, "likely": likely, "high": high, **kept}
        whole[cause] = kept
    case.edit(ROOT, whole, who=WHO)


def fit(case: OpenCase, keep: str) -> None:
    """Let the other shares take what one leaves, in their proportions."""
    if keep in CAUSES:
        new = fitted(shares(case.case), keep)
        put(case, {cause: values for cause, values in new.items() if cause != keep})


def take(case: OpenCase) -> None:
    """Take the shares that the answers suggest; the figure says from then on that this is where it comes from."""
    found = suggestion(case.case)
    if not found.answered:
        return
    sample = case.case.assumptions[ABLE_SHARE].sample
    invented = worded("Suggested by the answers to the guided questions (sample data)")
    origin: dict[str, Plain] = {
        "unit": "share",
        "source": invented if sample else worded("Suggested by the answers to the guided questions"),
        "owner": case.case.assumptions[ABLE_SHARE].owner,
        "grade": "opinion",
    }
    put(case, found.shares, origin)


def tell(case: OpenCase, cause: str, part: str, text: str) -> None:
    """Take why a cause is one, or the action against it and its owner."""
    if cause in CAUSES and part == "because":
        case.edit(f"{ROOT}.{cause}.because", text.strip() or None, who=WHO)
    elif cause in OTHER_CAUSES and part in ("what", "owner"):
        case.edit(f"{ROOT}.{cause}.action.{part}", text.strip() or None, who=WHO)


def bind(case: OpenCase, cause: str, on: bool) -> None:
    """Say that a cause binds, or that it does not; what was said about its chance is kept while it binds."""
    if cause not in OTHER_CAUSES:
        return
    entry = _written(case.case, f"{ROOT}.{cause}")
    entry.pop("binding", None)
    entry.pop("removed", None)
    if on:
        low, likely, high = A_GUESS
        action = entry.get("action")
        owner = action.get("owner") if isinstance(action, dict) else None
        entry["binding"] = True
        entry["removed"] = {
            "low": low,
            "likely": likely,
            "high": high,
            "unit": "share",
            "source": worded("Nobody has looked yet: as likely as not"),
            "owner": owner or worded("nobody yet"),
            "grade": "opinion",
        }
    case.edit(f"{ROOT}.{cause}", entry, who=WHO)


def removal(case: OpenCase, cause: str, part: str, text: str) -> None:
    """Take the chance that a binding cause is removed, typed in percent; with the likely one the range moves along."""
    name = f"{cause}_removed"
    if name not in case.case.assumptions or part not in PARTS:
        return
    value = _read(_named(cause, part), text)
    if part == "likely":
        case.what_if_edit(name, value, who=WHO)
        return
    low, likely, high = case.case.assumptions[name].values
    case.what_if_edit(name, (value, likely, high) if part == "low" else (low, likely, value), who=WHO)


def _written(case: Case, path: str) -> dict[str, Plain]:
    """What the document says at a path; a copy, empty where it says nothing."""
    found = at(case.data, parts(path))
    return dict(found) if isinstance(found, dict) else {}


def _named(cause: str, part: str) -> str:
    """What a box is called in what is told of it: “Able, likely”."""
    return f"{cause_name(cause).capitalize()}, {worded(part)}"


def _read(title: str, text: str) -> float:
    values = [value / 100 for value in typed.readings(text)]
    if not values:
        raise CaseError(typed.not_a_number(title, text))
    value = next((value for value in values if 0 <= value <= 1), values[0])
    if not 0 <= value <= 1:
        what = said("“{title}”: a share lies between nothing and all of it.", title=title)
        raise CaseError(
            Finding("out-of-bounds", what, text.strip()[:60], said("from 0 to 100 %"), said("Correct the figure."))
        )
    return value
