"""What moves the result: one assumption at a time, two at once, all at once, and what is worth finding out."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from ldcase.forecast import Driver, Forecast
from ldcase.forecast.break_even import BreakEven
from ldcase.forecast.grid import FrontierPoint, Grid, grid
from ldcase.forecast.information import Information, information
from ldcase.forecast.options import options
from ldcase.forecast.rank_correlation import rank_correlations
from ldcase.language import worded
from ldcase.pages.markup import asked, element, filled, joined, sentence, table
from ldcase.words import numbers
from ldcase.words.answer import exact, lowered
from ldcase.words.worth_knowing import worth_knowing

MOST_DRIVERS = 8
POINTS = 7


def sections(now: Forecast) -> Iterator[Markup]:
    """The sections of the panel for finance."""
    drivers = [driver for driver in now.tornado() if driver.swing > 0]
    if not drivers:
        return
    known = information(now, [option.net for option in options(now).options[2:]])
    yield element("h3", worded("What moves it, and what is worth finding out"))
    yield element("p", sentence(worth_knowing(known, now["cost"].likely, now.case.currency)))
    yield _drivers(now, drivers, known)
    if len(drivers) > 1:
        yield element("h3", worded("Two at once"))
        yield from _two(now, drivers[0], drivers[1])


def _drivers(now: Forecast, drivers: list[Driver], known: Information) -> Markup:
    ranks = {each.name: each.correlation for each in rank_correlations(now)}
    even = {each.name: each for each in now.break_even(*(driver.name for driver in drivers[:MOST_DRIVERS]))}
    worth = {each.name: each.money for each in known.assumptions}
    rows = (
        (
            asked(worded(driver.title), driver.name),
            numbers.money(driver.at_low),
            numbers.money(driver.at_high),
            _threshold(even[driver.name], now[driver.name].format),
            numbers.plain(round(ranks[driver.name], 2), 2, 2),
            numbers.money(worth[driver.name]),
        )
        for driver in drivers[:MOST_DRIVERS]
    )
    heads = (
        worded("assumption"),
        worded("net at its low"),
        worded("at its high"),
        worded("breaks even at"),
        worded("rank correlation"),
        worded("worth of knowing"),
    )
    note = worded(
        "Net benefit one at a time, the others likely; how often the range is good enough stands below. The rank "
        "correlation sees all of them move at once. Knowing is worth what it gains on average by choosing another way "
        "to act in the cases where that is better."
    )
    return joined((table(heads, rows, numeric=(1, 2, 3, 4, 5)), element("p", element("small", note, class_="soft"))))


def _threshold(even: BreakEven, form: str) -> Markup:
    """Where it is even, and how often the range is on the right side of that."""
    if even.value is None:
        return escape(worded("any value") if even.pays_anyway else worded("no value is enough"))
    value = exact(even.value, form)
    odds = element("small", worded("so in {odds}", odds=numbers.odds(even.chance)), class_="soft")
    return joined((_bound(value, even.more_is_better), Markup("<br>"), odds))


def _bound(value: str, more_is_better: bool) -> str:
    return worded("at least {value}", value=value) if more_is_better else worded("at most {value}", value=value)


def _two(now: Forecast, one: Driver, other: Driver) -> Iterator[Markup]:
    """The net benefit over the two widest drivers, and where it is even."""
    found = grid(now, one.name, other.name, POINTS)
    yield element(
        "p",
        filled(
            worded(
                "Likely net benefit with {one} (down) and {other} (across) at other values; on the right what the "
                "second must be for it to be even."
            ),
            one=asked(lowered(worded(one.title)), one.name),
            other=asked(lowered(worded(other.title)), other.name),
        ),
    )
    yield element("p", worded("The two together are good enough in {chance} cases.", chance=numbers.odds(found.chance)))
    yield _grid(now, found, other.at_high >= other.at_low)


def _grid(now: Forecast, found: Grid, more_is_better: bool) -> Markup:
    """The net benefit over both, and in the last column what the one across must be for it to be even."""
    form, formed = now[found.one].format, now[found.other].format
    across = (element("th", exact(float(y), formed), scope="col") for y in found.ys)
    heads = element("tr", element("td"), *across, element("th", worded("even with"), scope="col"))
    rows = joined(
        element(
            "tr",
            element("th", exact(float(x), form), scope="row"),
            *(_cell(float(net)) for net in line),
            element("td", _even(point, more_is_better, formed)),
        )
        for x, line, point in zip(found.xs, found.net, found.frontier, strict=True)
    )
    return element("table", element("thead", heads), element("tbody", rows), class_="shaded")


def _cell(net: float) -> Markup:
    return element("td", numbers.money(net), class_="pays" if net >= 0 else "loses")


def _even(point: FrontierPoint, more_is_better: bool, form: str) -> str:
    if point.y is not None:
        return _bound(exact(point.y, form), more_is_better)
    return worded("any value") if point.pays_anyway else worded("no value is enough")
