"""The desk: a case that is being worked on. Every edit goes through here, is checked, and is recorded.

A `Desk` knows the workspace, the catalogue and the folder of the data; `Desk.open` gives an `OpenCase`, which holds
the present `Case`. Several desks, in other tabs or processes, may have the same case open: `OpenCase.refresh` brings in
what they changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import RLock

from ldcase.case import Case, Catalogue, folder_of, from_text, load
from ldcase.case.load import FILE_NAME
from ldcase.case.places import Plain, at, parts
from ldcase.case.starting import case_text, folder_name
from ldcase.case.yaml_file import text_of
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said
from ldcase.store.bundle import Bundle, tables_of
from ldcase.store.case_file import write_whole
from ldcase.store.documents import digest_of
from ldcase.store.log import CaseLog
from ldcase.store.replay import replayed
from ldcase.store.trouble import StoreError
from ldcase.store.workspace import Workspace, checked_case_id

LONGEST_TITLE = 120
"""Signs of the title with which a case is begun."""

LACKING = ("missing-", "no-")
"""How the codes begin that say that an answer is not there yet: such a case is a draft, nothing in it is wrong."""


class Desk:
    """Where cases are opened for work.

    Parameters
    ----------
    workspace
        Where every change is recorded.
    catalogue
        The metrics and models the cases build on.
    data_root
        The folder that holds ``cases/``.
    """

    def __init__(self, workspace: Workspace, catalogue: Catalogue, data_root: Path) -> None:
        self.workspace = workspace
        self.catalogue = catalogue
        self.data_root = data_root

    def open(self, case_id: str) -> OpenCase:
        """Open a case as it was left: its file, with the recorded changes over it.

        When the file cannot be read any more, the last good state is opened and a finding says so.

        Raises
        ------
        CaseError
            When there is no such case, or it cannot be read and was never open before.
        """
        checked_case_id(case_id)
        path = folder_of(self.data_root / "cases", case_id) / FILE_NAME
        file = path.relative_to(self.data_root).as_posix()
        try:
            text = load(path, self.catalogue).file.text
        except CaseError as trouble:
            log = self.workspace.remembered(case_id)
            if log is None:
                raise
            return OpenCase(log, path, file, self.catalogue, (*self.workspace.findings, *_last_good(trouble, file)))
        log = self.workspace.case(case_id, text, file=file)
        findings = (*self.workspace.findings, *((_reloaded(file),) if log.reloaded else ()))
        return OpenCase(log, path, file, self.catalogue, findings)

    def begin(self, title: str, currency: str, today: date) -> OpenCase:
        """Begin a case: a folder of its own with a draft that holds starting values, opened for work.

        Raises
        ------
        CaseError
            When the title is empty or the folder cannot be written; nothing is left behind then.
        """
        named = " ".join(title.split())[:LONGEST_TITLE]
        if not named:
            raise CaseError(Finding("missing-title", said("A case needs a name."), do=said("Type what you call it.")))
        return self._put(named, Bundle(case_text(named, currency, today, self.catalogue)))

    def duplicate(self, case_id: str, title: str) -> OpenCase:
        """Make another case of one as it stands now: its edits are in the text, its CSV files are copied.

        Raises
        ------
        CaseError
            When it cannot be read, or the folder cannot be written; nothing is left behind then.
        """
        bundle = self.bundle(case_id, title)
        return self._put(title, bundle)

    def bundle(self, case_id: str, title: str = "") -> Bundle:
        """Return a case as it stands now, to be saved as a file: comments kept, its CSV files with it.

        Parameters
        ----------
        title
            Another title; left out, its own.
        """
        opened = self.open(case_id)
        case = opened.case.edit("title", title) if title else opened.case
        return Bundle(case.to_yaml(), tables_of(opened.path.parent))

    def take_in(self, bundle: Bundle, called: str, title: str = "") -> OpenCase:
        """Take in a case that was made elsewhere; one that lacks answers is a draft.

        Parameters
        ----------
        called
            The name of the file it came in.
        title
            Another title for it; left out, its own.

        Raises
        ------
        CaseError
            When something is wrong in it, with lines; with the code ``case-name-taken`` when there is a case of that
            name. Nothing is written then, and no case that is there is ever changed.
        """
        stem = Path(called).stem[:60]
        with TemporaryDirectory() as place:
            folder = Path(place) / folder_name(stem, frozenset())
            folder.mkdir()
            for name, content in bundle.tables.items():
                (folder / name).write_bytes(content)
            case = from_text(bundle.text, folder / FILE_NAME, self.catalogue)
        errors = (each for each in case.findings if each.severity == "error")
        if wrong := [each for each in errors if not each.code.startswith(LACKING)]:
            raise CaseError(wrong)
        named = " ".join(title.split()) or case.title.strip() or stem
        if folder_name(named, frozenset()) in self._taken():
            raise CaseError(_name_taken(named))
        text = bundle.text if named == case.title else case.edit("title", named).to_yaml()
        return self._put(named, Bundle(text, bundle.tables))

    def _taken(self) -> frozenset[str]:
        """Names that a folder has now, or had: the log of a case stays when its folder goes."""
        folders = (path.name for path in (self.data_root / "cases").glob("*"))
        return self.workspace.shelf.known() | frozenset(folders)

    def _put(self, title: str, bundle: Bundle) -> OpenCase:
        """Write a case into a folder of its own and open it."""
        folder = self.data_root / "cases" / folder_name(title, self._taken())
        try:
            folder.mkdir(parents=True)
            for name, content in bundle.tables.items():
                (folder / name).write_bytes(content)
            write_whole(folder / FILE_NAME, bundle.text)
        except CaseError:
            rmtree(folder, ignore_errors=True)  # made here, a moment ago
            raise
        except OSError as error:
            rmtree(folder, ignore_errors=True)
            raise StoreError(_not_begun(error)) from error
        return self.open(folder.name)


class OpenCase:
    """A case on the desk.

    `case` is the present case, `base` the one without the edits (the same object while there are none), `applied` how
    many edits stand over it, and `findings` what a reader should know about its opening and its changes; what is wrong
    in the case itself stands in ``case.findings``. The methods may be called from several threads.
    """

    case: Case
    base: Case
    applied: int

    def __init__(
        self, log: CaseLog, path: Path, file: str, catalogue: Catalogue, findings: tuple[Finding, ...] = ()
    ) -> None:
        self.log = log
        self.path = path
        self._file = file
        self._catalogue = catalogue
        self._lock = RLock()
        self._opening = findings
        self._skipped: tuple[Finding, ...] = ()
        self._rebuild()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What happened at the opening, and which recorded edits no longer apply."""
        return (*self._opening, *self._skipped)

    def edit(self, path: str, value: object, *, who: str = "", why: str = "") -> Case:
        """Put a value at a dotted path of the document, and record it. An edit that changes nothing is not recorded.

        Raises
        ------
        CaseError
            When the edit would make the case wrong, or could not be recorded: the case stays as it was, and nothing is
            recorded.
        """
        with self._lock:
            self.refresh()
            steps = parts(path)
            before = at(self.case.data, steps)
            edited = self.case.edit(path, value)
            if edited.data != self.case.data:
                after = None if value is None else at(edited.data, steps)
                self._version = self.log.record(path, before, after, who=who, why=why).sequence
                self.case, self.applied = edited, len(self.log.state()) - len(self._skipped)
            return self.case

    def what_if_edit(self, name: str, value: float | Sequence[float], *, who: str = "", why: str = "") -> Case:
        """Move a lever: a number moves the whole range of an assumption with it, a triple sets it.

        Parameters
        ----------
        name
            Of an assumption (``win_rate.margin``) or of the plan (``cohort_1.start``).

        Raises
        ------
        CaseError
            As `edit`, and for a name the case does not have.
        """
        with self._lock:
            self.refresh()
            moved = self.case.what_if({name: value})
            if name in moved.plan:
                cohort, key = name.split(".")
                path = f"idea.cohorts.{int(cohort.removeprefix('cohort_')) - 1}.{key}"
                number = moved.plan[name]
                return self.edit(path, int(number) if number.is_integer() else number, who=who, why=why)
            assumption = moved.assumptions[name]
            low, likely, high = assumption.low, assumption.likely, assumption.high
            written = at(self.case.data, parts(assumption.path))
            fixed = low == high and (written is None or (isinstance(written, dict) and "value" in written))
            given: dict[str, Plain] = {"value": likely} if fixed else {"low": low, "likely": likely, "high": high}
            if written is None:
                given |= {"unit": assumption.unit, "grade": assumption.grade}
            return self.edit(assumption.path, given, who=who, why=why)

    def undo(self, who: str = "") -> bool:
        """Take the latest change back, whoever made it; False when there is none."""
        with self._lock:
            return self._turned(self.log.undo(who) is not None)

    def redo(self, who: str = "") -> bool:
        """Make the change again that was undone last; False when there is none."""
        with self._lock:
            return self._turned(self.log.redo(who) is not None)

    def back_to_base(self, who: str = "") -> bool:
        """Return to what the file says; undo brings the edits back. False when nothing was edited."""
        with self._lock:
            return self._turned(self.log.back_to_base(who) is not None)

    def earlier(self, sequence: int) -> Case:
        """Return what the case was after the change `sequence` (0: before the first)."""
        present = self.log.present(at=sequence)
        return replayed(from_text(present.text, self.path, self._catalogue), present.edits)[0]

    def return_to(self, sequence: int, *, who: str = "", why: str = "") -> Case:
        """Make the case what it was after the change `sequence`: one recorded edit of the whole document.

        Raises
        ------
        CaseError
            As `edit`.
        """
        return self.edit("", self.earlier(sequence).data, who=who, why=why)

    def refresh(self) -> bool:
        """Bring in what other tabs and people changed; True when there was something. Cheap when there was not."""
        with self._lock:
            return self._turned(self.log.version != self._version)

    def save(self, who: str = "", why: str = "") -> bool:
        """Write the case to its file, comments and order kept; the file is the base from here on.

        False when the file says it all already.

        Raises
        ------
        CaseError
            When the file cannot be written, or somebody else changed it meanwhile: their text is then the base, the
            edits stand over it, and saving again writes both.
        """
        with self._lock:
            self.refresh()
            on_disk = text_of(self.path, self._file)
            if digest_of(on_disk) != self.log.file_digest:
                self._take_over(on_disk)
                raise StoreError(_changed_meanwhile(self._file))
            text = self.case.to_yaml()
            if text == on_disk == self.base.file.text:
                return False
            if text != on_disk:  # it may say it all already, when saving was undone and the edits are made again
                if from_text(text, self.path, self._catalogue).data != self.case.data:
                    raise StoreError(_would_differ(self._file))
                write_whole(self.path, text)
            self.log.saved(text, file=self._file, who=who, why=why)
            return self._turned(True)

    def _take_over(self, text: str) -> None:
        """Make a text that somebody else wrote the base; raises `CaseError` when it is not a case."""
        from_text(text, self.path, self._catalogue)
        self.log.begin(text, file=self._file)
        self._opening = (*(one for one in self._opening if one.code != "case-file-changed"), _reloaded(self._file))
        self._rebuild()

    def _turned(self, happened: bool) -> bool:
        if happened:
            self._rebuild()
        return happened

    def _rebuild(self) -> None:
        present = self.log.present()
        self.base = from_text(present.text, self.path, self._catalogue)
        self.case, self._skipped = replayed(self.base, present.edits)
        self.applied = len(present.edits) - len(self._skipped)
        self._version = present.version


def _not_begun(error: OSError) -> Finding:
    return Finding(
        "case-not-begun",
        said("The case could not be begun: its folder cannot be made."),
        error.strerror or str(error),
        do=said("Give yourself the right to write to the folder and make room on the disk, then try again."),
        place=Place(file="cases"),
    )


def _name_taken(title: str) -> Finding:
    return Finding(
        "case-name-taken",
        said("There is a case of this name already; it stays as it is."),
        title,
        said("a name no other case has"),
        said("Give this one another name."),
    )


def _reloaded(file: str) -> Finding:
    return Finding(
        code="case-file-changed",
        what=said("The case file was changed outside the workbook. The recorded changes now stand over its new text."),
        do=said("Look through the figures; undo takes recorded changes back one by one."),
        severity="note",
        place=Place(file=file),
    )


def _changed_meanwhile(file: str) -> Finding:
    return Finding(
        code="case-file-changed",
        what=said("Somebody changed the case file since it was opened, so it was not overwritten."),
        found=said("another text in the file"),
        do=said("Look at the case: it now shows their text with your changes over it. Save again to write both."),
        place=Place(file=file),
    )


def _would_differ(file: str) -> Finding:
    return Finding(
        code="case-not-saved",
        what=said(
            "The text that would be saved does not say the same as the case on screen, so the file was not written."
        ),
        do=said("Keep working, the changes are in the workspace; and report this, for it should not happen."),
        place=Place(file=file),
    )


def _last_good(trouble: CaseError, file: str) -> tuple[Finding, ...]:
    return (
        *trouble.findings,
        Finding(
            code="case-last-good",
            what=said("The case file cannot be read now. The case is shown as it was when it last could."),
            do=said("Correct the file and open the case again; saving is possible after that."),
            severity="warning",
            place=Place(file=file),
        ),
    )
