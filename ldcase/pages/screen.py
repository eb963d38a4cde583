"""The one widget: the whole screen, drawn in the browser, fed from here."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ldcase.language import marked, worded
from ldcase.pages.markup import element

HERE = Path(__file__).parent
STATIC = HERE / "static"
FILES = ("screen.js", "screen.css", "charts.json")

Columns = Mapping[str, list[Any]]
"""A dataset by column; all columns have the same length."""

TROUBLE = marked(
    "Something went wrong on this page; it shows the last good state. Go on, or reload the page; what happened is in "
    "the server’s log."
)

log = logging.getLogger(__name__)


def versions(folder: Path = STATIC) -> dict[str, str]:
    """Return a short digest of each file the browser fetches from `folder`; under its name it is cached for a year."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12] for name in FILES}


class Screen(anywidget.AnyWidget):
    """Draws a `view` and then only what `update` says changed.

    Messages from the browser go to the function given to `listen`: a lever (`{"type": "lever", "name", "value",
    "resting", "serial"}`), a question (`{"type": "ask", "name"}`) or an act (`{"type": "act", "act", "value"}`). Each
    lever message must be answered by an `update` with its serial: the browser sends the next value only then. A file
    comes in pieces (`{"type": "file", "upload", "act", "name", "size", "content"}`), each answered by `received`.
    """

    _esm = (HERE / "loader.js").read_text(encoding="utf-8")
    view = traitlets.Dict().tag(sync=True)
    theme = traitlets.Enum(("auto", "light", "dark"), default_value="auto").tag(sync=True)
    versions = traitlets.Dict().tag(sync=True)
    speech = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(versions=versions(), **traits)
        self._listener: Callable[[dict[str, Any]], None] | None = None
        self._updated = False
        self.on_msg(self._heard)

    def listen(self, listener: Callable[[dict[str, Any]], None]) -> None:
        """Call `listener` with every message of the browser; what it raises is logged and told on the screen."""
        self._listener = listener

    def show(self, view: Mapping[str, Any]) -> None:
        """Show `view` as a whole: another step, other levers or charts. What stays the same keeps its elements."""
        self._updated = False
        charts = [
            {**chart, "data": dict(chart.get("data", {})), "signals": dict(chart.get("signals", {}))}
            for chart in view.get("charts", [])
        ]
        levers = [dict(lever) for lever in view.get("levers", [])]
        kept = {"slots": dict(view.get("slots", {})), "levers": levers, "charts": charts}
        self.view = {**view, **kept, "panel": list(view.get("panel", []))}

    def update(
        self,
        serial: int | None = None,
        *,
        html: Mapping[str, str] | None = None,
        levers: Mapping[str, Mapping[str, Any]] | None = None,
        data: Mapping[str, Columns] | None = None,
        signals: Mapping[str, Mapping[str, Any]] | None = None,
        figures: Mapping[str, Mapping[str, str]] | None = None,
        panel: Sequence[Mapping[str, Any]] | None = None,
        ahead: int | None = None,
    ) -> None:
        """Send what changed, in one message.

        Parameters
        ----------
        serial
            The serial of the lever message this answers; None for everything else.
        html
            Slots by name.
        levers
            Changed keys by lever.
        data
            Datasets by name; “chart.dataset” addresses one chart where several have the dataset.
        signals
            Signals by chart id.
        figures
            Changed title, subtitle, description or table by chart id; all of them HTML.
        panel
            The charts of the open panel as in a view, all of them; None when they are what they were.
        ahead
            The serial of the lever message that this is a first part of the answer to; the answer follows.
        """
        parts = {"html": html, "levers": levers, "data": data, "signals": signals, "figures": figures}
        changes = {name: part for name, part in parts.items() if part}
        self._keep(changes)
        charts = {}
        if panel is not None:
            charts["panel"] = self.view["panel"] = list(panel)
        part = {} if ahead is None else {"ahead": ahead}
        self.send({"type": "update", "serial": serial, **part, **changes, **charts})

    def download(self, name: str, content: bytes, mime: str) -> None:
        """Let the browser save `content` as the file `name`."""
        self.send({"type": "download", "name": name, "mime": mime}, [content])

    def _keep(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        """Write changes into the view without sending it, for a browser that shows the screen anew."""
        self._updated = True
        self.view.setdefault("slots", {}).update(changes.get("html", {}))
        for lever in self.view.get("levers", []):
            lever.update(changes.get("levers", {}).get(lever["name"], {}))
        for chart in self.view.get("charts", []):
            chart.update(changes.get("figures", {}).get(chart["id"], {}))
            chart.setdefault("signals", {}).update(changes.get("signals", {}).get(chart["id"], {}))
            for key, columns in changes.get("data", {}).items():
                owner, _, dataset = key.rpartition(".")
                if owner == chart["id"] or (not owner and dataset in chart.get("data", {})):
                    chart["data"][dataset] = columns

    def received(self, upload: int, size: int) -> None:
        """Tell the browser how many bytes of a file have arrived, so that it sends the next ones."""
        self.send({"type": "received", "upload": upload, "size": size})

    def guarded(self, do: Callable[[], None], what: str, serial: int | None = None) -> None:
        """Do something; what it raises is logged and told on the screen."""
        try:
            do()
        except Exception:
            log.exception("The page failed on %s", what)
            self.update(serial, html={"notice": str(element("p", worded(TROUBLE), class_="finding error"))})

    def _heard(self, _widget: object, message: dict[str, Any], buffers: Sequence[Any] | None) -> None:
        if message.get("type") == "ready":
            if self._updated:
                self.send_state("view")
        elif self._listener is not None:
            listener, told = self._listener, {**message, "content": b"".join(buffers)} if buffers else message
            self.guarded(lambda: listener(told), f"the message {message!r}", message.get("serial"))
