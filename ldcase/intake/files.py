"""What a file is, by its content and never by its name; what cannot be read is refused before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from ldcase.errors import CaseError, Finding, Place
from ldcase.intake import delimited, workbook
from ldcase.intake.limits import MOST_BYTES
from ldcase.intake.sheet import Sheet
from ldcase.intake.unpacking import unpacked_safely
from ldcase.language import said

Kind = Literal["text", "workbook"]
ALLOWED = said("a CSV file, or an Excel workbook (.xlsx)")
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"MZ", said("a program for Windows"), ""),
    (b"\x7fELF", said("a program"), ""),
    (b"%PDF", said("a PDF document"), said("Ask for the figures as CSV or Excel; a PDF holds a picture of them.")),
    (
        b"\xd0\xcf\x11\xe0",
        said("an old Excel file (.xls), or one that is protected by a password"),
        said("Open it in Excel, take the password off, and save it as .xlsx or CSV."),
    ),
    (b"\x89PNG", said("a picture"), ""),
    (b"\xff\xd8\xff", said("a picture"), ""),
    (b"GIF8", said("a picture"), ""),
    (b"\x1f\x8b", said("a packed file"), said("Unpack it first.")),
    (b"7z\xbc\xaf", said("a packed file"), said("Unpack it first.")),
    (b"Rar!", said("a packed file"), said("Unpack it first.")),
    (b"{\\rtf", said("a text document"), ""),
    (b"SQLite format 3", said("a database"), ""),
)
_MARKUP = re.compile(rb"\s*(<\?xml|<!doctype|<html|<table|<svg|<)", re.IGNORECASE)
_JSON = re.compile(rb'\s*(\{\s*"|\[\s*[\[{])')


def recognised(content: bytes, name: str = "") -> Kind:
    """Say whether a file is text or a workbook.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called, for the finding only.

    Raises
    ------
    CaseError
        For a file that is empty, too large, or of another kind; the finding says which and what to do.
    """
    if len(content) > MOST_BYTES:
        raise _refused(
            "data-size",
            said("The file is too large."),
            said("{number:,.0f} MB", number=len(content) / 2**20),
            said("at most {number} MB", number=MOST_BYTES // 2**20),
            said("Keep the columns and the years that are needed."),
            name,
        )
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise _refused(
            "data-empty",
            said("The file is empty."),
            said("{count} bytes", count=len(content)),
            ALLOWED,
            said("Export it again."),
            name,
        )
    for signature, what, do in _SIGNATURES:
        if content.startswith(signature):
            raise _no_data(what, do, name)
    if content.startswith(b"PK\x03\x04"):
        return _of_a_zip(content, name)
    if _MARKUP.match(content[:400]):
        raise _no_data(said("a web page or XML"), said("Open it in Excel and save it as .xlsx or CSV."), name)
    if _JSON.match(content[:400]):
        raise _no_data("JSON", said("Export the figures as CSV."), name)
    if not delimited.is_text(content):
        raise _no_data(said("no text and no workbook"), "", name)
    return "text"


def sheets(content: bytes, name: str = "") -> tuple[str, ...]:
    """Return the names of the sheets of a workbook; a text file has one without a name."""
    return workbook.names(content) if recognised(content, name) == "workbook" else ("",)


def read(content: bytes, name: str = "", *, sheet: str = "", delimiter: str = "") -> Sheet:
    """Read the raw cells of a file.

    Parameters
    ----------
    sheet
        Of a workbook; empty takes the one with the most cells.
    delimiter
        Of a text; empty finds it.

    Raises
    ------
    CaseError
        For a file that cannot be read, with what it is and what to do.
    """
    kind = recognised(content, name)
    return workbook.read(content, sheet) if kind == "workbook" else delimited.read(content, delimiter)


def _of_a_zip(content: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
            if "xl/workbook.bin" in parts:
                raise _no_data(said("a binary Excel workbook (.xlsb)"), said("Save it as .xlsx or CSV."), name)
            if "xl/workbook.xml" not in parts:
                what = said("an OpenDocument file") if "content.xml" in parts else said("a packed file")
                do = said("Save it as .xlsx or CSV.") if "content.xml" in parts else said("Unpack it first.")
                raise _no_data(what, do, name)
            unpacked_safely(archive, content)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as problem:
        raise _refused(
            "data-damaged",
            said("The workbook is damaged."),
            str(problem)[:120],
            ALLOWED,
            said("Save it again from Excel, or as CSV."),
            name,
        ) from problem
    return "workbook"


def _no_data(what: str, do: str, name: str) -> CaseError:
    told = said("This is not a file with figures, whatever its name says.")
    return _refused("data-kind", told, what, ALLOWED, do or said("Export the figures as CSV or .xlsx."), name)


def _refused(code: str, what: str, found: str, allowed: str, do: str, name: str) -> CaseError:
    return CaseError(Finding(code, what, found, allowed, do, place=Place(file=name[:120])))
