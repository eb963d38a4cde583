"""Step 4, “Here’s what I need from you”: the decision, what comes back and how sure, the gates."""

from __future__ import annotations

import math

from markupsafe import Markup

from ldcase.case.document import NextStep
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.tornado import tornado
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages import pilot
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.pages.remedies import remedies
from ldcase.pages.view import Moment
from ldcase.words import dates, numbers
from ldcase.words.conventions import conventions
from ldcase.words.sentence import beside
from ldcase.words.turned import is_turned

LAYOUT = "hero-two"


def charts(moment: Moment) -> tuple[tuple[Drawing, str], ...]:
    """Cumulative net benefit, its spread at the end, what moves it; the causes first where training is no answer."""
    if is_turned(moment.now):
        return (
            (causes(moment.now), "hero"),
            (fan(moment.now, moment.axes), "second"),
            (net_benefit_dots(moment.now, moment.axes), "third"),
        )
    return (
        (fan(moment.now, moment.axes), "hero"),
        (net_benefit_dots(moment.now, moment.axes), "second"),
        (tornado(moment.now, moment.axes), "third"),
    )


def below(moment: Moment) -> Markup:
    """What is to be done besides training, finance's table with its conventions, gates, next steps."""
    case = moment.now.case
    given = case.document.ask
    gates = table(
        (worded("when"), worded("what is measured"), worded("go"), worded("stop")),
        ((g.when, g.measure, g.go, g.stop) for g in given.gates),
        caption=worded("Gates, agreed before the start"),
    )
    following = element("ol", *(element("li", _task(each)) for each in given.next)) if given.next else NOTHING
    return joined(
        (
            remedies(moment.now),
            element("h2", worded("For finance")),
            returns(moment.now),
            element("p", conventions(moment.now), class_="conventions"),
            element(
                "p",
                action(worded("Everything for finance"), "finance", class_="act button", opens=True),
                " ",
                action(worded("Download the Excel twin"), "export", "twin.xlsx", class_="act button"),
            ),
            element("h2", worded("Gates and next steps")),
            gates if given.gates else NOTHING,
            element("p", pilot.opener()),
            following,
        )
    )


def _task(given: NextStep) -> str:
    return beside(given.what, given.owner, worded("by {date}", date=dates.day(given.by)) if given.by else "")


def returns(now: Forecast) -> Markup:
    """The result in finance’s terms: money, ratios, rate of return."""
    rows = []
    for name in ("benefit", "cost", "net_benefit", "npv"):
        f = now[name]
        rows.append(
            (asked(worded(f.title), name), *(numbers.money(x, 3) for x in (f.likely, f.p10, f.p50, f.p90, f.mean)))
        )
    for name, write in (("roi", numbers.percent), ("bcr", numbers.ratio)):
        f = now[name]
        rows.append((asked(worded(f.title), name), *(write(x) for x in (f.likely, f.p10, f.p50, f.p90)), "–"))
    rate = now.irr
    text = worded("none") if math.isnan(rate.yearly) else numbers.percent(rate.yearly)
    rows.append(
        (
            asked(
                worded("Internal rate of return, a year")
                if rate.unique
                else worded("Internal rate of return, a year (not unique)"),
                "net_by_month",
            ),
            text,
            "–",
            "–",
            "–",
            "–",
        )
    )
    heads = (worded("over the horizon"), worded("likely case"), "P10", "P50", "P90", worded("mean"))
    return table(heads, rows, caption=worded("The result in finance’s terms"), numeric=(1, 2, 3, 4, 5))
