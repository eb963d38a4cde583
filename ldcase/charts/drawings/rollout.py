"""Who has been trained and who applies it, month by month."""

from __future__ import annotations

from ldcase.charts.axes import Axes, number_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
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
    best = f"{numbers.count(peak)} {numbers.plural(peak, 'person', 'people')}"
    if peak <= 0:
        title = "Nobody applies it"
    elif kept < 0.5:
        title = f"It fades: from {best} at its best to {end}"
    elif kept < 0.9:
        title = f"{best} at its best, {end} at the end"
    else:
        title = f"It grows to {best} and stays"
    return Drawing(
        "rollout",
        title,
        "People trained, and people applying it",
        f"{title}. {numbers.count(trained[-1])} are trained by month {horizon}.",
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
                "label": [f"{numbers.count(trained[-1])} trained", f"{end} apply it"],
                "tone": ["reference", "benefit"],
            },
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain, 4), **number_values(domain)},
    )
