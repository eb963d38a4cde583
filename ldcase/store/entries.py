"""Entries of the log as rows: written once, read back as changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.store.history import JSON, Change, Kind
from ldcase.store.schema import change
from ldcase.store.trouble import StoreError


@dataclass(frozen=True, slots=True)
class Entry:
    """What is about to be written; the log adds the number and the time."""

    kind: Kind
    path: str = ""
    before: JSON = None
    after: JSON = None
    of: int | None = None
    who: str = ""
    why: str = ""


def write(connection: Connection, case_id: str, sequence: int, now: str, entry: Entry) -> None:
    """Insert one entry. The key (case, sequence) makes a second writer of the same number fail and try again."""
    connection.execute(
        insert(change).values(
            case_id=case_id,
            sequence=sequence,
            kind=entry.kind,
            path=entry.path,
            before=json.dumps(entry.before, ensure_ascii=False),
            after=json.dumps(entry.after, ensure_ascii=False),
            who=entry.who,
            why=entry.why,
            at=now,
            of_sequence=entry.of,
        )
    )


def newer_than(connection: Connection, case_id: str, sequence: int) -> tuple[Change, ...]:
    """Return the changes of a case after `sequence`, oldest first."""
    query = select(change).where(change.c.case_id == case_id, change.c.sequence > sequence).order_by(change.c.sequence)
    return tuple(
        Change(
            case_id,
            row.sequence,
            row.kind,
            row.path,
            json.loads(row.before),
            json.loads(row.after),
            row.who,
            row.why,
            datetime.fromisoformat(row.at),
            row.of_sequence,
        )
        for row in connection.execute(query)
    )


def plain(path: str, value: object) -> JSON:
    """Return a value as JSON gives it back: dates as ISO text, no infinities, no objects.

    Raises
    ------
    StoreError
        When the value is not one that a case file can hold.
    """
    try:
        result: JSON = json.loads(json.dumps(value, allow_nan=False, default=_iso))
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError(
            Finding(
                code="change-value",
                what=said("This value cannot be recorded."),
                found=f"{type(value).__name__}: {error}",
                allowed=said("numbers, text, true, false, nothing, dates, and lists and tables of these"),
                do=said("Give another value."),
                place=Place(path=path),
            )
        ) from error
    return result


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError("not a value of a case file")
