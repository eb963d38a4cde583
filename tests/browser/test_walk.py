"""The walk: every step of every case, at both sizes of a shared screen, each figure equal to the engine's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ldcase.case import load
from ldcase.case.catalogue import load as load_catalogue
from ldcase.forecast import Forecast, forecast
from ldcase.words.pitch import STEPS
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.mirror import Mirror
from tests.browser.watched import Watched, script

CASES = sorted(path.parent.name for path in (BUNDLED / "cases").glob("*/case.yaml"))
SIZES = ((1280, 720), (1920, 1080))
MOST_LEVERS = 6

OVERFLOWING = script("overflowing.js")


@pytest.mark.parametrize("case", CASES)
def test_every_figure_is_the_engines(
    case: str, watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    name = copied(case)
    watched.open(f"{workbook.address}?case={name}&language=en")
    mirror = mirrored(watched, workbook.data, name, tmp_path)
    values: dict[str, float] = {}
    now = engine(workbook.data, name, values)
    for step, _ in STEPS:
        watched.go(step)
        mirror.act("step", step)
        before = mirror.compare(watched)
        assert before["step"] == step
        assert 1 <= len(before["levers"]) <= MOST_LEVERS
        sound(before, now)
        for width, height in SIZES:
            watched.page.set_viewport_size({"width": width, "height": height})

            def fitting(_: object, width: int = width) -> bool:
                return fits(watched.page, width)

            watched.until(fitting, f"no chart fits {width}")
            assert watched.page.evaluate(OVERFLOWING) == [], f"{step} at {width} × {height}"
        by_keyboard(watched, mirror, before["levers"][0]["name"], before)
        watched.act("undo").click()
        mirror.act("undo")
        assert figures(mirror.compare(watched)) == figures(before)
        if (folded := watched.page.locator(".more-levers")).is_visible():
            folded.click()
        values |= by_typing(watched, mirror, before["levers"][-1]["name"], before)
        now = engine(workbook.data, name, values)
        sound(watched.seen(), now)


def mirrored(watched: Watched, data: Path, name: str, folder: Path) -> Mirror:
    """A mirror whose session began when the screen's did."""
    since = re.search(r"\d\d:\d\d", watched.seen()["slots"]["bottom_line"])
    assert since
    return Mirror(data, name, folder / "mirror.db", since[0])


def fits(page: Any, width: int) -> bool:
    """Whether the charts have taken the size of the window."""
    return bool(
        page.evaluate(
            """(width) => innerWidth === width && [...__ldcase.figures.values()].every(
              (figure) => Math.abs(figure.root.querySelector("canvas").clientWidth - figure.plot.clientWidth) <= 2)""",
            width,
        )
    )


def by_keyboard(watched: Watched, mirror: Mirror, lever: str, before: dict[str, Any]) -> None:
    """Move a lever ten steps with one key; everything on the screen follows."""
    slider = watched.slider(lever)
    was = next(row["now"] for row in before["levers"] if row["name"] == lever)
    slider.press("PageUp" if was < float(slider.get_attribute("max") or 0) else "PageDown")
    value = float(slider.evaluate("(slider) => slider.valueAsNumber"))
    assert value != was
    mirror.lever(lever, value)
    mirror.compare(watched)


def by_typing(watched: Watched, mirror: Mirror, lever: str, before: dict[str, Any]) -> dict[str, float]:
    """Type a number between the present one and the end of the slider."""
    display = next(row["display"] for row in mirror.expected.levers if row["name"] == lever)
    slider, box = watched.slider(lever), watched.box(lever)
    was = next(row["now"] for row in before["levers"] if row["name"] == lever)
    end = float(slider.get_attribute("max") or 0)
    assert isinstance(display, dict)
    wanted = round((was + (end - was) / 4) * display["scale"], display["digits"])
    box.fill(f"{wanted:.{display['digits']}f}")
    box.press("Enter")
    value = float(slider.evaluate("(slider) => slider.valueAsNumber"))
    assert value == pytest.approx(wanted / display["scale"], rel=1e-12)
    mirror.lever(lever, value)
    mirror.compare(watched)
    return {lever: value}


def figures(seen: dict[str, Any]) -> dict[str, Any]:
    """What is read off the screen but the foot, which counts the changes, and places on axes, which may stay wide."""
    slots = {slot: text for slot, text in seen["slots"].items() if slot != "foot"}
    charts = [(chart["title"], chart["subtitle"], chart["description"]) for chart in seen["charts"]]
    return {**seen, "slots": slots, "charts": charts}


def engine(data: Path, name: str, values: dict[str, float]) -> Forecast:
    """The forecast from the file, without anything of the pages."""
    case = load(data / "cases" / name, load_catalogue(data))
    return forecast(case.what_if(values) if values else case)


AMOUNT = re.compile(r"([-−]?)(\d[\d.]*)\u00a0?\s?(bn|M|k|)(?![\d.])")
FACTORS = {"": 1.0, "k": 1e3, "M": 1e6, "bn": 1e9}


def amounts(text: str) -> list[float]:
    """The amounts of money in a text: “60 k – 1.2 M” is 60,000 and 1,200,000."""
    found = AMOUNT.findall(text.replace("\u202f", " "))
    return [(-1 if sign else 1) * float(digits) * FACTORS[unit] for sign, digits, unit in found]


def sound(seen: dict[str, Any], now: Forecast) -> None:
    """Read the screen as a person would, and hold it to the engine: bottom line, levers, charts."""
    strip = seen["slots"]["bottom_line"]
    s = now.summary
    _, _, benefit = strip.partition(now.case.currency)
    low, high, likely = amounts(benefit)[:3]
    for shown, exact in ((low, s.net_p10), (high, s.net_p90), (likely, s.net_likely)):
        assert shown == pytest.approx(exact, rel=0.051, abs=600), strip
    for row in seen["levers"]:
        assert row["now"] == now.case.assumptions[row["name"]].likely
    by_id = {chart["id"]: chart for chart in seen["charts"]}
    held: dict[str, Callable[[Any], list[tuple[Any, float]]]] = {
        "fan": lambda rows: [
            (rows["fan"][-1][p], now["net_benefit"].quantile(q)) for p, q in (("p10", 0.1), ("p90", 0.9))
        ],
        "tornado": lambda rows: [
            (row[end], value)
            for row, driver in zip(rows["tornado"], now.tornado(), strict=False)
            for end, value in (("low", driver.at_low), ("high", driver.at_high))
        ],
        "gap": lambda rows: [
            (rows["gap"][-1][line], now[name].likely)
            for line, name in (("team", now.case.metrics[0].baseline), ("best", now.case.metrics[0].exemplar))
        ],
    }
    for chart, pairs in held.items():
        for shown, value in pairs(by_id[chart]["data"]) if chart in by_id else ():
            assert shown == pytest.approx(value, rel=1e-9, abs=1e-6), chart
