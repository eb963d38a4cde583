"""The closed list of functions. Each is declared once, with every rendering of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldcase.formulas.functions.declaration import Argument, Function, SheetCall, SheetRow
from ldcase.formulas.functions.elementwise import EXP, IF, MAX, MIN
from ldcase.formulas.functions.over_months import CUMULATIVE, MAX_OVER_MONTHS, SINCE, STOCK, SUM_OVER_MONTHS
from ldcase.formulas.functions.time import DISCOUNT, RAMP

FUNCTIONS: tuple[Function, ...] = (
    MIN,
    MAX,
    IF,
    EXP,
    RAMP,
    SINCE,
    STOCK,
    CUMULATIVE,
    SUM_OVER_MONTHS,
    MAX_OVER_MONTHS,
    DISCOUNT,
)
BY_NAME: Mapping[str, Function] = MappingProxyType({function.name: function for function in FUNCTIONS})

__all__ = ["BY_NAME", "FUNCTIONS", "Argument", "Function", "SheetCall", "SheetRow"]
