"""What the headline rests on: the net benefit, what goes with each grade of evidence, and what stands even then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts import waterfall

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "grades": {
        **waterfall.COLUMNS["waterfall"],
        "label": "the headline, a grade of evidence, or what stands even then",
        "tone": "benefit or gap for the headline and what stands, uncertain for a grade",
    }
}
SIGNALS = waterfall.SIGNALS
ROOM = waterfall.ROOM


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    return waterfall.falling("grades")
