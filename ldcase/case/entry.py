"""Changing the document: values as plain data, and an assumption's entry with other figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from numbers import Real

from ldcase.case.assumption import Assumption, Range
from ldcase.case.places import Plain
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said


def plain(value: object, path: str) -> Plain:
    """Return a value as plain data, or raise `CaseError`."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if any(0xD800 <= ord(sign) <= 0xDFFF for sign in value):
            what = said("The text holds a character that cannot be saved.")
            raise CaseError(
                Finding("not-text", what, repr(value)[:80], "text", said("Type it again."), place=Place(path=path))
            )
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Real):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): plain(inner, path) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [plain(inner, path) for inner in value]
    allowed = said("numbers, text, dates, true or false, lists and mappings of these")
    raise CaseError(
        Finding(
            "not-plain",
            said("This cannot stand in a case."),
            type(value).__name__,
            allowed,
            said("Convert it."),
            place=Place(path=path),
        )
    )


def is_assumption(steps: Sequence[str | int]) -> bool:
    """Whether a path of the document leads to an assumption."""
    if len(steps) > 1 and steps[-2] == "assumptions":
        return True
    if tuple(steps[:-1]) == ("idea", "pilot", "results", "learned"):
        return True
    if tuple(steps[:2]) + tuple(steps[3:]) == ("opportunity", "diagnosis", "removed"):
        return True
    return tuple(steps) == ("opportunity", "diagnosis", "able") or tuple(steps[:2]) + tuple(steps[3:]) == (
        "opportunity",
        "overlaps",
        "share",
    )


def merged(entry: dict[str, Plain], given: dict[str, Plain]) -> dict[str, Plain]:
    """Return an assumption with some keys set; a range takes the place of a fixed value and the other way round."""
    gone = (
        {"low", "likely", "high"}
        if "value" in given
        else {"value"}
        if {"low", "likely", "high"} & set(given)
        else set()
    )
    kept = {key: value for key, value in entry.items() if key not in gone}
    return {key: value for key, value in {**kept, **given}.items() if value is not None}


def written(entry: Plain, values: Range, assumption: Assumption) -> dict[str, Plain]:
    """Return an assumption's entry with other values, as they stand in the file."""
    known: dict[str, Plain] = {"unit": assumption.unit, "grade": assumption.grade}
    known = dict(entry) if isinstance(entry, dict) else known
    low, likely, high = (short(value) for value in values)
    if low == high and ("value" in known or entry is None):
        return merged(known, {"value": likely})
    return merged(known, {"low": low, "likely": likely, "high": high})


def short(value: float) -> int | float:
    """Return a whole number without its decimal point."""
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def touches(path: str, edited: str) -> bool:
    """Whether one of two paths lies within the other; the empty path is the whole document."""
    return not edited or f"{path}.".startswith(f"{edited}.") or f"{edited}.".startswith(f"{path}.")
