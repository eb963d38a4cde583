"""A recorded change of the diagnosis in words: shares, an answer, an action, whether a cause binds."""

from __future__ import annotations

from ldcase.case import Case
from ldcase.case.document_diagnosis import CAUSES
from ldcase.language import marked, worded, worded_as
from ldcase.store.history import JSON
from ldcase.words import numbers
from ldcase.words.causes import cause_name

ROOT = "opportunity.diagnosis"
_PARTS = {
    "because": marked("“{cause}”: why we think so"),
    "action.what": marked("“{cause}”: the action"),
    "action.owner": marked("“{cause}”: the owner of the action"),
}


def diagnosed(path: str, before: JSON, after: JSON, case: Case) -> tuple[str, str, str] | None:
    """What was changed, from what to what; None for a path that is no part of the diagnosis, or is told elsewhere."""
    if path == ROOT:
        return worded("Shares of the gap"), _shares(before), _shares(after)
    first, _, rest = path.removeprefix(f"{ROOT}.").partition(".")
    if not path.startswith(f"{ROOT}."):
        return None
    if first == "answers" and rest in case.catalogue.questions:
        return worded(case.catalogue.questions[rest].ask), _answer(before), _answer(after)
    if first not in CAUSES:
        return None
    name = cause_name(first)
    name = f"{name[0].upper()}{name[1:]}"
    if not rest:
        return worded("“{cause}”", cause=name), _cause(before), _cause(after)
    return (worded(_PARTS[rest], cause=name), _text(before), _text(after)) if rest in _PARTS else None


def _shares(value: JSON) -> str:
    given = value if isinstance(value, dict) else {}
    told = [f"{cause_name(cause)} {share}" for cause in CAUSES if (share := _share(given.get(cause)))]
    return ", ".join(told) or worded_as("shares", "none")


def _share(value: JSON) -> str:
    """The likely share of a cause as it is written in the case; empty where it has none."""
    given = value if isinstance(value, dict) else {}
    likely = given.get("likely", given.get("value"))
    return numbers.percent(likely, 2) if isinstance(likely, int | float) else ""


def _cause(value: JSON) -> str:
    given = value if isinstance(value, dict) else {}
    binds = worded("binds") if given.get("binding") else ""
    return ", ".join(part for part in (_share(value), binds) if part) or worded("nothing said")


def _answer(value: JSON) -> str:
    """The answer and what was seen, shortened; “not known” where there is none."""
    given = value if isinstance(value, dict) else {}
    said, seen = worded(str(given.get("answer") or "not known")), _text(given.get("evidence"))
    return f"{said} ({seen})" if seen else said


def _text(value: JSON, longest: int = 60) -> str:
    told = value if isinstance(value, str) else ""
    return told if len(told) <= longest else f"{told[: longest - 1]}…"
