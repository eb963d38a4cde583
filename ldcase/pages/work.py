"""What takes long, done beside the page: the levers go on answering meanwhile, and progress is shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from threading import Thread
from typing import TypeVar

from ldcase.errors import CaseError, Finding
from ldcase.language import said

T = TypeVar("T")
Report = Callable[[float, str], None]
"""Takes the share that is done, 0..1, and what is being done."""

SMALLEST_STEP = 0.01
"""Progress is shown anew when this much more is done, not at every call."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is: the share done, 0..1, and what is being done."""

    share: float
    said: str


class Work:
    """The long work of one page, each piece under a key; a piece that is started again replaces the earlier one.

    Parameters
    ----------
    soon
        Runs a function later on the page's own thread. Left out, everything is done at once where it is started:
        without a page nobody waits.
    changed
        Called on the page's thread whenever there is something new to show.
    """

    def __init__(
        self, soon: Callable[[Callable[[], None]], object] | None = None, changed: Callable[[], None] = lambda: None
    ) -> None:
        self._soon = soon
        self._changed = changed
        self._going: dict[str, Progress] = {}
        self._latest: dict[str, int] = {}
        self.version = 0
        self.findings: tuple[Finding, ...] = ()

    def progress(self, key: str) -> Progress | None:
        """How far the work under this key is; None when nothing is under way."""
        return self._going.get(key)

    def start(self, key: str, job: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Run a job beside the page.

        Parameters
        ----------
        job
            Runs in another thread, calls what it is given with the share done and a few words, and returns a result.
            It must touch nothing that the page changes.
        done
            Takes the result, on the page's thread. Not called when the job was started again meanwhile, or failed: a
            `CaseError` stands in ``findings`` then.
        """
        number = self._latest[key] = self._latest.get(key, 0) + 1
        self.findings = ()
        if self._soon is None:
            self._finish(key, number, *_run(job, lambda share, said: None), done)
            return
        soon = self._soon
        self._going[key] = Progress(0.0, "")
        self.version += 1
        shown = -1.0

        def report(share: float, said: str) -> None:
            nonlocal shown
            if share - shown >= SMALLEST_STEP:
                shown = share
                soon(lambda: self._tell(key, number, Progress(min(max(share, 0.0), 1.0), said)))

        def run() -> None:
            result, trouble = _run(job, report)
            soon(lambda: self._finish(key, number, result, trouble, done))

        # What is said there, and when it reports, is said in the language the page speaks now.
        Thread(target=copy_context().run, args=(run,), name=f"ldcase-{key}", daemon=True).start()

    def leave(self, key: str) -> None:
        """Let go of one piece: what it brings is not wanted any more."""
        if self._going.pop(key, None) is not None:
            self._latest[key] += 1
            self.version += 1

    def forget(self) -> None:
        """Let go of all that is under way: what it brings is not wanted any more."""
        for key in self._going:
            self._latest[key] += 1
        self._going.clear()
        self.findings = ()
        self.version += 1

    def _tell(self, key: str, number: int, progress: Progress) -> None:
        if self._latest[key] == number and key in self._going:
            self._going[key] = progress
            self.version += 1
            self._changed()

    def _finish(
        self, key: str, number: int, result: T | None, trouble: tuple[Finding, ...], done: Callable[[T], None]
    ) -> None:
        if self._latest[key] != number:
            return
        self._going.pop(key, None)
        self.findings = trouble
        if not trouble:
            try:
                done(result)  # type: ignore[arg-type]  # there is a result where there is no trouble
            except CaseError as error:
                self.findings = error.findings
        self.version += 1
        self._changed()


def _run(job: Callable[[Report], T], report: Report) -> tuple[T | None, tuple[Finding, ...]]:
    try:
        return job(report), ()
    except CaseError as error:
        return None, error.findings
    except Exception:
        log.exception("Work beside the page failed")
        what = said("Something went wrong while this was worked out; the case stands as it was.")
        do = said("Try again, or go on without it. What happened is in the server’s log.")
        return None, (Finding("work-failed", what, do=do),)
