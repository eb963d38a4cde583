"""The charts of a step at a moment, drawn once: its figures are sent first and its words a moment later."""

from __future__ import annotations

from ldcase.charts.drawing import Drawing
from ldcase.language import Speech, speech
from ldcase.pages import lenses
from ldcase.pages.steps import PAGES
from ldcase.pages.view import Moment
from ldcase.words.lens import Lens

Placed = tuple[tuple[Drawing, str], ...]
"""Charts, each with its place on the screen."""


class Charts:
    """Draws the charts of a step, and keeps those of the newest moment."""

    MANY = 3
    """So many charts that follow a lever take long enough to send the bottom line ahead of them."""

    def __init__(self) -> None:
        self._drawn: tuple[Moment, tuple[Lens | None, str, Speech], Placed] | None = None
        self.are_many = False

    def of(self, seen_by: Lens | None, step: str, moment: Moment) -> Placed:
        """The charts with their places, that of the lens first."""
        asked = (seen_by, step, speech())
        if self._drawn is None or self._drawn[1] != asked or not _same(self._drawn[0], moment):
            before = self._drawn[2] if self._drawn is not None else ()
            drawn = lenses.ordered(seen_by, step, moment, PAGES[step].charts(moment))
            self.are_many = sum(one != other for one, other in zip(drawn, before, strict=False)) >= self.MANY
            self._drawn = moment, asked, drawn
        return self._drawn[2]


def _same(one: Moment, other: Moment) -> bool:
    """Whether both are of the very same forecasts."""
    return (
        one.now is other.now
        and one.base is other.base
        and one.axes is other.axes
        and one.effects is other.effects
        and one.cautious == other.cautious
    )
