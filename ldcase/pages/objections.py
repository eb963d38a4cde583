"""The panel of objections: what will be said, this case's answer, and where it is weak."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.pages.markup import NOTHING, action, element, joined, sentence
from ldcase.pages.panel import Standing
from ldcase.words import numbers
from ldcase.words.objections import Objection, objections, weak_points


def panel(at: Standing, part: str = "") -> Markup:
    """Every usual objection with its answer."""
    found = objections(at.now)
    weak = weak_points(found)
    count = numbers.spelled(str(len(weak)))
    head = (
        f"The case is weak in {count} {'place' if len(weak) == 1 else 'places'}. Name them before somebody else does."
        if weak
        else "The case has an answer from its own numbers to each of them."
    )
    return joined(
        (
            element("h2", "Objections"),
            element("p", head, class_="help"),
            *(_objection(each) for each in found),
        )
    )


def _objection(given: Objection) -> Markup:
    weak = element("p", element("b", "Weak: "), given.weak, class_="weak") if given.weak else NOTHING
    more = action(f"See {given.label}", given.opens, class_="n", opens=True) if given.opens else NOTHING
    return element(
        "section", element("h3", given.said), element("p", sentence(given.answer), " ", more), weak, class_="objection"
    )
