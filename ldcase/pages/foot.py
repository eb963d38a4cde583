"""The foot of a step: back to the cases, what was changed, undo and redo, the next step."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.language import worded, worded_many
from ldcase.pages.markup import NOTHING, action, element, joined
from ldcase.pages.reach import EVERYWHERE, REACH
from ldcase.store.desk import OpenCase
from ldcase.words.pitch import OPENINGS, STEPS


def foot(case: OpenCase, step: str) -> Markup:
    """The foot of a step; a button that would do nothing is disabled."""
    names = [name for name, _ in STEPS]
    labels = dict(STEPS)
    at = names.index(step)
    changes = case.applied
    count = worded_many("{n} change", "{n} changes", changes, n=changes) if changes else worded("no changes")
    return joined(
        (
            action(worded("◁ Cases"), "cases"),
            action(count, "changed", "base", class_="act changes", opens=True),
            action(worded("undo"), "undo", disabled=not case.log.can_undo),
            action(worded("redo"), "redo", disabled=not case.log.can_redo),
            action(worded("back to base"), "base", disabled=not changes),
            *(action(worded(label), panel, opens=True) for panel, label in (*REACH[step], *EVERYWHERE)),
            action(worded("more …"), "contents", opens=True),
            sample_data(case),
            element("span", _next(names, labels, at), class_="next"),
        )
    )


def sample_data(case: OpenCase) -> Markup:
    """Says that figures are invented, where they are; whole on hover and in the list of assumptions."""
    told = case.case.document.sample_data
    if not told:
        return NOTHING
    mark = element("span", worded("sample data"), class_="grade")
    return element("span", mark, " ", element("span", told, class_="told"), title=told, class_="sample")


def _next(names: list[str], labels: dict[str, str], at: int) -> Markup:
    """The way on: the next step and the words it opens with, which are left out where there is no room for them."""
    if at + 1 == len(names):
        return NOTHING
    name = names[at + 1]
    opening = worded(": “{opening}…”", opening=worded(OPENINGS[name]).rstrip(" :"))
    parts = (
        element("span", worded(labels[name])),
        element("span", opening),
        element("span", "▷", class_="arrow", aria_hidden="true"),
    )
    return action(joined(parts), "step", name, class_="act onward")
