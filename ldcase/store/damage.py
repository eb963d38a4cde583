"""A workspace file that is damaged: found at the opening, moved aside, never deleted."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from ldcase.errors import Finding, Place
from ldcase.language import said
from ldcase.store.trouble import StoreError

COMPANIONS = ("", "-wal", "-shm")
WAIT_SECONDS = 10.0


def is_damaged(file: Path) -> bool:
    """Tell whether the file is there and is not a sound SQLite database; other troubles show when it is used."""
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT"))


def put_aside(file: Path, now: datetime) -> Finding:
    """Rename a damaged file and its companions to ``….damaged-<time>``; of several processes that find it, one does.

    Raises
    ------
    StoreError
        When another process began to move it and does not finish.
    """
    aside = file.with_name(f"{file.name}.damaged-{now:%Y%m%dT%H%M%SZ}")
    with _guard(file):
        if is_damaged(file):
            number = 1
            while aside.exists():
                number += 1
                aside = file.with_name(f"{file.name}.damaged-{now:%Y%m%dT%H%M%SZ}-{number}")
            for ending in COMPANIONS:
                if file.with_name(file.name + ending).exists():
                    os.replace(file.with_name(file.name + ending), aside.with_name(aside.name + ending))
    return Finding(
        code="workspace-damaged",
        what=said(
            "The workspace was damaged and was moved aside; a new one was begun, without the changes recorded in it."
        ),
        found=said("moved to {name}", name=aside.name),
        do=said("Keep the moved file: a specialist can often recover changes from it. The case files are untouched."),
        severity="warning",
        place=Place(file=str(file)),
    )


@contextmanager
def _guard(file: Path) -> Iterator[None]:
    folder = file.with_name(file.name + ".moving")
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            folder.mkdir()
            break
        except FileExistsError:
            if time.monotonic() > deadline:
                raise StoreError(
                    Finding(
                        code="workspace-damaged",
                        what=said("The workspace is damaged, and another program seems to be moving it aside."),
                        found=said("{name} has been there for a while", name=folder.name),
                        do=said(
                            "Close the other workbooks, delete the empty folder {name}, and start again.",
                            name=folder.name,
                        ),
                        place=Place(file=str(file)),
                    )
                ) from None
            time.sleep(0.05)
    try:
        yield
    finally:
        folder.rmdir()
