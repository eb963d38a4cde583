"""How one figure is spread: dots that can be counted for a single value, a fan for one that has a value each month."""

from __future__ import annotations

import math

from ldcase.charts.axes import Axes, step_of, ticks, values
from ldcase.charts.dots import stacked
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.bands import bands
from ldcase.charts.drawings.dots import outcomes
from ldcase.forecast import Figure, Forecast
from ldcase.language import worded
from ldcase.words import numbers, units
from ldcase.words.answer import exact

_DOTS = 50
_LEVELS = 8


def distribution(forecast: Forecast, name: str, axes: Axes) -> Drawing | None:
    """Draw the spread of a quantity; None where every case has the same value, or one that cannot be drawn."""
    figure = forecast[name]
    if figure.monthly:
        return _by_month(forecast, figure, axes)
    drawn = outcomes(figure, _DOTS)
    if not all(map(math.isfinite, drawn)) or drawn[0] == drawn[-1]:
        return None
    return _dots(forecast, figure, drawn, axes)


def _dots(forecast: Forecast, figure: Figure, drawn: list[float], axes: Axes) -> Drawing:
    domain = axes.fit(f"distribution.{figure.name}", min(drawn), max(drawn))
    step = step_of(*domain)
    parts = round((domain[1] - domain[0]) / step)
    bins = parts * next(part for part in (10, 8, 6, 5, 4, 3, 2, 1) if parts * part <= 32 or part == 1)
    places, levels = stacked(drawn, domain, bins)
    title = _title(forecast, figure, drawn)
    crossed = domain[0] < 0 < domain[1]
    money = figure.format == "money"
    return Drawing(
        "dots",
        title,
        worded("{title}, {unit}; a dot is one of {dots} equally likely cases", title=worded(figure.title),
               unit=_unit(forecast, figure), dots=_DOTS),
        worded("{title}. The cases run from {low} to {high}.", title=title, low=exact(drawn[0], figure.format),
               high=exact(drawn[-1], figure.format)),
        {"dots": {"value": places, "level": levels, "tone": [_tone(value, money and crossed) for value in drawn]}},
        {
            "x_domain": list(domain),
            "x_ticks": ticks(domain),
            "bins": bins,
            "levels": max(_LEVELS, *levels),
            "zero": 0 if crossed else None,
            "zero_label": "0" if crossed else "",
            **values(figure.format, domain),
        },
    )  # fmt: skip


def _title(forecast: Forecast, figure: Figure, drawn: list[float]) -> str:
    if set(drawn) <= {0.0, 1.0}:
        return worded("It happens in {count} of {dots} cases", count=round(sum(drawn)), dots=_DOTS)
    horizon = forecast.case.horizon
    if figure.name == "payback_month" and drawn[-1] > horizon:
        never = sum(value > horizon for value in drawn)
        return worded(
            "In {count} of {dots} cases it is not paid back within {months}",
            count=never, dots=_DOTS, months=numbers.months(horizon),
        )  # fmt: skip
    low, high = exact(figure.p10, figure.format), exact(figure.p90, figure.format)
    return worded("8 of 10 cases lie between {low} and {high}", low=low, high=high)


def _tone(value: float, signed: bool) -> str:
    if not signed:
        return "uncertain"
    return "benefit" if value > 0 else "gap"


def _unit(forecast: Forecast, figure: Figure) -> str:
    """The unit of a figure as people read it; “a plain number” where it has none."""
    shares = figure.format in ("percent", "points")
    return units.in_words(figure.unit, forecast.case.currency, percent=shares) or worded("a plain number")


def _by_month(forecast: Forecast, figure: Figure, axes: Axes) -> Drawing | None:
    quantiles = [[float(value) for value in row] for row in figure.fan()]
    p10, p50, p90 = quantiles[0], quantiles[2], quantiles[4]
    if not all(math.isfinite(value) for row in quantiles for value in row):
        return None
    horizon, form = forecast.case.horizon, figure.format
    domain = axes.fit(f"distribution.{figure.name}", min(0.0, *p10), max(0.0, *p90))
    ends = [exact(value, form) for value in (p10[-1], p50[-1], p90[-1])]
    if ends[0] == ends[2]:
        title = worded("In month {month} it is {value}", month=horizon, value=ends[1])
    else:
        title = worded(
            "In month {month} 8 of 10 cases lie between {low} and {high}", month=horizon, low=ends[0], high=ends[2]
        )
    peak = max(range(horizon), key=lambda month: p50[month])
    return Drawing(
        "fan",
        title,
        worded("{title}, {unit}, month by month; light: 8 of 10 cases, dark: half of all cases",
               title=worded(figure.title), unit=_unit(forecast, figure)),
        worded("{title}. The middle case is highest in month {month}, at {value}.", title=title, month=peak + 1,
               value=exact(p50[peak], form)),
        {**bands(1, quantiles, *ends), "fan_payback": {"month": [], "label": []}},
        {"y_domain": list(domain), "y_ticks": ticks(domain), **values(form, domain)},
    )  # fmt: skip
