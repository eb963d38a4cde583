"""One slide in the making: its title, the name of its step, its foot, its number, its notes, sentences in a place."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ldcase.exports.document import Block, Heading, Paper, Part, Points
from ldcase.exports.office_properties import plain
from ldcase.exports.pptx_template import Layouts, kind_of, title_of
from ldcase.exports.pptx_text import (
    EMU,
    LINE,
    SIZES,
    TITLES,
    Look,
    cut,
    fitting,
    height,
    set_sentence,
    set_sentences,
    unbroken,
)
from ldcase.language import worded
from ldcase.words.sentence import Sentence, say

KICKER = 0.12
"""A place above the title that is lower than this part of the slide holds the name of the step."""
FOOT = (8.0, 7.5, 7.0, 6.5, 6.0)
"""Sizes of the foot, points."""


@dataclass(slots=True)
class Deck:
    """Slides in the making."""

    presentation: Any
    layouts: Layouts
    look: Look
    paper: Paper
    left_out: int = 0
    cut: int = 0

    @property
    def size(self) -> tuple[int, int]:
        return int(self.presentation.slide_width), int(self.presentation.slide_height)


def found(blocks: Sequence[Block], kind: type[Any]) -> Any | None:
    return next((block for block in blocks if isinstance(block, kind)), None)


def added(deck: Deck, layout: Any, part: Part, title: str = "") -> Any:
    """A slide with its title, the name of its step, its foot, its number and its notes."""
    slide = deck.presentation.slides.add_slide(layout)
    place = title_on(slide)
    given = unbroken(title or part.title)
    width, room = place.width / EMU - 8, place.height / EMU
    size = next((size for size in TITLES if height([given], width, size, bold=True) <= room), TITLES[-1])
    most = max(1, int(room / (size * LINE)))
    short = cut(given, width, size, most, bold=True)
    deck.cut += short != given
    place.text_frame.text = ""
    set_sentence(place.text_frame.paragraphs[0], short, size, deck.look)
    kicker = _kicker(deck, slide, place)
    step = found(part.blocks, Heading)
    if kicker is not None and step is not None:
        kicker.text_frame.text = ""
        told = cut(step.text, kicker.width / EMU - 4, 12, 1, bold=True)
        set_sentence(kicker.text_frame.paragraphs[0], told, 12 if step.level > 1 else 14, deck.look)
    _foot(deck, slide, layout)
    _notes(slide, part, short != given)
    return slide


def title_on(slide: Any) -> Any:
    """The title of a slide; every layout that is used has one."""
    return title_of(slide)


def _kicker(deck: Deck, slide: Any, title: Any) -> Any | None:
    """The low place for text right above the title, where the template has one."""
    low = KICKER * deck.size[1]
    return next(
        (each for each in slide.placeholders if kind_of(each) == "BODY" and each.height < low and each.top < title.top),
        None,
    )


def _notes(slide: Any, part: Part, cut_title: bool) -> None:
    """What the speaker has: the title where it was cut, every sentence of the slide, then the notes."""
    said = [*([part.title] if cut_title else [])]
    points = found(part.blocks, Points)
    said += [str(sentence) for sentence in (*(points.items if points is not None else ()), *part.notes)]
    slide.notes_slide.notes_text_frame.text = "\n".join(unbroken(plain(text)) for text in said if text)


def _foot(deck: Deck, slide: Any, layout: Any) -> None:
    """Where it came from on every slide, that figures are sample data, and the number of the slide."""
    from pptx.util import Emu

    for kind in ("FOOTER", "SLIDE_NUMBER"):
        place = next((each for each in layout.placeholders if kind_of(each) == kind), None)
        if place is not None:
            _placed(slide, place)
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


def _placed(slide: Any, place: Any) -> None:
    """A place of the layout that python-pptx leaves out, on the slide; where it stands and how it looks follows on."""
    copied = deepcopy(place._element)
    for inherited in (*copied.spPr, *copied.txBody.findall("{*}lstStyle/*")):
        inherited.getparent().remove(inherited)
    tree = slide.shapes._spTree
    copied.nvSpPr.cNvPr.set("id", str(1 + max(int(each) for each in tree.xpath("//p:cNvPr/@id"))))
    tree.append(copied)


def tidied(slide: Any) -> None:
    """Take away places that stayed empty, so that nobody is asked to click into them."""
    for each in list(slide.placeholders):
        if each.has_text_frame and not each.text_frame.text.strip() and kind_of(each) not in ("SLIDE_NUMBER", "FOOTER"):
            each._element.getparent().remove(each._element)


def sentences_in(deck: Deck, frame: Any, items: Sequence[Sentence], width: float, room: float) -> float:
    """Sentences in a place, as large as fits; returns how high they stand, points."""
    texts = [str(item) for item in items]
    size, kept = fitting(texts, width, room, SIZES)
    deck.left_out += len(texts) - kept
    frame.text = ""
    frame.word_wrap = True
    shown = list(items[:kept])
    if height(texts[:kept], width, size) > room:
        shown = [say(cut(texts[0], width, size, max(1, int(room / (size * LINE)))))]
        deck.cut += 1
    set_sentences(frame, shown, size, deck.look)
    return height(texts[:kept], width, size)
