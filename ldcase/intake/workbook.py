"""An Excel workbook: the cells as they were last calculated. Nothing in it is run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html import unescape
from posixpath import join, normpath

import numpy as np

from ldcase.errors import CaseError, Finding, Place
from ldcase.intake.sheet import Sheet, too_large
from ldcase.intake.unpacking import pieces
from ldcase.language import said

_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*?(/?)>')
_FORMULA = re.compile(rb"<f[\s>/]")
_LONGEST_TAG = 4096
"""Bytes of a tag that may be cut in two by the pieces."""


@dataclass(frozen=True, slots=True)
class _Extent:
    rows: int
    columns: int
    formulas: int


def names(content: bytes) -> tuple[str, ...]:
    """Return the names of the sheets of figures, in their order; charts and macros are no sheets of figures."""
    return tuple(_parts(content))


def read(content: bytes, name: str = "") -> Sheet:
    """Read one sheet; an empty name takes the one with the most rows.

    Raises
    ------
    CaseError
        When the workbook cannot be read, has no such sheet, or the sheet is empty or too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    parts = _parts(content)
    extents = {each: _extent(content, part) for each, part in parts.items()}
    filled = {each: extent for each, extent in extents.items() if extent.rows}
    if not filled:
        raise CaseError(
            Finding("data-empty", said("The workbook has no cell with a value."), do=said("Export it again."))
        )
    chosen = name or max(filled, key=lambda each: filled[each].rows)
    if chosen not in filled:
        allowed = ", ".join(filled)
        raise CaseError(
            Finding(
                "data-sheet", said("This sheet is not there or is empty."), chosen, allowed, said("Choose another.")
            )
        )
    extent = extents[chosen]
    if problem := too_large(extent.rows, extent.columns):
        raise CaseError(problem)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_name(chosen)
            cells = sheet.to_python(skip_empty_area=True)
            first = sheet.start or (0, 0)
            merged = sheet.merged_cell_ranges or []
    except CalamineError as problem:
        told = Finding(
            "data-damaged", said("The workbook is damaged."), str(problem)[:120], do=said("Save it again, or as CSV.")
        )
        raise CaseError(told) from problem  # type: ignore[misc]  # its stub does not say that it is an exception
    width = max(map(len, cells))
    columns = []
    for at in range(width):
        column = np.empty(len(cells), dtype=object)
        column[:] = [_plain(row[at]) for row in cells]
        columns.append(column)
    return Sheet(
        tuple(columns),
        np.arange(len(cells), dtype=np.int64) + first[0] + 1,
        said("Excel workbook, sheet “{chosen}”", chosen=chosen),
        (*_told_merged(merged, chosen), *_told_formulas(extent.formulas, chosen), *_told_others(filled, chosen, name)),
    )


def _parts(content: bytes) -> dict[str, str]:
    """The part of the archive behind each sheet, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        try:
            links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
        except KeyError:
            links = ""
        there = set(archive.namelist())
    targets = {}
    for link in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", links):
        found = dict(re.findall(r'(\w+)="([^"]*)"', link))
        target = found.get("Target", "")
        targets[found.get("Id", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    result = {}
    for entry in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        found = dict(re.findall(r'([\w:]+)="([^"]*)"', entry))
        identity = next((value for key, value in found.items() if key.endswith(":id")), "")
        part = targets.get(identity, "")
        if part in there and "worksheets" in part:
            result[unescape(found.get("name", ""))] = part
    return result


def _extent(content: bytes, part: str) -> _Extent:
    """How far the cells with a value reach; one lone cell in the last corner would be a table of billions."""
    columns: set[bytes] = set()
    rows: list[int] = []
    formulas = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo(part)
    for text in _whole_tags(pieces(info, content)):
        formulas += len(_FORMULA.findall(text))
        filled = [(letters, row) for letters, row, empty in _CELL.findall(text) if not empty]
        if filled:
            columns.update([letters for letters, _ in filled])
            numbers = [int(row) for _, row in filled]
            rows += (min(numbers), max(numbers))
    if not rows:
        return _Extent(0, 0, formulas)
    places = [_column(letters) for letters in columns]
    return _Extent(max(rows) - min(rows) + 1, max(places) - min(places) + 1, formulas)


def _whole_tags(given: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces cut between two tags and never within one; a tag longer than a piece is none of Excel's."""
    rest = b""
    for piece in given:
        text = rest + piece
        cut = text.rfind(b"<")
        cut = cut if cut > 0 and len(text) - cut < _LONGEST_TAG else len(text)
        yield text[:cut]
        rest = text[cut:]
    yield rest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _plain(cell: object) -> object:
    """A cell as text, number or day; what Excel shows as TRUE or a time of day is text."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return cell
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, time | timedelta):
        return str(cell)
    return "" if cell is None else str(cell)


def _told_merged(ranges: list[tuple[tuple[int, int], tuple[int, int]]], sheet: str) -> tuple[Finding, ...]:
    if not ranges:
        return ()
    (top, left), (bottom, right) = ranges[0]
    found = said(
        "{count}, the first {name}:{name_2}", count=len(ranges), name=_name(top, left), name_2=_name(bottom, right)
    )
    return (
        Finding(
            "data-merged",
            said(
                "The sheet has merged cells. Excel keeps their value in the first cell only; the others are read as"
                " empty."
            ),
            found,
            said("one value in each cell"),
            said("Where rows below the first lack a value, undo the merging and fill them in."),
            "warning",
            Place(file=sheet),
        ),
    )


def _told_formulas(count: int, sheet: str) -> tuple[Finding, ...]:
    if not count:
        return ()
    what = said("Cells with formulas are read as the values Excel last stored for them; nothing is calculated here.")
    do = said("If the file was made by a program, open and save it once in Excel so that the values are stored.")
    return (Finding("data-formulas", what, said("{count:,} formulas", count=count), "", do, "note", Place(file=sheet)),)


def _told_others(filled: dict[str, _Extent], chosen: str, asked: str) -> tuple[Finding, ...]:
    others = [name for name in filled if name != chosen]
    if not others or asked:
        return ()
    what = said("Of {count} sheets the one with the most rows was read: {chosen}.", count=len(filled), chosen=chosen)
    return (
        Finding(
            "data-sheets", what, ", ".join(filled)[:200], "", said("Choose another one if it is not that."), "note"
        ),
    )


def _name(row: int, column: int) -> str:
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
