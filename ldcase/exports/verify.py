"""Whether a document still says what its case says.

What is compared is what moves figures: every range, the plan, the formulas, the horizon, the currency
(`origin.digest`). Words, sources and owners are not, and the text of a document may have been edited since: that is
told.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Literal
from zipfile import BadZipFile, ZipFile

from ldcase import __version__
from ldcase.case import Case
from ldcase.exports.kinds import KINDS
from ldcase.exports.origin import Origin, digest, origin_in
from ldcase.exports.twin_read import Range, inputs_in
from ldcase.forecast import DRAWS, SEED
from ldcase.forecast.forecast import planned
from ldcase.language import marked, worded, worded_many
from ldcase.words import dates, numbers
from ldcase.words.answer import exact

Outcome = Literal["same", "changed", "unknown"]
"""It matches; the case or the document is another now; it cannot be told."""
EXIT: Mapping[Outcome, int] = {"same": 0, "changed": 1, "unknown": 2}
"""The exit code of `ldcase verify`, by outcome."""
_ONLY_OURS = marked("What is exported here carries it; printing it, or saving it as another type, can take it away.")
_NOT_COMPARED = marked("Only what moves figures was compared; the words in the file may have been edited.")
MOST = 20
LARGEST = 64 * 2**20
ROUNDED = 1e-9
"""Values that differ by less, against the larger one, are the same."""


@dataclass(frozen=True, slots=True)
class States:
    """The states of a case that a document is held against.

    Attributes
    ----------
    present
        As it is worked on now.
    version
        The number of the newest recorded change of it; 0 without one.
    file
        What its file says.
    earlier
        The case after a recorded change by its number, None where there is none.
    """

    present: Case
    version: int
    file: Case
    earlier: Callable[[int], Case | None] = lambda number: None


@dataclass(frozen=True, slots=True)
class Difference:
    """An input that is another in the document than in the case: its name, its title, and both as text."""

    name: str
    title: str
    document: str
    case: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about a document: the sentences say it, in the language in force when it was checked."""

    outcome: Outcome
    origin: Origin | None
    told: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


def documents(name: str, content: bytes) -> Mapping[str, bytes]:
    """Return the documents in a file: itself, or those of a zip that is no document, by their names.

    Only endings of documents are read from a zip, at most `MOST` of them and none above `LARGEST` bytes.
    """
    if not content.startswith(b"PK") or Path(name).suffix.lower() in KINDS:
        return {name: content}
    try:
        with ZipFile(BytesIO(content)) as package:
            inside = [
                each
                for each in package.infolist()
                if PurePosixPath(each.filename).suffix.lower() in KINDS and each.file_size <= LARGEST
            ]
            found = {PurePosixPath(each.filename).name: package.read(each) for each in inside[:MOST]}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        found = {}
    return found or {name: content}


def verify(content: bytes, states: Callable[[Origin], States | None]) -> Checked:
    """Hold a document against its case.

    Parameters
    ----------
    content
        The bytes of a PDF, an Office file or a web page that was exported.
    states
        Gives the states of the case that an origin names; None where there is no such case here.
    """
    came_from = origin_in(content)
    if came_from is None:
        return Checked("unknown", None, (worded("This file does not say where it came from."), worded(_ONLY_OURS)))
    known = states(came_from)
    if known is None:
        lost = worded("There is no case “{id}” here to hold it against.", id=came_from.case_id)
        return Checked("unknown", came_from, (_made(came_from), lost))
    outcome, state, then = _held_against(came_from, known)
    inputs = inputs_in(content)
    typed = _differing(inputs, then) if inputs and then is not None else ()
    told = (_made(came_from), state, *_notes(came_from))
    if typed:
        over = worded_many(
            "In the file itself {n} input was typed over since.",
            "In the file itself {n} inputs were typed over since.",
            len(typed),
            n=len(typed),
        )
        return Checked("changed", came_from, (*told, over), typed)
    if outcome == "same":
        return Checked("same", came_from, (*told, worded(_NOT_COMPARED)))
    before = inputs or (_values(then) if then is not None else {})
    differences = _differing(before, known.present) if before else ()
    return Checked("changed", came_from, (*told, *_why(differences, then, known.present)), differences)


def _made(given: Origin) -> str:
    day, title = dates.day(given.made), given.title
    if given.version.isdecimal():
        return worded("Made on {day} of “{title}” as it was at change {n}.", day=day, title=title, n=given.version)
    return worded("Made on {day} of “{title}” as its file then said.", day=day, title=title)


def _held_against(given: Origin, known: States) -> tuple[Outcome, str, Case | None]:
    """Say which state of the case a document was made of, with that state; None where it is none that is known."""
    if digest(known.present) == given.digest:
        return "same", worded("Its figures are those of the case as it stands now."), known.present
    if digest(known.file) == given.digest:
        told = worded("Its figures are those of the file of the case; changes recorded since then are not in it.")
        return "changed", told, known.file
    number = int(given.version) if given.version.isdecimal() else 0
    then = known.earlier(number) if number else None
    if then is not None and digest(then) == given.digest:
        return "changed", worded("The case has changed since; it then stood at change {n}, now at change {now}.",
                                 n=number, now=known.version), then  # fmt: skip
    return "changed", worded("The case has changed since."), None


def _notes(given: Origin) -> tuple[str, ...]:
    notes = []
    if given.program != __version__:
        notes.append(worded("It was made with ldcase {then}; this is {now}.", then=given.program, now=__version__))
    if (given.seed, given.draws) != (SEED, DRAWS):
        notes.append(
            worded(
                "Its ranges come from {draws} draws of seed {seed}; here they come from {now} of seed {other}.",
                draws=str(given.draws),
                seed=str(given.seed),
                now=str(DRAWS),
                other=str(SEED),
            )
        )
    return tuple(notes)


def _why(differences: tuple[Difference, ...], then: Case | None, now: Case) -> tuple[str, ...]:
    """Say what is another where no input is, or where nobody can say which."""
    if differences:
        return ()
    if then is None:
        return (worded("Which figures are others cannot be told from this file; the Excel twin carries them."),)
    if then.horizon != now.horizon:
        return (worded("The horizon is another: {then} months then, {now} now.", then=then.horizon, now=now.horizon),)
    return (worded("No range is another, but a formula, a link between assumptions or the currency is."),)


def _values(case: Case) -> Mapping[str, Range]:
    plan = {name: (value, value, value) for name, value in case.plan.items()}
    return {name: assumption.values for name, assumption in case.assumptions.items()} | plan


def _differing(before: Mapping[str, Range], now: Case) -> tuple[Difference, ...]:
    after = _values(now)
    found = []
    for name in (*before, *(each for each in after if each not in before)):
        old, new = before.get(name), after.get(name)
        if old is None or new is None or not all(map(_same, old, new)):
            found.append(_difference(name, old, new, now))
    return tuple(found)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= ROUNDED * max(abs(one), abs(other))


def _difference(name: str, old: Range | None, new: Range | None, case: Case) -> Difference:
    """Both ranges as text, with as many digits as tell them apart."""
    assumption = case.assumptions.get(name)
    if assumption is not None:
        title, form = worded(assumption.title), assumption.format
    elif name in case.plan:
        title, _, form = planned(name)
        title = worded(title)
    else:
        title, form = name, ""
    texts = _range(old, form), _range(new, form)
    if texts[0] == texts[1]:
        texts = _range(old, ""), _range(new, "")
    return Difference(name, title, *texts)


def _range(values: Range | None, form: str) -> str:
    """A range as text; one figure where it has no width, a dash where it is not there."""
    if values is None:
        return "–"
    low, likely, high = (exact(value, form) if form else numbers.exact(value) for value in values)
    return likely if low == high else worded("{likely} ({low} to {high})", likely=likely, low=low, high=high)
