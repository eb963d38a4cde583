"""The library of published effects: one row a finding, from ``data/evidence/*.csv``."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

from ldcase.errors import CaseError, Finding, Place


@dataclass(frozen=True, slots=True)
class Effect:
    """One published finding. All texts; ``effect`` with its ``unit`` as the study prints it."""

    id: str
    domain: str
    study: str
    year: str
    outcome: str
    effect: str
    unit: str
    details: str
    population_design: str
    reference: str
    quality_grade: str
    verification: str
    caution: str


NEEDED = ("id", "study", "reference", "quality_grade")
"""What every finding must say."""


def load(folder: Path) -> Mapping[str, Effect]:
    """Read every CSV file of a folder.

    Returns
    -------
    mapping
        Effects by id, in the order of the files; none where there is no such folder.

    Raises
    ------
    CaseError
        With every file that cannot be read or lacks a column, and every row that is incomplete or repeats an id.
    """
    found: dict[str, Effect] = {}
    problems: list[Finding] = []
    for path in sorted(folder.glob("*.csv")):
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                problems += _read(csv.DictReader(lines), path.name, found)
        except (OSError, UnicodeDecodeError, csv.Error) as problem:
            what, do = "The evidence file cannot be read.", "Save it as CSV in UTF-8."
            problems.append(Finding("evidence-unreadable", what, str(problem), do=do, place=Place(path.name)))
    if problems:
        raise CaseError(problems)
    return MappingProxyType(found)


def _read(reader: csv.DictReader[str], file: str, found: dict[str, Effect]) -> Iterator[Finding]:
    """Add the findings of a file to those found; tell what is wrong with the rest."""
    names = tuple(field.name for field in fields(Effect))
    missing = [name for name in names if name not in (reader.fieldnames or ())]
    if missing:
        what, do = "The evidence file lacks columns.", "Add the columns to the first line."
        yield Finding("evidence-columns", what, ", ".join(missing), ", ".join(names), do, place=Place(file, 1))
        return
    for row in reader:
        effect = Effect(**{name: (row[name] or "").strip() for name in names})
        lacking = [name for name in NEEDED if not getattr(effect, name)]
        if lacking or effect.id in found:
            yield Finding(
                "evidence-row",
                "A finding needs an id of its own, a study, a reference and a grade.",
                f"{effect.id or 'no id'}{' without ' + ', '.join(lacking) if lacking else ' a second time'}",
                do="Complete the row.",
                place=Place(file, reader.line_num),
            )
        else:
            found[effect.id] = effect
