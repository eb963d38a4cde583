"""What the pilot found and what it changes, in sentences: the result, the zone it lies in, how the forecast moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ldcase.case.document_pilot import PilotGates
from ldcase.forecast import Forecast
from ldcase.forecast.update import Updated
from ldcase.language import worded, worded_many
from ldcase.pilot.analysis import PilotResult
from ldcase.pilot.gates import zone
from ldcase.pilot.observed import Measure
from ldcase.words import numbers, units
from ldcase.words.pilot import ZONES, amount
from ldcase.words.sentence import Number, Sentence, Tone, joined, worded_sentence


def between(low: float, high: float, measure: Measure) -> str:
    """Two ends of a difference: 0.19 to 0.41 minutes, 1.2 to 3 points."""
    first, last = amount(low, measure), amount(high, measure)
    number, _, unit = first.rpartition(numbers.SPACE)
    is_money = measure.unit.startswith(units.MONEY)  # thousands and millions do not share one
    shared = number and numbers.SPACE in last and (unit == last.rpartition(numbers.SPACE)[2] or not is_money)
    return worded("{first} to {last}", first=number if shared else first, last=last)


def found(result: PilotResult, measure: Measure) -> Sentence:
    """By how much the trained improved beyond the others, and how sure that is."""
    tone: Tone = "benefit" if result.estimate > 0 else "gap"
    size = Number("", amount(abs(result.estimate), measure), tone)
    title = worded(measure.title)
    if result.method == "one group" and result.estimate >= 0:
        sentence = worded_sentence("{measure}: the trained improved by {size} since before.", measure=title, size=size)
    elif result.method == "one group":
        sentence = worded_sentence(
            "{measure}: the trained fell behind by {size} since before.", measure=title, size=size
        )
    elif result.estimate >= 0:
        sentence = worded_sentence(
            "{measure}: the trained improved by {size} more than the others.", measure=title, size=size
        )
    else:
        sentence = worded_sentence(
            "{measure}: the trained fell behind by {size} against the others.", measure=title, size=size
        )
    if not result.proof:
        return sentence
    sure = worded_sentence(
        "In 8 of 10 such pilots the truth lies within {narrow}, in 95 of 100 within {wide}.",
        narrow=between(*result.interval(0.8), measure),
        wide=between(*result.interval(0.95), measure),
    )
    return joined(sentence, sure)


def who_was_counted(result: PilotResult) -> str:
    """How many people and teams, and what counts as one."""
    if not result.comparison_teams:
        teams = worded_many(
            "{n} team, all of it trained", "{n} teams, all of them trained", result.pilot_teams, n=result.pilot_teams
        )
    elif result.by_team:
        teams = worded(
            "{trained} trained and {others} other teams; each team counts once",
            trained=result.pilot_teams,
            others=result.comparison_teams,
        )
    else:
        teams = worded(
            "{trained} trained and {others} other teams; people counted, errors by team",
            trained=result.pilot_teams,
            others=result.comparison_teams,
        )
    if not result.people:
        return teams
    return worded("{people} people in {teams}", people=numbers.whole(result.people), teams=teams)


def verdict(result: PilotResult, measure: Measure, gates: PilotGates | None) -> Sentence:
    """In which of the zones agreed before the result lies; or that none were agreed."""
    if gates is None or gates.go is None or gates.stop is None:
        return worded_sentence("No gates were agreed before the pilot, so what this result means is open to argument.")
    name = zone(result.estimate, gates.go, gates.stop)
    go, stop = amount(gates.go, measure), amount(gates.stop, measure)
    tones: Mapping[str, Tone] = {"go": "benefit", "adapt": "plain", "stop": "gap"}
    said = Number("", worded(ZONES[name]), tones[name])
    if name == "go":
        sentence = worded_sentence("The result lies in the zone agreed as “{zone}”: {go} or more.", zone=said, go=go)
    elif name == "adapt":
        sentence = worded_sentence(
            "The result lies in the zone agreed as “{zone}”: {stop} or more, but less than {go}.",
            zone=said,
            stop=stop,
            go=go,
        )
    else:
        sentence = worded_sentence(
            "The result lies in the zone agreed as “{zone}”: less than {stop}.", zone=said, stop=stop
        )
    low, high = result.interval(0.8)
    if zone(low, gates.go, gates.stop) == zone(high, gates.go, gates.stop):
        return sentence
    return joined(sentence, worded_sentence("It is near enough to the next zone that chance may have put it there."))


def written_late(gates: PilotGates | None, taken_on: date | None) -> bool:
    """Whether the gates were written down after the result was known."""
    return bool(gates and gates.set_on and taken_on and gates.set_on > taken_on)


def agreement(after: Updated) -> Sentence:
    """Whether the result and what was expected agree, in draws that still count."""
    counted, every = numbers.whole(after.effective), numbers.whole(len(after.weights))
    if after.surprising and not after.usable:
        return worded_sentence(
            "The forecast from before had practically ruled this result out: fewer than 1 in 100 of the results it "
            "expected are as far out. One of the two is wrong. Look for what the case did not know, or for what is "
            "special about the pilot, before anything is taken in."
        )
    if after.surprising:
        return worded_sentence(
            "The forecast from before had practically ruled this result out: fewer than 1 in 100 of the results it "
            "expected are as far out. One of the two is wrong; look for the reason."
        )
    if not after.usable:
        return worded_sentence(
            "The result is so exact that only {counted} of {every} simulated cases come near it: too few to draw a "
            "narrow range from. It is shown, and the forecast is left as it is.",
            counted=counted,
            every=every,
        )
    told = worded_sentence(
        "Of {every} simulated cases, as many as {counted} still count after this result.", every=every, counted=counted
    )
    if not after.rough:
        return told
    return joined(told, worded_sentence("That is few: read the new range as rough."))


def moved(before: Forecast, after: Updated) -> Sentence:
    """How the net benefit moves: exactly, by the weights."""
    net = before["net_benefit"]
    low, middle, high = after.quantiles(net.draws)
    chance, earlier = numbers.odds(after.chance(net.draws)), numbers.odds(net.chance())
    told = worded_sentence(
        "Net benefit, most likely {earlier} before ({range}), is now {now} ({now_range}).",
        earlier=numbers.money(net.p50),
        range=numbers.money_range(net.p10, net.p90),
        now=Number("net_benefit", numbers.money(middle), "benefit" if middle > 0 else "gap"),
        now_range=numbers.money_range(low, high),
    )
    if chance == earlier:
        return joined(told, worded_sentence("It pays back in {odds} cases, as before.", odds=chance))
    return joined(
        told,
        worded_sentence("It pays back in {odds} cases, before it was {earlier}.", odds=chance, earlier=earlier),
    )
