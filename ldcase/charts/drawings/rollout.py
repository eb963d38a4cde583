"""Who has been trained and who applies it, month by month."""

from __future__ import annotations

from ldcase.charts.axes import Axes, number_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.language import worded, worded_many
from ldcase.words import numbers


def rollout(forecast: Forecast, axes: Axes) -> Drawing:
    """People trained so far and people applying it, median case."""
    applying = [float(x) for x in forecast["applying"].median_case[0]]
    trained = [float(x) for x in forecast["people_trained"].median_case[0]]
    horizon = forecast.case.horizon
    domain = axes.fit("rollout", 0.0, max(*trained, *applying, 1.0))
    peak = max(applying)
    kept = applying[-1] / peak if peak > 0 else 0.0
    end = numbers.count(applying[-1])
    best, heads = numbers.count(peak), numbers.counted(peak)
    if peak <= 0:
        title = worded("Nobody applies it")
    elif kept < 0.5:
        title = worded_many(
            "It fades: from {n} person at its best to {end}",
            "It fades: from {n} people at its best to {end}",
            heads,
            n=best,
            end=end,
        )
    elif kept < 0.9:
        title = worded_many(
            "{n} person at its best, {end} at the end",
            "{n} people at its best, {end} at the end",
            heads,
            n=best,
            end=end,
        )
    else:
        title = worded_many("It grows to {n} person and stays", "It grows to {n} people and stays", heads, n=best)
    return Drawing(
        "rollout",
        title,
        worded("People trained, and people applying it"),
        worded_many(
            "{finding}. {n} is trained by month {month}.",
            "{finding}. {n} are trained by month {month}.",
            numbers.counted(trained[-1]),
            finding=title,
            n=numbers.count(trained[-1]),
            month=horizon,
        ),
        {
            "rollout": {
                "month": list(range(1, horizon + 1)),
                "label": [str(m) for m in range(1, horizon + 1)],
                "applying": applying,
                "trained": trained,
            },
            "rollout_ends": {
                "month": [horizon, horizon],
                "value": [trained[-1], applying[-1]],
                "other": [applying[-1], trained[-1]],
                "label": [
                    worded("{n} trained", n=numbers.count(trained[-1])),
                    worded_many("{n} applies it", "{n} apply it", numbers.counted(applying[-1]), n=end),
                ],
                "tone": ["reference", "benefit"],
            },
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain, 4), **number_values(domain)},
    )
