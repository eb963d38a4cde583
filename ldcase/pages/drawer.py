"""What is open in the drawer: a panel, a figure that was asked for, or nothing; and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from ldcase.charts.axes import Axes
from ldcase.errors import CaseError, Finding
from ldcase.language import speech, worded
from ldcase.pages import answers
from ldcase.pages.markup import NOTHING, action, element, joined
from ldcase.pages.notices import finding
from ldcase.pages.panel import Drawn, Made, Panel, Standing, Upload
from ldcase.pages.panels import PANELS

LONGEST_WAY = 5
EMPTY = Drawn(NOTHING)
FOLLOWING = ("finance", "options", "changed", "questions", "lenses")
"""Panels that only show figures, and so follow the cautious view; all others work on the case itself."""


class Drawer:
    """The drawer of one screen.

    A panel may take a while to work out: it is drawn when it is open and something it rests on is another, never while
    a lever moves.
    """

    def __init__(self) -> None:
        self._panels: dict[str, Panel] = {}
        self._panel = ""
        self._part = ""
        self._asked: tuple[str, ...] = ()
        self._told: tuple[Finding, ...] = ()
        self._version = 0
        self._drawn: tuple[tuple[object, ...], Drawn] | None = None
        self._axes = Axes()

    def open(self, panel: str, part: str = "") -> None:
        """Show a panel; ``part`` is which part of it."""
        self._panel, self._part, self._asked, self._told = panel, part, (), ()

    def open_known(self, panel: str, part: str = "") -> None:
        """Show a panel if there is one of that name."""
        if panel in PANELS:
            self.open(panel, part)

    @property
    def whereabouts(self) -> tuple[str, str, str]:
        """The panel that is open, its part, and the figure that was asked for last; each empty without one."""
        return self._panel, self._part, self._asked[-1] if self._asked else ""

    def ask(self, name: str) -> None:
        """Show where a figure comes from; asking again keeps the way here."""
        if name in self._asked:
            self._asked = self._asked[: self._asked.index(name) + 1]
        else:
            self._asked = (*self._asked, name)[-LONGEST_WAY:]

    def close(self) -> None:
        """Show nothing; the panels keep what was chosen in them."""
        self._panel, self._part, self._asked, self._told = "", "", (), ()
        self._axes.forget()

    def forget(self) -> None:
        """Another case is open: what was chosen in the panels was for the one before."""
        self.close()
        self._panels.clear()
        self._drawn = None

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Hand an act such as ``library.search`` to its panel; what it refuses is told at the panel's top."""
        panel, _, own = act.partition(".")
        self._used(panel, lambda it: it.act(at, own, value, name))

    def took(self, at: Standing, upload: Upload) -> None:
        """Hand a file to the panel that asked for it, by the part of its act before the dot."""
        panel, _, own = upload.act.partition(".")
        self._used(panel, lambda it: it.took(at, Upload(own, upload.name, upload.content)))

    def made(self) -> Made | None:
        """A file that one of the panels made since this was last asked."""
        return next((made for panel in self._panels.values() if (made := panel.made()) is not None), None)

    def html(self, at: Standing, moving: bool = False) -> Drawn:
        """What the drawer shows; empty when it is closed. While a lever moves a panel stays as it was drawn."""
        if self._asked:
            *trail, name = self._asked
            return answers.drawer(at, name, tuple(trail), self._back(), self._axes)
        if not self._panel:
            return EMPTY
        which = (self._panel, self._part)
        state = (
            at.now,
            at.base,
            at.opened,
            at.seen,
            at.case.case,
            at.case.applied,
            at.drafts,
            self._version,
            at.work.version,
        )
        rests_on = (*which, *state, speech())
        if self._drawn is None or (self._drawn[0] != rests_on and not (moving and self._drawn[0][:2] == which)):
            self._drawn = rests_on, self._draw(at)
        return self._drawn[1]

    def _used(self, panel: str, verb: Callable[[Panel], None]) -> None:
        if panel not in PANELS:
            return
        self._version += 1
        self._told = ()
        try:
            verb(self._of(panel))
        except CaseError as error:
            self._told = error.findings

    def _of(self, name: str) -> Panel:
        if name not in self._panels:
            self._panels[name] = PANELS[name]()
        return self._panels[name]

    def _draw(self, at: Standing) -> Drawn:
        panel = self._of(self._panel)
        told = [finding(each, worded("Not taken")) for each in (*self._told, *at.work.findings)]
        problems = _listed(told) if told else NOTHING
        try:
            drawn = panel.draw(at.viewed if self._panel in FOLLOWING else at, self._part)
        except CaseError as error:
            drawn = Drawn(joined((element("h2", worded(panel.title)), _listed(map(finding, error.findings)))))
        html = element("div", problems, drawn.html, class_=f"panel-{self._panel} wide")
        return Drawn(html, drawn.drawings)

    def _back(self) -> Markup:
        if not self._panel:
            return NOTHING
        title = worded(self._of(self._panel).title)
        return joined((action(title, self._panel, self._part or None, class_="n"), Markup(" › ")))


def _listed(told: Iterable[Markup]) -> Markup:
    return element("ul", *told, class_="findings refused")
