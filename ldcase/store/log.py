"""The log of one case: what was changed, by whom, when and why; undo and redo; snapshots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import RLock

from sqlalchemy import Connection, func, select

from ldcase.store import documents, entries, snapshots
from ldcase.store.database import Database
from ldcase.store.entries import Entry
from ldcase.store.history import Change, Edit, History, Kind, follow, shortest
from ldcase.store.schema import change
from ldcase.store.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class Present:
    """What a case is: the base document's text, the edits over it in order, and the sequence that this is true for."""

    version: int
    text: str
    edits: tuple[Edit, ...]


class CaseLog:
    """The log of a case in a workspace: it only ever grows.

    ``reloaded`` tells that the file had changed on disk when `begin` was called last. Every method may raise
    `StoreError`; a change is durable when the method that made it returns, and not made at all when it raises.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime], case_id: str) -> None:
        self.case_id = case_id
        self.reloaded = False
        self._database = database
        self._clock = clock
        self._lock = RLock()
        self._changes: tuple[Change, ...] = ()
        self._history = History()

    def begin(self, text: str, *, file: str = "") -> None:
        """Remember the text of the case's file: as its first document, or, when it is another one now, as a new base.

        The recorded edits then stay applied over the new base, the old one is kept, and ``reloaded`` is true.
        """

        def first(connection: Connection) -> str | None:
            known = documents.latest_digest(connection, self.case_id)
            if known is None:
                documents.keep(connection, self.case_id, 0, self._now().isoformat(timespec="milliseconds"), text, file)
            return known

        def newer(connection: Connection, _: History, sequence: int, now: str) -> Entry | None:
            before, after = documents.latest_digest(connection, self.case_id), documents.digest_of(text)
            if before == after:
                return None
            documents.keep(connection, self.case_id, sequence, now, text, file)
            return Entry("reload", before=before, after=after)

        known = self._database.write(first)
        self.reloaded = known is not None and self._write(newer, "", "") is not None

    @property
    def file_digest(self) -> str | None:
        """The digest of the text that the case's file is known to have; None before `begin`."""
        return self._database.read(lambda connection: documents.latest_digest(connection, self.case_id))

    def record(self, path: str, before: object, after: object, *, who: str = "", why: str = "") -> Change:
        """Record that the value at `path` went from `before` to `after`; what was undone cannot be redone after it."""
        entry = Entry("edit", path, entries.plain(path, before), entries.plain(path, after))
        made = self._append(lambda _: entry, who, why)
        assert made is not None
        return made

    def undo(self, who: str = "", why: str = "") -> Change | None:
        """Take the latest change back, whoever made it. None when there is nothing to undo."""
        return self._append(lambda history: _turned("undo", history.last), who, why)

    def redo(self, who: str = "", why: str = "") -> Change | None:
        """Make the change again that was undone last. None when there is none."""
        return self._append(lambda history: _turned("redo", history.next), who, why)

    def back_to_base(self, who: str = "", why: str = "") -> Change | None:
        """Return to the base document; undo brings the edits back. None when there are no edits."""
        return self._append(lambda history: Entry("base") if history.edits else None, who, why)

    def saved(self, text: str, *, file: str = "", who: str = "", why: str = "") -> Change:
        """Record that the case's file now holds `text`: it is the base from here on, and the edits are in it."""

        def entry(connection: Connection, _: History, sequence: int, now: str) -> Entry:
            before = documents.latest_digest(connection, self.case_id)
            documents.keep(connection, self.case_id, sequence, now, text, file)
            return Entry("save", before=before, after=documents.digest_of(text))

        made = self._write(entry, who, why)
        assert made is not None
        return made

    def present(self, at: int | None = None) -> Present:
        """Return what the case is now, or what it was after the change `at` (of a snapshot, for a replay)."""
        with self._lock:
            history = self._read_history() if at is None else follow(c for c in self.changes() if c.sequence <= at)
            text = self._database.read(lambda link: documents.text_at(link, self.case_id, history.document))
            return Present(history.version, text, shortest(history.edits))

    def state(self) -> tuple[Edit, ...]:
        """Return what to apply, in order, over the base to get the present document; undone changes are not in it."""
        with self._lock:
            return shortest(self._read_history().edits)

    def changes(self) -> tuple[Change, ...]:
        """Return the whole log, newest last."""
        with self._lock:
            self._read_history()
            return self._changes

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        with self._lock:
            return self._read_history().last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to make again."""
        with self._lock:
            return self._read_history().next is not None

    @property
    def version(self) -> int:
        """The sequence of the newest change, 0 without one. One look at an index: cheap enough to ask every second."""
        newest = select(func.max(change.c.sequence)).where(change.c.case_id == self.case_id)
        return self._database.read(lambda connection: int(connection.scalar(newest) or 0))

    def snapshot(self, name: str, who: str = "", why: str = "") -> Snapshot:
        """Give the present state a name of its own."""
        return self._database.write(
            lambda connection: snapshots.keep(connection, self.case_id, name, who, why, self._now())
        )

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the snapshots that were not removed, oldest first."""
        return self._database.read(lambda connection: snapshots.kept(connection, self.case_id))

    def rename_snapshot(self, number: int, name: str, who: str = "") -> Snapshot:
        """Give a snapshot another name."""
        return self._database.write(
            lambda connection: snapshots.rename(connection, self.case_id, number, name, who, self._now())
        )

    def remove_snapshot(self, number: int, who: str = "") -> None:
        """Take a snapshot off the list; the log keeps what it named."""
        self._database.write(lambda connection: snapshots.remove(connection, self.case_id, number, who, self._now()))

    def _append(self, make: Callable[[History], Entry | None], who: str, why: str) -> Change | None:
        return self._write(lambda _connection, history, _sequence, _now: make(history), who, why)

    def _write(
        self, make: Callable[[Connection, History, int, str], Entry | None], who: str, why: str
    ) -> Change | None:
        def append(connection: Connection) -> int | None:
            history = follow(self._newer(connection), self._history)
            sequence, now = history.version + 1, self._now().isoformat(timespec="milliseconds")
            entry = make(connection, history, sequence, now)
            if entry is None:
                return None
            entries.write(connection, self.case_id, sequence, now, replace(entry, who=who, why=why))
            return sequence

        with self._lock:
            sequence = self._database.write(append)
            self._read_history()
            return None if sequence is None else self._changes[sequence - 1]

    def _read_history(self) -> History:
        """Return the history with everything that anybody has committed; only what is new is read."""
        newer = self._database.read(self._newer)
        self._history = follow(newer, self._history)
        self._changes += newer
        return self._history

    def _newer(self, connection: Connection) -> tuple[Change, ...]:
        return entries.newer_than(connection, self.case_id, self._history.version)

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)


def _turned(kind: Kind, turned: Change | None) -> Entry | None:
    if turned is None:
        return None
    before, after = (turned.after, turned.before) if kind == "undo" else (turned.before, turned.after)
    return Entry(kind, turned.path, before, after, of=turned.sequence)
