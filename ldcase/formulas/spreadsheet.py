"""The rendering as spreadsheet formulas, for a sheet in which a constant is one cell and a monthly quantity a row.

Only plain functions are used (IF, INDEX, ROUND, SUM, COUNT, MIN, MAX, EXP): nothing volatile, nothing that needs a
recent version; the results are the same in Excel and LibreOffice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ldcase.formulas.functions import BY_NAME, SheetCall, SheetRow
from ldcase.formulas.graph import Graph
from ldcase.formulas.names import BUILT_IN_CONSTANTS
from ldcase.formulas.syntax import Call, Compare, Name, Node
from ldcase.formulas.writing import Notation, compared, plain_number, write
from ldcase.formulas.written import ATOM, Written

_SIGNS = {"+": "+", "-": "-", "*": "*", "/": "/", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>"}
_POWER = 4
_NEGATIVE = 5  # in a spreadsheet -2^2 is 4: minus holds tighter than the power


class Cells(Protocol):
    """Where quantities stand. Columns count the months from 0; ``month`` and ``age`` are asked for like any other.

    Addresses go into formulas as they are: they must come from the layout, never from a case's text.
    """

    def constant(self, name: str) -> str:
        """The one cell of a constant, such as ``Inputs!$E$5``."""

    def at_month(self, name: str, column: int) -> str:
        """The cell of a monthly quantity in a column, such as ``Workings!H7`` or, on the same sheet, ``H7``."""

    def row(self, name: str) -> str:
        """All months of a quantity, such as ``$H7:$AQ7``."""

    def row_until(self, name: str, column: int) -> str:
        """Its months from the first up to a column, such as ``$H7:K7``."""


def in_spreadsheet(graph: Graph, name: str, cells: Cells, column: int = 0, *, uniform: bool = False) -> str:
    """The formula of a quantity as it stands in one cell, with the leading ``=``.

    Parameters
    ----------
    graph : Graph
    name : str
        One of the graph's formulas.
    cells : Cells
        Where the quantities stand.
    column : int
        The month's column, from 0; of no effect for a constant.
    uniform : bool
        The formula is the same in every column, and names the calendar's constants: they are asked for like any
        constant, and the cell before the first month must be empty or hold what a stock opens with. Otherwise they are
        written as numbers, and the first month of a stock has a formula of its own.

    Notes
    -----
    A comparison is written ``IF(a>=b,1,0)``, so that it is a number here too. Spreadsheets compare with about 15
    digits and take differences that small for 0; the other renderings do not.
    """

    def write_name(used: str) -> Written:
        if used in BUILT_IN_CONSTANTS:
            return Written(cells.constant(used) if uniform else plain_number(BUILT_IN_CONSTANTS[used]))
        changes = graph.shape(used) == "monthly"
        return Written(cells.at_month(used, column) if changes else cells.constant(used))

    def write_call(node: Call, inner: Callable[[Node], Written]) -> Written:
        function, first = BY_NAME[node.function], node.arguments[0]
        if not function.over_months:
            condition = compared(first, inner, _SIGNS) if isinstance(first, Compare) else None
            return function.spreadsheet(SheetCall(tuple(inner(part) for part in node.arguments), condition))
        assert isinstance(first, Name)  # Graph.build has seen to it
        call = SheetCall(
            values=(Written(first.name), *(inner(part) for part in node.arguments[1:])),
            named=named(first.name),
            month=cells.at_month("month", column) if monthly else "",
            months=cells.row("month"),
            before=cells.at_month(name, column - 1) if function.alone and (uniform or column > 0) else "",
        )
        return function.spreadsheet(call)

    def named(used: str) -> SheetRow:
        if graph.shape(used) == "constant":
            return SheetRow(write_name(used).text)
        if not monthly:
            return SheetRow("", cells.row(used))
        return SheetRow(cells.at_month(used, column), cells.row(used), cells.row_until(used, column))

    monthly = graph.shape(name) == "monthly"
    notation = Notation(
        name=write_name,
        number=lambda value: Written(plain_number(value).upper()),
        signs=_SIGNS,
        minus="-",
        power=_POWER,
        negative=_NEGATIVE,
        to_the_power=lambda base, exponent: Written(f"{base.within(ATOM)}^{exponent.within(ATOM)}", _POWER),
        call=write_call,
        comparison=lambda written: Written(f"IF({written.text},1,0)"),
    )
    return f"={write(graph.formulas[name].root, notation).text}"
