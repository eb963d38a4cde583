"""The sheet Checks: what must hold whatever the inputs are, and whether the file still says what the workbook said."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.case import Case
from ldcase.exports.cells import (
    ALLOWED,
    CONSTANT_COLUMN,
    FIRST_MONTH,
    INPUTS,
    LIKELY_COLUMN,
    LIVE_COLUMN,
    WORKINGS,
    Layout,
    SheetCells,
)
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_inputs import programme_row
from ldcase.exports.twin_outputs import KINDS, over_months
from ldcase.exports.twin_scenario import CHOSEN, Scenario
from ldcase.forecast import Forecast
from ldcase.forecast.returns import npv
from ldcase.language import said, worded

CHECKS = "Checks"
OVERALL_ROW = 3
TOLERANCE_ROW = 4
FIRST_ROW = 8
VERDICT_COLUMN = 4
TOLERANCE = 1e-9
OVERALL = f"{CHECKS}!{xl_rowcol_to_cell(OVERALL_ROW, 1, row_abs=True, col_abs=True)}"
COMPARED = ("benefit", "cost", "net_benefit", "npv", "payback_month")

_HEADS = (said("What must hold"), said("This"), said("must equal this"), said("Difference"), said("Verdict"))
_WIDTHS = (74, 20, 20, 16, 20)
_PASTED = said(
    "The figures at the right were pasted when this file was written, one column a scenario. “changed”: an input was "
    "changed since."
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a check: a live formula (or a pasted figure without ``=``) and what it comes to now."""

    formula: str
    value: float


@dataclass(frozen=True, slots=True)
class Check:
    """Two figures that must be equal."""

    what: str
    left: Side
    right: Side


def checks(forecast: Forecast, layout: Layout) -> tuple[Check, ...]:
    """Return what must hold for any inputs."""
    return (*_arithmetic(forecast, SheetCells(layout, CHECKS)), *_sanity(forecast, SheetCells(layout, CHECKS)))


def widths(positions: Sequence[Scenario]) -> tuple[float, ...]:
    """Return the widths of the columns, in letters."""
    return (*_WIDTHS, *[20.0] * len(positions))


def write_checks(sheet: Sheet, forecast: Forecast, layout: Layout, positions: Sequence[Scenario]) -> str:
    """Fill the sheet; returns what all checks come to now, “OK” or “look” in the language in force."""
    sheet.titled("Checks", said("Every line compares two figures that were computed in different ways."))
    held = checks(forecast, layout)
    good, bad = worded("OK"), worded("look")
    sheet.text(TOLERANCE_ROW, 0, said("Allowed difference, relative to the larger figure (rounding of the computer)"))
    sheet.number(TOLERANCE_ROW, 1, TOLERANCE, "figure", "0E+00")
    _head(sheet, FIRST_ROW - 1)
    verdicts = [_write(sheet, FIRST_ROW + k, check, good, bad) for k, check in enumerate(held)]
    first, last = (xl_rowcol_to_cell(row, VERDICT_COLUMN) for row in (FIRST_ROW, FIRST_ROW + len(held) - 1))
    sheet.text(OVERALL_ROW, 0, said("All checks"), "strong")
    overall = f'=IF(COUNTIF({first}:{last},"{good}")=ROWS({first}:{last}),"{good}","{bad}")'
    result = good if set(verdicts) == {good} else bad
    sheet.formula(OVERALL_ROW, 1, overall, result, "verdict")
    _compared(sheet, FIRST_ROW + len(held) + 1, forecast, SheetCells(layout, CHECKS), positions)
    return result


def _compared(sheet: Sheet, row: int, forecast: Forecast, cells: SheetCells, positions: Sequence[Scenario]) -> None:
    """Compare with the figures of the workbook in the scenario in use; at the right they stand for every scenario."""
    sheet.heading(row, said("Against the workbook it came from"), len(_HEADS) + len(positions))
    sheet.text(row + 1, 0, _PASTED, "lead")
    _head(sheet, row + 2, said("In this file"), said("In the workbook"))
    first, last = len(_HEADS), len(_HEADS) + len(positions) - 1
    for column, position in enumerate(positions, start=first):
        sheet.text(row + 2, column, position.title, "head_number")
    for place, name in enumerate(COMPARED, start=row + 3):
        for column, position in enumerate(positions, start=first):
            sheet.number(place, column, float(position.median[name][0, -1]), "simulated", "#,##0.00")
        chosen = f"=INDEX({xl_rowcol_to_cell(place, first)}:{xl_rowcol_to_cell(place, last)},{CHOSEN})"
        value = forecast[name].likely
        check = Check(forecast[name].title, Side(f"={cells.constant(name)}", value), Side(chosen, value))
        _write(sheet, place, check, worded("same"), worded("changed"))


def _head(sheet: Sheet, row: int, left: str = _HEADS[1], right: str = _HEADS[2]) -> None:
    for column, title in enumerate((_HEADS[0], left, right, *_HEADS[3:])):
        sheet.text(row, column, title, "head" if column in (0, VERDICT_COLUMN) else "head_number")


def _write(sheet: Sheet, row: int, check: Check, good: str, bad: str) -> str:
    left, right, difference = (xl_rowcol_to_cell(row, column) for column in (1, 2, 3))
    tolerance = xl_rowcol_to_cell(TOLERANCE_ROW, 1, row_abs=True, col_abs=True)
    sheet.text(row, 0, check.what, "wrapped")
    for column, side in ((1, check.left), (2, check.right)):
        if side.formula:
            sheet.formula(row, column, side.formula, side.value, "figure", "#,##0.00")
        else:
            sheet.number(row, column, side.value, "simulated", "#,##0.00")
    sheet.formula(row, 3, f"={left}-{right}", check.left.value - check.right.value, "figure", "0.00E+00")
    agree = abs(check.left.value - check.right.value) <= TOLERANCE * max(
        1.0, abs(check.left.value), abs(check.right.value)
    )
    verdict = good if agree else bad
    formula = f'=IFERROR(IF(ABS({difference})<={tolerance}*MAX(1,ABS({left}),ABS({right})),"{good}","{bad}"),"{bad}")'
    sheet.formula(row, VERDICT_COLUMN, formula, verdict, "verdict")
    return verdict


def _arithmetic(forecast: Forecast, cells: SheetCells) -> Iterator[Check]:
    benefit, cost, net, roi, bcr = (
        _constant(forecast, cells, name) for name in ("benefit", "cost", "net_benefit", "roi", "bcr")
    )
    difference = Side(f"{benefit.formula}-{cells.constant('cost')}", benefit.value - cost.value)
    yield Check(said("Benefit less cost is the net benefit."), difference, net)
    people = forecast["people_trained"].likely
    if forecast.case.graph.shape("people_starting") == "monthly":
        started = Side(f"=SUM({cells.row('people_starting')})", people)
        closing = Side(f"={cells.last('people_trained')}", people)
        yield Check(said("Everybody who started is counted in the last month."), closing, started)
    last = Side(f"={cells.last('cumulative_net')}", forecast["cumulative_net"].likely)
    yield Check(said("The net benefit so far, in the last month, is the net benefit."), last, net)
    yield Check(said("ROI is the benefit/cost ratio less 1."), roi, Side(f"{bcr.formula}-1", bcr.value - 1))
    categories = forecast.case.catalogue.model["costs"].categories
    yield Check(said("The kinds of cost add up to the cost."), _sum_of(forecast, cells, categories), cost)
    yield Check(said("The kinds of benefit add up to the benefit."), _sum_of(forecast, cells, KINDS), benefit)
    by_function = _npv(forecast, cells)
    yield Check(
        said("The spreadsheet's own NPV of the monthly flows is the net present value."),
        _constant(forecast, cells, "npv"),
        by_function,
    )


def _npv(forecast: Forecast, cells: SheetCells) -> Side:
    """The present value of the flows after tax by the spreadsheet's own function, at the real rate."""
    known = forecast.case.assumptions
    years = cells.constant("months_per_year")
    growth = f"((1+{cells.constant('discount_rate')})/(1+{cells.constant('inflation_rate')}))"
    formula = (
        f"=NPV({growth}^(1/{years})-1,{cells.row('net_after_tax')})*{growth}^({cells.constant('flow_shift')}/{years})"
    )
    real = (1 + known["discount_rate"].likely) / (1 + known["inflation_rate"].likely)
    monthly, shift = math.expm1(math.log(real) / 12), known["flow_shift"].likely
    flows = [0.0, *(float(flow) for flow in forecast.median_case["net_after_tax"][0])]
    return Side(formula, npv(monthly, flows) * real ** (shift / 12))


def _sanity(forecast: Forecast, cells: SheetCells) -> Iterator[Check]:
    case, median = forecast.case, forecast.median_case
    nothing = Side("", 0.0)
    yield _no_errors(forecast, cells)
    applying = [f"cohort_{number}.applying" for number in range(1, len(case.document.idea.cohorts) + 1)]
    if applying:
        below = "+".join(f'COUNTIF({cells.row(name)},"<0")' for name in applying)
        count = sum(int((median[name] < 0).sum()) for name in applying)
        yield Check(
            said("Months in which a cohort has less than nobody applying it."), Side(f"={below}", count), nothing
        )
    if case.graph.shape("total_benefit") == "monthly":
        yield _before_the_start(forecast, cells)
    switched = f"=IF({INPUTS}!{_programme(case)}=0,{cells.constant('benefit')},0)"
    yield Check(
        said("Doing nothing comes to nothing: no benefit where the programme is switched off."),
        Side(switched, 0.0),
        nothing,
    )
    if case.graph.shape("total_cost") == "monthly":
        unpaid = Side(f'=COUNTIF({cells.row("total_cost")},"<0")', int((median["total_cost"] < 0).sum()))
        yield Check(said("Months in which the cost is less than nothing."), unpaid, nothing)
    low, likely, high = (_assumed(case.assumptions, cells.layout, LIKELY_COLUMN + k) for k in (-1, 0, 1))
    wrong = sum((a.low > a.likely) + (a.likely > a.high) for a in case.assumptions.values())
    counted = Side(f"=SUMPRODUCT(({low}>{likely})+({likely}>{high}))", wrong)
    yield Check(said("Assumptions whose low, likely and high are out of order."), counted, nothing)
    used, least, most = (_assumed(case.assumptions, cells.layout, column) for column in (LIVE_COLUMN, *ALLOWED))
    outside = f"=SUMPRODUCT(({used}<{least})*ISNUMBER({least})+({used}>{most})*ISNUMBER({most}))"
    beyond = sum(
        (a.bounds[0] is not None and a.likely < a.bounds[0]) + (a.bounds[1] is not None and a.likely > a.bounds[1])
        for a in case.assumptions.values()
    )
    yield Check(said("Assumptions in use that lie outside of what is allowed."), Side(outside, beyond), nothing)


def _programme(case: Case) -> str:
    cell: str = xl_rowcol_to_cell(programme_row(case), LIVE_COLUMN, row_abs=True, col_abs=True)
    return cell


def _no_errors(forecast: Forecast, cells: SheetCells) -> Check:
    """Whether a cell of Workings shows an error, such as a division by nothing."""
    first, last = min(cells.layout.workings.values()), max(cells.layout.workings.values())
    corners = (
        xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        for row, column in ((first, CONSTANT_COLUMN), (last, FIRST_MONTH + cells.layout.months - 1))
    )
    wrong = sum(int((~np.isfinite(forecast.median_case[name])).sum()) for name in forecast.case.graph.order)
    # without a programme there is nobody to divide by: the cost of a learner is no figure then
    off = f"{INPUTS}!{_programme(forecast.case)}=0"
    counted = Side(f"=IF({off},0,SUMPRODUCT(ISERROR({WORKINGS}!{':'.join(corners)})*1))", wrong)
    return Check(said("Cells of Workings that show an error while the programme takes place."), counted, Side("", 0.0))


def _before_the_start(forecast: Forecast, cells: SheetCells) -> Check:
    """The live form of “doing nothing comes to nothing”."""
    benefit, trained = forecast.median_case["total_benefit"], forecast.median_case["people_trained"]
    formula = f"=SUMIF({cells.row('people_trained')},0,{cells.row('total_benefit')})"
    return Check(
        said("Before anybody has started there is no benefit."),
        Side(formula, float(benefit[trained == 0].sum())),
        Side("", 0.0),
    )


def _assumed(names: Iterable[str], layout: Layout, column: int) -> str:
    rows = [layout.inputs[name] for name in names]
    first, last = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (min(rows), max(rows)))
    return f"{INPUTS}!{first}:{last}"


def _constant(forecast: Forecast, cells: SheetCells, name: str) -> Side:
    return Side(f"={cells.constant(name)}", forecast[name].likely)


def _sum_of(forecast: Forecast, cells: SheetCells, names: Iterable[str]) -> Side:
    parts = [over_months(forecast, cells, name) for name in names]
    return Side(f"={'+'.join(formula for formula, _ in parts)}", sum(value for _, value in parts))
