"""A sheet as it stands in a file: cells without meaning, and the line of each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ldcase.errors import Finding
from ldcase.intake.limits import MOST_CELLS, MOST_COLUMNS
from ldcase.language import said

Cells = npt.NDArray[Any]
"""One value a row: text (from a text file), or text, number and date mixed (from a workbook); “” where it is empty."""
Flags = npt.NDArray[np.bool_]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Raw cells.

    Attributes
    ----------
    columns
        Cells by column, each of shape (rows,).
    lines
        Line of each row in the file, from 1, shape (rows,).
    form
        What it was read as, such as “text, parted by commas”.
    findings
        What a reader should know about the file; errors are raised and not kept here.
    """

    columns: tuple[Cells, ...]
    lines: Whole
    form: str
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.lines)


def too_large(rows: int, columns: int) -> Finding | None:
    """Return what is wrong with the size of a sheet, if anything."""
    if columns > MOST_COLUMNS:
        return Finding(
            "data-columns",
            said("The sheet has too many columns."),
            said("{columns:,} columns", columns=columns),
            said("at most {most_columns}", most_columns=MOST_COLUMNS),
            said("Keep the columns that are needed: a date and a value, or person, team, start and leaving date."),
        )
    if rows * columns > MOST_CELLS:
        return Finding(
            "data-cells",
            said("The sheet has too many cells."),
            said("{rows:,} rows × {columns:,} columns", rows=rows, columns=columns)
            if columns > 1
            else said("{rows:,} cells", rows=rows),
            said("at most {most_cells:,} cells", most_cells=MOST_CELLS),
            said("Keep the columns that are needed, or split the file."),
        )
    return None
