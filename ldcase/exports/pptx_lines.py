"""Native charts of lines: the gap, the roll-out, and the fan as bands over its lowest line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ldcase.charts.drawing import Drawing
from ldcase.charts.tables import TABLES
from ldcase.exports.pptx_chart_look import (
    NAMES,
    TEXT,
    category_axis,
    dressed,
    element,
    filled,
    labelled,
    lined,
    number_format,
    unseen,
    value_axis,
)
from ldcase.exports.pptx_native import TEXT_TOKENS, TOKENS, Frame, Native, heads_of, over_names
from ldcase.exports.pptx_text import width_of
from ldcase.language import worded

LINES = ("p90", "p50", "p10")
"""Of a fan, in the order of the words at their ends."""
CLOSE = 0.06
"""Ends of lines nearer than this part of the axis leave no room for their words side by side."""


def gap(drawing: Drawing) -> Native:
    return _lines(drawing, ("best", "team"))


def rollout(drawing: Drawing) -> Native:
    return _lines(drawing, ("trained", "applying"))


def _lines(drawing: Drawing, names: tuple[str, str]) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    (rows,) = (drawing.data[name] for name in TABLES[drawing.spec])
    heads, form = heads_of(drawing), number_format(drawing.signals)
    data = over_names(rows["label"], [(heads[name], rows[name]) for name in names], form)
    return Native(XL_CHART_TYPE.LINE, data, _dress_lines)


def _dress_lines(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Two lines, each with its words at its end."""
    ends = drawing.data[f"{drawing.spec}_ends"]
    places = _beside(ends["value"], drawing.signals["y_domain"])
    width, _ = frame.points
    words = max(width_of(text, True) * TEXT for text in ends["label"])
    dressed(chart, frame.look, (0.09, 0.04, min((words + 14) / width, 0.45), 0.12))
    value_axis(chart.value_axis, frame.look, drawing.signals, "y")
    category_axis(chart.category_axis, frame.look)
    _spaced(chart, len(drawing.data[drawing.spec]["label"]))
    for series, label, tone, place in zip(chart.plots[0].series, ends["label"], ends["tone"], places, strict=True):
        lined(series, frame.look, TOKENS[tone])
        last = len(list(series.values)) - 1
        labelled(series.points[last], label, frame.look, TEXT_TOKENS.get(tone, "soft"), place, bold=True)


def _beside(values: Sequence[float], domain: Any) -> list[Any]:
    """Where the words of lines stand: right of their ends, or above and below them where the ends lie close."""
    from pptx.enum.chart import XL_LABEL_POSITION

    near = CLOSE * (float(domain[1]) - float(domain[0]))
    ranked = sorted(range(len(values)), key=lambda number: -values[number])
    places = [XL_LABEL_POSITION.RIGHT] * len(values)
    if any(values[one] - values[other] < near for one, other in pairwise(ranked)):
        places[ranked[0]], places[ranked[-1]] = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW
    return places


def _spaced(chart: Any, count: int, most: int = 13) -> None:
    """Write every so many names where all of them do not fit under the axis, and begin the lines at its edge."""
    step = -(-count // most)
    axis = chart.category_axis._element
    for tag in ("tickLblSkip", "tickMarkSkip"):
        axis.find("{*}noMultiLvlLbl").addprevious(element(f'<c:{tag} {NAMES} val="{step}"/>'))
    values = chart.value_axis._element
    between = values.find("{*}crossBetween")
    if between is None:
        between = element(f"<c:crossBetween {NAMES}/>")
        values.find("{*}crosses").addnext(between)
    between.set("val", "midCat")


def fan(drawing: Drawing) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows, heads = drawing.data["fan"], heads_of(drawing)
    edges = ("p10", "p25", "p75", "p90")
    steps = tuple(pairwise(edges))
    bands = [
        (f"{heads[low]} – {heads[high]}", [b - a for a, b in zip(rows[low], rows[high], strict=True)])
        for low, high in steps
    ]
    lines = [(heads[name], rows[name]) for name in LINES]
    series = [(worded("begins at"), rows["p10"]), *bands, *lines]
    return Native(
        XL_CHART_TYPE.AREA_STACKED, over_names(rows["label"], series, number_format(drawing.signals)), _dress_fan
    )


def _dress_fan(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Bands over the lowest line, which is not seen, and the middle as a line with its words at its end."""

    ends = drawing.data["fan_ends"]
    width, _ = frame.points
    words = max(width_of(text, True) * TEXT for text in ends["label"])
    dressed(chart, frame.look, (0.09, 0.04, min((words + 14) / width, 0.4), 0.12))
    value_axis(chart.value_axis, frame.look, drawing.signals, "y")
    category_axis(chart.category_axis, frame.look)
    _spaced(chart, len(drawing.data["fan"]["label"]))
    lowest, light, dark, upper, *_ = chart.plots[0].series
    unseen(lowest)
    for series, token in ((light, "uncertain_soft"), (dark, "uncertain"), (upper, "uncertain_soft")):
        filled(series, frame.look, token)
    _grafted_lines(chart)
    last = len(drawing.data["fan"]["p50"]) - 1
    places = _beside(ends["value"], drawing.signals["y_domain"])
    for series, label, weight, place in zip(chart.plots[1].series, ends["label"], ends["weight"], places, strict=True):
        strong = weight >= 600
        lined(series, frame.look, "ink" if strong else "uncertain", 2.25 if strong else 0.5)
        token = "ink" if strong else "soft"
        labelled(series.points[last], label, frame.look, token, place, bold=strong)


def _grafted_lines(chart: Any) -> None:
    """Move the lines out of the stacked bands into a chart of lines over the same axes."""
    area = chart._chartSpace.chart.plotArea.find("{*}areaChart")
    line = element(
        f'<c:lineChart {NAMES}><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/></c:lineChart>'
    )
    for moved in area.findall("{*}ser")[-len(LINES) :]:
        line.find("{*}marker").addprevious(moved)
    for axis in area.findall("{*}axId"):
        line.append(element(f'<c:axId {NAMES} val="{axis.get("val")}"/>'))
    area.addnext(line)
