"""The pitch in own words, in a browser: a pencil, a box, live figures, undo."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched


def test_a_sentence_is_said_in_own_words_with_live_figures(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    prose = page.locator(".prose")
    before = prose.inner_text()
    pencil = prose.locator(".pencil[data-value=skill]")
    expect(pencil).to_have_css("opacity", "0")
    pencil.focus()  # the keyboard finds it without a pointer
    page.keyboard.press("Enter")
    box = page.locator(".writing textarea")
    expect(box).to_be_focused()
    expect(box).to_have_value(re.compile(r"\{able_share\|percent\|benefit\}"))

    box.fill("All of {nonsense} is ours: ")
    expect(page.locator(".writing .finding")).to_contain_text("no figure of this name")
    expect(prose).to_contain_text("All of {nonsense} is ours")  # as it will read
    page.locator(".writing button", has_text="Save").click()
    expect(page.locator(".writing .finding")).to_contain_text("Not taken")
    expect(box).to_have_value("All of {nonsense} is ours: ")  # nothing is lost
    box.fill("Our own part of it is ")
    page.locator(".writing [type=search]").fill("a month of it costs")
    page.locator(".writing [type=search]").fill("")
    expect(page.locator(".writing [data-insert]").first).to_be_visible()
    page.locator(".writing [data-insert='{gap_cost_able|money}']").click()
    expect(box).to_have_value("Our own part of it is {gap_cost_able|money}")
    expect(prose).to_contain_text("Our own part of it is 98")
    box.press("Enter")
    expect(box).to_have_count(0)
    expect(pencil).to_be_focused()
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "one recorded edit")

    slider = page.locator("[data-lever=able_share] [type=range]")
    slider.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(prose).to_contain_text("Our own part of it is 120")
    watched.until(lambda seen: "2 changes" in seen["slots"]["foot"], "the lever rests")
    for _ in range(2):
        watched.act("undo").click()
    expect(prose).to_have_text(before, use_inner_text=True)
    watched.act("redo").click()
    expect(prose).to_contain_text("Our own part of it is 98")
    prose.locator(".told", has_text="Our own part").hover()
    expect(pencil).to_have_css("opacity", "1")
    pencil.click()
    page.locator(".writing button", has_text="Back to the words of the workbook").click()
    expect(prose).to_have_text(before, use_inner_text=True)


def test_escape_leaves_everything_as_it_was(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    headline = page.locator(".ldcase h1")
    before = headline.inner_text()
    headline.hover()
    headline.locator(".pencil").click()
    box = page.locator(".writing textarea")
    box.fill("win {extra_deals_total|count} of them <b>")
    expect(headline).to_contain_text("win 40 of them <b>")
    box.press("Escape")
    expect(box).to_have_count(0)
    expect(headline).to_have_text(before, use_inner_text=True)
    expect(watched.act("undo")).to_be_disabled()
