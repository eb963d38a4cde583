"""Presentation view: by keys alone, built up without a jump, readable in a call; replay; speaker notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched, script

PRESENTED = script("presented.js")
STEPS = ("opportunity", "idea", "evidence", "ask")
BUILDS = ("sentence", "chart", "second", "levers")
WATCH_SHIFTS = """() => {
  window.__shifts = [];
  window.__watch = new PerformanceObserver((list) => list.getEntries().forEach((entry) => __shifts.push(
    [entry.value, ...entry.sources.map((source) => source.node?.className ?? source.node?.nodeName)])));
  window.__watch.observe({ type: "layout-shift" });
}"""
REMEMBER = "window.__canvases = [...document.querySelectorAll('.ldcase canvas')]"
KEPT = "window.__canvases.every((canvas) => canvas.isConnected)"


def presented(page: Page) -> dict[str, Any]:
    shown: dict[str, Any] = page.evaluate(PRESENTED)
    return shown


def at(page: Page, step: str, build: str) -> None:
    """Wait until the presentation stands there."""
    page.wait_for_function(
        "([step, build]) => { const { dataset } = document.querySelector('.ldcase');"
        " return dataset.step === step && dataset.build === build; }",
        arg=[step, build],
    )


def strip(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.ldcase .strip').innerText"))


def rested(page: Page) -> None:
    """Wait until no replay runs."""
    page.wait_for_function("!document.querySelector('.ldcase').hasAttribute('data-replaying')")


def begun(watched: Watched, address: str) -> Page:
    """Open a case and turn it into a presentation by its key."""
    watched.open(address)
    page = watched.page
    page.wait_for_function("[...__ldcase.figures.values()].every((figure) => figure.sized)")
    page.keyboard.press("p")
    at(page, "opportunity", "sentence")
    watched.still()
    return page


def test_a_pitch_is_given_by_keys_alone(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    page = begun(watched, f"{workbook.address}?case={copied('closing-the-sale')}")
    page.evaluate(WATCH_SHIFTS)
    forward = ("ArrowRight", " ", "PageDown", "ArrowRight")
    for step in STEPS:
        for build, key in zip(BUILDS, forward, strict=True):
            at(page, step, build)
            watched.still()
            shown = presented(page)
            assert shown["headline"]
            assert shown["strip"]
            assert shown["tables"] == 0
            assert shown["prose"] == (build == "sentence")
            assert len(shown["charts"]) == (build != "sentence")
            assert 0 < shown["levers"] <= 4 if build == "levers" else shown["levers"] == 0
            assert f"{BUILDS.index(build) + 1} of 4" in shown["said"]
            if build == "sentence":
                page.evaluate(REMEMBER)
            assert page.evaluate(KEPT), "a build shows what is there already"
            page.keyboard.press(key)
    at(page, "ask", "levers")  # after the last one nothing comes
    for _ in range(5):
        page.keyboard.press("PageUp")
    at(page, "evidence", "second")
    assert page.evaluate("__shifts") == []

    page.keyboard.press("1")
    at(page, "opportunity", "levers")
    page.keyboard.press("l")
    first = page.evaluate("document.activeElement.closest('.lever').dataset.lever")
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    before, value = strip(page), page.evaluate("document.activeElement.value")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("value => document.activeElement.value !== value", arg=value)
    at(page, "opportunity", "levers")  # the arrow was the lever's
    page.wait_for_function("before => document.querySelector('.ldcase .strip').innerText !== before", arg=before)
    expect(page.locator(".talk")).to_contain_text("Last change")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.closest('.lever').dataset.lever") != first
    moved = strip(page)
    for key, wanted in (("u", before), ("Shift+U", moved), ("b", before), ("u", moved)):
        page.keyboard.press(key)
        page.wait_for_function("text => document.querySelector('.ldcase .strip').innerText === text", arg=wanted)
    assert page.evaluate("__shifts") == []

    page.keyboard.press("PageDown")  # a clicker goes on even while a lever has the focus
    at(page, "idea", "sentence")
    mode = page.evaluate("document.querySelector('.ldcase').dataset.mode")
    page.keyboard.press("d")
    page.wait_for_function("mode => document.querySelector('.ldcase').dataset.mode !== mode", arg=mode)
    page.keyboard.press("?")
    card = page.get_by_role("dialog", name="Keys")
    expect(card).to_be_visible()
    page.keyboard.press("ArrowRight")
    at(page, "idea", "sentence")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.keyboard.press("p")
    assert not presented(page)["presenting"]
    expect(page.locator(".top")).to_be_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator(".ldcase").get_attribute("data-step") == "idea", "arrows walk only while presenting"


def test_letters_in_a_box_are_letters_and_may_be_switched_off(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = begun(watched, f"{workbook.address}?case={copied('closing-the-sale')}")
    page.keyboard.press("1")
    at(page, "opportunity", "levers")
    box = page.locator(".lever input.number").first
    box.focus()
    page.keyboard.type("4u1p")
    assert box.input_value() == "4u1p"
    at(page, "opportunity", "levers")
    page.keyboard.press("Escape")
    assert box.input_value() != "4u1p"
    at(page, "opportunity", "levers")
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Single letters").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    page.wait_for_timeout(300)
    at(page, "opportunity", "levers")
    page.locator(".ldcase").focus()
    page.keyboard.press("ArrowRight")
    at(page, "idea", "sentence")
    page.keyboard.press("Escape")
    page.wait_for_function("!('presenting' in document.querySelector('.ldcase').dataset)")


def test_the_last_change_is_replayed_and_ends_on_what_is_recorded(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = begun(watched, f"{workbook.address}?case={copied('closing-the-sale')}")
    page.keyboard.press("1")
    at(page, "opportunity", "levers")
    before = watched.seen()
    page.keyboard.press("l")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    page.wait_for_timeout(600)
    after = watched.seen()
    page.evaluate(
        """() => {
          window.__values = [];
          const find = (at) => document.querySelector(at);
          const [slider, strong] = [find(".lever input[type=range]"), find(".strip strong")];
          const look = () => {
            __values.push([slider.valueAsNumber, strong.innerText]);
            window.__looking = requestAnimationFrame(look);
          };
          look();
        }"""
    )
    page.evaluate(REMEMBER)
    page.evaluate(WATCH_SHIFTS)
    page.keyboard.press("r")
    page.wait_for_function("document.querySelector('.ldcase').hasAttribute('data-replaying')")
    rested(page)
    page.evaluate("cancelAnimationFrame(__looking)")
    values = [value for value, _ in page.evaluate("__values")]
    way = values[values.index(before["levers"][0]["now"]) :]
    assert way == sorted(way)
    assert len(set(way)) > 5, "it moves by steps that the eye can follow"
    assert way[-1] == after["levers"][0]["now"]
    assert len({text for _, text in page.evaluate("__values")}) >= 3
    assert watched.seen() == after, "every text, lever and row of a chart is what it was"
    assert page.evaluate(KEPT)
    assert page.evaluate("__shifts.filter(([, ...moved]) => moved.some((part) => part !== 'band'))") == []

    page.emulate_media(reduced_motion="reduce")
    page.evaluate("window.__seen = new Set()")
    page.evaluate(
        "new MutationObserver(() => __seen.add(document.querySelector('.lever input[type=range]').value))"
        ".observe(document.querySelector('.lever'), {subtree: true, attributes: true, childList: true})"
    )
    page.keyboard.press("r")
    page.wait_for_function("document.querySelector('.ldcase').hasAttribute('data-replaying')")
    rested(page)
    assert page.evaluate("__seen.size") <= 2, "before, a pause, after"
    page.keyboard.press("r")
    page.keyboard.press("u")  # another key ends it
    watched.until(lambda seen: seen["levers"] == before["levers"], "what is shown is what is recorded")


def test_the_notes_follow_in_a_second_tab(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    name = copied("closing-the-sale")
    page = begun(watched, f"{workbook.address}?case={name}")
    with page.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = Watched(opened.value)
    notes.drawn()
    tab = notes.page
    expect(tab.locator(".now .state")).to_contain_text("On the screen now: In words")
    page.keyboard.press("3")
    at(page, "evidence", "levers")
    expect(tab.locator(".now [aria-current=step]")).to_have_text("Levers")
    tab.wait_for_function("document.querySelector('.ldcase').dataset.step === 'evidence'")
    assert tab.evaluate("/^\\d+:\\d\\d$/.test(document.querySelector('.clock').textContent)")
    expect(tab.locator(".objection").first).to_be_visible()

    page.keyboard.press("l")
    page.keyboard.press("End")
    page.wait_for_function("document.querySelector('.talk').textContent.includes('Last change')")
    shown = page.evaluate("document.querySelector('.strip strong').innerText")
    tab.wait_for_function("shown => document.querySelector('.strip strong').innerText === shown", arg=shown)

    tab.locator("textarea").fill("Pause <b>here</b>")
    tab.locator(".ldcase h1").click(position={"x": 2, "y": 2})
    tab.wait_for_timeout(300)
    tab.keyboard.press("ArrowRight")
    at(page, "ask", "sentence")
    tab.wait_for_function("document.querySelector('.ldcase').dataset.step === 'ask'")
    notes.go("evidence")
    expect(tab.locator("textarea")).to_have_value("Pause <b>here</b>")
    page.close()
    expect(tab.locator(".now .state")).to_contain_text("No presentation of this case is open")
    notes.was_quiet()


@pytest.mark.parametrize(("width", "height", "scheme"), [(1280, 720, "light"), (1920, 1080, "dark")])
@pytest.mark.parametrize("case", ["closing-the-sale", "line-supervisors", "not-a-training-problem"])
def test_everything_fits_and_can_be_read_in_a_call(
    new_page: Callable[..., Watched], workbook: Workbook, case: str, width: int, height: int, scheme: str
) -> None:
    watched = new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = begun(watched, f"{workbook.address}?case={case}")
    for number, step in enumerate(STEPS, start=1):
        page.keyboard.press(str(number))
        at(page, step, "levers")
        for build in reversed(BUILDS):
            at(page, step, build)
            watched.still()
            shown = presented(page)
            assert shown["outside"] == [], (step, build)
            assert shown["small"] == [], (step, build)
            assert shown["unit"] == pytest.approx(width / 1280, abs=0.01)
            assert all(size >= 18.8 * shown["unit"] for size in shown["sizes"])
            if build != "sentence":
                page.keyboard.press("ArrowLeft")


def test_zoomed_to_twice_the_size_it_scrolls_and_nothing_is_lost(
    new_page: Callable[..., Watched], workbook: Workbook
) -> None:
    watched = new_page(viewport={"width": 640, "height": 360})
    page = begun(watched, f"{workbook.address}?case=closing-the-sale")
    page.keyboard.press("1")
    at(page, "opportunity", "levers")
    watched.still()
    assert page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth")
    for lever in page.locator(".lever:visible").all():
        lever.scroll_into_view_if_needed()
        expect(lever.locator("input.number")).to_be_in_viewport()
