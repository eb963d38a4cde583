"""What executives say against a learning initiative, answered from the case's own numbers, weak points included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ldcase.forecast import Forecast
from ldcase.forecast.grades import grades
from ldcase.forecast.options import OptionForecast, Options, options
from ldcase.forecast.risk import risk
from ldcase.forecast.summary import EFFECT
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, Tone, say
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
    answer = say("Leaving it as it is costs ", _money(forecast, "gap_cost", "gap"), f" {case.currency} a month")
    answer += say(", ", _money(forecast, "gap_cost_able", "gap"), " of it a matter of skill. ")
    weak = []
    if gap <= 0:
        answer, weak = say("There is no gap to the best on these figures. "), ["Without a gap it is nice to have."]
    if priority is not None and priority.name:
        owner = f" (owned by {priority.owner})" if priority.owner else ""
        answer += say(f"It serves “{priority.name}”{owner}.")
        if not priority.owner:
            weak.append("Nobody is named who owns the priority.")
    else:
        weak.append("The case does not say which strategic priority it serves.")
    if gap > 0 and forecast["gap_cost_able"].likely * case.horizon < forecast["cost"].likely:
        weak.append("Over the whole horizon the part that is skill costs less than the programme.")
    return Objection("“It is nice to have.”", answer, " ".join(weak), "diagnosis", "the cause of the gap")


def too_much(forecast: Forecast, found: Options) -> Objection:
    """What it takes, how much of it is time, and what a cheaper way would bring."""
    case = forecast.case
    cost = forecast["cost"].likely
    time = float(forecast["learners_time"].median_case.sum())
    hours = forecast["learner_hours"].likely
    answer = say("All in it takes ", _money(forecast, "cost"), f" {case.currency}, ")
    answer += say(_money(forecast, "cost_per_learner"), " a learner, ")
    answer += say("and ", Number("learner_hours", numbers.plain(hours), "plain"), " hours of each. ")
    if cost > 0 and time >= MUCH_TIME * cost:
        answer += say(f"{numbers.percent(time / cost, 2)} of it is the learners’ own time, which no budget shows. ")
    weak = ""
    cheaper = next((each for each in found.options if each.kind == "cheaper"), None)
    if cheaper is None:
        weak = "The case does not say what a cheaper version would be."
    else:
        ours = _initiative(found)
        better = cheaper.mean > ours.mean
        answer += say(
            f"The cheaper way, “{cheaper.name}”, takes {numbers.money(cheaper.likely_cost)} and leaves "
            f"{numbers.money(cheaper.mean)} on average, against {numbers.money(ours.mean)} for this one."
        )
        if better:
            weak = "On these figures the cheaper way is the better one."
    return Objection("“It takes too many resources.”", answer, weak, "options", "the options side by side")


def prove_it(forecast: Forecast, found: Options) -> Objection:
    """What must be true, what others found, what rests on opinion, and the pilot that would settle it."""
    case = forecast.case
    answer = judgement(forecast).sentence
    tiers = {tier.grade: tier for tier in grades(forecast).tiers}
    studies = len(case.document.evidence.findings)
    if studies:
        answer += say(f" {studies} published {'findings stand' if studies > 1 else 'finding stands'} beside it.")
    weak = []
    opinion = tiers.get("opinion")
    if opinion is not None and opinion.ranges:
        left = (
            f"{numbers.money(abs(opinion.stands))} {case.currency} {'would be left' if opinion.stands >= 0 else 'lost'}"
        )
        answer += say(f" With everything that is only opinion at its cautious end: {left}.")
        if opinion.stands < 0 <= forecast["net_benefit"].likely:
            weak.append("Without what is only opinion it would not pay.")
    if case.document.idea.pilot is None:
        weak.append("No pilot is planned that could show it before the whole money is spent.")
    else:
        answer += say(" A pilot is planned, with results agreed beforehand that would stop it.")
    if not studies:
        weak.append("No published finding is named.")
    if forecast.summary.chance < LIKELY and not is_turned(forecast):
        weak.append(f"It pays back in {numbers.odds(forecast.summary.chance)} simulated cases.")
    said = "“Prove it. You have not even built it.”"
    return Objection(said, answer, " ".join(weak), "ways", "three ways to the effect")


def why_now(forecast: Forecast, found: Options) -> Objection:
    """What a month of delay costs, and until when the decision is needed."""
    case = forecast.case
    delay = forecast.summary.delay_cost
    decide = case.document.ask.decide_by
    until = f" The decision is needed by {decide.day} {decide:%B %Y}." if decide else ""
    said = "“Why now?”"
    if forecast["net_benefit"].mean < 0:
        answer = say("It loses money on average, whenever it begins. What is urgent is the gap, not this programme.")
        return Objection(said, answer, "There is no reason in the numbers to begin at all.")
    if delay <= 0:
        answer = say("On these figures waiting costs nothing: what comes later is as good within the horizon.")
        return Objection(said, answer + say(until), "There is no reason in the numbers to hurry.")
    within = f" {case.currency} of net benefit within the {case.horizon} months."
    answer = say("Each month of waiting costs ", Number(DELAY, numbers.money(delay), "gap"), within, until)
    return Objection(said, answer, "" if decide else "The case names no day for the decision.")


def why_not_hire(forecast: Forecast, found: Options) -> Objection:
    """For each person who does the work differently it costs so much: a hire who can do it must cost less than that."""
    case = forecast.case
    applying = float(forecast["applying"].median_case.max())
    said = "“Why not hire people who can do it?”"
    if applying < 0.5:
        answer = say("Hardly anybody would do the work differently after it: there is nothing to compare a hire with.")
        return Objection(said, answer, "At its best fewer than one person applies it.")
    price = forecast["cost"].likely / applying
    answer = say(
        "At its best ", Number("applying", numbers.count(applying), "plain"),
        f" people do the work differently, so each of them costs {numbers.money(price)} {case.currency}. ",
    )  # fmt: skip
    hire = next((f"{use.key}.{REPLACING}" for use in case.metrics if REPLACING in use.module.needs), "")
    if not hire:
        answer += say(
            "Hiring is the better way only if finding and starting somebody who can do it already, and what they are "
            "paid more, costs less than that."
        )
        return Objection(said, answer, "The case does not hold what such a hire costs here.")
    replacing = forecast[hire].likely
    answer += say(
        "To replace one costs ", Number(hire, numbers.money(replacing), "gap"), " here, before any higher pay."
    )
    return Objection(said, answer, "On these figures a hire is cheaper." if replacing < price else "")


def they_leave(forecast: Forecast, found: Options) -> Objection:
    """Leavers are in the forecast already; what is left when twice as many leave."""
    case = forecast.case
    rate = case.assumptions[LEAVERS].likely
    stay = forecast.with_case(case.what_if({LEAVERS: 0.0})) if rate else forecast
    lost = stay["net_benefit"].mean - forecast["net_benefit"].mean
    upper = case.assumptions[LEAVERS].bounds[1]
    twice = 2 * rate if upper is None else min(2 * rate, upper * 0.95)
    worse = forecast.with_case(case.what_if({LEAVERS: twice})) if rate else forecast
    odds = numbers.odds(worse.summary.chance)
    if not rate:
        answer = say("The case assumes that nobody who was trained leaves.")
        weak = "That nobody leaves is not believable; put in the rate of your own organisation."
        return Objection("“They leave and take it along.”", answer, weak, "assumptions", "all assumptions")
    answer = say(
        "That is counted: ", Number(LEAVERS, numbers.percent(rate), "plain"),
        f" of the trained leave in a year, which takes {numbers.money(max(lost, 0.0))} {case.currency} off. If twice "
        f"as many left, it would pay back in {odds} cases instead of {numbers.odds(forecast.summary.chance)}.",
    )  # fmt: skip
    turns = worse.summary.chance < 0.5 <= forecast.summary.chance
    return Objection("“They leave and take it along.”", answer, "With twice as many it would not pay." if turns else "")


def tried_before(forecast: Forecast, found: Options) -> Objection:
    """What is done about the other causes, about use at work, and which result would stop it."""
    case = forecast.case
    document = case.document
    diagnosis = document.opportunity.diagnosis
    causes = [getattr(diagnosis, name, None) for name in ("willing", "allowed", "empowered")] if diagnosis else []
    actions = [each.action for each in causes if each is not None and each.action is not None and each.action.what]
    fading = forecast["half_life"].likely
    use = forecast["transfer_share"].likely
    used = Number("transfer_share", numbers.percent(use, 2), "plain")
    weak = []
    if use < EVERYBODY:
        answer = say("The forecast counts on no more than ", used, " of those who finish doing anything differently, ")
    elif case.assumptions["transfer_share"].grade == "opinion":
        answer = say("It counts on ", used, " of those who finish using it at work, ")
        weak.append("That everybody uses it at work is only an opinion.")
    else:
        answer = say("The effect was measured at work, those who did not use it included, ")
    answer += say("and what is not used is half gone after ")
    answer += say(Number("half_life", numbers.months(fading), "plain"), ". ")
    if actions:
        answer += say(
            f"{numbers.spelled(str(len(actions))).capitalize()} of the other causes "
            f"{'has' if len(actions) == 1 else 'have'} an action and an owner, which a course alone never had. "
        )
    if not actions:
        weak.append("Nothing is planned about what else stands in the way.")
    if not document.ask.gates:
        weak.append("No result is agreed that would stop it.")
    else:
        answer += say("Results are agreed beforehand at which it stops.")
    if document.idea.costs.assumptions.get("manager_hours") is None:
        weak.append("No time of line managers is planned.")
    return Objection("“We tried that.”", answer, " ".join(weak), "diagnosis", "what else stands in the way")


def what_if_not(forecast: Forecast, found: Options) -> Objection:
    """The downside, as money and as a chance; and half the effect."""
    case = forecast.case
    down = risk(forecast)
    half = forecast.with_case(case.what_if({EFFECT: case.assumptions[EFFECT].likely / 2}))
    answer = say(
        f"In {numbers.odds(down.chance_of_loss)} cases it loses money, and then "
        f"{numbers.money(down.mean_loss)} {case.currency} on average. With half the effect ",
        Number("net_benefit", numbers.money(half["net_benefit"].mean), "plain"), " would be left.",
    )  # fmt: skip
    weak = "With half the effect it would not pay." if half["net_benefit"].mean < 0 else ""
    return Objection("“And if it does not work?”", answer, weak, "finance", "the downside")


def weak_points(given: tuple[Objection, ...]) -> tuple[str, ...]:
    """Where the case is weak, in its own words, without repetition."""
    return tuple(dict.fromkeys(each.weak for each in given if each.weak))


def _initiative(found: Options) -> OptionForecast:
    return next(each for each in found.options if each.kind == "initiative")
