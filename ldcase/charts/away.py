"""Who is away when: hours of the learners and of their managers month by month, and the hours that come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "away": {
        "month": "1, 2, 3 … the horizon",
        "label": "what the month is called on the axis; thinned out where there is no room",
        "learners": "hours of those who learn",
        "all": "the same with the hours of their managers",
        "text": "hours of the month as words; empty where nobody is away",
    },
    "away_freed": {
        "month": "1, 2, 3 … the horizon; no row where nothing is freed",
        "freed": "hours that are freed",
        "name": "what the line is called, at its last month only",
    },
}
SIGNALS = {"y_domain": [0, 1], "y_ticks": [0, 1], "x_domain": [0.5, 1.5], **VALUE_SIGNALS}
ROOM: Room = {"left": 3.6, "right": (0.1, 3.5, 7.0), "top": 1.5, "bottom": 2.1}
_WIDTH = "max(2, min(3.4 * size, 0.7 * width / max(1, length(data('away')))))"


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    x = alt.X("month:Q", scale=alt.Scale(domain=signal("x_domain"), zero=False, nice=False), axis=None)
    y_scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    base = alt.Chart(alt.NamedData(name="away")).encode(x=x)
    learners = base.mark_bar(color=signal("gap"), size=signal(_WIDTH)).encode(
        alt.Y("learners:Q", scale=y_scale, axis=axis)
    )
    managers = base.mark_bar(color=signal("uncertain"), size=signal(_WIDTH)).encode(
        alt.Y("learners:Q", scale=y_scale), alt.Y2("all:Q")
    )
    hours = base.mark_text(baseline="bottom", dy=-4, fontWeight=600).encode(
        alt.Y("all:Q", scale=y_scale), text="text:N"
    )
    freed = alt.Chart(alt.NamedData(name="away_freed")).encode(x=x, y=alt.Y("freed:Q", scale=y_scale))
    line = freed.mark_line(color=signal("benefit"))
    name = freed.mark_text(align="left", dx=8, color=signal("benefit_text"), fontWeight=600).encode(text="name:N")
    return dressed([learners, managers, line, month_labels(base, "away"), hours, name], SIGNALS, ROOM)
