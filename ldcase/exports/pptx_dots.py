"""The native chart of dots that can be counted, one for each of the equally likely outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ldcase.charts.drawing import Drawing
from ldcase.exports.pptx_chart_look import dressed, filled, no_axis, number_format, value_axis
from ldcase.exports.pptx_native import TOKENS, Frame, Native, heads_of

MOST_APART = 1.6
"""Dots stand at most so much farther apart upwards than across."""


def dots(drawing: Drawing) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    from ldcase.exports.pptx_data import Points

    rows = drawing.data["dots"]
    data: Any = Points(number_format(drawing.signals))
    series = data.add_series(heads_of(drawing)["level"])
    for value, level in zip(rows["value"], rows["level"], strict=True):
        series.add_data_point(value, level)
    return Native(XL_CHART_TYPE.XY_SCATTER, data, _dress_dots)


def _dress_dots(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Dots as large as their places allow, and a line at zero."""
    from pptx.enum.chart import XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    signals: Mapping[str, Any] = drawing.signals
    room = (0.04, 0.04, 0.04, 0.12)
    dressed(chart, frame.look, room)
    value_axis(chart.category_axis, frame.look, signals, "x")
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    rows = drawing.data["dots"]
    width, height = frame.points
    low, high = signals["x_domain"]
    shown = (high - low) / (chart.category_axis.maximum_scale - chart.category_axis.minimum_scale)
    across = width * (1 - room[0] - room[2]) * shown / signals["bins"]
    up = min(height * (1 - room[1] - room[3]) / (max(rows["level"]) + 0.5), MOST_APART * across)
    no_axis(chart.value_axis, (0.0, height * (1 - room[1] - room[3]) / up))
    (series,) = chart.plots[0].series
    series.format.line.fill.background()
    size = int(max(4, min(0.86 * min(across, up), 40)))
    for number, tone in enumerate(rows["tone"]):
        marker = series.points[number].marker
        marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, size
        filled(marker, frame.look, TOKENS[tone])
    if signals["zero"] is not None:
        zero = chart.value_axis
        zero.visible, zero.has_major_gridlines = True, False
        zero.major_tick_mark = zero.minor_tick_mark = XL_TICK_MARK.NONE
        zero.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        zero.format.line.color.rgb = frame.look.rgb("ink")
        zero.format.line.width = Pt(1.25)
