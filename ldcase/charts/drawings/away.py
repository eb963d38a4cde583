"""Who is away when, month by month, and the hours that are freed."""

from __future__ import annotations

import numpy as np

from ldcase.charts.axes import Axes, number_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.lens_coo import freed
from ldcase.words.lens_parts import away as months_away
from ldcase.words.lens_parts import busiest, month_name


def away(forecast: Forecast, axes: Axes) -> Drawing:
    """Hours of learners and managers in the months in which groups begin; freed hours where a metric frees any."""
    horizon = forecast.case.horizon
    hours = {month: (one, one + other) for month, one, other in months_away(forecast)}
    months = list(range(1, horizon + 1))
    learners = [hours.get(month, (0.0, 0.0))[0] for month in months]
    every = [hours.get(month, (0.0, 0.0))[1] for month in months]
    found = busiest(forecast)
    names = [name.removesuffix("_total") for name in freed(forecast)]
    back = [float(x) for x in np.sum([forecast[name].median_case[0] for name in names], axis=0)] if names else []
    domain = axes.fit("away", 0.0, max(*every, *(back or [0.0]), 1.0))
    if found is None:
        title = worded("Nobody is away")
    elif len(hours) == 1:
        title = worded("All of it falls into {month}", month=month_name(forecast, found[0]))
    else:
        title = worded(
            "Away in {count} of {months} months, at most {hours} hours in one",
            count=len(hours),
            months=horizon,
            hours=numbers.plain(found[1], 3),
        )
    managers = any(one < all_ for one, all_ in zip(learners, every, strict=True))
    if managers:
        subtitle = worded("Working hours by month: learners, and on top their managers")
    else:
        subtitle = worded("Working hours of the learners by month")
    told = ", ".join(
        worded("{month} {hours} hours", month=month_name(forecast, month), hours=numbers.plain(all_, 3))
        for month, (_, all_) in hours.items()
    )
    return Drawing(
        "away",
        title,
        subtitle,
        worded("{title}: {told}.", title=title, told=told) if told else worded("{title}.", title=title),
        {
            "away": {
                "month": months,
                "label": [str(month) for month in months],
                "learners": learners,
                "all": every,
                "text": [numbers.plain(each, 3) if each else "" for each in every],
            },
            "away_freed": {
                "month": months if back else [],
                "freed": back,
                "name": [*[""] * (horizon - 1), worded("freed")] if back else [],
            },
        },
        {
            "y_domain": list(domain),
            "y_ticks": ticks(domain, 4),
            "x_domain": [0.5, horizon + 0.5],
            **number_values(domain),
        },
    )
