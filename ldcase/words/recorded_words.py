"""Recorded changes of the pitch's own words: which sentence, from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldcase.case import Case
from ldcase.case.own_words import GAP, SENTENCES, STATEMENT
from ldcase.language import marked, worded
from ldcase.store.history import JSON

STEPS: Mapping[str, str] = MappingProxyType(
    {"opportunity": marked("Opportunity"), "idea": marked("Idea"), "evidence": marked("Evidence"), "ask": marked("Ask")}
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "priority": marked("whom it serves"),
        "skill": marked("how much is skill"),
        "meaning": marked("what the gap means"),
        "people": marked("who takes part"),
        "price": marked("what it costs"),
        "behaviour": marked("what people will do"),
        "applying": marked("who will apply it"),
        "claim": marked("what is claimed"),
        "delay": marked("why now"),
        "request": marked("how to judge it"),
        "decides": marked("who decides"),
        "also": marked("a sentence of our own"),
    }
)
"""The sentences that own words may stand for, by their key."""
NOTES = "notes"
"""The key of a case under which its speaker notes stand, by step."""
_LONGEST = 80


def reworded(path: str, before: JSON, after: JSON, case: Case) -> tuple[str, str, str] | None:
    """Return what was said otherwise, from what to what; None where the change is not one of words."""
    step, _, rest = path.partition(".")
    part, _, key = rest.partition(".")
    if step == NOTES and part in STEPS:
        return worded("{step}: the speaker’s notes", step=worded(STEPS[part])), _noted(before), _noted(after)
    if step not in SENTENCES or part not in (STATEMENT, "narrative"):
        return None
    if part == STATEMENT:
        return worded("{step}: the headline", step=worded(STEPS[step])), _text(before), _text(after)
    if not key:
        either = after if isinstance(after, dict) else before
        keys = list(either) if isinstance(either, dict) else []
        key = keys[0] if len(keys) == 1 else ""
        before, after = (value.get(key) if isinstance(value, dict) else None for value in (before, after))
    named = {"step": worded(STEPS[step]), "sentence": _named(key, case)}
    return worded("{step}: the words of “{sentence}”", **named), _text(before), _text(after)


def _noted(value: JSON) -> str:
    return _text(value) if isinstance(value, str) and value else worded("no notes")


def _named(key: str, case: Case) -> str:
    if key.startswith(GAP):
        use = next((use for use in case.metrics if key == f"{GAP}{use.key}"), None)
        return worded(use.title) if use is not None else key
    return worded(NAMES[key]) if key in NAMES else key


def _text(value: JSON) -> str:
    if not isinstance(value, str) or not value:
        return worded("the words of the workbook")
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
