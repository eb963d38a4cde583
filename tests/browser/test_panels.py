"""The panels in a browser: what is typed stays where it was typed, and what is refused can be put back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

LIKELY, LOW = "input[name='able_share.likely']", "input[name='able_share.low']"


def test_an_assumption_is_typed_refused_put_back_and_undone(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case=closing-the-sale")
    page = watched.page
    first = page.locator(".strip strong").first.inner_text()
    watched.act("assumptions").click()
    box = page.locator(LIKELY)
    before = box.input_value()
    box.fill("31")
    page.keyboard.press("Escape")
    expect(box).to_have_value(before)
    expect(page.get_by_role("dialog")).to_be_visible()
    box.fill("47")
    page.keyboard.press("Tab")
    expect(page.locator(".panel-assumptions [data-act=undo]")).to_be_enabled()
    assert page.evaluate("document.activeElement.name") == "able_share.high"
    expect(page.locator(".strip strong").first).not_to_have_text(first)
    page.locator(LOW).fill("many")
    page.keyboard.press("Enter")
    expect(page.locator(".refused")).to_contain_text("not a number")
    expect(page.locator(LOW)).to_have_value("many")
    page.get_by_text("Put it back").click()
    expect(page.locator(".refused")).to_have_count(0)
    expect(page.locator(LOW)).to_have_value("36")
    page.locator(".panel-assumptions [data-act=undo]").click()
    expect(box).to_have_value(before)
    expect(page.locator(".strip strong").first).to_have_text(first)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_escape_closes_where_what_was_typed_is_said_but_not_answered_yet(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case=closing-the-sale")
    page = watched.page
    watched.act("assumptions").click()
    expect(page.locator(LIKELY)).to_be_visible()
    # All of it at once, so that no answer can come in between.
    page.evaluate(
        """(box) => {
          const typed = document.querySelector(box);
          const say = (event) => typed.dispatchEvent(event);
          typed.focus();
          typed.value = "48";
          say(new InputEvent("input", { bubbles: true }));
          say(new Event("change", { bubbles: true }));
          say(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
        }""",
        LIKELY,
    )
    expect(page.get_by_role("dialog")).to_be_hidden()
    watched.act("undo").click()


def test_a_panel_is_come_back_to_where_it_was_left(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case=it-turnover")
    page = watched.page
    for step, panel in (("idea", "options"), ("ask", "changed"), ("ask", "finance")):
        watched.go(step)
        watched.act(panel).click()
        expect(page.locator(f".panel-{panel} h2")).to_be_visible()
        watched.drawer_fits()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
    watched.act("finance").click()
    asked = (
        page.locator(".panel-finance .shaded")
        .locator("xpath=preceding::p[1]")
        .locator("xpath=preceding::*[@data-ask][1]")
    )
    asked.scroll_into_view_if_needed()
    left = page.evaluate("document.querySelector('.drawer').scrollTop")
    assert left > 100
    asked.click()
    expect(page.locator(".trail")).to_contain_text("For finance")
    assert page.evaluate("document.querySelector('.drawer').scrollTop") == 0
    page.locator(".trail [data-act=finance]").click()
    expect(page.locator(".panel-finance")).to_be_visible()
    assert abs(page.evaluate("document.querySelector('.drawer').scrollTop") - left) < 2
    page.keyboard.press("Escape")
    page.locator(".strip [data-ask=payback_month]").click()
    page.get_by_role("button", name="All formulas: What it comes to").click()
    expect(page.locator(".panel-reference h3").first).to_have_text("What it comes to")
    page.get_by_role("button", name="People leaving IT", exact=True).click()
    expect(page.locator(".panel-reference code").first).to_be_visible()
    page.locator(".panel-reference [data-ask='leavers.effect']").click()
    expect(page.locator(".drawer .trail")).to_contain_text("All formulas")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
