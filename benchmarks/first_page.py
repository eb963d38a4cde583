"""From the request to the first usable control, against an empty notebook served the same way."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from pathlib import Path

from benchmarks.app import ECHO, Served, folder, pitch_code, served
from benchmarks.browser import chromium, opened
from benchmarks.table import Row

VISITS = 5
COLD_VISITS = 3
QUERY = "case=closing-the-sale"
COLD = ("--VoilaConfiguration.preheat_kernel=False",)


def measure() -> tuple[Row, ...]:
    """Measure first visits in turn, every one with an empty browser cache: warm kernels, then none."""
    rows: list[Row] = []
    for title, visits, options in (("warm", VISITS, ()), ("cold", COLD_VISITS, COLD)):
        pitch, empty = asyncio.run(_visits(visits, options))
        wanted = "at most 1.5" if title == "warm" else ""
        rows += [
            Row(f"pitch, {title}: first control usable", pitch, "ms", pitch / empty, "× empty", wanted),
            Row(f"  empty notebook with one slider, {title}", empty, "ms"),
        ]
    return tuple(rows)


async def _visits(visits: int, options: tuple[str, ...]) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="ldcase-bench-") as place:
        # The same name for both: only a page of this name gets a warm kernel.
        pitch = folder(Path(place) / "pitch", pitch=pitch_code())
        empty = folder(Path(place) / "empty", pitch=ECHO)
        with served(pitch, options) as first, served(empty, options) as second:
            return await _in_turn(first, second, visits)


async def _in_turn(pitch: Served, empty: Served, visits: int) -> tuple[float, float]:
    taken: dict[Served, list[float]] = {pitch: [], empty: []}
    async with chromium() as browser:
        for _ in range(visits):
            for server, times in taken.items():
                pitch.settle()
                empty.settle()
                page, usable = await opened(browser, server.page("pitch", QUERY))
                times.append(usable)
                await page.context.close()
    return statistics.median(taken[pitch]), statistics.median(taken[empty])
