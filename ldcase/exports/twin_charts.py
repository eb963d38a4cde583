"""The charts of the sheet Outputs: native ones, live where the figures are live, else of plain values beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.charts.theme import tokens
from ldcase.exports.cells import FIRST_MONTH, WORKINGS, Layout
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_outputs import HEADS, MEDIAN_COLUMN, OUTPUTS, gap_rows
from ldcase.forecast import Forecast
from ldcase.language import said, worded

MOST_DRIVERS = 10
_WIDE, _ROW = 800, 20
_WHOLE, _CENTS = "#,##0", "#,##0.00"
_LOW, _HIGH = said("Assumption at its low end"), said("Assumption at its high end")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, its height in pixels, and what it shows for those who cannot see it."""

    chart: Chart
    height: int
    title: str


def write_charts(workbook: Workbook, sheet: Sheet, row: int, forecast: Forecast, layout: Layout) -> None:
    """Write the charts from a row on, two beside each other, and below them the plain values that two of them show."""
    sheet.heading(row, said("Charts"), len(HEADS))
    live = [_gap(workbook, forecast), _cash(workbook, forecast, layout)]
    below = row + 2 + _rows(max(picture.height for picture in live))
    tables = below + _rows(max(_height(len(forecast.haircuts().steps) + 2), _height(MOST_DRIVERS)))
    discounts, after = _discounts(workbook, sheet, tables, forecast)
    drivers, _ = _drivers(workbook, sheet, after, forecast)
    for top, pictures in ((row + 2, live), (below, [*discounts, *drivers])):
        for place, picture in enumerate(pictures):
            picture.chart.set_size({"width": _WIDE, "height": picture.height})
            options = {"x_offset": place * (_WIDE + 20), "description": picture.title, "object_position": 2}
            sheet.worksheet.insert_chart(top, 0, picture.chart, options)


def _rows(height: int) -> int:
    """Return the rows that a chart covers, and two to part it from what follows."""
    return height // _ROW + 2


def _height(bars: int) -> int:
    """Return the height of a chart with so many bars, its title, axis and legend, in pixels."""
    return 140 + 30 * bars


def _gap(workbook: Workbook, forecast: Forecast) -> Picture:
    title = worded("What the gap costs a month, {currency}, scenario in use", currency=forecast.case.currency)
    chart = _chart(workbook, "bar", title)
    first, last = gap_rows(forecast)
    chart.add_series(_series(title, first, last, MEDIAN_COLUMN, "gap", labels=True))
    return Picture(chart, _height(last - first + 1), title)


def _cash(workbook: Workbook, forecast: Forecast, layout: Layout) -> Picture:
    title = worded("Benefit, cost and net benefit so far, {currency}, by month", currency=forecast.case.currency)
    chart, line = _chart(workbook, "column", title), workbook.add_chart({"type": "line"})
    for name, tone, series in (
        ("total_benefit", "benefit", chart),
        ("total_cost", "gap", chart),
        ("cumulative_net", "ink", line),
    ):
        if forecast.case.graph.shape(name) == "monthly":
            months, values = (_months(layout, row) for row in (layout.workings["month"], layout.workings[name]))
            colour = tokens()["light"][tone]
            look = {"line": {"color": colour, "width": 2.25}} if series is line else {"fill": {"color": colour}}
            titled = worded(forecast[name].title)
            series.add_series({"name": titled, "categories": months, "values": values, "gap": 60, **look})
    chart.combine(line)
    chart.set_legend({"position": "bottom", "font": _font()})
    return Picture(chart, 360, title)


def _months(layout: Layout, row: int) -> list[object]:
    return [WORKINGS, row, FIRST_MONTH, row, FIRST_MONTH + layout.months - 1]


def _discounts(workbook: Workbook, sheet: Sheet, row: int, forecast: Forecast) -> tuple[list[Picture], int]:
    """From the gross benefit to what is claimed; the chart is left out where a step lies below nothing."""
    found = forecast.haircuts()
    lines = [
        (worded("If everything came true"), 0.0, found.gross),
        *((worded(step.title), step.before, step.after) for step in found.steps),
        (worded("What is claimed"), 0.0, found.claimed),
    ]
    heads = (said("Before"), said("After"), said("Lower end of the bar"), said("Length of the bar"))
    first = _headed(sheet, row, said("From the gap to what is claimed: plain values from the workbook"), heads)
    for place, (label, before, after) in enumerate(lines, start=first):
        sheet.text(place, 0, label, "wrapped")
        sheet.text(place, 1, forecast.case.currency, "quiet")
        for column, value in ((MEDIAN_COLUMN, before), (MEDIAN_COLUMN + 1, after)):
            sheet.number(place, column, value, "simulated", _CENTS)
        ends = ",".join(xl_rowcol_to_cell(place, MEDIAN_COLUMN + k) for k in (0, 1))
        lower, upper = min(before, after), max(before, after)
        sheet.formula(place, MEDIAN_COLUMN + 2, f"=MIN({ends})", lower, "figure", _CENTS)
        sheet.formula(place, MEDIAN_COLUMN + 3, f"=MAX({ends})-MIN({ends})", upper - lower, "figure", _CENTS)
    last = first + len(lines) - 1
    if min(after for _, _, after in lines) < 0 or not found.steps:
        return [], last + 2
    title = worded("From the gap to what is claimed, {currency}, all likely", currency=forecast.case.currency)
    chart = _chart(workbook, "bar", title, {"subtype": "stacked"})
    chart.add_series({**_series(title, first, last, MEDIAN_COLUMN + 2, "paper"), "fill": {"none": True}, "gap": 40})
    bars = _series(title, first, last, MEDIAN_COLUMN + 3, "gap")
    whole = {"fill": {"color": tokens()["light"]["benefit"]}}
    chart.add_series({**bars, "points": [whole, *[None] * len(found.steps), whole]})
    return [Picture(chart, _height(len(lines)), title)], last + 2


def _drivers(workbook: Workbook, sheet: Sheet, row: int, forecast: Forecast) -> tuple[list[Picture], int]:
    """How far each assumption alone moves the net benefit, the widest first; nothing where all are fixed."""
    drivers = forecast.tornado()[:MOST_DRIVERS]
    if not drivers:
        return [], row
    heads = (said("At its low end"), said("At its high end"), said("Change at low"), said("Change at high"))
    first = _headed(sheet, row, said("What matters most: plain values of the net benefit from the workbook"), heads) + 1
    sheet.text(first - 1, 0, said("All assumptions likely"), "wrapped")
    sheet.text(first - 1, 1, forecast.case.currency, "quiet")
    sheet.number(first - 1, MEDIAN_COLUMN, drivers[0].likely, "simulated", _CENTS)
    likely = xl_rowcol_to_cell(first - 1, MEDIAN_COLUMN, row_abs=True, col_abs=True)
    for place, driver in enumerate(drivers, start=first):
        sheet.text(place, 0, driver.title, "wrapped")
        sheet.text(place, 1, forecast.case.currency, "quiet")
        for column, value in enumerate((driver.at_low, driver.at_high), start=MEDIAN_COLUMN):
            sheet.number(place, column, value, "simulated", _CENTS)
            change = f"={xl_rowcol_to_cell(place, column)}-{likely}"
            sheet.formula(place, column + 2, change, value - driver.likely, "figure", _CENTS)
    last = first + len(drivers) - 1
    title = worded(
        "Change of the net benefit when one assumption is at its low or high end, {currency}",
        currency=forecast.case.currency,
    )
    chart = _chart(workbook, "bar", title)
    for name, column, tone in ((_LOW, MEDIAN_COLUMN + 2, "uncertain"), (_HIGH, MEDIAN_COLUMN + 3, "benefit")):
        chart.add_series({**_series(worded(name), first, last, column, tone), "overlap": 100, "gap": 40})
    chart.set_legend({"position": "bottom", "font": _font()})
    return [Picture(chart, _height(len(drivers)), title)], last + 2


def _headed(sheet: Sheet, row: int, title: str, heads: Sequence[str]) -> int:
    """Write a heading and the heads of a table of plain values; returns its first row."""
    sheet.heading(row, title, len(HEADS))
    for column, text in enumerate(("", said("Unit"), *heads)):
        sheet.text(row + 1, column, text, "head_number" if column >= MEDIAN_COLUMN else "head")
    return row + 2


def _chart(workbook: Workbook, kind: str, title: str, more: Mapping[str, str] | None = None) -> Chart:
    light = tokens()["light"]
    chart = workbook.add_chart({"type": kind, **(more or {})})
    chart.set_title({"name": title, "name_font": {"size": 11, "color": light["ink"]}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    names: dict[str, Any] = {
        "num_font": _font(),
        "line": {"color": light["edge"]},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
        "label_position": "low",
    }
    money: dict[str, Any] = {
        "num_font": _font(),
        "num_format": _WHOLE,
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": light["line"]}},
    }
    if kind == "bar":  # here x is the axis of the values; the first row stands at the top, the values below
        chart.set_x_axis({**money, "label_position": "high"})
        chart.set_y_axis({**names, "reverse": True})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(money)
    return chart


def _series(name: str, first: int, last: int, column: int, tone: str, *, labels: bool = False) -> dict[str, Any]:
    """A series over rows of Outputs, their titles in the first column as categories."""
    series: dict[str, Any] = {
        "name": name,
        "categories": [OUTPUTS, first, 0, last, 0],
        "values": [OUTPUTS, first, column, last, column],
        "fill": {"color": tokens()["light"][tone]},
    }
    if labels:
        series["data_labels"] = {"value": True, "num_format": _WHOLE, "font": _font()}
    return series


def _font() -> dict[str, object]:
    return {"color": tokens()["light"]["soft"], "size": 9}
