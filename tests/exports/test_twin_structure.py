"""The twin is built as a model reviewer expects: one formula a row, figures in cells, the same columns throughout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from ldcase.exports import write_twin
from ldcase.exports.cells import FIRST_MONTH
from ldcase.forecast import Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS
from tests.exports.conftest import CASES
from tests.exports.opened import formulas

REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
NUMBER = re.compile(r"(?<![A-Z$\d.])\d+(?:\.\d+)?")
MATHEMATICS = {"0", "1", "2", "0.5", "12"}
"""Nothing, one, a half, and the months of a yearly rate in `discount`; every other figure stands in a cell."""
LARGEST_FILE = 2_000_000


@pytest.fixture(scope="module")
def books(forecasts: Mapping[str, Forecast], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Workbook]:
    folder, books = tmp_path_factory.mktemp("structure"), {}
    for number, (name, of) in enumerate(forecasts.items()):
        path = Path(folder, f"{number}.xlsx")
        write_twin(of, path)
        assert path.stat().st_size < LARGEST_FILE
        books[name] = openpyxl.load_workbook(path)
    return books


def relative(formula: str, row: int, column: int) -> str:
    """The formula with every address as the way to it, so that one copied along a row stays the same text."""

    def way(found: re.Match[str]) -> str:
        anchored_column, letters, anchored_row, digits = found.groups()
        across, down = column_index_from_string(letters), int(digits)
        return f"R{down if anchored_row else down - row}C{across if anchored_column else across - column}"

    return REFERENCE.sub(way, formula)


@pytest.mark.parametrize("name", CASES)
def test_one_formula_a_row(name: str, books: Mapping[str, Workbook], forecasts: Mapping[str, Forecast]) -> None:
    months = forecasts[name].case.horizon
    timelines = 0
    for row in books[name]["Workings"].iter_rows(min_col=FIRST_MONTH + 1):
        cells = [cell for cell in row if cell.data_type == "f"]
        if cells:
            assert len(cells) == months
            written = {relative(cell.value, cell.row, cell.column) for cell in cells}
            assert len(written) == 1, f"row {cells[0].row}: {written}"
            timelines += 1
    assert timelines > 2


@pytest.mark.parametrize("name", CASES)
def test_figures_stand_in_cells(name: str, books: Mapping[str, Workbook]) -> None:
    workings = [cell for cell in formulas(books[name]) if cell.parent.title == "Workings"]
    for cell in workings:
        assert set(NUMBER.findall(REFERENCE.sub("", cell.value))) <= MATHEMATICS, f"{cell.coordinate}: {cell.value}"
    typed = [
        cell for row in books[name]["Workings"].iter_rows() for cell in row if cell.data_type == "n" and cell.value
    ]
    assert not typed, "nothing is typed on Workings"
    inputs = {row[1]: row[5] for row in books[name]["Inputs"].iter_rows(min_row=5, values_only=True) if row[1]}
    assert {key: inputs[key] for key in BUILT_IN_CONSTANTS} == BUILT_IN_CONSTANTS


@pytest.mark.parametrize("name", CASES)
def test_labels_are_unique_and_have_units(name: str, books: Mapping[str, Workbook]) -> None:
    for sheet, unit in (("Inputs", 6), ("Workings", 2)):
        rows = [row for row in books[name][sheet].iter_rows(min_row=5, values_only=True) if row[1]]
        names = [row[1] for row in rows]
        assert len(names) == len(set(names))
        assert all(row[0] and row[unit] for row in rows)
