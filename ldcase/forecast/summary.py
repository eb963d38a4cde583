"""The bottom line: the figures that never leave the screen, and what words need besides."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ldcase.forecast.forecast import Forecast

EFFECT = "effect_achieved"
"""The assumption on which break-even is stated."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The bottom line of a forecast.

    Money in the currency of the case, over the horizon; months counted from 1, infinite where a case is not paid back
    within the horizon. The month that is told is ``payback_p50``: by then half of the draws are paid back for good, and
    the middle line of the cumulative net benefit crosses zero. ``payback_likely`` is that of the median case, which the
    Excel twin computes. ``chance`` is the share of draws with a net benefit above zero; ``break_even_effect`` the part
    of the assumed effect at which the median case is even (1 = all of it): 0 if it pays without any effect, None if no
    part up to three times the effect is enough. ``delay_cost`` is the net benefit within the same horizon lost by
    starting one month later, in the median case. ``nothing_happens`` where no draw spends or gains anything within the
    horizon, so that there is nothing to pay back.
    """

    net_p10: float
    net_p50: float
    net_p90: float
    net_mean: float
    net_likely: float
    payback_p10: float
    payback_p50: float
    payback_p90: float
    payback_likely: float
    chance: float
    break_even_effect: float | None
    delay_cost: float
    nothing_happens: bool


def summary(forecast: Forecast) -> Summary:
    """Compute the bottom line of a forecast."""
    net = forecast["net_benefit"]
    payback = forecast["payback_month"]
    horizon = forecast.case.horizon
    even = forecast.break_even(EFFECT)[0]

    def within(month: float) -> float:
        return month if month <= horizon else math.inf

    return Summary(
        net.p10,
        net.p50,
        net.p90,
        net.mean,
        net.likely,
        within(payback.p10),
        within(payback.p50),
        within(payback.p90),
        within(payback.likely),
        net.chance(above=0),
        0.0 if even.pays_anyway else even.value,
        -forecast.worth({"start_delay": 1.0})["start_delay"],
        not net.draws.any() and not net.likely and not forecast["cost"].draws.any(),
    )
