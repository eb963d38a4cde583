"""Uncertainty that can be counted: fifty equally likely outcomes as dots."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, step_of, ticks
from ldcase.charts.dots import stacked
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Figure, Forecast
from ldcase.words import numbers

_DOTS = 50
_LEVELS = 8


def net_benefit_dots(forecast: Forecast, axes: Axes) -> Drawing:
    """Net benefit at the horizon: dots right of zero pay back."""
    figure = forecast["net_benefit"]
    values = outcomes(figure)
    above = sum(value > 0 for value in values)
    count = f"All {_DOTS}" if above == _DOTS else f"{above or 'None'} of {_DOTS}"
    title = f"{count} equally likely outcomes {'pays' if above in (0, 1) else 'pay'} back"
    return _drawing(
        title,
        f"Net benefit in {forecast.case.currency}, a dot is one outcome",
        values,
        ["benefit" if value > 0 else "gap" for value in values],
        axes,
        "even",
    )


def gap_cost_dots(forecast: Forecast, axes: Axes) -> Drawing:
    """What a month of the whole gap costs."""
    figure = forecast["gap_cost"]
    values = outcomes(figure)
    low, high = numbers.money(figure.p10), numbers.money(figure.p90)
    title = f"A month of it costs {low}" if low == high else f"A month of it costs {low} to {high}"
    subtitle = f"In {forecast.case.currency}, a dot is one of {_DOTS} equally likely outcomes"
    return _drawing(title, subtitle, values, ["gap"] * len(values), axes, "")


def outcomes(figure: Figure, count: int = _DOTS) -> list[float]:
    """Quantiles at the middles of ``count`` equal parts, rising."""
    return [figure.quantile((k + 0.5) / count) for k in range(count)]


def _drawing(title: str, subtitle: str, values: list[float], tones: list[str], axes: Axes, zero: str) -> Drawing:
    """Dots with a line at zero if it has a name; then the axis holds zero."""
    ends = [*values, 0.0] if zero else values
    domain = axes.fit(f"dots.{zero}", min(ends), max(ends))
    step = step_of(*domain)
    stacks = round((domain[1] - domain[0]) / step)
    bins = stacks * next(parts for parts in (10, 8, 6, 5, 4, 3, 2, 1) if stacks * parts <= 32 or parts == 1)
    places, levels = stacked(values, domain, bins)
    crossed = domain[0] < 0 < domain[1]
    return Drawing(
        "dots",
        title,
        subtitle,
        f"{title}. The outcomes run from {numbers.money(values[0])} to {numbers.money(values[-1])}.",
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
