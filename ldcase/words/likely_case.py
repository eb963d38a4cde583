"""The two figures in the middle of a range: the likely case, and what half of the simulated cases lie above."""

from __future__ import annotations

from collections.abc import Callable

from ldcase.forecast import Forecast
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, joined, worded_sentence


def likely_and_middle(
    forecast: Forecast, name: str = "net_benefit", write: Callable[[float], str] = numbers.money
) -> Sentence | None:
    """What the likely case comes to, and where the middle of the simulated cases is.

    The likely case has every assumption at its likely value: it is what a formula with its numbers, the waterfall and
    the Excel twin show. The middle is P50 of the draws: what the fan, the dots and the month of payback show.

    Returns
    -------
    Sentence | None
        None where both read the same, as they do where nothing is uncertain.
    """
    figure = forecast[name]
    likely, middle = write(figure.likely), write(figure.p50)
    if likely == middle:
        return None
    return worded_sentence(
        "Half of the cases lie above {middle}, the middle; with every assumption at its likely value, the likely case, "
        "it is {likely}.",
        middle=Number(name, middle, "gap" if figure.p50 < 0 else "plain"),
        likely=Number(name, likely, "gap" if figure.likely < 0 else "plain"),
    )


def explained(forecast: Forecast, name: str, write: Callable[[float], str]) -> Sentence | None:
    """The same with why both differ; only for an amount of money that is worked out once for the whole time."""
    figure = forecast[name]
    if name not in forecast.case.formulas or figure.monthly or figure.format != "money":
        return None
    told = likely_and_middle(forecast, name, write)
    if told is None:
        return None
    return joined(
        told,
        worded_sentence(
            "They differ because the assumptions multiply each other and few of their ranges reach as far up as down."
        ),
    )
