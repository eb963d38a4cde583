"""Reading a twin again: its cached values, its formulas, and what LibreOffice makes of it from nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from python_calamine import CalamineWorkbook

from tests.exports.twin_engine import Rows
from tests.recalculate import recalculate

_INPUTS_SHEET = "xl/worksheets/sheet2.xml"
_SWITCH = re.compile(rb'(<c r="F3"[^>]*><v>)2<')
_KEPT_VALUE = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def values(path: Path) -> Workbook:
    """The workbook with the values kept beside its formulas."""
    return openpyxl.load_workbook(path, data_only=True)


def recalculated(path: Path) -> Workbook:
    """The workbook as LibreOffice computes it, with every kept value taken out before."""
    return values(recalculate(stripped(path, path.with_name(f"{path.stem}-stripped.xlsx"))))


def stripped(path: Path, target: Path, scenario: int = 2) -> Path:
    """Write the file again without any kept value, and with the switch at a scenario: 1 low, 2 likely, 3 high."""
    taken_out = there = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                there += content.count(b"<f>")
                content, count = _KEPT_VALUE.subn(rb"\1", content)
                taken_out += count
            if name == _INPUTS_SHEET:
                content, switched = _SWITCH.subn(rb"\g<1>%d<" % scenario, content)
                assert switched == 1
            written.writestr(name, content)
    assert 0 < taken_out == there, "every kept value is taken out"
    return target


def rows(path: Path, sheet: str) -> Rows:
    """The values of a sheet, read quickly."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def rows_of(workbook: Workbook, sheet: str) -> Rows:
    """The same of a workbook that is open."""
    return [["" if cell is None else cell for cell in row] for row in workbook[sheet].iter_rows(values_only=True)]


def formulas(workbook: Workbook) -> Iterator[Cell]:
    """Every cell that holds a formula."""
    for sheet in workbook:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.data_type == "f")
