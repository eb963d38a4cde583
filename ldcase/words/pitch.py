"""The narrative of the four steps: for each a headline and a few sentences that follow the numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ldcase.case import MetricUse
from ldcase.case.own_words import ALSO, GAP, STATEMENT
from ldcase.forecast import Driver, Forecast
from ldcase.language import marked, worded, worded_as
from ldcase.words import live, numbers, priorities, turned
from ldcase.words.answer import lowered
from ldcase.words.causes import TRAINABLE
from ldcase.words.grades import GRADES
from ldcase.words.likely_case import likely_and_middle
from ldcase.words.own_words import in_own_words, own_words
from ldcase.words.sentence import (
    Number,
    Sentence,
    Tone,
    ended,
    joined,
    say,
    template,
    worded_sentence,
    worded_sentence_many,
)
from ldcase.words.verdict import judgement, verdict

STEPS = (
    ("opportunity", marked("Opportunity")),
    ("idea", marked("Idea")),
    ("evidence", marked("Evidence")),
    ("ask", marked("Ask")),
)
"""The steps, and what they are called; said by `worded`, as all of these are."""
OPENINGS = {
    "opportunity": marked("I see an opportunity to "),
    "idea": marked("So I’d like us to try "),
    "evidence": marked("Here’s why it should work: "),
    "ask": marked("Here’s what I need from you: "),
}
"""How the headline of a step begins; the rest follows without any change, in every language."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """What a step says: one headline and its sentences."""

    headline: Sentence
    sentences: tuple[Sentence, ...]


def narrative(forecast: Forecast, step: str) -> Narrative:
    """The narrative of one of the four steps; where training is not the answer, each of them turns.

    Own words of the case stand in the place of the workbook's, but for its verdicts and warnings.
    """
    told = workbook(forecast, step)
    return replace(told, sentences=in_own_words(forecast, _own(forecast, step, told), told.sentences))


def workbook(forecast: Forecast, step: str) -> Narrative:
    """What a step says in the words of the workbook, apart from its headline, which is the case's own."""
    told = {"opportunity": opportunity, "idea": idea, "evidence": evidence, "ask": ask}[step](forecast)
    if not turned.is_turned(forecast) or forecast["gap_cost"].likely <= 0:
        return told
    if step == "opportunity":
        sentences = (*told.sentences, turned.instead(forecast))
    else:
        sentences = {"idea": turned.idea, "evidence": turned.evidence, "ask": turned.ask}[step](forecast)
    return Narrative(turned.headline(forecast, step).called(STATEMENT, stays=True), sentences)


def rewritten(forecast: Forecast, step: str, told: Narrative, key: str, text: str) -> Narrative:
    """A narrative with other words for one of its sentences, as they would read."""
    if key != STATEMENT:
        words = workbook(forecast, step)
        own = _own(forecast, step, words) | {key: text}
        return replace(told, sentences=in_own_words(forecast, own, words.sentences))
    if told.headline.stays:
        return told
    metric = forecast.case.metrics[0] if step == "opportunity" else None
    return replace(told, headline=_quoted(step, local(forecast, text, metric)))


def _own(forecast: Forecast, step: str, told: Narrative) -> dict[str, str]:
    """The own words of a step; what was added at the end would stand against a pitch that has turned."""
    own = own_words(forecast, step)
    return {key: text for key, text in own.items() if key != ALSO} if told.headline.stays else own


def words_of(forecast: Forecast, step: str, key: str) -> str:
    """The words of a sentence with their placeholders: somebody's own, else those of the workbook; empty if none."""
    if key == STATEMENT:
        return statement(forecast, step)
    own = own_words(forecast, step)
    if key in own:
        return own[key]
    if key.startswith(GAP):
        metric = next((use for use in forecast.case.metrics if key == f"{GAP}{use.key}"), None)
        return " ".join(story_lines(metric, "gap")) if metric is not None else ""
    found = (each for each in workbook(forecast, step).sentences if each.key == key and not each.stays)
    return " ".join(template(each) for each in found)


def statement(forecast: Forecast, step: str) -> str:
    """What completes the opening of a step: the words of the case, else those of the workbook."""
    given: str = getattr(forecast.case.document, step).statement
    if given or step == "idea":
        return given or forecast.case.title
    if step == "opportunity":
        return story(forecast.case.metrics[0], "opportunity")
    return worded("as far as we know today") if step == "evidence" else worded("a decision on {cost|money}")


def local(forecast: Forecast, template: str, metric: MetricUse | None = None) -> Sentence:
    """Fill a template; names are looked up in the metric first, then in the whole case."""

    return live.local(forecast, template, f"{metric.key}." if metric else "")


def story_lines(metric: MetricUse, part: str) -> tuple[str, ...]:
    """The sentences of a metric for a part of the pitch, as its catalogue file has them; none if it is silent."""
    told = metric.module.story.get(part, ())
    return tuple(worded(line) for line in ((told,) if isinstance(told, str) else told))


def story(metric: MetricUse, part: str) -> str:
    """The one sentence or word of a metric for a part of the pitch."""
    return " ".join(story_lines(metric, part))


def quantity(forecast: Forecast, name: str, form: str, tone: Tone = "plain") -> Number:
    """A clickable number of the case in a format."""
    return Number(name, numbers.write(forecast[name].likely, form), tone, f"{name}|{form}")


def opportunity(forecast: Forecast) -> Narrative:
    """The gap, what it costs, how much of it is skill, whom closing it serves."""
    case = forecast.case
    sentences = [each.called("priority") for each in priorities.serves(forecast)]
    sentences += [sentence for metric in case.metrics for sentence in _gap(forecast, metric)]
    if forecast["gap_cost"].likely > 0:
        sentences.append(_skill(forecast))
        if not turned.is_turned(forecast):
            sentences += [each.called("meaning") for each in priorities.means(forecast)]
    return Narrative(_opening(forecast), tuple(sentences))


def idea(forecast: Forecast) -> Narrative:
    """Who does what, what people will do differently, what it costs all in."""
    case = forecast.case
    given = case.document.idea
    sentences = [
        worded_sentence_many(
            "{people} person goes through it in {cohorts}.",
            "{people} people go through it in {cohorts}.",
            numbers.counted(forecast["people_planned"].likely),
            people=quantity(forecast, "people_planned", "count"),
            cohorts=replace(live.LIVE["cohorts"][1](forecast), live="cohorts"),
        ).called("people"),
        worded_sentence(
            "All in, it costs {cost}, or {each} a person, their own working time included.",
            cost=quantity(forecast, "cost", "money", "gap"),
            each=quantity(forecast, "cost_per_learner", "money", "gap"),
        ).called("price"),
    ]
    does = (_does(one.who, one.does, one.instead_of) for one in given.behaviours[:1] if one.does)
    sentences.extend(each.called("behaviour") for each in does)
    applying = _applying(forecast)
    sentences.append(applying.called("applying", stays=applying.stays))
    return Narrative(_quoted("idea", local(forecast, statement(forecast, "idea"))), tuple(sentences))


def _does(who: str, does: str, instead_of: str) -> Sentence:
    """What people will do differently, in the words of the case."""
    who, does = who or worded("Each person"), lowered(does)
    if not instead_of:
        return say(ended(worded("{who} {does}", who=who, does=does)))
    other = lowered(instead_of)
    return say(ended(worded("{who} {does} instead of {other}", who=who, does=does, other=other)))


def evidence(forecast: Forecast) -> Narrative:
    """What is claimed after every haircut, how sure that is, what matters most."""
    sentences = [_claim(forecast), judgement(forecast).sentence]
    drivers = forecast.tornado()
    if drivers and drivers[0].swing > 0:
        sentences.append(_matters(forecast, drivers[0]))
    return Narrative(_quoted("evidence", local(forecast, statement(forecast, "evidence"))), tuple(sentences))


def ask(forecast: Forecast) -> Narrative:
    """The decision, its price, its date; what comes back, and how sure."""
    cost = quantity(forecast, "cost", "money", "gap")
    price = joined(worded_sentence("It costs {cost}, all in.", cost=cost), _leaves(forecast))
    price = price.called("price", stays=forecast["net_benefit"].likely < 0)
    told, middle = judgement(forecast), likely_and_middle(forecast)
    sentences = [told.sentence] if told.verdict == "nothing happens" else [price, told.sentence]
    if middle is not None and told.verdict != "not training":
        sentences.insert(1, middle)
    delay = forecast.summary.delay_cost
    if delay >= 0.5 and verdict(forecast) in ("pays", "likely"):
        lost = Number("start_delay", numbers.money(delay), "gap", "delay_cost")
        sentences.append(priorities.delay(forecast, lost).called("delay"))
    if verdict(forecast) in ("pays", "likely"):
        sentences += [each.called("request") for each in priorities.request(forecast)]
    sentences += [each.called("decides") for each in turned.who_decides(forecast)]
    return Narrative(_quoted("ask", local(forecast, statement(forecast, "ask"))), tuple(sentences))


def _opening(forecast: Forecast) -> Sentence:
    """The headline of the opportunity; where there is none, it says so whatever the statement promises."""
    first = forecast.case.metrics[0]
    if forecast["gap_cost"].likely <= 0:
        return worded_sentence("“I looked for an opportunity here and found no gap to close.”").called(
            STATEMENT, stays=True
        )
    headline = local(forecast, statement(forecast, "opportunity"), first)
    hardly = any(
        isinstance(piece, Number) and (piece.text.startswith(numbers.MINUS) or numbers.nothing(piece.text))
        for piece in headline.pieces
    )
    if forecast["benefit"].likely <= 0 or hardly:
        return worded_sentence("“I see an opportunity, but this programme would hardly touch it.”").called(
            STATEMENT, stays=True
        )
    return _quoted("opportunity", headline)


def _gap(forecast: Forecast, metric: MetricUse) -> list[Sentence]:
    """What a metric says of its gap; of a gap that is none, that it is none."""
    none = forecast[metric.gap_cost].likely <= 0
    key = f"{GAP}{metric.key}"
    sentences = [local(forecast, each, metric).called(key, stays=none) for each in story_lines(metric, "gap")]
    if none:
        team, best = story(metric, "team"), story(metric, "best")
        sentences[1:] = [
            worded_sentence(
                "There is no gap to close here: {team} already does as well as {best}.", team=team, best=best
            )
        ]
    return [*sentences, *not_counted(metric)]


def not_counted(metric: MetricUse) -> tuple[Sentence, ...]:
    """That a metric is not in the total, where it is not."""
    if metric.counts:
        return ()
    return (
        worded_sentence(
            "“{metric}” is not in the total: nobody has said yet what the freed time becomes.",
            metric=worded(metric.title),
        ),
    )


def _skill(forecast: Forecast) -> Sentence:
    """How much of the gap training can claim, in words that fit the share."""
    able = forecast.case.assumptions["able_share"].likely
    if able > 0.995:
        whole = Number("able_share", worded_as("gap", "all of it"), "benefit", "able_share|percent")
        return worded_sentence("The case takes {all} to be a matter of being able.", all=whole).called("skill")
    if able < 0.005:
        none = Number("able_share", worded_as("gap", "None of it"), "gap")
        return worded_sentence("{none} is a matter of being able; training does not close it.", none=none).called(
            "skill", stays=True
        )
    half = worded_as("gap", "half") if abs(able - 0.5) < 0.005 else numbers.percent(able, 2)
    share = Number("able_share", half, "benefit", "able_share|percent")
    amount = quantity(forecast, "gap_cost_able", "money", "benefit")
    if able < TRAINABLE:
        return worded_sentence(
            "Only about {share} of it, {amount} a month, is a matter of being able: training is not the answer here.",
            share=share,
            amount=amount,
        ).called("skill", stays=True)
    return worded_sentence(
        "About {share} of it, {amount} a month, is a matter of being able; the rest needs other remedies.",
        share=share,
        amount=amount,
    ).called("skill")


def _applying(forecast: Forecast) -> Sentence:
    """How many apply it, at the best and at the end."""
    applying = forecast["applying"].median_case[0]
    peak, last = numbers.count(float(applying.max())), numbers.count(float(applying[-1]))
    if peak == "0":
        nobody = Number("applying", worded("Nobody"), "gap")
        return worded_sentence("{nobody} is expected to apply it.", nobody=nobody).called("applying", stays=True)
    heads = numbers.counted(float(applying.max()))
    best, end = (
        Number("applying", text, "benefit", name) for text, name in ((peak, "applying_most"), (last, "applying_end"))
    )
    if peak == last:
        return worded_sentence_many(
            "At the end the equivalent of {people} person applies it fully.",
            "At the end the equivalent of {people} people apply it fully.",
            heads,
            people=end,
        )
    if last == "0":
        return worded_sentence_many(
            "At its best the equivalent of {people} person applies it fully; at the end {nobody}.",
            "At its best the equivalent of {people} people apply it fully; at the end {nobody}.",
            heads,
            people=best,
            nobody=Number("applying", worded_as("at the end", "nobody"), "gap"),
        )
    return worded_sentence_many(
        "At its best the equivalent of {people} person applies it fully; at the end, {last}.",
        "At its best the equivalent of {people} people apply it fully; at the end, {last}.",
        heads,
        people=best,
        last=end,
    )


def _claim(forecast: Forecast) -> Sentence:
    """From the whole gap to what is claimed."""
    cuts = forecast.haircuts()
    if cuts.gross <= 0:
        return worded_sentence("There is nothing to claim.").called("claim", stays=True)
    claimed = quantity(forecast, "benefit", "money", "benefit")
    if not cuts.steps:
        return worded_sentence("The case claims {claimed} and takes no haircut at all.", claimed=claimed).called(
            "claim"
        )
    gross = Number("benefit", numbers.money(cuts.gross), "gap", "before_haircuts")
    time = Number("", numbers.months(forecast.case.horizon), live="horizon|months")
    if claimed.text == "0":
        return worded_sentence(
            "Before any haircut it would be worth {gross} over {time}; after every haircut {nothing} is left of that.",
            gross=gross,
            time=time,
            nothing=Number("benefit", worded_as("is left", "nothing"), "gap"),
        ).called("claim", stays=True)
    return worded_sentence(
        "Before any haircut it would be worth {gross} over {time}; after every haircut the case claims {claimed}, "
        "{share} of that.",
        gross=gross,
        time=time,
        claimed=claimed,
        share=Number("benefit", numbers.percent(cuts.claimed / cuts.gross, 2), live="claimed_share"),
    ).called("claim")


def _matters(forecast: Forecast, top: Driver) -> Sentence:
    grade = forecast.case.assumptions[top.name].grade
    name = lowered(worded(top.title))
    low, high = sorted((top.at_low, top.at_high))
    ends = {"low": numbers.money(low), "high": numbers.money(high)}
    if not grade:
        return worded_sentence(
            "What matters most: {assumption}; over its range the net benefit moves from {low} to {high}.",
            assumption=Number(top.name, name, "plain"),
            **ends,
        )
    return worded_sentence(
        "What matters most: {assumption} ({grade}); over its range the net benefit moves from {low} to {high}.",
        assumption=Number(top.name, name, "plain"),
        grade=worded(GRADES[grade]),
        **ends,
    )


def _leaves(forecast: Forecast) -> Sentence:
    """What is left at the end, as a range; a loss is called a loss."""
    net = forecast["net_benefit"]
    low, high = net.p10, net.p90
    lost = high < 0
    tones = (_tone(high), _tone(low)) if lost else (_tone(low), _tone(high))
    if lost:
        low, high = -high, -low
    names = ("", "") if lost else ("net_low", "net_high")
    first, second = (
        Number("net_benefit", numbers.money(x), tone, name)
        for x, tone, name in zip((low, high), tones, names, strict=True)
    )
    after = Number("", numbers.after(forecast.case.horizon), live="after_horizon")
    if net.draws.shape[0] == 1:
        if lost:
            return worded_sentence("It loses {amount} {after}.", amount=first, after=after)
        return worded_sentence("It leaves {amount} {after}.", amount=first, after=after)
    if first.text == second.text:
        if lost:
            return worded_sentence("In 8 of 10 cases it loses about {amount} {after}.", amount=first, after=after)
        return worded_sentence("In 8 of 10 cases it leaves about {amount} {after}.", amount=first, after=after)
    if lost:
        return worded_sentence(
            "In 8 of 10 cases it loses between {low} and {high} {after}.", low=first, high=second, after=after
        )
    return worded_sentence(
        "In 8 of 10 cases it leaves between {low} and {high} {after}.", low=first, high=second, after=after
    )


def _tone(value: float) -> Tone:
    return "gap" if value < 0 else "benefit"


def _quoted(step: str, rest: Sentence) -> Sentence:
    opened = say(worded(OPENINGS[step])) + rest
    whole = opened if str(rest).endswith((".", "!", "?")) else opened + say(".")
    return worded_sentence("“{sentence}”", sentence=whole).called(STATEMENT)
