"""What matters most: each assumption at its low and high end."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.charts.rows import in_two_lines
from ldcase.forecast import Forecast
from ldcase.forecast.figure import Figure
from ldcase.language import worded, worded_many
from ldcase.words import numbers
from ldcase.words.answer import lowered, written
from ldcase.words.sentence import told_in_turn

_SHOWN = 6


def tornado(forecast: Forecast, axes: Axes) -> Drawing:
    """The widest bars."""
    drivers = forecast.tornado()[:_SHOWN]
    case = forecast.case
    likely = forecast.summary.net_likely
    ends = [value for driver in drivers for value in (driver.at_low, driver.at_high)] or [likely]
    room = 0.3 * (max(*ends, likely) - min(*ends, likely))  # for the words beside the bars
    domain = axes.fit("tornado", min(*ends, likely) - room, max(*ends, likely) + room)
    titles = [worded(driver.title) for driver in drivers]
    if not drivers:
        title = worded("Every assumption is fixed")
    elif drivers[0].swing == 0:
        title, drivers, titles = _nothing_moves(case.horizon), (), []
    else:
        title = worded("What matters most is {assumption}", assumption=lowered(titles[0]))
    told = "; ".join(
        worded(
            "{assumption} from {low} to {high}",
            assumption=name,
            low=numbers.money(min(driver.at_low, driver.at_high)),
            high=numbers.money(max(driver.at_low, driver.at_high)),
        )
        for name, driver in zip(titles, drivers, strict=True)
    )
    return Drawing(
        "tornado",
        title,
        worded("Net benefit, {currency}; low and high end, all else likely", currency=case.currency),
        told_in_turn(title, told),
        {
            "tornado": {
                "order": list(range(len(drivers))),
                "label": titles,
                "lines": [in_two_lines(name) for name in titles],
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
    if figure.format == "months":
        return worded("{n}\u00a0mo.", n=numbers.plain(value, 3, 1))
    return written(figure, value)


def _nothing_moves(months: int) -> str:
    return worded_many(
        "Nothing moves the result within {n}\u00a0month",
        "Nothing moves the result within {n}\u00a0months",
        months,
        n=months,
    )
