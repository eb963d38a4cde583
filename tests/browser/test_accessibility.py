"""What axe-core finds, on every page and panel, in both modes: nothing. WCAG 2.2, levels A and AA."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

STEPS = ("opportunity", "idea", "evidence", "ask")
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    # What holds is not listed element by element: that takes longer than to find what does not.
    "resultTypes": ["violations"],
}
OTHERS = {
    "region": {"enabled": False}  # the drawer beside the landmarks is a dialog, which needs none
}


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: the rule, the element, what is wrong."""
    found = Axe().run(page, options={**RULES, "rules": OTHERS}).response
    return [
        f"{rule['id']}: {' '.join(node['target'])}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_list_of_cases_and_the_questions_of_a_new_one(
    mode: str, workbook: Workbook, new_page: Callable[..., Watched]
) -> None:
    page = new_page(color_scheme=mode, reduced_motion="reduce")
    page.open(workbook.address)
    found = {"cases": violations(page.page)}
    page.page.locator("[data-act=new]").first.click()
    expect(page.page.locator(".ldcase[data-step=new]")).to_be_attached()
    found["new"] = violations(page.page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("case", "mode"), [("closing-the-sale", "light"), ("not-a-training-problem", "dark")])
def test_every_step_and_every_panel(case: str, mode: str, workbook: Workbook, new_page: Callable[..., Watched]) -> None:
    page = new_page(color_scheme=mode, reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    page.open(f"{workbook.address}?case={case}")
    for step in STEPS:
        page.go(step)
        found[step] = violations(page.page)
    page.act("contents").click()
    expect(page.page.locator(".panel-contents")).to_be_visible()
    acts = page.page.locator(".panel-contents [data-act]").evaluate_all("all => all.map(each => each.dataset.act)")
    panels = [act for act in dict.fromkeys(acts) if act not in ("close", "contents")]
    assert len(panels) > 10
    for panel in panels:
        page.page.locator(f".panel-contents [data-act={panel}]").first.click()
        expect(page.page.locator(f".panel-{panel}")).to_be_visible(timeout=30_000)
        expect(page.page.locator(f".panel-{panel} progress")).to_have_count(0, timeout=60_000)
        found[panel] = violations(page.page)
        page.page.keyboard.press("Escape")
        page.act("contents").click()
        expect(page.page.locator(".panel-contents")).to_be_visible()
    page.page.keyboard.press("Escape")
    page.page.locator(".strip [data-ask]").first.click()
    expect(page.page.get_by_role("dialog")).to_be_visible()
    found["answer"] = violations(page.page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
