"""The leave-behind in a browser without a network, opened as a file: it follows the levers and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from ldcase.exports.leave_behind import write_leave_behind
from ldcase.exports.origin import origin
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking
from ldcase.words import numbers, pitch
from tests.browser.test_accessibility import violations
from tests.exports.leave_behind import engine, random_moves, same
from tests.sample_cases import BUNDLED, bundled

NAMES = ("net_benefit", "benefit", "cost", "gap_cost", "payback_month")
STATE = """([names, moves]) => {
  const { model } = globalThis.ldcaseLeaveBehind;
  return moves.map((values) => {
    const forecast = model.at(values);
    return {
      likely: names.map((name) => forecast.value(name)),
      quantiles: ["net_benefit", "payback_month"].map((name) => [0.1, 0.5, 0.9].map((p) => forecast.quantile(name, p))),
    };
  });
}"""
MARKUP = "<img src=x onerror=alert(1)><b>bold</b>"


class Opened:
    """A page opened as a file; what it complained of, and what it asked the network for."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.told: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda problem: self.told.append(str(problem)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())
        page.locator(".leave[data-drawn]").wait_for(state="attached", timeout=20_000)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).evaluate("element => element.textContent")  # type: ignore[no-any-return]

    def move(self, name: str, key: str, times: int = 1) -> None:
        """Move a lever by its keys, and wait until the page has followed."""
        before = self.page.evaluate("() => ldcaseLeaveBehind.updates")
        slider = self.page.locator(f'[data-lever="{name}"] input[type=range]')
        slider.focus()
        for _ in range(times):
            slider.press(key)
        self.page.wait_for_function("n => ldcaseLeaveBehind.updates > n", arg=before)

    def was_quiet(self) -> None:
        assert self.told == []
        assert [url for url in self.asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.fixture
def offline(browser: Browser) -> Iterator[Any]:
    contexts = []

    def give(path: Path, **options: Any) -> Opened:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **options}))
        contexts[-1].set_offline(True)
        return Opened(contexts[-1].new_page(), path)

    yield give
    for context in contexts:
        context.close()


def write(of: Forecast, folder: Path, language: str = "en") -> Path:
    path = folder / f"{of.case.id}.html"
    with speaking(language):
        write_leave_behind(of, path, origin(of, date(2027, 1, 31)))
    return path


def test_every_bundled_case_is_computed_as_by_the_engine(offline: Any, tmp_path: Path) -> None:
    for name in BUNDLED:
        of = forecast(bundled(name), 1024)
        opened = offline(write(of, tmp_path, of.case.document.language or "en"))
        moves = [{}, *random_moves(of, 5, 4)]
        for move, found in zip(moves, opened.page.evaluate(STATE, [NAMES, moves]), strict=True):
            now = engine(of, of.case.what_if(move) if move else of.case)
            assert same(found["likely"], [now[each].likely for each in NAMES]), (name, move)
            expected = [[now[each].quantile(p) for p in (0.1, 0.5, 0.9)] for each in ("net_benefit", "payback_month")]
            assert same(found["quantiles"], expected), (name, move)
        opened.was_quiet()


def test_a_lever_moves_sentences_figures_and_charts_and_reset_takes_it_back(offline: Any, tmp_path: Path) -> None:
    of = forecast(bundled("closing-the-sale"), 1024)
    opened = offline(write(of, tmp_path))
    page = opened.page
    exported = {each: opened.text(f'[data-prose="{each}"]') for each, _ in pitch.STEPS}
    given = opened.text('[data-strip="net"]')
    opened.move("able_share", "Home")
    low = of.case.assumptions["able_share"].low
    now = engine(of, of.case.what_if({"able_share": low}))
    summary = now.summary
    assert opened.text('[data-strip="net"]') == numbers.money_range(summary.net_p10, summary.net_p90) != given
    for step, _ in pitch.STEPS:
        told = pitch.narrative(now, step)
        assert opened.text(f'[data-prose="{step}"]') == " ".join(map(str, told.sentences))
        assert opened.text(f'[data-headline="{step}"]') == str(told.headline)
    assert given in opened.text(".yours")
    assert page.locator("[data-lever=able_share][data-changed]").count() == 1
    assert page.locator(".as-given:visible").count() > 3
    page.wait_for_function("() => ldcaseLeaveBehind.pending.size === 0")
    fan = page.evaluate("() => ldcaseLeaveBehind.figures.get('fan').rows.fan.map(row => row.p50)")
    assert same(fan[1:], now["cumulative_net"].fan((0.5,)).tolist()[0])
    page.locator("[data-lever=able_share] .label").press("Enter")
    shown = page.locator(".lever-tip:visible")
    assert of.case.assumptions["able_share"].source in shown.inner_text()
    page.keyboard.press("Escape")
    page.locator(".lever-tip").wait_for(state="hidden")
    page.locator("[data-reset]").click()
    page.locator(".leave:not([data-moved])").wait_for(state="attached")
    assert {each: opened.text(f'[data-prose="{each}"]') for each, _ in pitch.STEPS} == exported
    assert opened.text('[data-strip="net"]') == given
    assert page.locator(".as-given:visible").count() == 0
    opened.was_quiet()


def test_markup_shows_as_text_and_a_turned_pitch_turns(offline: Any, tmp_path: Path) -> None:
    case = bundled("closing-the-sale").edit("title", MARKUP).edit("idea.statement", MARKUP)
    case = case.edit("opportunity.metrics.win_rate.assumptions.offers.source", MARKUP)
    of = forecast(case, 512)
    opened = offline(write(of, tmp_path))
    assert opened.text("h1") == MARKUP
    assert opened.page.locator("img").count() == 0
    box = opened.page.locator("[data-lever=able_share] input.number")
    box.fill("10 %")
    box.press("Enter")
    opened.page.locator(".leave[data-moved]").wait_for(state="attached")
    assert "not the answer" in opened.text("[data-judgement]")
    assert "no money for a course" in opened.text('[data-headline="ask"]')
    assert opened.page.locator("img").count() == 0
    opened.was_quiet()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_accessible_and_fits_a_phone(mode: str, offline: Any, tmp_path: Path) -> None:
    path = write(forecast(bundled("closing-the-sale"), 512), tmp_path)
    opened = offline(path, color_scheme=mode, reduced_motion="reduce")
    found = violations(opened.page)
    opened.move("able_share", "ArrowLeft", 3)
    assert found + violations(opened.page) == []
    phone = offline(path, color_scheme=mode, viewport={"width": 390, "height": 844})
    assert phone.page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert violations(phone.page) == []


def test_without_scripts_it_is_the_article(browser: Browser, tmp_path: Path) -> None:
    of = forecast(bundled("it-turnover"), 512)
    path = write(of, tmp_path)
    context = browser.new_context(java_script_enabled=False)
    context.set_offline(True)
    page = context.new_page()
    page.goto(path.as_uri())
    shown = page.locator("main").inner_text()
    assert " ".join(map(str, pitch.narrative(of, "ask").sentences)) in shown
    assert page.locator("svg").count() == 8
    assert page.locator(".levers:visible").count() == 0
    context.close()
