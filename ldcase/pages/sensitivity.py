"""What moves the result: one assumption at a time, two at once, all at once, and what is worth finding out."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ldcase.forecast import Driver, Forecast
from ldcase.forecast.break_even import BreakEven
from ldcase.forecast.grid import FrontierPoint, Grid, grid
from ldcase.forecast.information import Information, information
from ldcase.forecast.options import options
from ldcase.forecast.rank_correlation import rank_correlations
from ldcase.pages.markup import asked, element, joined, sentence, table
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
    yield element("h3", "What moves it, and what is worth finding out")
    yield element("p", sentence(worth_knowing(known, now["cost"].likely, now.case.currency)))
    yield _drivers(now, drivers, known)
    if len(drivers) > 1:
        yield element("h3", "Two at once")
        yield from _two(now, drivers[0], drivers[1])


def _drivers(now: Forecast, drivers: list[Driver], known: Information) -> Markup:
    ranks = {each.name: each.correlation for each in rank_correlations(now)}
    even = {each.name: each for each in now.break_even(*(driver.name for driver in drivers[:MOST_DRIVERS]))}
    worth = {each.name: each.money for each in known.assumptions}
    rows = (
        (
            asked(driver.title, driver.name),
            numbers.money(driver.at_low),
            numbers.money(driver.at_high),
            _threshold(even[driver.name], now[driver.name].format),
            numbers.plain(round(ranks[driver.name], 2), 2, 2),
            numbers.money(worth[driver.name]),
        )
        for driver in drivers[:MOST_DRIVERS]
    )
    heads = ("assumption", "net at its low", "at its high", "breaks even at", "rank correlation", "worth of knowing")
    note = (
        "Net benefit one at a time, the others likely; how often the range is good enough stands below. "
        "The rank correlation sees all of them move at once. Knowing is worth what "
        "it gains on average by choosing another way to act in the cases where that is better."
    )
    return joined((table(heads, rows, numeric=(1, 2, 3, 4, 5)), element("p", element("small", note, class_="soft"))))


def _threshold(even: BreakEven, form: str) -> Markup:
    """Where it is even, and how often the range is on the right side of that."""
    if even.value is None:
        return Markup("any value" if even.pays_anyway else "no value is enough")
    least = "at least" if even.more_is_better else "at most"
    odds = element("small", f"so in {numbers.odds(even.chance)}", class_="soft")
    return joined((f"{least} {exact(even.value, form)}", Markup("<br>"), odds))


def _two(now: Forecast, one: Driver, other: Driver) -> Iterator[Markup]:
    """The net benefit over the two widest drivers, and where it is even."""
    found = grid(now, one.name, other.name, POINTS)
    yield element(
        "p",
        "Likely net benefit with ",
        asked(lowered(one.title), one.name),
        " (down) and ",
        asked(lowered(other.title), other.name),
        " (across) at other values; on the right what the second must be for it to be even.",
    )
    yield element("p", f"The two together are good enough in {numbers.odds(found.chance)} cases.")
    yield _grid(now, found, "at least" if other.at_high >= other.at_low else "at most")


def _grid(now: Forecast, found: Grid, least: str) -> Markup:
    """The net benefit over both, and in the last column what the one across must be for it to be even."""
    form, formed = now[found.one].format, now[found.other].format
    across = (element("th", exact(float(y), formed), scope="col") for y in found.ys)
    heads = element("tr", element("td"), *across, element("th", "even with", scope="col"))
    rows = joined(
        element(
            "tr",
            element("th", exact(float(x), form), scope="row"),
            *(_cell(float(net)) for net in line),
            element("td", _even(point, least, formed)),
        )
        for x, line, point in zip(found.xs, found.net, found.frontier, strict=True)
    )
    return element("table", element("thead", heads), element("tbody", rows), class_="shaded")


def _cell(net: float) -> Markup:
    return element("td", numbers.money(net), class_="pays" if net >= 0 else "loses")


def _even(point: FrontierPoint, least: str, form: str) -> str:
    if point.y is not None:
        return f"{least} {exact(point.y, form)}"
    return "any value" if point.pays_anyway else "no value is enough"
