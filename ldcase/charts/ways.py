"""Several ways to one effect: a range in a row each, the one in use emphasised, and where the case breaks even."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.rows import band, row_height, row_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "ways": {
        "order": "0, 1, 2 … from the top",
        "label": "the way, or the person who estimated",
        "low": "P10 of the effect, in the unit of the metric",
        "likely": "P50",
        "high": "P90",
        "text": "such as “2.2 (1.3 to 3.5) points”",
        "used": "true for the way the case uses",
        "small": "true for one person's estimate",
        "weight": "600 for the way in use, 450 for another",
    },
}
SIGNALS = {"x_domain": [0, 1], "x_ticks": [0, 1], "break_even": None, "break_even_text": "", **VALUE_SIGNALS}
"""`break_even`: the effect at which the net benefit is zero, or null; `break_even_text` stands at its line."""
ROOM: Room = {"left": (0.3, 7.0, 15.0), "right": (0.3, 7.5, 14.0), "top": 1.9, "bottom": 1.9}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    base = alt.Chart(alt.NamedData(name="ways"))
    scale = alt.Scale(domain=signal("x_domain"), nice=False, zero=False)
    axis = alt.Axis(values=signal("x_ticks"), tickCount=99, labelExpr=written("datum.value"), labelPadding=6)
    row = row_height("ways")
    colour = signal("datum.used ? benefit : datum.small ? reference : uncertain")
    bars = base.mark_bar(
        color=colour,
        size=signal(f"datum.small ? min(0.3 * size, 0.3 * {row}) : min(1.3 * size, 0.6 * {row})"),
        cornerRadius=3,
        orient="horizontal",
    ).encode(x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q", y=band())
    likely = base.mark_tick(
        color=signal("ink"),
        thickness=2,
        size=signal(f"datum.small ? min(0.8 * size, 0.5 * {row}) : min(1.7 * size, 0.8 * {row})"),
        orient="vertical",
    ).encode(x=alt.X("likely:Q", scale=scale), y=band())
    crossed = single().transform_filter("x_domain[0] < 0 && x_domain[1] > 0")
    zero = vertical(crossed, "scale('x', 0)", color=signal("reference"))
    even = single().transform_filter("isValid(break_even)")
    at = "scale('x', break_even)"
    line = vertical(even, at, "-0.4 * size", color=signal("gap"), strokeWidth=1.5, strokeDash=[4, 3])
    told = even.mark_text(
        x=signal(f"min(max({at}, 5.5 * size), width - 5.5 * size)"),
        y=signal("-1.1 * size"),
        color=signal("gap_text"),
        fontSize=signal("0.96 * size"),
        text=signal("break_even_text"),
    )
    text = base.mark_text(
        align="left",
        x=signal("width + 0.8 * size"),
        fontSize=signal(f"min(datum.small ? 0.92 * size : size, 0.9 * {row})"),
        fontWeight=signal("datum.weight"),
        color=signal("datum.used ? ink : soft"),
        limit=signal("room_right - 0.8 * size"),
    ).encode(y=band(), text="text:N")
    return dressed([zero, bars, likely, line, told, text, row_labels(base, "ways", "datum.weight")], SIGNALS, ROOM)
