"""The state of a guided start: the draft, and what was refused last. Every answer is recorded like any other change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ldcase.case.guide import asks, edits
from ldcase.errors import CaseError, Finding
from ldcase.pages import new_case
from ldcase.pages.panel import WHO
from ldcase.pages.view import View
from ldcase.store.desk import Desk, OpenCase

CURRENCY = "USD"
"""What a new case counts in until somebody says otherwise."""


class Beginning:
    """One guided start, from the first question to the first result.

    Parameters
    ----------
    draft
        The case that lacks answers; None while it has no name yet.
    """

    def __init__(self, desk: Desk, today: Callable[[], date], draft: OpenCase | None = None) -> None:
        self._desk = desk
        self._today = today
        self.draft = draft
        self._refused: tuple[Finding, ...] = ()

    def take(self, act: str, value: str, name: str) -> None:
        """Take what was typed or chosen: the case’s title (``begin``), or the answer to a question (``answer``)."""
        if act == "begin":
            self.begin(value)
        else:
            self.answer(name, value)

    def begin(self, title: str) -> None:
        """Make the case under its title; again does nothing."""
        if self.draft is None:
            try:
                self.draft = self._desk.begin(title, CURRENCY, self._today())
                self._refused = ()
            except CaseError as error:
                self._refused = error.findings

    def answer(self, name: str, text: str) -> None:
        """Take an answer; what is refused is told, and the answer before stays. An empty text changes nothing."""
        draft = self.draft
        ask = next((each for each in asks(draft.case) if each.name == name), None) if draft else None
        self._refused = ()
        if draft is None or ask is None or not text.strip():
            return
        try:
            given = new_case.figures(ask, text) if ask.kind == "number" else text.strip()
            for path, value in edits(draft.case, name, given):
                draft.edit(path, value, who=WHO, why=ask.text)
        except CaseError as error:
            self._refused = error.findings

    def view(self) -> View:
        """The screen as it is now."""
        if self.draft is None:
            return new_case.begin_view(self._refused)
        return new_case.guide_view(self.draft.case, self._refused)
