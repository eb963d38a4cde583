"""The library of published effects: one row a finding, from ``data/evidence/*.csv``."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ldcase.errors import CaseError, Finding, Place
from ldcase.evidence.effect import (
    DESIGNS,
    GRADES,
    INTERVALS,
    LEVELS,
    SCALES,
    SETTINGS,
    USES,
    VERIFIED,
    Effect,
    is_citation,
)
from ldcase.language import said

COLUMNS = tuple(field.name for field in fields(Effect))
NEEDED = ("id", "domain", "study", "outcome", "says", "effect", "population", "reference", "quality_grade")
"""Texts that no finding may lack; what has a closed list, a year or a date is checked by that."""

_LISTS: Mapping[str, tuple[str, ...]] = {
    "level": tuple(LEVELS),
    "scale": tuple(SCALES),
    "interval": INTERVALS,
    "design": tuple(DESIGNS),
    "setting": SETTINGS,
    "quality_grade": GRADES,
    "verification": VERIFIED,
    "use": tuple(USES),
}


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


_NUMBERS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "year": (int, said("a year, such as 2012")),
    "value": (_number, said("a number or nothing")),
    "low": (_number, said("a number or nothing")),
    "high": (_number, said("a number or nothing")),
    "spread": (_number, said("a number or nothing")),
    "k": (int, said("a whole number or nothing")),
    "n": (int, said("a whole number or nothing")),
    "review_by": (date.fromisoformat, said("a date, such as 2029-12-31")),
}
_MUST = ("year", "review_by")
_LONGEST = 131_072
"""Characters of a field: the limit of the csv module, which another reader of this process may have raised."""


def load(folder: Path) -> Mapping[str, Effect]:
    """Read every CSV file of a folder.

    Returns
    -------
    mapping
        Effects by id, in the order of the files; none where there is no such folder.

    Raises
    ------
    CaseError
        With every file that cannot be read or lacks a column, and everything that is wrong with any row: what is
        missing, not a number, outside its closed list, cited so that nobody can follow it, not verified, or a repeated
        id. A finding that nobody has read the source of is refused, so that it can never stand as a benchmark.
    """
    found: dict[str, Effect] = {}
    problems: list[Finding] = []
    for path in sorted(folder.glob("*.csv")):
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                problems += _read(csv.DictReader(lines), path.name, found)
        except (OSError, UnicodeDecodeError, csv.Error) as problem:
            what, do = said("The evidence file cannot be read."), said("Save it as CSV in UTF-8.")
            problems.append(Finding("evidence-unreadable", what, str(problem), do=do, place=Place(path.name)))
    if problems:
        raise CaseError(problems)
    return MappingProxyType(found)


def _read(reader: csv.DictReader[str], file: str, found: dict[str, Effect]) -> Iterator[Finding]:
    """Add the findings of a file to those found; tell what is wrong with the rest."""
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        what, do = said("The evidence file lacks columns."), said("Add the columns to the first line.")
        yield Finding("evidence-columns", what, ", ".join(missing), ", ".join(COLUMNS), do, place=Place(file, 1))
        return
    for row in reader:
        given = {name: (row[name] or "").strip() for name in COLUMNS}
        if max(map(len, given.values())) > _LONGEST:
            raise csv.Error(f"field larger than field limit ({_LONGEST})")
        place = Place(file, reader.line_num)
        wrong = list(_wrong(given, place))
        lacking = [name for name in NEEDED if not given[name]]
        if lacking or given["id"] in found:
            yield Finding(
                "evidence-row",
                said("A finding needs an id of its own, and says what was found, among whom, by whom and how sure."),
                f"{given['id'] or 'no id'}{' without ' + ', '.join(lacking) if lacking else ' a second time'}",
                do=said("Complete the row."),
                place=place,
            )
        elif not wrong:
            found[given["id"]] = _effect(given)
        yield from wrong


def _wrong(given: Mapping[str, str], place: Place) -> Iterator[Finding]:
    """What of a row is not a number, not in its list, cannot be followed, or may not stand as a benchmark."""

    def told(name: str, allowed: str, do: str) -> Finding:
        found = f"{given['id'] or 'no id'}: {name} “{given[name]}”"
        return Finding(
            "evidence-value", said("A finding has a value that cannot be used."), found, allowed, do, place=place
        )

    for name, choices in _LISTS.items():
        if given[name] not in choices:
            do = (
                said("Read the source, or leave the finding out.")
                if name == "verification"
                else said("Choose one of these.")
            )
            yield told(name, ", ".join(each for each in choices if each), do)
    for name, (read, allowed) in _NUMBERS.items():
        if not given[name] and name not in _MUST:
            continue
        try:
            read(given[name])
        except ValueError:
            yield told(name, allowed, said("Correct it."))
    if given["reference"] and not is_citation(given["reference"]):
        yield told(
            "reference",
            said("doi:10.… or an address that begins with https:// or http://"),
            said("Say where it stands."),
        )
    if given["use"] == "benchmark" and not given["value"]:
        yield told(
            "use", said("context or warning, where the publication gives no number"), said("Say how it may be used.")
        )
    if given["use"] == "benchmark" and given["quality_grade"] == "D":
        yield told("use", said("warning, for grade D"), said("Say how it may be used."))


def _effect(given: Mapping[str, str]) -> Effect:
    values: dict[str, Any] = dict(given)
    values |= {name: read(given[name]) if given[name] else None for name, (read, _) in _NUMBERS.items()}
    return Effect(**values)
