"""Native charts of rows: bars that begin where the one above ended, costs, causes, what matters most.

What the screen shows as a bar from here to there stands here as stacked bars over one that is not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ldcase.charts.drawing import Columns, Drawing
from ldcase.exports.pptx_chart_look import (
    TEXT,
    category_axis,
    dressed,
    filled,
    labelled,
    no_axis,
    number_format,
    unseen,
    value_axis,
)
from ldcase.exports.pptx_native import TEXT_TOKENS, TOKENS, Frame, Native, heads_of, over_names
from ldcase.exports.pptx_text import width_of
from ldcase.language import worded

WORDS = 0.2
"""Room for the words at the end of a bar, as a part of the axis."""
THICKEST = 40.0
"""Of a bar, points."""
MOST_NAMES = 0.42
"""The names of rows take at most this part of a chart's width."""


def bars(drawing: Drawing) -> Native:
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
        (worded("room for the words"), [WORDS * far * (-1 if _below(pair) else 1) for pair in pairs]),
    ]
    return Native(XL_CHART_TYPE.BAR_STACKED, over_names(rows["label"], series, "#,##0"), _dress_bars)


def _below(pair: Sequence[float]) -> bool:
    """Whether a bar lies below zero; its words then stand left of it."""
    return min(pair) < 0 >= max(pair)


def _dress_bars(chart: Any, drawing: Drawing, frame: Frame) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    rows = drawing.data[drawing.spec]
    domain: Any = drawing.signals["x_domain"]
    low, high = domain
    room = WORDS * (high - low)
    left = any(map(_below, zip(rows["start"], rows["end"], strict=True)))
    _dress_rows(chart, rows, frame, (low - room if left else low, high + room))
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
    width, height = frame.points
    names = max(width_of(str(name)) * TEXT for name in rows["label"]) + 12
    dressed(chart, frame.look, (min(names / width, MOST_NAMES), 0.01, 0.01, 0.01))
    category_axis(chart.category_axis, frame.look, rows=True)
    no_axis(chart.value_axis, domain)
    thick = height / len(rows["label"])
    chart.plots[0].gap_width = round(min(max(45.0, 100 * (thick / THICKEST - 1)), 500.0))
    if len(chart.plots[0].series) > 1:
        chart.plots[0].overlap = 100


def costs(drawing: Drawing) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data["costs"]
    data = over_names(rows["label"], [(heads_of(drawing)["value"], rows["value"])], "#,##0")
    return Native(XL_CHART_TYPE.BAR_CLUSTERED, data, _dress_costs)


def _dress_costs(chart: Any, drawing: Drawing, frame: Frame) -> None:
    rows = drawing.data["costs"]
    most = max(rows["value"])
    _one_series(chart, rows, frame, (0.0, 1.18 * most), rows["text"], ["gap"] * len(rows["text"]))


def causes(drawing: Drawing) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = _shares(drawing)
    data = over_names(rows["label"], [(heads_of(drawing)["end"], rows["share"])], "0%")
    return Native(XL_CHART_TYPE.BAR_CLUSTERED, data, _dress_causes)


def _shares(drawing: Drawing) -> Columns:
    """The causes that have a share of the gap, with that share."""
    rows = drawing.data["causes"]
    shares = [end - start for start, end in zip(rows["start"], rows["end"], strict=True)]
    kept = [number for number, share in enumerate(shares) if share > 0]
    columns = {name: [rows[name][number] for number in kept] for name in ("label", "note", "tone")}
    return {**columns, "share": [shares[number] for number in kept]}


def _dress_causes(chart: Any, drawing: Drawing, frame: Frame) -> None:
    rows = _shares(drawing)
    tones = [tone if tone in TOKENS else "reference" for tone in rows["tone"]]
    _one_series(chart, rows, frame, (0.0, 1.5 * max(rows["share"])), rows["note"], tones)


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


def tornado(drawing: Drawing) -> Native:
    from pptx.enum.chart import XL_CHART_TYPE

    rows = drawing.data["tornado"]
    series = [(worded("at the low end"), rows["low"]), (worded("at the high end"), rows["high"])]
    return Native(
        XL_CHART_TYPE.BAR_CLUSTERED, over_names(rows["label"], series, number_format(drawing.signals)), _dress_tornado
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
    value_axis(axis, frame.look, signals, "x")
    axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    axis.crosses_at = float(likely)
    for series, values, texts in zip(
        chart.plots[0].series, (rows["low"], rows["high"]), (rows["low_text"], rows["high_text"]), strict=True
    ):
        for number, (value, text) in enumerate(zip(values, texts, strict=True)):
            filled(series.points[number], frame.look, "benefit" if value >= likely else "gap")
            labelled(series.points[number], text, frame.look, "soft", XL_LABEL_POSITION.OUTSIDE_END)
