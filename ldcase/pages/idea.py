"""Step 2, “So I’d like us to try …”: who does what, where the money goes, how the skill spreads and fades."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.rollout import rollout
from ldcase.language import worded
from ldcase.pages import pilot
from ldcase.pages.impact import impact_map
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.pages.view import Moment
from ldcase.words import numbers

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
    cohorts = table(
        (worded("cohort"), worded("people"), worded("starts in month")),
        (
            (str(k), *(_planned(moment, f"cohort_{k}.{key}") for key in ("people", "start")))
            for k in range(1, len(given.cohorts) + 1)
        ),
        caption=worded("The cohorts"),
        numeric=(1, 2),
    )
    options = (
        element("ul", *(element("li", element("b", o.name), f": {o.what}" if o.what else "") for o in given.options))
        if given.options
        else NOTHING
    )
    return joined(
        (
            element("h2", worded("What people will do differently")),
            impact_map(moment.now),
            element("h2", worded("The programme")),
            cohorts,
            element("h3", worded("Other ways to act")) if given.options else NOTHING,
            options,
            element("p", action(worded("Compare the options"), "options", class_="act button", opens=True)),
            pilot.short(case),
        )
    )


def _planned(moment: Moment, name: str) -> Markup:
    return asked(numbers.count(moment.now.case.plan[name]), name)
