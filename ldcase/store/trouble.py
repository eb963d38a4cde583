"""What goes wrong with the workspace's database, in words: one finding for each way a database refuses."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said, said_together

KEPT = said("Everything recorded before this moment is kept; the change that was just made is not.")


class StoreError(CaseError):
    """The workspace could not do what it was asked. Nothing that was recorded before is lost."""


# The name SQLite gives its error (sqlite3.Error.sqlite_errorname), without what follows the second word.
_SQLITE: dict[str, tuple[str, str, str]] = {
    "SQLITE_BUSY": (
        "workspace-locked",
        said("The workspace is held by another program."),
        said(
            "Close the other program that has the file open (a database browser, a backup, a copy of it), then try"
            " again."
        ),
    ),
    "SQLITE_FULL": (
        "workspace-disk-full",
        said("The disk of the workspace is full."),
        said("Free some space on this disk, then make the change again."),
    ),
    "SQLITE_READONLY": (
        "workspace-read-only",
        said("The workspace may be read but not written."),
        said(
            "Give yourself the right to write to the file and its folder, or start the workbook with another workspace."
        ),
    ),
    "SQLITE_CANTOPEN": (
        "workspace-cannot-open",
        said("The workspace cannot be opened."),
        said("Check that the folder exists and may be written to, or start the workbook with another workspace."),
    ),
    "SQLITE_CORRUPT": (
        "workspace-damaged",
        said("The workspace is damaged."),
        said("Start the workbook again: it moves the damaged file aside, keeps it, and begins a new one."),
    ),
    "SQLITE_IOERR": (
        "workspace-disk-trouble",
        said("The disk of the workspace does not answer as it should."),
        said("Check the disk or the network folder, then make the change again."),
    ),
}
_SQLITE["SQLITE_NOTADB"] = _SQLITE["SQLITE_CORRUPT"]
_SQLITE["SQLITE_LOCKED"] = _SQLITE["SQLITE_BUSY"]


def error_name(error: DBAPIError) -> str:
    """Return the primary name of an SQLite error such as ``SQLITE_BUSY``; empty for other databases."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    return "_".join(name.split("_")[:2])


def in_words(error: DBAPIError, where: str) -> StoreError:
    """Return the error people see for an error of the database; `where` names the workspace without a password."""
    code, what, do = _SQLITE.get(
        error_name(error),
        (
            "workspace-unavailable",
            said("The workspace's database refused."),
            said("Check that the database runs and accepts the user of the workspace's address, then try again."),
        ),
    )
    return StoreError(
        Finding(code, said_together((what, KEPT), " "), str(error.orig), do=do, place=Place(file=where)),
    )
