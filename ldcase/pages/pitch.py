"""The pitch: one screen for a case, in Voila and in JupyterLab.

`show` is all a notebook calls. Here the state meets its widget: messages go in, views and updates come out.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import math
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ldcase.case.catalogue import load as load_catalogue
from ldcase.errors import CaseError, Finding
from ldcase.language import speaking, speech
from ldcase.pages.cases import case_ids, stuck
from ldcase.pages.panels import PANELS
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.request import is_warm, query
from ldcase.pages.screen import Screen
from ldcase.pages.speaker_notes import NotesState
from ldcase.pages.speaking import first_speech, speech_of, to_browser
from ldcase.pages.upload import Arriving
from ldcase.pages.whereabouts import stand
from ldcase.pages.work import Work
from ldcase.store import Workspace
from ldcase.store.desk import Desk

log = logging.getLogger(__name__)

WARM = 6
"""So many cases a warm kernel has read and drawn before somebody asks for one."""

LOOK_SECONDS = 2.0
"""So often a page looks whether somebody else changed its case: one look at an index."""

WORDS_AFTER, WORDS_EVERY = 0.025, 0.1
"""Seconds after the figures of a moving lever until its words follow, and between two of them: nobody reads faster."""

FOLLOWED = {"lever", "replay"}
"""Messages that come many times a second, so that figures are answered first."""

WHOLE = {"step", "lens", "sort_levers", "case", "cases", "new", "begin", "answer"}
"""Acts after which the screen is another one; all others change parts of it."""


class Pitch:
    """A state and the screen it is drawn on."""

    def __init__(self, state: PitchState, screen: Screen, asked: Mapping[str, str] | None = None) -> None:
        self.state = state
        self.screen = screen
        self._asked = dict(asked or {})
        self._arriving = Arriving()
        self._heard: dict[str, int] = {}
        self._speaks: asyncio.TimerHandle | None = None
        self._spoke = -math.inf
        self.watching: asyncio.Task[None] | None = None

    def refresh(self) -> None:
        """Show what changed without anybody having asked: something that took long is further, or done."""
        with self._speaking():
            self.screen.update(**self.state.update().parts())
            self._hand_over()

    async def watch(self) -> None:
        """Show what others change in the same case, while nobody does anything here."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            with suppress(CaseError), self._speaking():  # a workspace that is busy is asked again
                if self.state.look_around():
                    self.refresh()

    def draw(self) -> None:
        """Show the whole screen."""
        with self._speaking():
            told = to_browser(speech())
            if self.screen.speech != told:
                self.screen.speech = told
            self.screen.show(self.state.view().to_message())

    def _speaking(self) -> AbstractContextManager[None]:
        """The language of this page: chosen, else that of the case, else what the browser would like."""
        case = self.state.open
        found = first_speech(self._asked, case.case.document.language if case is not None else "")
        return speaking(found.language, found.locale)

    def _speak(self, language: str, locale: str) -> None:
        """Speak another language from now on; the address says it too, so that it stays after a reload."""
        if speech_of(language, locale) is not None:
            self._asked |= {"language": language, "locale": locale}

    def heard(self, message: dict[str, Any]) -> None:
        """Answer one message of the browser; whatever goes wrong is logged, told, and leaves the last good state."""
        with self._speaking():
            self._answer(message)

    def _answer(self, message: dict[str, Any]) -> None:
        serial = message.get("serial")
        try:
            whole = self._is_new(message) and self._apply(message)
        except Exception:
            log.exception("The pitch failed on %r", message.get("type"))
            self.state.trouble(
                Finding(
                    "page-failed",
                    "Something went wrong on this page; the case stands as it was.",
                    do="Go on, or reload the page. What happened is in the server’s log.",
                )
            )
            whole = False
        if whole:
            self.draw()
        elif message.get("type") in FOLLOWED and self.state.is_moving and self._words_follow():
            if ahead := self.state.strip():
                self.screen.update(ahead=serial, html=ahead)
            self.screen.update(serial, **self.state.figures(strip=not ahead).parts())
        else:
            self.screen.update(serial, **self.state.update().parts())

    def _words_follow(self) -> bool:
        """See to it that the words follow the figures of a moving lever; False where no loop could send them."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if self._speaks is None:
            pause = max(WORDS_AFTER, self._spoke + WORDS_EVERY - loop.time())
            self._speaks = loop.call_later(pause, self._follow, loop)
        return True

    def _follow(self, loop: asyncio.AbstractEventLoop) -> None:
        self._speaks, self._spoke = None, loop.time()
        if self.state.is_moving:  # else whatever came in between has sent them
            self.screen.guarded(self.refresh, "the words after a lever")

    def _is_new(self, message: dict[str, Any]) -> bool:
        """Whether a message was not heard before: after a gap a browser sends again what nobody seems to have heard."""
        page, number = str(message.get("page", "")), int(message.get("number", 0))
        if not page:
            return True
        before, self._heard[page] = self._heard.get(page, 0), max(self._heard.get(page, 0), number)
        return number > before

    def _apply(self, message: dict[str, Any]) -> bool:
        match message.get("type"):
            case "lever":
                self.state.lever(str(message["name"]), float(message["value"]), bool(message.get("resting")))
            case "replay":
                self.state.replay(float(message["share"]))
            case "ask":
                self.state.ask(str(message["name"]))
            case "file":
                self._piece(message)
            case "act" if message["act"] == "export" and message.get("value"):
                self._export()
            case "act" if message["act"] == "speak":
                self._speak(str(message.get("value")), str(message.get("name") or ""))
                return True
            case "act":
                act, value, step = str(message["act"]), message.get("value"), self.state.screen
                self.state.act(act, None if value is None else str(value), str(message.get("name") or ""))
                if (file := self.state.home.saved()) is not None:
                    self.screen.download(*file, "application/octet-stream")
                self._hand_over()
                return act in WHOLE or self.state.screen != step
        return False

    def _piece(self, message: dict[str, Any]) -> None:
        """Take in a piece of a file, and the file when it is whole; one that is too large is told and let go."""
        upload, received = int(message["upload"]), int(message["size"])
        try:
            whole = self._arriving.take(message)
        except CaseError as error:
            self.state.trouble(*error.findings)
        else:
            received = self._arriving.size
            if whole is not None:
                self.state.took(whole)
        self.screen.received(upload, received)

    def _hand_over(self) -> None:
        """Let the browser save what a panel has made."""
        if (made := self.state.drawer.made()) is not None:
            self.screen.download(made.name, made.content, made.mime)

    def _export(self) -> None:
        document = self.state.twin()
        if document is not None:
            name, content = document
            self.screen.download(name, content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def show(case: str | None = None, *, data: str | Path | None = None, workspace: str | None = None) -> Screen:
    """Open the pitch.

    Parameters
    ----------
    case
        Folder name of the case, such as ``closing-the-sale``. Left out: the one in the page's address (``?case=…``),
        else the list of all cases.
    data
        The folder with ``cases``, ``metrics`` and ``model``. Left out: the environment variable ``LDCASE_DATA``, else
        ``data`` in this folder or one above it.
    workspace
        Address of the database. Left out: ``LDCASE_WORKSPACE``, else a file in ``data/local``.
    """
    desk: Desk | None = None
    with suppress(CaseError):  # told below, if it is still so when somebody asks for the page
        desk = desk_at(data, workspace)
        if is_warm():
            warm_up(PitchState(desk, local_time))
    query_ = query()
    asked = case or query_.get("case", "")
    screen = Screen()
    try:
        desk = desk or desk_at(data, workspace)
    except CaseError as problem:
        log.error("The workbook cannot start. %s", problem)
        found = first_speech(query_)
        with speaking(found.language, found.locale):
            screen.show(stuck(problem.findings).to_message())
        return screen
    kind = NotesState if query_.get("notes") else PitchState
    state = kind(desk, local_time, _beside(lambda: page.refresh()))
    state.look_through(query_.get("lens", ""))
    stand(state, {**query_, "case": asked})
    page = Pitch(state, screen, query_)
    page.draw()
    screen.listen(page.heard)
    with suppress(RuntimeError):  # without a loop, such as in a script, nobody else is there either
        page.watching = asyncio.get_running_loop().create_task(page.watch())
    gc.freeze()  # what stands now stays: the collector need not walk through it while a lever moves
    return screen


def _beside(changed: Callable[[], None]) -> Work:
    """Work in threads that report to the kernel's loop; where there is none, such as in a script, work at once."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return Work()
    return Work(lambda run: loop.call_soon_threadsafe(run), changed)


def desk_at(data: str | Path | None, workspace: str | None) -> Desk:
    """Open the workspace and read the catalogue; `CaseError` when one of them cannot be."""
    root = data_root(data)
    address = workspace or os.environ.get("LDCASE_WORKSPACE") or f"sqlite:///{root / 'local' / 'workspace.db'}"
    return Desk(Workspace.open(address), load_catalogue(root), root)


def local_time() -> datetime:
    """The time of day where the server stands."""
    return datetime.now().astimezone()


def data_root(given: str | Path | None) -> Path:
    """Find the data folder: given, by environment, or above the working folder. Anything else is a `CaseError`."""
    named = given or os.environ.get("LDCASE_DATA")
    here = Path.cwd().resolve()
    candidates = [Path(named).resolve()] if named else [folder / "data" for folder in (here, *here.parents)]
    for folder in candidates:
        if (folder / "metrics").is_dir() and (folder / "cases").is_dir():
            return folder
    raise CaseError(
        Finding(
            "no-data-folder",
            "The data folder was not found.",
            str(named or here),
            "a folder that holds cases, metrics and model",
            "Start in the project’s folder, or name the folder in LDCASE_DATA.",
        )
    )


def warm_up(state: PitchState) -> None:
    """Do once what the first case would wait for: units, formulas, files read, panels, a page drawn for nobody."""
    for panel in PANELS.values():
        panel()
    for name in case_ids(state.desk.data_root)[:WARM]:
        state.choose(name)
        state.view()
        state.close()
