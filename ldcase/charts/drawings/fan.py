"""Cumulative net benefit month by month, from the draws."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.words import numbers


def fan(forecast: Forecast, axes: Axes) -> Drawing:
    """The fan of a forecast: 8 of 10 cases, the middle half, the middle, and the month of payback."""
    case, s = forecast.case, forecast.summary
    quantiles = [[0.0, *map(float, row)] for row in forecast["cumulative_net"].fan()]
    p10, p25, p50, p75, p90 = quantiles
    domain = axes.fit("fan", min(0.0, *p10), max(0.0, *p90))
    months = list(range(case.horizon + 1))
    ends = (p90[-1], p50[-1], p10[-1])
    short = [numbers.money(end) for end in ends]
    labels = [f"1 in 10 above {short[0]}", f"middle {short[1]}", f"1 in 10 below {short[2]}"]
    paid = s.payback_p50 <= case.horizon
    month = s.payback_p50
    within = numbers.months(case.horizon)
    if s.nothing_happens:
        title = f"Nothing happens within {within}"
    elif not paid:
        title = f"It is not paid back within {within}"
    elif min(p50) < 0:
        title = f"Costs come first; it is paid back in month {month:.0f}"
    else:
        title = f"It is paid back in month {month:.0f}"
    return Drawing(
        "fan",
        title,
        f"Net benefit since the start, {case.currency}; light: 8 of 10 cases, dark: half of all cases",
        f"{title}. After {within} half of the cases are above {short[1]}; "
        f"8 of 10 lie between {short[2]} and {short[0]}.",
        {
            "fan": {
                "month": months,
                "label": [str(m) for m in months],
                "p10": p10,
                "p25": p25,
                "p50": p50,
                "p75": p75,
                "p90": p90,
            },
            "fan_ends": {
                "month": [case.horizon] * 3,
                "value": list(ends),
                "label": labels,
                "short": short,
                "tone": ["reference", "ink", "reference"],
                "weight": [400, 600, 400],
            },
            "fan_payback": {
                "month": [month] if paid else [],
                "label": [f"paid back in month {month:.0f}"] if paid else [],
            },
        },
        {"y_domain": list(domain), "y_ticks": ticks(domain), **money_values(domain)},
    )
