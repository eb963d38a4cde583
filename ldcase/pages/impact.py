"""The impact map, and the metrics in a table: who does what instead of what, which metric that moves, for what."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.document import Behaviour
from ldcase.diagnosis.impact import Impact, Link, impact
from ldcase.forecast import Forecast
from ldcase.pages.markup import NOTHING, asked, element, joined, table
from ldcase.words import numbers
from ldcase.words.promise import Promise, promises


def impact_map(now: Forecast) -> Markup:
    """Behaviour, metric, priority in three columns, read from left to right; a missing link is said in its place."""
    drawn = impact(now.case.document, now.case.metrics)
    promised = {each.metric.key: each for each in promises(now)}
    rows = joined(_link(now, link, promised[link.metric.key]) for link in drawn.links)
    loose = element("ul", *(_behaviour(each) for each in drawn.loose)) if drawn.loose else NOTHING
    left_over = element(
        "div", loose, element("p", "These move no metric of the case.", class_="missing"), class_="link"
    )
    return element(
        "section",
        element("div", element("b", "People do …"), element("b", "… which moves …"), class_="heads"),
        element("div", rows, left_over if drawn.loose else NOTHING, class_="links"),
        _priority(drawn),
        class_="impact",
        aria_label="Impact map: what people do, which metric that moves, which priority it serves",
    )


def _link(now: Forecast, link: Link, promise: Promise) -> Markup:
    missing = element("p", "Nothing that people do differently moves it yet.", class_="missing")
    done = element("ul", *(_behaviour(each) for each in link.behaviours)) if link.behaviours else missing
    way = f"{promise.today} → {promise.target}" if promise.target else promise.today
    metric = element(
        "div",
        element("b", promise.metric.title),
        asked(way, promise.metric.effect),
        element("small", promise.axis),
        class_="metric",
    )
    return element("div", done, metric, class_="link")


def _behaviour(given: Behaviour) -> Markup:
    instead = element("small", f"instead of {given.instead_of}") if given.instead_of else NOTHING
    return element("li", f"{given.who} ", element("b", given.does), " ", instead)


def _priority(drawn: Impact) -> Markup:
    given = drawn.priority
    if given is None:
        return element("div", element("p", "It serves no named priority yet.", class_="missing"), class_="priority")
    owner = element("small", given.owner) if given.owner else element("small", "nobody owns it yet", class_="missing")
    return element("div", element("small", "… for"), element("b", given.name), owner, class_="priority")


def metric_table(now: Forecast) -> Markup:
    """Baseline, exemplar, target and owner of each metric, and who shows how it is done."""
    peak = numbers.count(float(now["applying"].median_case[0].max()))
    rows = [
        (
            joined((element("b", each.metric.title), element("small", f" {each.axis}", class_="soft"))),
            asked(each.today, each.metric.baseline),
            asked(each.best, each.metric.exemplar),
            asked(f"{each.target} ({each.change})", each.metric.effect) if each.target else "–",
            f"{each.start:%b %Y}" if each.in_time else "after the horizon",
            each.metric.owner or "nobody yet",
        )
        for each in promises(now)
    ]
    shown = [element("li", element("b", each.who), f" {each.does}") for each in now.case.document.evidence.exemplars]
    heads = ("metric", "today", "where it is done best", "target of those who apply it", "in full from", "owner")
    return joined(
        (
            table(heads, rows, caption="Baseline, exemplar, target, owner", numeric=(1, 2, 3)),
            element(
                "p",
                "The target is of those who apply it, at their best the equivalent of ",
                asked(peak, "applying"),
                " people; it is the likely value.",
                class_="soft",
            ),
            *((element("p", element("b", "Who does this well today")), element("ul", *shown)) if shown else ()),
        )
    )
