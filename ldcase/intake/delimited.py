"""A text file of rows: its encoding, what parts its cells, and the line each row begins in."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ldcase.errors import CaseError, Finding
from ldcase.intake.limits import MOST_BYTES, MOST_CELLS, MOST_LINE_BREAKS
from ldcase.intake.sheet import Cells, Sheet, Whole, too_large
from ldcase.language import said, said_together

DELIMITERS = {"\t": said("tabs"), ";": said("semicolons"), "|": said("upright lines"), ",": said("commas")}
"""What may part cells, the clearest first: a comma may also be a decimal sign."""
_SEPARATOR_LINE = re.compile(rb"\s*sep=(.)\n", re.IGNORECASE)
_LOOKED_AT = 60
_MOST_SIGNS = 4 * MOST_CELLS
"""Delimiters and line breaks of a text, those between quotation marks too."""
_UNKNOWN = "\ufffd".encode()
_CONTROL = bytes(sorted({*range(32)} - {9, 10, 12, 13, 26})) + b"\x7f"


def is_text(content: bytes) -> bool:
    """Whether the bytes are text in one of the encodings we read."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    head = content[:65_536]
    if _sixteen_bits(head):
        return True
    return sum(head.count(bytes([sign])) for sign in _CONTROL) <= len(head) / 1000


def read(content: bytes, delimiter: str = "") -> Sheet:
    """Read a text file; an empty delimiter is found by looking.

    Raises
    ------
    CaseError
        For a text without rows, or with too many cells.
    """
    text, encoding, findings = _as_utf8(content)
    hint = _SEPARATOR_LINE.match(text[:40])
    first_line = 1
    if hint:
        text, first_line = text[hint.end() :], 2
        delimiter = delimiter or hint[1].decode("latin-1")
    if delimiter and (len(delimiter) > 1 or delimiter in '"\n\r'):
        allowed = said_together(DELIMITERS.values())
        raise CaseError(
            Finding(
                "data-delimiter", said("This cannot part cells."), repr(delimiter)[:20], allowed, said("Choose one.")
            )
        )
    chosen = delimiter or found_delimiter(text)
    columns, lines, told = _cells(text, chosen)
    if len(columns) == 1:
        what = said("There is only one column: nothing parts the cells.")
        allowed = said_together(DELIMITERS.values())
        told = (*told, Finding("data-one-column", what, "", allowed, said("Choose what parts the cells."), "warning"))
    parted = DELIMITERS.get(chosen, f"“{chosen}”")
    return Sheet(
        columns,
        lines + first_line - 1,
        said("text ({encoding}), parted by {parted}", encoding=encoding, parted=parted),
        (*findings, *told),
    )


def found_delimiter(text: bytes) -> str:
    """Return what parts the cells: what stands equally often in most of the first lines.

    Examples
    --------
    >>> found_delimiter(b"name;share\\nNorth;1,5\\nSouth;2,5\\n")
    ';'
    """
    bare = re.sub(rb'"[^"]*"', b"", text[:200_000])
    rows = [row for row in bare.split(b"\n") if row.strip()][:_LOOKED_AT]
    best, score = ",", 0.0
    for sign in DELIMITERS:
        counts = [row.count(sign.encode()) for row in rows]
        usual = Counter(count for count in counts if count).most_common(1)
        if usual:
            same = sum(count == usual[0][0] for count in counts) / len(counts)
            reached = same + 0.001 * min(usual[0][0], 50)
            if reached > score + 0.02:
                best, score = sign, reached
    return best


def _as_utf8(content: bytes) -> tuple[bytes, str, tuple[Finding, ...]]:
    """The text with one kind of line break, how it was encoded, and what had to be guessed."""
    findings: tuple[Finding, ...] = ()
    text, encoding = content, "UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding = content.decode("utf-16", "replace").encode("utf-8", "replace"), "UTF-16"
    elif content.startswith(b"\xef\xbb\xbf"):
        text = content[3:].decode("utf-8", "replace").encode()
    elif order := _sixteen_bits(content[:4096]):
        text, encoding = content.decode(order, "replace").encode("utf-8", "replace"), "UTF-16"
    else:
        try:
            if not content.isascii():
                content.decode("utf-8")
        except UnicodeDecodeError as problem:
            text, encoding = content.decode("cp1252", "replace").encode(), "Windows"
            line = content.count(b"\n", 0, problem.start) + 1
            what = said("The text is not in UTF-8; it is read as written by Windows in western Europe.")
            do = said("Look at names with accents; if they are wrong, save the file as “CSV UTF-8”.")
            findings = (Finding("data-encoding", what, said("line {line:,}", line=line), "UTF-8", do, "note"),)
    if lost := text.count(_UNKNOWN) + text.count(b"\0"):
        what = said("Some characters cannot be read; they are shown as a question mark.")
        do = said("Save the file as “CSV UTF-8”.")
        findings = (
            *findings,
            Finding("data-characters", what, said("{lost:,} characters", lost=lost), "", do, "warning"),
        )
        text = text.replace(b"\0", _UNKNOWN)
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if len(text) > 2 * MOST_BYTES:
        raise CaseError(
            Finding("data-size", said("The text is too large."), said("{number:,.0f} MB", number=len(text) / 2**20))
        )
    if text[-2:].strip(b"\n\x1a") != text[-2:-1] or not text.endswith(b"\n"):
        text = text.rstrip(b"\n\x1a") + b"\n"
    return text, encoding, findings


def _sixteen_bits(head: bytes) -> str:
    """UTF-16 without its mark: every second byte of western text is zero."""
    if len(head) < 4 or head.count(0) < len(head) / 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) / 2 and even < 0.05 * len(head):
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head) / 2 and odd < 0.05 * len(head) else ""


@dataclass(frozen=True, slots=True, eq=False)
class _Breaks:
    """Where rows end, how many cells each has, and whether quotation marks go in pairs."""

    stops: Whole
    widths: Whole
    paired: bool


def _breaks(text: bytes, delimiter: str) -> _Breaks:
    """Look where cells and rows end. Between two quotation marks neither a line break nor a delimiter counts."""
    signs = np.frombuffer(text, dtype=np.uint8)
    marks = (signs == 10) | (signs == ord(delimiter))
    paired = True
    if b'"' in text:
        outside = np.bitwise_xor.accumulate((signs == 34).view(np.uint8)) == 0
        paired = bool(outside[-1])
        if paired:
            marks &= outside
    edges = np.flatnonzero(marks)
    last = np.flatnonzero(signs[edges] == 10)
    stops, widths = edges[last], np.diff(last, prepend=-1)
    return _Breaks(stops, widths, paired)


def _cells(text: bytes, delimiter: str) -> tuple[tuple[Cells, ...], Whole, tuple[Finding, ...]]:
    """The cells by column and the line of each row.

    Without quotation marks a row is a line, and the quick reader says itself when one is wider than the first ones. It
    agrees with a look at every sign on how many rows there are, or the patient one reads.
    """
    if (signs := text.count(b"\n") + text.count(delimiter.encode())) > _MOST_SIGNS:
        raise CaseError(too_large(signs, 1) or ())
    if b'"' not in text:
        count = text.count(b"\n")
        widest = 1 + max(row.count(delimiter.encode()) for row in text[:200_000].split(b"\n")[:_LOOKED_AT])
        columns = _quickly(text, delimiter, widest, count)
        if columns is not None:
            return columns, np.arange(1, count + 1, dtype=np.int64), ()
    found = _breaks(text, delimiter)
    columns = _quickly(text, delimiter, int(found.widths.max()), len(found.stops)) if found.paired else None
    if columns is None:
        return _patiently(text, delimiter)
    every = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == 10)
    lines = np.concatenate(([1], np.searchsorted(every, found.stops[:-1], side="right") + 1)).astype(np.int64)
    return columns, lines, ()


def _quickly(text: bytes, delimiter: str, widest: int, rows: int) -> tuple[Cells, ...] | None:
    """The cells by column; None where a row is wider, or the reader finds another number of rows."""
    import pandas as pd

    if problem := too_large(rows, widest):
        raise CaseError(problem)
    try:
        frame = pd.read_csv(
            io.BytesIO(text),
            sep=delimiter,
            header=None,
            names=list(range(widest)),
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
            encoding="utf-8",
        )
    except pd.errors.ParserError:
        return None
    plain = len(frame) == rows and isinstance(frame.index, pd.RangeIndex)
    return tuple(frame[k].to_numpy() for k in range(widest)) if plain else None


def _patiently(text: bytes, delimiter: str) -> tuple[tuple[Cells, ...], Whole, tuple[Finding, ...]]:
    """Row by row, for texts with stray quotation marks; one that is never closed makes all of them plain signs."""
    told: tuple[Finding, ...] = ()
    rows, lines = _by_row(text, delimiter, csv.QUOTE_MINIMAL)
    if any(cell.count("\n") > MOST_LINE_BREAKS for row in rows for cell in row):
        rows, lines = _by_row(text, delimiter, csv.QUOTE_NONE)
        what = said("A quotation mark is opened and never closed; all of them are read as plain signs.")
        do = said("Remove the quotation mark, or double it.")
        told = (Finding("data-quotes", what, "", said('marks in pairs: "…"'), do, "warning"),)
    widest = max(map(len, rows))
    if problem := too_large(len(rows), widest):
        raise CaseError(problem)
    columns = []
    for at in range(widest):
        column = np.empty(len(rows), dtype=object)
        column[:] = [row[at].strip() if at < len(row) else "" for row in rows]
        columns.append(column)
    return tuple(columns), np.array(lines, dtype=np.int64), told


def _by_row(text: bytes, delimiter: str, quoting: Literal[0, 3]) -> tuple[list[list[str]], list[int]]:
    csv.field_size_limit(2 * MOST_BYTES)
    reader = csv.reader(io.StringIO(text.decode("utf-8"), newline=""), delimiter=delimiter, quoting=quoting)
    rows, lines, line, cells = [], [], 1, 0
    for row in reader:
        rows.append(row)
        lines.append(line)
        if (cells := cells + len(row)) > MOST_CELLS:
            raise CaseError(too_large(cells, 1) or ())
        line = reader.line_num + 1
    if quoting == csv.QUOTE_NONE:
        rows = [[cell.strip().strip('"') for cell in row] for row in rows]
    return rows, lines
