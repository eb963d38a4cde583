"""A story as a card: what happened, the number it stands beside, who checked it and until when that holds."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from ldcase.case.document_evidence import Story
from ldcase.evidence.stories import on_page, unrealised_value
from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING, asked, element, filled, joined
from ldcase.words import dates, numbers
from ldcase.words.answer import lowered, written

KINDS = {"best": marked("the best case"), "worst": marked("the worst case"), "typical": marked("a usual case")}
UNCHECKED = marked("not checked yet")


def on_pitch_page(now: Forecast) -> Markup:
    """The one story of the pitch page."""
    told = on_page(now.case.document.evidence.stories)
    if told is None:
        return NOTHING
    return element("blockquote", element("b", told.title), element("p", told.text), checked(told), figure(told, now))


def checked(story: Story, today: date | None = None) -> Markup:
    """Who checked a story and until when; that nobody did, or that the day is past, in plain sight."""
    if not story.checked_by:
        return element("small", worded(UNCHECKED), class_="grade")
    told = worded("Checked by {who}.", who=story.checked_by)
    if story.review_by is not None:
        day = dates.day(story.review_by)
        told = worded("Checked by {who}, to be looked at again by {day}.", who=story.checked_by, day=day)
    due = today is not None and story.review_by is not None and story.review_by < today
    late = element("span", worded("past its day"), class_="grade") if due else NOTHING
    return joined((element("small", told, " "), late))


def figure(story: Story, now: Forecast) -> Markup:
    """The live number a story stands beside; nothing where the case has no such figure."""
    if story.figure not in now.names:
        return NOTHING
    quantity = now[story.figure]
    told = f"{lowered(worded(quantity.title))}: {written(quantity)}"
    stands = filled(worded("In the case stands {figure}."), figure=asked(told, story.figure))
    if story.kind == "typical":
        return element("small", stands, class_="soft")
    return element("small", worded("This is {kind}.", kind=worded(KINDS[story.kind])), " ", stands, class_="soft")


def unrealised(story: Story, currency: str) -> Markup:
    """What more successes like it would be worth, told beside the case."""
    given = story.unrealised
    value = unrealised_value(given) if given is not None else None
    if given is None or value is None or given.people is None:
        return NOTHING
    now, target = numbers.percent(given.share_now or 0.0, 2), numbers.percent(given.share_target or 0.0, 2)
    told = worded(
        "If {target} instead of {now} of {people} people were like this: {value} {currency} a year, beside the case "
        "and not added to it.",
        target=target,
        now=now,
        people=numbers.plain(given.people),
        value=numbers.money(value),
        currency=currency,
    )
    return element("small", told, class_="soft")
