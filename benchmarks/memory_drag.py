"""What a page and its kernel hold after a lever was dragged without a pause: it must not be more than before."""

from __future__ import annotations

import asyncio
import math
import os
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from playwright.async_api import CDPSession, Page

from benchmarks.app import Served, folder, pitch_code, served
from benchmarks.browser import chromium, opened
from benchmarks.processes import available, resident_mb, tree
from benchmarks.table import Row

CASE = "closing-the-sale"
SLIDER = ".lever input[type=range]"
MINUTES = float(os.environ.get("LDCASE_DRAG_MINUTES", "1"))
"""How long is dragged; set it to 10 for the long run."""
WARM_SECONDS = 15.0
MOVES_A_SECOND = 40
SWING_SECONDS = 3.0


class Held(NamedTuple):
    """What is held at a moment, after everything that can be collected was.

    MB of the page's JavaScript and of its kernel; how many nodes and listeners the page has; how many updates it drew.
    """

    heap: float
    kernel: float
    nodes: int
    listeners: int
    updates: int


def measure(minutes: float = MINUTES) -> tuple[Held, Held]:
    """Drag one lever of the first step for so long; return what is held before and after."""
    return asyncio.run(_measure(minutes))


def rows(minutes: float = MINUTES) -> tuple[Row, ...]:
    """Compare what is held before and after."""
    before, after = measure(minutes)
    drawn = after.updates - before.updates
    told = [
        Row(f"{minutes:g} minutes of dragging: updates drawn", drawn, ""),
        Row("  the page's memory before", before.heap, "MB"),
        Row("  after", after.heap, "MB", after.heap / before.heap, "× before", "at most 1.1"),
        Row("  nodes of the page more", after.nodes - before.nodes, "", None, "", "about 0"),
        Row("  listeners more", after.listeners - before.listeners, "", None, "", "about 0"),
    ]
    if before.kernel:
        grown = after.kernel - before.kernel
        told.append(Row("  the kernel before", before.kernel, "MB"))
        told.append(Row("  grown by", grown, "MB", None, "", "at most 10"))
    return tuple(told)


async def _measure(minutes: float) -> tuple[Held, Held]:
    with tempfile.TemporaryDirectory(prefix="ldcase-bench-") as place:
        notebooks = folder(Path(place) / "notebooks", pitch=pitch_code())
        with served(notebooks) as server:
            server.settle()
            async with chromium() as browser:
                page, _ = await opened(browser, server.page("pitch", f"case={CASE}"))
                wire = await page.context.new_cdp_session(page)
                await drag(page, wire, WARM_SECONDS)
                before = await held(page, wire, server)
                await drag(page, wire, 60 * minutes)
                return before, await held(page, wire, server)


async def drag(page: Page, wire: CDPSession, seconds: float) -> None:
    """Drag the first lever to and fro, as a hand does that never lets go."""
    slider = page.locator(SLIDER).first
    await slider.scroll_into_view_if_needed()
    box = await slider.bounding_box()
    assert box is not None
    centre, reach, height = box["x"] + box["width"] / 2, box["width"] * 0.4, box["y"] + box["height"] / 2

    async def mouse(kind: str, x: float) -> None:
        pressed = 0 if kind == "mouseReleased" else 1
        event: dict[str, Any] = {"type": kind, "x": x, "y": height, "button": "left", "buttons": pressed}
        await wire.send("Input.dispatchMouseEvent", {**event, "clickCount": 1})

    await mouse("mousePressed", centre)
    started = time.perf_counter()
    while (passed := time.perf_counter() - started) < seconds:
        await mouse("mouseMoved", centre + reach * math.sin(2 * math.pi * passed / SWING_SECONDS))
        await asyncio.sleep(1 / MOVES_A_SECOND)
    await mouse("mouseReleased", centre)
    await page.wait_for_timeout(2000)


async def held(page: Page, wire: CDPSession, server: Served) -> Held:
    """See what is held once all that can be collected is, without what the probe wrote down."""
    await page.evaluate("Object.values(__bench).filter(Array.isArray).forEach((each) => { each.length = 0; })")
    await wire.send("HeapProfiler.enable")
    for _ in range(3):
        await wire.send("HeapProfiler.collectGarbage")
        await page.wait_for_timeout(300)
    heap = await wire.send("Runtime.getHeapUsage")
    counted = await wire.send("Memory.getDOMCounters")
    kernel = await page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
    updates = await page.evaluate("window.__ldcase.updates")
    memory = _kernel_mb(server, str(kernel)) if available() else 0.0
    return Held(heap["usedSize"] / 1e6, memory, counted["nodes"], counted["jsEventListeners"], int(updates))


def _kernel_mb(server: Served, kernel: str) -> float:
    for pid in tree(server.pid):
        try:
            started = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            continue
        if kernel.encode() in started:
            return resident_mb(pid)
    raise RuntimeError("the page's kernel was not found")
