"""Uncertainty that can be counted: fifty equally likely outcomes as dots."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, step_of, ticks
from ldcase.charts.dots import stacked
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Figure, Forecast
from ldcase.language import worded, worded_many
from ldcase.words import numbers

_DOTS = 50
_LEVELS = 8


def net_benefit_dots(forecast: Forecast, axes: Axes) -> Drawing:
    """Net benefit at the horizon: dots right of zero pay back."""
    figure = forecast["net_benefit"]
    values = outcomes(figure)
    above = sum(value > 0 for value in values)
    if above == _DOTS:
        title = worded("All {all} equally likely outcomes pay back", all=_DOTS)
    elif above:
        title = worded_many(
            "{n} of {all} equally likely outcomes pays back",
            "{n} of {all} equally likely outcomes pay back",
            above,
            n=above,
            all=_DOTS,
        )
    else:
        title = worded("None of {all} equally likely outcomes pays back", all=_DOTS)
    return _drawing(
        title,
        worded("Net benefit in {currency}, a dot is one outcome", currency=forecast.case.currency),
        values,
        ["benefit" if value > 0 else "gap" for value in values],
        axes,
        worded("even"),
    )


def gap_cost_dots(forecast: Forecast, axes: Axes) -> Drawing:
    """What a month of the whole gap costs."""
    figure = forecast["gap_cost"]
    values = outcomes(figure)
    low, high = numbers.money(figure.p10), numbers.money(figure.p90)
    if low == high:
        title = worded("A month of it costs {cost}", cost=low)
    else:
        title = worded("A month of it costs {low} to {high}", low=low, high=high)
    subtitle = worded(
        "In {currency}, a dot is one of {all} equally likely outcomes", currency=forecast.case.currency, all=_DOTS
    )
    return _drawing(title, subtitle, values, ["gap"] * len(values), axes, "")


def outcomes(figure: Figure, count: int = _DOTS) -> list[float]:
    """Quantiles at the middles of ``count`` equal parts, rising."""
    return [figure.quantile((k + 0.5) / count) for k in range(count)]


def _drawing(title: str, subtitle: str, values: list[float], tones: list[str], axes: Axes, zero: str) -> Drawing:
    """Dots with a line at zero if it has a name; then the axis holds zero."""
    ends = [*values, 0.0] if zero else values
    domain = axes.fit("dots.even" if zero else "dots", min(ends), max(ends))
    step = step_of(*domain)
    stacks = round((domain[1] - domain[0]) / step)
    bins = stacks * next(parts for parts in (10, 8, 6, 5, 4, 3, 2, 1) if stacks * parts <= 32 or parts == 1)
    places, levels = stacked(values, domain, bins)
    crossed = domain[0] < 0 < domain[1]
    return Drawing(
        "dots",
        title,
        subtitle,
        worded(
            "{finding}. The outcomes run from {low} to {high}.",
            finding=title,
            low=numbers.money(values[0]),
            high=numbers.money(values[-1]),
        ),
        {"dots": {"value": places, "level": levels, "tone": tones}},
        {
            "x_domain": list(domain),
            "x_ticks": ticks(domain),
            "bins": bins,
            "levels": max(_LEVELS, *levels),
            "zero": 0 if zero and crossed else None,
            "zero_label": zero if crossed else "",
            **money_values(domain),
        },
    )
