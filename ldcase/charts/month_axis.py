"""The names of the months below a chart: text from the data, thinned out so that it never collides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.theme import signal

if TYPE_CHECKING:
    from altair import Chart


def month_labels(base: Chart, dataset: str, *, from_the_end: bool = False) -> Chart:
    """Return the names below the plot: each, or every second, third, sixth, twelfth.

    Parameters
    ----------
    base
        A chart on `dataset` with its x encoding; its rows are consecutive and have `month` and `label`.
    dataset
        Name of the dataset; its last label says how much room one takes.
    from_the_end
        Count back from the last month, so that the last is named; else from the first.
    """
    rows = f"length(data('{dataset}'))"
    longest = f"({rows} ? length(toString(data('{dataset}')[{rows} - 1].label)) : 1)"
    needed = f"{rows} * ({longest} * 0.6 + 1) * size / max(width, 1)"
    every = f"({needed} <= 1 ? 1 : {needed} <= 2 ? 2 : {needed} <= 3 ? 3 : {needed} <= 6 ? 6 : 12)"
    edge = f"data('{dataset}')[{rows} - 1].month" if from_the_end else f"data('{dataset}')[0].month"
    made: Chart = (
        base.transform_filter(f"abs(datum.month - {edge}) % {every} == 0")
        .mark_text(color=signal("soft"), y=signal("height + 1.35 * size"), fontSize=signal("size * 0.96"))
        .encode(text="label:N")
    )
    return made
