"""Where the money goes: the fully loaded cost by category."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.sentence import told_in_turn


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
    titles = {name: worded(forecast[name].title) for name in shown}
    if by_size:
        title = worded(
            "All in {cost}, {share} of it {category}",
            cost=numbers.money(total),
            share=numbers.percent(amounts[by_size[0]] / total, 2),
            category=lowered(titles[by_size[0]]),
        )
    else:
        title = worded("It costs nothing")
    told = ", ".join(f"{lowered(titles[name])} {numbers.money(amounts[name])}" for name in shown)
    return Drawing(
        "costs",
        title,
        worded(
            "Fully loaded cost over {time}, {currency}, likely case",
            time=numbers.months(case.horizon),
            currency=case.currency,
        ),
        told_in_turn(f"{title}: {told}" if told else title),
        {
            "costs": {
                "order": list(range(len(shown))),
                "label": [titles[name] for name in shown],
                "value": [amounts[name] for name in shown],
                "text": [numbers.money(amounts[name]) for name in shown],
            }
        },
        {"x_domain": list(axes.fit("costs", 0.0, max(*amounts.values(), 1.0)))},
    )
