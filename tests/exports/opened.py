"""Reading a twin again: its cached values, its formulas, and what LibreOffice makes of it from nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from tests.recalculate import recalculate

_KEPT_VALUE = re.compile(rb"(<f>[^<]*</f>)<v>[^<]*</v>")


def values(path: Path) -> Workbook:
    """The workbook with the values kept beside its formulas."""
    return openpyxl.load_workbook(path, data_only=True)


def recalculated(path: Path) -> Workbook:
    """The workbook as LibreOffice computes it, with every kept value taken out before."""
    stripped = path.with_name(f"{path.stem}-stripped.xlsx")
    taken_out = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stripped, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content, count = _KEPT_VALUE.subn(rb"\1", content)
                taken_out += count
            target.writestr(name, content)
    assert taken_out == sum(1 for _ in formulas(openpyxl.load_workbook(path))), "every kept value is taken out"
    return values(recalculate(stripped))


def formulas(workbook: Workbook) -> Iterator[Cell]:
    """Every cell that holds a formula."""
    for sheet in workbook:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.data_type == "f")
