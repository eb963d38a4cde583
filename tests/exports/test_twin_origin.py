"""The twin says where it comes from and what was changed, and is protected where nothing should be typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from ldcase.exports import write_twin
from ldcase.exports.cells import LIKELY_COLUMN
from ldcase.exports.origin import Origin, from_properties, origin
from ldcase.exports.twin import layout
from ldcase.forecast import Forecast, forecast
from ldcase.store.history import Change
from tests.exports.conftest import UNCOUNTED

NAME = "closing-the-sale"
AT = datetime(2027, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))


def changes(of: Forecast) -> tuple[Change, ...]:
    path = of.case.assumptions["able_share"].path
    return (
        Change(NAME, 1, "edit", f"{path}.likely", 0.4, 0.5, "Finance", "=HYPERLINK(1)", AT),
        Change(NAME, 2, "undo", f"{path}.likely", 0.5, 0.4, "Sales", "too hopeful", AT, of=1),
    )


@pytest.fixture(scope="module")
def path(forecasts: Mapping[str, Forecast], tmp_path_factory: pytest.TempPathFactory) -> Path:
    of = forecasts[NAME]
    target = tmp_path_factory.mktemp("origin") / "twin.xlsx"
    write_twin(of, target, origin(of, date(2027, 1, 6), "2"), changes(of))
    return target


def read(path: Path) -> Origin | None:
    found = openpyxl.load_workbook(path).custom_doc_props
    return from_properties({each.name: each.value for each in found.props})


def texts(workbook: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for row in workbook[sheet].iter_rows() for cell in row if cell.value is not None]


def test_the_origin_is_in_the_properties_and_on_the_cover(path: Path, forecasts: Mapping[str, Forecast]) -> None:
    expected = origin(forecasts[NAME], date(2027, 1, 6), "2")
    assert read(path) == expected
    assert expected.line in texts(openpyxl.load_workbook(path), "Cover")


def test_a_very_long_title_does_not_break_the_properties(forecasts: Mapping[str, Forecast], tmp_path: Path) -> None:
    of = forecast(forecasts[NAME].case.edit("title", "x" * 400), 16)
    write_twin(of, tmp_path / "long.xlsx", origin(of, date(2027, 1, 6)))
    found = read(tmp_path / "long.xlsx")
    assert found is not None
    assert (found.digest, found.title) == (origin(of, date(2027, 1, 6)).digest, "x" * 255)


def test_changes_tell_who_when_from_to_and_why(path: Path) -> None:
    rows = list(openpyxl.load_workbook(path)["Changes"].iter_rows(min_row=5, max_col=7, values_only=True))
    assert [row[1] for row in rows] == ["Sales", "Finance"], "the latest first"
    assert [row[3] for row in rows] == ["undone", "changed"]
    assert rows[1][4:] == ("40\u00a0%", "50\u00a0%", "=HYPERLINK(1)")
    assert rows[1][0] == "5 Jan 2027, 07:30"
    assert {cell.data_type for row in openpyxl.load_workbook(path)["Changes"]["A5:G6"] for cell in row} == {"s"}


def test_without_a_log_the_figures_not_yet_saved_stand_there(forecasts: Mapping[str, Forecast], tmp_path: Path) -> None:
    case = forecasts[NAME].case
    for of, expected in (
        (forecast(case.what_if({"able_share": 0.41}), 16), case.assumptions["able_share"].title),
        (forecasts[UNCOUNTED], "No recorded change was handed over with this file."),
    ):
        write_twin(of, tmp_path / "twin.xlsx")
        assert expected in texts(openpyxl.load_workbook(tmp_path / "twin.xlsx"), "Changes")


def test_only_inputs_can_be_typed_over(path: Path, forecasts: Mapping[str, Forecast]) -> None:
    workbook = openpyxl.load_workbook(path)
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook)
    free = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert {cell.parent.title for cell in free} <= {"Inputs", "Cover"}
    rows = {cell.row - 1 for cell in free if cell.parent.title == "Inputs" and cell.column == LIKELY_COLUMN + 1}
    assert rows >= set(layout(forecasts[NAME]).inputs.values())
    assert not [cell for cell in free if cell.data_type == "f"]
