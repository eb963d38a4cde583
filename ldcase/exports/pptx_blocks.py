"""What stands on a slide: an opening with figures, text, text beside a chart, text above a table."""

from __future__ import annotations

from typing import Any

from ldcase.exports.document import KeyFigures, Part, Picture, Points, Table
from ldcase.exports.pptx_charts import insert_chart
from ldcase.exports.pptx_native import Frame
from ldcase.exports.pptx_slide import Deck, added, found, sentences_in, tidied, title_on
from ldcase.exports.pptx_table import Box, insert_figures, insert_table, pages_of
from ldcase.exports.pptx_template import kind_of, roomy_places
from ldcase.exports.pptx_text import EMU, LINE, lines, set_sentence
from ldcase.language import worded

BESIDE = 0.37
"""Part of the width for the text, where the template has no places side by side."""
GAP = 0.03
"""Part of the width between text and what stands beside it."""
CAPTION, SUBTITLE = 11.0, 10.0
"""Of what a chart shows and of what it measures, points."""


def opening(deck: Deck, slide: Any, part: Part) -> None:
    """A title with what is said beside it, and the figures that matter under it."""
    points, figures = found(part.blocks, Points), found(part.blocks, KeyFigures)
    wide, high = deck.size
    place = next((each for each in slide.placeholders if kind_of(each) == "SUBTITLE"), None)
    rooms = [each for each in roomy_places(slide, wide, high) if each.top > title_on(slide).top]
    if place is None and rooms:
        place = rooms.pop(0)
    if place is None:
        return
    box = Box(place.left, place.top, place.width, place.height)
    under = next((each for each in rooms if kind_of(each) in ("TABLE", "OBJECT")), None)
    if points is not None:
        room = box.height / EMU * (1.0 if under is not None or figures is None else 0.5)
        told = sentences_in(deck, place.text_frame, points.items, box.width / EMU - 15, room)
        if figures is not None and under is None:
            _moved(place, box.upper(int((told + 10) * EMU)))
            box = box.lower(int((told + 24) * EMU))
    if figures is not None:
        where = Box(under.left, under.top, under.width, under.height) if under is not None else box
        if under is None:
            foot = high * 9 // 10
            where = Box(where.left, min(where.top, foot - int(80 * EMU)), where.width, int(80 * EMU))
        insert_figures(slide, under, figures, where, deck.look)


def with_text(deck: Deck, slide: Any, points: Points | None) -> None:
    place, box = _whole(deck, slide)
    if points is not None:
        sentences_in(deck, place.text_frame, points.items, box.width / EMU - 15, box.height / EMU - 8)


def with_chart(deck: Deck, slide: Any, points: Points | None, picture: Picture) -> None:
    """Text on the left and a chart on the right, with what it shows above it; the whole width for a chart alone."""
    places = roomy_places(slide, *deck.size)
    first = places[0]
    box = Box(first.left, first.top, first.width, first.height)
    if points is None:
        chart, where = _whole(deck, slide)
    elif len(places) > 1:
        chart, where = places[1], Box(places[1].left, places[1].top, places[1].width, places[1].height)
    else:
        chart, gap = None, int(GAP * box.width)
        where = Box(
            box.left + int(BESIDE * box.width) + gap, box.top, box.width - int(BESIDE * box.width) - gap, box.height
        )
        box = Box(box.left, box.top, int(BESIDE * box.width), box.height)
        _moved(first, box)
    if points is not None:
        sentences_in(deck, first.text_frame, points.items, box.width / EMU - 15, box.height / EMU - 8)
    used = _caption(deck, slide, picture, where, slide_title=_title_text(slide))
    where = where.lower(used)
    if chart is not None and kind_of(chart) == "BODY":
        chart._element.getparent().remove(chart._element)
        chart = None
    insert_chart(slide, chart, picture.drawing, Frame(where.left, where.top, where.width, where.height, deck.look))


def with_table(deck: Deck, slide: Any, part: Part, points: Points | None, table: Table) -> None:
    """A table under what is said about it; what does not fit goes on on the next slide."""
    place, box = _whole(deck, slide)
    whole = box
    if points is not None:
        told = sentences_in(deck, place.text_frame, points.items, box.width / EMU - 15, 0.45 * box.height / EMU)
        _moved(place, box.upper(int((told + 8) * EMU)))
        box = box.lower(int((told + 18) * EMU))
    pages = pages_of(table, box, whole)
    for number, page in enumerate(pages):
        if number:
            title = worded("{title} (continued)", title=part.title)
            slide = added(deck, deck.layouts.content, part, title)
            (place, box), points = _whole(deck, slide), None
        deck.cut += insert_table(slide, None if points is not None else place, page, box, deck.look)
        tidied(slide)


def _caption(deck: Deck, slide: Any, picture: Picture, box: Box, slide_title: str) -> int:
    """What the chart shows, above it: its finding, unless the slide's title is that, and what is measured."""
    from pptx.util import Emu

    drawing, width = picture.drawing, box.width / EMU - 2
    finding = "" if drawing.title == slide_title else drawing.title
    told = [
        (text, size, bold)
        for text, size, bold in ((finding, CAPTION, True), (drawing.subtitle, SUBTITLE, False))
        if text
    ]
    if not told:
        return 0
    high = sum(lines(text, width, size, bold) * size * LINE for text, size, bold in told) + 4
    shape = slide.shapes.add_textbox(Emu(box.left), Emu(box.top), Emu(box.width), Emu(int(high * EMU)))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    for number, (text, size, bold) in enumerate(told):
        words = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        set_sentence(words, text, size, deck.look, bold=bold)
        if not bold:
            for run in words.runs:
                run.font.color.rgb = deck.look.rgb("soft")
    return int((high + 4) * EMU)


def _title_text(slide: Any) -> str:
    return str(title_on(slide).text_frame.text)


def _whole(deck: Deck, slide: Any) -> tuple[Any, Box]:
    """The place for content on a slide; where there are two side by side, the first takes the room of both."""
    first, *others = roomy_places(slide, *deck.size)
    right = max(each.left + each.width for each in (first, *others))
    box = Box(first.left, first.top, right - first.left, first.height)
    if others:
        _moved(first, box)
        for each in others:
            each._element.getparent().remove(each._element)
    return first, box


def _moved(place: Any, box: Box) -> None:
    place.left, place.top, place.width, place.height = box.left, box.top, box.width, box.height
