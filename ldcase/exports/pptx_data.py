"""The values of a native chart, with the workbook behind it: text stays text there, whatever it begins with."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from xlsxwriter import Workbook

AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""How the workbook is written: python-pptx would make a formula of a name that begins with “=”."""


class Categories(CategoryChartData):
    """Series over names."""

    def __init__(self, form: str) -> None:
        """``form`` is how a spreadsheet writes the values."""
        super().__init__(form)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook behind the chart."""
        return _written(self._workbook_writer)


class Points(XyChartData):
    """Series of points."""

    def __init__(self, form: str) -> None:
        """``form`` is how a spreadsheet writes the values."""
        super().__init__(form)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook behind the chart."""
        return _written(self._workbook_writer)


def _written(writer: Any) -> bytes:
    content = BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        writer._populate_worksheet(workbook, workbook.add_worksheet())
    return content.getvalue()
