"""The scenarios of the switch: every assumption at its low, its likely or its high figure."""

from __future__ import annotations

import math

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.exports.cells import INPUTS, LIVE_COLUMN, SWITCH_ROW
from ldcase.forecast import Forecast
from ldcase.forecast import forecast as forecast_of
from ldcase.forecast.returns import irr
from ldcase.language import said

LIKELY = 2
"""What the scenario switch says when the file is written."""
WORDS = (said("Low (P10)"), said("Likely (P50)"), said("High (P90)"))
SWITCH = xl_rowcol_to_cell(SWITCH_ROW, LIVE_COLUMN, row_abs=True, col_abs=True)
"""The cell of the switch, on its own sheet."""
CHOSEN = f"{INPUTS}!{SWITCH}"
IN_WORDS = f"{INPUTS}!{xl_rowcol_to_cell(SWITCH_ROW, LIVE_COLUMN + 1, row_abs=True, col_abs=True)}"
"""The cell that says in words which column is in use."""
_EXCELS_START = 0.1
"""Where IRR begins to search when nothing is said."""
_FEW_DRAWS = 2
"""Only the median case is read."""


def starts(forecast: Forecast) -> tuple[float, ...]:
    """Return where the search for the monthly rate of return begins in each scenario: at the rate itself."""
    found = []
    for place in range(len(WORDS)):
        fixed = {name: (a.values[place],) * len(WORDS) for name, a in forecast.case.assumptions.items()}
        there = forecast_of(forecast.case.what_if(fixed), _FEW_DRAWS, forecast.seed)
        rate = irr([float(flow) for flow in there.median_case["net_by_month"][0]])
        found.append(_EXCELS_START if math.isnan(rate) else rate)
    return tuple(found)
