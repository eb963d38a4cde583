"""The documents a case began with: the text of its file when it was opened, reloaded or saved."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select

from ldcase.store.schema import document


def digest_of(text: str) -> str:
    """Return the SHA-256 of a document, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def latest_digest(connection: Connection, case_id: str) -> str | None:
    """Return the digest of the text that the case's file is known to have; None for a case that is new here."""
    query = select(document.c.digest).where(document.c.case_id == case_id)
    return connection.scalar(query.order_by(document.c.sequence.desc()).limit(1))


def text_at(connection: Connection, case_id: str, sequence: int) -> str:
    """Return the document that came with the change `sequence` (0: the one the case began with)."""
    query = select(document.c.text).where(document.c.case_id == case_id, document.c.sequence == sequence)
    return str(connection.execute(query).scalar_one())


def keep(connection: Connection, case_id: str, sequence: int, now: str, text: str, file: str) -> None:
    """Insert a document; earlier ones stay."""
    connection.execute(
        insert(document).values(
            case_id=case_id, sequence=sequence, text=text, digest=digest_of(text), file=file, created_at=now
        )
    )
