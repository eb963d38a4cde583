"""Whether an exported file still matches its case, whose file and workspace are found by the name it carries."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ldcase.errors import CaseError, Finding
from ldcase.language import said

if TYPE_CHECKING:
    from ldcase.case import Case
    from ldcase.exports.origin import Origin
    from ldcase.exports.verify import Checked, States


def verify(
    file: str | os.PathLike[str],
    case: str | os.PathLike[str] | None = None,
    *,
    data: str | os.PathLike[str] | None = None,
) -> Mapping[str, Checked]:
    """Hold an exported file against its case, as the case's file says and as it is worked on in the workspace.

    Parameters
    ----------
    file
        A document that was exported, or a zip with several.
    case
        The folder of its case, or its ``case.yaml``; else the case it names, below the data folder.
    data
        The data folder; else ``LDCASE_DATA``, else ``data`` here or in a folder above.

    Returns
    -------
    Mapping
        What was found out about each document, by its name. `CaseError` when the file or the case cannot be read.
    """
    from ldcase.exports.verify import documents, verify

    path = Path(file)
    try:
        content = path.read_bytes()
    except OSError as problem:
        what, do = said("The file cannot be read."), said("Name a file that was exported.")
        raise CaseError(Finding("no-such-file", what, f"{path}: {problem.strerror}", do=do)) from problem
    with ExitStack() as stack:
        find = _Finder(Path(case) if case is not None else None, data, stack)
        return {name: verify(each, find.states) for name, each in documents(path.name, content).items()}


class _Finder:
    """Finds the states of the case an origin names; each case is read once.

    Workspaces that it opens are closed with the stack.
    """

    def __init__(self, case: Path | None, data: str | os.PathLike[str] | None, stack: ExitStack) -> None:
        self._case = case
        self._data = data
        self._stack = stack
        self._known: dict[str, States | None] = {}

    def states(self, came_from: Origin) -> States | None:
        """The states of its case; None where it is not here."""
        name = str(self._case or came_from.case_id)
        if name not in self._known:
            folder = self._case or self._below(came_from.case_id)
            self._known[name] = self._read(folder) if folder is not None else None
        found = self._known[name]
        return found if found is not None and found.present.id == came_from.case_id else None

    def _below(self, case_id: str) -> Path | None:
        """The folder of a case by its name; None where there is none, or the name is none."""
        from ldcase.pages.pitch import data_root
        from ldcase.store.workspace import CASE_ID

        if not CASE_ID.fullmatch(case_id):
            return None
        folder = data_root(Path(self._data) if self._data is not None else None) / "cases" / case_id
        return folder if folder.is_dir() else None

    def _read(self, folder: Path) -> States:
        """The case as its file says, with what the workspace recorded over it where there is a workspace."""
        from ldcase.api.case import open as open_case
        from ldcase.case import from_text
        from ldcase.exports.verify import States
        from ldcase.store import Workspace
        from ldcase.store.replay import replayed

        case = open_case(folder, data=self._data)
        address, file = os.environ.get("LDCASE_WORKSPACE"), case.path.resolve().parents[2] / "local" / "workspace.db"
        if address is None and not file.is_file():
            return States(case, 0, case)
        workspace = Workspace.open(address or f"sqlite:///{file}")
        self._stack.callback(workspace.close)
        log = workspace.remembered(case.id)
        if log is None:
            return States(case, 0, case)

        def earlier(number: int) -> Case | None:
            if not 0 < number <= log.version:
                return None
            then = log.present(at=number)
            return replayed(from_text(then.text, case.path, case.catalogue), then.edits)[0]

        return States(replayed(case, log.state())[0], log.version, case, earlier)
