"""Files for tests: texts as bytes, and workbooks with what Excel may put into them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from ldcase.intake.files import read
from ldcase.intake.mapping import Mapped, guessed
from ldcase.intake.reading import Reading
from ldcase.intake.reading import read as understand
from ldcase.intake.table import Table, table

TODAY = date(2027, 1, 4)


def lines(*rows: str) -> bytes:
    """A text file of these lines."""
    return ("\n".join(rows) + "\n").encode()


def cells(content: bytes, **options: Any) -> Table:
    """The table in a file."""
    return table(read(content, **options))


def understood(content: bytes, mapped: Mapped | None = None, today: date = TODAY, **options: Any) -> Reading:
    """The rows of a file as they are understood; the columns are guessed unless they are given."""
    found = cells(content, **options)
    return understand(found, mapped or guessed(found), today)


def book(
    rows: Sequence[Sequence[object]], merged: Sequence[tuple[int, int, int, int, str]] = (), sheet: str = "Data"
) -> bytes:
    """A workbook with one sheet; a text that begins with “=” is a formula, a pair a formula with its stored value."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as made:
        page = made.add_worksheet(sheet)
        day = made.add_format({"num_format": "yyyy-mm-dd"})
        for top, left, bottom, right, text in merged:
            page.merge_range(top, left, bottom, right, text)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, tuple):
                    page.write_formula(at, column, cell[0], None, cell[1])
                elif isinstance(cell, datetime | date):
                    page.write_datetime(at, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif cell is not None:
                    page.write(at, column, cell)
    return stream.getvalue()


def repacked(content: bytes, name: str, inside: bytes, level: int = 9) -> bytes:
    """The same workbook with another content of one of its parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as new,
    ):
        for part in old.namelist():
            new.writestr(part, inside if part == name else old.read(part))
    return stream.getvalue()
