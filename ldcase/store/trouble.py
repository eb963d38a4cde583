"""What goes wrong with the workspace's database, in words: one finding for each way a database refuses."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from ldcase.errors import CaseError, Finding, Place

KEPT = "Everything recorded before this moment is kept; the change that was just made is not."


class StoreError(CaseError):
    """The workspace could not do what it was asked. Nothing that was recorded before is lost."""


# The name SQLite gives its error (sqlite3.Error.sqlite_errorname), without what follows the second word.
_SQLITE: dict[str, tuple[str, str, str]] = {
    "SQLITE_BUSY": (
        "workspace-locked",
        "The workspace is held by another program.",
        "Close the other program that has the file open (a database browser, a backup, a copy of it), then try again.",
    ),
    "SQLITE_FULL": (
        "workspace-disk-full",
        "The disk of the workspace is full.",
        "Free some space on this disk, then make the change again.",
    ),
    "SQLITE_READONLY": (
        "workspace-read-only",
        "The workspace may be read but not written.",
        "Give yourself the right to write to the file and its folder, or start the workbook with another workspace.",
    ),
    "SQLITE_CANTOPEN": (
        "workspace-cannot-open",
        "The workspace cannot be opened.",
        "Check that the folder exists and may be written to, or start the workbook with another workspace.",
    ),
    "SQLITE_CORRUPT": (
        "workspace-damaged",
        "The workspace is damaged.",
        "Start the workbook again: it moves the damaged file aside, keeps it, and begins a new one.",
    ),
    "SQLITE_IOERR": (
        "workspace-disk-trouble",
        "The disk of the workspace does not answer as it should.",
        "Check the disk or the network folder, then make the change again.",
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
            "The workspace's database refused.",
            "Check that the database runs and accepts the user of the workspace's address, then try again.",
        ),
    )
    return StoreError(
        Finding(code=code, what=f"{what} {KEPT}", found=str(error.orig), do=do, place=Place(file=where)),
    )
