"""Named states of a case: kept, renamed, removed. Every one of these is an entry, and entries only grow in number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from ldcase.errors import Finding
from ldcase.language import said
from ldcase.store.schema import change, snapshot_entry
from ldcase.store.trouble import StoreError

LONGEST_NAME = 80
"""Signs of a name."""

What = Literal["keep", "rename", "remove"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A name for what a case was after the change `sequence`; its `number` stays when it is renamed."""

    number: int
    name: str
    sequence: int
    who: str
    why: str
    at: datetime


def kept(connection: Connection, case_id: str) -> tuple[Snapshot, ...]:
    """Return the snapshots that were not removed, oldest first, by the names they have now."""
    query = select(snapshot_entry).where(snapshot_entry.c.case_id == case_id).order_by(snapshot_entry.c.number)
    found: dict[int, Snapshot] = {}
    for row in connection.execute(query):
        if row.kind == "keep":
            moment = datetime.fromisoformat(row.at)
            found[row.number] = Snapshot(row.number, row.name, row.sequence, row.who, row.why, moment)
        elif row.kind == "rename":
            old = found[row.of_number]
            found[row.of_number] = Snapshot(old.number, row.name, old.sequence, old.who, old.why, old.at)
        else:
            del found[row.of_number]
    return tuple(found.values())


def keep(connection: Connection, case_id: str, name: str, who: str, why: str, at: datetime) -> Snapshot:
    """Give the present state a name; `StoreError` when it is empty or taken."""
    given = _free(connection, case_id, name, None)
    newest = select(func.max(change.c.sequence)).where(change.c.case_id == case_id)
    made = Snapshot(_next(connection, case_id), given, int(connection.scalar(newest) or 0), who, why, at)
    _write(connection, case_id, made, "keep", None, at)
    return made


def rename(connection: Connection, case_id: str, number: int, name: str, who: str, at: datetime) -> Snapshot:
    """Give a snapshot another name; `StoreError` when it is empty or taken, or the snapshot is not there."""
    old = _present(connection, case_id, number)
    given = _free(connection, case_id, name, number)
    entry = Snapshot(_next(connection, case_id), given, old.sequence, who, old.why, at)
    _write(connection, case_id, entry, "rename", number, at)
    return Snapshot(number, given, old.sequence, old.who, old.why, old.at)


def remove(connection: Connection, case_id: str, number: int, who: str, at: datetime) -> None:
    """Take a snapshot off the list; what it named stays in the log. `StoreError` when it is not there."""
    old = _present(connection, case_id, number)
    entry = Snapshot(_next(connection, case_id), old.name, old.sequence, who, old.why, at)
    _write(connection, case_id, entry, "remove", number, at)


def _present(connection: Connection, case_id: str, number: int) -> Snapshot:
    for each in kept(connection, case_id):
        if each.number == number:
            return each
    raise StoreError(
        Finding(
            code="snapshot-gone",
            what=said("This snapshot is not there any more."),
            do=said("Look at the list: somebody removed it."),
        )
    )


def _free(connection: Connection, case_id: str, name: str, number: int | None) -> str:
    """Return the name without needless spaces, when it is one of its own."""
    given = " ".join(name.split())[:LONGEST_NAME]
    taken = {each.name for each in kept(connection, case_id) if each.number != number}
    if given and given not in taken:
        return given
    raise StoreError(
        Finding(
            code="snapshot-name",
            what=said("A snapshot needs a name of its own."),
            found=f"“{given}”" if given else said("no name"),
            allowed=said("a name that no other snapshot of this case has"),
            do=said("Choose another name."),
        )
    )


def _next(connection: Connection, case_id: str) -> int:
    newest = select(func.max(snapshot_entry.c.number)).where(snapshot_entry.c.case_id == case_id)
    return int(connection.scalar(newest) or 0) + 1


def _write(
    connection: Connection, case_id: str, entry: Snapshot, kind: What, of_number: int | None, at: datetime
) -> None:
    """Insert an entry. The key (case, number) makes a second writer of the same number fail and try again."""
    connection.execute(
        insert(snapshot_entry).values(
            case_id=case_id,
            number=entry.number,
            kind=kind,
            of_number=of_number,
            name=entry.name,
            sequence=entry.sequence,
            who=entry.who,
            why=entry.why,
            at=at.isoformat(),
        )
    )
