"""A sheet with names over its columns: where the names stand, and which rows are no rows of data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ldcase.errors import CaseError, Finding
from ldcase.intake.columns import is_nothing
from ldcase.intake.dates import USABLE as IS_DATE
from ldcase.intake.dates import dates
from ldcase.intake.sheet import Cells, Flags, Sheet, Whole
from ldcase.intake.values import USABLE as IS_NUMBER
from ldcase.intake.values import numbers
from ldcase.language import said

_LATEST_HEADER = 12
"""Rows from the top among which the names are looked for."""
_TOTALS = (
    "total",
    "grand total",
    "sub total",
    "subtotal",
    "sum",
    "gesamt",
    "summe",
    "gesamtsumme",
    "jumlah",
    "overall",
)
_SUMS = frozenset(
    form
    for word in _TOTALS
    for end in ("", ":")
    for form in (word + end, word.title() + end, word.capitalize() + end, word.upper() + end)
)
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Named columns of cells.

    Attributes
    ----------
    names
        One a column, each once.
    columns
        Cells by column, each of shape (rows,).
    lines
        Line of each row in the file, shape (rows,).
    header
        The line in which the names stand; 0 where there are none.
    blank, wide, repeated, totals
        Rows, shape (rows,), that are empty, have more cells than there are names, repeat the names, or are sums.
    """

    names: tuple[str, ...]
    columns: tuple[Cells, ...]
    lines: Whole
    header: int
    blank: Flags
    wide: Flags
    repeated: Flags
    totals: Flags
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows there are under the names, empty ones too."""
        return len(self.lines)

    @property
    def data(self) -> Flags:
        """Rows that hold data, shape (rows,)."""
        return ~(self.blank | self.wide | self.repeated | self.totals)

    def column(self, name: str) -> Cells:
        """The cells of a column."""
        return self.columns[self.names.index(name)]


def table(sheet: Sheet, header: int | None = None) -> Table:
    """Put names over the columns of a sheet.

    Parameters
    ----------
    header
        The line the names stand in; 0 says that there are none; None finds it.

    Raises
    ------
    CaseError
        When there is no row under the names, or no such line.
    """
    head = [[column[at] for column in sheet.columns] for at in range(min(sheet.rows, _LATEST_HEADER + 30))]
    if header is None:
        at = _names_stand_in(head)
    else:
        found = np.flatnonzero(sheet.lines == header)
        if header and not len(found):
            allowed = said(
                "a line from {lines} to {lines_2}, or 0 for none", lines=sheet.lines[0], lines_2=sheet.lines[-1]
            )
            raise CaseError(
                Finding(
                    "data-header", said("There is no row in this line."), str(header), allowed, said("Choose another.")
                )
            )
        at = int(found[0]) if header else -1
    second = at >= 0 and header is None and _is_second_row_of_names(head, at)
    first = at + 1 + second
    if first >= sheet.rows:
        raise CaseError(
            Finding(
                "data-no-rows",
                said("There is no row of data under the names."),
                do=said("Export the file again, with its rows."),
            )
        )
    names = _names(head, at, second, len(sheet.columns))
    columns = tuple(column[first:] for column in sheet.columns)
    lines = sheet.lines[first:]
    blank = np.ones(len(lines), dtype=bool)
    for column in columns:
        blank &= column == ""
        if not blank.any():
            break
    named = max((k + 1 for k in range(len(columns)) if at < 0 or head[at][k] not in ("",)), default=len(columns))
    wide = np.zeros(len(lines), dtype=bool)
    for column in columns[named:]:
        wide |= column != ""
    width = max(named, 1)
    columns, names = columns[:width], names[:width]
    repeated = np.zeros(len(lines), dtype=bool) if at < 0 else _same_as(columns, [head[at][k] for k in range(width)])
    totals = _totals(columns)
    headed = int(sheet.lines[at]) if at >= 0 else 0
    return Table(
        names, columns, lines, headed, blank, wide & ~blank, repeated & ~blank, totals & ~blank & ~repeated,
        (*sheet.findings, *_told(sheet, head, at, second)),
    )  # fmt: skip


def _filled(row: Sequence[object]) -> int:
    return sum(cell not in ("",) for cell in row)


def _is_value(cell: object) -> bool:
    """Whether a cell is a number or a date: names of columns are neither."""
    if isinstance(cell, int | float | date):
        return True
    if not isinstance(cell, str) or not any(sign.isdigit() for sign in cell):
        return False
    given = np.array([cell], dtype=object)
    return bool(numbers(given).reasons[0] == IS_NUMBER or dates(given).reasons[0] == IS_DATE)


def _names_stand_in(head: Sequence[Sequence[object]]) -> int:
    """The row of the names: the first that is about as wide as the rows below it and holds words only; -1 for none."""
    widths = Counter(_filled(row) for row in head if _filled(row))
    usual = max(widths, key=lambda width: (widths[width] * min(width, 3), width), default=0)
    for at, row in enumerate(head[:_LATEST_HEADER]):
        if _filled(row) < max(1, 0.6 * usual):
            continue
        words = [cell for cell in row if cell not in ("",)]
        values = sum(_is_value(cell) for cell in words)
        if values == 0 or (values <= 0.2 * len(words) and len(words) > 4):
            return at
        return -1
    return -1


def _is_second_row_of_names(head: Sequence[Sequence[object]], at: int) -> bool:
    """Whether the row below the names explains them (units, formats): words where the rows below hold values."""
    if at + 2 >= len(head):
        return False
    below, rows = head[at + 1], head[at + 2 : at + 30]
    if any(_is_value(cell) for cell in below) or not _filled(below):
        return False
    valued = [k for k in range(len(below)) if sum(_is_value(row[k]) for row in rows) > 0.6 * len(rows)]
    return any(isinstance(below[k], str) and below[k] and not is_nothing(below[k]) for k in valued)


def _names(head: Sequence[Sequence[object]], at: int, second: bool, width: int) -> tuple[str, ...]:
    """A name for each column, once each; where there is none, its place."""
    given = []
    for k in range(width):
        name = str(head[at][k]).strip() if at >= 0 else ""
        more = str(head[at + 1][k]).strip() if second else ""
        name = " ".join((f"{name} ({more})" if name and more else name or more).split())[:LONGEST_NAME]
        given.append(name or said("column {number}", number=k + 1))
    counts: Counter[str] = Counter()
    unique = []
    for name in given:
        counts[name] += 1
        unique.append(name if counts[name] == 1 else f"{name} [{counts[name]}]")
    return tuple(unique)


def _same_as(columns: Sequence[Cells], names: Sequence[object]) -> Flags:
    same = np.ones(len(columns[0]), dtype=bool)
    for column, name in zip(columns, names, strict=True):
        same &= column == name
        if not same.any():
            break
    return same


def _totals(columns: Sequence[Cells]) -> Flags:
    """Rows that say in one of their first cells that they are a sum."""
    rows = len(columns[0])
    totals = np.zeros(rows, dtype=bool)
    for column in columns[:2]:
        for cell in _SUMS.intersection(column.tolist()):
            totals |= column == cell
    return totals


def _told(sheet: Sheet, head: Sequence[Sequence[object]], at: int, second: bool) -> tuple[Finding, ...]:
    told = []
    if at > 0:
        above = sum(1 for row in head[:at] if _filled(row))
        titles = (
            said("the row above it is a title") if above == 1 else said("{above} rows above it are titles", above=above)
        )
        what = said("The names of the columns stand in line {lines}; {titles}.", lines=sheet.lines[at], titles=titles)
        told.append(
            Finding("data-titles", what, do=said("If that is wrong, choose the line of the names."), severity="note")
        )
    if at < 0:
        what = said("There is no row with names of columns; they are called column 1, column 2 and so on.")
        do = said("If there is one, choose its line.")
        told.append(Finding("data-no-names", what, do=do, severity="warning"))
    if second:
        what = said(
            "There are two rows of names, lines {lines} and {lines_2}; they are put together.",
            lines=sheet.lines[at],
            lines_2=sheet.lines[at + 1],
        )
        told.append(
            Finding(
                "data-two-headers", what, do=said("If that is wrong, choose the line of the names."), severity="warning"
            )
        )
    return tuple(told)
