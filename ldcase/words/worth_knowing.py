"""What it is worth to find out more before deciding, in a sentence."""

from __future__ import annotations

from ldcase.forecast.information import Information
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.sentence import Number, Sentence, say

LITTLE = 0.01
"""Below this part of the expected amounts at stake, knowing more would hardly change a decision."""


def worth_knowing(found: Information, at_stake: float, currency: str) -> Sentence:
    """Say which assumption is worth testing, and what a test may cost at most.

    Parameters
    ----------
    at_stake
        The size of the decision, money: knowing that is worth less than a hundredth of it is called little.
    """
    if found.evpi < max(1.0, LITTLE * at_stake) or not found.assumptions:
        return say(
            "Hardly anything that could be found out would change the decision: knowing everything beforehand would be "
            f"worth {numbers.money(found.evpi)} {currency}."
        )
    top = found.assumptions[0]
    everything = say(
        f"Knowing everything before the decision would be worth {numbers.money(found.evpi)} {currency} on average; no "
        "study is worth more. "
    )
    if top.money < max(1.0, LITTLE * found.evpi):
        return everything + say("No single assumption alone would change it.")
    return everything + say(
        "Worth finding out first: ",
        Number(top.name, lowered(top.title), "plain"),
        f"; a test that settles it is worth up to {numbers.money(top.money)} {currency}.",
    )
