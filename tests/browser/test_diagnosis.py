"""The cause is found in a browser: questions are answered, the suggestion is taken, and the bottom line follows."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched


def test_answers_suggest_shares_and_the_bottom_line_follows_when_they_are_taken(
    workbook: Workbook, watched: Watched, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page = watched.page
    net = page.locator(".strip strong").first
    before = net.inner_text()
    watched.act("diagnosis").click()
    panel = page.locator(".panel-diagnosis")
    expect(panel.locator(".figure-place canvas, .figure-place svg").first).to_be_visible()
    expect(panel.locator("input[name='able.likely']")).to_have_value("50")
    panel.locator(".parts [data-value=able]").click()
    for question, answer in (("could_if_life", "yes"), ("did_before", "yes"), ("some_do_well", "no")):
        box = panel.locator(f"select[name={question}]")
        box.select_option(answer)
        expect(box.locator("xpath=ancestor::li")).to_have_attribute("data-answer", answer)
    expect(panel).to_contain_text("look at the other three causes")
    expect(net).to_have_text(before)
    watched.drawer_fits()
    panel.locator(".parts [data-value=shares]").click()
    panel.locator("[data-act='diagnosis.take']").click()
    expect(panel).to_contain_text("It is taken")
    expect(net).not_to_have_text(before)
    share = panel.locator("input[name='allowed.likely']")
    share.fill("60")
    page.keyboard.press("Tab")
    expect(panel.locator(".sum")).to_contain_text("too much")
    panel.locator("[data-act='diagnosis.fit'][data-value=allowed]").click()
    expect(panel.locator(".sum")).to_contain_text("add up to 100")
    expect(panel.locator("input[name='allowed.likely']")).to_have_value("60")
    panel.locator(".parts [data-value=map]").click()
    expect(panel.locator(".impact .priority")).to_contain_text("Grow mid-market revenue")
    watched.drawer_fits()


def test_where_training_is_not_the_answer_the_pages_turn(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case=not-a-training-problem")
    page = watched.page
    for step in ("opportunity", "idea", "evidence"):
        watched.go(step)
        expect(page.locator(".ldcase h1")).to_contain_text("raining is not the answer")
    watched.go("ask")
    expect(page.locator(".ldcase h1")).to_contain_text("no money for a course")
    expect(page.locator(".below")).to_contain_text("What has to be done besides training")
    expect(page.locator(".below")).to_contain_text("Willing binds")
