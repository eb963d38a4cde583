"""The gates of a pilot over the results to be expected: each dot is an equally likely result; stop, adapt, go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ldcase.charts.dots import pile
from ldcase.charts.lines import vertical
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single

if TYPE_CHECKING:
    from altair import Chart, LayerChart

COLUMNS = {
    "gates": {
        "value": "where the dot stands, an improvement in the unit of the measure; see `ldcase.charts.dots.stacked`",
        "level": "1 for the lowest dot of a stack, then 2, 3 …",
        "tone": "gap (stop), uncertain (adapt), benefit (go)",
    },
}
SIGNALS = {
    "x_domain": [-1, 1],
    "x_ticks": [-1, 0, 1],
    "bins": 25,  # how many dots fit side by side
    "levels": 10,  # how many fit on top of each other
    "stop": -0.3,  # below it stop
    "go": 0.3,  # from here on go
    "stop_label": "",
    "adapt_label": "",  # empty where the zone between is too narrow for a word
    "go_label": "",
    **VALUE_SIGNALS,
}
ROOM: Room = {"left": 0.8, "right": 0.8, "top": 1.9, "bottom": 1.9}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    once = single()
    rules = [
        vertical(once, f"scale('x', {name})", "-0.3 * size", color=signal("ink"), strokeWidth=1.25)
        for name in ("stop", "go")
    ]

    def word(text: str, x: str, align: Literal["right", "center", "left"], tone: str) -> Chart:
        written_out: Chart = once.mark_text(
            align=align,
            x=signal(x),
            y=signal("-1.0 * size"),
            color=signal(tone),
            fontWeight=600,
            text=signal(text),
        )
        return written_out

    words = [
        word("stop_label", "scale('x', stop) - 0.5 * size", "right", "gap_text"),
        word("adapt_label", "(scale('x', stop) + scale('x', go)) / 2", "center", "soft"),
        word("go_label", "scale('x', go) + 0.5 * size", "left", "benefit_text"),
    ]
    return dressed([*rules, pile("gates"), *words], SIGNALS, ROOM)
