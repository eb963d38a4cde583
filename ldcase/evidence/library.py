"""The library of published effects: one row a finding, from ``data/evidence/*.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
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


def load(folder: Path) -> Mapping[str, Effect]:
    """Read every CSV file of a folder.

    Returns
    -------
    mapping
        Effects by id, in the order of the files.

    Raises
    ------
    CaseError
        With every row that lacks a column or repeats an id.
    """
    names = tuple(field.name for field in fields(Effect))
    found: dict[str, Effect] = {}
    problems: list[Finding] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [name for name in names if name not in (reader.fieldnames or ())]
            if missing:
                problems.append(
                    Finding(
                        "evidence-columns",
                        "The evidence file lacks columns.",
                        ", ".join(missing),
                        ", ".join(names),
                        "Add the columns to the first line.",
                        place=Place(path.name, 1),
                    )
                )
                continue
            for row in reader:
                place = Place(path.name, reader.line_num)
                effect = Effect(**{name: (row[name] or "").strip() for name in names})
                if (
                    not effect.id
                    or effect.id in found
                    or not effect.study
                    or not effect.reference
                    or not effect.quality_grade
                ):
                    problems.append(
                        Finding(
                            "evidence-row",
                            "A finding needs an id of its own, a study, a reference and a grade.",
                            effect.id or "no id",
                            place=place,
                            do="Complete the row.",
                        )
                    )
                    continue
                found[effect.id] = effect
    if problems:
        raise CaseError(problems)
    return MappingProxyType(found)
