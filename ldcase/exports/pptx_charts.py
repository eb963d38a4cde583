"""Drawings as native charts of PowerPoint: each has a workbook of its own with the drawing's values, to be edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ldcase.charts.drawing import Drawing
from ldcase.exports.office_properties import plain
from ldcase.exports.pptx_dots import dots
from ldcase.exports.pptx_lines import fan, gap, rollout
from ldcase.exports.pptx_native import Frame, Native
from ldcase.exports.pptx_rows import bars, causes, costs, tornado

NATIVE: Mapping[str, Callable[[Drawing], Native]] = {
    "gap": gap,
    "rollout": rollout,
    "fan": fan,
    "dots": dots,
    "waterfall": bars,
    "grades": bars,
    "costs": costs,
    "causes": causes,
    "tornado": tornado,
}
"""The drawings that have a native chart, by the id of the chart."""


def insert_chart(slide: Any, place: Any | None, drawing: Drawing, frame: Frame) -> Any:
    """Draw a chart into a placeholder, or freely where there is none; returns its frame on the slide."""
    from pptx.shapes.placeholder import ChartPlaceholder

    native = NATIVE[drawing.spec](drawing)
    if place is not None:
        shape = ChartPlaceholder(place._element, place._parent).insert_chart(native.kind, native.data)
        shape.left, shape.top, shape.width, shape.height = frame.left, frame.top, frame.width, frame.height
    else:
        shape = slide.shapes.add_chart(native.kind, frame.left, frame.top, frame.width, frame.height, native.data)
    native.dress(shape.chart, drawing, frame)
    about = shape._element.nvGraphicFramePr.cNvPr
    about.set("name", plain(drawing.title))
    about.set("descr", plain(drawing.description))
    return shape
