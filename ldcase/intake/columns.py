"""The distinct texts of a column, each looked at once however often it stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ldcase.intake.sheet import Cells, Whole

NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "null", "none", "nan", "#n/a", "k.a.", "k. a.", "?", "."})
"""How people write that there is no value, in small letters."""
_LONGEST_NOTHING = max(map(len, NOTHING))
MISTAKES = ("#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#wert!", "#bezug!", "#zahl!")
"""How a workbook says that a formula failed."""


@dataclass(frozen=True, slots=True, eq=False)
class Distinct:
    """What stands in a column: `codes` (rows,) point into `cells`."""

    codes: Whole
    cells: Sequence[object]


def distinct(cells: Cells) -> Distinct:
    """Return the distinct cells in the order they first stand there; text without blanks around it."""
    import pandas as pd

    codes, found = pd.factorize(cells, use_na_sentinel=False)
    return Distinct(codes, [each.strip() if isinstance(each, str) else each for each in found])


def is_nothing(cell: object) -> bool:
    """Whether a cell says that there is no value."""
    return isinstance(cell, str) and cell.strip().lower() in NOTHING


def nothings(found: Distinct) -> list[int]:
    """The codes of the cells that say that there is no value; a long text is not looked at twice."""
    return [
        code
        for code, cell in enumerate(found.cells)
        if isinstance(cell, str) and len(cell) <= _LONGEST_NOTHING and is_nothing(cell)
    ]
