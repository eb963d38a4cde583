"""The calculation blocks of the sheet Workings: what a formula needs right above, the formula in the last row.

A balance (``cumulative``, ``stock``) also has a row for what it opens with: opening, what comes in, closing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.exports.cells import FIRST_MONTH, Layout, SheetCells
from ldcase.exports.twin_model import Model
from ldcase.formulas.spreadsheet import in_spreadsheet
from ldcase.formulas.syntax import Call, Name

DATE_ROW = 3
MONTH_ROW = 4
AGE_ROW = 5
_FIRST_HEADING = 7
_ASKED = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Block:
    """A calculation.

    Attributes
    ----------
    name
        Of the formula.
    needs
        The names that it reads, in the order in which they stand in it; each has a row above, linked to its origin.
    balance
        Whether it carries on from the month before.
    """

    name: str
    needs: tuple[str, ...]
    balance: bool

    @property
    def height(self) -> int:
        """Rows, without the empty one below."""
        return len(self.needs) + self.balance + 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the row that it begins in, from 0; ``heading`` where it is the first of its group."""

    block: Block
    first: int
    heading: str = ""

    @property
    def opening(self) -> int:
        """The row of what a balance opens with."""
        return self.first

    @property
    def needs(self) -> Mapping[str, int]:
        """The row of each name that is read."""
        return {name: self.first + self.block.balance + k for k, name in enumerate(self.block.needs)}

    @property
    def row(self) -> int:
        """The row of the calculation."""
        return self.first + self.block.height - 1


def placed(model: Model) -> tuple[Placed, ...]:
    """Put the blocks on the sheet, one below the other."""
    return tuple(_placed(model))


def formula(model: Model, at: Placed, months: int, column: int) -> str:
    """Return the formula of a block's last row as it stands in one cell; it reads only the rows of the block."""
    cells = SheetCells(Layout(months, {}, {"month": MONTH_ROW, **at.needs}, {}))
    if not at.block.balance:
        return in_spreadsheet(model.graph, at.block.name, cells, column, uniform=True)
    opening = xl_rowcol_to_cell(at.opening, FIRST_MONTH + column)
    coming, *kept = (
        cells.at_month(name, column) if model.graph.shape(name) == "monthly" else cells.constant(name)
        for name in balanced(model, at.block.name)
    )
    return f"={opening}*{kept[0]}+{coming}" if kept else f"={opening}+{coming}"


def opened(at: Placed, column: int) -> str:
    """Return the formula of what a balance opens with: the closing of the month before; before the first is nothing."""
    return f"={xl_rowcol_to_cell(at.row, FIRST_MONTH + column - 1)}"


def balanced(model: Model, name: str) -> tuple[str, ...]:
    """Return what comes into a balance, and the share of it that is kept where it fades; empty for other formulas."""
    match model.graph.formulas[name].root:
        case Call("cumulative" | "stock", arguments):
            return tuple(argument.name for argument in arguments if isinstance(argument, Name))
        case _:
            return ()


def _placed(model: Model) -> Iterator[Placed]:
    row = _FIRST_HEADING
    for group in model.groups:
        heading = group.title
        row += 1
        for name in group.names:
            block = _block(model, name)
            yield Placed(block, row, heading)
            heading = ""
            row += block.height + 1


def _block(model: Model, name: str) -> Block:
    balance = balanced(model, name)
    if balance:
        return Block(name, tuple(dict.fromkeys(balance)), balance=True)
    asked = _ASKED.findall(in_spreadsheet(model.graph, name, _Asked(), uniform=True))
    return Block(name, tuple(dict.fromkeys(asked)), balance=False)


class _Asked:
    """Stands in for addresses where only the names count that a formula reads; the protocol of `SheetCells`."""

    def constant(self, name: str) -> str:
        return f"[{name}]"

    def at_month(self, name: str, column: int) -> str:
        return f"[{name}]"

    def row(self, name: str) -> str:
        return f"[{name}]"

    def row_until(self, name: str, column: int) -> str:
        return f"[{name}]"
