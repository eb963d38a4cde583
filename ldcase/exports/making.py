"""Making documents: one or several of a forecast, with what goes wrong on the disk told as a finding."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock

from ldcase.charts.printed import FONT_FILES, FONTS
from ldcase.errors import CaseError, Finding
from ldcase.exports.kinds import KINDS, PAPERS, Kind, Options
from ldcase.exports.origin import Origin
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.language import said
from ldcase.store.bundle import Bundle, packed, tables_of

FULL = (errno.ENOSPC, errno.EDQUOT)
"""What an operating system says when there is no more room."""
_ONE_AT_A_TIME = Lock()
"""The compiler of the PDF serves one thread; what was stopped may still be in it when the next document begins."""
ALL = "all"
ZIP = ".zip"
"""The ending of the file that holds the case, its tables and every document."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was made: the form it has, its content, and what was shortened in it."""

    kind: Kind
    content: bytes
    shortened: tuple[str, ...]


def write(kind: Kind, forecast: Forecast, target: Path, origin: Origin, options: Options) -> tuple[str, ...]:
    """Write a document to a path, whole or not at all; returns what was shortened.

    Raises
    ------
    CaseError
        When the disk or the folder refuses, or the document cannot be made.
    """
    _has_its_fonts(kind)
    try:
        with _ONE_AT_A_TIME:
            return kind.write(forecast, target, origin, options)
    except OSError as problem:
        raise CaseError(not_written(target, problem)) from problem


def made(kind: Kind, forecast: Forecast, origin: Origin, options: Options) -> Document:
    """Make a document in memory; `CaseError` as `write`, which a program that works on the disk may also raise."""
    _has_its_fonts(kind)
    content = BytesIO()
    try:
        with _ONE_AT_A_TIME:
            shortened = kind.write(forecast, content, origin, options)
    except OSError as problem:
        raise CaseError(not_written(Path(f"{forecast.case.id}{kind.ending}"), problem)) from problem
    return Document(kind, content.getvalue(), shortened)


def everything(
    forecast: Forecast,
    bundle: Bundle,
    origin: Origin,
    options: Options,
    tell: Callable[[int, Kind], object] = lambda number, kind: None,
) -> tuple[str, bytes]:
    """Make every document, and pack them into one zip with the case and its tables.

    Parameters
    ----------
    bundle
        The case as a file with its tables.
    tell
        Called before each document with how many there are already; what it raises stops the making.

    Returns
    -------
    tuple
        The name of the zip and its content; the home screen opens it as the case it holds.
    """
    name = forecast.case.id
    documents: dict[str, bytes] = {}
    for number, kind in enumerate(KINDS.values()):
        tell(number, kind)
        documents[f"{name}{kind.ending}"] = made(kind, forecast, origin, options).content
    return packed(name, bundle, documents)


def chosen(paper: str, template: Path | None) -> Options:
    """Return the options that were chosen; `CaseError` for paper there is not, or a template that cannot be read."""
    size = next((each for each in PAPERS if each == paper), None)
    if size is None:
        what, known = said("This size of paper is not known."), ", ".join(PAPERS)
        raise CaseError(Finding("unknown-paper", what, str(paper)[:80], known, said("Choose one of these.")))
    try:
        return Options(size, None if template is None else template.read_bytes())
    except OSError as problem:
        what, do = said("The template cannot be read."), said("Name a PowerPoint file of yours, .pptx or .potx.")
        raise CaseError(Finding("no-template", what, f"{template}: {problem.strerror}", do=do)) from problem


def write_everything(forecast: Forecast, target: Path, origin: Origin, options: Options) -> None:
    """Write the zip of `everything` to a path, whole or not at all; raises as `write`."""
    bundle = Bundle(forecast.case.to_yaml(), tables_of(forecast.case.path.parent))
    _, content = everything(forecast, bundle, origin, options)
    try:
        write_whole(target, content)
    except OSError as problem:
        raise CaseError(not_written(target, problem)) from problem


def wanted(words: str) -> tuple[Kind, ...]:
    """The forms that a list such as “pdf,xlsx” names, in its order, each once; empty where it names something else.

    “all” is every form.
    """
    names = [word.strip().lower().removeprefix(".") for word in words.split(",")]
    if names == [ALL]:
        return tuple(KINDS.values())
    found = [KINDS.get(f".{name}") for name in dict.fromkeys(names)]
    return tuple(kind for kind in found if kind is not None) if all(found) else ()


def _has_its_fonts(kind: Kind) -> None:
    """Refuse a document that would be set in whatever typeface is found instead."""
    missing = [name for name in FONT_FILES if not (FONTS / name).is_file()] if kind.typeset else []
    if missing:
        what, do = (
            said("A typeface of the documents is missing."),
            said("Install the package again: its fonts belong to it."),
        )
        raise CaseError(Finding("fonts-missing", what, ", ".join(missing), do=do))


def not_written(target: Path, problem: OSError) -> Finding:
    """Why a file was not written, and what to do."""
    if problem.errno in FULL:
        what, do = said("There is no room left on the disk."), said("Make room or choose another disk, then try again.")
    elif isinstance(problem, PermissionError):
        what, do = (
            said("The file may not be written there."),
            said("Close it where it is open, or choose another folder."),
        )
    else:
        what, do = said("The file could not be written."), said("Close it elsewhere, or choose another place.")
    return Finding("not-written", what, f"{target}: {problem.strerror or problem}", do=do)
