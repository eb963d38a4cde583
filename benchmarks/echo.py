"""The smallest live page: a number goes to the kernel, a text comes back. Its time is the floor of all levers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget


class Echo(anywidget.AnyWidget):
    """A slider whose value the kernel sends back as a text."""

    _esm = (Path(__file__).parent / "echo.js").read_text(encoding="utf-8")

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(lambda _widget, message, _buffers: self.send({"text": f"{message['value']}"}))


def show() -> Echo:
    """Return the widget, as the last line of a notebook's cell."""
    return Echo()
