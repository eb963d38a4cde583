"""The roll-out: people trained, cohort after cohort, and those who apply it, with ramp, fade-out and leavers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import apart, end_names
from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "rollout": {
        "month": "1, 2, 3 … the horizon",
        "label": "what the month is called on the axis; thinned out where there is no room",
        "applying": "people who apply it, full effect counted as one",
        "trained": "people trained so far",
    },
    "rollout_ends": {
        "month": "the last month",
        "value": "where the line ends",
        "other": "where the other line ends",
        "label": "such as “34 trained” and “21 apply it”",
        "tone": "reference for trained, benefit for applying",
    },
}
SIGNALS = {"y_domain": [0, 1], "y_ticks": [0, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": 3.2, "right": (0.18, 7.0, 11.0), "top": 0.9, "bottom": 2.1}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    x = alt.X("month:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    y_scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    base = alt.Chart(alt.NamedData(name="rollout")).encode(x=x)
    applying = alt.Y("applying:Q", scale=y_scale, axis=axis)
    area = base.mark_area(color=signal("benefit_soft")).encode(applying)
    edge = base.mark_line(color=signal("benefit")).encode(alt.Y("applying:Q", scale=y_scale))
    steps = base.mark_line(color=signal("reference"), interpolate="step-after", strokeWidth=2).encode(
        alt.Y("trained:Q", scale=y_scale)
    )
    end = alt.Chart(alt.NamedData(name="rollout_ends")).encode(x=x, y=alt.Y("value:Q", scale=y_scale))
    points = end.mark_circle(size=56, opacity=1, color=toned())
    upper = (
        "scale('y', datum.value) < scale('y', datum.other) || (datum.value == datum.other && datum.tone != 'benefit')"
    )
    names = end_names(end, apart(1.35, upper), dx=11, color=toned(text=True), fontWeight=600)
    return dressed([area, steps, edge, month_labels(base, "rollout"), points, names], SIGNALS, ROOM)
