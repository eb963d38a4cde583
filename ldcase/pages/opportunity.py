"""Step 1, “I see an opportunity to …”: the gap, its monthly cost, and how much of it is skill."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.document_diagnosis import AbleEntry, CauseEntry
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.dots import gap_cost_dots
from ldcase.charts.drawings.gap import gap
from ldcase.language import worded
from ldcase.pages.impact import metric_table
from ldcase.pages.markup import action, asked, element, joined, table
from ldcase.pages.view import Moment
from ldcase.words import numbers
from ldcase.words.causes import QUESTIONS, cause_name, likely_share
from ldcase.words.sentence import beside

LAYOUT = "hero-two"


def charts(moment: Moment) -> tuple[tuple[Drawing, str], ...]:
    """The gap over time; its causes; what a month of it costs."""
    now = moment.now
    first = now.case.metrics[0]
    return (
        (gap(now, first, moment.axes), "hero"),
        (causes(now), "second"),
        (gap_cost_dots(now, moment.axes), "third"),
    )


def below(moment: Moment) -> Markup:
    """The diagnosis in words: each cause, why, and who removes it."""
    case = moment.now.case
    diagnosis = case.document.opportunity.diagnosis
    rows = []
    for cause, question in QUESTIONS.items():
        given = getattr(diagnosis, cause, None)
        if given is None:
            continue
        share = numbers.percent(likely_share(moment.now, cause), 2)
        said = cause_name(cause)
        name = asked(said, "able_share") if cause == "able" else action(said, "diagnosis", class_="n", opens=True)
        rows.append((name, share, worded(question), given.because, _remedy(given)))
    heads = (
        worded("People are not\u00a0…"),
        worded("share of the gap"),
        worded("the question"),
        worded("why we think so"),
        worded("what removes it"),
    )
    found = (
        element("h2", worded("What stands in the way")),
        table(heads, rows, caption=worded("Only the able share of the gap can be claimed by training."), numeric=(1,)),
    )
    return joined(
        (
            *(found if rows else (element("p", worded("Nobody has looked yet into why there is a gap.")),)),
            element("p", action(worded("Find the cause"), "diagnosis", class_="act button", opens=True)),
            element("h2", worded("What is measured")),
            metric_table(moment.now),
        )
    )


def _remedy(given: AbleEntry | CauseEntry) -> str:
    if isinstance(given, AbleEntry):
        return worded("this programme")
    return beside(given.action.what, given.action.owner) if given.action is not None else worded("no action named yet")
