"""A story as a card: what happened, the number it stands beside, who checked it and until when that holds."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from ldcase.case.document_evidence import Story
from ldcase.evidence.stories import on_page, unrealised_value
from ldcase.forecast import Forecast
from ldcase.pages.markup import NOTHING, asked, element, joined
from ldcase.words import numbers
from ldcase.words.answer import lowered, written

KINDS = {"best": "the best case", "worst": "the worst case", "typical": "a usual case"}
UNCHECKED = "not checked yet"


def on_pitch_page(now: Forecast) -> Markup:
    """The one story of the pitch page."""
    told = on_page(now.case.document.evidence.stories)
    if told is None:
        return NOTHING
    return element("blockquote", element("b", told.title), element("p", told.text), checked(told), figure(told, now))


def checked(story: Story, today: date | None = None) -> Markup:
    """Who checked a story and until when; that nobody did, or that the day is past, in plain sight."""
    if not story.checked_by:
        return element("small", UNCHECKED, class_="grade")
    until = f", to be looked at again by {story.review_by:%-d %B %Y}" if story.review_by is not None else ""
    due = today is not None and story.review_by is not None and story.review_by < today
    late = element("span", "past its day", class_="grade") if due else NOTHING
    return joined((element("small", f"Checked by {story.checked_by}{until}. "), late))


def figure(story: Story, now: Forecast) -> Markup:
    """The live number a story stands beside; nothing where the case has no such figure."""
    if story.figure not in now.names:
        return NOTHING
    quantity = now[story.figure]
    told = f"{lowered(quantity.title)}: {written(quantity)}"
    kind = f"This is {KINDS[story.kind]}. In the case stands " if story.kind != "typical" else "In the case stands "
    return element("small", kind, asked(told, story.figure), ".", class_="soft")


def unrealised(story: Story, currency: str) -> Markup:
    """What more successes like it would be worth, told beside the case."""
    given = story.unrealised
    value = unrealised_value(given) if given is not None else None
    if given is None or value is None or given.people is None:
        return NOTHING
    now, target = numbers.percent(given.share_now or 0.0, 2), numbers.percent(given.share_target or 0.0, 2)
    told = (
        f"If {target} instead of {now} of {numbers.plain(given.people)} people were like this: "
        f"{numbers.money(value)} {currency} a year, beside the case and not added to it."
    )
    return element("small", told, class_="soft")
