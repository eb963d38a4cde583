"""The distinct texts of a column, each looked at once however often it stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.intake.sheet import Cells, Whole

NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "null", "none", "nan", "#n/a", "k.a.", "k. a.", "?", "."})
"""How people write that there is no value, in small letters."""
_WRITTEN = frozenset(form for text in NOTHING for form in (text, text.upper(), text.title(), text.capitalize()))
MISTAKES = ("#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#wert!", "#bezug!", "#zahl!")
"""How a workbook says that a formula failed."""


@dataclass(frozen=True, slots=True, eq=False)
class Distinct:
    """What stands in a column: `codes` (rows,) point into `cells`."""

    codes: Whole
    cells: Sequence[object]


def distinct(cells: Cells) -> Distinct:
    """Return the distinct cells in the order they first stand there; blanks around a text make no other text."""
    import pandas as pd

    codes, found = pd.factorize(cells, use_na_sentinel=False)
    every = found.tolist()
    if not _has_blanks(every):
        return Distinct(codes, every)
    again, bare = pd.factorize(np.array([_bare(each) for each in every], dtype=object), use_na_sentinel=False)
    return Distinct(again[codes], bare.tolist())


def _has_blanks(cells: Sequence[object]) -> bool:
    """Whether a text may begin or end with a blank: looking at all of them at once is quick."""
    text = f"\n{chr(10).join([each for each in cells if isinstance(each, str)])}\n"
    return any(sign in text for sign in ("\n ", " \n", "\n\t", "\t\n", "\u00a0"))


def _bare(cell: object) -> object:
    return cell.strip() if isinstance(cell, str) else cell


def is_nothing(cell: object) -> bool:
    """Whether a cell says that there is no value."""
    return isinstance(cell, str) and cell.strip().lower() in NOTHING


def nothings(found: Distinct) -> list[int]:
    """The codes of the cells that say that there is no value."""
    there = _WRITTEN.intersection(found.cells)
    return [code for code, cell in enumerate(found.cells) if cell in there] if there else []
