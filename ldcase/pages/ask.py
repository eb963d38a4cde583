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
from ldcase.forecast.finance import conventions as in_force
from ldcase.pages import pilot
from ldcase.pages.markup import NOTHING, action, asked, beside, element, joined, table
from ldcase.pages.remedies import remedies
from ldcase.pages.view import Moment
from ldcase.words import numbers
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
        ("when", "what is measured", "go", "stop"),
        ((g.when, g.measure, g.go, g.stop) for g in given.gates),
        caption="Gates, agreed before the start",
    )
    following = element("ol", *(element("li", _task(each)) for each in given.next)) if given.next else NOTHING
    return joined(
        (
            remedies(moment.now),
            element("h2", "For finance"),
            returns(moment.now),
            element("p", conventions(moment.now), class_="conventions"),
            element(
                "p",
                action("Everything for finance", "finance", class_="act button", opens=True),
                " ",
                action("Download the Excel twin", "export", "twin.xlsx", class_="act button"),
            ),
            element("h2", "Gates and next steps"),
            gates if given.gates else NOTHING,
            element("p", pilot.opener()),
            following,
        )
    )


def _task(given: NextStep) -> str:
    return beside(given.what, given.owner, f"by {given.by.day} {given.by:%B %Y}" if given.by else "")


def conventions(now: Forecast) -> str:
    """How the figures were made, in one sentence for the reader from finance."""
    told = in_force(now.case)
    real = told.prices == "today's prices"
    prices = (
        f"real ({numbers.percent(told.real_rate)} after inflation), figures in today’s prices" if real else "nominal"
    )
    tax = f"after {numbers.percent(told.tax_rate)} tax on {told.tax_on}" if told.tax_rate else "before tax"
    when = (
        told.timing if told.timing == "within the month" else f"at the {told.timing.replace(' month', ' each month')}"
    )
    return (
        f"All amounts in {told.currency} over {numbers.months(told.horizon)}. Money flows {when}; NPV discounted to "
        f"the start of month 1 at {numbers.percent(told.discount_rate)} a year, {prices}, {tax}; all other figures "
        f"undiscounted and before tax. Ranges hold in 8 of 10 of {numbers.plain(now.draws, 7)} simulated cases. ROI is "
        "net benefit over cost; it is not the benefit/cost ratio."
    )


def returns(now: Forecast) -> Markup:
    """The result in finance’s terms: money, ratios, rate of return."""
    rows = []
    for name in ("benefit", "cost", "net_benefit", "npv"):
        f = now[name]
        rows.append((asked(f.title, name), *(numbers.money(x, 3) for x in (f.likely, f.p10, f.p50, f.p90, f.mean))))
    for name, write in (("roi", numbers.percent), ("bcr", numbers.ratio)):
        f = now[name]
        rows.append((asked(f.title, name), *(write(x) for x in (f.likely, f.p10, f.p50, f.p90)), "–"))
    rate = now.irr
    text = "none" if math.isnan(rate.yearly) else numbers.percent(rate.yearly)
    rows.append(
        ("Internal rate of return, a year" + ("" if rate.unique else " (not unique)"), text, "–", "–", "–", "–")
    )
    heads = ("over the horizon", "median case", "P10", "P50", "P90", "mean")
    return table(heads, rows, caption="The result in finance’s terms", numeric=(1, 2, 3, 4, 5))
