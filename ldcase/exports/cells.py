"""Where every quantity stands in the Excel twin: an input is a row of Inputs, a formula a row of Workings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

INPUTS = "Inputs"
WORKINGS = "Workings"
LIKELY_COLUMN = 3
LIVE_COLUMN = 5
"""On Inputs: the value that the model uses, by the scenario switch."""
ALLOWED = (11, 12)
"""On Inputs: the least and the most that a figure may be; empty where there is no bound."""
SWITCH_ROW = 2
CONSTANT_COLUMN = 4
FIRST_MONTH = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows by name, counted from 0.

    Attributes
    ----------
    months
        The horizon.
    inputs
        The row of every assumption and every value of the plan on the sheet Inputs.
    workings
        The row of every formula, and of ``month`` and ``age``, on the sheet Workings.
    constants
        The row of every constant of the calendar and of every figure of a formula, on the sheet Inputs.
    """

    months: int
    inputs: Mapping[str, int]
    workings: Mapping[str, int]
    constants: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SheetCells:
    """Addresses as a formula on the sheet ``here`` writes them; the protocol of ``formulas.spreadsheet``."""

    layout: Layout
    here: str = WORKINGS

    def constant(self, name: str) -> str:
        """The one cell of a constant, absolute; of an input the one that is in use."""
        given = self.layout.inputs.get(name, self.layout.constants.get(name))
        if given is not None:
            cell = xl_rowcol_to_cell(given, LIVE_COLUMN, row_abs=True, col_abs=True)
            return self._from(INPUTS, cell)
        cell = xl_rowcol_to_cell(self.layout.workings[name], CONSTANT_COLUMN, row_abs=True, col_abs=True)
        return self._from(WORKINGS, cell)

    def at_month(self, name: str, column: int) -> str:
        """The cell of a monthly quantity, relative, so that a formula can be copied along its row."""
        return self._from(WORKINGS, xl_rowcol_to_cell(self.layout.workings[name], FIRST_MONTH + column))

    def last(self, name: str) -> str:
        """The cell of a monthly quantity in the last month, absolute."""
        last = FIRST_MONTH + self.layout.months - 1
        return self._from(WORKINGS, xl_rowcol_to_cell(self.layout.workings[name], last, row_abs=True, col_abs=True))

    def row(self, name: str) -> str:
        """All months of a quantity, absolute."""
        return self._range(name, self.layout.months - 1, anchored=True)

    def row_until(self, name: str, column: int) -> str:
        """The months from the first to a column; the first is absolute."""
        return self._range(name, column, anchored=False)

    def _range(self, name: str, column: int, *, anchored: bool) -> str:
        row = self.layout.workings[name]
        first = xl_rowcol_to_cell(row, FIRST_MONTH, row_abs=anchored, col_abs=True)
        last = xl_rowcol_to_cell(row, FIRST_MONTH + column, row_abs=anchored, col_abs=anchored)
        return self._from(WORKINGS, f"{first}:{last}")

    def _from(self, sheet: str, cell: str) -> str:
        return cell if sheet == self.here else f"{sheet}!{cell}"
