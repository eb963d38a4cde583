"""What is open in the drawer: a panel, a figure that was asked for, or nothing; and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from ldcase.errors import CaseError
from ldcase.pages import answers, assumptions, changed, finance, options
from ldcase.pages.markup import NOTHING, action, element, joined
from ldcase.pages.notices import finding
from ldcase.pages.panel import Standing

PANELS: Mapping[str, tuple[str, Callable[[Standing, str], Markup]]] = {
    "assumptions": ("Every assumption", lambda at, _: assumptions.panel(at)),
    "options": ("The options side by side", lambda at, _: options.panel(at)),
    "finance": ("For finance", lambda at, _: finance.panel(at)),
    "changed": ("What changed", changed.panel),
}
"""The panels by the act that opens them: a title, and what draws them of where the case stands and a part."""

LONGEST_WAY = 5


class Drawer:
    """The drawer of one screen.

    A panel may take a while to work out: it is drawn when it is open and something it rests on is another, never while
    a lever moves.
    """

    def __init__(self) -> None:
        self._panel = ""
        self._part = ""
        self._asked: tuple[str, ...] = ()
        self._drawn: tuple[tuple[object, ...], Markup] | None = None

    def open(self, panel: str, part: str = "") -> None:
        """Show a panel; ``part`` is which part of it."""
        self._panel, self._part, self._asked = panel, part, ()

    def ask(self, name: str) -> None:
        """Show where a figure comes from; asking again keeps the way here."""
        if name in self._asked:
            self._asked = self._asked[: self._asked.index(name) + 1]
        else:
            self._asked = (*self._asked, name)[-LONGEST_WAY:]

    def close(self) -> None:
        """Show nothing."""
        self._panel, self._part, self._asked = "", "", ()

    def html(self, at: Standing, moving: bool = False) -> Markup:
        """What the drawer shows; empty when it is closed. While a lever moves a panel stays as it was drawn."""
        if self._asked:
            *trail, name = self._asked
            return answers.drawer(at.now, name, tuple(trail), self._back())
        if not self._panel:
            return NOTHING
        rests_on = (self._panel, self._part, at.now, at.base, at.opened, at.case.case, at.case.applied, at.drafts)
        if self._drawn is None or (self._drawn[0] != rests_on and not (moving and self._drawn[0][:2] == rests_on[:2])):
            self._drawn = rests_on, self._draw(at)
        return self._drawn[1]

    def _draw(self, at: Standing) -> Markup:
        title, draw = PANELS[self._panel]
        try:
            content = draw(at, self._part)
        except CaseError as error:
            told = element("ul", *(finding(each) for each in error.findings), class_="findings")
            content = joined((element("h2", title), told))
        return element("div", content, class_=f"panel-{self._panel} wide")

    def _back(self) -> Markup:
        if not self._panel:
            return NOTHING
        title = PANELS[self._panel][0]
        return joined((action(title, self._panel, self._part or None, class_="n"), Markup(" › ")))
