"""The panel of objections: what will be said, this case's answer, and where it is weak."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.language import worded, worded_many
from ldcase.pages.markup import NOTHING, action, element, joined, sentence
from ldcase.pages.panel import Standing
from ldcase.words import numbers
from ldcase.words.objections import Objection, objections, weak_points


def panel(at: Standing, part: str = "") -> Markup:
    """Every usual objection with its answer."""
    found = objections(at.now)
    weak = weak_points(found)
    head = (
        worded_many(
            "The case is weak in {n} place. Name it before somebody else does.",
            "The case is weak in {n} places. Name them before somebody else does.",
            len(weak),
            n=numbers.spelled(str(len(weak))),
        )
        if weak
        else worded("The case has an answer from its own numbers to each of them.")
    )
    return joined(
        (
            element("h2", worded("Objections")),
            element("p", head, class_="help"),
            *(objection(each) for each in found),
        )
    )


def objection(given: Objection) -> Markup:
    """One objection: as it is said, the answer, where the case is weak."""
    weak = element("p", element("b", worded("Weak:"), " "), given.weak, class_="weak") if given.weak else NOTHING
    more = (
        action(worded("See {label}", label=worded(given.label)), given.opens, class_="n", opens=True)
        if given.opens
        else NOTHING
    )
    return element(
        "section", element("h3", given.said), element("p", sentence(given.answer), " ", more), weak, class_="objection"
    )
