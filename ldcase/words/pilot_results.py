"""What the pilot found and what it changes, in sentences: the result, the zone it lies in, how the forecast moved."""

from __future__ import annotations

from datetime import date

from ldcase.case.document_pilot import PilotGates
from ldcase.forecast import Forecast
from ldcase.forecast.update import Updated
from ldcase.pilot.analysis import PilotResult
from ldcase.pilot.gates import zone
from ldcase.pilot.observed import Measure
from ldcase.words import numbers
from ldcase.words.pilot import amount
from ldcase.words.sentence import Number, Sentence, say


def between(low: float, high: float, measure: Measure) -> str:
    """Two ends of a difference: 0.19 to 0.41 minutes, 1.2 to 3 points."""
    last = amount(high, measure)
    unit = last[len(last.rstrip("abcdefghijklmnopqrstuvwxyz%").rstrip(numbers.SPACE)) :]
    first = amount(low, measure)
    return (
        f"{first.removesuffix(unit).removesuffix(unit.removesuffix('s'))} to {last}" if unit else f"{first} to {last}"
    )


def found(result: PilotResult, measure: Measure) -> Sentence:
    """By how much the trained improved beyond the others, and how sure that is."""
    size = amount(abs(result.estimate), measure)
    tone = "benefit" if result.estimate > 0 else "gap"
    verb = "improved by " if result.estimate >= 0 else "fell behind by "
    against = "since before" if result.method == "one group" else "more than the others"
    if result.estimate < 0:
        against = "since before" if result.method == "one group" else "against the others"
    sentence = say(f"{measure.title}: the trained {verb}", Number("", size, tone), f" {against}.")  # type: ignore[arg-type]
    if result.proof:
        low, high = result.interval(0.8)
        sentence += say(f" In 8 of 10 such pilots the truth lies within {between(low, high, measure)}")
        low, high = result.interval(0.95)
        sentence += say(f", in 95 of 100 within {between(low, high, measure)}.")
    return sentence


def who_was_counted(result: PilotResult) -> str:
    """How many people and teams, and what counts as one."""
    people = f"{result.people:,} people in ".replace(",", numbers.SPACE) if result.people else ""
    if not result.comparison_teams:
        return f"{people}{result.pilot_teams} teams, all of them trained"
    counted = "each team counts once" if result.by_team else "people counted, errors by team"
    return f"{people}{result.pilot_teams} trained and {result.comparison_teams} other teams; {counted}"


def verdict(result: PilotResult, measure: Measure, gates: PilotGates | None) -> Sentence:
    """In which of the zones agreed before the result lies; or that none were agreed."""
    if gates is None or gates.go is None or gates.stop is None:
        return say("No gates were agreed before the pilot, so what this result means is open to argument.")
    name = zone(result.estimate, gates.go, gates.stop)
    go, stop = amount(gates.go, measure), amount(gates.stop, measure)
    where = {
        "go": f"{go} or more",
        "adapt": f"{stop} or more, but less than {go}",
        "stop": f"less than {stop}",
    }[name]
    tone = {"go": "benefit", "adapt": "plain", "stop": "gap"}[name]
    sentence = say("The result lies in the zone agreed as “", Number("", name, tone), f"”: {where}.")  # type: ignore[arg-type]
    low, high = result.interval(0.8)
    if zone(low, gates.go, gates.stop) != zone(high, gates.go, gates.stop):
        sentence += say(" It is near enough to the next zone that chance may have put it there.")
    return sentence


def written_late(gates: PilotGates | None, taken_on: date | None) -> bool:
    """Whether the gates were written down after the result was known."""
    return bool(gates and gates.set_on and taken_on and gates.set_on > taken_on)


def agreement(after: Updated) -> Sentence:
    """Whether the result and what was expected agree, in draws that still count."""
    counted = f"{round(after.effective):,}".replace(",", numbers.SPACE)
    every = f"{len(after.weights):,}".replace(",", numbers.SPACE)
    if after.surprising:
        return say(
            "The forecast from before had practically ruled this result out: fewer than 1 in 100 of the results it"
            " expected are as far out. One of the two is wrong. Look for what the case did not know, or for what is"
            " special about the pilot, before anything is taken in."
            if not after.usable
            else "The forecast from before had practically ruled this result out: fewer than 1 in 100 of the results"
            " it expected are as far out. One of the two is wrong; look for the reason."
        )
    if not after.usable:
        return say(
            f"The result is so exact that only {counted} of {every} simulated cases come near it: too few to draw a"
            " narrow range from. It is shown, and the forecast is left as it is."
        )
    rough = " That is few: read the new range as rough." if after.rough else ""
    return say(f"Of {every} simulated cases, as many as {counted} still count after this result.{rough}")


def moved(before: Forecast, after: Updated) -> Sentence:
    """How the net benefit moves: exactly, by the weights."""
    net = before["net_benefit"]
    low, middle, high = after.quantiles(net.draws)
    chance, earlier = numbers.odds(after.chance(net.draws)), numbers.odds(net.chance())
    then = "as before" if chance == earlier else f"before it was {earlier}"
    return say(
        f"Net benefit, most likely {numbers.money(net.p50)} before ({numbers.money_range(net.p10, net.p90)}), is now ",
        Number("net_benefit", numbers.money(middle), "benefit" if middle > 0 else "gap"),
        f" ({numbers.money_range(low, high)}). It pays back in {chance} cases, {then}.",
    )
