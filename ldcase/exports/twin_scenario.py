"""The scenarios of the switch: every assumption low, likely or high, then each option at its likely figures.

An option has a column of its own on Inputs: what it changes stands there to be typed over, the rest follows the likely
figures. Doing nothing is the switch of the programme; an option that decides after a pilot is no single scenario.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.case import Case
from ldcase.case.options import INITIATIVE, NOTHING, PILOT, OptionCase, option_cases
from ldcase.errors import CaseError
from ldcase.exports.cells import INPUTS, LIKELY_COLUMN, LIVE_COLUMN, SWITCH_ROW
from ldcase.forecast import forecast as forecast_of
from ldcase.forecast.configurations import likely_inputs
from ldcase.forecast.evaluated import Evaluated
from ldcase.forecast.returns import irr
from ldcase.language import said

LIKELY = 2
"""What the scenario switch says when the file is written."""
FIRST_OPTION = 13
"""The column of the first option on Inputs."""
SWITCH = xl_rowcol_to_cell(SWITCH_ROW, LIVE_COLUMN, row_abs=True, col_abs=True)
"""The cell of the switch, on its own sheet."""
CHOSEN = f"{INPUTS}!{SWITCH}"
"""The same from other sheets."""
IN_WORDS = f"{INPUTS}!{xl_rowcol_to_cell(SWITCH_ROW, LIVE_COLUMN + 1, row_abs=True, col_abs=True)}"
"""The cell that says in words which column is in use."""
RANGE = (said("Low (P10)"), said("Likely (P50)"), said("High (P90)"))
_EXCELS_START = 0.1
"""Where IRR begins to search when nothing is said."""
_FEW_DRAWS = 2
"""Only the median case is read."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """One position of the switch: what it is called, and the case whose likely figures it uses."""

    title: str
    case: Case

    @cached_property
    def median(self) -> Evaluated:
        """Every figure at the likely values of its case."""
        return forecast_of(self.case, _FEW_DRAWS, 1).median_case

    @property
    def values(self) -> Mapping[str, float]:
        """Every assumption and figure of the plan, by name."""
        return likely_inputs(self.case)


def scenarios(case: Case) -> tuple[Scenario, ...]:
    """Return the positions of the switch, in its order."""
    fixed = ({name: (a.values[place],) * 3 for name, a in case.assumptions.items()} for place in range(len(RANGE)))
    low, likely, high = (case.what_if(values) for values in fixed)
    options = (
        Scenario(option.name, option.case)
        for option in _computed(case)
        if option.case is not None and option.kind not in (NOTHING, INITIATIVE, PILOT)
    )
    return (*(Scenario(title, there) for title, there in zip(RANGE, (low, likely, high), strict=True)), *options)


def options_fail(case: Case) -> bool:
    """Whether an option is not possible with the figures as they are now, so that none is computed."""
    try:
        option_cases(case)
    except CaseError:
        return True
    return False


def _computed(case: Case) -> tuple[OptionCase, ...]:
    return () if options_fail(case) else option_cases(case)


def in_use(row: int, options: int, *, planned: bool = False) -> str:
    """Return the formula of the value in use, without its ``=``: the column that the switch chooses.

    A figure of the plan is the same in low, likely and high: it has only a likely one.
    """
    columns = _across(row, LIKELY_COLUMN - 1, len(RANGE))
    known = xl_rowcol_to_cell(row, LIKELY_COLUMN) if planned else f"INDEX({columns},{SWITCH})"
    if not options:
        return known
    others = _across(row, FIRST_OPTION, options)
    return f"IF({SWITCH}<=COLUMNS({columns}),{known},INDEX({others},{SWITCH}-COLUMNS({columns})))"


def _across(row: int, first: int, count: int) -> str:
    return f"{xl_rowcol_to_cell(row, first)}:{xl_rowcol_to_cell(row, first + count - 1)}"


def start(scenario: Scenario) -> float:
    """Return where the search for the monthly rate of return begins: at the rate itself."""
    rate = irr([float(flow) for flow in scenario.median["net_by_month"][0]])
    return _EXCELS_START if math.isnan(rate) else rate
