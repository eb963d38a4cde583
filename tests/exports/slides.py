"""Decks for the tests: of a case by name, and of a case edited; each is made once and read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation

from ldcase import api
from ldcase.case import Case
from ldcase.exports.origin import origin
from ldcase.exports.slides import write_slides
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking

CASES = Path(__file__).parents[2] / "data" / "cases"
BUNDLED = tuple(sorted(path.parent.name for path in CASES.glob("*/case.yaml")))
DAY = date(2026, 11, 22)


@lru_cache(maxsize=16)
def of(name: str) -> Forecast:
    """The forecast of a bundled case, with few draws."""
    return forecast(api.open(CASES / name), draws=512)


def edited(case: Case, **values: object) -> Forecast:
    """The forecast of a case with other values, a dot written as two underscores."""
    for path, value in values.items():
        case = case.edit(path.replace("__", "."), value)
    return forecast(case, draws=512)


def made(given: Forecast, language: str = "en", template: bytes | None = None) -> tuple[Any, tuple[str, ...]]:
    """The deck of a forecast, read again, and what was shortened."""
    content = BytesIO()
    with speaking(language):
        shortened = write_slides(given, content, origin(given, DAY), template)
    return Presentation(content), shortened


@lru_cache(maxsize=16)
def deck_of(name: str, language: str = "en") -> Any:
    """The deck of a bundled case."""
    return made(of(name), language)[0]


def texts(slide: Any) -> Iterator[str]:
    """Every text on a slide but its notes: in shapes and in cells."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (words.text for words in shape.text_frame.paragraphs)
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def text(presentation: Any) -> str:
    """All of it, with spaces that break."""
    return "\n".join(each for slide in presentation.slides for each in texts(slide)).replace("\u00a0", " ")
