"""Step 2, “So I’d like us to try …”: who does what, where the money goes, how the skill spreads and fades."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.document_pilot import Pilot
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.rollout import rollout
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.pages.view import Moment
from ldcase.words import numbers
from ldcase.words.sentence import ended

LAYOUT = "hero-two"


def charts(moment: Moment) -> tuple[tuple[Drawing, str], ...]:
    """Where the money goes; people applying it; how often it pays back."""
    return (
        (costs(moment.now, moment.axes), "hero"),
        (rollout(moment.now, moment.axes), "second"),
        (net_benefit_dots(moment.now, moment.axes), "third"),
    )


def below(moment: Moment) -> Markup:
    """Behaviours, cohorts, the other options, the pilot."""
    case = moment.now.case
    given = case.document.idea
    titles = {use.key: use.title for use in case.metrics}
    behaviours = table(
        ("who", "does", "instead of", "moves"),
        ((b.who, b.does, b.instead_of, titles.get(b.moves, b.moves)) for b in given.behaviours),
        caption="What people will do differently",
    )
    cohorts = table(
        ("cohort", "people", "starts in month"),
        (
            (str(k), *(_planned(moment, f"cohort_{k}.{key}") for key in ("people", "start")))
            for k in range(1, len(given.cohorts) + 1)
        ),
        caption="The cohorts",
        numeric=(1, 2),
    )
    options = (
        element("ul", *(element("li", element("b", o.name), f": {o.what}" if o.what else "") for o in given.options))
        if given.options
        else NOTHING
    )
    return joined(
        (
            element("h2", "The programme"),
            behaviours if given.behaviours else NOTHING,
            cohorts,
            element("h3", "Other ways to act") if given.options else NOTHING,
            options,
            element("p", action("Compare the options", "options", class_="act button", opens=True)),
            _pilot(given.pilot) if given.pilot is not None else NOTHING,
        )
    )


def _planned(moment: Moment, name: str) -> Markup:
    return asked(numbers.count(moment.now.case.plan[name]), name)


def _pilot(given: Pilot) -> Markup:
    whom = ", ".join(part for part in (given.who, numbers.months(given.months) if given.months else "") if part)
    told = [("", whom), ("What is measured: ", given.measures), ("What it decides: ", given.decides)]
    return element("p", element("b", "The pilot. "), " ".join(f"{lead}{ended(text)}" for lead, text in told if text))
