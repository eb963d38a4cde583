"""Where a figure stands in the case, in words: how much of the headline’s uncertainty goes with it."""

from __future__ import annotations

from ldcase.forecast import Forecast
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.weight import Weight, weight
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import exact


def standing(forecast: Forecast, name: str) -> tuple[str, ...]:
    """Say in one to three sentences where a quantity stands."""
    if name == TARGET:
        return (worded("It is the headline itself."),)
    found = weight(forecast, name)
    if not found.reaches:
        return (worded("It stands beside the net benefit, not on the way to it."),)
    if len(forecast[name].draws) == 1:
        return (worded("It is the same in every case, so none of the uncertainty of the net benefit comes from it."),)
    return (_share(found.share), *_driver(forecast, name, found))


def _share(share: float) -> str:
    parts = round(100 * share)
    if parts == 0:
        return worded("Were it known exactly, the net benefit would be as uncertain as before.")
    if parts >= 99:
        return worded("Were it known exactly, almost none of the uncertainty of the net benefit would be left.")
    return worded(
        "Were it known exactly, {parts} of 100 parts of the uncertainty of the net benefit would be gone.", parts=parts
    )


def _driver(forecast: Forecast, name: str, found: Weight) -> tuple[str, ...]:
    driver = found.driver
    if driver is None:
        return ()
    form = forecast[name].format
    ends = worded(
        "At its low end ({low}) the net benefit is {at_low}, at its high end ({high}) {at_high}, all else likely.",
        low=exact(driver.low, form),
        high=exact(driver.high, form),
        at_low=numbers.money(driver.at_low, 3),
        at_high=numbers.money(driver.at_high, 3),
    )
    if found.rank == 1:
        return ends, worded("Of all {count} assumptions that move it, it moves it furthest.", count=found.drivers)
    order = worded(
        "By how far it moves it, it is number {rank} of {count} assumptions.", rank=found.rank, count=found.drivers
    )
    return ends, order
