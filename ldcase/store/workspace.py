"""The workspace: the database that is the truth while cases are being worked on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from ldcase.errors import Finding
from ldcase.language import said
from ldcase.store.database import Database, connect
from ldcase.store.log import CaseLog
from ldcase.store.shelf import Shelf
from ldcase.store.trouble import StoreError

Clock = Callable[[], datetime]
CASE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?")


def system_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def checked_case_id(case_id: str) -> str:
    """Return `case_id` when it is a name and not a path.

    Raises
    ------
    StoreError
        For anything but letters, digits, - and _, at most 100 of them.
    """
    if CASE_ID.fullmatch(case_id):
        return case_id
    raise StoreError(
        Finding(
            code="case-id",
            what=said("This is not the name of a case."),
            found=repr(case_id[:120]),
            allowed=said("letters, digits, - and _, beginning and ending with a letter or digit, at most 100"),
            do=said("Use the name of the case's folder, such as closing-the-sale."),
        )
    )


class Workspace:
    """An open workspace. It may be used by several threads, and by several processes at once.

    `findings` tells what happened at the opening, such as a damaged file that was moved aside; `shelf` is what is known
    of all cases without opening them.
    """

    def __init__(self, database: Database, clock: Clock, findings: tuple[Finding, ...] = ()) -> None:
        self.findings = findings
        self.shelf = Shelf(database, clock)
        self._database = database
        self._clock = clock

    @classmethod
    def open(cls, url: str, *, clock: Clock = system_clock, patience: float = 5.0) -> Workspace:
        """Open the workspace at a database URL; make its folder and its tables.

        Parameters
        ----------
        url
            ``sqlite:///folder/workspace.db`` or ``postgresql+psycopg://user:password@host/database``.
        clock
            What tells the time of a change, with a time zone.
        patience
            Seconds to wait for another writer.

        Raises
        ------
        StoreError
            When it cannot be opened or written.
        """
        database, findings = connect(url, clock().astimezone(UTC), patience)
        return cls(database, clock, findings)

    def case(self, case_id: str, base_text: str, *, file: str = "") -> CaseLog:
        """Return the log of a case, over the document in its file.

        The first time, `base_text` is remembered as the base. When it later differs from the text the file is known to
        have had, it becomes the new base, the old one is kept, the recorded changes stay applied over it, and
        ``reloaded`` is true on the log.

        Parameters
        ----------
        file
            Where the document stands, relative to the data root.
        """
        log = CaseLog(self._database, self._clock, checked_case_id(case_id))
        log.begin(base_text, file=file)
        return log

    def remembered(self, case_id: str) -> CaseLog | None:
        """Return the log of a case as it was left, whatever its file says now; None when it was never open."""
        log = CaseLog(self._database, self._clock, checked_case_id(case_id))
        return None if log.file_digest is None else log

    def close(self) -> None:
        """Give the connections back; the log of every case stays as it is."""
        self._database.close()
