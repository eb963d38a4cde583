"""The worth of a pilot against its price, by the number of teams."""

from __future__ import annotations

from ldcase.charts.axes import Axes, money_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.language import worded
from ldcase.pilot.plan import Plan
from ldcase.pilot.worth import Worth
from ldcase.words import numbers, pilot


def pilot_worth(found: Worth, plan: Plan, currency: str, axes: Axes) -> Drawing:
    """What its result is worth and what it costs, at every size that was looked at."""
    sizes = found.sizes
    worths, costs = [size.information for size in sizes], [size.cost for size in sizes]
    counts = [size.teams for size in sizes]
    domain = axes.fit("pilot_worth", 0.0, max(*worths, *costs, 1.0))
    across = (0.0, float(counts[-1]))
    best = found.best if found.best.net > 0 else None
    people = plan.team_size == 1
    count = numbers.count(found.planned.teams)
    if people:
        planned, axis = (
            worded("planned: {n} people", n=count),
            worded("{currency} by the number of people that take part", currency=currency),
        )
    else:
        planned, axis = (
            worded("planned: {n} teams", n=count),
            worded("{currency} by the number of teams that take part", currency=currency),
        )
    title = pilot.chart_title(found, plan, currency)
    last = sizes[-1]
    return Drawing(
        "pilot_worth",
        title,
        axis,
        worded(
            "{finding}. As planned its result is worth {worth} {currency} and it costs {cost}.",
            finding=title,
            worth=numbers.money(found.planned.information),
            currency=currency,
            cost=numbers.money(found.planned.cost),
        ),
        {
            "pilot_worth": {
                "teams": counts * 2,
                "value": [*worths, *costs],
                "series": ["worth"] * len(sizes) + ["cost"] * len(sizes),
                "tone": ["benefit"] * len(sizes) + ["gap"] * len(sizes),
            },
            "pilot_worth_ends": {
                "teams": [last.teams, last.teams],
                "value": [last.information, last.cost],
                "other": [last.cost, last.information],
                "label": [worded("what it is worth"), worded("what it costs")],
                "tone": ["benefit", "gap"],
            },
        },
        {
            "x_domain": list(across),
            "x_ticks": [tick for tick in ticks(across, 6) if tick == round(tick)],
            "y_domain": list(domain),
            "y_ticks": ticks(domain, 4),
            "planned": found.planned.teams,
            "planned_label": planned,
            "best": best.teams if best else None,
            "best_value": best.information if best else 0,
            **money_values(domain),
        },
    )
