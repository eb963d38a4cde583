"""What is known of cases without opening them: who changed them last, which are put aside, figures from before."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from ldcase.store.database import Database
from ldcase.store.history import JSON
from ldcase.store.schema import change, document, glance, shelving


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest entry in the log of a case: its number, by whom, when."""

    sequence: int
    who: str
    at: datetime


class Shelf:
    """The shelf of a workspace. Like the logs it only grows: bringing a case back is an entry of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def known(self) -> frozenset[str]:
        """Return every case that was ever opened here, also where its folder is gone."""
        return frozenset(self._database.read(lambda link: link.scalars(select(document.c.case_id).distinct()).all()))

    def latest(self) -> Mapping[str, Latest]:
        """Return the newest entry of each case that has one."""
        newest = select(change.c.case_id, func.max(change.c.sequence).label("sequence")).group_by(change.c.case_id)
        found = newest.subquery()
        query = select(change.c.case_id, change.c.sequence, change.c.who, change.c.at).join(
            found, (found.c.case_id == change.c.case_id) & (found.c.sequence == change.c.sequence)
        )
        rows = self._database.read(lambda link: link.execute(query).all())
        return {row.case_id: Latest(row.sequence, row.who, datetime.fromisoformat(row.at)) for row in rows}

    def archived(self) -> Mapping[str, Latest]:
        """Return the cases that are put aside, each with when that was done, and by whom."""
        query = select(shelving).order_by(shelving.c.sequence)
        rows = self._database.read(lambda link: link.execute(query).all())
        last = {row.case_id: row for row in rows}
        return {
            name: Latest(row.sequence, row.who, datetime.fromisoformat(row.at))
            for name, row in last.items()
            if row.archived
        }

    def archive(self, case_id: str, who: str = "") -> bool:
        """Put a case aside; its folder and its log stay as they are. False when it was aside already."""
        return self._shelve(case_id, who, archived=True)

    def bring_back(self, case_id: str, who: str = "") -> bool:
        """Put a case among the others again. False when it was there."""
        return self._shelve(case_id, who, archived=False)

    def remembered(self, digests: Collection[str]) -> Mapping[str, JSON]:
        """Return what was kept under these digests."""
        query = select(glance.c.digest, glance.c.said).where(glance.c.digest.in_(list(digests)))
        return {row.digest: json.loads(row.said) for row in self._database.read(lambda link: link.execute(query).all())}

    def remember(self, digest: str, said: JSON) -> None:
        """Keep what was worked out under a digest of all that it rests on; what is there already stays."""

        def keep(connection: Connection) -> None:
            if connection.scalar(select(glance.c.digest).where(glance.c.digest == digest)) is None:
                text = json.dumps(said, ensure_ascii=False)
                connection.execute(insert(glance).values(digest=digest, said=text, at=self._now()))

        self._database.write(keep)

    def _shelve(self, case_id: str, who: str, *, archived: bool) -> bool:
        def write(connection: Connection) -> bool:
            mine = select(shelving.c.archived).where(shelving.c.case_id == case_id)
            before = connection.scalar(mine.order_by(shelving.c.sequence.desc()).limit(1))
            if bool(before) == archived:
                return False
            number = int(connection.scalar(select(func.max(shelving.c.sequence))) or 0) + 1
            row = {"sequence": number, "case_id": case_id, "archived": int(archived), "who": who, "at": self._now()}
            connection.execute(insert(shelving).values(**row))
            return True

        return self._database.write(write)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
