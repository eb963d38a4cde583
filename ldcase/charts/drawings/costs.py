"""Where the money goes: the fully loaded cost by category."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.words import numbers
from ldcase.words.answer import lowered


def costs(forecast: Forecast, axes: Axes) -> Drawing:
    """A bar a category, largest first when first shown, then in that order; categories without cost are left out."""
    case = forecast.case
    amounts = {
        name: float(forecast.median_case[name].sum())
        for name in case.catalogue.model["costs"].categories
        if name in forecast.values
    }
    total = sum(amounts.values())
    by_size = sorted((name for name, amount in amounts.items() if amount > 0), key=lambda name: -amounts[name])
    shown = axes.keep("costs", by_size)
    titles = [forecast[name].title for name in shown]
    if by_size:
        share = numbers.percent(amounts[by_size[0]] / total, 2)
        title = f"All in {numbers.money(total)}, {share} of it {lowered(forecast[by_size[0]].title)}"
    else:
        title = "It costs nothing"
    told = ", ".join(f"{lowered(forecast[name].title)} {numbers.money(amounts[name])}" for name in shown)
    return Drawing(
        "costs",
        title,
        f"Fully loaded cost over {numbers.months(case.horizon)}, {case.currency}, median case",
        f"{title}: {told}." if told else f"{title}.",
        {
            "costs": {
                "order": list(range(len(shown))),
                "label": titles,
                "value": [amounts[name] for name in shown],
                "text": [numbers.money(amounts[name]) for name in shown],
            }
        },
        {"x_domain": list(axes.fit("costs", 0.0, max(*amounts.values(), 1.0)))},
    )
