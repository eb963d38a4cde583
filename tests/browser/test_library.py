"""The library in a browser: search, filter, take a finding into the case; it stands on the evidence step."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

SAYS = "Agents who met a colleague to talk about how to sell sold over 15 % more"


def test_a_finding_is_searched_filtered_used_and_undone(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case=service-desk-course")
    page = watched.page
    page.locator("[role=tab][data-value=evidence]").click()
    watched.act("library").click()
    panel = page.locator(".panel-library")
    expect(panel.locator("article").first).to_contain_text("same kind of work: call centre")
    expect(panel.locator("[data-figure=forest] canvas")).to_be_visible()
    panel.get_by_role("searchbox").fill("advice peers")
    expect(panel.locator("article")).to_have_count(1)
    expect(panel.get_by_role("searchbox")).to_be_focused()
    panel.get_by_label("Study").select_option("experiment")
    card = panel.locator("article").filter(has_text=SAYS)
    expect(card).to_be_visible()
    expect(card.locator("a")).to_have_attribute("target", "_blank")
    card.get_by_role("button", name="use in this case").click()
    expect(card.get_by_role("button", name="no longer use")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    shown = page.locator(".evidence li").filter(has_text=SAYS)
    expect(shown).to_have_count(1)
    watched.act("undo").click()
    expect(shown).to_have_count(0)
    assert (
        page.evaluate("document.querySelector('.ldcase').scrollWidth - document.querySelector('.ldcase').clientWidth")
        <= 1
    )
