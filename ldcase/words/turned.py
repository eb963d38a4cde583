"""Where training is not the answer the pitch turns: to what is, who does it, and how little a course could claim."""

from __future__ import annotations

from ldcase.forecast import Forecast
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.causes import REMEDIES, TRAINABLE, Cause, causes
from ldcase.words.sentence import Number, Sentence, ended, say


def is_turned(forecast: Forecast) -> bool:
    """Whether the able share of the gap is too small for training to be the answer."""
    return forecast.case.assumptions["able_share"].likely < TRAINABLE


def others(forecast: Forecast) -> list[Cause]:
    """The causes that training does not close, the largest first."""
    return sorted((each for each in causes(forecast)[1:] if each.share[1] > 0), key=lambda each: -each.share[1])


def remedy(forecast: Forecast) -> Sentence:
    """What the diagnosis comes to: how much training can claim, or that it is not the answer and what is."""
    named = instead(forecast)
    if is_turned(forecast):
        return (
            say("Training is not the answer here: ", _able(forecast), " of the gap is a matter of being able. ") + named
        )
    amount = Number("gap_cost_able", numbers.money(forecast["gap_cost_able"].likely), "benefit")
    start = say("Training can claim ", _able(forecast), " of the gap, ", amount, " a month. ")
    return start + (named if others(forecast) else say("The case names no other cause."))


def headline(forecast: Forecast, step: str) -> Sentence:
    """The headline of a step where training is not the answer."""
    found = others(forecast)
    first = lowered(found[0].what) if found and found[0].what else "find out what keeps people from doing it"
    if step == "opportunity":
        return say("“There is a gap here, but training is not the answer to it.”")
    if step == "idea":
        return say("“Training is not the answer here. I’d like us to try something else: ", f"{ended(first)}”")
    if step == "evidence":
        return say("“Training is not the answer here: ", _able(forecast), " of the gap is a matter of being able.”")
    return say("“Here’s what I need from you: no money for a course, but a yes to this: ", f"{ended(first)}”")


def idea(forecast: Forecast) -> tuple[Sentence, ...]:
    """What would help, and what the course would cost all the same."""
    return (*_actions(forecast), _course(forecast))


def evidence(forecast: Forecast) -> tuple[Sentence, ...]:
    """Why training alone will not do: every other cause with what was seen."""
    seen = [
        say(
            f"{numbers.percent(each.share[1], 2)} is a matter of being {each.name}: ",
            ended(lowered(each.because) if each.because else "nobody has written down yet what was seen"),
        )
        for each in others(forecast)
    ]
    return (*seen, _course(forecast))


def ask(forecast: Forecast) -> tuple[Sentence, ...]:
    """The decisions that are needed instead, the small part that training could claim, and by when."""
    given = forecast.case.document.ask
    sentences = [_small(forecast), *_actions(forecast), _course(forecast)]
    until = f"by {given.decide_by.day} {given.decide_by:%B %Y}" if given.decide_by else ""
    if given.sponsor or until:
        whom = ", ".join(part for part in (given.sponsor, until) if part)
        sentences.append(say(f"{'Who decides' if given.sponsor else 'The decision is needed'}: {whom}."))
    return tuple(sentences)


def instead(forecast: Forecast) -> Sentence:
    """The largest other cause and its remedy."""
    found = others(forecast)
    if not found:
        return say("Nobody has said yet what else stands in the way.")
    most = found[0]
    share = numbers.percent(most.share[1], 2)
    what = f"{most.what} ({most.owner or 'nobody owns it yet'})" if most.what else f"usually {REMEDIES[most.name]}"
    return say(
        f"The largest other part, {share}, is that people are not {most.name}. What removes it: {ended(lowered(what))}"
    )


def _actions(forecast: Forecast) -> list[Sentence]:
    """One sentence for each other cause: who does what, and what that part of the gap costs a month."""
    found = others(forecast)
    if not found:
        return [instead(forecast)]
    return [
        say(
            f"{each.owner or 'Nobody yet'}: {lowered(each.what) if each.what else 'no action yet'}; that is "
            f"{numbers.percent(each.share[1], 2)} of the gap, {numbers.money(each.costs[1])} a month."
        )
        for each in found
    ]


def _small(forecast: Forecast) -> Sentence:
    """How little of the gap training could claim."""
    amount = Number("gap_cost_able", numbers.money(forecast["gap_cost_able"].likely), "benefit")
    start = say("Training is not the answer here: ", _able(forecast), " of the gap, ", amount)
    return start + say(" a month, is a matter of being able, and a course closes only a part of that.")


def _course(forecast: Forecast) -> Sentence:
    """What the course would cost and leave; worked through so that nobody has to wonder."""
    net = forecast["net_benefit"]
    lost = net.p90 < 0
    low, high = (numbers.money(value) for value in ((-net.p90, -net.p10) if lost else (net.p10, net.p90)))
    cost = Number("cost", numbers.money(forecast["cost"].likely), "gap")
    span = f"between {low} and {high}" if low != high else f"about {low}"
    left = Number("net_benefit", span, "gap" if lost else "plain")
    told = say("The course would cost ", cost, f", and in 8 of 10 cases {'lose' if lost else 'leave'} ", left, ".")
    if forecast.summary.chance < 0.5:
        return told
    odds = Number("net_benefit", numbers.odds(forecast.summary.chance), "plain")
    return told + say(" It may pay back all the same, in ", odds, " cases.")


def _able(forecast: Forecast) -> Number:
    able = forecast.case.assumptions["able_share"].likely
    text = numbers.percent(able, 2)
    told = "none" if not text.strip(f"0{numbers.SPACE}%") else f"only {text}" if able < TRAINABLE else text
    return Number("able_share", told, "benefit")
