"""Levers explain themselves: what stands behind them, what was changed, what the keys do; the order waits."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

SKILL = "able_share"


def lever(page: Page, name: str) -> Locator:
    return page.locator(f".argument [data-lever='{name}']")


def percent(digits: str) -> str:
    return f"{digits}\N{NO-BREAK SPACE}%"


def number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def test_a_lever_says_what_stands_behind_it_without_a_click(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    row = lever(page, SKILL)
    expect(row.locator(".grade")).to_have_text("opinion")
    expect(row.locator(".source")).to_contain_text("Twenty recorded closing talks")
    expect(row.locator(".source")).to_contain_text("Head of sales training")
    expect(row.locator(".worth")).to_have_text(re.compile(r"^each 10 points: \+\d+\sk$"))
    expect(row.locator(".worth")).to_have_attribute("data-tone", "benefit")

    tip = page.locator(".screen > .lever-tip")
    row.locator(".label").hover()
    expect(tip).to_be_visible()
    for text in ("Twenty recorded closing talks", "Head of sales training", "opinion: somebody’s judgement", "8 of 10"):
        expect(tip).to_contain_text(text)
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()
    row.locator(".label").focus()  # the keyboard
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tip).to_be_visible()
    described = row.locator(".label").get_attribute("aria-describedby")
    assert described
    expect(page.locator(f"#{described}")).to_contain_text("Arrows one step")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert row.locator(".label").evaluate("(label) => label === document.activeElement")


def test_keys_changes_and_the_way_back(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    row = lever(page, SKILL)
    slider, box, moved = row.locator("[type=range]"), row.locator("input.number"), row.locator(".moved")
    expect(moved).to_be_hidden()
    slider.focus()
    for key, value in (
        ("ArrowRight", percent("51.0")),
        ("Shift+ArrowRight", percent("61.0")),
        ("Shift+ArrowLeft", percent("51.0")),
        ("Home", percent("36.0")),
        ("End", percent("64.0")),
        ("Shift+Home", percent("0.0")),
        ("Shift+End", percent("100.0")),
    ):
        page.keyboard.press(key)
        expect(box).to_have_value(value)  # at once: no answer of Python is awaited
    page.keyboard.press("End")
    expect(moved).to_have_text("from 50.0 % to 64.0 %")
    expect(row.locator(".source")).to_be_hidden()
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "what rests is recorded")
    row.locator(".reset").click()
    expect(box).to_have_value(percent("50.0"))
    expect(moved).to_be_hidden()
    watched.until(lambda seen: "no change" in seen["slots"]["bottom_line"], "and back")
    assert slider.evaluate("(slider) => slider === document.activeElement")

    page.keyboard.press("Shift+ArrowRight")
    expect(moved).to_be_visible()
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "what rests is recorded")
    watched.still()  # the sentences above may need another line now
    tick = row.locator(".base").bounding_box()
    assert tick
    page.mouse.dblclick(tick["x"] + tick["width"] / 2, tick["y"] + tick["height"] / 2)
    expect(moved).to_be_hidden()
    expect(box).to_have_value(percent("50.0"))
    page.wait_for_timeout(600)
    expect(box).to_have_value(percent("50.0"))  # nothing that was under way comes after it


def test_what_cannot_be_is_told_and_the_value_kept(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    row = lever(page, SKILL)
    box, complaint = row.locator("input.number"), row.locator(".complaint")
    box.fill("140")
    box.press("Enter")
    expect(complaint).to_contain_text("between 0.0 % and 100.0 %")
    expect(complaint).to_contain_text("50.0 % still counts")
    expect(box).to_have_value(percent("50.0"))
    row.locator("[type=range]").focus()
    expect(complaint).to_be_visible()  # until something else is typed
    box.fill("60 %")
    expect(complaint).to_be_hidden()
    box.press("Enter")
    expect(box).to_have_value(percent("60.0"))

    page.get_by_role("button", name=re.compile("more lever")).click()
    money = lever(page, "win_rate.deal_size")
    expect(money).to_be_visible()
    widest = float(money.locator("[type=range]").get_attribute("max") or 0)
    money.locator("input.number").fill("250 k")  # beyond the slider, and possible all the same
    money.locator("input.number").press("Enter")
    expect(money.locator(".complaint")).to_be_hidden()
    watched.until(
        lambda _: float(money.locator("[type=range]").get_attribute("max") or 0) >= 250_000 > widest, "the scale grows"
    )
    money.locator("input.number").fill("-5")
    money.locator("input.number").press("Enter")
    expect(money.locator(".complaint")).to_contain_text("0 or more")


def test_the_order_waits_until_somebody_sorts_and_the_drawer_agrees(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    names = [row["name"] for row in watched.seen()["levers"]]
    sort = page.locator(".levers-foot [data-act=sort_levers]")
    expect(sort).to_have_count(0)
    worth = lever(page, SKILL).locator(".worth")
    before = number(worth.inner_text().partition(":")[2])
    slider = lever(page, names[1]).locator("[type=range]")
    slider.focus()
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    watched.until(lambda _: number(worth.inner_text().partition(":")[2]) > before, "its worth follows another lever")
    assert [row["name"] for row in watched.seen()["levers"]] == names
    page.locator(".foot [data-act=assumptions]").click()
    typed = page.locator(f".panel-assumptions [name='{SKILL}.likely']")
    expect(typed).to_have_value("50")
    typed.fill("1")
    page.locator(f".panel-assumptions [name='{SKILL}.high']").fill("2")
    page.locator(f".panel-assumptions [name='{SKILL}.low']").fill("0.5")
    page.locator(f".panel-assumptions [name='{SKILL}.low']").press("Tab")
    page.keyboard.press("Escape")
    box = lever(page, SKILL).locator("input.number")
    expect(box).to_have_value(percent("1.0"))
    expect(sort).to_be_visible()
    assert [row["name"] for row in watched.seen()["levers"]] == names
    sort.click()
    watched.until(lambda seen: [row["name"] for row in seen["levers"]] != names, "sorted by what matters now")
    expect(sort).to_have_count(0)


def test_levers_fit_beside_the_charts(new_page: Callable[..., Watched], workbook: Workbook) -> None:
    for width, height in ((1280, 720), (1920, 1080)):
        watched = new_page(viewport={"width": width, "height": height})
        watched.open(f"{workbook.address}?case=closing-the-sale")
        for step in ("opportunity", "idea", "evidence", "ask"):
            watched.go(step)
            column = watched.page.locator(".argument")
            assert column.evaluate("(column) => column.scrollHeight <= column.clientHeight + 1"), (width, step)
            shown = watched.page.locator(".argument .lever:visible").count()
            assert 3 <= shown <= 6, (width, step)
