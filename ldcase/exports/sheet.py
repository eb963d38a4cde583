"""One sheet of the Excel twin: text stays text, figures keep every digit, formulas carry the value they had."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from ldcase.exports.look import GENERAL, WRAPPED, Look, Style
from ldcase.language import Said, worded, worded_as

LONGEST_TEXT = 32_767
"""The most letters that a cell of Excel can hold."""

_LETTERS = 1.15
"""Letters of running text in a unit of column width, in a wide type."""
_LINE = 13.5
_HIGHEST = 400.0
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Return a text with a mark in place of every character that a file of Excel cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


class Sheet:
    """Writes cells in one look. Rows and columns count from 0; ``widths`` are those of the columns, in letters."""

    def __init__(self, worksheet: Worksheet, look: Look, widths: Sequence[float]) -> None:
        self.worksheet = worksheet
        self._look = look
        self._widths = widths
        self._heights: dict[int, float] = {}
        for column, width in enumerate(widths):
            worksheet.set_column(column, column, width)

    def text(self, row: int, column: int, text: str, style: Style = "text") -> None:
        """Write text, whatever it begins with; what is longer than a cell can hold ends in an ellipsis.

        Texts of the interface and of the catalogue are said in the language in force; names and data stand as they are.
        """
        shown = writable(worded(text) if isinstance(text, Said) else text)
        shown = shown if len(shown) <= LONGEST_TEXT else f"{shown[: LONGEST_TEXT - 1]}…"
        look = self._look(style, plain=shown.startswith(_BEGINS_A_FORMULA))
        if shown:
            self.worksheet.write_string(row, column, shown, look)
        else:
            self.worksheet.write_blank(row, column, None, look)
        if style in WRAPPED:
            self._make_room(row, shown, self._widths[column])

    def number(self, row: int, column: int, value: float, style: Style = "figure", numbers: str = GENERAL) -> None:
        """Write a figure in one of Excel's number formats; one that is not finite is said in words."""
        if math.isfinite(value):
            self.worksheet.write_number(row, column, value, self._look(style, numbers))
        else:
            self.worksheet.write_string(row, column, worded_as("of a figure", "none"), self._look(style))

    def formula(
        self, row: int, column: int, formula: str, value: float | str, style: Style = "figure", numbers: str = GENERAL
    ) -> None:
        """Write a live formula.

        Parameters
        ----------
        formula
            With its leading ``=``.
        value
            What it comes to now, kept for programs that do not calculate. Not finite: the error of a division by zero.
        numbers
            Excel's number format.
        """
        kept = "#DIV/0!" if isinstance(value, float) and not math.isfinite(value) else value
        self.worksheet.write_formula(row, column, formula, self._look(style, numbers), kept)

    def link(self, row: int, column: int, sheet: str) -> None:
        """Write the name of a sheet of this file, which leads there."""
        self.worksheet.write_url(row, column, f"internal:'{sheet}'!A1", self._look("link"), sheet)

    def heading(self, row: int, text: str, columns: int) -> None:
        """Write the heading of a group, its line drawn across so many columns."""
        for column in range(1, columns):
            self.worksheet.write_blank(row, column, None, self._look("group"))
        self.text(row, 0, text, "group")

    def _make_room(self, row: int, text: str, width: float) -> None:
        """Make a row as high as its longest wrapped text: not every program does so when it opens a file."""
        lines = sum(max(1, math.ceil(len(part) / (width * _LETTERS))) for part in text.splitlines() or [""])
        height = min(lines * _LINE + 2, _HIGHEST)
        if height > self._heights.get(row, _LINE + 2):
            self._heights[row] = height
            self.worksheet.set_row(row, height)

    def titled(self, title: str, lead: str) -> None:
        """Write the sheet's name and a sentence that says what it is, in the first two rows."""
        self.worksheet.set_row(0, 28)
        self.text(0, 0, title, "title")
        self.text(1, 0, lead, "lead")
