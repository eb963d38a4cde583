"""Keys that had or are expected to have another name: the message then says the name of today."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from ldcase.language import said

RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "p10": "low",
        "p50": "likely",
        "p90": "high",
        "P10": "low",
        "P50": "likely",
        "P90": "high",
        "min": "low",
        "max": "high",
        "median": "likely",
        "best_guess": "likely",
        "confidence": "grade",
        "metric": "use",
        "name": "title",
        "decision_date": "decide_by",
        "deadline": "decide_by",
        "opportunities": "offers",
    }
)


def hint(unknown: str, known: Collection[str]) -> str:
    """Return what to do about an unknown key: today's name, else the most similar one, else an empty text."""
    today = RENAMED.get(unknown)
    if today in known:
        return said("It is called “{today}”.", today=today)
    close = nearest(unknown, known)
    return said("Did you mean “{close}”?", close=close) if close else ""


def nearest(unknown: str, known: Collection[str]) -> str:
    """Return the most similar known word, or an empty text."""
    close = get_close_matches(unknown, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""
