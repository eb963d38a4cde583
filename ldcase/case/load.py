"""Opening a case: by its path, by its name in a folder of cases, or from text that the workspace kept."""

from __future__ import annotations

import re
from pathlib import Path as FilePath

from ldcase.case.case import Case
from ldcase.case.catalogue import Catalogue
from ldcase.case.yaml_file import parse, read
from ldcase.errors import CaseError, Finding
from ldcase.language import said

FILE_NAME = "case.yaml"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}", re.ASCII)


def load(path: FilePath | str, catalogue: Catalogue) -> Case:
    """Load a case from its file, or from the folder that holds it.

    Raises
    ------
    CaseError
        Only when nothing can be read: no file, too large, not text, not plain YAML. Everything else is a finding on the
        case, and ``case.ready`` is False while one of them is an error.
    """
    file_path = FilePath(path)
    if file_path.is_dir() or file_path.suffix not in (".yaml", ".yml"):
        file_path = file_path / FILE_NAME
    file = read(file_path, _label(file_path, catalogue))
    return Case.of(file, file.root.data, file_path, catalogue)


def from_text(text: str, path: FilePath | str, catalogue: Catalogue) -> Case:
    """Load a case from its text; ``path`` is the file it belongs to, beside which its histories lie."""
    file_path = FilePath(path)
    file = parse(text, _label(file_path, catalogue))
    return Case.of(file, file.root.data, file_path, catalogue)


def folder_of(cases: FilePath | str, name: str) -> FilePath:
    """Return the folder of the case ``name`` among ``cases``; anything but the name of one there raises `CaseError`."""
    root = FilePath(cases)
    known = sorted(entry.parent.name for entry in root.glob(f"*/{FILE_NAME}"))
    if not _NAME.fullmatch(name):
        allowed = said("small letters, digits, - and _: {names}", names=", ".join(known))
        what = said("This is not the name of a case.")
        raise CaseError(Finding("case-name", what, repr(name[:80]), allowed, said("Choose a case from the list.")))
    if name not in known:
        what = said("There is no case “{name}”.", name=name)
        raise CaseError(Finding("case-unknown", what, name, ", ".join(known), said("Choose a case from the list.")))
    return root / name


def _label(path: FilePath, catalogue: Catalogue) -> str:
    """Return what the file is called in findings: from the data's folder on, or by its folder and name."""
    absolute, root = path.absolute(), catalogue.root.absolute().parent
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else "/".join(absolute.parts[-2:])
