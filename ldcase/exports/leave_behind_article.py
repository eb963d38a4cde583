"""The article of a leave-behind: the pitch in its order, readable without any script, with places for what follows.

What a lever moves carries a mark that the page's script finds (``data-prose``, ``data-figure``, ``data-strip``); what
does not follow stands in a block that says so as soon as a lever has moved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.charts.printed import ON_PAGES, ON_PAPER, svg
from ldcase.charts.theme import tokens
from ldcase.exports import leave_behind_tables as tables
from ldcase.exports.elements import NOTHING, element, joined
from ldcase.exports.leave_behind_charts import Charts
from ldcase.exports.leave_behind_model import DRAWS
from ldcase.exports.origin import Origin
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers, pitch
from ldcase.words.verdict import judgement

WIDTH, HEIGHT = 720.0, 300.0
"""Of a chart that is seen without the script, in pixels."""
HEIGHTS = {"causes": 150.0, "waterfall": 340.0}
"""Of those that need less or more."""


def article(forecast: Forecast, drawn: Charts, origin: Origin) -> Markup:
    """Return the text: the four steps, what speaks against it, every assumption, where it came from."""
    after = {
        "opportunity": tables.causes(forecast),
        "idea": tables.compared(forecast),
        "evidence": tables.findings(forecast),
        "ask": joined((tables.finance(forecast), tables.decision(forecast))),
    }
    steps = (
        element(
            "section",
            element("h2", worded(title), id_=f"title-{step}"),
            _told(forecast, step),
            joined(figure(each) for each in drawn.by_step[step]),
            after[step],
            aria_labelledby=f"title-{step}",
            class_="step",
            id_=step,
        )
        for step, title in pitch.STEPS
    )
    return joined(
        (
            *steps,
            _section("objections", worded("What will be said against it"), tables.spoken_against(forecast)),
            _section("assumptions", worded("Every assumption"), tables.register(forecast)),
            _section("origin", worded("Where this document came from"), _origin(forecast, origin)),
        )
    )


def opening(forecast: Forecast) -> Markup:
    """Return what is read first: what is invented, the title, what it is about, the verdict."""
    case = forecast.case
    invented, summary = case.document.sample_data, case.document.summary
    return joined(
        (
            element("p", worded(invented), class_="sample") if invented else NOTHING,
            element("h1", case.title),
            element("p", summary, class_="summary") if summary else NOTHING,
            element("p", tables.sentence(judgement(forecast).sentence), class_="verdict", data_judgement=True),
        )
    )


def strip(forecast: Forecast) -> Markup:
    """The bottom line, which stays in sight: the result, when it is paid back, how sure, and what it takes."""
    s, case = forecast.summary, forecast.case
    horizon = case.horizon
    what = worded("Net benefit over {months}, {currency}", months=numbers.months(horizon), currency=case.currency)
    even = s.break_even_effect
    if s.nothing_happens:
        back = (worded("nothing happens"), worded("none"), worded("nowhere"))
    else:
        back = (
            numbers.month_of_payback(s.payback_p50, horizon),
            numbers.chance(s.chance),
            worded("no effect does")
            if even is None
            else worded("{share} of the effect", share=numbers.percent(even, 3 if 0.95 < even < 1.05 else 2)),
        )
    likely = worded("likely case {money}", money=numbers.money(s.net_likely))
    figures = (
        ("net", what, numbers.money_range(s.net_p10, s.net_p90), likely),
        ("payback", worded("Paid back"), back[0], ""),
        ("chance", worded("Chance it pays back"), back[1], ""),
        ("even", worded("Breaks even at"), back[2], ""),
    )
    return joined(
        element(
            "div",
            element("small", label),
            element("strong", value, data_strip=name),
            element("em", beside, data_strip=f"{name}-beside"),
        )
        for name, label, value, beside in figures
    )


def _told(forecast: Forecast, step: str) -> Markup:
    told = pitch.narrative(forecast, step)
    prose = Markup(" ").join(tables.sentence(each) for each in told.sentences)
    return joined(
        (
            element("p", tables.sentence(told.headline), class_="headline", data_headline=step),
            element("p", prose, class_="prose", data_prose=step),
        )
    )


def figure(drawing: Drawing) -> Markup:
    """A chart as it is in the case: its finding, the picture, a sentence for those who do not see it."""
    picture = Markup(_at_home(svg(drawing, WIDTH, HEIGHTS.get(drawing.spec, HEIGHT)), f"part-{drawing.spec}"))
    caption = element("figcaption", element("h3", drawing.title), element("p", drawing.subtitle, class_="sub"))
    return element(
        "div",
        element(
            "figure",
            caption,
            element("div", picture, class_="still-chart", role="img", aria_label=drawing.description),
            class_="figure",
        ),
        class_="chart",
        data_figure=drawing.spec,
    )


def _at_home(picture: str, name: str) -> str:
    """A picture as a part of the page: colours by name, the page's letters, and names of its parts that are its own."""
    light = {value: token for token, value in tokens()["light"].items()}
    found = re.sub(r"#[0-9a-f]{6}", lambda match: _colour(light, match[0]), picture)
    parts = dict.fromkeys(re.findall(r'(?<= id=")[^"]+', found))
    for number, part in enumerate(parts):
        found = found.replace(f'"{part}"', f'"{name}-{number}"').replace(f"(#{part})", f"(#{name}-{number})")
    return found.replace(f'"{ON_PAPER}"', f'"{ON_PAGES}"').replace(f"'{ON_PAPER}'", f"'{ON_PAGES}'")


def _colour(names: Mapping[str, str], value: str) -> str:
    return f"var(--{names[value].replace('_', '-')})" if value in names else value


def _section(name: str, title: str, content: Markup) -> Markup:
    heading = element("h2", title, id_=f"title-{name}")
    return element("section", heading, content, aria_labelledby=f"title-{name}", id_=name, class_="more")


def _origin(forecast: Forecast, origin: Origin) -> Markup:
    told = worded(
        "Ranges hold in 8 of 10 of {draws} simulated cases; the levers in this page use {some} of the same cases. "
        "It fetches nothing and sends nothing.",
        draws=numbers.whole(forecast.draws),
        some=numbers.whole(min(forecast.draws, DRAWS)),
    )
    return joined((element("p", origin.line), element("p", told)))
