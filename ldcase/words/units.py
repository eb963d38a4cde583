"""Units in words: “offers per person per month”, “USD per deal”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ldcase.language import marked, worded

NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "person": (marked("person"), marked("people")),
        "hour": (marked("hour"), marked("hours")),
        "minute": (marked("minute"), marked("minutes")),
        "day": (marked("day"), marked("days")),
        "week": (marked("week"), marked("weeks")),
        "month": (marked("month"), marked("months")),
        "year": (marked("year"), marked("years")),
        "cohort": (marked("cohort"), marked("cohorts")),
        "breach": (marked("breach"), marked("breaches")),
        "customer": (marked("customer"), marked("customers")),
        "point": (marked("point"), marked("points")),
        "incident": (marked("incident"), marked("incidents")),
        "item": (marked("item"), marked("items")),
        "offer": (marked("offer"), marked("offers")),
        "deal": (marked("deal"), marked("deals")),
        "piece": (marked("piece"), marked("pieces")),
        "task": (marked("task"), marked("tasks")),
        "error": (marked("error"), marked("errors")),
        "hire": (marked("hire"), marked("hires")),
    }
)
"""One and many of what is counted; a thing that somebody's own metric declares is called by its own name."""

MONEY = "money"
SHARES = ("", "share")


def things(unit: str, currency: str, *, many: bool = True) -> str:
    """What is counted, the part of a unit before the first stroke: offers of ``offer/person/month``.

    Money is called by its currency; of a share nothing is counted, and the text is empty.
    """
    counted = re.split(r"[/*]", unit)[0].strip()
    if counted == MONEY:
        return currency
    if counted in ("1", *SHARES):
        return ""
    return worded(NAMES[counted][many]) if counted in NAMES else counted


def in_words(unit: str, currency: str, *, percent: bool = False) -> str:
    """A unit as people say it.

    Parameters
    ----------
    unit
        As formulas write it, such as ``money/person/year``.
    currency
        What money is called, such as ``USD``.
    percent
        True where the figure is written in percent: a share is “%”, and of a part of something, such as
        ``deal/offer``, it is said of what.
    """
    whole, *others = unit.split("/")
    if unit in SHARES:
        return "%" if percent else ""
    if percent and others and whole.strip() != "1":
        return worded("% of the {things}", things=things(others[0], currency))
    text = "%" if percent else " × ".join(things(part, currency) for part in whole.split("*") if things(part, currency))
    for other in others:
        each = things(other, currency, many=False)
        text = worded("{what} per {each}", what=text, each=each) if text else worded("per {each}", each=each)
    return text
