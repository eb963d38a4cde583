"""A document as PDF: tagged, with its fonts inside, its charts as vectors, its origin in its properties.

Typst sets it. Every text is handed over as data (JSON), so that no text of a case can be markup or a command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Literal

from ldcase.charts.printed import FONTS, svg
from ldcase.charts.theme import tokens
from ldcase.errors import CaseError, Finding
from ldcase.exports.document import Beside, Block, Heading, KeyFigures, Paper, Paragraph, Picture, Points, Table
from ldcase.exports.one_page import one_page_paper
from ldcase.exports.origin import Origin, as_keyword
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.language import said
from ldcase.words.one_page import ROOMS
from ldcase.words.sentence import Number, Sentence

Size = Literal["a4", "us-letter"]
SCALES = tuple(size / 100 for size in range(118, 86, -2))
"""Sizes of the text against the usual one, largest first; text is cut only where the smallest does not fit."""
PICTURE = 460.0
"""Width of a chart in pixels, where its text reads as that of the page does."""
_SOURCE = Path(__file__).with_name("page.typ")
_OURS = re.compile(
    r"[\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20c0\u2122\u2190-\u2193\u2212\u2248\u2260-\u2265]*"
)
"""The signs the fonts of the documents have."""
_WORD = re.compile(r"\S{30}(?=\S)")
_DAY = re.compile(r"(?<=\d) (?=[^\W\d_]+ \d{4}\b)|(?<=\d\.) (?=[^\W\d_]+ \d{4}\b)")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A document that fits one page: what it says, the size of its type (one of `SCALES`), and its PDF."""

    paper: Paper
    scale: float
    content: bytes


def write_pdf(forecast: Forecast, target: Path | BinaryIO, origin: Origin, size: Size = "a4") -> tuple[str, ...]:
    """Write the one page of a forecast as PDF, whole or not at all.

    Returns
    -------
    tuple of str
        What was shortened so that it fits one page; it also stands in its foot.

    Raises
    ------
    OSError
        When the file cannot be written.
    CaseError
        When it does not fit one page even in its shortest form.
    """
    found = fitted(forecast, origin, size)
    if isinstance(target, Path):
        write_whole(target, found.content)
    else:
        target.write(found.content)
    return found.paper.shortened


def fitted(
    forecast: Forecast,
    origin: Origin,
    size: Size,
    arranged: Callable[[Paper], Paper] | None = None,
    tighter: float = 1.0,
) -> Fitted:
    """The one page, with the most text in the largest type that fits.

    ``arranged`` lays the page out otherwise, for a format that knows no columns; ``tighter`` is how much smaller type
    takes the room here that type of the same size takes there.
    """
    for room in ROOMS:
        paper = one_page_paper(forecast, origin, room)
        paper = arranged(paper) if arranged else paper
        smallest = compiled(paper, size, SCALES[-1] * tighter)
        if pages(smallest) == 1:
            return _largest(paper, size, tighter, smallest)
    what, do = (
        said("The page does not fit one sheet, even in its shortest form."),
        said("Shorten the title of the case."),
    )
    raise CaseError(Finding("page-too-long", what, forecast.case.title[:80], do=do))


def _largest(paper: Paper, size: Size, tighter: float, smallest: bytes) -> Fitted:
    """In the largest type that fits, given what the smallest comes to: larger type never takes fewer pages."""
    too_large, fits, content = -1, len(SCALES) - 1, smallest
    while fits - too_large > 1:
        between = (too_large + fits) // 2
        tried = compiled(paper, size, SCALES[between] * tighter)
        if pages(tried) == 1:
            fits, content = between, tried
        else:
            too_large = between
    return Fitted(paper, SCALES[fits], content)


def compiled(paper: Paper, size: Size, scale: float = 1.0) -> bytes:
    """Set a document; it may have several pages."""
    light: Mapping[str, str] = tokens()["light"]
    foot = [each for each in (paper.origin.line, " ".join(paper.shortened), paper.sample_data) if each]
    data = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "language": paper.language,
        "size": size,
        "scale": scale,
        "look": {name: light[name] for name in ("ink", "soft", "line", "benefit", "benefit_text", "gap_text")},
        "origin": as_keyword(paper.origin),
        "foot": foot,
        "blocks": [_block(block) for block in paper.blocks],
    }
    text = json.dumps(data, ensure_ascii=False)
    compiler = _compiler(bool(_OURS.fullmatch(text)))
    content: bytes = compiler.compile(format="pdf", sys_inputs={"paper": text}, pdf_standards=["ua-1"])
    return content


def pages(content: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(content)).pages)


@lru_cache(maxsize=2)
def _compiler(ours: bool) -> Any:
    """One compiler for all documents; with the fonts of the system, which are slow to find, where ours lack a sign."""
    import typst

    return typst.Compiler(str(_SOURCE), root=str(_SOURCE.parent), font_paths=[str(FONTS)], ignore_system_fonts=ours)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            return {"is": "paragraph", "kind": block.kind, "sentences": _sentences(block.sentences)}
        case KeyFigures():
            told = [{"label": each.label, "value": each.value, "note": each.note} for each in block.figures]
            return {"is": "figures", "figures": told}
        case Table():
            return {
                "is": "table",
                "caption": block.caption,
                "heads": block.heads,
                "rows": [tuple(map(_broken, row)) for row in block.rows],
                "numeric": block.numeric,
                "strong": block.strong,
                "widths": block.widths or (1,) * len(block.heads),
            }
        case Points():
            return {"is": "points", "items": _sentences(block.items)}
        case Picture():
            return {
                "is": "picture",
                "title": block.drawing.title,
                "subtitle": block.drawing.subtitle,
                "description": block.drawing.description,
                "svg": svg(block.drawing, PICTURE, PICTURE * block.height),
            }
        case Beside():
            left, right = (list(map(_block, side)) for side in (block.left, block.right))
            return {"is": "beside", "left": left, "right": right, "share": block.share}


def _sentences(given: Sequence[Sentence]) -> list[list[dict[str, Any]]]:
    return [
        [
            {"text": _broken(piece.text), "number": isinstance(piece, Number), "tone": getattr(piece, "tone", "plain")}
            for piece in one.pieces
        ]
        for one in given
    ]


def _broken(text: str) -> str:
    """A text that breaks within a word only where it is endless, and not within a day."""
    return _DAY.sub("\u00a0", _WORD.sub("\\g<0>\u200b", text))
