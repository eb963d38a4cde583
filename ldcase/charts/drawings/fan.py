"""Cumulative net benefit month by month, from the draws."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.bands import bands
from ldcase.forecast import Forecast
from ldcase.language import worded, worded_many
from ldcase.words import numbers
from ldcase.words.sentence import told_in_turn


def fan(forecast: Forecast, axes: Axes) -> Drawing:
    """The fan of a forecast: 8 of 10 cases, the middle half, the middle, and the month of payback."""
    case, s = forecast.case, forecast.summary
    quantiles = [[0.0, *map(float, row)] for row in forecast["cumulative_net"].fan()]
    p10, p50, p90 = quantiles[0], quantiles[2], quantiles[4]
    domain = axes.fit("fan", min(0.0, *p10), max(0.0, *p90))
    ends = [numbers.money(row[-1]) for row in (p10, p50, p90)]
    paid = s.payback_p50 <= case.horizon
    month, horizon = round(s.payback_p50) if paid else case.horizon, case.horizon
    if s.nothing_happens:
        title = nothing_happens(horizon)
    elif not paid:
        title = worded_many(
            "It is not paid back within {n}\u00a0month",
            "It is not paid back within {n}\u00a0months",
            horizon,
            n=horizon,
        )
    elif min(p50) < 0:
        title = worded("Costs come first; it is paid back in month {month}", month=month)
    else:
        title = worded("It is paid back in month {month}", month=month)
    return Drawing(
        "fan",
        title,
        worded(
            "Net benefit since the start, {currency}; light: 8 of 10 cases, dark: half of all cases",
            currency=case.currency,
        ),
        told_in_turn(title, _half(horizon, *ends)),
        {
            **bands(0, quantiles, *ends),
            "fan_payback": {
                "month": [s.payback_p50] if paid else [],
                "label": [worded("paid back in month {month}", month=month)] if paid else [],
            },
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain), **money_values(domain)},
    )


def nothing_happens(months: int) -> str:
    """The finding where no money is spent or gained within so many months."""
    return worded_many(
        "Nothing happens within {n}\u00a0month", "Nothing happens within {n}\u00a0months", months, n=months
    )


def _half(months: int, low: str, middle: str, high: str) -> str:
    """What stands at the end: the amounts that 1, 5 and 9 of 10 cases are below."""
    return worded_many(
        "After {n}\u00a0month half of the cases are above {middle}; 8 of 10 lie between {low} and {high}.",
        "After {n}\u00a0months half of the cases are above {middle}; 8 of 10 lie between {low} and {high}.",
        months,
        n=months,
        middle=middle,
        low=low,
        high=high,
    )
