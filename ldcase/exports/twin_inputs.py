"""The sheet Inputs: every assumption once, then the plan. The column “Likely” is what the model uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter import Workbook

from ldcase.case import Assumption, Case
from ldcase.case.assumption import between
from ldcase.exports.cells import LIKELY_COLUMN, Layout, SheetCells, may_be_defined
from ldcase.exports.look import Style, typed
from ldcase.exports.sheet import Sheet
from ldcase.forecast import Figure, Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS, BUILT_IN_UNITS
from ldcase.language import said, worded

HEAD_ROW = 3
_HEADS = (
    said("Assumption"),
    said("Name in formulas"),
    said("Low (P10)"),
    said("Likely: the model uses this"),
    said("High (P90)"),
    said("Unit"),
    said("Source"),
    said("Owner"),
    said("Grade"),
    said("Note"),
)
WIDTHS = (38, 30, 18, 18, 18, 20, 46, 26, 16, 70)


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs under one heading."""

    title: str
    names: tuple[str, ...]


def groups(case: Case) -> tuple[Group, ...]:
    """Return the inputs as on the sheet: by metric, diagnosis and module, in the order of the pitch, then the plan."""
    titles: dict[str, list[str]] = {}
    for name in case.assumptions:
        titles.setdefault(_title(case, name), []).append(name)
    titles[said("The plan")] = list(case.plan)
    return tuple(Group(title, tuple(names)) for title, names in titles.items())


def rows(case: Case) -> dict[str, int]:
    """Return the row of every input, from 0."""
    return {name: row for row, name in _placed(case) if name}


def write_inputs(workbook: Workbook, sheet: Sheet, forecast: Forecast, layout: Layout) -> None:
    """Fill the sheet, and define a name for every input that may have one."""
    case = forecast.case
    sheet.titled(
        "Inputs",
        said("Change a blue figure in the column “Likely”: everything follows. Low and high are for the simulation."),
    )
    _head(sheet)
    titles = {group.names[0]: group.title for group in groups(case) if group.names}
    for row, name in _placed(case):
        if name in titles:
            sheet.heading(row - 1, titles[name], len(_HEADS))
        if name in case.assumptions:
            _assumption(sheet, row, case.assumptions[name])
        elif name:
            _planned(sheet, row, forecast[name])
    _calendar(sheet, max(layout.inputs.values()) + 2)
    here = SheetCells(layout, "")
    for name in layout.inputs:
        if may_be_defined(name):
            workbook.define_name(name, f"={here.constant(name)}")


def _placed(case: Case) -> Iterator[tuple[int, str]]:
    row = HEAD_ROW + 1
    for group in groups(case):
        for name in group.names:
            row += 1
            yield row, name
        row += 2


def _title(case: Case, name: str) -> str:
    for metric in case.metrics:
        if name.startswith(f"{metric.key}."):
            return metric.title
    for module in case.catalogue.model.values():
        if name in module.needs:
            return module.title
    return said("Why there is a gap")


def _head(sheet: Sheet) -> None:
    for column, title in enumerate(_HEADS):
        style: Style = "head_number" if 2 <= column <= 4 else "head"
        sheet.text(HEAD_ROW, column, title, style)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.worksheet.repeat_rows(HEAD_ROW)


def _assumption(sheet: Sheet, row: int, assumption: Assumption) -> None:
    texts = {
        0: assumption.title,
        1: assumption.name,
        5: assumption.unit,
        6: worded(assumption.source),
        7: assumption.owner,
        8: worded(assumption.grade),
    }
    for column, text in texts.items():
        sheet.text(row, column, text, "quiet" if column == 1 else "wrapped")
    sheet.text(row, 9, " ".join(worded(part) for part in (assumption.note, assumption.help) if part), "quiet")
    sheet.number(row, LIKELY_COLUMN - 1, assumption.low, "around", typed(assumption.format))
    sheet.number(row, LIKELY_COLUMN, assumption.likely, "input", typed(assumption.format))
    sheet.number(row, LIKELY_COLUMN + 1, assumption.high, "around", typed(assumption.format))
    if rule := _allowed(assumption):
        sheet.worksheet.data_validation(row, LIKELY_COLUMN, row, LIKELY_COLUMN, rule)


def _allowed(assumption: Assumption) -> dict[str, object]:
    """Return the rule by which a spreadsheet refuses a likely value out of its bounds; empty where there are none."""
    lower, upper = assumption.bounds
    kind: dict[str, object] = {
        "validate": "integer" if assumption.whole else "decimal",
        "error_title": worded("Not possible"),
    }
    message = worded(said("The value must be {between}.", between=between(assumption.bounds)))
    if lower is not None and upper is not None:
        return {**kind, "criteria": "between", "minimum": lower, "maximum": upper, "error_message": message}
    if lower is None and upper is None:
        return {}
    criteria = ">=" if upper is None else "<="
    return {**kind, "criteria": criteria, "value": lower if upper is None else upper, "error_message": message}


def _planned(sheet: Sheet, row: int, figure: Figure) -> None:
    sheet.text(row, 0, figure.title, "wrapped")
    sheet.text(row, 1, figure.name, "quiet")
    sheet.number(row, LIKELY_COLUMN, figure.likely, "input")
    sheet.text(row, 5, figure.unit)
    for column in (2, 4, 6, 7, 8, 9):
        sheet.text(row, column, "")


def _calendar(sheet: Sheet, row: int) -> None:
    sheet.heading(
        row, said("Constants of the calendar, written as numbers in the formulas; not to be changed"), len(_HEADS)
    )
    for offset, (name, value) in enumerate(BUILT_IN_CONSTANTS.items(), start=1):
        texts = {0: name.replace("_", " ").capitalize(), 1: name, 5: BUILT_IN_UNITS[name]}
        for column in range(len(_HEADS)):
            sheet.text(row + offset, column, texts.get(column, ""), "quiet" if column == 1 else "wrapped")
        sheet.number(row + offset, LIKELY_COLUMN, value)
