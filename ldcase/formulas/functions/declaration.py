"""What a function of the language declares: one record holds every rendering.

Arrays inside the engine have **months on the first axis and rows on the second**, shape ``(months or 1, rows or 1)``:
a step from month to month is then a step between contiguous blocks. `Program.run` turns them round at its edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ldcase.formulas.factored import Value
from ldcase.formulas.memory import Array, Space
from ldcase.formulas.written import ATOM, Written

Shape = Literal["constant", "monthly"]

ArraysRule = Callable[[Sequence[Array], int, Space], Value]
"""``(arguments, months, space) -> result``; may use the memory of arguments that are writeable, see `memory.room`."""
WordsRule = Callable[[Sequence[Written]], Written]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a function.

    ``unit`` is ``"same"`` (all arguments marked so have one unit, which may also be the result's), ``""``
    (dimensionless) or the unit it must have. ``must_be`` is ``"name"`` where a calculation needs a row of its own in
    the spreadsheet, ``"constant"`` where the value must not change from month to month. Where ``condition`` is true, a
    comparison is handed over as yes or no instead of 1 or 0.
    """

    name: str
    unit: str
    help: str
    must_be: Literal["value", "name", "constant"] = "value"
    condition: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The named argument of an over-month function in a spreadsheet.

    ``row`` are all its months, ``so_far`` its months up to this column; both are empty when it is a constant, whose
    one cell is ``cell``.
    """

    cell: str
    row: str = ""
    so_far: str = ""


@dataclass(frozen=True, slots=True)
class SheetCall:
    """A call as a cell of a spreadsheet sees it.

    ``values`` are the arguments in this column; ``condition`` is the first one as a plain comparison, ``a>b`` and not
    ``IF(a>b,1,0)``, when it is one; ``named`` the first argument when it must be a name; ``month`` the cell with the
    number of this column's month, ``months`` the row of all those numbers; ``before`` the formula's own cell one month
    earlier, empty in the first month.
    """

    values: tuple[Written, ...]
    condition: Written | None = None
    named: SheetRow = SheetRow("")
    month: str = ""
    months: str = ""
    before: str = ""


SpreadsheetRule = Callable[[SheetCall], Written]


@dataclass(frozen=True, slots=True)
class JavaScript:
    """How a call reads in JavaScript: the function to call and, unless it is built in, its source.

    Functions over months are called with whole quantities (a number or a ``Float64Array``) and the number of months
    as the last argument; the others with numbers.
    """

    call: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function of the language with all its renderings.

    Attributes
    ----------
    many : bool
        The last argument may be repeated.
    alone : bool
        The call must be the whole formula.
    unit : str
        Unit of the result: ``"same"``, ``""`` (dimensionless) or ``"same*month"``.
    keeps_factors : bool
        A factor of the first argument that does not change from month to month is a factor of the result as well.
    shape : str
        ``"widest"``: monthly as soon as one argument is; else the fixed shape of the result.
    """

    name: str
    arguments: tuple[Argument, ...]
    unit: Literal["same", "", "same*month"]
    shape: Literal["widest", "constant", "monthly"]
    arrays: ArraysRule
    words: WordsRule
    spreadsheet: SpreadsheetRule
    javascript: JavaScript
    help: str
    many: bool = False
    alone: bool = False
    keeps_factors: bool = False

    @property
    def over_months(self) -> bool:
        """Whether one month of the result needs other months of an argument."""
        return any(argument.must_be == "name" for argument in self.arguments)

    @property
    def usage(self) -> str:
        """How a call is written: ``since(curve, start)``."""
        names = [argument.name for argument in self.arguments] + (["…"] if self.many else [])
        return f"{self.name}({', '.join(names)})"

    def argument(self, index: int) -> Argument:
        """The declaration of the argument at ``index`` (from 0); the last one repeats when ``many``."""
        return self.arguments[min(index, len(self.arguments) - 1)]

    def accepts(self, count: int) -> bool:
        """Whether the function can be called with so many arguments."""
        return count == len(self.arguments) or (self.many and count > len(self.arguments))


def called(name: str, values: Sequence[Written]) -> Written:
    """An ordinary call, ``NAME(a,b)``, as spreadsheets write it."""
    return Written(f"{name}({','.join(value.text for value in values)})", ATOM)
