"""What is sent to the browser: a whole view, or only what a change altered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict, TypeVar

from markupsafe import Markup, escape

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Columns, Drawing
from ldcase.evidence import Effect
from ldcase.forecast import Forecast

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything a page needs to draw itself: the forecast now, the base it is compared with, the axes, the library.

    ``cautious`` tells that the forecasts are seen with the weakest grade at its cautious ends.
    """

    now: Forecast
    base: Forecast
    axes: Axes
    effects: Mapping[str, Effect]
    cautious: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A whole screen. ``builds`` is what presentation view shows one after the other; empty where there is none.

    ``beside`` is the place of the chart that stands beside the levers there.
    """

    case: tuple[str, str]
    steps: tuple[tuple[str, str], ...]
    step: str
    layout: str
    slots: Mapping[str, str]
    levers: tuple[dict[str, object], ...] = ()
    charts: tuple[dict[str, object], ...] = ()
    panel: tuple[dict[str, object], ...] = ()
    builds: tuple[str, ...] = ()
    beside: str = "hero"

    def to_message(self) -> dict[str, object]:
        """The view as plain data."""
        identity, title = self.case
        steps = [{"id": name, "label": label, "number": k} for k, (name, label) in enumerate(self.steps, start=1)]
        return {
            "case": {"id": identity, "title": title},
            "steps": steps,
            "step": self.step,
            "layout": self.layout,
            "slots": {slot: str(html) for slot, html in self.slots.items()},
            "levers": list(self.levers),
            "charts": list(self.charts),
            "panel": list(self.panel),
            "builds": list(self.builds),
            "beside": self.beside,
        }


class Parts(TypedDict):
    """An update as `Screen.update` takes it."""

    html: dict[str, str]
    levers: dict[str, dict[str, object]]
    data: dict[str, Columns]
    signals: dict[str, dict[str, object]]
    figures: dict[str, dict[str, str]]
    panel: list[dict[str, object]] | None


@dataclass(frozen=True, slots=True)
class Message:
    """The parts of a screen that may change while a lever moves; a drawing with its place.

    ``panel`` are the charts of the open panel, all of them; None in an update that does not concern them. ``tables``
    are the charts as tables, by place and chart: those of the step under “”, those of the panel under “panel”.
    ``captions`` are, in an update, the words of a chart that are others than before, by chart.
    """

    html: Mapping[str, str | Markup] = field(default_factory=dict)
    levers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    drawings: tuple[tuple[Drawing, str], ...] = ()
    panel: tuple[Drawing, ...] | None = None
    tables: Mapping[tuple[str, str], str] = field(default_factory=dict)
    captions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def since(self, before: Message) -> Message:
        """Only what differs from an earlier message."""
        earlier = {drawing.spec: drawing for drawing, _ in before.drawings}
        levers = {name: _fresh(lever, before.levers.get(name, {})) for name, lever in self.levers.items()}
        captions = {each.spec: _fresh(_caption(each), _told(earlier.get(each.spec))) for each, _ in self.drawings}
        drawings = ((_marks(drawing, earlier.get(drawing.spec)), place) for drawing, place in self.drawings)
        return Message(
            {slot: html for slot, html in self.html.items() if before.html.get(slot) != html},
            {name: fresh for name, fresh in levers.items() if fresh},
            tuple((drawing, place) for drawing, place in drawings if drawing.data or drawing.signals),
            self.panel if self.panel != before.panel or self._redrawn(before) else None,
            {key: html for key, html in self.tables.items() if key[0] or before.tables.get(key) != html},
            {spec: words for spec, words in captions.items() if words},
        )

    def wordless(self, before: Message) -> Message:
        """The levers, the marks of the charts and the slots as here; all other words as they were before."""
        words = {drawing.spec: drawing for drawing, _ in before.drawings}
        drawings = ((_with_words_of(words.get(drawing.spec), drawing), place) for drawing, place in self.drawings)
        return Message({**before.html, **self.html}, self.levers, tuple(drawings), before.panel, before.tables)

    def _redrawn(self, before: Message) -> bool:
        """Whether the drawer's HTML is another: the places of its charts may be new elements then."""
        return bool(self.panel) and self.html.get("drawer") != before.html.get("drawer")

    def parts(self) -> Parts:
        """The update as plain data, by kind."""
        drawings = [drawing for drawing, _ in self.drawings]
        return {
            "html": {slot: str(html) for slot, html in self.html.items()},
            "levers": {name: dict(lever) for name, lever in self.levers.items()},
            "data": {f"{each.spec}.{name}": columns for each in drawings for name, columns in each.data.items()},
            "signals": {each.spec: dict(each.signals) for each in drawings if each.signals},
            "figures": self._figures(),
            "panel": None if self.panel is None else [self.panel_figure(drawing) for drawing in self.panel],
        }

    def figure(self, drawing: Drawing, place: str) -> dict[str, object]:
        """A chart of the step at its place, with its table."""
        return _tabled(shown(drawing, place), self.tables.get(("", drawing.spec)))

    def panel_figure(self, drawing: Drawing) -> dict[str, object]:
        """A chart of the panel, with its table."""
        return _tabled(shown(drawing, "panel"), self.tables.get(("panel", drawing.spec)))

    def _figures(self) -> dict[str, dict[str, str]]:
        """Captions and tables that are others than before, by chart."""
        found = {spec: dict(words) for spec, words in self.captions.items()}
        for (place, spec), html in self.tables.items():
            if not place:
                found.setdefault(spec, {})["table"] = html
        return found


def _fresh(now: Mapping[str, Value], before: Mapping[str, Value]) -> dict[str, Value]:
    """What is another than before."""
    return {key: value for key, value in now.items() if key not in before or before[key] != value}


def _marks(drawing: Drawing, before: Drawing | None) -> Drawing:
    """The data sets and signals that are others than before."""
    if before is None:
        return drawing
    return replace(drawing, data=_fresh(drawing.data, before.data), signals=_fresh(drawing.signals, before.signals))


def _with_words_of(words: Drawing | None, drawing: Drawing) -> Drawing:
    if words is None:
        return drawing
    return replace(drawing, title=words.title, subtitle=words.subtitle, description=words.description)


def shown(drawing: Drawing, place: str) -> dict[str, object]:
    """A drawing at its place on the screen."""
    return {
        "id": drawing.spec,
        "spec": drawing.spec,
        "place": place,
        "data": dict(drawing.data),
        "signals": dict(drawing.signals),
        **_caption(drawing),
    }


def _tabled(chart: dict[str, object], table: str | None) -> dict[str, object]:
    return chart if table is None else {**chart, "table": table}


def _told(drawing: Drawing | None) -> dict[str, str]:
    return {} if drawing is None else _caption(drawing)


def _caption(drawing: Drawing) -> dict[str, str]:
    return {
        "title": str(escape(drawing.title)),
        "subtitle": str(escape(drawing.subtitle)),
        "description": str(escape(drawing.description)),
    }
