"""The worth of a pilot by its size: what its result is worth for the decision, and what it costs to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import apart, end_names, vertical
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, grouped, signal, single, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "pilot_worth": {
        "teams": "number of teams that take part",
        "value": "money",
        "series": "worth or cost",
        "tone": "benefit for what it is worth, gap for what it costs",
    },
    "pilot_worth_ends": {
        "teams": "the largest number of teams",
        "value": "where the line ends, money",
        "other": "where the other line ends",
        "label": "such as “its result is worth 12 k”",
        "tone": "benefit or gap",
    },
}
SIGNALS = {
    "x_domain": [0, 20],
    "x_ticks": [0, 10, 20],
    "y_domain": [0, 1],
    "y_ticks": [0, 0.5, 1],
    "planned": 8,  # teams of the pilot as it is planned
    "planned_label": "",
    "best": None,  # teams of the size that is worth most, null where none is worth its price
    "best_value": 0,  # what that size is worth, money
    **VALUE_SIGNALS,
}
ROOM: Room = {"left": 5.4, "right": (0.26, 8.5, 14.0), "top": 1.5, "bottom": 2.1}

_UPPER = "(scale('y', datum.value) < scale('y', datum.other) || (datum.value == datum.other && datum.tone == 'gap'))"


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    lines, ends = (alt.NamedData(name=name) for name in COLUMNS)
    x = alt.X(
        "teams:Q",
        scale=alt.Scale(domain=signal("x_domain"), nice=False, zero=False),
        axis=alt.Axis(
            values=signal("x_ticks"), tickCount=99, grid=False, labelPadding=6, labelExpr=grouped("datum.value", "',d'")
        ),
    )
    scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    y = alt.Y(
        "value:Q", scale=scale, axis=alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    )
    drawn = (
        alt.Chart(lines)
        .mark_line()
        .encode(
            x=x,
            y=y,
            detail="series:N",
            stroke=alt.condition("datum.tone == 'gap'", alt.value(signal("gap")), alt.value(signal("benefit"))),
        )
    )
    end = alt.Chart(ends).encode(x=x, y=alt.Y("value:Q", scale=scale))
    names = end_names(end, apart(1.5, _UPPER), dx=10, fontWeight=600, color=toned(text=True))
    once = single()
    rule = vertical(once, "scale('x', planned)", "-0.2 * size", color=signal("reference"), strokeDash=[3, 3])
    beyond = "scale('x', planned) > width / 2"
    label = once.mark_text(
        align=signal(f"{beyond} ? 'right' : 'left'"),
        x=signal(f"scale('x', planned) + ({beyond} ? 0.4 * size : -0.4 * size)"),
        y=signal("-0.8 * size"),
        color=signal("soft"),
        fontSize=signal("size * 0.96"),
        text=signal("planned_label"),
    )
    marked = once.transform_filter("isValid(best)")
    dot = marked.mark_circle(
        size=90, opacity=1, color=signal("benefit"), x=signal("scale('x', best)"), y=signal("scale('y', best_value)")
    )
    return dressed([rule, drawn, label, names, dot], SIGNALS, ROOM)
