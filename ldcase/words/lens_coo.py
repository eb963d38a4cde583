"""As the COO sees it: capacity taken and freed, who is away when, and how it is rolled out."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import lens_parts as parts
from ldcase.words import numbers
from ldcase.words.pitch import Narrative
from ldcase.words.question import money, over_horizon
from ldcase.words.sentence import Number, Sentence, ended, worded_sentence
from ldcase.words.turned import remedy


def freed(forecast: Forecast) -> tuple[str, ...]:
    """Names of the totals of hours that metrics of capacity free over the horizon."""
    keys = tuple(f"{use.key}." for use in forecast.case.metrics if use.kind == "capacity")
    return (
        tuple(
            name
            for name in forecast.names
            if name.startswith(keys) and name.endswith("_total") and forecast[name].unit == "hour"
        )
        if keys
        else ()
    )


def taken(forecast: Forecast) -> Sentence:
    """Hours it takes, of those who learn and of their managers."""
    learners = parts.hours(forecast, "hours_of_learners_total", "gap")
    if forecast["hours_of_managers_total"].likely <= 0:
        return worded_sentence(
            "It takes {learners} working hours of those who learn; no hours of their managers are planned.",
            learners=learners,
        )
    return worded_sentence(
        "It takes {learners} working hours of those who learn, and {managers} of their managers.",
        learners=learners,
        managers=parts.hours(forecast, "hours_of_managers_total", "gap"),
    )


def frees(forecast: Forecast) -> Sentence:
    """Hours it frees, who says what becomes of them; or that it frees none."""
    months = numbers.months(forecast.case.horizon)
    names = freed(forecast)
    if not names:
        return worded_sentence("It frees no hours: nothing of what it claims is capacity.")
    hours = Number(names[0], numbers.plain(forecast[names[0]].likely, 3), "benefit")
    use = next(each for each in forecast.case.metrics if names[0].startswith(f"{each.key}."))
    if not use.counts or use.becomes is None:
        return worded_sentence(
            "It frees {hours} hours over {months}; nobody has said yet what becomes of them, so they count nothing.",
            hours=hours,
            months=months,
        )
    return worded_sentence(
        "It frees {hours} hours over {months}. {owner} answers for what becomes of them: {what}",
        hours=hours,
        months=months,
        owner=use.becomes.owner,
        what=ended(use.becomes.what),
    )


def takes_hold(forecast: Forecast) -> Sentence:
    """How long until it is at full effect."""
    if forecast["ramp_months"].likely <= 0:
        return worded_sentence("The case counts on the full effect from the month in which a group begins.")
    return worded_sentence(
        "From the start of a group it takes {months} until the full effect is there.",
        months=Number("ramp_months", numbers.months(forecast["ramp_months"].likely)),
    )


def needed(forecast: Forecast) -> Sentence | None:
    """Who has to give time, as the case says."""
    given = forecast.case.document.ask.people
    return worded_sentence("Time is needed from: {people}", people=ended(given)) if given else None


def other_causes(forecast: Forecast) -> Sentence | None:
    """How much of it is skill, and what operations would have to change besides."""
    return remedy(forecast) if forecast.case.document.opportunity.diagnosis is not None else None


def _opportunity(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (*parts.gap_said(base), taken(forecast), frees(forecast), other_causes(forecast))


def _idea(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (
        parts.who_starts(forecast),
        parts.busiest_month(forecast),
        parts.each_is_away(forecast),
        takes_hold(forecast),
    )


def _evidence(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (parts.applying(forecast), takes_hold(forecast), parts.sure(forecast), parts.delay(forecast))


def _ask(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (
        needed(forecast),
        parts.busiest_month(forecast),
        parts.gate(forecast),
        parts.sure(forecast),
        *parts.told(base, "decides"),
    )


TOLD = parts.by_step(_opportunity, _idea, _evidence, _ask)


def overview(forecast: Forecast) -> parts.Overview:
    """Hours taken and freed, the roll-out month by month."""
    busy = parts.busiest(forecast)
    figures = [
        (worded("hours of those who learn"), parts.hours(forecast, "hours_of_learners_total", "gap")),
        (worded("hours of their managers"), parts.hours(forecast, "hours_of_managers_total", "gap")),
        (worded("busiest month"), Number("", parts.month_name(forecast, busy[0]) if busy else worded("none"))),
    ]
    figures += [
        (worded("hours freed"), Number(name, numbers.plain(forecast[name].likely, 3), "benefit"))
        for name in freed(forecast)[:1]
    ]
    if over_horizon(forecast, "benefit_capacity") > 0:
        figures.append((worded("freed capacity, in money"), money(forecast, "benefit_capacity", "benefit")))
    besides = other_causes(forecast)
    sections = [
        parts.Section(worded("Capacity"), (taken(forecast), frees(forecast))),
        parts.Section(
            worded("The roll-out"), (parts.who_starts(forecast), takes_hold(forecast)), parts.roll_out(forecast)
        ),
        parts.Section(worded("How sure, and where it stops"), (parts.sure(forecast), parts.gate(forecast))),
    ]
    if besides is not None:
        sections.append(parts.Section(worded("What has to change besides"), (besides,)))
    return parts.Overview(tuple(figures), tuple(sections), "away", parts.weak(forecast))
