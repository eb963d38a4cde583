"""The sheet Workings: a block a calculation, a column a month, every cell live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.exports.cells import CONSTANT_COLUMN, FIRST_MONTH, Layout, SheetCells
from ldcase.exports.look import Style
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_blocks import AGE_ROW, DATE_ROW, MONTH_ROW, Placed, formula, opened
from ldcase.exports.twin_labels import TIMELINE, Labels
from ldcase.exports.twin_model import Model
from ldcase.forecast import Forecast
from ldcase.formulas.arrays import Results
from ldcase.formulas.names import BUILT_IN_CONSTANTS, BUILT_IN_MONTHLY
from ldcase.language import said, worded

_FROM_INPUTS, _FROM_ABOVE = said("from Inputs"), said("from above")
_OPENING = said("the closing of the month before; nothing before the first month")
_WIDTHS = (42, 30, 18, 60)
_CONSTANT_WIDTH = 16
_MONTH_WIDTH = 13


def widths(forecast: Forecast) -> tuple[float, ...]:
    """Return the widths of the columns, in letters: wide enough for the largest figure, to the cent."""
    shape, median = forecast.case.graph.shape, forecast.median_case
    lengths = {name: max(len(f"{value:,.2f}") for value in median[name][0]) + 3 for name in forecast.case.graph.order}
    constant = max((length for name, length in lengths.items() if shape(name) == "constant"), default=0)
    monthly = max((length for name, length in lengths.items() if shape(name) == "monthly"), default=0)
    return (*_WIDTHS, max(_CONSTANT_WIDTH, constant), *([max(_MONTH_WIDTH, monthly)] * forecast.case.horizon))


def rows(blocks: Sequence[Placed]) -> dict[str, int]:
    """Return the row of every formula, of ``month`` and of ``age``, from 0."""
    return {"month": MONTH_ROW, "age": AGE_ROW, **{at.block.name: at.row for at in blocks}}


def write_workings(sheet: Sheet, forecast: Forecast, layout: Layout, model: Model, blocks: Sequence[Placed]) -> None:
    """Fill the sheet: live formulas with the values of the median case."""
    sheet.titled(
        "Workings",
        said(
            "A column a month, a block a calculation: in grey what it needs, linked from Inputs or from above; in the "
            "last row the calculation. Money flows at the end of its month. Nothing here is typed in."
        ),
    )
    _timeline(sheet, forecast, layout)
    page = _Page(sheet, forecast, layout, model, Labels(forecast, model), model.run(forecast.case))
    for at in blocks:
        if at.heading:
            sheet.heading(at.first - 1, at.heading, FIRST_MONTH + layout.months)
        page.block(at)


@dataclass(frozen=True, slots=True)
class _Page:
    """The sheet with all that a block needs to be written."""

    sheet: Sheet
    forecast: Forecast
    layout: Layout
    model: Model
    labels: Labels
    values: Results

    def block(self, at: Placed) -> None:
        name, labels = at.block.name, self.labels
        for need, row in at.needs.items():
            self._need(row, need)
        if at.block.balance:
            title = worded("At the beginning of the month: {title}", title=labels.title(name))
            self._texts(at.opening, title, f"{name}.opening", labels.unit(name), _OPENING, "need")
            for month, value in enumerate((0.0, *self._values(name)[:-1])):
                self._figure(at.opening, month, opened(at, month), value, "need_figure", labels.numbers(name))
        step = name in self.model.steps  # its title says already how it is computed
        how = worded("a part of: {title}", title=labels.part_of(name)) if step else labels.how(name)
        self._texts(at.row, labels.title(name), name, labels.unit(name), how, "strong")
        style: Style = "total" if name in _SHOWN_BOLD else "figure"
        values = self._values(name)
        if self.model.graph.shape(name) == "constant":
            live = formula(self.model, at, self.layout.months, 0)
            self.sheet.formula(at.row, CONSTANT_COLUMN, live, values[0], style, labels.numbers(name))
            return
        for month, value in enumerate(values):
            live = formula(self.model, at, self.layout.months, month)
            self._figure(at.row, month, live, value, style, labels.numbers(name))

    def _need(self, row: int, name: str) -> None:
        labels, cells = self.labels, SheetCells(self.layout)
        here = name in self.layout.workings
        self._texts(row, labels.title(name), name, labels.unit(name), _FROM_ABOVE if here else _FROM_INPUTS, "need")
        values = self._values(name)
        if self.model.graph.shape(name) == "constant":
            live = f"={cells.constant(name)}"
            self.sheet.formula(row, CONSTANT_COLUMN, live, values[0], "need_figure", labels.numbers(name))
            return
        for month, value in enumerate(values):
            self._figure(row, month, f"={cells.at_month(name, month)}", value, "need_figure", labels.numbers(name))

    def _texts(self, row: int, title: str, name: str, unit: str, how: str, style: Style) -> None:
        self.sheet.text(row, 0, title, style)
        quiet: Style = "quiet" if style == "strong" else "need"
        for column, text in enumerate((name, unit, how), start=1):
            self.sheet.text(row, column, text, quiet)

    def _figure(self, row: int, month: int, live: str, value: float, style: Style, numbers: str) -> None:
        self.sheet.formula(row, FIRST_MONTH + month, live, value, style, numbers)

    def _values(self, name: str) -> list[float]:
        if name in BUILT_IN_CONSTANTS:
            return [BUILT_IN_CONSTANTS[name]]
        if name in BUILT_IN_MONTHLY:
            return [float(month + (name == "month")) for month in range(self.layout.months)]
        months = 1 if self.model.graph.shape(name) == "constant" else self.layout.months
        return [float(value) for value in np.broadcast_to(self.values[name], (1, months))[0]]


def _timeline(sheet: Sheet, forecast: Forecast, layout: Layout) -> None:
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
    for row, name in ((MONTH_ROW, "month"), (AGE_ROW, "age")):
        sheet.text(row, 0, TIMELINE[name])
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


_SHOWN_BOLD = ("total_benefit", "total_cost", "cumulative_net", "net_benefit", "cost", "benefit")
