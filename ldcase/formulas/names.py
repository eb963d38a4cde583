"""How names look, which names are built in, and which known name an unknown one probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from ldcase.language import said

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*", re.ASCII)
NAME_ALLOWED = said(
    "letters a–z, digits and _, beginning with a letter; parts joined by a dot, such as win_rate.margin"
)

BUILT_IN_CONSTANTS: Mapping[str, float] = MappingProxyType(
    {"one_month": 1.0, "one_year": 1.0, "months_per_year": 12.0, "minutes_per_hour": 60.0}
)
BUILT_IN_MONTHLY: tuple[str, ...] = ("month", "age")
BUILT_IN_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "month": "month",
        "age": "month",
        "one_month": "month",
        "one_year": "year",
        "months_per_year": "month/year",
        "minutes_per_hour": "minute/hour",
    }
)
BUILT_IN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "month": said("the number of the month"),
        "age": said("months since the first month"),
        "one_month": said("1 month"),
        "one_year": said("1 year"),
        "months_per_year": "12",
        "minutes_per_hour": "60",
    }
)
BUILT_IN: frozenset[str] = frozenset(BUILT_IN_UNITS)


def is_name(text: str) -> bool:
    """Whether ``text`` can be the name of a quantity."""
    return len(text) <= 120 and NAME.fullmatch(text) is not None


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like ``name``, or an empty text when none is like it."""
    candidates = sorted(known)
    close = get_close_matches(name, candidates, n=1, cutoff=0.6)
    if not close:
        last = name.rsplit(".", 1)[-1]
        tails = {candidate.rsplit(".", 1)[-1]: candidate for candidate in reversed(candidates)}
        close = [tails[tail] for tail in get_close_matches(last, list(tails), n=1, cutoff=0.75)]
    return close[0] if close else ""


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """Ask whether the nearest known name was meant; where none is like it, say what to do ``otherwise``."""
    close = nearest(name, known)
    return said("Did you mean {close}?", close=close) if close else otherwise
