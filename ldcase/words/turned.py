"""Where training is not the answer the pitch turns: to what is, who does it, and how little a course could claim."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.forecast import Forecast
from ldcase.language import marked, worded, worded_as
from ldcase.words import dates, numbers
from ldcase.words.answer import lowered
from ldcase.words.causes import REMEDIES, TRAINABLE, Cause, causes
from ldcase.words.sentence import Number, Sentence, ended, joined, worded_sentence


def is_turned(forecast: Forecast) -> bool:
    """Whether the able share of the gap is too small for training to be the answer."""
    return forecast.case.assumptions["able_share"].likely < TRAINABLE


def others(forecast: Forecast) -> list[Cause]:
    """The causes that training does not close, the largest first."""
    return sorted((each for each in causes(forecast)[1:] if each.share[1] > 0), key=lambda each: -each.share[1])


def remedy(forecast: Forecast) -> Sentence:
    """What the diagnosis comes to: how much training can claim, or that it is not the answer and what is."""
    if is_turned(forecast):
        return joined(not_the_answer(forecast), instead(forecast))
    no_other = worded_sentence("The case names no other cause.")
    return joined(claimable(forecast), instead(forecast) if others(forecast) else no_other)


def claimable(forecast: Forecast) -> Sentence:
    """How much of the gap training can claim."""
    return worded_sentence(
        "Training can claim {share} of the gap, {amount} a month.", share=_able(forecast), amount=_amount(forecast)
    )


def not_the_answer(forecast: Forecast) -> Sentence:
    """That training is not the answer, and why."""
    return worded_sentence(
        "Training is not the answer here: {share} of the gap is a matter of being able.", share=_able(forecast)
    )


def headline(forecast: Forecast, step: str) -> Sentence:
    """The headline of a step where training is not the answer."""
    found = others(forecast)
    first = lowered(found[0].what) if found and found[0].what else worded("find out what keeps people from doing it")
    if step == "opportunity":
        return worded_sentence("“There is a gap here, but training is not the answer to it.”")
    if step == "idea":
        return worded_sentence(
            "“Training is not the answer here. I’d like us to try something else: {action}”", action=ended(first)
        )
    if step == "evidence":
        return worded_sentence(
            "“Training is not the answer here: {share} of the gap is a matter of being able.”", share=_able(forecast)
        )
    return worded_sentence(
        "“Here’s what I need from you: no money for a course, but a yes to this: {action}”", action=ended(first)
    )


def idea(forecast: Forecast) -> tuple[Sentence, ...]:
    """What would help, and what the course would cost all the same."""
    return (*_actions(forecast), _course(forecast))


BEING: Mapping[str, str] = {
    "willing": marked("{share} is a matter of being willing: {because}"),
    "allowed": marked("{share} is a matter of being allowed: {because}"),
    "empowered": marked("{share} is a matter of being empowered: {because}"),
}


def evidence(forecast: Forecast) -> tuple[Sentence, ...]:
    """Why training alone will not do: every other cause with what was seen."""
    seen = [
        worded_sentence(BEING[each.name], share=numbers.percent(each.share[1], 2), because=because_said(each))
        for each in others(forecast)
    ]
    return (*seen, _course(forecast))


def ask(forecast: Forecast) -> tuple[Sentence, ...]:
    """The decisions that are needed instead, the small part that training could claim, and by when."""
    return (_small(forecast), *_actions(forecast), _course(forecast), *who_decides(forecast))


def who_decides(forecast: Forecast) -> tuple[Sentence, ...]:
    """Who decides, and by when; nothing where neither is known."""
    given = forecast.case.document.ask
    until = dates.day(given.decide_by) if given.decide_by else ""
    if given.sponsor and until:
        return (worded_sentence("Who decides: {sponsor}, by {day}.", sponsor=given.sponsor, day=until),)
    if given.sponsor:
        return (worded_sentence("Who decides: {sponsor}.", sponsor=given.sponsor),)
    return (worded_sentence("The decision is needed: by {day}.", day=until),) if until else ()


WHAT_REMOVES: Mapping[str, str] = {
    "willing": marked("The largest other part, {share}, is that people are not willing. What removes it: {remedy}"),
    "allowed": marked("The largest other part, {share}, is that people are not allowed. What removes it: {remedy}"),
    "empowered": marked("The largest other part, {share}, is that people are not empowered. What removes it: {remedy}"),
}


def instead(forecast: Forecast) -> Sentence:
    """The largest other cause and its remedy."""
    found = others(forecast)
    if not found:
        return worded_sentence("Nobody has said yet what else stands in the way.")
    most = found[0]
    share = numbers.percent(most.share[1], 2)
    return worded_sentence(WHAT_REMOVES[most.name], share=share, remedy=remedy_said(most))


def because_said(cause: Cause) -> str:
    """What was seen of a cause, as the end of a sentence."""
    nobody = worded("nobody has written down yet what was seen")
    return ended(lowered(cause.because) if cause.because else nobody)


def remedy_said(cause: Cause) -> str:
    """What removes a cause and who does it, as the end of a sentence; what usually does where nothing is named."""
    if not cause.what:
        return ended(worded("usually {remedy}", remedy=worded(REMEDIES[cause.name])))
    if cause.owner:
        return ended(f"{lowered(cause.what)} ({cause.owner})")
    return ended(worded("{action} (nobody owns it yet)", action=lowered(cause.what)))


def owner_said(cause: Cause) -> str:
    """Who removes a cause, as the beginning of a sentence."""
    return cause.owner or worded("Nobody yet")


def action_said(cause: Cause) -> str:
    """What removes a cause, within a sentence."""
    return lowered(cause.what) if cause.what else worded("no action yet")


def _actions(forecast: Forecast) -> list[Sentence]:
    """One sentence for each other cause: who does what, and what that part of the gap costs a month."""
    found = others(forecast)
    if not found:
        return [instead(forecast)]
    return [
        worded_sentence(
            "{owner}: {action}; that is {share} of the gap, {cost} a month.",
            owner=owner_said(each),
            action=action_said(each),
            share=numbers.percent(each.share[1], 2),
            cost=numbers.money(each.costs[1]),
        )
        for each in found
    ]


def _small(forecast: Forecast) -> Sentence:
    """How little of the gap training could claim."""
    return worded_sentence(
        "Training is not the answer here: {share} of the gap, {amount} a month, is a matter of being able, and a "
        "course closes only a part of that.",
        share=_able(forecast),
        amount=_amount(forecast),
    )


def _course(forecast: Forecast) -> Sentence:
    """What the course would cost and leave; worked through so that nobody has to wonder."""
    net = forecast["net_benefit"]
    lost = net.p90 < 0
    low, high = (numbers.money(value) for value in ((-net.p90, -net.p10) if lost else (net.p10, net.p90)))
    cost = Number("cost", numbers.money(forecast["cost"].likely), "gap")
    if low != high:
        span = worded("between {low} and {high}", low=low, high=high)
    else:
        span = worded("about {amount}", amount=low)
    left = Number("net_benefit", span, "gap" if lost else "plain")
    if lost:
        told = worded_sentence("The course would cost {cost}, and in 8 of 10 cases lose {left}.", cost=cost, left=left)
    else:
        told = worded_sentence("The course would cost {cost}, and in 8 of 10 cases leave {left}.", cost=cost, left=left)
    return told if forecast.summary.chance < 0.5 else joined(told, all_the_same(forecast))


def all_the_same(forecast: Forecast) -> Sentence:
    """How often a course pays back although it is not the answer."""
    odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
    return worded_sentence("It may pay back all the same, in {odds} cases.", odds=odds)


def _amount(forecast: Forecast) -> Number:
    return Number("gap_cost_able", numbers.money(forecast["gap_cost_able"].likely), "benefit")


def _able(forecast: Forecast) -> Number:
    able = forecast.case.assumptions["able_share"].likely
    text = numbers.percent(able, 2)
    if numbers.nothing(text):
        text = worded_as("share", "none")
    elif able < TRAINABLE:
        text = worded("only {share}", share=text)
    return Number("able_share", text, "benefit")
