"""From an earlier version of a case to the present one: each change as a bar, beginning where the one above ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts import waterfall

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "bridge": {
        **waterfall.COLUMNS["waterfall"],
        "label": "the earlier version, a figure that was changed, or now",
        "start": "where the bar begins, money beyond the earlier version",
        "end": "where it ends, money beyond the earlier version: 0 is where it stood then",
        "text": "the amount then or now, or by how much a change moves it",
        "tone": "reference for then, benefit or gap for a change and for now",
    }
}
SIGNALS = waterfall.SIGNALS
ROOM = {**waterfall.ROOM, "right": 9.5}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    return waterfall.falling("bridge", ROOM)
