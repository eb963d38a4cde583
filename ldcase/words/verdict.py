"""What the numbers say, in an honest sentence: it pays, it may, it is a coin toss, it does not; or it is no course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ldcase.forecast import Forecast
from ldcase.forecast.summary import EFFECT
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, say
from ldcase.words.turned import is_turned

Verdict = Literal["pays", "likely", "coin toss", "does not pay", "not training", "nothing happens"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict and the sentence that states it."""

    verdict: Verdict
    sentence: Sentence


def verdict(forecast: Forecast) -> Verdict:
    """Sort a forecast by the chance that it pays back, after asking whether training is the remedy at all."""
    if is_turned(forecast):
        return "not training"
    if forecast.summary.nothing_happens:
        return "nothing happens"
    chance = forecast.summary.chance
    if chance >= 0.85:
        return "pays"
    if chance >= 0.65:
        return "likely"
    return "coin toss" if chance >= 0.35 else "does not pay"


def judgement(forecast: Forecast) -> Judgement:
    """The verdict in words, with the figures it rests on."""
    kind = verdict(forecast)
    if kind == "not training":
        return Judgement(kind, _not_training(forecast))
    if kind == "nothing happens":
        within = numbers.months(forecast.case.horizon)
        told = (
            f"Within {within} nothing happens: nothing is spent, nothing is gained, and there is nothing to pay back."
        )
        return Judgement(kind, say(told))
    odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
    if forecast["net_benefit"].draws.shape[0] == 1:
        paid = "it pays back" if forecast.summary.chance else "it does not pay back"
        sentence = say(f"Every figure in it is fixed; on these figures {paid}. ")
    elif kind == "pays":
        sentence = say("It pays back in ", odds, " cases. ")
    elif kind == "likely":
        sentence = say("It pays back in ", odds, " cases: more likely than not, but not safe. ")
    elif kind == "coin toss":
        sentence = say("As it stands this is a coin toss: it pays back in ", odds, " cases. ")
    else:
        sentence = say("As it stands this does not pay: it pays back in ", odds, " cases. ")
    return Judgement(kind, sentence + needs(forecast))


def needs(forecast: Forecast) -> Sentence:
    """What must be true: break-even before return, in the metric's own terms where there is one metric."""
    share = forecast.summary.break_even_effect
    if share == 0:
        return say("It pays back even without any effect.")
    if forecast["gap_cost"].likely <= 0:
        return say("There is no gap to close.")
    if forecast["benefit"].likely <= 0:
        return say("It assumes no effect, so nothing earns back what it costs.")
    if share is None:
        return say("Not even three times the assumed effect would earn back what it costs.")
    metrics = forecast.case.metrics
    if len(metrics) == 1:
        effect = forecast[metrics[0].effect]
        name, unit = effect.name, effect.likely
        write = _WRITE.get(effect.format, numbers.plain)
    else:
        name, unit, write = EFFECT, 1.0, numbers.percent
        if share < 0.995 and forecast.case.assumptions[EFFECT].likely == 1:
            return say(
                "It breaks even at ", Number(EFFECT, numbers.percent(share, 2), "plain"), " of the effect it assumes."
            )
    assumed = unit * forecast.case.assumptions[EFFECT].likely
    return _compared(name, unit * share, assumed, write, "" if len(metrics) == 1 else " effect")


_WRITE: dict[str, Callable[[float, int], str]] = {
    "points": numbers.points,
    "percent": numbers.percent,
    "money": numbers.money,
}


def _compared(name: str, needed: float, assumed: float, write: Callable[[float, int], str], noun: str) -> Sentence:
    """What is needed against what is assumed, told apart by as few figures as do."""
    least, given = numbers.apart(needed, assumed, write)
    first, second = Number(name, least, "plain"), Number(name, given, "benefit")
    if least.split(numbers.SPACE)[0] == "0":
        return say("It breaks even at almost ", Number(name, "no effect", "plain"), ".")
    if least == given:
        return say("It needs all of the ", second, f"{noun} it assumes.")
    if needed > assumed:
        return say("To break even it would need ", first, f"{noun}; it assumes ", second, ".")
    if least.split(numbers.SPACE)[1:] == given.split(numbers.SPACE)[1:]:
        first = Number(name, least.split(numbers.SPACE)[0], "plain")
    return say("It breaks even at ", first, " of the ", second, f"{noun} it assumes.")


def _not_training(forecast: Forecast) -> Sentence:
    able = numbers.percent(forecast.case.assumptions["able_share"].likely, 2)
    share = Number("able_share", f"only {able}" if able.strip(f"0{numbers.SPACE}%") else "none", "benefit")
    sentence = say("Training is not the answer here: ", share, " of the gap is a matter of being able. ")
    if forecast.summary.chance >= 0.5:
        odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
        sentence += say("It may pay back all the same, in ", odds, " cases. ")
    return sentence + say("See what else stands in the way before buying a course.")
