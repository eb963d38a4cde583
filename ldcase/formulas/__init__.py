"""The language of formulas: text over named quantities, and every rendering of it. Knows nothing of business."""

from ldcase.errors import FormulaError
from ldcase.formulas.functions import FUNCTIONS
from ldcase.formulas.graph import Graph
from ldcase.formulas.names import BUILT_IN, is_name, meant, nearest
from ldcase.formulas.syntax import Expression, parse

__all__ = ["BUILT_IN", "FUNCTIONS", "Expression", "FormulaError", "Graph", "is_name", "meant", "nearest", "parse"]
