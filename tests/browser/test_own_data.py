"""Own data in a browser: a file is uploaded, its columns are corrected, its figures taken, and undone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.watched import Watched


def test_an_uploaded_list_changes_the_baseline_and_undo_brings_it_back(
    workbook: Workbook, watched: Watched, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('it-turnover')}")
    page = watched.page
    lever = page.get_by_role("textbox", name="Voluntary leavers a year, as a number")
    before = lever.input_value()
    watched.act("own_data").click()
    page.set_input_files(".panel-own_data input[type=file]", BUNDLED / "samples" / "sample-people.csv")
    panel = page.locator(".panel-own_data")
    expect(panel).to_contain_text("851 of 859 rows are used; 8 are not")
    expect(panel.locator(".figure canvas, .figure svg").first).to_be_visible()
    panel.locator("select[name=group]").select_option(label="none")
    expect(panel).to_contain_text("The file has no groups")
    panel.locator("select[name=group]").select_option("Team")
    expect(panel).to_contain_text("2 groups are hidden: fewer than 10 people.")
    panel.get_by_text("Rows that are not used").click()
    with page.expect_download() as saved:
        panel.get_by_text("Save all 8 as a table").click()
    assert saved.value.suggested_filename == "rows-not-used.csv"
    assert "nobody is named" in saved.value.path().read_text(encoding="utf-8-sig")
    panel.get_by_role("button", name="Take it into the case").click()
    expect(panel.locator("[role=status]:not(.menu-said)").first).to_contain_text("undo brings the earlier ones back")
    page.keyboard.press("Escape")
    expect(lever).not_to_have_value(before)
    # beside a changed value stands what it was; its source is in the tip and in the row, unseen
    assert "sample-people.csv" in (page.locator(".lever", has=lever).text_content() or "")
    watched.act("undo").click()
    expect(lever).to_have_value(before)
