"""Trained and others over time, and where the trained would be had they changed like the others."""

from __future__ import annotations

from ldcase.charts.axes import Axes, ticks, values
from ldcase.charts.drawing import Drawing
from ldcase.language import worded
from ldcase.pilot.analysis import PilotResult
from ldcase.pilot.observed import Measure
from ldcase.words import dates
from ldcase.words.answer import exact
from ldcase.words.pilot import amount
from ldcase.words.sentence import told_in_turn


def pilot_result(result: PilotResult, measure: Measure, axes: Axes) -> Drawing:
    """Draw the means of both groups: period by period where the file has enough of them, else before and after."""
    labels, trained, others, began = _series(result)
    after = began if began is not None else len(labels) - 1
    without: list[float | None] = [None] * len(labels)
    if result.method in ("changes", "allowing"):
        start = _mean(trained[:after])
        base = _mean(others[:after])
        if start is not None and base is not None:
            without = [None if k < after or other is None else start + other - base for k, other in enumerate(others)]
            without[after - 1] = trained[after - 1]
    sign = 1.0 if measure.better == "higher" else -1.0
    ends = _interval(result, without[-1] if without[-1] is not None else others[-1], sign)
    shown = [value for series in (trained, others, without) for value in series if value is not None]
    shown += [value for pair in ends for value in pair]
    pad = 0.12 * max(max(shown) - min(shown), abs(max(shown)) * 0.02)
    least = min(shown) - pad
    domain = axes.fit("pilot_result", least if min(shown) < 0 else max(0.0, least), max(shown) + pad)
    title = _title(result, measure)
    last = len(labels) - 1
    final = [(trained[-1], worded("trained"), "benefit"), (others[-1], worded("the others"), "reference")]
    told = [(value, name, tone) for value, name, tone in final if value is not None]
    opposite = [value for value, _, _ in reversed(told)]
    return Drawing(
        "pilot_result",
        title,
        f"{worded(measure.title)}, {_shown(without)}",
        told_in_turn(title, "; ".join(f"{name} {exact(value, measure.format)}" for value, name, _ in told)),
        {
            "pilot_result": {
                "month": list(range(len(labels))),
                "label": labels,
                "pilot": trained,
                "comparison": others,
                "without": without,
            },
            "pilot_result_ends": {
                "month": [last] * len(told),
                "value": [value for value, _, _ in told],
                "other": opposite,
                "label": [f"{name} {exact(value, measure.format)}" for value, name, _ in told],
                "tone": [tone for _, _, tone in told],
            },
            "pilot_result_interval": {
                "month": [last] * len(ends),
                "from_value": [first for first, _ in ends],
                "to_value": [second for _, second in ends],
            },
        },
        {
            "y_domain": list(domain),
            "y_ticks": ticks(domain, 4),
            "began": None if began is None else began - 0.5,
            "began_label": "" if began is None else worded("the pilot began"),
            **values(measure.format, domain),
        },
    )


def _series(result: PilotResult) -> tuple[list[str], list[float | None], list[float | None], int | None]:
    """Labels, both series, and where the pilot began; None where there is only before and after."""
    periods = result.periods
    if periods is not None:
        labels = [dates.short_month(day) for day in periods.days]
        return labels, list(periods.pilot), list(periods.comparison), periods.earlier
    means = result.means
    return (
        [worded("before"), worded("after")],
        [means.pilot_before, means.pilot_after],
        [means.comparison_before, means.comparison_after],
        None,
    )


def _interval(result: PilotResult, without: float | None, sign: float) -> list[tuple[float, float]]:
    """The 8-of-10 range of the difference, from where the trained would be; nothing where it is not known."""
    if not result.proof or without is None or result.periods is not None:
        return []
    low, high = result.interval(0.8)
    return [(without + sign * low, without + sign * high)]


def _mean(series: list[float | None]) -> float | None:
    known = [value for value in series if value is not None]
    return sum(known) / len(known) if known else None


def _shown(without: list[float | None]) -> str:
    if any(value is not None for value in without):
        return worded("mean of each group; dashed: the trained had they changed like the others")
    return worded("mean of each group")


def _title(result: PilotResult, measure: Measure) -> str:
    size = amount(abs(result.estimate), measure)
    if result.method == "one group":
        return worded("The trained moved by {size}, and nobody knows what they would have done anyway", size=size)
    if result.estimate >= 0:
        return worded("The trained did {size} better than they would have", size=size)
    return worded("The trained did {size} worse than they would have", size=size)
