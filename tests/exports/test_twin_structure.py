"""The twin is built as a model reviewer expects: one formula a row, figures in cells, the same columns throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from ldcase.exports import write_twin
from ldcase.exports.cells import FIRST_MONTH
from ldcase.forecast import Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS
from tests.exports.conftest import CASES
from tests.exports.opened import formulas

Row = tuple[Cell, ...]
REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
NUMBER = re.compile(r"(?<![A-Z$\d.])\d+(?:\.\d+)?")
MATHEMATICS = {"0", "1"}
"""Nothing and one; every other figure stands in a cell."""
THUMB = 100
"""The most letters of a formula on Workings."""
QUOTED = re.compile(r'"[^"]*"')
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
    for cell in formulas(books[name]):
        figures = NUMBER.findall(REFERENCE.sub("", QUOTED.sub("", cell.value)))
        assert set(figures) <= MATHEMATICS, f"{cell.parent.title} {cell.coordinate}: {cell.value}"
    typed = [
        cell for row in books[name]["Workings"].iter_rows() for cell in row if cell.data_type == "n" and cell.value
    ]
    assert not typed, "nothing is typed on Workings"
    inputs = {row[1]: row[5] for row in books[name]["Inputs"].iter_rows(min_row=5, values_only=True) if row[1]}
    assert {key: inputs[key] for key in BUILT_IN_CONSTANTS} == BUILT_IN_CONSTANTS


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_hidden_or_locked_for_good(name: str, books: Mapping[str, Workbook]) -> None:
    for sheet in books[name]:
        assert sheet.sheet_state == "visible"
        hidden = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]
        assert not [part for part in hidden if part.hidden]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert sheet.page_setup.orientation == ("portrait" if sheet.title == "Outputs" else "landscape")
        assert sheet.page_setup.fitToHeight == (None if sheet.title == "Outputs" else 0), "one page is the default"


@pytest.mark.parametrize("name", CASES)
def test_charts_are_native_and_show_what_the_cells_say(
    name: str, books: Mapping[str, Workbook], forecasts: Mapping[str, Forecast]
) -> None:
    """Gap, cash flow, discounts, drivers: each series is a range of the file."""
    charts = books[name]["Outputs"]._charts
    found = forecasts[name].haircuts()
    assert len(charts) == 2 + bool(found.steps and min(step.after for step in found.steps) >= 0) + 1
    for chart in charts:
        for series in chart.ser:
            sheet, cells = series.val.numRef.f.split("!")
            assert sheet in ("Workings", "Outputs")
            values = [cell.value for row in books[name][sheet][cells.replace("$", "")] for cell in row]
            assert None not in values
            assert len(values) == len(series.val.numRef.numCache.pt)


@pytest.mark.parametrize("name", CASES)
def test_labels_are_unique_and_have_units(name: str, books: Mapping[str, Workbook]) -> None:
    inputs = [row for row in books[name]["Inputs"].iter_rows(min_row=5) if row[1].value]
    calculations = [calculation for _, calculation in blocks(books[name])]
    for rows, unit in ((inputs, 6), (calculations, 2)):
        names = [row[1].value for row in rows]
        assert len(names) == len(set(names))
        assert all(row[0].value and row[unit].value for row in rows)
    titles = Counter(row[0].value for row in calculations)
    assert set(titles.values()) == {1}, titles.most_common(2)


def blocks(book: Workbook) -> Iterator[tuple[list[Row], Row]]:
    """The calculation blocks of Workings: the rows of what is needed, and the calculation in the last."""
    above: list[Row] = []
    for row in book["Workings"].iter_rows(min_row=8):
        if row[1].value and not row[0].font.bold:
            above.append(row)
        elif row[1].value:
            yield above, row
            above = []


def read_in(row: Row) -> tuple[str, set[int]]:
    """The first formula of a row, and the rows of its own sheet that it reads."""
    written = next(cell.value for cell in row if cell.data_type == "f")
    own = re.sub(r"Inputs!\$F\$\d+", "", written)
    return written, {int(found[4]) for found in REFERENCE.finditer(own)}


@pytest.mark.parametrize("name", CASES)
def test_a_calculation_reads_only_its_block(name: str, books: Mapping[str, Workbook]) -> None:
    """Ingredients right above, each used, each linked to where it comes from and called as there; then one formula."""
    sheet = books[name]["Workings"]
    calculated = {row[0].row for _, row in blocks(books[name])} | {5, 6}
    balances = 0
    for above, calculation in blocks(books[name]):
        last = calculation[0].row
        rows = [row[0].row for row in above]
        assert rows == list(range(last - len(above), last)), "no gap"
        written, used = read_in(calculation)
        assert used == set(rows), f"{calculation[1].value}: {written}"
        assert len(written) <= THUMB
        for row in above:
            link, origins = read_in(row)
            if row[1].value == f"{calculation[1].value}.opening":
                assert origins == {last}
                balances += 1
            elif origins:
                assert re.fullmatch(r"=\$?[A-Z]+\$?\d+", link)
                assert origins <= calculated, "linked to its origin, not to another link"
                (origin,) = origins
                assert [sheet.cell(origin, column).value for column in (1, 2, 3)] == [cell.value for cell in row[:3]]
            else:
                assert re.fullmatch(r"=Inputs!\$F\$\d+", link)
                assert books[name]["Inputs"][link.removeprefix("=Inputs!").replace("$F$", "B")].value == row[1].value
    assert balances == 2, "people trained, net benefit so far"
