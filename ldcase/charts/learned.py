"""What a pilot taught: what was expected, what was found and what is expected now, over the zones agreed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.rows import band, row_height, row_labels, text_size
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "learned": {
        "order": "0 expected before, 1 found, 2 expected now",
        "label": "such as “The pilot found”",
        "widest_low": "in 95 of 100 cases it is above this or within the range, in the metric's unit",
        "low": "P10",
        "likely": "P50, or the estimate",
        "high": "P90",
        "widest_high": "upper end of the 95 of 100",
        "text": "such as “0.3 (0.19 to 0.41)”",
        "tone": "uncertain for what was expected, ink for what was found, benefit for what is expected now",
    },
    "learned_zones": {
        "start": "where a zone begins, metric's unit; within the axis",
        "end": "where it ends",
        "label": "go, adapt or stop",
        "tone": "benefit, uncertain or gap",
    },
}
SIGNALS = {"x_domain": [0, 1], "x_ticks": [0, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": (0.28, 7.5, 14.0), "right": (0.26, 7.5, 12.0), "top": 1.7, "bottom": 1.9}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    base, zones = (alt.Chart(alt.NamedData(name=name)) for name in COLUMNS)
    scale = alt.Scale(domain=signal("x_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("x_ticks"), tickCount=99, labelExpr=written("datum.value"), labelPadding=6)
    row = row_height("learned")
    ground = zones.mark_rect(
        color=signal("datum.tone == 'benefit' ? benefit_soft : datum.tone == 'gap' ? gap_soft : chip"),
        opacity=0.75,
        y=0,
        y2=signal("height"),
        stroke=signal("card"),
        strokeWidth=2,
    ).encode(x=alt.X("start:Q", scale=scale, axis=axis), x2="end:Q")
    names = zones.mark_text(
        x=signal("(scale('x', datum.start) + scale('x', datum.end)) / 2"),
        y=signal("-0.8 * size"),
        fontWeight=600,
        fontSize=signal("0.96 * size"),
        color=toned(text=True),
        limit=signal("abs(scale('x', datum.end) - scale('x', datum.start))"),
        text=signal("datum.label"),
    )
    crossed = single().transform_filter("x_domain[0] < 0 && x_domain[1] > 0")
    zero = vertical(crossed, "scale('x', 0)", color=signal("reference"), strokeWidth=1)
    colour = signal("datum.tone == 'benefit' ? benefit : datum.tone == 'ink' ? ink : uncertain")
    line = base.mark_rule(color=colour, strokeWidth=1.5).encode(
        x=alt.X("widest_low:Q", scale=scale, axis=axis), x2="widest_high:Q", y=band()
    )
    bar = base.mark_bar(
        color=colour,
        size=signal(f"min((datum.tone == 'ink' ? 0.35 : 1.3) * size, 0.6 * {row})"),
        cornerRadius=3,
        orient="horizontal",
    ).encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", y=band())
    middle = (
        base.transform_filter("datum.tone != 'ink'")
        .mark_tick(color=signal("ink"), thickness=2, size=signal(f"min(1.7 * size, 0.8 * {row})"), orient="vertical")
        .encode(x=alt.X("likely:Q", scale=scale, axis=axis), y=band())
    )
    found = (
        base.transform_filter("datum.tone == 'ink'")
        .mark_point(
            shape="diamond",
            filled=True,
            opacity=1,
            color=signal("ink"),
            stroke=signal("card"),
            strokeWidth=1.5,
            size=signal(f"pow(min(1.05 * size, 0.8 * {row}), 2)"),
        )
        .encode(x=alt.X("likely:Q", scale=scale, axis=axis), y=band())
    )
    text = base.mark_text(
        align="left",
        x=signal("width + 0.8 * size"),
        fontSize=text_size("learned"),
        color=signal("datum.tone == 'uncertain' ? soft : ink"),
        fontWeight=signal("datum.tone == 'benefit' ? 600 : 450"),
        limit=signal("room_right - 0.8 * size"),
    ).encode(y=band(), text="text:N")
    labels = row_labels(base, "learned", "datum.tone == 'benefit' ? 600 : 450")
    return dressed([ground, names, zero, line, bar, middle, found, text, labels], SIGNALS, ROOM)
