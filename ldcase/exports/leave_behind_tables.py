"""What a leave-behind shows besides the pitch: causes, options, findings, gates, objections, the register."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ldcase.case import Assumption
from ldcase.exports.elements import NOTHING, element, joined
from ldcase.forecast import Forecast
from ldcase.forecast.options import options
from ldcase.language import worded
from ldcase.words import causes as diagnosis
from ldcase.words import dates, numbers, turned
from ldcase.words.answer import exact
from ldcase.words.conventions import conventions
from ldcase.words.grades import GRADES
from ldcase.words.objections import objections
from ldcase.words.sentence import Number, Sentence, beside
from ldcase.words.table_heads import option_heads, register_heads

Cells = tuple[str | Markup, ...]


def sentence(given: Sentence) -> Markup:
    """A sentence with its figures marked by what they are."""
    return joined(
        element("span", piece.text, class_=f"n still {piece.tone}") if isinstance(piece, Number) else piece.text
        for piece in given.pieces
    )


def as_given() -> Markup:
    """What is said of a part that does not follow; shown as soon as a lever has moved."""
    return element("p", worded("As the case has it; this part does not follow the levers."), class_="as-given")


def _table(caption: str, heads: Sequence[str], rows: Sequence[Cells], numeric: tuple[int, ...]) -> Markup:
    """A table in a frame of its own, so that a narrow window scrolls it and not the page."""

    def cells(row: Sequence[str | Markup], tag: str) -> Markup:
        scope = "col" if tag == "th" else None
        return element(
            "tr", *(element(tag, cell, scope=scope, class_="number" if k in numeric else None)
                    for k, cell in enumerate(row))
        )  # fmt: skip

    written = element(
        "table",
        element("caption", caption),
        element("thead", cells(heads, "th")),
        element("tbody", *(cells(row, "td") for row in rows)),
    )
    return element("div", written, class_="table-frame", tabindex="0", role="region", aria_label=caption)


def causes(forecast: Forecast) -> Markup:
    """What stands in the way: the share of each cause, what was seen, who removes it."""
    given = [each for each in diagnosis.causes(forecast) if each.share[1] > 0]
    if len(given) < 2:
        return NOTHING
    rows: list[Cells] = [
        (
            diagnosis.cause_name(each.name),
            numbers.percent(each.share[1], 2),
            each.because,
            worded("this programme") if each.name == "able" else beside(turned.action_said(each), each.owner),
        )
        for each in given
    ]
    heads = (
        worded("People are not\u00a0…"),
        worded("share of the gap"),
        worded("why we think so"),
        worded("what removes it"),
    )
    return joined((_table(worded("What stands in the way"), heads, rows, (1,)), as_given()))


def compared(forecast: Forecast) -> Markup:
    """The options against doing nothing."""
    rows: list[Cells] = [
        (
            element("b", worded(option.name)) if option.kind == "initiative" else worded(option.name),
            numbers.money(option.likely_cost),
            numbers.money(option.mean),
            numbers.money_range(option.quantile(0.1), option.quantile(0.9)),
            numbers.chance(option.best),
        )
        for option in options(forecast).options
    ]
    return joined((_table(worded("The options against doing nothing"), option_heads(), rows, (1, 2, 3, 4)), as_given()))


def findings(forecast: Forecast) -> Markup:
    """What others found, and the stories of the case."""
    given = forecast.case.document.evidence
    found = [element("li", each.says) for each in given.findings if each.says]
    stories = [
        element("blockquote", element("b", each.title), element("p", each.text)) for each in given.stories if each.text
    ]
    parts = (
        (element("h3", worded("What others found")), element("ul", *found)) if found else (),
        (element("h3", worded("A story")), *stories) if stories else (),
    )
    return joined(piece for part in parts for piece in part)


def decision(forecast: Forecast) -> Markup:
    """The gates and the next steps."""
    given = forecast.case.document.ask
    rows: list[Cells] = [(g.when, g.measure, g.go, g.stop) for g in given.gates]
    heads = (worded("when"), worded("what is measured"), worded("go"), worded("stop"))
    gates = _table(worded("Gates, agreed before the start"), heads, rows, ()) if rows else NOTHING
    steps = [
        element("li", beside(each.what, each.owner, worded("by {date}", date=dates.day(each.by)) if each.by else ""))
        for each in given.next
    ]
    following = (element("h3", worded("Next steps")), element("ol", *steps)) if steps else ()
    return joined((gates, *following))


def finance(forecast: Forecast) -> Markup:
    """The result in the terms of finance, and the conventions it holds under."""
    rows: list[Cells] = []
    for name in ("benefit", "cost", "net_benefit", "npv"):
        of = forecast[name]
        amounts = (numbers.money(x, 3) for x in (of.likely, of.p10, of.p50, of.p90, of.mean))
        rows.append((worded(of.title), *amounts))
    for name, write in (("roi", numbers.percent), ("bcr", numbers.ratio)):
        of = forecast[name]
        rows.append((worded(of.title), *(write(x) for x in (of.likely, of.p10, of.p50, of.p90)), "–"))
    heads = (worded("over the horizon"), worded("likely case"), "P10", "P50", "P90", worded("mean"))
    written = _table(worded("The result in finance’s terms"), heads, rows, (1, 2, 3, 4, 5))
    return joined((written, element("p", conventions(forecast), class_="soft"), as_given()))


def spoken_against(forecast: Forecast) -> Markup:
    """The usual objections with the answers of the case, its weak points included."""
    told = (
        element(
            "div",
            element("h3", each.said),
            element("p", sentence(each.answer)),
            element("p", each.weak, class_="weak") if each.weak else NOTHING,
            class_="objection",
        )
        for each in objections(forecast)
    )
    return joined((as_given(), *told))


def register(forecast: Forecast) -> Markup:
    """Every assumption with its range and who stands behind it."""
    rows = [_assumption(each) for each in forecast.case.assumptions.values()]
    return joined(
        (_table(worded("Likely value, range, grade, source, owner"), register_heads(), rows, (1, 2)), as_given())
    )


def _assumption(a: Assumption) -> Cells:
    grade = element("span", worded(GRADES[a.grade]), class_="grade", data_grade=a.grade) if a.grade else NOTHING
    span = "" if a.fixed else f"{exact(a.low, a.format)} – {exact(a.high, a.format)}"
    cited = element("span", worded(a.source), class_="cited")
    return worded(a.title), exact(a.likely, a.format), span, grade, cited, a.owner
