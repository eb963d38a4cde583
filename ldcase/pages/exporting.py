"""The panel “Take the case with you”: every form of it, made beside the page; the case itself; a document checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from threading import Event

from ldcase.case import Case
from ldcase.errors import CaseError, Finding
from ldcase.exports.kinds import KINDS, Kind, Options
from ldcase.exports.making import chosen, everything, made
from ldcase.exports.origin import Origin, origin
from ldcase.exports.verify import Checked, States, documents, verify
from ldcase.forecast import Forecast
from ldcase.language import LANGUAGES, Speech, marked, said, speaking, speech, worded
from ldcase.pages import exporting_view
from ldcase.pages.carried import levers
from ldcase.pages.exporting_view import ALL, WORK, Shown
from ldcase.pages.panel import BasePanel, Drawn, Made, Standing, Upload
from ldcase.pages.work import Report
from ldcase.store.bundle import Bundle, packed, tables_of
from ldcase.store.desk import OpenCase

ZIP = "application/zip"
LARGEST_TEMPLATE = 32 * 2**20
TEMPLATES = (".pptx", ".potx")
Result = tuple[Made, tuple[str, ...]]


class StoppedError(Exception):
    """Nobody waits any more for what is being made."""


class Exporting(BasePanel):
    """What can be made and how; what was made last; what a document said that was checked."""

    title = marked("Take the case with you")

    def __init__(self) -> None:
        self._made: Made | None = None
        self._shortened: tuple[str, ...] = ()
        self._name = ""
        self._paper = "a4"
        self._language = ""
        self._template: tuple[str, bytes] | None = None
        self._stop = Event()
        self._checked: dict[str, Checked] = {}

    def draw(self, at: Standing, part: str) -> Drawn:
        """Each form as a card with its button; progress while one is being made."""
        template = self._template[0] if self._template is not None else ""
        language = self._language or speech().language
        linked = bool(levers(at.now.case, at.case.case))
        shown = Shown(self._paper, language, template, self._name, self._shortened, self._checked, linked)
        return Drawn(exporting_view.panel(worded(self.title), shown, at.work.progress(WORK)))

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """A control was used: an option chosen, something to be made, saved or stopped."""
        actions: dict[str, Callable[[], object]] = {
            "make": lambda: self._make(at, value),
            "stop": lambda: self._cancel(at),
            "file": lambda: self._save(at),
            "paper": lambda: self._choose_paper(value),
            "language": lambda: setattr(self, "_language", value if value in LANGUAGES else ""),
            "no_template": lambda: setattr(self, "_template", None),
        }
        if act in actions:
            actions[act]()

    def took(self, at: Standing, upload: Upload) -> None:
        """A company’s template for slides, or a document to be held against this case."""
        if upload.act == "template":
            self._template = upload.name[:80], _template(upload)
        elif upload.act == "check":
            inside = documents(upload.name, upload.content)
            self._checked = {name[:80]: verify(each, _states(at.case)) for name, each in inside.items()}

    def made(self) -> Made | None:
        """The file that was made since this was last asked."""
        made, self._made = self._made, None
        return made

    def _make(self, at: Standing, value: str) -> None:
        """Make one form, by its ending, or all of them as a zip."""
        if (value not in KINDS and value != ALL) or at.work.progress(WORK) is not None:
            return
        now, spoken = at.now, self._speech()
        came_from = origin(now, at.today, version(at.case))
        options = Options(chosen(self._paper, None).paper, self._template and self._template[1], at.case.log.changes())
        bundle = _bundle(at)
        self._name, self._shortened, self._stop = "", (), Event()
        stop = self._stop

        def one(kind: Kind) -> Result:
            document = made(kind, now, came_from, options)
            return Made(f"{now.case.id}{kind.ending}", document.content, kind.mime), document.shortened

        def all_of_them(tell: Report) -> Result:
            def before(number: int, kind: Kind) -> None:
                if stop.is_set():
                    raise StoppedError
                tell((number + 0.2) / len(KINDS), _making(kind))

            return Made(*everything(now, bundle, came_from, options, before), ZIP), ()

        def job(tell: Report) -> Result | None:
            with speaking(spoken.language, spoken.locale):
                if value == ALL:
                    try:
                        return all_of_them(tell)
                    except StoppedError:
                        return None
                tell(0.1, _making(KINDS[value]))
                return one(KINDS[value])

        at.work.start(WORK, job, self._done)

    def _cancel(self, at: Standing) -> None:
        self._stop.set()
        at.work.leave(WORK)

    def _save(self, at: Standing) -> None:
        """Hand the case itself over, as it stands now: its YAML, in a zip where it has tables."""
        name, content = packed(at.case.case.id, _bundle(at))
        self._done((Made(name, content, ZIP if name.endswith(".zip") else "application/yaml"), ()))

    def _done(self, result: Result | None) -> None:
        if result is not None:
            self._made, self._shortened = result
            self._name = self._made.name

    def _choose_paper(self, value: str) -> None:
        chosen(value, None)
        self._paper = value

    def _speech(self) -> Speech:
        """The language that was chosen, with numbers as this page writes them where it speaks the same one."""
        spoken = speech()
        return spoken if self._language in ("", spoken.language) else Speech(self._language, self._language)


def version(case: OpenCase) -> str:
    """Which state of a case its documents are made of: “file”, or the number of its newest recorded change."""
    return str(case.log.version) if case.applied else "file"


def twin(now: Forecast, case: OpenCase, today: date) -> tuple[str, bytes]:
    """The Excel twin of a case as it is now: a file name and its bytes."""
    from ldcase.exports.twin import write_twin

    content = BytesIO()
    write_twin(now, content, origin(now, today, version(case)), case.log.changes())
    return f"{now.case.id}.xlsx", content.getvalue()


def _making(kind: Kind) -> str:
    return worded("Being made: {what}", what=worded(kind.title))


def _bundle(at: Standing) -> Bundle:
    """The case as it is seen, with the levers of a link that are not recorded, and its tables."""
    return Bundle(at.now.case.to_yaml(), tables_of(at.case.path.parent))


def _states(case: OpenCase) -> Callable[[Origin], States | None]:
    """The states of the case that is open; None for a document of another case."""

    def earlier(number: int) -> Case | None:
        return case.earlier(number) if 0 < number <= case.log.version else None

    states = States(case.case, case.log.version, case.base, earlier)
    return lambda came_from: states if came_from.case_id == case.case.id else None


def _template(upload: Upload) -> bytes:
    """The content of a template; `CaseError` for what cannot be one."""
    if not upload.name.lower().endswith(TEMPLATES) or len(upload.content) > LARGEST_TEMPLATE:
        what, allowed = said("This is no template for slides."), said("a PowerPoint file, .pptx or .potx, up to 32 MB")
        do = said("Save your company’s template as a PowerPoint file and choose that.")
        raise CaseError(Finding("no-template", what, upload.name[:80], allowed, do))
    return upload.content
