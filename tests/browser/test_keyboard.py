"""Everything without a mouse: tabs, numbers and levers are reached, moved and undone by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.test_look import moved_from
from tests.browser.watched import Watched, script

FOCUSED = script("focused.js")

ORDER = ("steps", "strip", "prose", "lever", "foot")


def test_the_pitch_without_a_mouse(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    before = watched.seen()

    stops: list[dict[str, Any]] = []
    while not stops or page.evaluate("document.activeElement !== document.body && !document.activeElement.stoppedAt"):
        page.evaluate("document.activeElement.stoppedAt = true")
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        assert len(stops) < 100
    stops.pop()
    places = list(dict.fromkeys(stop["place"] for stop in stops))
    assert [place for place in places if place in ORDER] == list(ORDER)
    assert sum(stop["place"] == "steps" for stop in stops) == 1, "the tabs are one stop; arrows move among them"
    assert {"range", "text"} <= {stop["kind"] for stop in stops if stop["place"] == "lever"}
    assert all(stop["ring"] for stop in stops), [stop for stop in stops if not stop["ring"]]

    watched.tab("opportunity").focus()
    for key, step in (("ArrowRight", "idea"), ("ArrowRight", "evidence"), ("End", "ask"), ("Home", "opportunity")):
        page.keyboard.press(key)
        expect(watched.tab(step)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(watched.tab("idea")).to_have_attribute("aria-selected", "true")
    expect(watched.tab("idea")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(watched.tab("opportunity")).to_have_attribute("aria-selected", "true")

    slider = watched.slider(before["levers"][0]["name"])
    slider.focus()
    page.keyboard.press("ArrowRight")
    watched.until(moved_from(before), "an arrow moves the lever")
    expect(watched.act("undo")).to_be_enabled()
    page.keyboard.press("Control+z")
    watched.until(
        lambda seen: (
            seen["slots"]["bottom_line"] == before["slots"]["bottom_line"] and seen["levers"] == before["levers"]
        ),
        "Ctrl+Z undoes",
    )
    page.keyboard.press("Control+Shift+z")
    watched.until(moved_from(before), "Ctrl+Shift+Z makes it again")
