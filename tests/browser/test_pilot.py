"""A pilot is planned in a browser: its worth and its gates follow, and the gates that are taken stand in the ask."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched


def test_a_pilot_is_planned_and_its_gates_stand_in_the_ask(
    workbook: Workbook, copied: Callable[[str], str], watched: Watched
) -> None:
    case = copied("service-desk-course")
    file = workbook.data / "cases" / case / "case.yaml"
    # As before the pilot: without its result, after which gates are no longer taken.
    before, _, rest = file.read_text(encoding="utf-8").partition("    results:\n")
    after = rest[rest.index("\nevidence:") :] if rest else ""
    file.write_text(before + after, encoding="utf-8")
    watched.open(f"{workbook.address}?case={case}")
    page = watched.page
    page.click(".ldcase [role=tab][data-value=idea]")
    watched.act("pilot").first.click()
    panel = page.locator(".panel-pilot")
    expect(panel.locator(".tells")).to_contain_text("16 teams of 5.4, 4 of them trained, can tell an effect of 0.41")
    expect(panel.locator(".verdict")).to_contain_text("not worth its price: decide now")
    expect(panel.locator("canvas")).to_have_count(2)
    watched.drawer_fits()
    cost = panel.get_by_role("row", name="less its own cost, by team").inner_text()
    box = panel.locator("input[name=teams][type=text]")
    box.fill("8")
    page.keyboard.press("Enter")
    expect(panel.locator(".tells")).to_contain_text("8 teams of 5.4, 2 of them trained")
    expect(panel.locator("input[name=trained]")).to_have_value("2")
    expect(panel.get_by_role("row", name="less its own cost, by team")).not_to_have_text(cost)
    panel.get_by_role("button", name="Take these gates into the ask").click()
    expect(panel).to_contain_text("Written down on")
    expect(panel.get_by_role("button", name="Take these gates into the ask")).to_have_count(0)
    page.keyboard.press("Escape")
    page.click(".ldcase [role=tab][data-value=ask]")
    row = page.get_by_role("row", name="Minutes a call: trained against untrained")
    expect(row).to_contain_text("minutes lower")
    expect(row).to_contain_text("End of month 4")
