"""A page of the workbook with all that it says and asks for, and what it shows as plain data."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, TimeoutError

PATIENCE = 60
"""Seconds until a page shows what it should; a busy machine answers slowly, an idle one at once."""
OPENING = 150
"""Seconds until a page is there, when no warm kernel waits for it."""


def script(name: str) -> str:
    """A function for the page, from the file beside this one."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


SEEN = script("seen.js")
STILL = script("still.js")
KERNEL = "JSON.parse(document.getElementById('jupyter-config-data').textContent)"


class Watched:
    """A page that is listened to from its first request on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", lambda request: self._asked_for(request.url))
        page.on("websocket", lambda socket: self._asked_for(socket.url))

    def _asked_for(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob"):
            self.hosts.add(parts.hostname or url)

    def open(self, address: str) -> None:
        """Open the page and wait until its screen is there."""
        self.page.goto(address, wait_until="commit")
        self.drawn()

    def reload(self) -> None:
        """Load the page anew and wait until its screen is there."""
        self.page.reload(wait_until="commit")
        self.drawn()

    def drawn(self) -> None:
        """Wait until the screen has painted itself."""
        painted = "window.__ldcase?.paints > 0 && document.querySelector('.ldcase h1')?.textContent"
        try:
            self.page.wait_for_function(painted, timeout=1000 * OPENING)
        except TimeoutError as stuck:
            text = self.page.evaluate("document.body.innerText")
            raise AssertionError(f"No screen after {OPENING} s but {text!r}; the page said {self.said}") from stuck

    def kernel(self) -> str:
        """The name of the page's kernel."""
        return str(self.page.evaluate(f"{KERNEL}.kernelId"))

    def begun_again(self, kernel: str) -> None:
        """Wait until the page loaded itself again, with another kernel than this one, and its screen is there."""
        element = "document.getElementById('jupyter-config-data')"
        again = f"window.__ldcase?.paints > 0 && {element}?.nextSibling && {KERNEL}.kernelId !== '{kernel}'"
        self.page.wait_for_function(again, timeout=1000 * OPENING)
        self.drawn()

    def seen(self) -> dict[str, Any]:
        """Everything the screen shows: texts by slot, levers, and the rows that are in the charts' live views."""
        shown: dict[str, Any] = self.page.evaluate(SEEN)
        return shown

    def still(self) -> None:
        """Wait until nothing on the page moves any more."""
        self.page.evaluate(STILL)

    def until(self, wanted: Callable[[dict[str, Any]], object], why: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """Wait until what the screen shows fulfils a condition."""
        end = time.monotonic() + seconds
        while True:
            shown = self.seen()
            if wanted(shown):
                return shown
            assert time.monotonic() < end, f"{why}; the screen shows {shown['slots']}, {shown['levers']}"
            self.page.wait_for_timeout(40)

    def tab(self, step: str) -> Locator:
        """The tab of a step."""
        return self.page.locator(f"[role=tab][data-value={step}]")

    def go(self, step: str) -> None:
        """Click the tab of a step and wait for it."""
        self.tab(step).click()
        self.page.wait_for_function(f"document.querySelector('.ldcase').dataset.step === '{step}'")

    def act(self, act: str) -> Locator:
        """The button of the foot that does something."""
        return self.page.locator(f".foot [data-act={act}]")

    def drawer_fits(self) -> None:
        """Nothing in the drawer is wider than the drawer."""
        wide = self.page.evaluate(
            "(() => { const d = document.querySelector('.drawer'); return d.scrollWidth - d.clientWidth })()"
        )
        assert wide <= 1, f"what is in the drawer is {wide} pixels too wide"

    def slider(self, lever: str) -> Locator:
        """The slider of a lever."""
        return self.page.locator(f"[data-lever='{lever}'] input[type=range]")

    def box(self, lever: str) -> Locator:
        """The number box of a lever."""
        return self.page.locator(f"[data-lever='{lever}'] input.number")

    def forgive(self, pattern: str) -> None:
        """Forget what the console said of something that a test broke on purpose."""
        self.said = [line for line in self.said if not re.search(pattern, line)]

    def was_quiet(self) -> None:
        """Nothing stood in the console, nothing was asked of another host."""
        assert not self.said, self.said
        assert self.hosts <= {"127.0.0.1"}, self.hosts
