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
from ldcase.language import said, said_together, worded

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
        For each of them the line it disagrees with, which is told behind the reason (“as in line 14”); None where there
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
            [said("{empty:,} empty lines are left out.", empty=empty)]
            if empty > 1
            else [said("One empty line is left out.")] * empty
        )
        if not lost:
            return said_together([said("All {rows:,} rows are used.", rows=self.rows), *blank], " ")
        counts = sorted(((len(each.rows), each) for each in self.troubles), key=lambda pair: -pair[0])
        why = [_counted(count, each) for count, each in counts[:_REASONS]]
        rest = sum(count for count, _ in counts[_REASONS:])
        if rest:
            why.append(said("{rest:,} for other reasons", rest=rest))
        numbers: dict[str, object] = {"used": self.rows_used, "rows": self.rows, "lost": lost}
        told = said_together(why, "; ")
        sentence = (
            said("{used:,} of {rows:,} rows are used; {lost:,} is not: {why}.", why=told, **numbers)
            if lost == 1
            else said("{used:,} of {rows:,} rows are used; {lost:,} are not: {why}.", why=told, **numbers)
        )
        return said_together([sentence, *blank], " ")

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
                _beside(each, said("line {beside:,}", beside=beside)),
                each.allowed,
            )

    def csv(self, most: int | None = None) -> str:
        """The rows that are not used, all or the first ones, as a table to correct the file by."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in islice(self.listed(), most):
            cells = (each.column, each.value, worded(each.reason), worded(each.allowed))
            writer.writerow((each.line, *(_inert(cell) for cell in cells)))
        return stream.getvalue()


def reported(table: Table, troubles: list[Trouble], findings: tuple[Finding, ...]) -> Report:
    """Put troubles together; rows of the table that hold no data are troubles too."""
    whole = (
        (
            table.wide,
            said("more cells than there are names of columns"),
            said("as many cells as names; quote a cell with commas"),
        ),
        (table.repeated, said("the names of the columns once more"), said("rows of data")),
        (table.totals, said("a sum of other rows"), said("single rows; sums are made here")),
    )
    first = [Trouble("", what, allowed, np.flatnonzero(rows)) for rows, what, allowed in whole if rows.any()]
    every = (*first, *(each for each in troubles if len(each.rows)))
    used = table.data.copy()
    for each in every:
        used[each.rows] = False
    return Report(table, every, used, (*table.findings, *findings))


def _counted(count: int, each: Trouble) -> str:
    reason = _beside(each, said("another line"))
    if not each.column:
        return said("{count:,} {reason}", count=count, reason=reason)
    return said("{count:,} {reason} in “{column}”", count=count, reason=reason, column=each.column)


def _beside(each: Trouble, line: str) -> str:
    """The reason, with the line it disagrees with in its place."""
    return said("{reason} as in {line}", reason=each.reason, line=line) if each.beside is not None else each.reason


def _shortened(value: object) -> str:
    text = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _inert(text: str) -> str:
    """A text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(_RUNS_IN_A_SHEET) else text
