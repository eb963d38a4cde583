"""Three ways and the switch in a browser: another way is used, a range is typed, and everything on the page follows."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched


def test_another_way_is_used_an_estimate_typed_and_the_weakest_grade_dropped(
    workbook: Workbook, watched: Watched
) -> None:
    watched.open(f"{workbook.address}?case=closing-the-sale")
    page = watched.page
    watched.go("evidence")
    net = page.locator(".strip strong").first
    first = net.inner_text()

    watched.act("ways").click()
    panel = page.locator(".panel-ways")
    expect(panel.locator(".figure")).to_contain_text("the case uses the gap to the best", ignore_case=True)
    panel.locator("[data-act='ways.use'][data-value=stakeholders]").click()
    expect(net).not_to_have_text(first)
    used = net.inner_text()
    for name, text in (("who", "Finance"), ("low", "0,2"), ("likely", "0,5"), ("high", "1")):
        box = panel.locator(f"[data-act='ways.new'][name={name}]")
        box.fill(text)
        box.press("Tab")
    panel.locator("[data-act='ways.add']").click()
    expect(panel.locator("[name='3.who']")).to_have_value("Finance")
    expect(net).not_to_have_text(used)
    panel.locator("[data-act='ways.use'][data-value=exemplar]").click()
    expect(net).to_have_text(first)
    page.keyboard.press("Escape")

    page.locator(".below [data-act=grades]").click()
    expect(page.locator(".panel-grades .figure")).to_be_visible()
    page.locator(".panel-grades [data-act=cautious]").click()
    expect(net).not_to_have_text(first)
    expect(page.locator(".notice .cautious")).to_contain_text("Cautious view")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    dropped = net.inner_text()
    changes = watched.act("changed").inner_text()
    lever = page.locator(".lever [type=range]").first
    lever.focus()
    page.keyboard.press("ArrowRight")
    expect(net).not_to_have_text(dropped)
    expect(page.locator(".notice .cautious")).to_be_visible()
    expect(watched.act("changed")).not_to_have_text(changes)  # the lever rests: its change is recorded
    watched.act("undo").click()
    expect(net).to_have_text(dropped)
    page.locator(".notice [data-act=cautious]").click()
    expect(net).to_have_text(first)
    assert not [said for said in watched.said if said.startswith("error")]
