"""What is taken from the page: the twin with the figures of the screen, every document, all as a zip, a link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from ldcase.case import load
from ldcase.case.catalogue import load as load_catalogue
from ldcase.exports.kinds import KINDS
from ldcase.exports.origin import digest, read_origin
from ldcase.exports.verify import documents
from ldcase.forecast import forecast
from tests.browser.conftest import Workbook
from tests.browser.watched import OPENING, Watched


def test_the_twin_holds_what_the_screen_shows(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    page = watched.page
    name = copied("closing-the-sale")
    watched.open(f"{workbook.address}?case={name}")
    lever = watched.seen()["levers"][0]["name"]
    watched.slider(lever).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    value = watched.seen()["levers"][0]["now"]
    watched.go("ask")
    with page.expect_download() as download:
        page.locator(".below [data-act=export]").click()
    assert download.value.suggested_filename == f"{name}.xlsx"
    file = tmp_path / "twin.xlsx"
    download.value.save_as(file)

    formulas, values = openpyxl.load_workbook(file), openpyxl.load_workbook(file, data_only=True)
    assert {"Inputs", "Workings", "Outputs", "Checks"} <= set(formulas.sheetnames)
    assert any(str(cell.value).startswith("=") for row in formulas["Outputs"].iter_rows() for cell in row)
    case = load(workbook.data / "cases" / name, load_catalogue(workbook.data)).what_if({lever: value})
    figures = [cell.value for row in values["Outputs"].iter_rows() for cell in row if isinstance(cell.value, float)]
    likely = forecast(case)["net_benefit"].likely
    assert any(figure == pytest.approx(likely, rel=1e-9) for figure in figures), (likely, figures)
    inputs = [cell.value for row in values["Inputs"].iter_rows() for cell in row if isinstance(cell.value, float)]
    assert any(figure == pytest.approx(value, rel=1e-9) for figure in inputs)


def test_the_export_button_offers_every_form_and_saves_the_one_page(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    page = watched.page
    name = copied("closing-the-sale")
    watched.open(f"{workbook.address}?case={name}")
    page.locator(".top .action[title=Export]").click()
    page.locator(".panel-export .card").first.wait_for()
    for ending in (".pdf", ".docx"):
        with page.expect_download() as download:
            page.locator(f".panel-export [data-value='{ending}']").click()
        assert download.value.suggested_filename == f"{name}{ending}"
        page.get_by_text(f"Made: {name}{ending}").wait_for()
        file = tmp_path / f"page{ending}"
        download.value.save_as(file)
        found = read_origin(file)
        assert found is not None
        case = load(workbook.data / "cases" / name, load_catalogue(workbook.data))
        assert found.digest == digest(case)
    assert len(PdfReader(tmp_path / "page.pdf").pages) == 1


def test_all_can_be_stopped_saved_checked_and_a_link_leads_here(
    new_page: Callable[..., Watched], workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    watched = new_page(permissions=["clipboard-read", "clipboard-write"])
    page, name = watched.page, copied("closing-the-sale")
    watched.open(f"{workbook.address}?case={name}")
    lever = watched.seen()["levers"][0]["name"]
    watched.slider(lever).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    value = watched.seen()["levers"][0]["now"]
    page.locator(".top .action[title=Export]").click()
    saved: list[str] = []
    page.on("download", lambda download: saved.append(download.suggested_filename))
    everything = page.locator(".panel-export [data-value=all]")
    everything.click()
    page.locator("[data-act='export.stop']").click()
    expect(everything).to_be_enabled()
    assert saved == []
    with page.expect_download(timeout=1000 * OPENING) as download:
        everything.click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert saved == [f"{name}.zip"]
    assert set(documents(file.name, file.read_bytes())) == {f"{name}{ending}" for ending in KINDS}

    page.locator("[data-upload='export.check']").set_input_files(file)
    expect(page.locator(".checked")).to_have_count(len(KINDS))
    expect(page.locator(".checked[data-outcome=same]")).to_have_count(len(KINDS))
    page.locator(".panel-export [data-link]").click()
    expect(page.locator(".link-copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(workbook.address)
    page.keyboard.press("Escape")
    page.locator(".foot [data-act=undo]").click()
    watched.until(lambda seen: "no changes" in seen["slots"]["foot"], "the change is undone")

    other = new_page()
    other.open(link)
    other.until(lambda seen: seen["levers"][0]["now"] == value, "the lever stands as in the link")
    expect(other.page.locator(".notice")).to_contain_text("It carries 1 changed lever.")
    other.page.locator("[data-act=keep_link]").click()
    other.until(lambda seen: "1 change" in seen["slots"]["foot"], "what the link carried is recorded")
    expect(other.page.locator(".notice .cautious")).to_have_count(0)
