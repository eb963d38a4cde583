"""The history of one case: a line of changes with a cursor, read from an append-only log.

Nothing here touches a database. A `History` is what the log says after its latest entry; `History.after` says what one
more entry makes of it. Undoing and redoing are entries as well, so the log itself is never rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Kind = Literal["edit", "undo", "redo", "base", "reload", "save"]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log.

    `sequence` counts from 1 within a case. `kind` is ``edit`` (a value at a path), ``undo`` and ``redo`` (of the change
    `of`), ``base`` (back to the document the case began with), ``reload`` (the file had changed on disk: a new base
    under the same edits) or ``save`` (the edits went into the file, which is the base from here on). `before` and
    `after` are JSON values; for ``reload`` and ``save`` they are the digests of the document.
    """

    case_id: str
    sequence: int
    kind: Kind
    path: str
    before: JSON
    after: JSON
    who: str
    why: str
    at: datetime
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A value to put at a path of the document."""

    path: str
    value: JSON


@dataclass(frozen=True, slots=True)
class History:
    """Where a case stands: what is done (oldest first), what could be done again (next one last), over which base.

    `base` is the sequence of the document at the bottom of the line: 0 for the one the case began with. A save stands
    in `done` as a mark behind the change it followed; undo takes both away and redo brings both back. An undone return
    to the base cannot be made again once a save has put another base under it.
    """

    version: int = 0
    base: int = 0
    done: tuple[Change, ...] = ()
    undone: tuple[tuple[Change, ...], ...] = ()

    @property
    def last(self) -> Change | None:
        """The change that undo would take back."""
        return next((change for change in reversed(self.done) if change.kind != "save"), None)

    @property
    def next(self) -> Change | None:
        """The change that redo would make again."""
        return self.undone[-1][0] if self.undone else None

    @property
    def document(self) -> int:
        """The sequence of the document that `edits` stand over."""
        return next((change.sequence for change in reversed(self.done) if change.kind == "save"), self.base)

    @property
    def edits(self) -> tuple[Change, ...]:
        """The edits that make the present document out of `document`, in order."""
        start = 1 + max((i for i, change in enumerate(self.done) if change.kind in ("base", "save")), default=-1)
        return self.done[start:]

    def after(self, change: Change) -> History:
        """Return the history with one more entry of the log."""
        done, undone, base = self.done, self.undone, self.base
        match change.kind:
            case "edit" | "base":
                done, undone = (*done, change), ()
            case "save":
                done, undone = (*done, change), _after_last_return(undone)
            case "undo":
                place = max(i for i, one in enumerate(done) if one.sequence == change.of)
                done, undone = done[:place], (*undone, done[place:])
            case "redo":
                done, undone = (*done, *undone[-1]), undone[:-1]
            case "reload":
                saved = max((i for i, one in enumerate(done) if one.kind == "save"), default=-1)
                done, base = done[saved + 1 :], change.sequence
        return replace(self, version=change.sequence, base=base, done=done, undone=undone)


def _after_last_return(undone: tuple[tuple[Change, ...], ...]) -> tuple[tuple[Change, ...], ...]:
    """What can be made again over another base: all before a return to the base that was not saved there."""
    returns = (place for place, group in enumerate(undone) if [one.kind for one in group] == ["base"])
    return undone[max(returns, default=-1) + 1 :]


def follow(changes: Iterable[Change], start: History | None = None) -> History:
    """Return the history after these entries of the log, in order."""
    history = start or History()
    for change in changes:
        history = history.after(change)
    return history


def shortest(changes: Iterable[Change]) -> tuple[Edit, ...]:
    """Return the edits that have the same effect, without those that a later edit of the same place replaces.

    A path through a list is kept as it is: positions move when an item before them goes.
    """
    kept: list[Change] = []
    replaced: set[str] = set()
    for change in reversed(tuple(changes)):
        if "" in replaced:  # what is later is the whole document
            break
        parts = change.path.split(".")
        if any(part.isdigit() for part in parts):
            kept.append(change)
        elif not any(".".join(parts[: end + 1]) in replaced for end in range(len(parts))):
            replaced.add(change.path)
            kept.append(change)
    return tuple(Edit(change.path, change.after) for change in reversed(kept))
