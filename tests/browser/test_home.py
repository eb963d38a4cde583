"""Home in a browser: cards at once, figures beside them; save, open under another name, duplicate, archive, back."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.watched import OPENING, Watched
from tests.served import Served, served

MANY = 50


def card(page: Page, title: str) -> Locator:
    """The card with that title."""
    return page.locator(".home .case").filter(has=page.get_by_text(title, exact=True))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("crowded")
    data = folder / "data"
    shutil.copytree(BUNDLED, data, ignore=shutil.ignore_patterns("local"))
    bundled = sorted((data / "cases").iterdir())
    for number in range(MANY - len(bundled)):
        source = bundled[number % len(bundled)]
        copy = shutil.copytree(source, data / "cases" / f"{source.name}-{number}") / "case.yaml"
        text = copy.read_text(encoding="utf-8")
        copy.write_text(re.sub(r"^title: (.*)$", rf"title: \1 {number}", text, count=1, flags=re.M), encoding="utf-8")
    places = {"LDCASE_DATA": str(data), "LDCASE_WORKSPACE": f"sqlite:///{folder / 'workspace.db'}"}
    with served(folder / "log", f"--Workbook.data_root={data}", **places) as running:
        yield running


def test_many_cases_are_there_at_once_and_their_figures_follow(watched: Watched, crowded: Served) -> None:
    page = watched.page
    page.goto(crowded.address, wait_until="commit")
    expect(page.locator(".home .case")).to_have_count(MANY, timeout=1000 * OPENING)
    expect(page.locator(".home .waits")).to_have_count(0, timeout=1000 * OPENING)
    expect(page.locator(".home .dots")).to_have_count(MANY)
    page.get_by_placeholder("Search").fill("turnover it department")
    expect(page.locator(".home .case")).not_to_have_count(MANY)
    began = time.monotonic()
    watched.reload()
    expect(page.locator(".home .dots")).to_have_count(MANY)
    assert page.locator(".home .waits").count() == 0
    assert time.monotonic() - began < OPENING


def test_the_way_of_a_case_through_home(watched: Watched, workbook: Workbook, tmp_path: Path) -> None:
    page = watched.page
    watched.open(workbook.address)
    title = "Line supervisors"
    with page.expect_download() as saved:
        card(page, title).get_by_role("button", name="Save as a file").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    assert file.name == "line-supervisors.zip"

    page.locator("input[data-upload='home.open']").set_input_files(file)
    expect(page.locator(".notice")).to_contain_text("stays as it is")
    page.get_by_label("Another name").fill("Supervisors, once more")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("is here now")
    expect(card(page, "Supervisors, once more").locator(".dots")).to_be_visible()

    card(page, "Supervisors, once more").get_by_role("button", name="Duplicate").click()
    copy = card(page, "Supervisors, once more (copy)")
    expect(copy.locator(".dots")).to_be_visible()
    copy.get_by_role("button", name="Archive").click()
    expect(copy).to_have_count(0)
    page.get_by_role("button", name="Archived 1").click()
    expect(copy).to_be_visible()
    copy.get_by_role("button", name="Bring back").click()
    page.locator(".lists .tab").first.click()
    expect(copy).to_be_visible()

    copy.locator(".open").click()
    expect(page.locator(".top .case")).to_have_text("Supervisors, once more (copy)")
    page.locator(".foot [data-act=cases]").click()
    expect(copy).to_be_visible()
    expect(page.locator(".share")).to_contain_text("Who can open this workbook")

    broken = tmp_path / "broken.yaml"
    broken.write_text("title: [\n", encoding="utf-8")
    page.locator("input[data-upload='home.open']").set_input_files(broken)
    expect(page.locator(".notice")).to_contain_text("broken/case.yaml:2:1")
    for name in ("supervisors-once-more", "supervisors-once-more-copy"):
        shutil.rmtree(workbook.data / "cases" / name)
