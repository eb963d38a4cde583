"""What the numbers say, in one honest sentence: it pays, it may, it is a coin toss, it does not; or it is not a training problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ldcase.forecast import Forecast
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, say

Verdict = Literal["pays", "likely", "coin toss", "does not pay", "not training"]
TRAINABLE = 0.25
"""Below this able share of the gap, training is not the main answer; the workbook says so."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and the sentence that states it."""

    verdict: Verdict
    sentence: Sentence


def verdict(forecast: Forecast) -> Verdict:
    """Sort a forecast by the chance that it pays back, after asking whether training is the remedy at all."""
    able = forecast.case.assumptions.get("able_share")
    if able is not None and able.likely < TRAINABLE:
        return "not training"
    chance = forecast.summary.chance
    if chance >= 0.85:
        return "pays"
    if chance >= 0.65:
        return "likely"
    return "coin toss" if chance >= 0.35 else "does not pay"


def judgement(forecast: Forecast) -> Judgement:
    """The verdict in words, with the figures it rests on."""
    kind = verdict(forecast)
    odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
    match kind:
        case "pays":
            sentence = say("It pays back in ", odds, " cases. ") + needs(forecast)
        case "likely":
            sentence = say("It pays back in ", odds, " cases: more likely than not, but not safe. ") + needs(forecast)
        case "coin toss":
            sentence = say("As it stands this is a coin toss: it pays back in ", odds, " cases. ") + needs(forecast)
        case "does not pay":
            sentence = say("As it stands this does not pay: it pays back in ", odds, " cases. ") + needs(forecast)
        case "not training":
            able = Number("able_share", numbers.percent(forecast.case.assumptions["able_share"].likely), "benefit")
            sentence = say("Training is not the answer here: only ", able, " of the gap is a matter of being able. ")
            sentence += say("See what else stands in the way before buying a course.")
    return Judgement(kind, sentence)


def needs(forecast: Forecast) -> Sentence:
    """What must be true: break-even before return, in the metric's own terms where there is one metric."""
    share = forecast.summary.break_even_effect
    if share is None:
        return say("Not even three times the assumed effect would earn back what it costs.")
    metrics = forecast.case.metrics
    if len(metrics) == 1:
        effect = forecast[metrics[0].effect]
        assumed = effect.likely * forecast.case.assumptions["effect_achieved"].likely
        form = numbers.points if effect.format == "points" else numbers.percent
        needed, given = numbers.apart(effect.likely * share, assumed, form)
        opening = "It breaks even at " if needed != given else "It needs all of it: "
        bare = needed.split(numbers.SPACE)[0] if needed.endswith(given.split(numbers.SPACE)[-1]) else needed
        return say(
            opening,
            Number(effect.name, bare, "plain"),
            " of the ",
            Number(effect.name, given, "benefit"),
            " it assumes.",
        )
    return say("It breaks even at ", Number("effect_achieved", numbers.percent(share, 2)), " of the effect it assumes.")
