"""Where does this number come from? Every figure on every step answers, with the mouse and with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from ldcase.words.answer import answer
from ldcase.words.pitch import STEPS
from tests.browser.conftest import Workbook
from tests.browser.mirror import Mirror
from tests.browser.watched import Watched, script

ASK_ALL = script("ask_all.js")


def test_every_figure_answers(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    name = copied("closing-the-sale")
    watched.open(f"{workbook.address}?case={name}")
    now = Mirror(workbook.data, name, tmp_path / "mirror.db", "00:00").state.now
    for step, _ in STEPS:
        watched.go(step)
        told = watched.page.evaluate(ASK_ALL)
        names = {each["name"] for each in told}
        assert {"net_benefit", "payback_month", "effect_achieved"} < names
        for each in told:
            said = answer(now, each["name"])
            assert each["title"] == said.title, each
            assert each["value"].startswith(said.value), each
            assert each["formula"].startswith(said.formula), each
            assert all(source.source in each["sources"] for source in said.sources if not said.formula), each
            assert each["formula"] or each["sources"] or said.help, each
            assert each["inside"], f"the focus is not in the drawer: {each}"
            assert each["back"], f"the focus does not return: {each}"
            assert each["wide"] <= 1, f"the drawer is too narrow: {each}"


def test_mouse_keyboard_and_the_way_back(watched: Watched, workbook: Workbook) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case=service-desk-course")
    drawer = page.get_by_role("dialog")
    for place, key in (
        (".strip button", ""),
        (".prose [data-ask]", "Enter"),
        (".lever .label", " "),
        ("h1 [data-ask]", ""),
    ):
        number = page.locator(place).first
        if key:
            number.focus()
            page.keyboard.press(key)
        else:
            number.click()
        expect(drawer).to_be_visible()
        expect(drawer.locator("h2").first).not_to_be_empty()
        page.keyboard.press("Escape")
        expect(drawer).to_be_hidden()
        expect(number).to_be_focused()

    number = page.locator(".strip button").first
    number.click()
    first = drawer.locator("h2").first.inner_text()
    inner = drawer.locator("table [data-ask]").first
    second = inner.inner_text()
    inner.click()
    expect(drawer.locator("h2").first).to_have_text(second)
    drawer.locator(".trail [data-ask]").first.click()
    expect(drawer.locator("h2").first).to_have_text(first)
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        assert drawer.evaluate("(drawer) => drawer.contains(document.activeElement)")
    drawer.get_by_label("Close").click()
    expect(drawer).to_be_hidden()
    expect(number).to_be_focused()
