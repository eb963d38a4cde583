"""A case as one file to hand on: its YAML alone, or a zip of the YAML and the CSV files beside it.

What comes in was made elsewhere: nothing of it is unpacked to the disk by its own names, and everything has a limit.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath

from ldcase.case.load import FILE_NAME
from ldcase.case.yaml_file import MOST_BYTES
from ldcase.errors import CaseError, Finding
from ldcase.language import said

YAML = (".yaml", ".yml")
MOST_FILES = 50
LARGEST_TABLE = 20 * 1024 * 1024
"""Bytes of one CSV file."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The text of a case file, and the CSV files beside it by their names."""

    text: str
    tables: Mapping[str, bytes] = field(default_factory=dict)


def tables_of(folder: Path) -> dict[str, bytes]:
    """Return the CSV files in the folder of a case."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv")) if path.is_file()}


def packed(name: str, bundle: Bundle, documents: Mapping[str, bytes] | None = None) -> tuple[str, bytes]:
    """Return a file to save: its name and its content; YAML where the case stands alone, else a zip.

    ``documents`` are what was made of the case, by name, to go with it; who opens the zip as a case leaves them aside.
    """
    if not bundle.tables and not documents:
        return f"{name}.yaml", bundle.text.encode()
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"{name}/{FILE_NAME}", bundle.text)
        for table, given in bundle.tables.items():
            file.writestr(f"{name}/{table}", given)
        for document, given in (documents or {}).items():
            file.writestr(f"{name}/{document}", given)
    return f"{name}.zip", content.getvalue()


def unpacked(name: str, content: bytes) -> Bundle:
    """Read a file somebody chose.

    Parameters
    ----------
    name
        As the file is called; its ending says what it is.
    content
        Its bytes.

    Raises
    ------
    CaseError
        When it is neither YAML nor a zip, or holds more, or something else, than a case.
    """
    shown = PurePosixPath(name.replace("\\", "/")).name[:80]
    if name.lower().endswith(YAML):
        return Bundle(_text(content, shown))
    if not name.lower().endswith(".zip"):
        raise _refused(
            "file-kind",
            said("This is not a case."),
            shown,
            said("a case.yaml, or a zip that holds one with its CSV files"),
            said("Choose a file that was saved with “Save as a file”."),
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            return _of_zip(file, shown)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as problem:
        raise _refused(
            "zip-unreadable",
            said("The zip cannot be read."),
            shown,
            said("a zip without a password"),
            said("Pack it again, or choose the case.yaml alone."),
        ) from problem


def _of_zip(file: zipfile.ZipFile, shown: str) -> Bundle:
    inside = [each for each in file.infolist() if not each.is_dir() and not _hidden(each.filename)]
    cases = [each for each in inside if each.filename.lower().endswith(YAML)]
    tables = [each for each in inside if each.filename.lower().endswith(".csv")]
    if len(cases) != 1:
        listed = ", ".join(PurePosixPath(each.filename).name for each in (cases or inside)[:5]) or shown
        raise _refused(
            "zip-without-case",
            said("The zip must hold exactly one case."),
            listed,
            said("one file case.yaml"),
            said("Pack the folder of one case."),
        )
    large = [each for each in tables if each.file_size > LARGEST_TABLE]
    if len(tables) > MOST_FILES or large or cases[0].file_size > MOST_BYTES:
        raise _refused(
            "zip-too-large",
            said("The zip holds more than a case."),
            PurePosixPath((large or cases)[0].filename).name if large else str(len(inside)),
            said("at most {files} CSV files of at most {size} MB each", files=MOST_FILES, size=LARGEST_TABLE // 2**20),
            said("Leave out what the case does not need."),
        )
    text = _text(_content(file, cases[0], MOST_BYTES), PurePosixPath(cases[0].filename).name)
    found = {PurePosixPath(each.filename).name: _content(file, each, LARGEST_TABLE) for each in tables}
    return Bundle(text, found)


def _hidden(name: str) -> bool:
    """Whether it is something that a system packs along, such as ``__MACOSX/._case.yaml``."""
    parts = (part for part in PurePosixPath(name).parts if part != "..")
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _content(file: zipfile.ZipFile, each: zipfile.ZipInfo, most: int) -> bytes:
    """Read at most what the limit allows, whatever the zip says of its size."""
    with file.open(each) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise zipfile.BadZipFile(each.filename)
    return content


def _text(content: bytes, shown: str) -> str:
    if len(content) > MOST_BYTES:
        raise _refused(
            "file-too-large",
            said("The file is too large."),
            said("{name}, {size} bytes", name=shown, size=len(content)),
            said("at most {size} bytes", size=MOST_BYTES),
            said("Open a case file; data belong into a CSV file beside it."),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _refused(
            "file-not-text", said("The file is not text."), shown, said("text in UTF-8"),
            said("Save it as UTF-8 in the editor."),
        ) from problem  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refused(code: str, what: str, found: str, allowed: str, do: str) -> CaseError:
    return CaseError(Finding(code, what, found, allowed, do))
