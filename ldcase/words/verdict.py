"""What the numbers say, in an honest sentence: it pays, it may, it is a coin toss, it does not; or it is no course."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ldcase.forecast import Forecast
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, joined, worded_sentence
from ldcase.words.turned import all_the_same, is_turned, not_the_answer

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
        span = numbers.within(forecast.case.horizon)
        told = worded_sentence(
            "{within} nothing happens: nothing is spent, nothing is gained, and there is nothing to pay back.",
            within=f"{span[0].upper()}{span[1:]}",
        )
        return Judgement(kind, told)
    odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
    if forecast["net_benefit"].draws.shape[0] == 1:
        if forecast.summary.chance:
            sentence = worded_sentence("Every figure in it is fixed; on these figures it pays back.")
        else:
            sentence = worded_sentence("Every figure in it is fixed; on these figures it does not pay back.")
    elif kind == "pays":
        sentence = worded_sentence("It pays back in {odds} cases.", odds=odds)
    elif kind == "likely":
        sentence = worded_sentence("It pays back in {odds} cases: more likely than not, but not safe.", odds=odds)
    elif kind == "coin toss":
        sentence = worded_sentence("As it stands this is a coin toss: it pays back in {odds} cases.", odds=odds)
    else:
        sentence = worded_sentence("As it stands this does not pay: it pays back in {odds} cases.", odds=odds)
    return Judgement(kind, joined(sentence, needs(forecast)))


def needs(forecast: Forecast) -> Sentence:
    """What must be true: break-even before return, in the metric's own terms where there is one metric."""
    share = forecast.summary.break_even_effect
    if share == 0:
        return worded_sentence("It pays back even without any effect.")
    if forecast["gap_cost"].likely <= 0:
        return worded_sentence("There is no gap to close.")
    if forecast["benefit"].likely <= 0:
        return worded_sentence("It assumes no effect, so nothing earns back what it costs.")
    if share is None:
        return worded_sentence("Not even three times the assumed effect would earn back what it costs.")
    metrics = forecast.case.metrics
    achieved = forecast.case.assumptions[EFFECT].likely
    if len(metrics) == 1:
        effect = forecast[metrics[0].effect]
        write = _WRITE.get(effect.format, numbers.plain)
        return _compared(effect.name, effect.likely * share, effect.likely * achieved, write, of_all=False)
    if share < 0.995 and achieved == 1:
        needed = Number(EFFECT, numbers.percent(share, 2), "plain")
        return worded_sentence("It breaks even at {share} of the effect it assumes.", share=needed)
    return _compared(EFFECT, share, achieved, numbers.percent, of_all=True)


_WRITE: dict[str, Callable[[float, int], str]] = {
    "points": numbers.points,
    "percent": numbers.percent,
    "money": numbers.money,
}


def _compared(
    name: str, needed: float, assumed: float, write: Callable[[float, int], str], *, of_all: bool
) -> Sentence:
    """What is needed against what is assumed, told apart by as few figures as do.

    ``of_all`` where the figures are shares of the effect of all metrics together.
    """
    least, given = numbers.apart(needed, assumed, write)
    first, second = Number(name, least, "plain"), Number(name, given, "benefit")
    if numbers.nothing(least):
        return worded_sentence("It breaks even at almost {none}.", none=Number(name, worded("no effect"), "plain"))
    if least == given and of_all:
        return worded_sentence("It needs all of the {assumed} effect it assumes.", assumed=second)
    if least == given:
        return worded_sentence("It needs all of the {assumed} it assumes.", assumed=second)
    if needed > assumed and of_all:
        return worded_sentence(
            "To break even it would need {needed} effect; it assumes {assumed}.", needed=first, assumed=second
        )
    if needed > assumed:
        return worded_sentence(
            "To break even it would need {needed}; it assumes {assumed}.", needed=first, assumed=second
        )
    if least.split(numbers.SPACE)[1:] == given.split(numbers.SPACE)[1:]:
        first = Number(name, least.split(numbers.SPACE)[0], "plain")
    if of_all:
        return worded_sentence(
            "It breaks even at {needed} of the {assumed} effect it assumes.", needed=first, assumed=second
        )
    return worded_sentence("It breaks even at {needed} of the {assumed} it assumes.", needed=first, assumed=second)


def _not_training(forecast: Forecast) -> Sentence:
    told = [not_the_answer(forecast)]
    if forecast.summary.chance >= 0.5:
        told.append(all_the_same(forecast))
    return joined(*told, worded_sentence("See what else stands in the way before buying a course."))
