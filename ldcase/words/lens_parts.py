"""What lenses are made of: sentences that several of them say, and what a lens shows on one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.case.own_words import GAP
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import dates, numbers
from ldcase.words.objections import objections, weak_points
from ldcase.words.pitch import Narrative
from ldcase.words.promise import later
from ldcase.words.question import Listed, money
from ldcase.words.sentence import Number, Sentence, Tone, ended, worded_sentence, worded_sentence_many
from ldcase.words.verdict import judgement

LEARNERS, MANAGERS = "hours_of_learners", "hours_of_managers"
"""Hours away from work by month."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a lens's screen: a title, sentences, a table."""

    title: str
    told: tuple[Sentence, ...] = ()
    listed: Listed | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """A lens on one screen.

    Attributes
    ----------
    figures
        The few figures that matter there: what each is, and the figure.
    sections
        In the order in which they are read.
    chart
        The chart that shows it best.
    weak
        Where the case is weak: the same for everybody.
    """

    figures: tuple[tuple[str, Number], ...]
    sections: tuple[Section, ...]
    chart: str
    weak: tuple[str, ...]


Told = Callable[[Forecast, Narrative], Sequence[Sentence | None]]
"""What says a step as somebody sees it; None is a sentence that this case has no occasion for."""


def by_step(opportunity: Told, idea: Told, evidence: Told, ask: Told) -> Mapping[str, Told]:
    """What a lens says, by the step in which it says it."""
    return {"opportunity": opportunity, "idea": idea, "evidence": evidence, "ask": ask}


def told(base: Narrative, *keys: str) -> tuple[Sentence, ...]:
    """The pitch's own sentences of these keys, or that begin with one, each key's first only; own words included."""
    found = []
    for key in keys:
        found += [each for each in base.sentences if each.key.startswith(key)][:1]
    return tuple(found)


def gap_said(base: Narrative) -> tuple[Sentence, ...]:
    """What the pitch says first of the gap."""
    return told(base, GAP)


def weak(forecast: Forecast) -> tuple[str, ...]:
    """Where the case is weak, in its own words; no lens leaves any of it out."""
    return weak_points(objections(forecast))


def begins(forecast: Forecast) -> tuple[int, ...]:
    """The months of the case in which a group begins, with the delay that is set, in their order."""
    case = forecast.case
    delay = round(forecast["start_delay"].likely)
    cohorts = range(1, len(case.document.idea.cohorts) + 1)
    return tuple(sorted(round(case.plan[f"cohort_{number}.start"]) + delay for number in cohorts))


def away(forecast: Forecast) -> tuple[tuple[int, float, float], ...]:
    """The months in which somebody is away: month, hours of the learners, hours of their managers."""
    hours = [forecast[name].median_case[0] if name in forecast.values else np.zeros(1) for name in (LEARNERS, MANAGERS)]
    learners, managers = (np.broadcast_to(each, forecast.case.horizon) for each in hours)
    return tuple(
        (month, float(one), float(other))
        for month, (one, other) in enumerate(zip(learners, managers, strict=True), start=1)
        if one > 0 or other > 0
    )


def busiest(forecast: Forecast) -> tuple[int, float] | None:
    """The month in which most hours are away, and how many; None where nobody is."""
    months = away(forecast)
    if not months:
        return None
    month, one, other = max(months, key=lambda each: each[1] + each[2])
    return month, one + other


def month_name(forecast: Forecast, month: int) -> str:
    """A month of the case by its name in the calendar: February 2027."""
    return dates.month(later(forecast.case.start, month - 1))


def hours(forecast: Forecast, name: str, tone: Tone = "plain") -> Number:
    """A number of hours of the case, as it is counted."""
    return Number(name, numbers.plain(forecast[name].likely, 3), tone)


def who_starts(forecast: Forecast) -> Sentence:
    """How many people in how many groups, from when to when."""
    months = begins(forecast)
    people = Number("people_planned", numbers.count(forecast["people_planned"].likely))
    if len(months) == 1:
        return worded_sentence(
            "{people} people go through it in one group, from {month} on.",
            people=people,
            month=month_name(forecast, months[0]),
        )
    return worded_sentence(
        "{people} people go through it in {count} groups, the first from {first}, the last from {last} on.",
        people=people,
        count=numbers.spelled(str(len(months))),
        first=month_name(forecast, months[0]),
        last=month_name(forecast, months[-1]),
    )


def applying(forecast: Forecast) -> Sentence:
    """How many apply it at the best, and at the end."""
    series = forecast["applying"].median_case[0]
    peak, last = numbers.count(float(series.max())), numbers.count(float(series[-1]))
    planned = Number("people_planned", numbers.count(forecast["people_planned"].likely))
    if peak == "0":
        return worded_sentence("Of {planned} people nobody is expected to apply it.", planned=planned)
    return worded_sentence(
        "Of {planned} people the equivalent of {peak} apply it fully at the best, and {last} at the end.",
        planned=planned,
        peak=Number("applying", peak, "benefit"),
        last=Number("applying", last, "benefit"),
    )


def each_is_away(forecast: Forecast) -> Sentence:
    """Hours of each learner, and of a manager for each of them."""
    learner = hours(forecast, "learner_hours", "gap")
    if forecast["manager_hours"].likely <= 0:
        return worded_sentence(
            "Each person is away for {hours} hours in all; no time of their managers is planned.", hours=learner
        )
    return worded_sentence_many(
        "Each person is away for {hours} hours in all, and takes {managers} hour of a manager.",
        "Each person is away for {hours} hours in all, and takes {managers} hours of a manager.",
        forecast["manager_hours"].likely,
        hours=learner,
        managers=hours(forecast, "manager_hours", "gap"),
    )


def busiest_month(forecast: Forecast) -> Sentence | None:
    """When most of it falls; the model books the hours of a group in the month it begins."""
    found = busiest(forecast)
    if found is None:
        return None
    month, total = found
    return worded_sentence(
        "The busiest month is {month}: {hours} hours away, all hours of a group counted in the month it begins.",
        month=month_name(forecast, month),
        hours=Number(LEARNERS, numbers.plain(total, 3), "gap"),
    )


def delay(forecast: Forecast) -> Sentence | None:
    """What a month of delay costs, where it costs anything."""
    cost = forecast.summary.delay_cost
    if cost < 0.5 or forecast["net_benefit"].mean < 0:
        return None
    return worded_sentence(
        "Each month of delay costs {delay} of net benefit within the horizon.",
        delay=Number("start_delay", numbers.money(cost), "gap"),
    )


def sure(forecast: Forecast) -> Sentence:
    """How sure it is, and what must be true."""
    return judgement(forecast).sentence


def gap_of_a_month(forecast: Forecast) -> Sentence:
    """What leaving it as it is costs, and the part that is skill."""
    if forecast["gap_cost"].likely <= 0:
        return worded_sentence("There is no gap on these figures.")
    return worded_sentence(
        "Leaving it as it is costs {gap} {currency} a month; {able} of that is skill, and no more is claimed.",
        gap=money_once(forecast, "gap_cost", "gap"),
        currency=forecast.case.currency,
        able=money_once(forecast, "gap_cost_able"),
    )


def money_once(forecast: Forecast, name: str, tone: Tone = "plain") -> Number:
    """A constant amount as it is."""
    return Number(name, numbers.money(forecast[name].likely), tone)


def all_in(forecast: Forecast) -> Sentence:
    """What it costs, all in, and a learner."""
    return worded_sentence(
        "All in it costs {cost} {currency}, or {each} a learner.",
        cost=money(forecast, "cost", "gap"),
        currency=forecast.case.currency,
        each=money(forecast, "cost_per_learner", "gap"),
    )


def gate(forecast: Forecast) -> Sentence:
    """The first result at which it stops, or that none is agreed."""
    gates = forecast.case.document.ask.gates
    if not gates:
        return worded_sentence("No result is agreed yet at which it would stop.")
    first = gates[0]
    return worded_sentence(
        "The first gate ({when}): {measure}. It stops at: {stop}",
        when=first.when,
        measure=first.measure.rstrip("."),
        stop=ended(first.stop),
    )


def short_month(forecast: Forecast, month: int) -> str:
    """The same where there is little room: Feb 27."""
    return dates.short_month(later(forecast.case.start, month - 1))


def roll_out(forecast: Forecast) -> Listed:
    """The months in which somebody is away: people who begin, hours of the learners and of their managers."""
    starting = forecast["people_starting"].median_case[0]
    rows = tuple(
        (
            short_month(forecast, month),
            numbers.count(float(starting[month - 1])),
            numbers.plain(one, 3),
            numbers.plain(other, 3),
        )
        for month, one, other in away(forecast)
    )
    heads = (worded("month"), worded("people who begin"), worded("hours of learners"), worded("hours of managers"))
    return Listed(heads, rows, (1, 2, 3))
