"""The impact map, and the metrics in a table: who does what instead of what, which metric that moves, for what."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.document import Behaviour
from ldcase.diagnosis.impact import Impact, Link, impact
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, asked, element, filled, joined, table
from ldcase.words import dates, numbers
from ldcase.words.promise import Promise, promises


def impact_map(now: Forecast) -> Markup:
    """Behaviour, metric, priority in three columns, read from left to right; a missing link is said in its place."""
    drawn = impact(now.case.document, now.case.metrics)
    promised = {each.metric.key: each for each in promises(now)}
    rows = joined(_link(now, link, promised[link.metric.key]) for link in drawn.links)
    loose = element("ul", *(_behaviour(each) for each in drawn.loose)) if drawn.loose else NOTHING
    left_over = element(
        "div", loose, element("p", worded("These move no metric of the case."), class_="missing"), class_="link"
    )
    return element(
        "section",
        element("div", element("b", worded("People do …")), element("b", worded("… which moves …")), class_="heads"),
        element("div", rows, left_over if drawn.loose else NOTHING, class_="links"),
        _priority(drawn),
        class_="impact",
        aria_label=worded("Impact map: what people do, which metric that moves, which priority it serves"),
    )


def _link(now: Forecast, link: Link, promise: Promise) -> Markup:
    missing = element("p", worded("Nothing that people do differently moves it yet."), class_="missing")
    done = element("ul", *(_behaviour(each) for each in link.behaviours)) if link.behaviours else missing
    way = f"{promise.today} → {promise.target}" if promise.target else promise.today
    metric = element(
        "div",
        element("b", worded(promise.metric.title)),
        asked(way, promise.metric.effect),
        element("small", worded(promise.axis)),
        class_="metric",
    )
    return element("div", done, metric, class_="link")


def _behaviour(given: Behaviour) -> Markup:
    instead = element("small", worded("instead of {what}", what=given.instead_of)) if given.instead_of else NOTHING
    return element("li", f"{given.who} ", element("b", given.does), " ", instead)


def _priority(drawn: Impact) -> Markup:
    given = drawn.priority
    if given is None:
        return element(
            "div", element("p", worded("It serves no named priority yet."), class_="missing"), class_="priority"
        )
    owner = (
        element("small", given.owner)
        if given.owner
        else element("small", worded("nobody owns it yet"), class_="missing")
    )
    return element("div", element("small", worded("… for")), element("b", given.name), owner, class_="priority")


def metric_table(now: Forecast) -> Markup:
    """Baseline, exemplar, target and owner of each metric, and who shows how it is done."""
    peak = numbers.count(float(now["applying"].median_case[0].max()))
    rows = [
        (
            joined((element("b", worded(each.metric.title)), " ", element("small", worded(each.axis), class_="soft"))),
            asked(each.today, each.metric.baseline),
            asked(each.best, each.metric.exemplar),
            asked(f"{each.target} ({each.change})", each.metric.effect) if each.target else "–",
            dates.short_month(each.start) if each.in_time else worded("after the horizon"),
            each.metric.owner or worded("nobody yet"),
        )
        for each in promises(now)
    ]
    shown = [element("li", element("b", each.who), f" {each.does}") for each in now.case.document.evidence.exemplars]
    heads = (
        worded("metric"),
        worded("today"),
        worded("where it is done best"),
        worded("target of those who apply it"),
        worded("in full from"),
        worded("owner"),
    )
    return joined(
        (
            table(heads, rows, caption=worded("Baseline, exemplar, target, owner"), numeric=(1, 2, 3)),
            element(
                "p",
                filled(
                    worded(
                        "The target is of those who apply it, at their best the equivalent of {peak} people; it is "
                        "the likely value."
                    ),
                    peak=asked(peak, "applying"),
                ),
                class_="soft",
            ),
            *((element("p", element("b", worded("Who does this well today"))), element("ul", *shown)) if shown else ()),
        )
    )
