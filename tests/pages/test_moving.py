"""While a lever moves its figures come first and the words a moment later; what is shown in the end is the same."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable
from typing import Any

import pytest

from ldcase.pages import pitch as pitch_module
from ldcase.pages.pitch import Pitch
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.screen import Screen
from ldcase.pages.steps import PAGES
from tests.loops import finished

CASE = "closing-the-sale"
Opened = Callable[..., PitchState]
WAITING = {"below", "link", "levers_foot"}
"""Slots that stay as they were until the lever rests."""


class Browser(Screen):
    """A screen that does with each message what the browser does, without one."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[dict[str, Any]] = []
        self.shown: dict[str, Any] = {}

    def look(self) -> None:
        """Show the view as a whole."""
        self.shown = copy.deepcopy(self.view)
        self.told.clear()

    def send(self, content: dict[str, Any], buffers: object = None) -> None:
        if content["type"] != "update":
            return
        self.told.append(content)
        if not self.shown:
            return
        self.shown["slots"].update(content.get("html", {}))
        for lever in self.shown["levers"]:
            lever.update(content.get("levers", {}).get(lever["name"], {}))
        for chart in self.shown["charts"]:
            chart.update(content.get("figures", {}).get(chart["id"], {}))
            chart["signals"].update(content.get("signals", {}).get(chart["id"], {}))
            for key, columns in content.get("data", {}).items():
                owner, _, dataset = key.rpartition(".")
                if owner == chart["id"]:
                    chart["data"][dataset] = columns


def opened(pitch: Opened, step: str = "opportunity") -> tuple[Browser, Pitch]:
    """A page at a step of the case, drawn."""
    screen = Browser()
    page = Pitch(pitch(CASE), screen)
    page.state.act("step", step)
    page.draw()
    return screen, page


def moved(page: Pitch, value: float, serial: int, resting: bool = False) -> None:
    name = page.screen.view["levers"][0]["name"]
    page.heard({"type": "lever", "name": name, "value": value, "resting": resting, "serial": serial})


def target(page: Pitch) -> float:
    lever = page.screen.view["levers"][0]
    return float((lever["value"] + lever["minimum"]) / 2)


@pytest.mark.parametrize("step", list(PAGES))
def test_the_figures_come_first_and_the_words_follow(pitch: Opened, step: str) -> None:
    async def walk() -> None:
        screen, page = opened(pitch, step)
        screen.look()
        value = target(page)
        moved(page, value, 1)
        ahead = [each for each in screen.told if "ahead" in each]
        answer = screen.told[-1]
        assert answer["serial"] == 1
        assert len(screen.told) == 1 + len(ahead)
        assert "bottom_line" in (ahead[0] if ahead else answer)["html"]
        assert answer["data"]
        assert {"headline", "prose"}.isdisjoint(answer.get("html", {}))
        assert "figures" not in answer
        assert not any(key in answer.get("data", {}) for each in ahead for key in each.get("data", {}))

        screen.told.clear()
        await asyncio.sleep(2 * pitch_module.WORDS_AFTER)
        (words,) = screen.told
        assert words["serial"] is None
        assert "prose" in words["html"]
        assert "data" not in words  # what the charts have they are not sent again
        assert {name for each in words.get("figures", {}).values() for name in each} <= {
            "title", "subtitle", "description"
        }  # fmt: skip
        whole = page.state.view().to_message()
        same = {slot: html for slot, html in whole["slots"].items() if slot not in WAITING}  # type: ignore[attr-defined]
        assert {slot: screen.shown["slots"][slot] for slot in same} == same

    finished(walk())


def test_the_bottom_line_goes_ahead_of_many_charts(pitch: Opened) -> None:
    async def walk() -> None:
        screen, page = opened(pitch, "evidence")
        value = target(page)
        moved(page, value, 1)  # how many charts follow the lever is known from here on
        screen.told.clear()
        moved(page, 1.01 * value, 2)
        first, second = screen.told
        assert first["ahead"] == 2
        assert list(first["html"]) == ["bottom_line"]
        assert second["serial"] == 2
        assert "bottom_line" not in second.get("html", {})
        assert len({key.partition(".")[0] for key in second["data"]}) >= 3

    finished(walk())


def test_at_rest_the_screen_is_what_a_new_one_would_be(pitch: Opened) -> None:
    async def walk() -> None:
        screen, page = opened(pitch)
        for step in PAGES:
            page.state.act("step", step)
            page.draw()
            screen.look()
            value = target(page)
            for k in range(4):
                moved(page, value * (1 + k / 50), 10 + k)
            moved(page, value, 20, resting=True)
            assert screen.told[-1]["serial"] == 20
            await asyncio.sleep(2 * pitch_module.WORDS_EVERY)
            assert screen.told[-1]["serial"] == 20, "what the words had to say was said at rest"
            whole = page.state.view().to_message()
            assert screen.shown["slots"] == whole["slots"]
            assert screen.shown["charts"] == whole["charts"]
            assert screen.shown["levers"] == whole["levers"]

    finished(walk())


def test_words_come_again_and_again_while_a_lever_is_dragged_but_not_with_every_move(pitch: Opened) -> None:
    async def drag() -> None:
        screen, page = opened(pitch)
        value = target(page)
        loop = asyncio.get_running_loop()
        begun, k = loop.time(), 0
        while loop.time() - begun < 6 * pitch_module.WORDS_EVERY or k < 60:
            k += 1
            moved(page, value * (1 + k / 1000), k)
            await asyncio.sleep(0.005)
        words = [each for each in screen.told if "prose" in each.get("html", {})]
        assert 2 <= len(words) <= 1 + (loop.time() - begun) / pitch_module.WORDS_EVERY
        assert len([each for each in screen.told if each["serial"] is not None]) == k > len(words)

    finished(drag())


def test_what_is_asked_while_a_lever_moves_is_answered_at_once(pitch: Opened) -> None:
    async def ask() -> None:
        screen, page = opened(pitch)
        moved(page, target(page), 1)
        page.heard({"type": "ask", "name": "cost"})
        assert "drawer" in screen.told[-1]["html"]

    finished(ask())


def test_what_is_refused_is_told_at_once(pitch: Opened) -> None:
    async def refuse() -> None:
        screen, page = opened(pitch)
        moved(page, float("nan"), 5)
        assert screen.told[-1]["serial"] == 5
        assert "A lever takes a number." in screen.told[-1]["html"]["notice"]

    finished(refuse())


def test_words_that_fail_are_told_and_the_screen_goes_on(pitch: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("no words")

    async def walk() -> None:
        screen, page = opened(pitch)
        value = target(page)
        moved(page, value, 1)
        monkeypatch.setattr(page.state, "update", broken)
        await asyncio.sleep(2 * pitch_module.WORDS_AFTER)
        assert "Something went wrong" in screen.told[-1]["html"]["notice"]
        monkeypatch.undo()
        moved(page, 1.01 * value, 2)
        assert screen.told[-1]["serial"] == 2

    finished(walk())
