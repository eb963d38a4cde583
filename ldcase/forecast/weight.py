"""Where one figure stands in the case: how much of the uncertainty of the net benefit goes with it.

The share is Sobol's first order: by so much the variance of the net benefit would fall on average if the figure were
known. That can be asked of an assumption and of anything that is worked out from assumptions alike; shares of figures
that rest on each other overlap. Source: Strong & Oakley (2013), as in ``variance.py``; ``methods.md`` § 14.
"""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.forecast.drivers import TARGET, Driver
from ldcase.forecast.forecast import Forecast
from ldcase.forecast.variance import first_order


@dataclass(frozen=True, slots=True)
class Weight:
    """What a figure has to do with the net benefit.

    Attributes
    ----------
    share
        0..1: how much of the variance of the net benefit would go if the figure were known; 0 for a fixed figure.
    reaches
        Whether the net benefit depends on it at all.
    driver, rank, drivers
        For an uncertain assumption: its two ends, its place by how far it moves the net benefit (1 is the first), and
        how many assumptions move it; else None, 0 and their number.
    """

    share: float
    reaches: bool
    driver: Driver | None
    rank: int
    drivers: int


def weight(forecast: Forecast, name: str) -> Weight:
    """Return where a quantity stands; of a monthly one its last month counts.

    Parameters
    ----------
    name
        Dotted name of an assumption, a plan value or a formula.
    """
    figure, net = forecast[name], forecast[TARGET].draws[:, -1]
    column = figure.draws[:, -1]
    moving = [driver for driver in forecast.tornado() if driver.swing > 0]
    rank = next((place for place, driver in enumerate(moving, start=1) if driver.name == name), 0)
    share = first_order(net, column) if len(column) == len(net) else 0.0
    return Weight(
        min(1.0, max(0.0, share)),
        name == TARGET or name in forecast.case.graph.ancestors((TARGET,)),
        moving[rank - 1] if rank else None,
        rank,
        len(moving),
    )
