"""What became of each row: used, or not used and why. Nothing is dropped without being told."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from ldcase.errors import Finding
from ldcase.intake.sheet import Flags, Whole
from ldcase.intake.table import Table

COLUMNS = ("line", "column", "value", "reason", "allowed")
_LONGEST = 80
_REASONS = 5
_RUNS_IN_A_SHEET = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True, eq=False)
class Trouble:
    """Why some rows are not used.

    Attributes
    ----------
    column
        The column it was found in; empty where it is the whole row.
    rows
        Which rows of the table, shape (count,).
    beside
        For each of them the line it disagrees with, which stands for {line} in the reason (“line 14”); None where there
        is none.
    """

    column: str
    reason: str
    allowed: str
    rows: Whole
    beside: Whole | None = None


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row that is not used."""

    line: int
    column: str
    value: str
    reason: str
    allowed: str


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All rows of a table: which are used, and why the others are not.

    Attributes
    ----------
    used
        Shape (rows,).
    findings
        What a reader should know about the file and its columns.
    """

    table: Table
    troubles: tuple[Trouble, ...]
    used: Flags
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> int:
        """Rows with anything in them."""
        return int((~self.table.blank).sum())

    @property
    def rows_used(self) -> int:
        """Rows that count."""
        return int(self.used.sum())

    @property
    def sentence(self) -> str:
        """How many rows are used, how many are not, and why, the commonest reason first."""
        lost = self.rows - self.rows_used
        empty = int(self.table.blank.sum())
        blank = (
            f" {empty:,} empty lines are left out." if empty > 1 else " One empty line is left out." if empty else ""
        )
        if not lost:
            return f"All {self.rows:,} rows are used.{blank}"
        counts = sorted(((len(each.rows), each) for each in self.troubles), key=lambda pair: -pair[0])
        why = "; ".join(_counted(count, each) for count, each in counts[:_REASONS])
        rest = sum(count for count, _ in counts[_REASONS:])
        more = f"; {rest:,} for other reasons" if rest else ""
        verb = "is" if lost == 1 else "are"
        return f"{self.rows_used:,} of {self.rows:,} rows are used; {lost:,} {verb} not: {why}{more}.{blank}"

    def listed(self) -> Iterator[RowReport]:
        """Every row that is not used, by line; a row with several troubles stands there with each."""
        many = [(int(row), number, k) for number, each in enumerate(self.troubles) for k, row in enumerate(each.rows)]
        for row, number, k in sorted(many):
            each = self.troubles[number]
            beside = int(each.beside[k]) if each.beside is not None else 0
            value = self.table.column(each.column)[row] if each.column else ""
            yield RowReport(
                int(self.table.lines[row]),
                each.column,
                _shortened(value),
                each.reason.format(line=f"line {beside:,}") if each.beside is not None else each.reason,
                each.allowed,
            )

    def csv(self, most: int | None = None) -> str:
        """The rows that are not used, all or the first ones, as a table to correct the file by."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in islice(self.listed(), most):
            cells = (each.column, each.value, each.reason, each.allowed)
            writer.writerow((each.line, *(_inert(cell) for cell in cells)))
        return stream.getvalue()


def reported(table: Table, troubles: list[Trouble], findings: tuple[Finding, ...]) -> Report:
    """Put troubles together; rows of the table that hold no data are troubles too."""
    whole = (
        (table.wide, "more cells than there are names of columns", "as many cells as names; quote a cell with commas"),
        (table.repeated, "the names of the columns once more", "rows of data"),
        (table.totals, "a sum of other rows", "single rows; sums are made here"),
    )
    first = [Trouble("", what, allowed, np.flatnonzero(rows)) for rows, what, allowed in whole if rows.any()]
    every = (*first, *(each for each in troubles if len(each.rows)))
    used = table.data.copy()
    for each in every:
        used[each.rows] = False
    return Report(table, every, used, (*table.findings, *findings))


def _counted(count: int, each: Trouble) -> str:
    reason = each.reason.format(line="another line") if each.beside is not None else each.reason
    where = f" in “{each.column}”" if each.column else ""
    return f"{count:,} {reason}{where}"


def _shortened(value: object) -> str:
    text = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _inert(text: str) -> str:
    """A text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(_RUNS_IN_A_SHEET) else text
