"""The narrative of the four steps: for each a headline and a few sentences that follow the numbers."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import MetricUse
from ldcase.forecast import Driver, Forecast
from ldcase.words import numbers, turned
from ldcase.words.answer import lowered
from ldcase.words.causes import TRAINABLE
from ldcase.words.sentence import Number, Sentence, Tone, ended, fill, say
from ldcase.words.verdict import judgement, verdict

STEPS = (("opportunity", "Opportunity"), ("idea", "Idea"), ("evidence", "Evidence"), ("ask", "Ask"))
OPENINGS = {
    "opportunity": "I see an opportunity to ",
    "idea": "So I’d like us to try ",
    "evidence": "Here’s why it should work: ",
    "ask": "Here’s what I need from you: ",
}
SERVES = {
    "growth": "It serves our growth:",
    "efficiency": "It serves our efficiency:",
    "innovation": "It makes room for what is new:",
    "risk": "It lowers a risk:",
    "people": "It serves our people:",
    "customer": "It serves our customers:",
}
"""How the pitch says whom it serves, by the kind of strategic priority."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """What a step says: one headline and its sentences."""

    headline: Sentence
    sentences: tuple[Sentence, ...]


def narrative(forecast: Forecast, step: str) -> Narrative:
    """The narrative of one of the four steps; where training is not the answer, each of them turns."""
    told = {"opportunity": opportunity, "idea": idea, "evidence": evidence, "ask": ask}[step](forecast)
    if not turned.is_turned(forecast) or forecast["gap_cost"].likely <= 0:
        return told
    if step == "opportunity":
        sentences = (*told.sentences, turned.instead(forecast))
    else:
        sentences = {"idea": turned.idea, "evidence": turned.evidence, "ask": turned.ask}[step](forecast)
    return Narrative(turned.headline(forecast, step), sentences)


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


def quantity(forecast: Forecast, name: str, form: str, tone: Tone = "plain") -> Number:
    """A clickable number of the case in a format."""
    return Number(name, numbers.write(forecast[name].likely, form), tone)


def opportunity(forecast: Forecast) -> Narrative:
    """The gap, what it costs, how much of it is skill, whom closing it serves."""
    case = forecast.case
    sentences = [sentence for metric in case.metrics for sentence in _gap(forecast, metric)]
    if forecast["gap_cost"].likely > 0:
        sentences.append(_skill(forecast))
    priority = case.document.opportunity.priority
    if priority is not None and priority.kind is not None and priority.name:
        owned = f" (owner: {priority.owner})" if priority.owner else ""
        sentences.append(say(f"{SERVES[priority.kind]} “{priority.name}”{owned}."))
    return Narrative(_opening(forecast), tuple(sentences))


def idea(forecast: Forecast) -> Narrative:
    """Who does what, what people will do differently, what it costs all in."""
    case = forecast.case
    given = case.document.idea
    planned = forecast["people_planned"].likely
    cohorts = numbers.spelled(str(len(given.cohorts))) + numbers.plural(len(given.cohorts), " cohort", " cohorts")
    go = numbers.plural(planned, " person goes", " people go")
    sentences = [
        say(quantity(forecast, "people_planned", "count"), f"{go} through it in {cohorts}."),
        say("All in, it costs ", quantity(forecast, "cost", "money", "gap"), ", or ")
        + say(quantity(forecast, "cost_per_learner", "money", "gap"), " a person, their own working time included."),
    ]
    for behaviour in given.behaviours[:1]:
        if behaviour.does:
            instead = f" instead of {lowered(behaviour.instead_of)}" if behaviour.instead_of else ""
            sentences.append(say(ended(f"{behaviour.who or 'Each person'} {lowered(behaviour.does)}{instead}")))
    sentences.append(_applying(forecast))
    return Narrative(_quoted("idea", local(forecast, given.statement or case.title)), tuple(sentences))


def evidence(forecast: Forecast) -> Narrative:
    """What is claimed after every haircut, how sure that is, what matters most."""
    sentences = [_claim(forecast), judgement(forecast).sentence]
    drivers = forecast.tornado()
    if drivers and drivers[0].swing > 0:
        sentences.append(_matters(forecast, drivers[0]))
    statement = forecast.case.document.evidence.statement
    headline = local(forecast, statement) if statement else say("as far as we know today")
    return Narrative(_quoted("evidence", headline), tuple(sentences))


def ask(forecast: Forecast) -> Narrative:
    """The decision, its price, its date; what comes back, and how sure."""
    given = forecast.case.document.ask
    statement = given.statement or "a decision on {cost|money}"
    price = say("It costs ", quantity(forecast, "cost", "money", "gap"), ", all in. ") + _leaves(forecast)
    told = judgement(forecast)
    sentences = [told.sentence] if told.verdict == "nothing happens" else [price, told.sentence]
    delay = forecast.summary.delay_cost
    if delay >= 0.5 and verdict(forecast) in ("pays", "likely"):
        lost = Number("start_delay", numbers.money(delay), "gap")
        sentences.append(say("Each month of delay costs ", lost, "."))
    until = f"by {given.decide_by.day} {given.decide_by:%B %Y}" if given.decide_by else ""
    if given.sponsor or until:
        whom = ", ".join(part for part in (given.sponsor, until) if part)
        sentences.append(say(f"{'Who decides' if given.sponsor else 'The decision is needed'}: {whom}."))
    return Narrative(_quoted("ask", local(forecast, statement)), tuple(sentences))


def _opening(forecast: Forecast) -> Sentence:
    """The headline of the opportunity; where there is none, it says so whatever the statement promises."""
    first = forecast.case.metrics[0]
    if forecast["gap_cost"].likely <= 0:
        return say("“I looked for an opportunity here and found no gap to close.”")
    headline = local(forecast, forecast.case.document.opportunity.statement or story(first, "opportunity"), first)
    nothing = any(
        isinstance(piece, Number) and piece.text.startswith(("0", numbers.MINUS)) for piece in headline.pieces
    )
    if forecast["benefit"].likely <= 0 or nothing:
        return say("“I see an opportunity, but this programme would hardly touch it.”")
    return _quoted("opportunity", headline)


def _gap(forecast: Forecast, metric: MetricUse) -> list[Sentence]:
    """What a metric says of its gap; of a gap that is none, that it is none."""
    sentences = [local(forecast, template, metric) for template in story_lines(metric, "gap")]
    if forecast[metric.gap_cost].likely <= 0:
        team, best = story(metric, "team"), story(metric, "best")
        sentences[1:] = [say(f"There is no gap to close here: {team} already does as well as {best}.")]
    if not metric.counts:
        sentences.append(say(f"“{metric.title}” is not in the total: nobody has said yet what the freed time becomes."))
    return sentences


def _skill(forecast: Forecast) -> Sentence:
    """How much of the gap training can claim, in words that fit the share."""
    able = forecast.case.assumptions["able_share"].likely
    if able > 0.995:
        return say("The case takes ", Number("able_share", "all of it", "benefit"), " to be a matter of being able.")
    if able < 0.005:
        return say(Number("able_share", "None of it", "gap"), " is a matter of being able; training does not close it.")
    share = Number("able_share", "half" if abs(able - 0.5) < 0.005 else numbers.percent(able, 2), "benefit")
    amount = quantity(forecast, "gap_cost_able", "money", "benefit")
    if able < TRAINABLE:
        return say("Only about ", share, " of it, ", amount, " a month, is a matter of being able: ") + say(
            "training is not the answer here."
        )
    return say(
        "About ", share, " of it, ", amount, " a month, is a matter of being able; the rest needs other remedies."
    )


def _applying(forecast: Forecast) -> Sentence:
    """How many apply it, at the best and at the end."""
    applying = forecast["applying"].median_case[0]
    peak, last = numbers.count(float(applying.max())), numbers.count(float(applying[-1]))
    if peak == "0":
        return say(Number("applying", "Nobody", "gap"), " is expected to apply it.")
    people = numbers.plural(float(applying.max()), " person applies it fully", " people apply it fully")
    if peak == last:
        return say("At the end the equivalent of ", Number("applying", last, "benefit"), f"{people}.")
    best = say("At its best the equivalent of ", Number("applying", peak, "benefit"), f"{people}; ")
    if last == "0":
        return best + say("at the end ", Number("applying", "nobody", "gap"), ".")
    return best + say("at the end, ", Number("applying", last, "benefit"), ".")


def _claim(forecast: Forecast) -> Sentence:
    """From the whole gap to what is claimed."""
    cuts = forecast.haircuts()
    if cuts.gross <= 0:
        return say("There is nothing to claim.")
    claimed = quantity(forecast, "benefit", "money", "benefit")
    if not cuts.steps:
        return say("The case claims ", claimed, " and takes no haircut at all.")
    gross = Number("", numbers.money(cuts.gross), "gap")
    before = say("Before any haircut it would be worth ", gross) + local(forecast, " over {horizon|months}; ")
    if claimed.text == "0":
        return before + say("after every haircut ", Number("benefit", "nothing", "gap"), " is left of that.")
    share = numbers.percent(cuts.claimed / cuts.gross, 2)
    return before + say("after every haircut the case claims ", claimed, f", {share} of that.")


def _matters(forecast: Forecast, top: Driver) -> Sentence:
    grade = forecast.case.assumptions[top.name].grade
    low, high = sorted((top.at_low, top.at_high))
    return say(
        "What matters most: ",
        Number(top.name, lowered(top.title), "plain"),
        f" ({grade})" if grade else "",
        f"; over its range the net benefit moves from {numbers.money(low)} to {numbers.money(high)}.",
    )


def _leaves(forecast: Forecast) -> Sentence:
    """What is left at the end, as a range; a loss is called a loss."""
    net = forecast["net_benefit"]
    after = local(forecast, " after {horizon|months}.")
    low, high = net.p10, net.p90
    if high < 0:
        low, high = -high, -low
        verb, tones = "loses", (_tone(-low), _tone(-high))
    else:
        verb, tones = "leaves", (_tone(low), _tone(high))
    first, second = (Number("net_benefit", numbers.money(x), tone) for x, tone in zip((low, high), tones, strict=True))
    if net.draws.shape[0] == 1:
        return say(f"It {verb} ", first) + after
    if first.text == second.text:
        return say(f"In 8 of 10 cases it {verb} about ", first) + after
    return say(f"In 8 of 10 cases it {verb} between ", first, " and ", second) + after


def _tone(value: float) -> Tone:
    return "gap" if value < 0 else "benefit"


def _quoted(step: str, rest: Sentence) -> Sentence:
    return say(f"“{OPENINGS[step]}") + rest + say("”" if str(rest).endswith((".", "!", "?")) else ".”")
