"""Layouts with extremes: the longest names, other scripts, huge and negative money, one cohort and many."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from ldcase.case.document_parts import MOST_COHORTS
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.watched import Watched, script

OVERFLOWING = script("overflowing.js")
OVERLAPPING = script("overlapping.js")
SIZES = {
    "1280": (1280, 720),
    "1920": (1920, 1080),
    "1024": (1024, 768),
    "phone": (390, 844),
    "zoomed": (640, 360),
}
"""Windows in CSS pixels; “zoomed” is 1280 × 720 at 200 %."""
STEPS = ("opportunity", "idea", "evidence", "ask")
LONG = "How a very long title behaves when somebody writes a whole sentence, and then another one, into it 🎯 "
RIGHT_TO_LEFT = "إغلاق المزيد من الصفقات مع العملاء الجدد"


def _plain(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((BUNDLED / "cases" / name / "case.yaml").read_text(encoding="utf-8"))
    return content


def _title() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    case["title"] = (LONG * 3)[:200]
    return case


def _script() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    case["title"] = f"{RIGHT_TO_LEFT} 🎯"
    case["summary"] = RIGHT_TO_LEFT * 3
    case["opportunity"]["priority"] |= {"name": RIGHT_TO_LEFT * 2, "owner": RIGHT_TO_LEFT}
    return case


def _money() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    text = yaml.safe_dump(case, allow_unicode=True)
    found = yaml.safe_load(text)
    for each in _assumptions(found):
        if str(each.get("unit", "")).startswith("money"):
            for key in ("low", "likely", "high", "value"):
                if key in each:
                    each[key] = float(each[key]) * 1e6
    found["idea"]["costs"]["assumptions"]["design_cost"] = {
        "low": 234_567_890_123, "likely": 345_678_901_234, "high": 456_789_012_345, "unit": "money",
        "source": "Somebody", "grade": "opinion",
    }  # fmt: skip
    return dict(found)


def _sources() -> dict[str, Any]:
    case = _plain("line-supervisors")
    for each in _assumptions(case):
        each["source"] = "Export_of_the_system_of_record_without_any_space_in_its_name_" * 3
        each["owner"] = "The deputy assistant head of the department that keeps the figures for everybody else " * 2
    return case


def _assumptions(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "unit" in node and "source" in node:
            yield node
        for value in node.values():
            yield from _assumptions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _assumptions(value)


def _no_history() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    for metric in case["opportunity"]["metrics"].values():
        metric.pop("history", None)
    return case


def _one_cohort() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    case["idea"]["cohorts"] = [{"people": 1, "start": 1}]
    return case


def _many_cohorts() -> dict[str, Any]:
    case = _plain("closing-the-sale")
    case["horizon"] = "60 months"
    case["idea"]["cohorts"] = [{"people": 1 + k, "start": 1 + k} for k in range(MOST_COHORTS)]
    return case


EXTREMES = {
    "title": _title,
    "script": _script,
    "money": _money,
    "sources": _sources,
    "history": _no_history,
    "one": _one_cohort,
    "many": _many_cohorts,
}


@pytest.fixture(scope="module")
def extremes(workbook: Workbook) -> Iterator[dict[str, str]]:
    made: dict[str, Path] = {}
    for name, content in EXTREMES.items():
        source = "line-supervisors" if name == "sources" else "closing-the-sale"
        folder = workbook.data / "cases" / f"extreme-{name}"
        shutil.copytree(BUNDLED / "cases" / source, folder)
        text = yaml.safe_dump(content(), allow_unicode=True, sort_keys=False, width=120)
        (folder / "case.yaml").write_text(text, encoding="utf-8")
        made[name] = folder
    yield {name: folder.name for name, folder in made.items()}
    for folder in made.values():
        shutil.rmtree(folder)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_breaks_at_any_size(watched: Watched, workbook: Workbook, extremes: dict[str, str], size: str) -> None:
    page = watched.page
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    wrong: list[str] = []
    watched.open(f"{workbook.address}?case={extremes['title']}")
    for name, case in extremes.items():
        if name != "title":
            page.evaluate(script("open_case.js"), case)
            page.wait_for_function("(case_) => document.querySelector('.ldcase').dataset.case === case_", arg=case)
        for step in STEPS:
            page.evaluate("(step) => document.querySelector(`[role=tab][data-value=${step}]`).click()", step)
            page.wait_for_function(f"document.querySelector('.ldcase').dataset.step === '{step}'")
            watched.still()
            told = [*page.evaluate(OVERFLOWING), *page.evaluate(OVERLAPPING)]
            # In a narrow window the foot scrolls by itself; the way on stands first in it.
            told = [each for each in told if width > 1024 or not each.startswith("wide: footer.foot")]
            wrong += [f"{size}, {name}, {step}: {each}" for each in told]
    page.locator(".foot [data-act=cases]").click()
    page.wait_for_selector(".home .case")
    page.wait_for_function("!document.querySelector('.home .waits')")
    wrong += [f"{size}, home: {each}" for each in [*page.evaluate(OVERFLOWING), *page.evaluate(OVERLAPPING)]]
    assert not wrong, "\n".join(wrong)


def test_more_cohorts_than_can_be_are_told(watched: Watched, workbook: Workbook, extremes: dict[str, str]) -> None:
    file = workbook.data / "cases" / extremes["many"] / "case.yaml"
    good = file.read_text(encoding="utf-8")
    case = yaml.safe_load(good)
    case["idea"]["cohorts"] = [{"people": 1, "start": 1} for _ in range(50)]
    folder = file.parent.with_name("extreme-fifty")
    folder.mkdir()
    (folder / "case.yaml").write_text(yaml.safe_dump(case, allow_unicode=True), encoding="utf-8")
    watched.open(f"{workbook.address}?case=extreme-fifty")
    notice = watched.page.locator(".notice")
    expect(notice).to_contain_text("There are too many cohorts.")
    expect(notice).to_contain_text(f"at most {MOST_COHORTS}")
    assert watched.page.evaluate(OVERFLOWING) == []
    shutil.rmtree(folder)


def test_text_of_a_case_runs_its_own_way(watched: Watched, workbook: Workbook, extremes: dict[str, str]) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={extremes['script']}")
    for selector in (".top .case", ".ldcase h1", ".prose p"):
        direction = page.locator(selector).first.evaluate(
            "(element) => element.getAttribute('dir') ?? element.closest('[dir]')?.dir"
        )
        assert direction == "auto", selector
    assert re.search("[\u0600-\u06ff]", page.locator(".top .case").inner_text())
    page.locator(".foot [data-act=cases]").click()
    card = page.locator(f"[data-value={extremes['script']}] b").first
    assert card.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
