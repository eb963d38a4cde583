"""Every form in which a case can leave the room, by the ending of its file.

A form that is added here is offered by itself in the drawer of the page, in Python and on the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from ldcase.exports.origin import Origin
from ldcase.forecast import Forecast
from ldcase.language import marked, said
from ldcase.store.history import Change

if TYPE_CHECKING:
    from ldcase.exports.pdf import Size

Target = Path | BinaryIO
PaperSize = Literal["a4", "letter"]
PAPERS: Mapping[PaperSize, str] = {"a4": marked("A4"), "letter": marked("Letter (US)")}
"""Sizes of paper, with what they are called; said by `worded`."""
_SIZES: Mapping[PaperSize, Size] = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen about an export; each form takes what concerns it. The language is the one in force.

    Attributes
    ----------
    paper
        The size of the paper.
    template
        The content of a company's own template for slides; without one, ours is used.
    log
        The recorded changes of the case, for the forms that list them.
    """

    paper: PaperSize = "a4"
    template: bytes | None = None
    log: Sequence[Change] = ()


Takes = Literal["paper", "template"]
Writer = Callable[[Forecast, Target, Origin, Options], tuple[str, ...]]
"""Writes a forecast, whole or not at all; gives what was shortened. Raises `OSError` and `CaseError`."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A form of export.

    Attributes
    ----------
    ending
        Of its files, with the dot.
    title, heading, save, purpose
        What it is called within a sentence and as a heading, what its button says, and what it is for; said by
        `worded`.
    mime
        Its type of content.
    write
        Writes a forecast to a path or a stream, whole or not at all; gives what was shortened.
    takes
        Which of the `Options` people may choose for it.
    typeset
        Whether it is set or measured with the fonts of the package.
    """

    ending: str
    title: str
    heading: str
    save: str
    purpose: str
    mime: str
    write: Writer
    takes: frozenset[Takes] = frozenset()
    typeset: bool = False


def _pdf(forecast: Forecast, target: Target, origin: Origin, options: Options) -> tuple[str, ...]:
    from ldcase.exports.pdf import write_pdf

    return write_pdf(forecast, target, origin, _SIZES[options.paper])


def _docx(forecast: Forecast, target: Target, origin: Origin, options: Options) -> tuple[str, ...]:
    from ldcase.exports.docx import write_docx

    return write_docx(forecast, target, origin, _SIZES[options.paper])


def _pptx(forecast: Forecast, target: Target, origin: Origin, options: Options) -> tuple[str, ...]:
    from ldcase.exports.slides import write_slides

    return write_slides(forecast, target, origin, options.template)


def _xlsx(forecast: Forecast, target: Target, origin: Origin, options: Options) -> tuple[str, ...]:
    from ldcase.exports.twin import write_twin

    write_twin(forecast, target, origin, options.log)
    return ()


def _html(forecast: Forecast, target: Target, origin: Origin, options: Options) -> tuple[str, ...]:
    from ldcase.exports.leave_behind import write_leave_behind

    write_leave_behind(forecast, target, origin)
    return ()


_OFFICE = "application/vnd.openxmlformats-officedocument"
_PAPER: frozenset[Takes] = frozenset({"paper"})
_TEMPLATE: frozenset[Takes] = frozenset({"template"})
KINDS: Mapping[str, Kind] = {
    kind.ending: kind
    for kind in (
        Kind(
            ".pdf",
            said("one page as PDF"),
            marked("One page as PDF"),
            marked("Save the PDF"),
            said("To be read and printed: the decision, three figures, the options, what it rests on."),
            "application/pdf",
            _pdf,
            _PAPER,
            typeset=True,
        ),
        Kind(
            ".docx",
            said("one page as Word file"),
            marked("One page as Word file"),
            marked("Save the Word file"),
            said("The same page to be edited, with styles and tables of its own."),
            f"{_OFFICE}.wordprocessingml.document",
            _docx,
            _PAPER,
            typeset=True,
        ),
        Kind(
            ".pptx",
            said("slides, to be presented and edited"),
            marked("Slides"),
            marked("Save the slides"),
            said("A short deck in the order of the pitch, with native charts, notes and an appendix."),
            f"{_OFFICE}.presentationml.presentation",
            _pptx,
            _TEMPLATE,
            typeset=True,
        ),
        Kind(
            ".xlsx",
            said("the Excel twin, with live formulas"),
            marked("Excel twin"),
            marked("Save the Excel twin"),
            said("To be checked and recalculated: every assumption, every formula, month by month."),
            f"{_OFFICE}.spreadsheetml.sheet",
            _xlsx,
        ),
        Kind(
            ".html",
            said("the leave-behind, a page with working levers"),
            marked("Leave-behind page"),
            marked("Save the page"),
            said("To be left with those who decide: the whole pitch to read, with levers that work without a network."),
            "text/html",
            _html,
        ),
    )
}
"""By ending, in the order in which they are offered."""
