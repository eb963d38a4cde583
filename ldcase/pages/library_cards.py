"""A finding as a card: what was found, among whom, how sure that is, what not to do with it, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from ldcase.evidence.conversions import d_of_r, in_people
from ldcase.evidence.effect import DESIGNS, LEVELS, SCALES, USES, Effect
from ldcase.evidence.matching import Match
from ldcase.evidence.reviews import is_due
from ldcase.evidence.topics import topic_in_words
from ldcase.evidence.unsound import Unsound
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, action, element
from ldcase.words import dates
from ldcase.words.numbers import MINUS
from ldcase.words.sentence import ended


def card(match: Match, used: bool, today: date) -> Markup:
    """One finding; a button takes it into the case or out of it."""
    effect = match.effect
    how = " ".join(ended(part) for part in (effect.population, worded(DESIGNS[effect.design]), effect.details) if part)
    verb, words = ("library.drop", worded("no longer use")) if used else ("library.use", worded("use in this case"))
    return element(
        "article",
        element("h3", effect.says),
        element(
            "p",
            element("span", grade(effect), class_="grade", data_use=effect.use),
            element("span", worded(LEVELS[effect.level])),
            element("span", worded(topic_in_words(effect.domain))),
            element("span", worded("in this case"), class_="grade") if used else NOTHING,
            class_="marks",
        ),
        _line(worded("Found"), _found(effect)),
        _line(worded("Among"), how),
        _line(worded("Fits"), f"{_begun(worded(match.reason))}."),
        _line(worded("Caution"), effect.caution),
        _cited(effect, today),
        element("p", action(words, verb, effect.id, class_="button"), class_="row"),
        class_=f"card study {effect.use}",
    )


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def popular(figure: Unsound, claimed: bool, effects: Mapping[str, Effect]) -> Markup:
    """A popular figure that holds nothing, with what to say instead and what is known."""
    known = [
        f"{effects[name].says.rstrip('.')} ({effects[name].short_name})." for name in figure.see if name in effects
    ]
    head = worded("Popular and unsound: this case rests on it") if claimed else worded("Popular and unsound")
    return element(
        "article",
        element("h3", worded("“{said}”", said=worded(figure.says))),
        element("p", element("span", head, class_="grade", data_use="warning"), class_="marks"),
        _line(worded("Why not"), worded(figure.why)),
        _line(worded("Instead"), worded(figure.instead)),
        _line(worded("Known"), " ".join(known)),
        class_="card study warning",
    )


def grade(effect: Effect) -> str:
    """The grade as it is read: “Grade A−”."""
    return worded("Grade {grade}", grade=effect.quality_grade.replace("-", MINUS))


def _found(effect: Effect) -> str:
    number = effect.effect.replace("-", MINUS) if effect.value is not None else effect.effect
    if effect.scale == "direction":
        return ended(f"{effect.outcome}: {number}")
    unit = effect.unit if effect.scale in ("percent", "other") else worded(SCALES[effect.scale])
    size = f"{effect.outcome}: {number} {unit}"
    if effect.axis in ("d", "r") and effect.value is not None and effect.value > 0 and effect.use == "benchmark":
        d = effect.value if effect.axis == "d" else d_of_r(effect.value)
        size = worded("{size}. That is: {people}, where 50 would without it", size=size, people=worded(in_people(d)))
    return ended(size)


def _line(label: str, text: str) -> Markup:
    return element("p", element("b", label), element("span", text), class_="line") if text else NOTHING


def _cited(effect: Effect, today: date) -> Markup:
    link = element("a", effect.reference, href=effect.address, target="_blank", rel="noopener noreferrer")
    review = worded("To be looked at again by {month}", month=dates.month(effect.review_by))
    if is_due(effect, today):
        review = worded("Past its day: {month}. Look for something newer", month=dates.month(effect.review_by))
    how = f"{worded(USES[effect.use])}. {_begun(worded(effect.verification))}. {review}."
    told = element("span", f"{effect.study} ({effect.year}). ", link, f". {how}")
    return element("p", element("b", worded("Source")), told, class_="line soft")
