"""The four steps and the page that draws each."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.pages import ask, evidence, idea, opportunity
from ldcase.pages.view import Moment


class Page(Protocol):
    """What a step's module offers."""

    LAYOUT: str

    def charts(self, moment: Moment) -> tuple[tuple[Drawing, str], ...]:
        """The charts of the step and their places."""

    def below(self, moment: Moment) -> Markup:
        """What stands below the charts."""


PAGES: dict[str, Page] = {"opportunity": opportunity, "idea": idea, "evidence": evidence, "ask": ask}
"""Steps by name, in the order of the pitch."""
