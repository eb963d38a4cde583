"""The page that is left behind: from a lever to the frame in which everything has followed, without a network."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.browser import chromium
from benchmarks.table import Row
from ldcase.case import Case, catalogue, load
from ldcase.exports.leave_behind import write_leave_behind
from ldcase.exports.origin import origin
from ldcase.forecast import forecast

CASES = ("closing-the-sale", "ramp-up")
MOVES = 60
WANTED_MS = 50
MOVE = """async (moves) => {
  const { figures } = globalThis.ldcaseLeaveBehind;
  const slider = document.querySelector("[data-lever=able_share] input[type=range]");
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    await frame();
    const began = performance.now();
    slider.value = String(0.3 + 0.4 * ((move * 7) % moves) / moves);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await globalThis.ldcaseLeaveBehind.painting;
    await frame();
    times.push(performance.now() - began);
  }
  return figures.size ? times : [];
}"""


def measure(data: Path) -> tuple[Row, ...]:
    """Move a lever of two cases sixty times."""
    modules = catalogue.load(data)
    return asyncio.run(_measure([load(data / "cases" / name, modules) for name in CASES]))


async def _measure(cases: list[Case]) -> tuple[Row, ...]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser:
            for case in cases:
                of = forecast(case)
                path = Path(folder) / f"{case.id}.html"
                write_leave_behind(of, path, origin(of, date(2027, 1, 31)))
                context = await browser.new_context(viewport={"width": 1280, "height": 720})
                await context.set_offline(True)
                page = await context.new_page()
                await page.goto(path.as_uri())
                await page.locator(".leave[data-drawn]").wait_for(state="attached")
                times = await page.evaluate(MOVE, MOVES)
                rows.append(Row(f"{case.id}: lever to repaint", median(times), "ms", wanted=f"under {WANTED_MS} ms"))
                rows.append(Row(f"{case.id}: the file", path.stat().st_size / 1e6, "MB", wanted="under 3 MB"))
    return tuple(rows)
