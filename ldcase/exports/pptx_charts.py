"""Drawings as native charts of PowerPoint: each has a workbook of its own with the drawing's values, to be edited.

What the screen shows as bars that begin where the one above ended stands here as stacked bars over one that is not
seen; a fan as bands over the lowest line. The values themselves are those of the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ldcase.charts.drawing import Columns, Drawing
from ldcase.charts.tables import TABLES
from ldcase.exports.office_properties import plain
from ldcase.exports.pptx_chart_look import (
    NAMES,
    TEXT,
    category_axis,
    dressed,
    element,
    filled,
    labelled,
    lined,
    no_axis,
    number_format,
    unseen,
    value_axis,
)
from ldcase.exports.pptx_text import EMU, Look, width_of
from ldcase.language import worded

TOKENS = {"gap": "gap", "benefit": "benefit", "uncertain": "uncertain", "reference": "reference", "ink": "ink"}
"""Tokens of marks by the tones of a drawing; ``edge`` is what nobody explained."""
TEXT_TOKENS = {"gap": "gap_text", "benefit": "benefit_text", "ink": "ink"}
LINES = ("p90", "p50", "p10")
"""Of a fan, in the order of the words at their ends."""
MOST_NAMES = 0.42
"""The names of rows take at most this part of a chart's width."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart stands, in EMU, and how it looks."""

    left: int
    top: int
    width: int
    height: int
    look: Look

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width / EMU, self.height / EMU


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


@dataclass(frozen=True, slots=True)
class _Native:
    """A kind of chart, its values, and what makes it look like the drawing."""

    kind: Any
    data: Any
    dress: Callable[[Any, Drawing, Frame], None]


def _heads(drawing: Drawing) -> dict[str, str]:
    """What the columns of a drawing's data set are called, by their names."""
    (columns,) = TABLES[drawing.spec].values()
    return {column.source: worded(column.head) for column in columns}


def _categories(
    names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]], form: str = "General"
) -> Any:
    from ldcase.exports.pptx_data import Categories

    data: Any = Categories(form)
    data.categories = [plain(name) for name in names]
    for name, values in series:
        data.add_series(plain(name), values)
    return data


def _lines(drawing: Drawing, names: tuple[str, str]) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    (rows,) = (drawing.data[name] for name in TABLES[drawing.spec])
    heads, form = _heads(drawing), number_format(drawing.signals)
    data = _categories(rows["label"], [(heads[name], rows[name]) for name in names], form)
    return _Native(XL_CHART_TYPE.LINE, data, _dress_lines)


def _gap(drawing: Drawing) -> _Native:
    return _lines(drawing, ("best", "team"))


def _rollout(drawing: Drawing) -> _Native:
    return _lines(drawing, ("trained", "applying"))


def _dress_lines(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Two lines, each with its words at its end."""
    from pptx.enum.chart import XL_LABEL_POSITION

    ends = drawing.data[f"{drawing.spec}_ends"]
    width, _ = frame.points
    words = max(width_of(text, True) * TEXT for text in ends["label"])
    dressed(chart, frame.look, (0.09, 0.04, min((words + 14) / width, 0.45), 0.12))
    signals = drawing.signals
    value_axis(chart.value_axis, frame.look, signals["y_domain"], signals["y_ticks"], number_format(signals))  # type: ignore[arg-type]
    category_axis(chart.category_axis, frame.look)
    _spaced(chart, len(drawing.data[drawing.spec]["label"]))
    for series, label, tone in zip(chart.plots[0].series, ends["label"], ends["tone"], strict=True):
        lined(series, frame.look, TOKENS[tone])
        last = len(list(series.values)) - 1
        labelled(
            series.points[last], label, frame.look, TEXT_TOKENS.get(tone, "soft"), XL_LABEL_POSITION.RIGHT, bold=True
        )


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


def _fan(drawing: Drawing) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows, heads = drawing.data["fan"], _heads(drawing)
    edges = ("p10", "p25", "p75", "p90")
    steps = tuple(pairwise(edges))
    bands = [
        (f"{heads[low]} – {heads[high]}", [b - a for a, b in zip(rows[low], rows[high], strict=True)])
        for low, high in steps
    ]
    lines = [(heads[name], rows[name]) for name in LINES]
    series = [(worded("begins at"), rows["p10"]), *bands, *lines]
    return _Native(
        XL_CHART_TYPE.AREA_STACKED, _categories(rows["label"], series, number_format(drawing.signals)), _dress_fan
    )


def _dress_fan(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Bands over the lowest line, which is not seen, and the middle as a line with its words at its end."""
    from pptx.enum.chart import XL_LABEL_POSITION

    ends = drawing.data["fan_ends"]
    width, _ = frame.points
    words = max(width_of(text, True) * TEXT for text in ends["label"])
    dressed(chart, frame.look, (0.09, 0.04, min((words + 14) / width, 0.4), 0.12))
    signals = drawing.signals
    value_axis(chart.value_axis, frame.look, signals["y_domain"], signals["y_ticks"], number_format(signals))  # type: ignore[arg-type]
    category_axis(chart.category_axis, frame.look)
    _spaced(chart, len(drawing.data["fan"]["label"]))
    lowest, light, dark, upper, *_ = chart.plots[0].series
    unseen(lowest)
    for series, token in ((light, "uncertain_soft"), (dark, "uncertain"), (upper, "uncertain_soft")):
        filled(series, frame.look, token)
    _grafted_lines(chart)
    last = len(drawing.data["fan"]["p50"]) - 1
    for series, label, weight in zip(chart.plots[1].series, ends["label"], ends["weight"], strict=True):
        strong = weight >= 600
        lined(series, frame.look, "ink" if strong else "uncertain", 2.25 if strong else 0.5)
        token = "ink" if strong else "soft"
        labelled(series.points[last], label, frame.look, token, XL_LABEL_POSITION.RIGHT, bold=strong)


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


def _dots(drawing: Drawing) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    from ldcase.exports.pptx_data import Points

    rows = drawing.data["dots"]
    data: Any = Points(number_format(drawing.signals))
    series = data.add_series(_heads(drawing)["level"])
    for value, level in zip(rows["value"], rows["level"], strict=True):
        series.add_data_point(value, level)
    return _Native(XL_CHART_TYPE.XY_SCATTER, data, _dress_dots)


def _dress_dots(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Dots as large as their places allow, and a line at zero."""
    from pptx.enum.chart import XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    signals: Mapping[str, Any] = drawing.signals
    room = (0.04, 0.04, 0.04, 0.12)
    dressed(chart, frame.look, room)
    value_axis(chart.category_axis, frame.look, signals["x_domain"], signals["x_ticks"], number_format(signals))
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    rows = drawing.data["dots"]
    levels = max(rows["level"]) + 0.5
    no_axis(chart.value_axis, (0.0, levels))
    width, height = frame.points
    wide = chart.category_axis.maximum_scale - chart.category_axis.minimum_scale
    across = (
        width * (1 - room[0] - room[2]) / signals["bins"] * (signals["x_domain"][1] - signals["x_domain"][0]) / wide
    )
    up = height * (1 - room[1] - room[3]) / levels
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


def _bars(drawing: Drawing) -> _Native:
    """Bars from here to there: over one that is not seen, what is above zero and what is below; then room for words."""
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data[drawing.spec]
    pairs = [sorted(pair) for pair in zip(rows["start"], rows["end"], strict=True)]
    base = [low if low > 0 else high if high < 0 else 0.0 for low, high in pairs]
    up = [max(high, 0.0) - max(low, 0.0) for low, high in pairs]
    down = [min(low, 0.0) - min(high, 0.0) for low, high in pairs]
    far = max(max(high, 0.0) for _, high in pairs) - min(min(low, 0.0) for low, _ in pairs)
    series = [
        (worded("begins at"), base),
        (worded("above zero"), up),
        (worded("below zero"), down),
        (worded("room for the words"), [0.2 * far] * len(pairs)),
    ]
    return _Native(XL_CHART_TYPE.BAR_STACKED, _categories(rows["label"], series, "#,##0"), _dress_bars)


def _dress_bars(chart: Any, drawing: Drawing, frame: Frame) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    rows = drawing.data[drawing.spec]
    domain = drawing.signals["x_domain"]
    _dress_rows(chart, rows, frame, (domain[0], domain[1] + 0.2 * (domain[1] - domain[0])))  # type: ignore[index]
    base, up, down, words = chart.plots[0].series
    unseen(base)
    unseen(words)
    for number, (tone, text, weight) in enumerate(zip(rows["tone"], rows["text"], rows["weight"], strict=True)):
        filled(up.points[number], frame.look, TOKENS[tone])
        filled(down.points[number], frame.look, TOKENS[tone])
        label = TEXT_TOKENS.get(tone, "soft")
        labelled(words.points[number], text, frame.look, label, XL_LABEL_POSITION.INSIDE_BASE, bold=weight >= 600)


def _dress_rows(chart: Any, rows: Columns, frame: Frame, domain: tuple[float, float]) -> None:
    """What charts of rows share: names on the left in the room they need, no axis of values."""
    width, _ = frame.points
    names = max(width_of(str(name)) * TEXT for name in rows["label"]) + 12
    dressed(chart, frame.look, (min(names / width, MOST_NAMES), 0.01, 0.01, 0.01))
    category_axis(chart.category_axis, frame.look, rows=True)
    no_axis(chart.value_axis, domain)
    chart.plots[0].gap_width = 45
    if len(chart.plots[0].series) > 1:
        chart.plots[0].overlap = 100


def _costs(drawing: Drawing) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data["costs"]
    data = _categories(rows["label"], [(_heads(drawing)["value"], rows["value"])], "#,##0")
    return _Native(XL_CHART_TYPE.BAR_CLUSTERED, data, _dress_costs)


def _dress_costs(chart: Any, drawing: Drawing, frame: Frame) -> None:
    rows = drawing.data["costs"]
    most = max(rows["value"])
    _one_series(chart, rows, frame, (0.0, 1.18 * most), rows["text"], ["gap"] * len(rows["text"]))


def _causes(drawing: Drawing) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data["causes"]
    shares = [end - start for start, end in zip(rows["start"], rows["end"], strict=True)]
    data = _categories(rows["label"], [(_heads(drawing)["end"], shares)], "0%")
    return _Native(XL_CHART_TYPE.BAR_CLUSTERED, data, _dress_causes)


def _dress_causes(chart: Any, drawing: Drawing, frame: Frame) -> None:
    rows = drawing.data["causes"]
    most = max(end - start for start, end in zip(rows["start"], rows["end"], strict=True))
    tones = [tone if tone in TOKENS else "reference" for tone in rows["tone"]]
    _one_series(chart, rows, frame, (0.0, 1.5 * most), rows["note"], tones)


def _one_series(
    chart: Any, rows: Columns, frame: Frame, domain: tuple[float, float], texts: Sequence[str], tones: Sequence[str]
) -> None:
    """One bar a row with its words at its end."""
    from pptx.enum.chart import XL_LABEL_POSITION

    _dress_rows(chart, rows, frame, domain)
    (series,) = chart.plots[0].series
    for number, (text, tone) in enumerate(zip(texts, tones, strict=True)):
        filled(series.points[number], frame.look, TOKENS[tone])
        if text:
            labelled(series.points[number], text, frame.look, "soft", XL_LABEL_POSITION.OUTSIDE_END)


def _tornado(drawing: Drawing) -> _Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data["tornado"]
    series = [(worded("at the low end"), rows["low"]), (worded("at the high end"), rows["high"])]
    return _Native(
        XL_CHART_TYPE.BAR_CLUSTERED, _categories(rows["label"], series, number_format(drawing.signals)), _dress_tornado
    )


def _dress_tornado(chart: Any, drawing: Drawing, frame: Frame) -> None:
    """Bars to both sides of the likely case, each with the end of its range."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION

    rows, signals = drawing.data["tornado"], drawing.signals
    likely: Any = signals["likely"]
    domain: Any = signals["x_domain"]
    _dress_rows(chart, rows, frame, domain)
    width, _ = frame.points
    names = max(width_of(str(name)) * TEXT for name in rows["label"]) + 12
    dressed(chart, frame.look, (min(names / width, MOST_NAMES), 0.01, 0.03, 0.12))
    axis = chart.value_axis
    axis.visible = True
    value_axis(axis, frame.look, domain, signals["x_ticks"], number_format(signals))  # type: ignore[arg-type]
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    axis.crosses_at = float(likely)
    for series, values, texts in zip(
        chart.plots[0].series, (rows["low"], rows["high"]), (rows["low_text"], rows["high_text"]), strict=True
    ):
        for number, (value, text) in enumerate(zip(values, texts, strict=True)):
            filled(series.points[number], frame.look, "benefit" if value >= likely else "gap")
            labelled(series.points[number], text, frame.look, "soft", XL_LABEL_POSITION.OUTSIDE_END)


NATIVE: Mapping[str, Callable[[Drawing], _Native]] = {
    "gap": _gap,
    "rollout": _rollout,
    "fan": _fan,
    "dots": _dots,
    "waterfall": _bars,
    "grades": _bars,
    "costs": _costs,
    "causes": _causes,
    "tornado": _tornado,
}
"""The drawings that have a native chart, by the id of the chart."""
