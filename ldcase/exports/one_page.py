"""The one page as a neutral document: which blocks it has, in which order; the formats draw them."""

from __future__ import annotations

from dataclasses import replace

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.fan import fan
from ldcase.exports.document import (
    Beside,
    Block,
    Heading,
    KeyFigure,
    KeyFigures,
    Paper,
    Paragraph,
    Part,
    Picture,
    Points,
    Table,
)
from ldcase.exports.origin import Origin
from ldcase.forecast import Forecast
from ldcase.language import speech, worded
from ldcase.words import numbers
from ldcase.words.one_page import ROOMS, OnePage, Room, Row, made_on, one_page
from ldcase.words.sentence import say
from ldcase.words.table_heads import option_heads


def one_page_paper(forecast: Forecast, origin: Origin, room: Room = ROOMS[0]) -> Paper:
    """Compose the one page of a forecast for the room there is."""
    page = one_page(forecast, room)
    title = page.title or worded("A case without a title")
    return Paper(
        title=title,
        subtitle=made_on(forecast),
        parts=(Part(title, _blocks(page, _chart(forecast, page), forecast.case.currency)),),
        origin=origin,
        language=speech().language,
        sample_data=forecast.case.document.sample_data,
        shortened=page.shortened,
    )


def _chart(forecast: Forecast, page: OnePage) -> Drawing:
    """The course of the net benefit, or why there is a gap where training is not the answer to it."""
    if page.turned:
        return causes(forecast)
    drawn, horizon = fan(forecast, Axes()), forecast.case.horizon
    payback = drawn.data["fan_payback"]
    # The title says what happens in that month; on paper there is no room to say it twice.
    short = {**payback, "label": [numbers.month_of_payback(float(month), horizon) for month in payback["month"]]}
    return replace(
        drawn,
        subtitle=worded(
            "Net benefit since the start by month, {currency}; light: 8 of 10 cases, dark: half",
            currency=forecast.case.currency,
        ),
        data={**drawn.data, "fan_payback": short},
    )


def _blocks(page: OnePage, drawing: Drawing, currency: str) -> tuple[Block, ...]:
    return (
        Paragraph(page.asked, "lead"),
        Paragraph((*page.verdict, *page.better), "lead"),
        KeyFigures(tuple(KeyFigure(*figure) for figure in page.figures)),
        *((Paragraph(page.middle, "small"),) if page.middle else ()),
        Beside(
            (
                Heading(worded("Why, and why now"), 2),
                Paragraph(page.why),
                Heading(worded("What would be done"), 2),
                Paragraph(page.what),
            ),
            (Picture(drawing, 0.56),),
            0.48,
        ),
        _options(page, currency),
        *((Paragraph(page.ahead),) if page.ahead else ()),
        _assumptions(page, currency),
        Beside(
            (
                Heading(worded("Risks and weak points"), 2),
                Points(page.weak) if page.weak else Paragraph((say(worded("The case shows none.")),)),
                *(() if _gates_are_shorter(page) else _steps(page)),
            ),
            (
                Heading(worded("Gates, agreed before the start"), 2),
                _gates(page) if page.gates else Paragraph((say(worded("None is agreed yet.")),)),
                *(_steps(page) if _gates_are_shorter(page) else ()),
            ),
            0.4,
        ),
        Paragraph((say(page.reviewers),), "small"),
    )


def _gates_are_shorter(page: OnePage) -> bool:
    """Whether there is more room under the gates than under the weak points."""
    return sum(map(len, map(str, page.weak))) > sum(len(cell) for row in page.gates for cell in row.cells)


def _steps(page: OnePage) -> tuple[Heading | Points, ...]:
    return (Heading(worded("Next, after a yes"), 2), Points(page.steps)) if page.steps else ()


def _options(page: OnePage, currency: str) -> Table:
    return _table(
        worded("The options against doing nothing, {currency}", currency=currency),
        option_heads(),
        page.options,
        (1, 2, 3, 4),
        (40, 12, 17, 19, 12),
    )


def _assumptions(page: OnePage, currency: str) -> Table:
    heads = (worded("Assumption"), worded("Likely"), worded("Range"), worded("Net benefit then"),
             worded("Source · who answers for it"), worded("Grade"))  # fmt: skip
    caption = worded("What it rests on: the assumptions that matter most, amounts in {currency}", currency=currency)
    return _table(caption, heads, page.assumptions, (1, 2, 3), (26, 14, 16, 19, 39, 15))


def _gates(page: OnePage) -> Table:
    heads = (worded("When"), worded("Measured"), worded("Go"), worded("Stop"))
    return _table("", heads, page.gates, (), (22, 30, 24, 20))


def _table(
    caption: str, heads: tuple[str, ...], rows: tuple[Row, ...], numeric: tuple[int, ...], widths: tuple[float, ...]
) -> Table:
    strong = tuple(number for number, row in enumerate(rows) if row.strong)
    return Table(caption, heads, tuple(row.cells for row in rows), numeric, strong, widths)
