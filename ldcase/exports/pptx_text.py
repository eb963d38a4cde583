"""Text on slides: measured before it is set, so that none runs over its place; figures bold, coloured by meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ldcase.charts.printed import FONTS
from ldcase.exports.office_properties import plain
from ldcase.words.sentence import Number, Sentence

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
"""Of running text in points, largest first; below the last, sentences are left to the notes."""
TITLES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
LINE, BETWEEN = 1.27, 0.56
"""Height of a line, and the room above a paragraph, as parts of the size."""
WIDER = 1.07
"""Other typefaces than ours, which stand in where it is missing, may run so much wider."""
EMU = 12_700
"""Of them make a point."""
_BREAKS = re.compile(r"[ \t\r\n\v]+")
_FILES = {False: "inter-latin-400.ttf", True: "inter-latin-600.ttf"}
_UNIT = 100


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of meaning on these slides, by token, and the language that is written."""

    colours: Mapping[str, str]
    language: str

    def rgb(self, token: str) -> Any:
        """A colour as python-pptx wants it."""
        from pptx.dml.color import RGBColor

        return RGBColor.from_string(self.colours[token].lstrip("#").upper())


@lru_cache(maxsize=2)
def _font(bold: bool) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / _FILES[bold]), _UNIT)


@lru_cache(maxsize=16_384)
def width_of(word: str, bold: bool = False) -> float:
    """Width of a text in parts of its size; signs our typeface lacks count as a whole square."""
    ours = "".join(sign if sign < "\u0250" or "\u2000" <= sign < "\u2300" else "M" for sign in word)
    return WIDER * float(_font(bold).getlength(ours)) / _UNIT


def lines(text: str, width: float, size: float, bold: bool = False) -> int:
    """How many lines a text takes in a width, both in points; words that are too long are broken."""
    space, count, at = width_of(" ", bold) * size, 1, 0.0
    for word in text.replace("\n", " ").split(" "):
        long = width_of(word, bold) * size
        if at > 0 and at + space + long > width:
            count, at = count + 1, 0.0
        at += long + (space if at else 0.0)
        while at > width:
            count, at = count + 1, at - width
    return count


def height(paragraphs: Sequence[str], width: float, size: float, bold: bool = False) -> float:
    """Height of paragraphs, points."""
    told = sum(lines(text, width, size, bold) for text in paragraphs)
    return size * (LINE * told + BETWEEN * max(len(paragraphs) - 1, 0))


def cut(text: str, width: float, size: float, most: int, bold: bool = False) -> str:
    """A text in at most so many lines, cut at a word where it is longer."""
    if lines(text, width, size, bold) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle] + "…", width, size, bold) <= most:
            low = middle
        else:
            high = middle - 1
    kept = text[:low]
    at = kept.rfind(" ")
    return f"{kept[: at if at > low // 2 else low].rstrip(' ,;:.')}…"


def fitting(paragraphs: Sequence[str], width: float, room: float, sizes: Sequence[float]) -> tuple[float, int]:
    """The largest size at which all paragraphs fit, else the smallest and how many fit then: at least one."""
    for size in sizes:
        if height(paragraphs, width, size) <= room:
            return size, len(paragraphs)
    kept = len(paragraphs)
    while kept > 1 and height(paragraphs[:kept], width, sizes[-1]) > room:
        kept -= 1
    return sizes[-1], kept


def unbroken(text: str) -> str:
    """A text in one line; spaces that do not break stay."""
    return _BREAKS.sub(" ", text).strip()


def set_sentences(frame: Any, given: Sequence[Sentence], size: float, look: Look) -> None:
    """Fill a text frame with a paragraph a sentence."""
    for number, sentence in enumerate(given):
        words = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        set_sentence(words, sentence, size, look)


def set_sentence(words: Any, given: Sentence | str, size: float, look: Look, *, bold: bool = False) -> None:
    """Fill a paragraph; figures stand out."""
    from pptx.util import Pt

    # The size of an empty paragraph, too: else it is as high as the theme's text.
    words._p.get_or_add_endParaRPr().set("sz", str(round(100 * size)))
    pieces = [(given, None)] if isinstance(given, str) else [(piece.text, piece) for piece in given.pieces]
    for text, piece in pieces:
        if not text:
            continue
        run = words.add_run()
        run.text = _BREAKS.sub(" ", plain(text))
        run.font.size = Pt(size)
        run.font.language_id = _language(look.language)
        if bold or isinstance(piece, Number):
            run.font.bold = True
        if isinstance(piece, Number) and piece.tone != "plain":
            run.font.color.rgb = look.rgb(f"{piece.tone}_text")


def _language(language: str) -> Any:
    from pptx.enum.lang import MSO_LANGUAGE_ID

    return {"de": MSO_LANGUAGE_ID.GERMAN}.get(language, MSO_LANGUAGE_ID.ENGLISH_US)
