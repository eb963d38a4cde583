"""The gap: the team and those who do it best over time, the area between them with its price in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ldcase.charts.lines import apart, end_names
from ldcase.charts.month_axis import month_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "gap": {
        "month": "position of the month, 0, 1, 2 … (2 to 36 rows; without a history two level lines over the horizon)",
        "label": "what the month is called on the axis, such as “J” or “Mar 26”; thinned out where there is no room",
        "team": "the metric of the team",
        "best": "the metric of those who do it best",
    },
    "gap_ends": {
        "month": "the last position",
        "value": "where the line ends",
        "other": "where the other line ends",
        "label": "such as “best third 30 %”",
        "note": "such as “11 of 34 people”, or empty",
        "tone": "gap or benefit",
    },
    "gap_price": {
        "month": "where the price stands",
        "upper": "upper edge of the area there",
        "lower": "lower edge",
        "label": "such as “the gap: 140 k a month”",
    },
}
SIGNALS = {"y_domain": [0, 1], "y_ticks": [0, 0.5, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": 4.0, "right": (0.2, 8.5, 13.0), "top": 0.9, "bottom": 2.1}


def price_at(team: Sequence[float], best: Sequence[float], reach: int = 2) -> int:
    """Return the position where the price stands best: the area is widest there and for `reach` months to either side.

    Examples
    --------
    >>> price_at([1, 1, 1, 1, 1, 1, 1, 1], [2, 1.1, 2, 3, 3, 3, 3, 3])
    5
    """
    gaps = [abs(one - other) for one, other in zip(team, best, strict=True)]
    inner = range(min(reach, len(gaps) // 2), max(len(gaps) - reach, len(gaps) // 2 + 1))
    middle = (len(gaps) - 1) / 2
    return max(inner, key=lambda at: (min(gaps[max(0, at - reach) : at + reach + 1]), -abs(at - middle)))


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    history, ends, price = (alt.NamedData(name=name) for name in COLUMNS)
    x = alt.X("month:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    y_scale = alt.Scale(domain=signal("y_domain"), nice=False, zero=False)
    y = alt.Axis(values=signal("y_ticks"), tickCount=99, labelExpr=written("datum.value"))
    base = alt.Chart(history).encode(x=x)
    area = base.mark_area(color=signal("gap_soft"), line=False).encode(
        alt.Y("team:Q", scale=y_scale, axis=y), y2="best:Q"
    )
    team = base.mark_line(color=signal("gap")).encode(alt.Y("team:Q", scale=y_scale))
    best = base.mark_line(color=signal("benefit")).encode(alt.Y("best:Q", scale=y_scale))
    months = month_labels(base, "gap", from_the_end=True)
    end = alt.Chart(ends).encode(x=x, y=alt.Y("value:Q", scale=y_scale))
    shift = apart(2.75)
    points = end.mark_circle(size=64, opacity=1, color=toned())
    lifted = f"{shift} - (datum.note ? 0.62 * size : 0)"
    names = end_names(end, lifted, fontWeight=600, color=toned(text=True))
    lowered = f"{shift} + 0.68 * size"
    notes = end_names(end, lowered, column="note", color=signal("soft"), fontSize=signal("size * 0.96"))
    thin = "abs(scale('y', datum.upper) - scale('y', datum.lower)) < 1.7 * size"
    middle = alt.Chart(price).transform_calculate(middle="(datum.upper + datum.lower) / 2")
    below = signal(f"{thin} ? 1.1 * size + abs(scale('y', datum.upper) - scale('y', datum.lower)) / 2 : 0")

    def priced(**mark: Any) -> alt.Chart:
        made: alt.Chart = middle.mark_text(fontWeight=600, dy=below, **mark).encode(
            x=x, y=alt.Y("middle:Q", scale=y_scale), text="label:N"
        )
        return made

    halo = priced(
        color=signal("gap_soft"), stroke=signal(f"{thin} ? card : gap_soft"), strokeWidth=3, strokeJoin="round"
    )
    label = priced(color=signal("gap_text"))
    return dressed([area, team, best, months, points, names, notes, halo, label], SIGNALS, ROOM)
