"""Parts that charts with lines share: a vertical line, and names at the ends of two lines that keep apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ldcase.charts.theme import signal

if TYPE_CHECKING:
    from altair import Chart


def vertical(chart: Chart, x: str, top: str = "0", bottom: str = "height", **mark: Any) -> Chart:
    """Return a vertical rule for each row of `chart` at `x` from `top` to `bottom`: expressions in pixels."""
    from ldcase.charts.altair_import import alt

    def at(expression: str) -> Any:
        return signal(expression).to_dict()

    made: Chart = chart.mark_rule(**mark).encode(x=alt.value(at(x)), y=alt.value(at(top)), y2=alt.value(at(bottom)))
    return made


UPPER = "(scale('y', datum.value) <= scale('y', datum.other))"
"""Whether the line of a row ends above the other one, in the columns `value` and `other`."""


def apart(heights: float, upper: str = UPPER) -> str:
    """Return by how many pixels a name moves so that it stands `heights` of text from that of the other line.

    Parameters
    ----------
    upper
        Expression: whether it moves up; it decides where both lines end at the same place.
    """
    room = f"max(0, {heights:g} * size - abs(scale('y', datum.value) - scale('y', datum.other))) / 2"
    return f"({upper} ? -1 : 1) * ({room})"


def end_names(ends: Chart, shift: str, dx: int = 12, column: str = "label", **mark: Any) -> Chart:
    """Return the words right of where lines end, moved by `shift`, cut where the room ends."""
    made: Chart = ends.mark_text(
        align="left", dx=dx, dy=signal(shift), limit=signal(f"room_right - {dx + 2}"), **mark
    ).encode(text=f"{column}:N")
    return made
