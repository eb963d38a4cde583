"""The sheet Workings: a row a formula, a column a month, every cell live."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.case import Case
from ldcase.exports.cells import CONSTANT_COLUMN, FIRST_MONTH, Layout, SheetCells
from ldcase.exports.look import Style, computed
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_inputs import Group
from ldcase.forecast import Forecast
from ldcase.formulas.spreadsheet import in_spreadsheet
from ldcase.formulas.words import in_words
from ldcase.language import said, worded

DATE_ROW = 3
MONTH_ROW = 4
AGE_ROW = 5
_FIRST_GROUP = 7
_WIDTHS = (42, 30, 18, 60)
_CONSTANT_WIDTH = 16
_MONTH_WIDTH = 13


def groups(case: Case) -> tuple[Group, ...]:
    """Return the formulas as they stand on the sheet: each reads only inputs and what stands above it.

    The roll-out with its cohorts first, then each metric, the costs, and what it all comes to; in a group the order in
    which they are evaluated.
    """
    model = case.catalogue.model
    titles = {"rollout": model["rollout"].title, **{f"metric {metric.key}": metric.title for metric in case.metrics}}
    titles |= {"costs": model["costs"].title, "returns": model["returns"].title}
    keys = {name: _key(case, name) for name in case.graph.order}
    return tuple(
        Group(title, tuple(name for name in case.graph.order if keys[name] == key)) for key, title in titles.items()
    )


def widths(forecast: Forecast) -> tuple[float, ...]:
    """Return the widths of the columns, in letters: wide enough for the largest figure, to the cent."""
    shape, median = forecast.case.graph.shape, forecast.median_case
    lengths = {name: max(len(f"{value:,.2f}") for value in median[name][0]) + 3 for name in forecast.case.graph.order}
    constant = max((length for name, length in lengths.items() if shape(name) == "constant"), default=0)
    monthly = max((length for name, length in lengths.items() if shape(name) == "monthly"), default=0)
    return (*_WIDTHS, max(_CONSTANT_WIDTH, constant), *([max(_MONTH_WIDTH, monthly)] * forecast.case.horizon))


def rows(case: Case) -> dict[str, int]:
    """Return the row of every formula, of ``month`` and of ``age``, from 0."""
    return {"month": MONTH_ROW, "age": AGE_ROW, **{name: row for row, name in _placed(case)}}


def write_workings(sheet: Sheet, forecast: Forecast, layout: Layout) -> None:
    """Fill the sheet: live formulas with the values of the median case."""
    case = forecast.case
    sheet.titled(
        "Workings",
        said("One row a formula, one column a month. Money flows at the end of its month. Nothing here is typed in."),
    )
    _calendar(sheet, forecast, layout)
    titles = {group.names[0]: group.title for group in groups(case) if group.names}
    cells = SheetCells(layout)
    for row, name in _placed(case):
        if name in titles:
            sheet.heading(row - 1, titles[name], FIRST_MONTH + layout.months)
        _formula(sheet, row, name, forecast, cells)


def _placed(case: Case) -> Iterator[tuple[int, str]]:
    row = _FIRST_GROUP
    for group in groups(case):
        for name in group.names:
            row += 1
            yield row, name
        row += 2


def _key(case: Case, name: str) -> str:
    """Return the group of a formula; what the workbook wrote stands with the roll-out, or below the metrics."""
    for metric in case.metrics:
        if name.startswith(f"{metric.key}."):
            return f"metric {metric.key}"
    module = case.formula(name).module
    if module:
        return module
    metrics = tuple(f"{metric.key}." for metric in case.metrics)
    used = case.graph.ancestors([name])
    return "returns" if name in _TOTALS or any(other.startswith(metrics) for other in used) else "rollout"


_TOTALS = ("gap_cost", "benefit_cash", "benefit_cost_avoided", "benefit_capacity", "total_benefit")


def _calendar(sheet: Sheet, forecast: Forecast, layout: Layout) -> None:
    worksheet = sheet.worksheet
    for column, title in enumerate(
        (said("Quantity"), said("Name"), said("Unit"), said("How it is computed"), said("Constant"))
    ):
        sheet.text(DATE_ROW, column, title, "head_number" if column == CONSTANT_COLUMN else "head")
    start = forecast.case.start
    for month in range(layout.months):
        year, index = divmod(start.month - 1 + month, 12)
        sheet.text(
            DATE_ROW,
            FIRST_MONTH + month,
            said("{month:%b %Y}", month=start.replace(year=start.year + year, month=index + 1)),
            "head_number",
        )
    for row, name, words in (
        (MONTH_ROW, "month", said("Number of the month")),
        (AGE_ROW, "age", said("Months since the first month")),
    ):
        sheet.text(row, 0, words)
        sheet.text(row, 1, name, "quiet")
        sheet.text(row, 2, "month", "quiet")
    sheet.text(MONTH_ROW, 3, said("1, then one more each month"), "quiet")
    sheet.text(AGE_ROW, 3, said("the number of the month − 1"), "quiet")
    cells = SheetCells(layout)
    for month in range(layout.months):
        column = FIRST_MONTH + month
        first, here = xl_rowcol_to_cell(DATE_ROW, FIRST_MONTH, True, True), xl_rowcol_to_cell(DATE_ROW, column, True)
        sheet.formula(MONTH_ROW, column, f"=COLUMNS({first}:{here})", month + 1)
        sheet.formula(AGE_ROW, column, f"={cells.at_month('month', month)}-1", month)
    worksheet.freeze_panes(AGE_ROW + 1, 1)
    worksheet.repeat_rows(DATE_ROW, AGE_ROW)
    worksheet.repeat_columns("A:A")


def _formula(sheet: Sheet, row: int, name: str, forecast: Forecast, cells: SheetCells) -> None:
    case = forecast.case
    formula = case.formula(name)
    sheet.text(row, 0, formula.title, "wrapped")
    sheet.text(row, 1, name, "quiet")
    sheet.text(row, 2, formula.unit, "quiet")
    sheet.text(row, 3, in_words(formula.expression, lambda used: worded(forecast[used].title)), "quiet")
    values = [float(value) for value in np.broadcast_to(forecast.median_case[name], (1, _columns(case, name)))[0]]
    style: Style = "total" if name in _SHOWN_BOLD else "figure"
    numbers = computed(formula.format)
    if case.graph.shape(name) == "constant":
        live = in_spreadsheet(case.graph, name, cells, uniform=True)
        sheet.formula(row, CONSTANT_COLUMN, live, values[0], style, numbers)
        return
    for column, value in enumerate(values):
        live = in_spreadsheet(case.graph, name, cells, column, uniform=True)
        sheet.formula(row, FIRST_MONTH + column, live, value, style, numbers)


_SHOWN_BOLD = ("total_benefit", "total_cost", "cumulative_net", "net_benefit", "cost", "benefit")


def _columns(case: Case, name: str) -> int:
    return 1 if case.graph.shape(name) == "constant" else case.horizon
