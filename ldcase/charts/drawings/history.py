"""What somebody's own data say of a metric, month by month."""

from __future__ import annotations

import math

import numpy as np

from ldcase.charts.axes import nice, ticks, values
from ldcase.charts.drawing import Columns, Drawing
from ldcase.intake.exemplar import best_by_month
from ldcase.intake.summary import Summary
from ldcase.language import worded
from ldcase.words import dates, own_data
from ldcase.words.answer import exact
from ldcase.words.sentence import told_in_turn

_SHOWN = 36
"""The latest months that are shown."""


def history(found: Summary, form: str, axis: str) -> Drawing:
    """The history of a metric from a file.

    Parameters
    ----------
    form
        The format of the metric's figures.
    axis
        What is measured, in words.
    """
    series, control = found.series, found.history.control
    months = series.months[-_SHOWN:]
    single = [_or_none(value) for value in series.monthly[-_SHOWN:]]
    lines = {"team": series.team[-_SHOWN:]}
    if found.exemplar is not None:
        lines["best"] = best_by_month(series, found.exemplar)[-_SHOWN:]
    limits = (control.lower, control.upper) if control else (None, None)
    outside = [
        control is not None and value is not None and not control.lower <= value <= control.upper for value in single
    ]
    drawn = [
        (place, float(value), name)
        for name, line in lines.items()
        for place, value in enumerate(line)
        if np.isfinite(value)
    ]
    every = [*(value for value in single if value is not None), *(value for _, value, _ in drawn)]
    every += [limit for limit in limits if limit is not None]
    low, high = min(every), max(every)
    pad = 0.06 * (high - low or abs(high) or 1)
    domain = nice(max(0.0, low - pad) if low >= 0 else low - pad, high + pad)
    said = own_data.headline(found, form)
    return Drawing(
        "history",
        said,
        own_data.subtitle(found, axis),
        told_in_turn(said, own_data.steady(found, form)),
        {
            "history": {
                "month": list(range(len(months))),
                "label": [dates.short_month(month.astype(object)) for month in months],
                "single": single,
                "tone": ["gap" if beyond else "reference" for beyond in outside],
                "upper": [limits[1]] * len(months),
                "lower": [limits[0]] * len(months),
            },
            "history_lines": {
                "month": [place for place, _, _ in drawn],
                "value": [value for _, value, _ in drawn],
                "series": [name for _, _, name in drawn],
                "tone": ["gap" if name == "team" else "benefit" for _, _, name in drawn],
            },
            "history_ends": _ends(found, drawn, form),
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain, 4), **values(form, domain)},
    )


def _ends(found: Summary, drawn: list[tuple[int, float, str]], form: str) -> Columns:
    """The last point of each line, with what was measured over the last months."""
    last = {name: (place, value) for place, value, name in drawn}
    taken = {"team": found.history.baseline.likely}
    if found.exemplar is not None:
        taken["best"] = found.exemplar.raw
    names = {"team": worded("all"), "best": worded("the best")}
    ends = [value for _, value in last.values()]
    return {
        "month": [place for place, _ in last.values()],
        "value": ends,
        "other": ends[::-1],
        "label": [f"{names[name]} {exact(taken[name], form)}" for name in last],
        "tone": ["gap" if name == "team" else "benefit" for name in last],
    }


def _or_none(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
