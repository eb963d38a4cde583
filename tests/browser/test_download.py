"""What is saved from the page: the Excel twin with the figures that are on the screen, and the one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from ldcase.case import load
from ldcase.case.catalogue import load as load_catalogue
from ldcase.exports.origin import digest, read_origin
from ldcase.forecast import forecast
from tests.browser.conftest import Workbook
from tests.browser.watched import Watched


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
