"""Quantile dots: each dot is an equally likely outcome, so that “87 of 100 dots are right of zero” can be counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, toned, written

if TYPE_CHECKING:
    from altair import Chart, LayerChart

COLUMNS = {
    "dots": {
        "value": "where the dot stands, in the unit of the axis; see `stacked`",
        "level": "1 for the lowest dot of a stack, then 2, 3 …",
        "tone": "gap (below zero, or a cost), benefit, uncertain, reference",
    },
}
SIGNALS = {
    "x_domain": [-1, 1],
    "x_ticks": [-1, 0, 1],
    "bins": 25,  # how many dots fit side by side
    "levels": 10,  # how many fit on top of each other: the highest stack there may be, so that dots keep their size
    "zero": None,  # where the line stands that parts paying back from not paying back; null for no line
    "zero_label": "",
    **VALUE_SIGNALS,
}
ROOM: Room = {"left": 0.8, "right": 0.8, "top": 0.4, "bottom": 1.9}


def stacked(values: Sequence[float], domain: tuple[float, float], bins: int) -> tuple[list[float], list[int]]:
    """Return the place of each dot and its level in the stack.

    Parameters
    ----------
    values
        Equally likely outcomes (quantiles), in any order; 50 or 100 read well.
    domain
        The ends of the axis; values beyond stand in the outermost stack.
    bins
        How many stacks the axis has.

    Returns
    -------
    tuple
        Values (the middle of the stack) and levels, from 1, in the order of `values`.

    Examples
    --------
    >>> stacked([1.0, 1.2, 9.9], (0.0, 10.0), 10)
    ([1.5, 1.5, 9.5], [1, 2, 1])
    """
    low, high = domain
    width = (high - low) / bins
    heights = [0] * bins
    places, levels = [], []
    for value in values:
        position = min(bins - 1, max(0, int((value - low) // width)))
        heights[position] += 1
        places.append(low + (position + 0.5) * width)
        levels.append(heights[position])
    return places, levels


ACROSS = "min(width / bins, (height - 4) / levels)"
"""Expression: how large a dot is, pixels."""


def pile(name: str) -> Chart:
    """Return the dots of the named data on their axis: columns value, level, tone; signals bins, levels, x_…."""
    from ldcase.charts.altair_import import alt

    scale = alt.Scale(domain=signal("x_domain"), nice=False, zero=False)
    axis = alt.Axis(
        values=signal("x_ticks"),
        tickCount=99,
        labelExpr=written("datum.value"),
        grid=False,
        labelPadding=6,
        labelFlush=True,
        labelOverlap="parity",
        labelSeparation=16,
    )
    dots = alt.Chart(alt.NamedData(name=name)).mark_circle(
        size=signal(f"pow(0.9 * {ACROSS}, 2)"),
        opacity=1,
        color=toned(),
        y=signal(f"height - (datum.level - 0.5) * {ACROSS}"),
    )
    made: Chart = dots.encode(x=alt.X("value:Q", scale=scale, axis=axis))
    return made


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    top = f"max(0, height - levels * {ACROSS} - 1.6 * size)"
    once = single().transform_filter("isValid(zero)")
    line = vertical(once, "scale('x', zero)", top, color=signal("soft"), strokeWidth=1.25)
    aside = "scale('x', zero) > width / 2"
    name = once.mark_text(
        align=signal(f"{aside} ? 'right' : 'left'"),
        x=signal(f"scale('x', zero) + ({aside} ? -6 : 6)"),
        y=signal(f"{top} + 0.6 * size"),
        color=signal("soft"),
        fontSize=signal("size * 0.96"),
        text=signal("zero_label"),
    )
    return dressed([line, pile("dots"), name], SIGNALS, ROOM)
