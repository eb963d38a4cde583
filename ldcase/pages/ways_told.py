"""What several ways to one effect come to: side by side, with the net benefit of each, and what is to be seen to."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.ways import values
from ldcase.forecast import Forecast
from ldcase.forecast.ways import TRANSFER, EffectWays, Way, fit
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.pages.panel import Standing
from ldcase.words import numbers
from ldcase.words.ways import NAMES, ranged, told


def twice(found: EffectWays) -> Markup:
    if not found.taken_off_twice:
        return NOTHING
    return element(
        "p",
        worded(
            "The published effect was measured at work, so it has transfer in it. The case takes transfer off again: "
            "it is counted twice."
        ),
        " ",
        action(worded("Set use at work to 100 %"), "ways.transfer", class_="button main"),
        class_="caution",
    )


def drifted(found: EffectWays) -> Markup:
    if not found.drifted:
        return NOTHING
    return element(
        "p",
        worded("Something was changed since this way was taken: the effect of the case is another one now."),
        " ",
        action(worded("Set it to this way again"), "ways.use", found.used, class_="button"),
        class_="caution",
    )


def side_by_side(now: Forecast, found: EffectWays, at: Standing) -> Markup:
    rows = []
    for way in found.ways:
        used = way.name == found.used
        net, held = _net(now, found, way)
        button = (
            element("span", worded("the case uses this"), class_="grade")
            if used
            else action(worded("use this one"), "ways.use", way.name, class_="button")
        )
        rows.append(
            (
                element("b", worded(NAMES[way.name])) if used else worded(NAMES[way.name]),
                ranged(way.trained, found.format),
                joined((net, Markup("<br>"), element("small", held, class_="soft"))) if held else net,
                button,
            )
        )
    even = (
        ""
        if found.break_even is None
        else (
            worded(
                "The case breaks even at {break_even} for everybody who finishes.",
                break_even=told(found.break_even, found.format),
            )
        )
    )
    if found.pays_anyway:
        even = worded("The case pays whatever this effect is.")
    most = (
        ""
        if found.most is None
        else (
            " "
            + worded(
                "Closing the whole of the gap that is skill would be {most}; no way may claim more.",
                most=told(found.most, found.format),
            )
        )
    )
    heads = ("", worded("everybody who finishes"), worded("net benefit, {currency}", currency=at.now.case.currency), "")
    return joined((table(heads, rows, numeric=(1, 2)), element("p", even, most, class_="soft")))


def _net(now: Forecast, found: EffectWays, way: Way) -> tuple[Markup, str]:
    """The net benefit if the case used the way, and where the way cannot be followed all the way."""
    if way.name == found.used:
        figures, held = now["net_benefit"], ""
        return asked(numbers.money_range(figures.p10, figures.p90), "net_benefit"), held
    said = now.case.document.evidence.ways[found.metric.key]
    fitted = fit(now, found.metric.key, way.effect)
    own = values(said.kept) if way.name == "exemplar" and said.kept is not None else None
    changes = {found.moved: own or fitted.values}
    if way.name == "published" and found.includes_transfer:
        changes[TRANSFER] = (1.0, 1.0, 1.0)
    elif said.kept_transfer is not None and (transfer := values(said.kept_transfer)) is not None:
        changes[TRANSFER] = transfer
    figures = now.with_case(now.case.what_if(changes))["net_benefit"]
    held = "" if fitted.met or own else _held(way, fitted.effect)
    return element("span", numbers.money_range(figures.p10, figures.p90)), held


def _held(way: Way, reached: tuple[float, float, float]) -> str:
    if way.effect[0] < 0 < reached[2]:
        return worded("harm cannot be counted: below nothing is nothing")
    if way.effect[2] > reached[2]:
        return worded("held to the gap that is skill")
    return worded("as wide as the gap itself is uncertain")
