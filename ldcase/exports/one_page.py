"""The one page as a neutral document: which blocks it has, in which order; the formats draw them."""

from __future__ import annotations

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
from ldcase.words.one_page import ROOMS, OnePage, Room, Row, made_on, one_page
from ldcase.words.sentence import say


def one_page_paper(forecast: Forecast, origin: Origin, room: Room = ROOMS[0]) -> Paper:
    """Compose the one page of a forecast for the room there is."""
    page = one_page(forecast, room)
    title = page.title or worded("A case without a title")
    return Paper(
        title=title,
        subtitle=made_on(forecast),
        parts=(Part(title, _blocks(page, _chart(forecast, page))),),
        origin=origin,
        language=speech().language,
        sample_data=forecast.case.document.sample_data,
        shortened=page.shortened,
    )


def _chart(forecast: Forecast, page: OnePage) -> Drawing:
    return causes(forecast) if page.turned else fan(forecast, Axes())


def _blocks(page: OnePage, drawing: Drawing) -> tuple[Block, ...]:
    return (
        Paragraph(page.lead, "lead"),
        KeyFigures(tuple(KeyFigure(*figure) for figure in page.figures)),
        Beside(
            (
                Heading(worded("Why, and why now"), 2),
                Paragraph(page.why),
                Heading(worded("What would be done"), 2),
                Paragraph(page.what),
            ),
            (Picture(drawing, 0.56),),
            0.5,
        ),
        _options(page),
        _assumptions(page),
        Beside(
            (
                Heading(worded("Risks and weak points"), 2),
                Points(page.weak) if page.weak else Paragraph((say(worded("The case shows none.")),)),
            ),
            (
                Heading(worded("Gates, agreed before the start"), 2),
                _gates(page) if page.gates else Paragraph((say(worded("No result is agreed that would stop it.")),)),
            ),
            0.4,
        ),
        Paragraph((say(page.reviewers),), "small"),
    )


def _options(page: OnePage) -> Table:
    heads = (worded("Option"), worded("Cost"), worded("Net benefit, mean"), worded("in 8 of 10 cases"),
             worded("Best of all"))  # fmt: skip
    return _table(worded("The options against doing nothing"), heads, page.options, (1, 2, 3, 4), (40, 12, 17, 19, 12))


def _assumptions(page: OnePage) -> Table:
    heads = (worded("Assumption"), worded("Range"), worded("Net benefit then"), worded("Source · who answers for it"),
             worded("Grade"))  # fmt: skip
    caption = worded("What it rests on: the assumptions that matter most")
    return _table(caption, heads, page.assumptions, (1, 2), (27, 17, 21, 43, 15))


def _gates(page: OnePage) -> Table:
    heads = (worded("When"), worded("Measured"), worded("Go"), worded("Stop"))
    return _table("", heads, page.gates, (), (16, 30, 25, 21))


def _table(
    caption: str, heads: tuple[str, ...], rows: tuple[Row, ...], numeric: tuple[int, ...], widths: tuple[float, ...]
) -> Table:
    strong = tuple(number for number, row in enumerate(rows) if row.strong)
    return Table(caption, heads, tuple(row.cells for row in rows), numeric, strong, widths)
