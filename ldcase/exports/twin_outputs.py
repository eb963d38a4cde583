"""The sheet Outputs: the results as live formulas of the median case, beside the quantiles of the simulation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.exports.cells import Layout, SheetCells
from ldcase.exports.look import computed
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_inputs import RATE_START
from ldcase.exports.twin_scenario import IN_WORDS, LIKELY, RANGE
from ldcase.forecast import Forecast
from ldcase.language import said, said_together, worded

OUTPUTS = "Outputs"
HEAD_ROW = 3
SCENARIO_ROW = 2
MEDIAN_COLUMN = 2
RESULTS = ("benefit", "cost", "net_benefit", "npv", "roi", "bcr", "payback_month")
KINDS = ("benefit_cash", "benefit_cost_avoided", "benefit_capacity")

HEADS = (
    said("Result"),
    said("Unit"),
    said("Scenario in use (live)"),
    "P10",
    "P50",
    "P90",
    said("Mean"),
    said("How to read it"),
)
WIDTHS = (44, 16, 21, 21, 21, 21, 21, 70)
_NONE = said("none found")
_PAYBACK_HELP = said(
    "The workbook tells P50: by then half of the draws are paid back. The live figure is of the scenario in use."
)
_IRR_HELP = said(
    "Yearly rate at which the monthly net flows are worth nothing; “{none}” where there is "
    "no such rate. Read it beside the net present value, not instead.",
    none=_NONE,
)
_IRR_MANY = said("The flows change sign more than once, so there may be more than one.")
_RATE = '[>10]"{over}";[<0]-0.0%;0.0%'


@dataclass(frozen=True, slots=True)
class Output:
    """A line of the sheet: a live formula and what it comes to in the median case (text where there is no figure).

    ``figure`` names the quantity whose quantiles stand beside it; empty where the simulation has none.
    """

    title: str
    unit: str
    formula: str
    value: float | str
    numbers: str
    help: str = ""
    figure: str = ""
    strong: bool = False


def sections(forecast: Forecast, layout: Layout) -> tuple[tuple[str, tuple[Output, ...]], ...]:
    """Return the headings with their lines, in the order of the sheet."""
    cells = SheetCells(layout, OUTPUTS)
    costs = forecast.case.catalogue.model["costs"].categories
    return (
        (
            said("What it comes to"),
            (*(_result(forecast, cells, name) for name in RESULTS), _rate_of_return(forecast, cells)),
        ),
        (said("What the gap costs"), _gaps(forecast, cells)),
        (said("What the benefit is made of"), tuple(_sum(forecast, cells, name) for name in KINDS)),
        (said("What it costs"), tuple(_sum(forecast, cells, name) for name in costs)),
    )


def named() -> dict[str, str]:
    """Return the cells that have a name in the file, for whoever links to a result: name and address."""
    cells = (
        xl_rowcol_to_cell(HEAD_ROW + 3 + k, MEDIAN_COLUMN, row_abs=True, col_abs=True) for k in range(len(RESULTS))
    )
    return {f"result_{name}": f"={OUTPUTS}!{cell}" for name, cell in zip(RESULTS, cells, strict=True)}


def write_outputs(sheet: Sheet, forecast: Forecast, layout: Layout) -> int:
    """Fill the sheet; returns the first free row."""
    case = forecast.case
    sheet.titled(
        "Outputs",
        said(
            "{currency} over {horizon} months. Live: all assumptions as the switch on Inputs says, "
            "computed here. P10 to mean: plain values from the workbook's simulation of "
            "{draws:,} draws.",
            currency=case.currency,
            horizon=case.horizon,
            draws=forecast.draws,
        ),
    )
    sheet.text(SCENARIO_ROW, 0, said("Scenario in use"), "strong")
    sheet.formula(SCENARIO_ROW, MEDIAN_COLUMN, f"={IN_WORDS}", worded(RANGE[LIKELY - 1]))
    for column, title in enumerate(HEADS):
        sheet.text(HEAD_ROW, column, title, "head_number" if MEDIAN_COLUMN <= column <= 6 else "head")
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    row = HEAD_ROW
    for title, outputs in sections(forecast, layout):
        row += 2
        sheet.heading(row, title, len(HEADS))
        for output in outputs:
            row += 1
            _line(sheet, row, output, forecast)
    return _pasted(sheet, row + 2, forecast) + 2


def _line(sheet: Sheet, row: int, output: Output, forecast: Forecast) -> None:
    sheet.text(row, 0, output.title, "strong" if output.strong else "wrapped")
    sheet.text(row, 1, output.unit, "quiet")
    sheet.formula(
        row, MEDIAN_COLUMN, output.formula, output.value, "total" if output.strong else "figure", output.numbers
    )
    sheet.text(row, 7, output.help, "quiet")
    if not output.figure:
        for column in range(3, 7):
            sheet.text(row, column, "", "simulated")
        return
    figure = forecast[output.figure]
    mean = "" if output.figure == "payback_month" else figure.mean
    for column, value in enumerate((figure.p10, figure.p50, figure.p90, mean), start=3):
        if isinstance(value, str):
            sheet.text(row, column, value, "simulated")
        else:
            sheet.number(row, column, value, "simulated", output.numbers)


def _result(forecast: Forecast, cells: SheetCells, name: str) -> Output:
    formula = forecast.case.formula(name)
    horizon = forecast.case.horizon
    never = worded("not in {months} months", months=horizon)
    numbers = f'[>{horizon}]"{never}";0' if name == "payback_month" else computed(formula.format)
    unit = (
        forecast.case.currency
        if formula.unit == "money"
        else {"roi": said("of the cost"), "bcr": said("per unit of cost")}.get(name, formula.unit)
    )
    value = forecast[name].likely
    help = said_together((formula.help, _PAYBACK_HELP), " ") if name == "payback_month" else formula.help
    return Output(formula.title, unit, f"={cells.constant(name)}", value, numbers, help, name, name == "net_benefit")


def _rate_of_return(forecast: Forecast, cells: SheetCells) -> Output:
    # Excel's own IRR needs a start near the answer where much is lost; the monthly rate compounds to a yearly one
    none, numbers = worded(_NONE), _RATE.format(over=worded("over 1,000 %"))
    rate = f"IRR({cells.row('net_by_month')},{cells.constant(RATE_START)})"
    formula = f'=IFERROR((1+{rate})^{cells.constant("months_per_year")}-1,"{none}")'
    yearly = forecast.irr.yearly
    help = _IRR_HELP if forecast.irr.unique else said_together((_IRR_HELP, _IRR_MANY), " ")
    return Output(
        said("Internal rate of return"), said("a year"), formula, none if math.isnan(yearly) else yearly, numbers, help
    )


def _gaps(forecast: Forecast, cells: SheetCells) -> tuple[Output, ...]:
    unit = said("{currency} a month", currency=forecast.case.currency)

    def line(name: str, title: str, *, strong: bool = False) -> Output:
        value = forecast[name].likely
        return Output(title, unit, f"={cells.constant(name)}", value, computed("money"), strong=strong)

    each = (line(metric.gap_cost, said("The gap: {metric}", metric=metric.title)) for metric in forecast.case.metrics)
    able = line("gap_cost_able", forecast["gap_cost_able"].title)
    return (*each, line("gap_cost", forecast["gap_cost"].title, strong=True), able)


def gap_rows(forecast: Forecast) -> tuple[int, int]:
    """Return the first and the last row of what the gap costs, from 0."""
    first = HEAD_ROW + 3 + len(RESULTS) + 1 + 2
    return first, first + len(forecast.case.metrics) + 1


def _sum(forecast: Forecast, cells: SheetCells, name: str) -> Output:
    formula, value = over_months(forecast, cells, name)
    return Output(forecast[name].title, forecast.case.currency, f"={formula}", value, computed("money"))


def over_months(forecast: Forecast, cells: SheetCells, name: str) -> tuple[str, float]:
    """Return the sum of a flow over the horizon: the formula without its ``=``, and its value."""
    case, values = forecast.case, forecast.median_case[name]
    if case.graph.shape(name) == "monthly":
        return f"SUM({cells.row(name)})", float(values.sum())
    return f"{cells.constant(name)}*COUNT({cells.row('month')})", float(values[0, 0]) * case.horizon


def _pasted(sheet: Sheet, row: int, forecast: Forecast) -> int:
    sheet.heading(row, said("Plain values from the workbook"), len(HEADS))
    lines = (
        (
            said("Chance that it pays"),
            forecast["net_benefit"].chance(),
            "0.0%",
            said("Share of the draws with a net benefit above 0."),
        ),
        (said("Draws"), forecast.draws, "#,##0", said("How often every assumption was drawn from its range.")),
        (said("Seed"), forecast.seed, "0", said("The same seed gives the same figures again.")),
    )
    for offset, (title, value, numbers, help) in enumerate(lines, start=1):
        sheet.text(row + offset, 0, title)
        sheet.number(row + offset, MEDIAN_COLUMN, value, "simulated", numbers)
        for column in (1, 3, 4, 5, 6):
            sheet.text(row + offset, column, "")
        sheet.text(row + offset, 7, help, "quiet")
    return row + len(lines)
