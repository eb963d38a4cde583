"""What the server and its kernels hold in memory: idle, with one pitch open, and what a second one adds."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser

from benchmarks.app import Served, folder, pitch_code, served
from benchmarks.browser import chromium, opened
from benchmarks.processes import available, resident_mb, tree
from benchmarks.table import Row

QUERY = "case=closing-the-sale"


def measure() -> tuple[Row, ...]:
    """Measure with one warm kernel waiting all the time; nothing on systems without /proc."""
    return asyncio.run(_measure()) if available() else ()


async def _measure() -> tuple[Row, ...]:
    with tempfile.TemporaryDirectory(prefix="ldcase-bench-") as place:
        notebooks = folder(Path(place) / "notebooks", pitch=pitch_code())
        with served(notebooks) as server:
            idle, one, two = await _in_turn(server)
    return (
        Row("server and one warm kernel, waiting", idle, "MB"),
        Row("  a pitch open, its lever moved: adds", one - idle, "MB"),
        Row("  a second one: adds", two - one, "MB"),
    )


async def _in_turn(server: Served) -> tuple[float, float, float]:
    async with chromium() as browser:
        idle = _held(server)
        one = await _with_one_more(server, browser)
        return idle, one, await _with_one_more(server, browser)


def _held(server: Served) -> float:
    """Return the resident memory of the server and all its kernels, in MB, when they have come to rest."""
    server.settle(quiet=3)
    return sum(resident_mb(pid) for pid in tree(server.pid))


async def _with_one_more(server: Served, browser: Browser) -> float:
    page, _ = await opened(browser, server.page("pitch", QUERY))
    await page.locator(".lever input[type=range]").first.focus()
    for _ in range(5):
        await page.keyboard.press("ArrowLeft")
        await page.wait_for_timeout(500)
    return _held(server)
