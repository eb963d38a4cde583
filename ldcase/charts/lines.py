"""A vertical line at a place given by an expression."""

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
