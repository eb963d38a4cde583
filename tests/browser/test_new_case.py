"""As a new user would: begin a case, answer the questions by keyboard, see the first result; a reload loses nothing."""

from __future__ import annotations

import shutil

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

ANSWERS = {
    "priority": "Safe staffing on every ward",
    "need.leaver_rate": "24",
    "need.exemplar_rate": "14-18",
    "need.replacement_cost": "14k",
    "who": "All ward teams",
    "people": "400",
    "design_cost": "30000",
    "learner_hours": "8",
    "learner_rate": "31",
}


def test_an_own_case_in_a_few_answers(watched: Watched, workbook: Workbook) -> None:
    watched.open(workbook.address)
    page = watched.page
    page.get_by_role("button", name="New case").click()
    page.get_by_label("What do you call it?").fill("Keep the nurses")
    page.keyboard.press("Enter")
    page.get_by_label("Which result would it move?").select_option("turnover")
    page.get_by_label("Could they do it").select_option("half")
    for name, text in ANSWERS.items():
        box = page.locator(f'input[name="{name}"]')
        box.fill(text)
        box.press("Tab")
    expect(page.locator(".guide [role=status]")).to_have_text("All answered")
    expect(page.get_by_role("button", name="Show the first result")).to_be_enabled()
    watched.reload()  # the address leads back to the case, which is whole by now
    expect(page.locator(".strip")).to_contain_text("Net benefit")
    expect(page.locator(".top .case")).to_have_text("Keep the nurses")
    expect(page.locator(".figure canvas")).to_have_count(3)
    shutil.rmtree(workbook.data / "cases" / "keep-the-nurses")
