"""What matters most: the net benefit when one assumption is at its low and at its high end, all others likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.rows import band, fitting, text_size, thickness, wrapped_labels
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, written

if TYPE_CHECKING:
    from altair import Chart, LayerChart

COLUMNS = {
    "tornado": {
        "order": "0, 1, 2 … from the top, the widest first",
        "label": "name of the assumption",
        "lines": "the same in two lines",
        "low": "net benefit with the assumption at its low end, money",
        "high": "net benefit with the assumption at its high end, money",
        "low_text": "its low end, such as “28 %”",
        "high_text": "its high end, such as “33 %”",
    },
}
SIGNALS = {"x_domain": [-1, 1], "x_ticks": [-1, 0, 1], "likely": 0, **VALUE_SIGNALS}
"""`likely`: net benefit with all assumptions likely, money; `x_domain` holds all ends, words have room beside it."""
ROOM: Room = {"left": (0.5, 7.0, 17.0), "right": 0.2, "top": 0.2, "bottom": 1.9}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    base = fitting(alt.Chart(alt.NamedData(name="tornado")).transform_calculate(middle="likely"))
    words = "min(3.1 * size, width / 6)"
    scale = alt.Scale(
        domain=signal("x_domain"), range=[signal(words), signal(f"width - {words}")], nice=False, zero=False
    )
    axis = alt.Axis(
        values=signal("x_ticks"),
        tickCount=99,
        labelExpr=written("datum.value"),
        labelPadding=6,
        labelFlush=True,
        labelOverlap="parity",
        labelSeparation=16,
    )
    once = single()
    middle = vertical(once, "scale('x', likely)", color=signal("ink"), strokeWidth=1.5)
    crossed = once.transform_filter("x_domain[0] < 0 && x_domain[1] > 0")
    zero = vertical(crossed, "scale('x', 0)", color=signal("reference"), strokeDash=[3, 3])

    def end(side: str, other: str) -> tuple[Chart, Chart]:
        left = f"(datum.{side} < likely || (datum.{side} == likely && datum.{other} > likely))"
        bar = base.mark_bar(
            color=signal(f"datum.{side} < likely ? gap : benefit"),
            size=thickness("tornado", shed=True),
            orient="horizontal",
        ).encode(x=alt.X(f"{side}:Q", scale=scale, axis=axis), x2="middle:Q", y=band())
        text = base.mark_text(
            align=signal(f"{left} ? 'right' : 'left'"),
            x=signal(f"scale('x', datum.{side}) + ({left} ? -5 : 5)"),
            color=signal("soft"),
            fontSize=text_size("tornado", shed=True),
            text=signal(f"datum.{side}_text"),
            limit=signal("5.4 * size"),
        ).encode(y=band())
        return bar, text

    low_bar, low_text = end("low", "high")
    high_bar, high_text = end("high", "low")
    return dressed(
        [zero, low_bar, high_bar, middle, low_text, high_text, wrapped_labels(base, "tornado", shed=True)],
        SIGNALS,
        ROOM,
    )
