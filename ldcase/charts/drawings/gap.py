"""The team and those who do it best, and what the difference costs."""

from __future__ import annotations

from ldcase.case import MetricUse
from ldcase.charts.axes import Axes, ticks, values
from ldcase.charts.drawing import Columns, Drawing
from ldcase.charts.gap import price_at
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import dates, numbers
from ldcase.words.answer import written
from ldcase.words.pitch import local, story
from ldcase.words.sentence import told_in_turn

_SHOWN = 12
"""The latest months of a history that are shown."""
_LEVEL = 36
"""The most months over which level lines are drawn where there is no history."""


def gap(forecast: Forecast, metric: MetricUse, axes: Axes) -> Drawing:
    """The gap of a metric: its history where there is one, else two level lines at the assumed values."""
    baseline, exemplar = forecast[metric.baseline], forecast[metric.exemplar]
    labels, team, best, since = _lines(forecast, metric)
    team_words, best_words, axis = (story(metric, part) for part in ("team", "best", "axis"))
    form = baseline.format
    last = len(labels) - 1
    low, high = min(*team, *best), max(*team, *best)
    pad = 0.15 * max(high - low, abs(high) * 0.05)
    domain = axes.fit(f"gap.{metric.key}", low - pad if low < 0 else max(0.0, low - pad), high + pad)
    middle = price_at(team, best)
    if forecast[metric.gap_cost].likely > 0:
        price = worded("the gap: {cost} a month", cost=numbers.money(forecast[metric.gap_cost].likely))
        title = str(local(forecast, story(metric, "chart"), metric))
    else:
        price = worded("no gap")
        title = worded("There is no gap: {team} already does as well as {best}", team=team_words, best=best_words)
    ends: Columns = {
        "month": [last, last],
        "value": [best[-1], team[-1]],
        "other": [team[-1], best[-1]],
        "label": [f"{best_words} {written(exemplar)}", f"{team_words} {written(baseline)}"],
        "note": ["", ""],
        "tone": ["benefit", "gap"],
    }
    return Drawing(
        "gap",
        title,
        f"{axis}, {since}",
        told_in_turn(title, f"{team_words} {written(baseline)}, {best_words} {written(exemplar)}; {price}"),
        {
            "gap": {"month": list(range(last + 1)), "label": labels, "team": team, "best": best},
            "gap_ends": ends,
            "gap_price": {
                "month": [middle],
                "upper": [max(team[middle], best[middle])],
                "lower": [min(team[middle], best[middle])],
                "label": [price],
            },
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain, 4), **values(form, domain)},
    )


def _lines(forecast: Forecast, metric: MetricUse) -> tuple[list[str], list[float], list[float], str]:
    """Labels, the two lines, and how the period is called. A history ends in one more point: what the case assumes."""
    baseline, exemplar = forecast[metric.baseline].likely, forecast[metric.exemplar].likely
    history = forecast.case.history(metric.key)
    months = sorted(
        {point.month for point in history if point.group == "team"} & {p.month for p in history if p.group == "best"}
    )
    if len(months) < 2:
        count = min(max(2, forecast.case.horizon), _LEVEL)
        return (
            [str(k + 1) for k in range(count)],
            [baseline] * count,
            [exemplar] * count,
            worded("as assumed (no history given)"),
        )
    by_group = {(point.group, point.month): point.value for point in history}
    months = months[-_SHOWN:]
    team = [by_group["team", month] for month in months]
    best = [by_group["best", month] for month in months]
    labels = [*(dates.short_month_of_year(month.month) for month in months), worded("case")]
    latest = dates.month(months[-1])
    if len(months) == _SHOWN:
        shown = worded("the last twelve months to {month}, then as this case assumes", month=latest)
    else:
        shown = worded("{n} months to {month}, then as this case assumes", n=len(months), month=latest)
    return labels, [*team, baseline], [*best, exemplar], shown
