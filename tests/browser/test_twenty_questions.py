"""Each of the twenty questions of the room is answered on screen in two actions, with the forecast's own number."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest
from playwright.sync_api import Browser, Page, expect

from ldcase.evidence import load
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.options import options
from ldcase.words import numbers
from ldcase.words.answer import written
from ldcase.words.question import over_horizon
from ldcase.words.questions import QUESTIONS
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.watched import PATIENCE, Watched
from tests.sample_cases import bundled

CASE = "closing-the-sale"
COPY = "closing-the-sale-asked"
ANSWER = ".panel-questions .answer"


@lru_cache(maxsize=1)
def told() -> Forecast:
    """The forecast the page shows, computed here."""
    return forecast(bundled(CASE))


def what_if(name: str, value: float) -> str:
    f = told()
    return numbers.money(f.with_case(f.case.what_if({name: value}))["net_benefit"].likely)


def cheapest() -> str:
    return numbers.money(min(each.likely_cost for each in options(told()).options if each.kind == "cheaper"))


def measured() -> str:
    f = told()
    top = [driver.name for driver in f.tornado() if driver.swing > 0][:6]
    return f"{sum(f.case.assumptions[name].grade in ('measured here', 'piloted') for name in top)} of {len(top)}"


NUMBERS: dict[str, Callable[[Forecast], str]] = {
    "cost": lambda f: numbers.money(f["cost"].likely),
    "payback": lambda f: numbers.month_of_payback(f.summary.payback_p50, f.case.horizon),
    "half_use": lambda f: what_if("transfer_share", 0.5),
    "later": lambda f: what_if("start_delay", 3),
    "half_effect": lambda f: what_if("effect_achieved", 0.5),
    "worst": lambda f: numbers.money(f["net_benefit"].quantile(0.05)),
    "must_be_true": lambda f: numbers.percent(f.summary.break_even_effect or 0.0, 2),
    "matters": lambda f: numbers.money(f.tornado()[0].swing),
    "who_says": lambda f: measured(),
    "cash": lambda f: numbers.money(over_horizon(f, "benefit_cash")),
    "nothing": lambda f: numbers.money(f["gap_cost"].likely),
    "why_training": lambda f: numbers.percent(f["able_share"].likely, 2),
    "cheapest": lambda f: cheapest(),
    "worked": lambda f: written(f["win_rate.effect"]),
    "stop": lambda f: numbers.percent(f.summary.break_even_effect or 0.0, 2),
    "owner": lambda f: numbers.money(f["benefit"].likely),
    "elsewhere": lambda f: written(f["win_rate.effect"]),
    "left_out": lambda f: numbers.money(f["gap_cost_able"].likely),
    "changed": lambda f: "±0",
    "today": lambda f: numbers.money(f["cost"].likely),
}
"""The number in the answer to each question, from the forecast and not from the answer."""


@pytest.fixture(scope="module")
def asked(browser: Browser, workbook: Workbook) -> Iterator[Watched]:
    """One page of the case for all questions; at the end it must have been quiet."""
    shutil.copytree(BUNDLED / "cases" / CASE, workbook.data / "cases" / COPY)
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(1000 * PATIENCE)
    watched = Watched(context.new_page())
    watched.open(f"{workbook.address}?case={COPY}")
    yield watched
    context.close()
    shutil.rmtree(workbook.data / "cases" / COPY)
    watched.was_quiet()


def opened(page: Page) -> None:
    """The first action: the key. Nothing else has the focus of the page."""
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("q")
    expect(page.locator(".panel-questions ol")).to_be_visible()


def test_every_question_has_its_number() -> None:
    assert set(NUMBERS) == {each.id for each in QUESTIONS}
    assert load(BUNDLED / "evidence")


@pytest.mark.parametrize("question", [each.id for each in QUESTIONS])
def test_a_question_is_answered_in_two_actions(asked: Watched, question: str) -> None:
    page = asked.page
    says = next(each.says for each in QUESTIONS if each.id == question)
    opened(page)
    page.get_by_role("button", name=says, exact=True).click()
    expect(page.locator(f"{ANSWER} h3").first).to_have_text(says)
    figure = page.locator(f"{ANSWER} .value")
    expect(figure).to_contain_text(NUMBERS[question](told()).replace(numbers.SPACE, " "))
    assert page.locator(f"{ANSWER} p").count() >= 2
    asked.drawer_fits()


def test_a_question_is_typed_right_after_the_key(asked: Watched) -> None:
    page = asked.page
    opened(page)
    page.keyboard.type("how much cash")
    expect(page.locator(f"{ANSWER} h3").first).to_have_text("How much of this is cash?")
    page.keyboard.press("Escape")


def test_a_what_if_is_tried_and_taken_back(workbook: Workbook, watched: Watched, copied: Callable[[str], str]) -> None:
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    page = watched.page
    first = page.locator(".strip strong").first
    before = first.inner_text()
    page.get_by_role("button", name="Questions", exact=True).first.click()
    page.get_by_role("button", name="What if the effect is half?").click()
    page.get_by_role("button", name="Try it on the page").click()
    expect(page.get_by_text("The page shows it now.")).to_be_visible()
    expect(first).not_to_have_text(before)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("button", name="Try it on the page")).to_be_visible()
    expect(first).to_have_text(before)


def test_a_lens_is_chosen_kept_and_in_the_address(workbook: Workbook, watched: Watched) -> None:
    watched.open(f"{workbook.address}?case={CASE}&lens=cfo")
    page = watched.page
    chosen = page.locator(".lens select")
    expect(chosen).to_have_value("cfo")
    expect(page.locator(".prose")).to_contain_text("is cash")
    page.keyboard.press("v")
    expect(chosen).to_have_value("coo")
    watched.go("idea")
    expect(chosen).to_have_value("coo")
    expect(page.locator(".prose")).to_contain_text("The busiest month")
    expect(page.locator(".strip")).to_contain_text("Working hours it takes")
    page.wait_for_function("location.search.includes('lens=coo')")
    watched.reload()
    expect(chosen).to_have_value("coo")
    page.locator(".lens [data-act=lenses]").click()
    expect(page.locator(".panel-lenses .head h2")).to_have_text("As the COO sees it")
    page.keyboard.press("Escape")
    chosen.select_option("")
    expect(page.locator(".strip")).to_contain_text("Breaks even at")
