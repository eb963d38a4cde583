"""The tables of the workspace and the migrations that made them.

Migrations are named and only ever added: what has run on somebody's machine is never edited. They are written in SQL
that SQLite and PostgreSQL both understand, and run inside one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, column, insert, select, table, text

migration = table("migration", column("name"), column("at"))
document = table(
    "document",
    *map(column, ("case_id", "sequence", "text", "digest", "file", "created_at")),
)
change = table(
    "change",
    *map(column, ("case_id", "sequence", "kind", "path", "before", "after", "who", "why", "at", "of_sequence")),
)
snapshot_entry = table(
    "snapshot_entry",
    *map(column, ("case_id", "number", "kind", "of_number", "name", "sequence", "who", "why", "at")),
)
shelving = table("shelving", *map(column, ("sequence", "case_id", "archived", "who", "at")))
glance = table("glance", *map(column, ("digest", "said", "at")))


@dataclass(frozen=True, slots=True)
class Migration:
    """A named step of the schema: its statements run in order."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        "2026-11-22 documents, changes and snapshots",
        (
            """
            CREATE TABLE document (
                case_id TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence >= 0),
                text TEXT NOT NULL,
                digest TEXT NOT NULL,
                file TEXT NOT NULL,
                created_at TEXT NOT NULL,
                PRIMARY KEY (case_id, sequence)
            )
            """,
            """
            CREATE TABLE change (
                case_id TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence >= 1),
                kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'base', 'reload', 'save')),
                path TEXT NOT NULL,
                before TEXT NOT NULL,
                after TEXT NOT NULL,
                who TEXT NOT NULL,
                why TEXT NOT NULL,
                at TEXT NOT NULL,
                of_sequence INTEGER,
                PRIMARY KEY (case_id, sequence),
                FOREIGN KEY (case_id, of_sequence) REFERENCES change (case_id, sequence)
            )
            """,
            """
            CREATE TABLE snapshot (
                case_id TEXT NOT NULL,
                name TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence >= 0),
                who TEXT NOT NULL,
                why TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (case_id, name)
            )
            """,
        ),
    ),
    Migration(
        "2026-11-22 cases put aside, and figures worked out before",
        (
            """
            CREATE TABLE shelving (
                sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence >= 1),
                case_id TEXT NOT NULL,
                archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
                who TEXT NOT NULL,
                at TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE glance (
                digest TEXT NOT NULL PRIMARY KEY,
                said TEXT NOT NULL,
                at TEXT NOT NULL
            )
            """,
        ),
    ),
    Migration(
        "2026-11-22 snapshots that can be renamed and removed",
        (
            """
            CREATE TABLE snapshot_entry (
                case_id TEXT NOT NULL,
                number INTEGER NOT NULL CHECK (number >= 1),
                kind TEXT NOT NULL CHECK (kind IN ('keep', 'rename', 'remove')),
                of_number INTEGER,
                name TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence >= 0),
                who TEXT NOT NULL,
                why TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (case_id, number),
                FOREIGN KEY (case_id, of_number) REFERENCES snapshot_entry (case_id, number)
            )
            """,
            """
            INSERT INTO snapshot_entry (case_id, number, kind, of_number, name, sequence, who, why, at)
            SELECT case_id, ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY at, name), 'keep', NULL,
                name, sequence, who, why, at
            FROM snapshot
            """,
            "DROP TABLE snapshot",
        ),
    ),
)


def migrate(connection: Connection, now: str) -> tuple[str, ...]:
    """Run the migrations that are missing, in order, inside the caller's transaction.

    Returns
    -------
    tuple of str
        Names found in the database that this version of the program does not know: it was written by a newer one.
    """
    connection.execute(text("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL)"))
    present = set(connection.scalars(select(migration.c.name)))
    unknown = tuple(sorted(present - {step.name for step in MIGRATIONS}))
    if not unknown:
        for step in MIGRATIONS:
            if step.name not in present:
                for statement in step.statements:
                    connection.execute(text(statement))
                connection.execute(insert(migration).values(name=step.name, at=now))
    return unknown
