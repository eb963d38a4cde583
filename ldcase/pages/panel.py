"""What a panel of the drawer is, and what it is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from pathlib import Path
from typing import Protocol

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.errors import Finding
from ldcase.evidence import Effect
from ldcase.forecast import Forecast
from ldcase.pages.work import Work
from ldcase.store.desk import OpenCase

WHO = "pitch"
"""Who a change made on the page is recorded for, until people have names."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for a figure and not taken: the texts by part (low, likely, high), and why not."""

    texts: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Where an open case stands.

    Attributes
    ----------
    case
        The case on the desk, with its log.
    now, base, opened
        Its forecast; that of the case without edits; that of the case when it was opened.
    since, zone, today
        The time of day it was opened, as text; the zone in which times are told; the day by the clock of this page.
    drafts
        What was typed and not taken, by the name of the assumption or figure of the plan.
    data_root
        The folder that holds cases, metrics and evidence.
    effects
        The published effects by id.
    work
        Where what takes long is done while the page stays awake.
    seen
        `now`, `base` and `opened` with the weakest grade at its cautious ends, while that is what the page shows.
    lever_step
        Of an assumption: the step on which its lever is shown; empty where none shows it.
    """

    case: OpenCase
    now: Forecast
    base: Forecast
    opened: Forecast
    since: str
    zone: tzinfo | None
    today: date
    drafts: Mapping[str, Draft]
    data_root: Path
    effects: Mapping[str, Effect]
    work: Work
    seen: tuple[Forecast, Forecast, Forecast] | None = None
    lever_step: Callable[[str], str] = lambda name: ""

    @property
    def cautious(self) -> bool:
        """Whether the page shows the weakest grade at its cautious ends."""
        return self.seen is not None

    @property
    def viewed(self) -> Standing:
        """The standing as the page shows it: for what only shows figures, never for what edits the case by them."""
        if self.seen is None:
            return self
        now, base, opened = self.seen
        return replace(self, now=now, base=base, opened=opened)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A panel as it looks: HTML, and the charts it shows where the HTML holds ``markup.figure(drawing.spec)``."""

    html: Markup
    drawings: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Upload:
    """A file somebody chose in a panel. Its name and its content are data.

    Attributes
    ----------
    act
        Which choice of the panel it belongs to.
    name
        As it is called where it came from; never a path to write to.
    """

    act: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a panel made, to be saved by the browser."""

    name: str
    content: bytes
    mime: str


class Panel(Protocol):
    """One panel of one open page; it may hold what is chosen in it, such as filters or a file that was read."""

    title: str

    def draw(self, at: Standing, part: str) -> Drawn:
        """The panel as it is now; ``part`` is which part of it was asked for."""

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """A control was used. It may edit the case; a `CaseError` is told at the top of the panel."""

    def took(self, at: Standing, upload: Upload) -> None:
        """A file arrived. A `CaseError` is told at the top of the panel."""

    def made(self) -> Made | None:
        """The file that was made since this was last asked."""


class BasePanel:
    """A panel without controls of its own."""

    title = ""

    def draw(self, at: Standing, part: str) -> Drawn:
        """The panel as it is now."""
        raise NotImplementedError

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """There is nothing to be done here."""

    def took(self, at: Standing, upload: Upload) -> None:
        """No file is asked for here."""

    def made(self) -> Made | None:
        """No file is made here."""
        return None


class Page(BasePanel):
    """A panel that only shows: its title, and what draws it of where the case stands and a part."""

    def __init__(self, title: str, html: Callable[[Standing, str], Markup]) -> None:
        self.title = title
        self._html = html

    def draw(self, at: Standing, part: str) -> Drawn:
        """The panel as it is now."""
        return Drawn(self._html(at, part))
