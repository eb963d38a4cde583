"""The results of a pilot in a browser: read, taken in, the forecast moves, and undo brings it back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

STRIP = ".strip strong"


def test_the_results_of_a_pilot_move_the_forecast_and_undo_brings_it_back(
    workbook: Workbook, watched: Watched, copied: Callable[[str], str]
) -> None:
    case = copied("service-desk-course")
    watched.open(f"{workbook.address}?case={case}")
    page = watched.page
    page.locator("[role=tab][data-value=ask]").click()
    before = page.locator(STRIP).first.inner_text()
    watched.act("results").click()
    panel = page.locator(".panel-results")
    file = workbook.data / "cases" / case / "pilot-results.csv"
    panel.locator("input[type=file]").set_input_files(file)
    expect(panel.locator(".told")).to_contain_text("zone agreed as “adapt”")
    for chart in ("learned", "pilot_result"):
        expect(panel.locator(f"[data-figure={chart}] canvas.marks")).to_be_visible()
    expect(page.locator(STRIP).first).to_have_text(before)
    panel.locator("[data-act='results.take']").click()
    expect(panel.locator(".mark")).to_contain_text("after the pilot")
    expect(page.locator(STRIP).first).not_to_have_text(before)
    expect(page.locator(".strip")).to_contain_text("after the pilot")
    after = page.locator(STRIP).first.inner_text()
    panel.get_by_role("button", name="before the pilot").click()
    expect(page.locator(STRIP).first).to_have_text(before)
    panel.get_by_role("button", name="after the pilot").click()
    expect(page.locator(STRIP).first).to_have_text(after)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    for _ in range(3):  # the switch twice, and the results themselves
        page.locator(".foot [data-act=undo]").click()
    expect(page.locator(STRIP).first).to_have_text(before)
    expect(page.locator(".strip")).not_to_contain_text("the pilot")
