"""The history: a metric month by month, the limits within which it moves by itself, and those who do it best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import apart, end_names
from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "history": {
        "month": "position of the month, 0, 1, 2 … (2 to 60 rows)",
        "label": "what the month is called on the axis, such as “Mar 26”; thinned out where there is no room",
        "single": "the month by itself; null where there is no figure",
        "tone": "gap where the month lies outside the limits, else reference",
        "upper": "upper limit, the same in each row; null where there is none",
        "lower": "lower limit",
    },
    "history_lines": {
        "month": "position of the month",
        "value": "the figure",
        "series": "team or best",
        "tone": "gap for the team, benefit for the best",
    },
    "history_ends": {
        "month": "the last position",
        "value": "where the line ends",
        "other": "where the other line ends; the same where there is none",
        "label": "such as “the team 23 %”",
        "tone": "gap or benefit",
    },
}
SIGNALS = {"y_domain": [0, 1], "y_ticks": [0, 0.5, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": 4.0, "right": (0.2, 8.5, 13.0), "top": 0.9, "bottom": 2.1}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    history, lines, ends = (alt.NamedData(name=name) for name in COLUMNS)
    x = alt.X("month:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    y_scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    y = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    base = alt.Chart(history).encode(x=x)
    band = (
        base.transform_filter("isValid(datum.upper)")
        .mark_area(color=signal("uncertain_soft"), line=False)
        .encode(alt.Y("lower:Q", scale=y_scale, axis=y), y2="upper:Q")
    )
    points = (
        base.transform_filter("isValid(datum.single)")
        .mark_circle(size=signal("datum.tone == 'gap' ? 60 : 26"), opacity=1, color=toned())
        .encode(y=alt.Y("single:Q", scale=y_scale))
    )
    drawn = (
        alt.Chart(lines)
        .mark_line()
        .encode(
            x=x,
            y=alt.Y("value:Q", scale=y_scale),
            detail="series:N",
            stroke=alt.condition("datum.tone == 'gap'", alt.value(signal("gap")), alt.value(signal("benefit"))),
        )
    )
    end = alt.Chart(ends).encode(x=x, y=alt.Y("value:Q", scale=y_scale))
    dots = end.mark_circle(size=64, opacity=1, color=toned())
    names = end_names(end, apart(1.5), fontWeight=600, color=toned(text=True))
    months = month_labels(base, "history", from_the_end=True)
    return dressed([band, points, drawn, months, dots, names], SIGNALS, ROOM)
