"""The fan: cumulative net benefit month by month, the bands it falls into, and the month it is paid back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "fan": {
        "month": "0 (the start) to the horizon",
        "label": "what the month is called on the axis; thinned out where there is no room",
        "p10": "1 case in 10 is below, money",
        "p25": "1 case in 4 is below, money",
        "p50": "the middle case, money",
        "p75": "1 case in 4 is above, money",
        "p90": "1 case in 10 is above, money",
    },
    "fan_ends": {
        "month": "the last month; three rows: 1 in 10 above, the middle, 1 in 10 below",
        "value": "where the line ends, money",
        "label": "such as “1 in 10 above 930 k”",
        "short": "the same where there is little room, such as “930 k”",
        "tone": "ink for the middle, reference for the edges",
        "weight": "600 for the middle, 400 for the edges",
    },
    "fan_payback": {
        "month": "the month it is paid back; no row when it is not within the horizon",
        "label": "such as “paid back in month 9”",
    },
}
SIGNALS = {"y_domain": [-1, 1], "y_ticks": [-1, 0, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": 5.6, "right": (0.22, 8.5, 13.0), "top": 0.9, "bottom": 2.1}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    fan, ends, payback = (alt.NamedData(name=name) for name in COLUMNS)
    x = alt.X("month:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    y_scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    base = alt.Chart(fan).encode(x=x)
    wide = base.mark_area(color=signal("uncertain_soft")).encode(alt.Y("p10:Q", scale=y_scale, axis=axis), y2="p90:Q")
    narrow = base.mark_area(color=signal("uncertain")).encode(alt.Y("p25:Q", scale=y_scale), y2="p75:Q")
    zero = (
        single()
        .mark_rule(color=signal("soft"), strokeWidth=1.25, x=0, x2=signal("width"))
        .encode(y=alt.YDatum(0, scale=y_scale))
    )
    middle = base.mark_line(color=signal("ink")).encode(alt.Y("p50:Q", scale=y_scale))
    months = month_labels(base, "fan")
    longest = "max(length(data('fan_ends')[0].label), length(data('fan_ends')[length(data('fan_ends')) - 1].label))"
    fits = f"({longest} * 0.53 * size < room_right - 10 || !datum.short)"
    middle_end = "data('fan_ends')[1].value"
    centre, place = f"scale('y', {middle_end})", "scale('y', datum.value)"
    upper = f"(datum.value > {middle_end} || (datum.value == {middle_end} && datum.label == data('fan_ends')[0].label))"
    higher, lower = f"min(0, {centre} - 1.2 * size - {place})", f"max(0, {centre} + 1.2 * size - {place})"
    apart = f"datum.tone == 'ink' ? 0 : {upper} ? {higher} : {lower}"
    names = (
        alt.Chart(ends)
        .mark_text(
            align="left",
            dx=8,
            dy=signal(apart),
            color=toned(text=True),
            fontWeight=signal("datum.weight"),
            limit=signal("room_right - 10"),
            text=signal(f"{fits} ? datum.label : datum.short"),
        )
        .encode(x=x, y=alt.Y("value:Q", scale=y_scale))
    )
    point = (
        alt.Chart(payback)
        .mark_circle(size=72, opacity=1, color=signal("benefit"))
        .encode(x=x, y=alt.YDatum(0, scale=y_scale))
    )
    space = "(length(datum.label) * 0.58 * size + 6)"
    above = f"(height - scale('y', 0) < 0.9 * size || scale('x', datum.month) + {space} > width)"
    note = (
        alt.Chart(payback)
        .transform_filter("height > 5 * size")
        .mark_text(
            align=signal(f"{above} && scale('x', datum.month) > {space} ? 'right' : 'left'"),
            x=signal(f"scale('x', datum.month) + ({above} && scale('x', datum.month) > {space} ? -6 : 6)"),
            dy=signal(f"{above} ? -1.05 * size : 1.15 * size"),
            fontWeight=600,
            color=signal("benefit_text"),
        )
        .encode(y=alt.YDatum(0, scale=y_scale), text="label:N")
    )
    return dressed([wide, narrow, zero, middle, months, names, point, note], SIGNALS, ROOM)
