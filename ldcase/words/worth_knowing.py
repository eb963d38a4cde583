"""What it is worth to find out more before deciding, in a sentence."""

from __future__ import annotations

from ldcase.forecast.information import Information
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.sentence import Number, Sentence, joined, worded_sentence

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
        return worded_sentence(
            "Hardly anything that could be found out would change the decision: knowing everything beforehand would be "
            "worth {worth} {currency}.",
            worth=numbers.money(found.evpi),
            currency=currency,
        )
    top = found.assumptions[0]
    everything = worded_sentence(
        "Knowing everything before the decision would be worth {worth} {currency} on average; no study is worth more.",
        worth=numbers.money(found.evpi),
        currency=currency,
    )
    if top.money < max(1.0, LITTLE * found.evpi):
        return joined(everything, worded_sentence("No single assumption alone would change it."))
    first = worded_sentence(
        "Worth finding out first: {assumption}; a test that settles it is worth up to {worth} {currency}.",
        assumption=Number(top.name, lowered(worded(top.title)), "plain"),
        worth=numbers.money(top.money),
        currency=currency,
    )
    return joined(everything, first)
