"""What a pilot found: both groups over time, and where the trained would be had they changed like the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import apart, end_names, vertical
from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "pilot_result": {
        "month": "position of the period, 0, 1, 2 …",
        "label": "what it is called, such as “before” or “Mar 27”; thinned out where there is no room",
        "pilot": "mean of the trained, as measured; null where nothing was measured",
        "comparison": "mean of those they are compared with; null where nothing was measured",
        "without": "the trained, had they changed like the others; null before the pilot",
    },
    "pilot_result_ends": {
        "month": "the last position",
        "value": "where the line ends",
        "other": "where the line of the other group ends",
        "label": "such as “trained 8.1”",
        "tone": "benefit or reference",
    },
    "pilot_result_interval": {
        "month": "the last position",
        "from_value": "end of the interval nearer to no effect, as measured",
        "to_value": "other end",
    },
}
SIGNALS = {"y_domain": [0, 1], "y_ticks": [0, 1], "began": None, "began_label": "", **VALUE_SIGNALS}
"""`began`: position at which the pilot began, or null where there is only before and after."""
ROOM: Room = {"left": 4.0, "right": (0.2, 8.5, 13.0), "top": 1.4, "bottom": 2.1}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    means, ends, interval = (alt.Chart(alt.NamedData(name=name)) for name in COLUMNS)
    x = alt.X("month:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))

    def line(name: str, colour: str, dash: list[int]) -> alt.Chart:
        known = means.transform_filter(f"isValid(datum.{name})")
        made: alt.Chart = known.mark_line(color=signal(colour), strokeDash=dash).encode(
            x=x, y=alt.Y(f"{name}:Q", scale=scale, axis=axis)
        )
        return made

    def points(name: str, colour: str) -> alt.Chart:
        known = means.transform_filter(f"isValid(datum.{name})")
        made: alt.Chart = known.mark_circle(size=44, opacity=1, color=signal(colour)).encode(
            x=x, y=alt.Y(f"{name}:Q", scale=scale, axis=axis)
        )
        return made

    start = means.transform_filter("isValid(began) && datum.month == 0")
    began = vertical(start, "scale('x', began)", "-0.2 * size", color=signal("edge"), strokeDash=[3, 3])
    told = start.mark_text(
        x=signal("scale('x', began)"), y=signal("-0.8 * size"), color=signal("soft"), text=signal("began_label")
    )
    sure = interval.mark_rule(color=signal("uncertain"), strokeWidth=signal("0.8 * size")).encode(
        x=x, y=alt.Y("from_value:Q", scale=scale, axis=axis), y2="to_value:Q"
    )
    ended = ends.encode(x=x, y=alt.Y("value:Q", scale=scale, axis=axis))
    names = end_names(ended, apart(1.5), fontWeight=600, color=toned(text=True))
    labels = month_labels(means.encode(x=x), "pilot_result", from_the_end=True)
    lines = [line("comparison", "reference", []), line("without", "benefit", [4, 4]), line("pilot", "benefit", [])]
    dots = [points("comparison", "reference"), points("pilot", "benefit")]
    return dressed([began, told, sure, *lines, *dots, names, labels], SIGNALS, ROOM)
