"""Where the money goes: a bar a category, the largest first, each with its amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.rows import band, row_labels, text_size, thickness
from ldcase.charts.theme import Room, dressed, signal

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "costs": {
        "order": "0, 1, 2 … from the top; keep it while a lever moves",
        "label": "what the money is for",
        "value": "amount, money, 0 or more",
        "text": "the amount as words, such as “86 k”",
    },
}
SIGNALS = {"x_domain": [0, 1]}
ROOM: Room = {"left": (0.5, 7.0, 17.0), "right": 5.6, "top": 0.2, "bottom": 0.2}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    base = alt.Chart(alt.NamedData(name="costs"))
    money = alt.X("value:Q", scale=alt.Scale(domain=signal("x_domain"), nice=False, zero=False), axis=None)
    bars = base.mark_bar(color=signal("gap"), size=thickness("costs"), cornerRadiusEnd=2).encode(x=money, y=band())
    amounts = base.mark_text(align="left", dx=6, fontWeight=600, fontSize=text_size("costs")).encode(
        x=money, y=band(), text="text:N"
    )
    return dressed([bars, amounts, row_labels(base, "costs")], SIGNALS, ROOM)
