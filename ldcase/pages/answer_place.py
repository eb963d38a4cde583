"""Of a figure that was asked for: where it stands in the case, what it goes into, and the way to its lever."""

from __future__ import annotations

import json

from markupsafe import Markup

from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages.levers import levers
from ldcase.pages.markup import NOTHING, action, asked, element, joined
from ldcase.pages.panel import Standing
from ldcase.words.pitch import STEPS
from ldcase.words.weight import standing

MOST_USES = 8
"""At most so many figures it goes into are listed."""


def place(at: Standing, name: str) -> Markup:
    """Where a figure stands in the case; what it goes into; what moves it.

    Parameters
    ----------
    at
        Where the case stands; what is told is as the page shows it, what moves is the case itself.
    """
    now = at.viewed.now
    told = element("p", " ".join(standing(now, name)), class_="help")
    return joined((element("h3", worded("Where it stands")), told, _uses(now, name), _way(at, name)))


def _uses(now: Forecast, name: str) -> Markup:
    """The formulas that use it directly."""
    graph = now.case.graph
    using = [each for each in graph.order if name in graph.formulas[each].names]
    if not using:
        return NOTHING
    shown = [asked(worded(now[each].title), each) for each in using[:MOST_USES]]
    listed = Markup(", ").join(shown)
    more = len(using) - len(shown)
    rest = element("span", " ", worded("and {count} more", count=more)) if more else NOTHING
    return element("p", element("span", worded("It goes into:"), class_="soft"), " ", listed, rest)


def _way(at: Standing, name: str) -> Markup:
    """The way to the lever: that of the figure itself, else that of what matters most behind it."""
    if name in at.now.case.assumptions:
        return _lever(at, name)
    if name in at.now.case.plan:
        return _row(action(worded("Change it in the plan"), "assumptions", class_="button main", opens=True))
    behind = at.now.case.graph.ancestors((name,))
    first = next((each for each in at.now.tornado() if each.name in behind and each.swing > 0), None)
    if first is None:
        return NOTHING
    title = worded("Of what is behind it, this moves the net benefit furthest:")
    mover = asked(worded(first.title), first.name)
    told = element("p", element("span", title, class_="soft"), " ", mover)
    return joined((told, _button(at, first.name)))


def _lever(at: Standing, name: str) -> Markup:
    """The button to the lever of a step; where no step shows it, a lever here."""
    if at.lever_step(name):
        return _button(at, name)
    control = levers(at.now, at.base.case, (name,))[0].to_message()
    return joined(
        (
            element("h3", worded("Move it")),
            element("div", class_="levers control", data_control=json.dumps(control), id_=f"ldcase-control-{name}"),
        )
    )


def _button(at: Standing, name: str) -> Markup:
    step = at.lever_step(name)
    if not step:
        return NOTHING
    where = worded(dict(STEPS)[step])
    return _row(action(worded("Go to its lever, on “{step}”", step=where), "to_lever", name, class_="button main"))


def _row(button: Markup) -> Markup:
    return element("p", button, class_="row")
