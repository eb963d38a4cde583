"""The gates of a pilot over the results to be expected, as dots that can be counted."""

from __future__ import annotations

import numpy as np

from ldcase.charts.axes import Axes, step_of, ticks, values
from ldcase.charts.dots import stacked
from ldcase.charts.drawing import Drawing
from ldcase.language import worded
from ldcase.pilot.gates import Gates, zone
from ldcase.pilot.observed import Measure
from ldcase.words import pilot
from ldcase.words.pilot import ZONES

_DOTS = 50
_LEVELS = 8
_TONES = {"go": "benefit", "adapt": "uncertain", "stop": "gap"}
_WIDE_ENOUGH = 0.16
"""Share of the axis that the word between the gates needs."""


def gates(found: Gates, measure: Measure, axes: Axes, set_: tuple[float, float] | None = None) -> Drawing:
    """Fifty equally likely results, in the zones of the gates.

    Parameters
    ----------
    set_
        Go and stop as they are written in the case; else the suggested ones are drawn.
    """
    go, stop = set_ if set_ is not None else (found.go, found.stop)
    results = [float(value) for value in np.quantile(found.results, (np.arange(_DOTS) + 0.5) / _DOTS)]
    zones = [zone(value, go, stop) for value in results]
    counts = {name: zones.count(name) for name in _TONES}
    domain = axes.fit("gates", min(*results, stop, 0.0), max(*results, go))
    step = step_of(*domain)
    parts = round((domain[1] - domain[0]) / step)
    bins = parts * next(part for part in (10, 8, 6, 5, 4, 3, 2, 1) if parts * part <= 36 or part == 1)
    places, levels = stacked(results, domain, bins)
    said = ", ".join(f"{worded(ZONES[name])} {counts[name]}" for name in ("stop", "adapt", "go"))
    title = worded("Of {all} results to be expected: {zones}", all=_DOTS, zones=said)
    wide = (go - stop) / (domain[1] - domain[0]) > _WIDE_ENOUGH
    if measure.better == "lower":
        subtitle = worded(
            "{measure}: how much less than untrained people, a dot is one of {all} equally likely results",
            measure=worded(measure.title),
            all=_DOTS,
        )
    else:
        subtitle = worded(
            "{measure}: how much more than untrained people, a dot is one of {all} equally likely results",
            measure=worded(measure.title),
            all=_DOTS,
        )
    return Drawing(
        "gates",
        title,
        subtitle,
        worded(
            "{finding}. Stop below {stop}, go from {go} on.",
            finding=title,
            stop=pilot.amount(stop, measure),
            go=pilot.amount(go, measure),
        ),
        {"gates": {"value": places, "level": levels, "tone": [_TONES[name] for name in zones]}},
        {
            "x_domain": list(domain),
            "x_ticks": ticks(domain),
            "bins": bins,
            "levels": max(_LEVELS, *levels),
            "stop": stop,
            "go": go,
            "stop_label": worded(ZONES["stop"]),
            "adapt_label": worded(ZONES["adapt"]) if wide else "",
            "go_label": worded(ZONES["go"]),
            **values(measure.format, domain),
        },
    )
