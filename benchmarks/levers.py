"""From a key press to the frame that shows the answer in every chart, against the echo floor of the same run."""

from __future__ import annotations

import asyncio
import math
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from playwright.async_api import Browser, Page

from benchmarks.app import ECHO, Served, folder, pitch_code, served
from benchmarks.browser import chromium, opened
from benchmarks.table import Row

CASE = "closing-the-sale"
STEPS = ("opportunity", "idea", "evidence", "ask")
ROUNDS, PRESSES, WARM = 3, 25, 5
GAP = 0.12
STEP_ROUNDS = 6
REFILL = 4.0
"""Seconds after a page was opened until the server certainly warms the kernel for the next one, which takes a core."""
DRAG_SECONDS = 3.0
SLIDER = ".lever input[type=range]"


class Times(NamedTuple):
    """Milliseconds of many presses."""

    median: float
    p95: float


class Pressed(NamedTuple):
    """Milliseconds of each press until all was painted, until the bottom line was there; charts of the median one."""

    took: list[float]
    lines: list[float]
    painted: int


class Watched(NamedTuple):
    """What one step of the pitch did while a lever moved."""

    presses: list[float]
    lines: list[float]
    resting: list[float]
    charts: int
    painted: int
    kept: int
    missing: int


def measure() -> tuple[Row, ...]:
    """Measure every step of the pitch and one drag."""
    return asyncio.run(_measure())


async def _measure() -> tuple[Row, ...]:
    with tempfile.TemporaryDirectory(prefix="ldcase-bench-") as place:
        notebooks = folder(Path(place) / "notebooks", pitch=pitch_code(), echo=ECHO)
        with served(notebooks) as server:
            server.settle()
            async with chromium() as browser:
                return await _compared(browser, server)


async def _compared(browser: Browser, server: Served) -> tuple[Row, ...]:
    echo, _ = await opened(browser, server.page("echo"))
    pitch, _ = await opened(browser, server.page("pitch", f"case={CASE}"))
    await asyncio.sleep(REFILL)
    server.settle()
    floor: list[float] = []
    seen: dict[str, list[Watched]] = {step: [] for step in STEPS}
    for _ in range(ROUNDS):
        for step in STEPS:
            await pitch.evaluate("step => document.querySelector(`[data-act=step][data-value=${step}]`)?.click()", step)
            await pitch.wait_for_timeout(1200)
            floor += (await _pressed(echo, "input[type=range]", "echo")).took
            if await pitch.locator(SLIDER).count():
                seen[step].append(await _watched(pitch))
    base = _times(floor)
    rows = [
        Row("echo floor: number to the kernel, text back", base.median, "ms"),
        Row("  95 in 100 within", base.p95, "ms"),
    ]
    for step, rounds in seen.items():
        if not rounds:
            continue
        took, rest = (
            _times([one for each in rounds for one in each.presses]),
            [one for each in rounds for one in each.resting],
        )
        last = rounds[-1]
        painted = f"{step}: {last.painted} of {last.charts} charts repainted"
        rows += [
            Row(painted, took.median, "ms", took.median / base.median, "× floor", "at most 2"),
            Row("  95 in 100 within", took.p95, "ms", took.p95 / base.p95, "× floor", "at most 3"),
        ]
        line = statistics.median([one for each in rounds for one in each.lines])
        after = Row("  the bottom line, after the floor", line - base.median, "ms", None, "", "within a frame, 17")
        rows.append(after)
        if rest:
            rows.append(Row("  at rest: recorded in the workspace and repainted", statistics.median(rest), "ms"))
        replaced = sum(each.charts - each.kept for each in rounds)
        rows.append(
            Row(
                "  chart nodes replaced; frames with one missing",
                replaced,
                "",
                sum(each.missing for each in rounds),
                "frames",
                "0 and 0",
            )
        )
    return (*rows, *await _stepped(pitch), *await _dragged(pitch), *await _shifted(pitch))


async def _stepped(page: Page) -> tuple[Row, ...]:
    """Walk the steps and see how long each takes until all of it is on the screen."""
    await page.bring_to_front()
    took: dict[str, list[float]] = {step: [] for step in STEPS}
    for _ in range(STEP_ROUNDS):
        for step in (*STEPS[1:], STEPS[0]):
            took[step].append(float(await page.evaluate("step => __bench.step(step)", step)))
            await page.wait_for_timeout(600)
    every = [one for each in took.values() for one in each]
    slowest = max(took, key=lambda step: statistics.median(took[step]))
    return (
        Row("step change, until all of it is on the screen", statistics.median(every), "ms", None, "", "under 200"),
        Row(f"  the slowest, {slowest}", statistics.median(took[slowest]), "ms"),
    )


async def _shifted(page: Page) -> tuple[Row, ...]:
    """How far things moved on the page while a lever was dragged; 0 is nothing."""
    shifted = float(await page.evaluate("__bench.shifted"))
    return (Row("layout shift while the lever is dragged", shifted, "", None, "", "0"),)


async def _watched(page: Page) -> Watched:
    charts = int(await page.evaluate("__bench.watch()"))
    pressed = await _pressed(page, SLIDER, "lever")
    await page.wait_for_timeout(1000)
    rested = await page.evaluate("__bench.rested()")
    flicker = await page.evaluate("__bench.watched()")
    resting = [rested] if rested else []
    return Watched(pressed.took, pressed.lines, resting, charts, pressed.painted, flicker["kept"], flicker["missing"])


async def _pressed(page: Page, selector: str, kind: str) -> Pressed:
    """Press an arrow key many times, there and back."""
    await page.bring_to_front()
    await page.locator(selector).first.focus()
    room = "one => (one.value - one.min) / (one.max - one.min)"
    there, back = ("Right", "Left") if await page.locator(selector).first.evaluate(room) < 0.5 else ("Left", "Right")
    took: list[float] = []
    lines: list[float] = []
    canvases: list[int] = []
    for press in range(PRESSES + WARM):
        await page.evaluate("kind => __bench.arm(kind)", kind)
        await page.keyboard.press(f"Arrow{there if press % 10 < 5 else back}")
        try:
            answer: dict[str, Any] = await asyncio.wait_for(page.evaluate("__bench.answer"), 15)
        except TimeoutError as error:
            state = await page.evaluate(
                "({sent: __bench.sent, shown: __bench.shown, focus: document.activeElement.outerHTML.slice(0, 300)})"
            )
            raise RuntimeError(f"press {press} was not answered: {state}") from error
        if press >= WARM:
            took.append(answer["took"])
            canvases.append(answer["canvases"])
            lines += [answer["line"]] if answer["line"] is not None else []
        await asyncio.sleep(GAP)
    return Pressed(took, lines, int(statistics.median(canvases)))


async def _dragged(page: Page) -> tuple[Row, ...]:
    """Drag a lever as a hand does, 60 times a second, and see what is shown while it moves and when it stops."""
    await page.bring_to_front()
    slider = page.locator(SLIDER).first
    await slider.scroll_into_view_if_needed()
    box = await slider.bounding_box()
    assert box is not None
    # Steps walked by a script are no touch of the page to the browser; a lever that is dragged is what is asked about.
    await page.wait_for_timeout(500)
    await page.evaluate("selector => { __bench.shifted = 0; __bench.follow(selector); }", SLIDER)
    wire = await page.context.new_cdp_session(page)
    centre, reach, height = box["x"] + box["width"] / 2, box["width"] * 0.4, box["y"] + box["height"] / 2
    sent: list[asyncio.Task[Any]] = []

    def mouse(kind: str, x: float) -> None:
        pressed = 0 if kind == "mouseReleased" else 1
        event = {"type": kind, "x": x, "y": height, "button": "left", "buttons": pressed, "clickCount": 1}
        sent.append(asyncio.ensure_future(wire.send("Input.dispatchMouseEvent", event)))

    mouse("mousePressed", centre)
    started = time.perf_counter()
    while (passed := time.perf_counter() - started) < DRAG_SECONDS:
        mouse("mouseMoved", centre + reach * math.sin(2 * math.pi * passed / DRAG_SECONDS))
        await asyncio.sleep(1 / 60)
    mouse("mouseMoved", centre + reach * 0.37)
    mouse("mouseReleased", centre + reach * 0.37)
    await asyncio.gather(*sent)
    await page.wait_for_timeout(3000)
    told = await page.evaluate(
        """selector => ({sent: __bench.sent, shown: __bench.shown, moved: __bench.values.at(-1).at,
                         last: Number(document.querySelector(selector).value), painted: __ldcase.paintedSerial})""",
        SLIDER,
    )
    value_of = {one["serial"]: one["value"] for one in told["sent"]}
    left_at = {one["serial"]: one["at"] for one in told["sent"]}
    lags = [one["at"] - left_at[one["key"]] for one in told["shown"] if one["key"] in left_at]
    final = [
        one["at"]
        for one in told["shown"]
        if math.isclose(value_of.get(one["key"], math.nan), told["last"], rel_tol=1e-9)
    ]
    after = [at - told["moved"] for at in final if at >= told["moved"]]
    right = math.isclose(value_of.get(told["painted"], math.nan), told["last"], rel_tol=1e-9)
    return (
        Row("drag: updates a second", len(lags) / DRAG_SECONDS, ""),
        Row("  a value's way to the screen", statistics.median(lags), "ms"),
        Row("  from the last move until its value is shown", min(after, default=math.nan), "ms"),
        Row("  last value shown is the last value set (1: yes)", float(right), "", None, "", "1"),
    )


def _times(taken: list[float]) -> Times:
    ordered = sorted(taken)
    return Times(statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))])
