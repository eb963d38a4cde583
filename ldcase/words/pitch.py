"""The narrative of the four steps: for each a headline and a few sentences that follow the numbers."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import MetricUse
from ldcase.forecast import Forecast
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.sentence import Number, Sentence, Tone, fill, say
from ldcase.words.verdict import judgement, verdict

STEPS = (("opportunity", "Opportunity"), ("idea", "Idea"), ("evidence", "Evidence"), ("ask", "Ask"))
OPENINGS = {
    "opportunity": "I see an opportunity to ",
    "idea": "So I’d like us to try ",
    "evidence": "Here’s why it should work: ",
    "ask": "Here’s what I need from you: ",
}
SERVES = {
    "growth": "It helps us grow: it serves",
    "efficiency": "It makes us more efficient: it serves",
    "innovation": "It makes room for new things: it serves",
    "risk": "It lowers a risk: it serves",
    "people": "It is about our people: it serves",
    "customer": "It is about our customers: it serves",
}
"""How the pitch says whom it serves, by the kind of strategic priority."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """What a step says: one headline and its sentences."""

    headline: Sentence
    sentences: tuple[Sentence, ...]


def narrative(forecast: Forecast, step: str) -> Narrative:
    """The narrative of one of the four steps."""
    return {"opportunity": opportunity, "idea": idea, "evidence": evidence, "ask": ask}[step](forecast)


def local(forecast: Forecast, template: str, metric: MetricUse | None = None) -> Sentence:
    """Fill a template; names are looked up in the metric first, then in the whole case."""

    def value(name: str) -> tuple[str, float, str] | None:
        if name == "horizon":
            return "", float(forecast.case.horizon), "months"
        for full in (f"{metric.key}.{name}" if metric else name, name):
            if full in forecast.values or full in forecast.inputs:
                figure = forecast[full]
                return full, figure.likely, figure.format or "number"
        return None

    return fill(template, value)


def story_lines(metric: MetricUse, part: str) -> tuple[str, ...]:
    """The sentences of a metric for a part of the pitch, as its catalogue file writes them; none if it is silent."""
    told = metric.module.story.get(part, ())
    return (told,) if isinstance(told, str) else told


def story(metric: MetricUse, part: str) -> str:
    """The one sentence or word of a metric for a part of the pitch."""
    return " ".join(story_lines(metric, part))


def quantity(forecast: Forecast, name: str, form: str, tone: str = "plain") -> Number:
    """A clickable number of the case in a format."""
    piece = local(forecast, f"{{{name}|{form}|{tone}}}").pieces[0]
    assert isinstance(piece, Number)
    return piece


def opportunity(forecast: Forecast) -> Narrative:
    """The gap, what it costs, how much of it is skill, whom closing it serves."""
    case = forecast.case
    statement = case.document.opportunity.statement
    first = case.metrics[0]
    headline = local(forecast, statement or story(first, "opportunity"), first)
    sentences = [
        local(forecast, template, metric) for metric in case.metrics for template in story_lines(metric, "gap")
    ]
    sentences.append(_skill(forecast))
    priority = case.document.opportunity.priority
    if priority is not None and priority.kind is not None and priority.name:
        owned = f", owned by the {priority.owner}" if priority.owner else ""
        sentences.append(say(f"{SERVES[priority.kind]} “{priority.name}”{owned}."))
    return Narrative(_quoted("opportunity", headline), tuple(sentences))


def idea(forecast: Forecast) -> Narrative:
    """Who does what, what people will do differently, what it costs all in."""
    case = forecast.case
    given = case.document.idea
    cohorts = len(given.cohorts)
    groups = f"{numbers.points_of_100(cohorts / 100)} {'cohort' if cohorts == 1 else 'cohorts'}"
    sentences = [
        say(quantity(forecast, "people_planned", "count"), f" people go through it in {groups}. All in it costs ")
        + say(quantity(forecast, "cost", "money", "gap"), ", ", quantity(forecast, "cost_per_learner", "money", "gap"))
        + say(" a person; their own working time is in it."),
    ]
    for behaviour in given.behaviours[:1] if given.behaviours and given.behaviours[0].does else ():
        instead = f" instead of {lowered(behaviour.instead_of)}" if behaviour.instead_of else ""
        sentences.append(say(f"{behaviour.who or 'Each person'} {lowered(behaviour.does or '')}{instead}."))
    applying = forecast["applying"].median_case[0]
    peak = float(applying.max())
    sentences.append(
        say("At its best the equivalent of ", Number("applying", numbers.count(peak), "benefit"))
        + say(" people apply it fully; by the end ", Number("applying", numbers.count(float(applying[-1])), "benefit"))
        + say(" still do.")
    )
    return Narrative(_quoted("idea", local(forecast, given.statement or case.title)), tuple(sentences))


def evidence(forecast: Forecast) -> Narrative:
    """What is claimed after every haircut, how sure that is, what matters most."""
    case = forecast.case
    cuts = forecast.haircuts()
    share = cuts.claimed / cuts.gross if cuts.gross else float("nan")
    sentences = [
        say(
            "If everybody closed the whole gap at once it would be worth ",
            Number("gap_cost", numbers.money(cuts.gross), "gap"),
        )
        + say("; after every haircut the case claims ", quantity(forecast, "benefit", "money", "benefit"))
        + say(f", {numbers.percent(share, 2)} of that."),
        judgement(forecast).sentence,
    ]
    drivers = forecast.tornado()
    if drivers:
        top = drivers[0]
        grade = case.assumptions[top.name].grade
        sentences.append(
            say("What matters most is ", Number(top.name, lowered(top.title), "plain"), f" ({grade}): ")
            + say(f"over its range the result moves from {numbers.money(min(top.at_low, top.at_high))} ")
            + say(f"to {numbers.money(max(top.at_low, top.at_high))}.")
        )
    statement = case.document.evidence.statement
    headline = local(forecast, statement) if statement else say("as far as we know today")
    return Narrative(_quoted("evidence", headline), tuple(sentences))


def ask(forecast: Forecast) -> Narrative:
    """The decision, its price, its date; what comes back, and how sure."""
    given = forecast.case.document.ask
    statement = given.statement or "a decision on {cost|money}"
    sentences = [
        say("It costs ", quantity(forecast, "cost", "money", "gap"), ", all in. ") + _leaves(forecast),
        judgement(forecast).sentence,
    ]
    delay = forecast.summary.delay_cost
    if delay >= 0.5 and verdict(forecast) in ("pays", "likely"):
        sentences.append(say("Each month of delay costs ", Number("start_delay", numbers.money(delay), "gap"), "."))
    if given.sponsor:
        until = f", by {given.decide_by.day} {given.decide_by:%B %Y}" if given.decide_by else ""
        sentences.append(say(f"The decision is the {given.sponsor}’s{until}."))
    return Narrative(_quoted("ask", local(forecast, statement)), tuple(sentences))


def _skill(forecast: Forecast) -> Sentence:
    """How much of the gap training can claim, in words that fit the share."""
    able = forecast.case.assumptions["able_share"].likely
    share = Number("able_share", "half" if abs(able - 0.5) < 0.005 else numbers.percent(able, 2), "benefit")
    if able > 0.995:
        return say("The case takes ", Number("able_share", "all of it", "benefit"), " to be a matter of being able.")
    if able < 0.005:
        return say("None of it is a matter of being ", Number("able_share", "able", "gap"), ".")
    amount = Number("gap_cost_able", numbers.money(forecast["gap_cost_able"].likely), "benefit")
    return say(
        "About ", share, " of it, ", amount, " a month, is a matter of being able; the rest needs other remedies."
    )


def _leaves(forecast: Forecast) -> Sentence:
    """What is left at the end, as a range; a loss is called a loss."""
    net = forecast["net_benefit"]
    after = local(forecast, " after {horizon|months}.")
    low, high = net.p10, net.p90
    if high < 0:
        low, high = -high, -low
        verb, tones = "loses", ("gap", "gap")
    else:
        verb, tones = "leaves", (_tone(low), _tone(high))
    first, second = (Number("net_benefit", numbers.money(x), tone) for x, tone in zip((low, high), tones, strict=True))
    return say(f"In 8 of 10 cases it {verb} between ", first, " and ", second) + after


def _tone(value: float) -> Tone:
    return "gap" if value < 0 else "benefit"


def _quoted(step: str, rest: Sentence) -> Sentence:
    ending = "" if str(rest).endswith((".", "!", "?")) else "."
    return say(f"“{OPENINGS[step]}") + rest + say(f"{ending}”")
