"""What a planned pilot can tell, whether it is worth its price, and which result means what: in plain words."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ldcase.case.document_pilot import ChosenBy, Design
from ldcase.forecast.figure import Array
from ldcase.pilot.gates import SURE, Gates
from ldcase.pilot.observed import Measure
from ldcase.pilot.plan import Plan
from ldcase.pilot.power import POWER
from ldcase.pilot.precision import MOST_TEAMS
from ldcase.pilot.worth import Worth
from ldcase.words import numbers

DESIGNS: Mapping[Design, tuple[str, str]] = {
    "two groups": (
        "People drawn one by one",
        "People are drawn one by one and compared with those who wait. It proves an effect as long as trained and "
        "untrained do not learn from each other.",
    ),
    "whole teams": (
        "Whole teams drawn by lot",
        "Whole teams are trained and compared with teams that wait. It proves an effect, and colleagues cannot blur "
        "it; it takes many teams.",
    ),
    "before and after": (
        "Teams, before and after",
        "Trained and waiting teams are measured before and after. Where figures are steady it takes fewer teams. It "
        "proves an effect if the lot decided; if not, it makes one plausible.",
    ),
    "stepped roll-out": (
        "Everybody in turn, by lot",
        "All teams are trained, a few more each month, in an order drawn by lot. Nobody goes without; it proves an "
        "effect as long as the months themselves can be told apart from it.",
    ),
}
"""By design: its name, and what it proves."""

CHOSEN_BY: Mapping[ChosenBy, str] = {
    "lot": "the lot",
    "managers": "managers put people forward",
    "volunteers": "volunteers",
    "results": "teams with bad results",
}


def amount(value: float, measure: Measure) -> str:
    """An improvement in the measure's unit, as it is spoken: 2.1 points, 0.42 minutes, 13 pieces."""
    if not math.isfinite(value):
        return numbers.plain(value)
    if measure.format in ("percent", "points"):
        return numbers.points(value, 2)
    if measure.format == "months":
        return numbers.months(value)
    text = numbers.plain(value, 2)
    thing = measure.unit.partition("/")[0].partition("*")[0]
    if thing in ("", "share", "1"):
        return text
    if thing == "money":
        return numbers.money(value)
    return f"{text}{numbers.SPACE}{thing}{'' if text == '1' else 's'}"


def teams(count: float, size: float) -> str:
    """So many teams of so many people; people where a team is one person."""
    if size == 1:
        return f"{numbers.count(count)} {'person' if count == 1 else 'people'}"
    return f"{numbers.count(count)} {'team' if count == 1 else 'teams'} of {numbers.plain(size, 2)}"


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
    if not math.isfinite(detectable):
        return f"{who[0].upper()}{who[1:]} in this design cannot tell any effect from chance."
    said = (
        f"{who[0].upper()}{who[1:]}, {numbers.count(plan.trained)} of them trained, can tell an effect of "
        f"{amount(detectable, measure)} from chance in {round(10 * POWER)} of 10 cases; you expect "
        f"{amount(expected, measure)}. "
    )
    if plan.design == "stepped roll-out":
        said = said.replace(f", {numbers.count(plan.trained)} of them trained,", " in turn")
    if found >= POWER:
        return f"{said}So this pilot would probably find it."
    verb = "would probably miss it" if found < 0.5 else f"would find it in {round(10 * found)} of 10 cases"
    if needed is None:
        more = f" Even {teams(MOST_TEAMS, plan.team_size)} would not do."
    else:
        more = f" It would take {teams(needed, plan.team_size)}."
    return f"{said}So this pilot {verb}.{more}"


def worth_it(found: Worth, plan: Plan, currency: str) -> tuple[str, str]:
    """Say whether to buy the pilot, and why: the verdict, and the sentence behind it."""
    planned, best = found.planned, found.best
    price = (
        f"For the decision about everybody who is not in it, its result is worth "
        f"{numbers.money(round(planned.information))} {currency} on average; in all it costs "
        f"{numbers.money(planned.cost)}."
    )
    if planned.net > 0:
        return "This pilot is worth its price.", price
    if best.net > 0:
        size = teams(best.teams, plan.team_size)
        more = f" With {size} it would leave {numbers.money(best.net)}."
        return f"As planned this pilot is not worth its price; with {size} it is.", price + more
    chosen = found.ways[found.chosen]
    return (
        "This pilot is not worth its price: decide now.",
        f"{price} No other size is worth its price either. Decided now, “{chosen}” is best on average. A pilot may "
        "still be right to learn how it is done and what it costs; it will not pay by making the decision better.",
    )


def chart_title(found: Worth, plan: Plan, currency: str) -> str:
    """The finding of the chart of a pilot's worth."""
    if found.best.net > 0:
        left = numbers.money(found.best.net)
        return f"Worth most with {teams(found.best.teams, plan.team_size)}: it leaves {left} {currency}"
    return "At no size is its result worth what it costs"


def odds_of(results: Array, go: float, stop: float) -> str:
    """Say in how many of the pilots to be expected each zone comes up."""
    high, low = float((results >= go).mean()), float((results < stop).mean())
    told = (("go", high), ("adapt", 1 - high - low), ("stop", low))
    said = [f"{name} in {numbers.odds(max(chance, 0.0))}" for name, chance in told]
    return f"As things stand: {', '.join(said)} pilots."


def gates_said(gates: Gates, measure: Measure, found: Worth) -> str:
    """Say what the suggested gates rest on."""
    go, stop = amount(gates.go, measure), amount(gates.stop, measure)
    if gates.decides:
        return (
            f"Below {stop} another way to act is better on average. From {go} on the programme is the best of them and "
            f"pays back in at least {round(10 * SURE)} of 10 cases."
        )
    chosen = found.ways[found.chosen]
    return (
        f"No result that can be expected would change the decision: “{chosen}” stays the best way on average. What the "
        f"programme would need is another matter: all else likely, it just breaks even at "
        f"{amount(gates.break_even, measure)}. So stop below {stop}; from {go} on, chance alone would be the reason in "
        "one of ten pilots at most."
    )


def in_the_ask(go: float, stop: float, measure: Measure) -> tuple[str, str, str]:
    """What is measured, go and stop as they stand in the ask."""
    return (
        f"{measure.title}: trained against untrained",
        f"at least {amount(go, measure)} {measure.better}",
        f"less than {amount(stop, measure)} {measure.better}",
    )
