"""A neutral document as slides: real placeholders, native charts and tables, notes, its origin in its properties."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ldcase.charts.theme import tokens
from ldcase.exports.document import Block, Heading, KeyFigures, Paper, Part, Picture, Points, Table
from ldcase.exports.office_properties import LANGUAGES, custom_properties, plain
from ldcase.exports.origin import PROPERTIES
from ldcase.exports.pptx_charts import Frame, insert_chart
from ldcase.exports.pptx_table import Box, insert_figures, insert_table, pages_of
from ldcase.exports.pptx_template import Layouts, kind_of, opened, roomy_places, title_of
from ldcase.exports.pptx_text import (
    EMU,
    SIZES,
    TITLES,
    Look,
    cut,
    fitting,
    height,
    lines,
    set_sentence,
    set_sentences,
    unbroken,
)
from ldcase.language import worded, worded_many
from ldcase.words.sentence import Sentence

KICKER = 0.12
"""A place above the title that is lower than this part of the slide holds the name of the step."""
BESIDE = 0.37
"""Part of the width for the text, where the template has no places side by side."""
GAP = 0.03
"""Part of the width or height between text and what stands beside or under it."""
FOOT = (8.0, 7.5, 7.0, 6.5, 6.0)
CAPTION = 11.0
SUBTITLE = 10.0


@dataclass(slots=True)
class _Deck:
    """Slides in the making."""

    presentation: Any
    layouts: Layouts
    look: Look
    paper: Paper
    left_out: int = 0
    cut: int = 0
    numbered: int = field(default=0)

    @property
    def size(self) -> tuple[int, int]:
        return int(self.presentation.slide_width), int(self.presentation.slide_height)


def presented(paper: Paper, template: bytes | None = None) -> tuple[bytes, tuple[str, ...]]:
    """Draw a document as slides, a part each; a table that is too long goes on on the next.

    Returns
    -------
    bytes, tuple of str
        The file, and what was shortened so that it fits.
    """
    presentation, layouts = opened(template)
    colours = tokens()["dark" if layouts.dark else "light"]
    deck = _Deck(presentation, layouts, Look(colours, paper.language), paper)
    for part in paper.parts:
        _part(deck, part)
    _properties(presentation, paper)
    content = BytesIO()
    presentation.save(content)
    return content.getvalue(), _shortened(deck)


def _shortened(deck: _Deck) -> tuple[str, ...]:
    told = []
    if deck.cut:
        told.append(worded_many("{n} text is cut (…).", "{n} texts are cut (…).", deck.cut, n=deck.cut))
    if deck.left_out:
        told.append(
            worded_many(
                "{n} sentence stands in the notes only.",
                "{n} sentences stand in the notes only.",
                deck.left_out,
                n=deck.left_out,
            )
        )
    return tuple(told)


def _properties(presentation: Any, paper: Paper) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part as PackagePart
    from pptx.opc.packuri import PackURI

    about = presentation.core_properties
    about.title, about.subject = plain(paper.title)[:255], plain(paper.subtitle)[:255]
    about.author, about.last_modified_by, about.comments, about.keywords = "", "", "", ""
    about.language = LANGUAGES[paper.language]
    about.created = about.modified = datetime.combine(paper.origin.made, datetime.min.time(), UTC)
    package = presentation.part.package
    for relation in list(package._rels.values()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            package._rels.pop(relation.rId)
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = PackagePart(PackURI(f"/{PROPERTIES}"), kind, package, custom_properties(paper.origin))
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _part(deck: _Deck, part: Part) -> None:
    """A slide, or several where its table is too long for one."""
    opens = any(isinstance(block, Heading) and block.level == 1 for block in part.blocks)
    picture = next((block for block in part.blocks if isinstance(block, Picture)), None)
    layouts = deck.layouts
    points = _found(part.blocks, Points)
    layout = layouts.opening if opens else layouts.beside if picture and points and layouts.beside else layouts.content
    slide = _added(deck, layout, part)
    table = _found(part.blocks, Table)
    if opens:
        _opening(deck, slide, part)
    elif picture is not None:
        _with_chart(deck, slide, points, picture)
    elif table is not None:
        _with_table(deck, slide, part, points, table)
    else:
        _with_text(deck, slide, points)
    _tidied(slide)


def _found(blocks: Sequence[Block], kind: type[Any]) -> Any | None:
    return next((block for block in blocks if isinstance(block, kind)), None)


def _added(deck: _Deck, layout: Any, part: Part, title: str = "") -> Any:
    """A slide with its title, the name of its step, its foot, its number and its notes."""
    slide = deck.presentation.slides.add_slide(layout)
    deck.numbered += 1
    place = _title(slide)
    given = unbroken(title or part.title)
    width, room = place.width / EMU - 8, place.height / EMU
    size = next((size for size in TITLES if height([given], width, size, bold=True) <= room), TITLES[-1])
    most = max(1, int(room / (size * 1.27)))
    short = cut(given, width, size, most, bold=True)
    deck.cut += short != given
    place.text_frame.text = ""
    set_sentence(place.text_frame.paragraphs[0], short, size, deck.look)
    kicker = _kicker(deck, slide, place)
    step = _found(part.blocks, Heading)
    if kicker is not None and step is not None:
        kicker.text_frame.text = ""
        told = cut(step.text, kicker.width / EMU - 4, 12, 1, bold=True)
        set_sentence(kicker.text_frame.paragraphs[0], told, 12 if step.level > 1 else 14, deck.look)
    _foot(deck, slide, layout)
    _notes(slide, part, short != given)
    return slide


def _title(slide: Any) -> Any:
    """The title of a slide; every layout that is used has one."""
    return title_of(slide)


def _kicker(deck: _Deck, slide: Any, title: Any) -> Any | None:
    """The low place for text right above the title, where the template has one."""
    low = KICKER * deck.size[1]
    return next(
        (each for each in slide.placeholders if kind_of(each) == "BODY" and each.height < low and each.top < title.top),
        None,
    )


def _notes(slide: Any, part: Part, cut_title: bool) -> None:
    """What the speaker has: the title where it was cut, every sentence of the slide, then the notes."""
    said = [*([part.title] if cut_title else [])]
    points = _found(part.blocks, Points)
    said += [str(sentence) for sentence in (*(points.items if points is not None else ()), *part.notes)]
    slide.notes_slide.notes_text_frame.text = "\n".join(unbroken(plain(text)) for text in said if text)


def _foot(deck: _Deck, slide: Any, layout: Any) -> None:
    """Where it came from on every slide, that figures are sample data, and the number of the slide."""
    from pptx.util import Emu

    for kind in ("FOOTER", "SLIDE_NUMBER"):
        place = next((each for each in layout.placeholders if kind_of(each) == kind), None)
        if place is not None:
            slide.shapes._spTree.append(deepcopy(place._element))
    paper = deck.paper
    own = next((each for each in slide.placeholders if kind_of(each) == "FOOTER"), None)
    if own is None:
        wide, high = deck.size
        own = slide.shapes.add_textbox(Emu(wide // 20), Emu(high * 95 // 100), Emu(wide * 8 // 10), Emu(high // 25))
    width, room = own.width / EMU - 15, own.height / EMU
    short = f"{paper.origin.title} · {paper.origin.digest[:12]}"
    sample = worded("Sample data.") if paper.sample_data else ""
    wanted = (
        [paper.sample_data, paper.origin.line],
        [f"{sample} {paper.origin.line}".strip()],
        [f"{sample} {short}".strip()],
    )
    told, size = [cut(wanted[-1][0], width, FOOT[-1], 1)], FOOT[-1]
    for texts in wanted:
        texts = [text for text in texts if text]
        fits = [size for size in FOOT if height(texts, width, size) <= room + 2]
        if fits:
            told, size = texts, fits[0]
            break
    own.text_frame.word_wrap = True
    own.text_frame.text = ""
    for number, text in enumerate(told):
        words = own.text_frame.paragraphs[0] if number == 0 else own.text_frame.add_paragraph()
        set_sentence(words, text, size, deck.look)


def _tidied(slide: Any) -> None:
    """Take away places that stayed empty, so that nobody is asked to click into them."""
    for each in list(slide.placeholders):
        if each.has_text_frame and not each.text_frame.text.strip() and kind_of(each) not in ("SLIDE_NUMBER", "FOOTER"):
            each._element.getparent().remove(each._element)


def _told(deck: _Deck, frame: Any, items: Sequence[Sentence], width: float, room: float) -> float:
    """Sentences in a place, as large as fits; returns how high they stand, points."""
    texts = [str(item) for item in items]
    size, kept = fitting(texts, width, room, SIZES)
    deck.left_out += len(texts) - kept
    frame.text = ""
    frame.word_wrap = True
    shown = list(items[:kept])
    if height(texts[:kept], width, size) > room:
        from ldcase.words.sentence import say

        shown = [say(cut(texts[0], width, size, max(1, int(room / (size * 1.27)))))]
        deck.cut += 1
    set_sentences(frame, shown, size, deck.look)
    return height(texts[:kept], width, size)


def _opening(deck: _Deck, slide: Any, part: Part) -> None:
    """A title with what is said beside it, and the figures that matter under it."""
    points, figures = _found(part.blocks, Points), _found(part.blocks, KeyFigures)
    wide, high = deck.size
    place = next((each for each in slide.placeholders if kind_of(each) == "SUBTITLE"), None)
    rooms = [each for each in roomy_places(slide, wide, high) if each.top > _title(slide).top]
    if place is None and rooms:
        place = rooms.pop(0)
    if place is None:
        return
    box = Box(place.left, place.top, place.width, place.height)
    under = next((each for each in rooms if kind_of(each) in ("TABLE", "OBJECT")), None)
    if points is not None:
        room = box.height / EMU * (1.0 if under is not None or figures is None else 0.5)
        told = _told(deck, place.text_frame, points.items, box.width / EMU - 15, room)
        if figures is not None and under is None:
            _moved(place, box.upper(int((told + 10) * EMU)))
            box = box.lower(int((told + 24) * EMU))
    if figures is not None:
        where = Box(under.left, under.top, under.width, under.height) if under is not None else box
        if under is None:
            foot = high * 9 // 10
            where = Box(where.left, min(where.top, foot - int(80 * EMU)), where.width, int(80 * EMU))
        insert_figures(slide, under, figures, where, deck.look)


def _moved(place: Any, box: Box) -> None:
    place.left, place.top, place.width, place.height = box.left, box.top, box.width, box.height


def _with_text(deck: _Deck, slide: Any, points: Points | None) -> None:
    place = roomy_places(slide, *deck.size)[0]
    if points is not None:
        _told(deck, place.text_frame, points.items, place.width / EMU - 15, place.height / EMU - 8)


def _with_chart(deck: _Deck, slide: Any, points: Points | None, picture: Picture) -> None:
    """Text on the left and a chart on the right, with what it shows above it; the whole width for a chart alone."""
    places = roomy_places(slide, *deck.size)
    first = places[0]
    box = Box(first.left, first.top, first.width, first.height)
    if points is None:
        chart, where = first, box
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
        _told(deck, first.text_frame, points.items, box.width / EMU - 15, box.height / EMU - 8)
    used = _caption(deck, slide, picture, where, slide_title=_title_text(slide))
    where = where.lower(used)
    if chart is not None and kind_of(chart) == "BODY":
        chart._element.getparent().remove(chart._element)
        chart = None
    insert_chart(slide, chart, picture.drawing, Frame(where.left, where.top, where.width, where.height, deck.look))


def _title_text(slide: Any) -> str:
    return str(_title(slide).text_frame.text)


def _caption(deck: _Deck, slide: Any, picture: Picture, box: Box, slide_title: str) -> int:
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
    high = sum(lines(text, width, size, bold) * size * 1.27 for text, size, bold in told) + 4
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


def _with_table(deck: _Deck, slide: Any, part: Part, points: Points | None, table: Table) -> None:
    """A table under what is said about it; what does not fit goes on on the next slide."""
    place = roomy_places(slide, *deck.size)[0]
    box = Box(place.left, place.top, place.width, place.height)
    whole = box
    if points is not None:
        told = _told(deck, place.text_frame, points.items, box.width / EMU - 15, 0.45 * box.height / EMU)
        _moved(place, box.upper(int((told + 8) * EMU)))
        box = box.lower(int((told + 18) * EMU))
    pages = pages_of(table, box, whole)
    for number, page in enumerate(pages):
        if number:
            title = worded("{title} (continued)", title=part.title)
            slide = _added(deck, deck.layouts.content, part, title)
            place, box, points = roomy_places(slide, *deck.size)[0], whole, None
        deck.cut += insert_table(slide, None if points is not None else place, page, box, deck.look)
        _tidied(slide)
