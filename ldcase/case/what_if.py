"""Trying another value: of an assumption, whose whole range moves along, or of the plan."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from numbers import Real

from ldcase.case.assumption import Assumption, between, trouble
from ldcase.case.document_parts import LONGEST_HORIZON
from ldcase.case.problems import show
from ldcase.errors import Finding, Place
from ldcase.formulas import nearest
from ldcase.language import Said, said


def tried(assumption: Assumption, value: float | Sequence[float]) -> Assumption | Finding:
    """Move or set an assumption, or say why not."""
    if isinstance(value, Real) and not isinstance(value, bool):
        number = float(value)
        problem = trouble(number, number, number, assumption.bounds)
        if problem is None and assumption.whole and not number.is_integer():
            problem = (
                "not-whole",
                said("Only whole numbers make sense here."),
                said("a whole number"),
                said("Use {round}.", round=round(number)),
            )
        if problem is None:
            return assumption.moved(number)
        found = f"{number:g}"
    elif isinstance(value, Sequence) and len(value) == 3 and all(isinstance(part, Real) for part in value):
        low, likely, high = (float(part) for part in value)
        problem = trouble(low, likely, high, assumption.bounds)
        if problem is None:
            return replace(assumption, low=low, likely=likely, high=high)
        found = said("low {low:g}, likely {likely:g}, high {high:g}", low=low, likely=likely, high=high)
    else:
        problem = (
            "not-a-number",
            said("A number is expected here."),
            said("a number, or low, likely and high"),
            said("Give a number."),
        )
        found = show(value)
    code, what, allowed, do = problem
    what = said("“{title}” ({name}): {what}", title=Said(assumption.title, {}), name=assumption.name, what=what)
    return Finding(code, what, found, allowed, do, place=assumption.place)


def planned(name: str, value: float | Sequence[float], where: Place) -> float | Finding:
    """Return a figure of the plan, or say why it is not possible."""
    number = float(value) if isinstance(value, Real) and not isinstance(value, bool) else math.nan
    if name.endswith(".start"):
        if number.is_integer() and 1 <= number <= LONGEST_HORIZON:
            return number
        allowed = said("a whole month, {between}", between=between((1, LONGEST_HORIZON)))
        return Finding(
            "cohort-start",
            said("{name} is an impossible month.", name=name),
            show(value),
            allowed,
            said("Correct it."),
            place=where,
        )
    if 0 < number <= 1_000_000:
        return number
    allowed = said("more than 0, at most 1,000,000")
    return Finding(
        "cohort-people",
        said("{name} is an impossible number of people.", name=name),
        show(value),
        allowed,
        said("Correct it."),
        place=where,
    )


def no_such(name: str, known: Iterable[str], kind: str) -> Finding:
    """Say that a name is unknown, with the nearest one."""
    names = list(known)
    close = nearest(str(name), names)
    do = said("Did you mean {close}?", close=close) if close else said("Use the name of a {kind}.", kind=kind)
    return Finding(
        "name-unknown",
        said("There is no {kind} “{value}”.", kind=kind, value=str(name)[:80]),
        str(name)[:80],
        close or ", ".join(names[:8]),
        do,
    )
