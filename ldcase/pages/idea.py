"""Step 2, “So I’d like us to try …”: who does what, where the money goes, how the skill spreads and fades."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.rollout import rollout
from ldcase.pages.markup import NOTHING, asked, element, joined, table
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
    titles = {use.key: use.title for use in case.metrics}
    behaviours = table(
        ("who", "does", "instead of", "moves"),
        ((b.who, b.does, b.instead_of or "", titles.get(b.moves, b.moves)) for b in given.behaviours),
        caption="What people will do differently",
    )
    cohorts = table(
        ("cohort", "people", "starts in month"),
        (
            (str(k), asked(numbers.count(cohort.people), f"cohort_{k}.people"), str(cohort.start))
            for k, cohort in enumerate(given.cohorts, start=1)
        ),
        caption="The cohorts",
        numeric=(1, 2),
    )
    options = element("ul", *(element("li", element("b", o.name), f": {o.what}") for o in given.options)) if given.options else NOTHING
    pilot = NOTHING
    if given.pilot is not None:
        p = given.pilot
        pilot = element("p", element("b", "The pilot. "), f"{p.who}, {numbers.months(p.months)}. Measured: {p.measures}. {p.decides}")
    return joined(
        (
            element("h2", "The programme"),
            behaviours if given.behaviours else NOTHING,
            cohorts,
            element("h3", "Other ways to act") if given.options else NOTHING,
            options,
            pilot,
        )
    )
