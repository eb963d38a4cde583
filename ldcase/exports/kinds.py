"""Every form in which a case can leave the room, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ldcase.exports.origin import Origin
from ldcase.forecast import Forecast
from ldcase.language import said

Target = Path | BinaryIO


@dataclass(frozen=True, slots=True)
class Kind:
    """A form of export.

    Attributes
    ----------
    ending
        Of its files, with the dot.
    title, purpose
        What it is called within a sentence, and what it is for; said by `worded`.
    mime
        Its type of content.
    write
        Writes a forecast to a path or a stream, whole or not at all; gives what was shortened. Raises `OSError`.
    """

    ending: str
    title: str
    purpose: str
    mime: str
    write: Callable[[Forecast, Target, Origin], tuple[str, ...]]


def _pdf(forecast: Forecast, target: Target, origin: Origin) -> tuple[str, ...]:
    from ldcase.exports.pdf import write_pdf

    return write_pdf(forecast, target, origin)


def _docx(forecast: Forecast, target: Target, origin: Origin) -> tuple[str, ...]:
    from ldcase.exports.docx import write_docx

    return write_docx(forecast, target, origin)


def _xlsx(forecast: Forecast, target: Target, origin: Origin) -> tuple[str, ...]:
    from ldcase.exports.twin import write_twin

    write_twin(forecast, target, origin)
    return ()


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: Mapping[str, Kind] = {
    kind.ending: kind
    for kind in (
        Kind(
            ".pdf",
            said("one page as PDF"),
            said("To be read and printed: the decision, three figures, the options, what it rests on."),
            "application/pdf",
            _pdf,
        ),
        Kind(
            ".docx",
            said("one page as Word file"),
            said("The same page to be edited, with styles and tables of its own."),
            f"{_OFFICE}.wordprocessingml.document",
            _docx,
        ),
        Kind(
            ".xlsx",
            said("the Excel twin, with live formulas"),
            said("To be checked and recalculated: every assumption, every formula, month by month."),
            f"{_OFFICE}.spreadsheetml.sheet",
            _xlsx,
        ),
    )
}
"""By ending, in the order in which they are offered."""
