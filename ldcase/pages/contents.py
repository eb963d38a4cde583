"""The panel that lists all panels."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.language import worded
from ldcase.pages.markup import action, element, joined
from ldcase.pages.panel import Standing
from ldcase.pages.reach import CONTENTS


def panel(at: Standing, part: str = "") -> Markup:
    """Every panel by the step it belongs to, with what it is for."""
    groups = (
        joined(
            (
                element("h3", worded(step)),
                element("ul", *(_line(*each) for each in panels), class_="contents"),
            )
        )
        for step, panels in CONTENTS
    )
    return joined((element("h2", worded("Everything there is")), *groups))


def _line(act: str, name: str, purpose: str) -> Markup:
    button = action(worded(name), act, class_="n", opens=True)
    return element("li", button, Markup(" "), element("span", worded(purpose), class_="soft"))
