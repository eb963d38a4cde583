"""What a planned pilot can tell, whether it is worth its price, and which result means what: in plain words."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ldcase.case.document_pilot import ChosenBy, Design
from ldcase.forecast.figure import Array
from ldcase.language import marked, worded, worded_many
from ldcase.pilot.gates import SURE, Gates
from ldcase.pilot.observed import Measure
from ldcase.pilot.plan import Plan
from ldcase.pilot.power import POWER
from ldcase.pilot.precision import MOST_TEAMS
from ldcase.pilot.worth import Worth
from ldcase.words import numbers, units

DESIGNS: Mapping[Design, tuple[str, str]] = {
    "two groups": (
        marked("People drawn one by one"),
        marked(
            "People are drawn one by one and compared with those who wait. It proves an effect as long as trained and "
            "untrained do not learn from each other."
        ),
    ),
    "whole teams": (
        marked("Whole teams drawn by lot"),
        marked(
            "Whole teams are trained and compared with teams that wait. It proves an effect, and colleagues cannot "
            "blur it; it takes many teams."
        ),
    ),
    "before and after": (
        marked("Teams, before and after"),
        marked(
            "Trained and waiting teams are measured before and after. Where figures are steady it takes fewer teams. "
            "It proves an effect if the lot decided; if not, it makes one plausible."
        ),
    ),
    "stepped roll-out": (
        marked("Everybody in turn, by lot"),
        marked(
            "All teams are trained, a few more each month, in an order drawn by lot. Nobody goes without; it proves an "
            "effect as long as the months themselves can be told apart from it."
        ),
    ),
}
"""By design: its name, and what it proves; said by `worded`, as all of these are."""

CHOSEN_BY: Mapping[ChosenBy, str] = {
    "lot": marked("the lot"),
    "managers": marked("managers put people forward"),
    "volunteers": marked("volunteers"),
    "results": marked("teams with bad results"),
}

ZONES: Mapping[str, str] = {"go": marked("go"), "adapt": marked("adapt"), "stop": marked("stop")}
"""What is done with a result, by the zone it lies in."""


def amount(value: float, measure: Measure) -> str:
    """An improvement in the measure's unit, as it is spoken: 2.1 points, 0.42 minutes, 13 pieces."""
    if not math.isfinite(value):
        return numbers.plain(value)
    if measure.format in ("percent", "points"):
        return numbers.points(value, 2)
    if measure.format == "months":
        return numbers.months(value)
    text = numbers.plain(value, 2)
    if units.things(measure.unit, "") == "":
        return numbers.money(value) if measure.unit.startswith(units.MONEY) else text
    return f"{text}{numbers.SPACE}{units.things(measure.unit, '', many=text != '1')}"


def teams(count: float, size: float) -> str:
    """So many teams of so many people; people where a team is one person."""
    n, counted = numbers.count(count), numbers.counted(count)
    if size == 1:
        return worded_many("{n} person", "{n} people", counted, n=n)
    return worded_many("{n} team of {size}", "{n} teams of {size}", counted, n=n, size=numbers.plain(size, 2))


def can_tell(plan: Plan, measure: Measure, detectable: float, expected: float, found: float, needed: int | None) -> str:
    """Say which effect the pilot tells from chance, which one is expected, and whether it would be found.

    Parameters
    ----------
    detectable
        The smallest effect told from chance in 8 of 10 cases; infinite where nothing can be told.
    expected
        What the pilot is expected to show.
    found
        How often that is told from chance, 0..1.
    needed
        How many teams it takes to find it in 8 of 10 cases; None where no number of them does.
    """
    who = teams(plan.teams, plan.team_size)
    who = f"{who[0].upper()}{who[1:]}"
    if not math.isfinite(detectable):
        return worded("{who} in this design cannot tell any effect from chance.", who=who)
    effects = {
        "effect": amount(detectable, measure),
        "expected": amount(expected, measure),
        "tenths": round(10 * POWER),
    }
    if plan.design == "stepped roll-out":
        told = worded(
            "{who} in turn can tell an effect of {effect} from chance in {tenths} of 10 cases; you expect {expected}.",
            who=who,
            **effects,
        )
    else:
        told = worded(
            "{who}, {trained} of them trained, can tell an effect of {effect} from chance in {tenths} of 10 cases; "
            "you expect {expected}.",
            who=who,
            trained=numbers.count(plan.trained),
            **effects,
        )
    if found >= POWER:
        return f"{told} {worded('So this pilot would probably find it.')}"
    if found < 0.5:
        so = worded("So this pilot would probably miss it.")
    else:
        so = worded("So this pilot would find it in {tenths} of 10 cases.", tenths=round(10 * found))
    if needed is None:
        more = worded("Even {teams} would not do.", teams=teams(MOST_TEAMS, plan.team_size))
    else:
        more = worded("It would take {teams}.", teams=teams(needed, plan.team_size))
    return f"{told} {so} {more}"


def worth_it(found: Worth, plan: Plan, currency: str) -> tuple[str, str]:
    """Say whether to buy the pilot, and why: the verdict, and the sentence behind it."""
    planned, best = found.planned, found.best
    price = worded(
        "For the decision about everybody who is not in it, its result is worth {worth} {currency} on average; in all "
        "it costs {cost}.",
        worth=numbers.money(round(planned.information)),
        currency=currency,
        cost=numbers.money(planned.cost),
    )
    if planned.net > 0:
        return worded("This pilot is worth its price."), price
    if best.net > 0:
        size = teams(best.teams, plan.team_size)
        more = worded("With {teams} it would leave {amount}.", teams=size, amount=numbers.money(best.net))
        return (
            worded("As planned this pilot is not worth its price; with {teams} it is.", teams=size),
            f"{price} {more}",
        )
    no_other = worded(
        "No other size is worth its price either. Decided now, “{way}” is best on average. A pilot may still be right "
        "to learn how it is done and what it costs; it will not pay by making the decision better.",
        way=worded(found.ways[found.chosen]),
    )
    return worded("This pilot is not worth its price: decide now."), f"{price} {no_other}"


def chart_title(found: Worth, plan: Plan, currency: str) -> str:
    """The finding of the chart of a pilot's worth."""
    if found.best.net > 0:
        return worded(
            "Worth most with {teams}: it leaves {amount} {currency}",
            teams=teams(found.best.teams, plan.team_size),
            amount=numbers.money(found.best.net),
            currency=currency,
        )
    return worded("At no size is its result worth what it costs")


def odds_of(results: Array, go: float, stop: float) -> str:
    """Say in how many of the pilots to be expected each zone comes up."""
    high, low = float((results >= go).mean()), float((results < stop).mean())
    return worded(
        "As things stand: go in {go}, adapt in {adapt}, stop in {stop} pilots.",
        go=numbers.odds(max(high, 0.0)),
        adapt=numbers.odds(max(1 - high - low, 0.0)),
        stop=numbers.odds(max(low, 0.0)),
    )


def gates_said(gates: Gates, measure: Measure, found: Worth) -> str:
    """Say what the suggested gates rest on."""
    go, stop = amount(gates.go, measure), amount(gates.stop, measure)
    if gates.decides:
        return worded(
            "Below {stop} another way to act is better on average. From {go} on the programme is the best of them and "
            "pays back in at least {tenths} of 10 cases.",
            stop=stop,
            go=go,
            tenths=round(10 * SURE),
        )
    return worded(
        "No result that can be expected would change the decision: “{way}” stays the best way on average. What the "
        "programme would need is another matter: all else likely, it just breaks even at {effect}. So stop below "
        "{stop}; from {go} on, chance alone would be the reason in one of ten pilots at most.",
        way=worded(found.ways[found.chosen]),
        effect=amount(gates.break_even, measure),
        stop=stop,
        go=go,
    )


def in_the_ask(go: float, stop: float, measure: Measure) -> tuple[str, str, str]:
    """What is measured, go and stop as they stand in the ask."""
    title, go_at, stop_at = worded(measure.title), amount(go, measure), amount(stop, measure)
    told = worded("{measure}: trained against untrained", measure=title)
    if measure.better == "higher":
        return (
            told,
            worded("at least {effect} higher", effect=go_at),
            worded("less than {effect} higher", effect=stop_at),
        )
    return told, worded("at least {effect} lower", effect=go_at), worded("less than {effect} lower", effect=stop_at)
