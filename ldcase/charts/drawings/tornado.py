"""What matters most: each assumption at its low and high end."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.forecast.figure import Figure
from ldcase.words import numbers
from ldcase.words.answer import lowered, written

_SHOWN = 6


def tornado(forecast: Forecast, axes: Axes) -> Drawing:
    """The widest bars."""
    drivers = forecast.tornado()[:_SHOWN]
    case = forecast.case
    likely = forecast.summary.net_likely
    ends = [value for driver in drivers for value in (driver.at_low, driver.at_high)] or [likely]
    room = 0.3 * (max(*ends, likely) - min(*ends, likely))  # for the words beside the bars
    domain = axes.fit("tornado", min(*ends, likely) - room, max(*ends, likely) + room)
    title = f"What matters most is {lowered(drivers[0].title)}" if drivers else "Every assumption is fixed"
    if drivers and drivers[0].swing == 0:
        title, drivers = f"Nothing moves the result within {numbers.months(case.horizon)}", ()
    told = "; ".join(
        f"{d.title} from {numbers.money(min(d.at_low, d.at_high))} to {numbers.money(max(d.at_low, d.at_high))}"
        for d in drivers
    )
    return Drawing(
        "tornado",
        title,
        f"Net benefit, {case.currency}; low and high end, all else likely",
        f"{title}. {told}." if told else f"{title}.",
        {
            "tornado": {
                "order": list(range(len(drivers))),
                "label": [driver.title for driver in drivers],
                "low": [driver.at_low for driver in drivers],
                "high": [driver.at_high for driver in drivers],
                "low_text": [_end(forecast[driver.name], driver.low) for driver in drivers],
                "high_text": [_end(forecast[driver.name], driver.high) for driver in drivers],
            }
        },
        {"x_domain": list(domain), "x_ticks": ticks(domain), "likely": likely, **money_values(domain)},
    )


def _end(figure: Figure, value: float) -> str:
    """An end of a range as it stands beside its bar, where there is no room for the whole word."""
    return written(figure, value).replace("months", "mo.").replace("month", "mo.")
