"""What executives say against a learning initiative, answered from the case's own numbers, weak points included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ldcase.forecast import Forecast
from ldcase.forecast.grades import grades
from ldcase.forecast.options import OptionForecast, Options, options
from ldcase.forecast.risk import risk
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded
from ldcase.words import dates, numbers
from ldcase.words.sentence import Number, Sentence, Tone, joined, worded_sentence, worded_sentence_many
from ldcase.words.turned import is_turned
from ldcase.words.verdict import judgement

LEAVERS = "learner_leaver_rate"
DELAY = "start_delay"
MUCH_TIME = 0.5
"""From this part of the cost on, learners' own time is what it mainly costs, and that is said."""
REPLACING = "replacement_cost"
EVERYBODY = 0.999
"""From this share of use at work on nothing is taken off for those who do not use it."""
LIKELY = 0.65
"""Below this chance to pay back, the case is told as weak where it is asked to prove itself."""


@dataclass(frozen=True, slots=True)
class Objection:
    """What is said, and the answer.

    Attributes
    ----------
    said
        As executives say it.
    answer
        From the numbers of the case.
    weak
        What this case has nothing, or not enough, to say to; empty where it holds.
    opens, label
        The panel that shows more, and the words on its button; empty where none does.
    """

    said: str
    answer: Sentence
    weak: str = ""
    opens: str = ""
    label: str = ""


def objections(forecast: Forecast) -> tuple[Objection, ...]:
    """Return the usual objections with this case's answers, in the order in which they are usually heard."""
    every: tuple[Callable[[Forecast, Options], Objection], ...] = (
        nice_to_have, too_much, prove_it, why_now, why_not_hire, they_leave, tried_before, what_if_not,
    )  # fmt: skip
    found = options(forecast)
    return tuple(each(forecast, found) for each in every)


def _money(forecast: Forecast, name: str, tone: Tone = "plain") -> Number:
    return Number(name, numbers.money(forecast[name].likely), tone)


def nice_to_have(forecast: Forecast, found: Options) -> Objection:
    """The gap costs so much a month, and somebody's priority is behind it."""
    case = forecast.case
    priority = case.document.opportunity.priority
    gap = forecast["gap_cost"].likely
    weak = []
    if gap > 0:
        told = worded_sentence(
            "Leaving it as it is costs {gap} {currency} a month, {able} of it a matter of skill.",
            gap=_money(forecast, "gap_cost", "gap"),
            currency=case.currency,
            able=_money(forecast, "gap_cost_able", "gap"),
        )
    else:
        told = worded_sentence("There is no gap to the best on these figures.")
        weak.append(worded("Without a gap it is nice to have."))
    serves: tuple[Sentence, ...] = ()
    if priority is None or not priority.name:
        weak.append(worded("The case does not say which strategic priority it serves."))
    elif priority.owner:
        serves = (
            worded_sentence("It serves “{priority}” (owned by {owner}).", priority=priority.name, owner=priority.owner),
        )
    else:
        serves = (worded_sentence("It serves “{priority}”.", priority=priority.name),)
        weak.append(worded("Nobody is named who owns the priority."))
    if gap > 0 and forecast["gap_cost_able"].likely * case.horizon < forecast["cost"].likely:
        weak.append(worded("Over the whole horizon the part that is skill costs less than the programme."))
    return Objection(
        worded("“It is nice to have.”"),
        joined(told, *serves),
        " ".join(weak),
        "diagnosis",
        worded("the cause of the gap"),
    )


def too_much(forecast: Forecast, found: Options) -> Objection:
    """What it takes, how much of it is time, and what a cheaper way would bring."""
    case = forecast.case
    cost = forecast["cost"].likely
    time = float(forecast["learners_time"].median_case.sum())
    answer = [
        worded_sentence(
            "All in it takes {cost} {currency}, {each} a learner, and {hours} hours of each.",
            cost=_money(forecast, "cost"),
            currency=case.currency,
            each=_money(forecast, "cost_per_learner"),
            hours=Number("learner_hours", numbers.plain(forecast["learner_hours"].likely), "plain"),
        )
    ]
    if cost > 0 and time >= MUCH_TIME * cost:
        share = numbers.percent(time / cost, 2)
        answer.append(worded_sentence("{share} of it is the learners’ own time, which no budget shows.", share=share))
    weak = ""
    cheaper = next((each for each in found.options if each.kind == "cheaper"), None)
    if cheaper is None:
        weak = worded("The case does not say what a cheaper version would be.")
    else:
        ours = _initiative(found)
        answer.append(
            worded_sentence(
                "The cheaper way, “{way}”, takes {cost} and leaves {left} on average, against {ours} for this one.",
                way=worded(cheaper.name),
                cost=numbers.money(cheaper.likely_cost),
                left=numbers.money(cheaper.mean),
                ours=numbers.money(ours.mean),
            )
        )
        if cheaper.mean > ours.mean:
            weak = worded("On these figures the cheaper way is the better one.")
    said = worded("“It takes too many resources.”")
    return Objection(said, joined(*answer), weak, "options", worded("the options side by side"))


def prove_it(forecast: Forecast, found: Options) -> Objection:
    """What must be true, what others found, what rests on opinion, and the pilot that would settle it."""
    case = forecast.case
    answer = [judgement(forecast).sentence]
    tiers = {tier.grade: tier for tier in grades(forecast).tiers}
    studies = len(case.document.evidence.findings)
    if studies:
        answer.append(
            worded_sentence_many(
                "{n} published finding stands beside it.",
                "{n} published findings stand beside it.",
                studies,
                n=str(studies),
            )
        )
    weak = []
    opinion = tiers.get("opinion")
    if opinion is not None and opinion.ranges:
        amount = numbers.money(abs(opinion.stands))
        if opinion.stands >= 0:
            left = worded_sentence(
                "With everything that is only opinion at its cautious end: {amount} {currency} would be left.",
                amount=amount,
                currency=case.currency,
            )
        else:
            left = worded_sentence(
                "With everything that is only opinion at its cautious end: {amount} {currency} lost.",
                amount=amount,
                currency=case.currency,
            )
        answer.append(left)
        if opinion.stands < 0 <= forecast["net_benefit"].likely:
            weak.append(worded("Without what is only opinion it would not pay."))
    if case.document.idea.pilot is None:
        weak.append(worded("No pilot is planned that could show it before the whole money is spent."))
    else:
        answer.append(worded_sentence("A pilot is planned, with results agreed beforehand that would stop it."))
    if not studies:
        weak.append(worded("No published finding is named."))
    if forecast.summary.chance < LIKELY and not is_turned(forecast):
        odds = numbers.odds(forecast.summary.chance)
        weak.append(worded("It pays back in {odds} simulated cases.", odds=odds))
    said = worded("“Prove it. You have not even built it.”")
    return Objection(said, joined(*answer), " ".join(weak), "ways", worded("three ways to the effect"))


def why_now(forecast: Forecast, found: Options) -> Objection:
    """What a month of delay costs, and until when the decision is needed."""
    case = forecast.case
    delay = forecast.summary.delay_cost
    decide = case.document.ask.decide_by
    until = (worded_sentence("The decision is needed by {day}.", day=dates.day(decide)),) if decide else ()
    said = worded("“Why now?”")
    if forecast["net_benefit"].mean < 0:
        answer = worded_sentence(
            "It loses money on average, whenever it begins. What is urgent is the gap, not this programme."
        )
        return Objection(said, answer, worded("There is no reason in the numbers to begin at all."))
    if delay <= 0:
        answer = worded_sentence(
            "On these figures waiting costs nothing: what comes later is as good within the horizon."
        )
        return Objection(said, joined(answer, *until), worded("There is no reason in the numbers to hurry."))
    answer = worded_sentence_many(
        "Each month of waiting costs {cost} {currency} of net benefit within the {n} month.",
        "Each month of waiting costs {cost} {currency} of net benefit within the {n} months.",
        case.horizon,
        cost=Number(DELAY, numbers.money(delay), "gap"),
        currency=case.currency,
        n=str(case.horizon),
    )
    return Objection(said, joined(answer, *until), "" if decide else worded("The case names no day for the decision."))


def why_not_hire(forecast: Forecast, found: Options) -> Objection:
    """For each person who does the work differently it costs so much: a hire who can do it must cost less than that."""
    case = forecast.case
    applying = float(forecast["applying"].median_case.max())
    said = worded("“Why not hire people who can do it?”")
    if applying < 0.5:
        answer = worded_sentence(
            "Hardly anybody would do the work differently after it: there is nothing to compare a hire with."
        )
        return Objection(said, answer, worded("At its best fewer than one person applies it."))
    price = forecast["cost"].likely / applying
    each = worded_sentence_many(
        "At its best {people} person does the work differently, so that costs {cost} {currency}.",
        "At its best {people} people do the work differently, so each of them costs {cost} {currency}.",
        numbers.counted(applying),
        people=Number("applying", numbers.count(applying), "plain"),
        cost=numbers.money(price),
        currency=case.currency,
    )
    hire = next((f"{use.key}.{REPLACING}" for use in case.metrics if REPLACING in use.module.needs), "")
    if not hire:
        other = worded_sentence(
            "Hiring is the better way only if finding and starting somebody who can do it already, and what they are "
            "paid more, costs less than that."
        )
        return Objection(
            said,
            joined(each, other),
            worded("What it costs here to hire somebody who can do it already is not in the case."),
        )
    replacing = forecast[hire].likely
    other = worded_sentence(
        "To replace one costs {cost} here, before any higher pay.",
        cost=Number(hire, numbers.money(replacing), "gap"),
    )
    weak = worded("On these figures a hire is cheaper.") if replacing < price else ""
    return Objection(said, joined(each, other), weak)


def they_leave(forecast: Forecast, found: Options) -> Objection:
    """Leavers are in the forecast already; what is left when twice as many leave."""
    case = forecast.case
    rate = case.assumptions[LEAVERS].likely
    said = worded("“They leave and take it along.”")
    if not rate:
        answer = worded_sentence("The case assumes that nobody who was trained leaves.")
        weak = worded("That nobody leaves is not believable; put in the rate of your own organisation.")
        return Objection(said, answer, weak, "assumptions", worded("all assumptions"))
    stay = forecast.with_case(case.what_if({LEAVERS: 0.0}))
    lost = stay["net_benefit"].mean - forecast["net_benefit"].mean
    upper = case.assumptions[LEAVERS].bounds[1]
    twice = 2 * rate if upper is None else min(2 * rate, upper * 0.95)
    worse = forecast.with_case(case.what_if({LEAVERS: twice}))
    answer = worded_sentence(
        "That is counted: {rate} of the trained leave in a year, which takes {lost} {currency} off. If twice as many "
        "left, it would pay back in {odds} cases instead of {now}.",
        rate=Number(LEAVERS, numbers.percent(rate), "plain"),
        lost=numbers.money(max(lost, 0.0)),
        currency=case.currency,
        odds=numbers.odds(worse.summary.chance),
        now=numbers.odds(forecast.summary.chance),
    )
    turns = worse.summary.chance < 0.5 <= forecast.summary.chance
    return Objection(said, answer, worded("With twice as many it would not pay.") if turns else "")


def tried_before(forecast: Forecast, found: Options) -> Objection:
    """What is done about the other causes, about use at work, and which result would stop it."""
    case = forecast.case
    document = case.document
    diagnosis = document.opportunity.diagnosis
    causes = [getattr(diagnosis, name, None) for name in ("willing", "allowed", "empowered")] if diagnosis else []
    actions = [each.action for each in causes if each is not None and each.action is not None and each.action.what]
    use = forecast["transfer_share"].likely
    used = Number("transfer_share", numbers.percent(use, 2), "plain")
    fading = Number("half_life", numbers.months(forecast["half_life"].likely), "plain")
    weak = []
    if use < EVERYBODY:
        first = worded_sentence(
            "The forecast counts on no more than {share} of those who finish doing anything differently, and what is "
            "not used is half gone after {time}.",
            share=used,
            time=fading,
        )
    elif case.assumptions["transfer_share"].grade == "opinion":
        first = worded_sentence(
            "It counts on {share} of those who finish using it at work, and what is not used is half gone after "
            "{time}.",
            share=used,
            time=fading,
        )
        weak.append(worded("That everybody uses it at work is only an opinion."))
    else:
        first = worded_sentence(
            "The effect was measured at work, those who did not use it included, and what is not used is half gone "
            "after {time}.",
            time=fading,
        )
    answer = [first]
    if actions:
        spelled = numbers.spelled(str(len(actions)))
        answer.append(
            worded_sentence_many(
                "{n} of the other causes has an action and an owner, which a course alone never had.",
                "{n} of the other causes have an action and an owner, which a course alone never had.",
                len(actions),
                n=f"{spelled[0].upper()}{spelled[1:]}",
            )
        )
    else:
        weak.append(worded("Nothing is planned about what else stands in the way."))
    if not document.ask.gates:
        weak.append(worded("No result is agreed that would stop it."))
    else:
        answer.append(worded_sentence("Results are agreed beforehand at which it stops."))
    if document.idea.costs.assumptions.get("manager_hours") is None:
        weak.append(worded("No time of line managers is planned."))
    return Objection(
        worded("“We tried that.”"),
        joined(*answer),
        " ".join(weak),
        "diagnosis",
        worded("what else stands in the way"),
    )


def what_if_not(forecast: Forecast, found: Options) -> Objection:
    """The downside, as money and as a chance; and half the effect."""
    case = forecast.case
    down = risk(forecast)
    half = forecast.with_case(case.what_if({EFFECT: case.assumptions[EFFECT].likely / 2}))
    left = half["net_benefit"].mean
    loses = worded_sentence(
        "In {odds} cases it loses money, and then {loss} {currency} on average.",
        odds=numbers.odds(down.chance_of_loss),
        loss=numbers.money(-down.mean_loss),
        currency=case.currency,
    )
    amount = Number("net_benefit", numbers.money(abs(left)), "plain")
    if left >= 0:
        answer = joined(loses, worded_sentence("With half the effect {amount} would be left.", amount=amount))
    else:
        answer = joined(loses, worded_sentence("With half the effect {amount} would be lost.", amount=amount))
    weak = worded("With half the effect it would not pay.") if left < 0 else ""
    return Objection(worded("“And if it does not work?”"), answer, weak, "finance", worded("the downside"))


def weak_points(given: tuple[Objection, ...]) -> tuple[str, ...]:
    """Where the case is weak, in its own words, without repetition."""
    return tuple(dict.fromkeys(each.weak for each in given if each.weak))


def _initiative(found: Options) -> OptionForecast:
    return next(each for each in found.options if each.kind == "initiative")
