"""The connection to the workspace's database: SQLite in a file by default, any other by its URL.

Reads run alone; writes run in one short transaction each, and two processes that write at once wait for each other
(SQLite) or try again (everywhere). A damaged SQLite file is moved aside, never deleted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.store.damage import is_damaged, put_aside
from ldcase.store.schema import migrate
from ldcase.store.trouble import StoreError, in_words

Result = TypeVar("Result")
ATTEMPTS = 50


class Database:
    """One engine with the pragmas, transactions and words for errors that the workspace needs."""

    def __init__(self, url: URL, patience: float) -> None:
        self.url = url
        self.file = Path(url.database) if url.drivername.startswith("sqlite") and url.database else None
        self.where = str(self.file) if self.file else url.render_as_string(hide_password=True)
        self.engine = _engine(url, patience)

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run queries on one connection.

        Raises
        ------
        StoreError
            When the database refuses.
        """
        with self._words(), self.engine.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one transaction; it is durable when this returns.

        Another writer that took the same key first makes the transaction run again from its start, so `work` must read
        what it builds on.

        Raises
        ------
        StoreError
            When the database refuses; nothing of `work` is kept then.
        """
        for attempt in range(ATTEMPTS):
            try:
                with self._words(), self.engine.connect() as connection:
                    connection = connection.execution_options(ldcase_writes=True)
                    with connection.begin():
                        return work(connection)
            except IntegrityError:
                time.sleep(0.002 * attempt)
        raise StoreError(
            Finding(
                code="workspace-busy",
                what=said("Too many others write to the same case at once; this change was not recorded."),
                found=said("{attempts} attempts", attempts=ATTEMPTS),
                do=said("Make the change again."),
                place=Place(file=self.where),
            )
        )

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def _words(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise in_words(error, self.where) from error


def connect(url: str, now: datetime, patience: float) -> tuple[Database, tuple[Finding, ...]]:
    """Open the database at `url`, make its folder and tables, and put a damaged file aside.

    Returns
    -------
    tuple of Database and findings
        A finding says that a damaged file was moved and where it is now.

    Raises
    ------
    StoreError
        When the address cannot be read or the database cannot be opened or written.
    """
    address = _address(url)
    findings: tuple[Finding, ...] = ()
    database = Database(address, patience)
    if database.file is not None:
        _make_folder(database.file)
        if is_damaged(database.file):
            findings = (put_aside(database.file, now),)
    unknown = database.write(lambda connection: migrate(connection, now.isoformat()))
    if unknown:
        database.close()
        raise StoreError(
            Finding(
                code="workspace-newer",
                what=said("The workspace was written by a newer version of this program."),
                found=", ".join(unknown),
                do=said("Update the program, or start it with another workspace."),
                place=Place(file=database.where),
            )
        )
    return database, findings


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(
            Finding(
                code="workspace-address",
                what=said("The address of the workspace cannot be read."),
                found=url.split("://")[0][:40],
                allowed=said("sqlite:///folder/workspace.db or postgresql+psycopg://user:password@host/database"),
                do=said("Correct the address."),
            )
        ) from error
    return address


def _engine(url: URL, patience: float) -> Engine:
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        raise StoreError(
            Finding(
                code="workspace-driver",
                what=said("The driver for {url} databases is not installed.", url=url.get_backend_name()),
                found=str(error.name),
                do=said("Install {name}, or use a workspace in a file (sqlite:///…).", name=error.name),
                place=Place(file=url.render_as_string(hide_password=True)),
            )
        ) from error
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def set_up(connection: Any, _record: object) -> None:
            connection.isolation_level = None  # transactions begin where `begin` below says, not where sqlite3 guesses
            connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # a recorded change survives a power cut as well
            connection.execute("PRAGMA foreign_keys = ON")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            if connection.get_execution_options().get("ldcase_writes"):
                connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            Finding(
                code="workspace-cannot-open",
                what=said("The folder of the workspace cannot be made."),
                found=error.strerror or str(error),
                do=said("Give yourself the right to write there, or start the workbook with another workspace."),
                place=Place(file=str(file.parent)),
            )
        ) from error
