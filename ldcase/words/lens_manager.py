"""As the line manager sees it: what people do differently on Monday, when they are away, what support it takes."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.case.document import Behaviour
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import lens_parts as parts
from ldcase.words import numbers
from ldcase.words.lens_hr import diagnosis, exemplar, share
from ldcase.words.pitch import Narrative
from ldcase.words.question import Listed
from ldcase.words.sentence import Number, Sentence, ended, worded_sentence, worded_sentence_many


def behaviour(given: Behaviour) -> Sentence:
    """What somebody does, and instead of what."""
    if given.instead_of:
        return worded_sentence(
            "{who} {does}, instead of {instead}", who=given.who, does=given.does, instead=ended(given.instead_of)
        )
    return worded_sentence("{who} {does}", who=given.who, does=ended(given.does))


def monday(forecast: Forecast, most: int = 2) -> tuple[Sentence, ...]:
    """What changes on Monday: the behaviours, or that none is written down."""
    given = [each for each in forecast.case.document.idea.behaviours if each.does]
    if not given:
        return (worded_sentence("The case does not say yet what people will do differently on Monday."),)
    return tuple(behaviour(each) for each in given[:most])


def support(forecast: Forecast) -> Sentence:
    """What it takes of a manager, and what it stands on."""
    use = share(forecast, "transfer_share")
    if forecast["manager_hours"].likely <= 0:
        return worded_sentence(
            "No hours of yours are planned, though it counts on {use} of those who finish using it at work.", use=use
        )
    return worded_sentence_many(
        "It counts on {use} of those who finish using it at work; that is what your {hours} hour for each is for.",
        "It counts on {use} of those who finish using it at work; that is what your {hours} hours for each are for.",
        forecast["manager_hours"].likely,
        use=use,
        hours=parts.hours(forecast, "manager_hours", "gap"),
    )


def when(forecast: Forecast) -> Sentence:
    """When a group begins, and for how long people are away."""
    months = parts.begins(forecast)
    return worded_sentence(
        "From {month} on each of your people is away for {hours} hours in all.",
        month=parts.month_name(forecast, months[0]),
        hours=parts.hours(forecast, "learner_hours", "gap"),
    )


def _opportunity(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (*parts.gap_said(base), exemplar(forecast), diagnosis(forecast))


def _idea(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (*monday(forecast), when(forecast), support(forecast))


def _evidence(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (exemplar(forecast), support(forecast), parts.applying(forecast), parts.sure(forecast))


def _ask(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (when(forecast), support(forecast), parts.gate(forecast), parts.sure(forecast), *parts.told(base, "decides"))


TOLD = parts.by_step(_opportunity, _idea, _evidence, _ask)


def overview(forecast: Forecast) -> parts.Overview:
    """What changes on Monday, when who is away, what support it takes."""
    first = parts.begins(forecast)[0]
    figures = (
        (worded("hours away, each"), parts.hours(forecast, "learner_hours", "gap")),
        (worded("hours of yours, for each"), parts.hours(forecast, "manager_hours", "gap")),
        (worded("the first group begins"), Number("", parts.month_name(forecast, first))),
        (worded("use it at work"), share(forecast, "transfer_share")),
    )
    sections = [
        parts.Section(worded("What changes on Monday"), monday(forecast, 4)),
        parts.Section(worded("Who is away when"), (when(forecast),), _per_person(forecast)),
        parts.Section(worded("What it takes from you"), (support(forecast),)),
        parts.Section(worded("How sure, and where it stops"), (parts.sure(forecast), parts.gate(forecast))),
    ]
    other = tuple(each for each in (exemplar(forecast), diagnosis(forecast)) if each is not None)
    if other:
        sections.insert(3, parts.Section(worded("Who does it already, and what stands in the way"), other))
    return parts.Overview(figures, tuple(sections), "away", parts.weak(forecast))


def _per_person(forecast: Forecast) -> Listed:
    """By month: who begins, and the hours of each of them."""
    starting = forecast["people_starting"].median_case[0]
    rows = tuple(
        (
            parts.short_month(forecast, month),
            numbers.count(float(starting[month - 1])),
            parts.hours(forecast, "learner_hours"),
            parts.hours(forecast, "manager_hours"),
        )
        for month, _, _ in parts.away(forecast)
    )
    heads = (
        worded("month"),
        worded("people who begin"),
        worded("hours away, each"),
        worded("hours of yours, for each"),
    )
    return Listed(heads, rows, (1, 2, 3))
