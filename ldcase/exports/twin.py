"""The Excel twin: the case as a workbook of live formulas that finance can audit.

Cover, Inputs, Workings, Outputs, Checks, Changes. Formulas come from the graph's own spreadsheet rendering and carry
the value of the median case, so that the file can be read where nothing calculates. No macros, links or volatile
functions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook

from ldcase.exports import twin_changes, twin_charts, twin_checks, twin_cover, twin_inputs, twin_outputs, twin_workings
from ldcase.exports.cells import INPUTS, WORKINGS, Layout
from ldcase.exports.look import Look
from ldcase.exports.origin import Origin
from ldcase.exports.sheet import Sheet, writable
from ldcase.exports.twin_blocks import Placed, placed
from ldcase.exports.twin_model import Model, model
from ldcase.exports.twin_scenario import scenarios
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.store.history import Change

COVER = "Cover"
OUTPUTS, CHECKS, CHANGES = twin_outputs.OUTPUTS, twin_checks.CHECKS, twin_changes.CHANGES
_A3, _A4 = 8, 9
_MONTHS_A_PAGE = 12
_LONGEST_PROPERTY = 255
"""The most letters that Excel keeps in one of a file's own properties."""
_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True}
"""What stays possible on a sheet that is protected against typing over formulas."""


def layout(forecast: Forecast) -> Layout:
    """Return where every quantity stands in the twin of a forecast."""
    cut = model(forecast.case)
    return _layout(forecast, cut, placed(cut))


def _layout(forecast: Forecast, cut: Model, blocks: Sequence[Placed]) -> Layout:
    case = forecast.case
    constants = twin_inputs.constants(case, cut.figures)
    return Layout(case.horizon, twin_inputs.rows(case), twin_workings.rows(blocks), constants)


def write_twin(
    forecast: Forecast, target: Path | BinaryIO, origin: Origin | None = None, log: Sequence[Change] = ()
) -> None:
    """Write the Excel twin of a forecast.

    Parameters
    ----------
    forecast
        Its median case gives the values of the formulas, its draws the quantiles on Outputs.
    target
        A path, which is replaced in one go or not at all, or a binary stream.
    origin
        Where the file comes from: on Cover and in the file's own properties; without it, it carries none.
    log
        The recorded changes of the case, for the sheet Changes; without them, the figures not yet saved stand there.

    Raises
    ------
    OSError
        When the path cannot be written.
    """
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as workbook:
        _fill(workbook, forecast, origin, log)
    if isinstance(target, Path):
        write_whole(target, content.getvalue())
    else:
        target.write(content.getvalue())


def _fill(workbook: Workbook, forecast: Forecast, origin: Origin | None, log: Sequence[Change]) -> None:
    workbook.set_properties(
        {"title": writable(forecast.case.title), "subject": worded("Business case for a learning initiative")}
    )
    for name, text in origin.properties.items() if origin else ():
        workbook.set_custom_property(name, writable(text)[:_LONGEST_PROPERTY], "text")
    cut = model(forecast.case)
    blocks, positions = placed(cut), scenarios(forecast.case)
    look, where = Look(workbook), _layout(forecast, cut, blocks)
    widths = {
        COVER: twin_cover.WIDTHS,
        INPUTS: twin_inputs.widths(positions),
        WORKINGS: twin_workings.widths(forecast),
        OUTPUTS: twin_outputs.WIDTHS,
        CHECKS: twin_checks.widths(positions),
        CHANGES: twin_changes.WIDTHS,
    }
    sheets = {name: Sheet(workbook.add_worksheet(name), look, columns) for name, columns in widths.items()}
    twin_inputs.write_inputs(sheets[INPUTS], forecast, where, cut.figures, positions)
    twin_workings.write_workings(sheets[WORKINGS], forecast, where, cut, blocks)
    free = twin_outputs.write_outputs(sheets[OUTPUTS], forecast, where)
    for name, cell in twin_outputs.named().items():
        workbook.define_name(name, cell)
    twin_charts.write_charts(workbook, sheets[OUTPUTS], free, forecast, where)
    verdict = twin_checks.write_checks(sheets[CHECKS], forecast, where, positions)
    twin_cover.write_cover(sheets[COVER], forecast, verdict, origin)
    twin_changes.write_changes(sheets[CHANGES], forecast, log)
    _verdicts(sheets[CHECKS], look)
    _printed(sheets, forecast)
    for sheet in sheets.values():
        sheet.worksheet.protect("", _ALLOWED)


def _verdicts(sheet: Sheet, look: Look) -> None:
    overall, column = twin_checks.OVERALL_ROW, twin_checks.VERDICT_COLUMN
    for text, tone in (
        (worded("OK"), "benefit"),
        (worded("look"), "gap"),
        (worded("same"), "benefit"),
        (worded("changed"), "gap"),
    ):
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{text}"',
            "format": look.coloured(f"{tone}_text", f"{tone}_soft"),
        }
        sheet.worksheet.conditional_format(overall, 1, overall, 1, rule)
        sheet.worksheet.conditional_format(twin_checks.FIRST_ROW, column, 999, column, rule)


def _printed(sheets: dict[str, Sheet], forecast: Forecast) -> None:
    for name, sheet in sheets.items():
        page = sheet.worksheet
        if name == OUTPUTS:  # on one page, so that no chart is cut
            page.set_portrait()
        else:
            page.set_landscape()
        page.set_paper(_A3 if name in (INPUTS, WORKINGS, OUTPUTS) else _A4)
        across = math.ceil(forecast.case.horizon / _MONTHS_A_PAGE) if name == WORKINGS else 1
        page.fit_to_pages(across, int(name == OUTPUTS))
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        numbered = worded("page {page} of {pages}", page="&P", pages="&N")
        page.set_footer(f"&L{_footer(forecast.case.title)}&C{name}&R{numbered}", {"margin": 0.3})


def _footer(title: str) -> str:
    """A title as the text of a footer, where & begins a code; a footer has room for 255 letters in all."""
    return writable(title)[:80].replace("&", "&&")
