"""Where the money goes: the fully loaded cost by category."""

from __future__ import annotations

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.words import numbers


def costs(forecast: Forecast, axes: Axes) -> Drawing:
    """A bar a category, in the order of the base catalogue's size when first shown; categories without cost are left out."""
    case = forecast.case
    amounts = {
        name: float(forecast.median_case[name].sum())
        for name in case.catalogue.model["costs"].categories
        if name in forecast.values
    }
    shown = sorted(((name, amount) for name, amount in amounts.items() if amount > 0), key=lambda each: -each[1])
    total = sum(amounts.values())
    largest = shown[0] if shown else ("", 0.0)
    domain = axes.fit("costs", 0.0, max(largest[1], 1.0))
    share = numbers.percent(largest[1] / total, 2) if total else "0"
    title = (
        f"All in {numbers.money(total)}; {forecast[largest[0]].title.lower()} is {share} of it"
        if shown
        else "It costs nothing"
    )
    listed = ", ".join(f"{forecast[name].title.lower()} {numbers.money(amount)}" for name, amount in shown)
    return Drawing(
        "costs",
        title,
        f"Fully loaded cost over {numbers.months(case.horizon)}, {case.currency}, median case",
        f"{title}: {listed}.",
        {
            "costs": {
                "order": list(range(len(shown))),
                "label": [forecast[name].title for name, _ in shown],
                "value": [amount for _, amount in shown],
                "text": [numbers.money(amount) for _, amount in shown],
            }
        },
        {"x_domain": list(domain)},
    )
