"""The sheet Inputs: every assumption once, then the plan, and the switch that says which column the model uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.case import Assumption, Case
from ldcase.case.assumption import between
from ldcase.exports.cells import LIKELY_COLUMN, LIVE_COLUMN, SWITCH_ROW, Layout
from ldcase.exports.look import Style, typed
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_scenario import LIKELY, SWITCH, WORDS
from ldcase.forecast import Figure, Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS, BUILT_IN_UNITS
from ldcase.language import said, worded
from ldcase.words import numbers

HEAD_ROW = 3
_HEADS = (
    said("Assumption"),
    said("Name in formulas"),
    *WORDS,
    said("In use"),
    said("Unit"),
    said("Source"),
    said("Owner"),
    said("Grade"),
    said("Note"),
)
WIDTHS = (38, 30, 18, 18, 18, 18, 20, 46, 26, 16, 70)

CALENDAR = {
    "one_month": said("One month"),
    "one_year": said("One year"),
    "months_per_year": said("Months per year"),
    "minutes_per_hour": said("Minutes per hour"),
}
PLAN = said("The plan")
_HELD = (".people", ".count")
"""What there is none of where the programme does not take place."""
_SCENARIO_HELP = said(
    "Every assumption at its low or high at once is an outer edge: for a cost, low is the better end."
)


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
    titles[PLAN] = list(case.plan)
    return tuple(Group(title, tuple(names)) for title, names in titles.items())


def rows(case: Case) -> dict[str, int]:
    """Return the row of every input, from 0."""
    return {name: row for row, name in _placed(case)}


def programme_row(case: Case) -> int:
    """Return the row of the switch that says whether the programme takes place at all: right above the plan."""
    where = rows(case)
    return min(where[name] for name in case.plan) - 1


def constants(case: Case, figures: Iterable[str]) -> dict[str, int]:
    """Return the row of every constant of the calendar, then of every figure in formulas, from 0: below the plan."""
    first = max(rows(case).values()) + 3
    return {name: first + offset for offset, name in enumerate((*BUILT_IN_CONSTANTS, *figures))}


def figure_title(value: float) -> str:
    """What a figure is called that stood in a formula."""
    return worded("The figure {number}", number=numbers.plain(value, 15, 15))


def write_inputs(sheet: Sheet, forecast: Forecast, layout: Layout, figures: Mapping[str, float]) -> None:
    """Fill the sheet; ``figures`` are those that stood in formulas, by their name."""
    case = forecast.case
    sheet.titled(
        "Inputs",
        said("Change a blue figure: everything follows. The switch below says which column the model uses."),
    )
    _switch(sheet)
    _head(sheet)
    titles = {group.names[0]: group.title for group in groups(case) if group.names}
    for row, name in _placed(case):
        if name in titles:
            sheet.heading(row - 1 - (titles[name] == PLAN), titles[name], len(_HEADS))
        if name in case.assumptions:
            _assumption(sheet, row, case.assumptions[name])
        else:
            _planned(sheet, row, forecast[name], programme_row(case))
    _programme(sheet, programme_row(case))
    _constants(sheet, layout, figures)


def _placed(case: Case) -> Iterator[tuple[int, str]]:
    row = HEAD_ROW + 1
    for group in groups(case):
        row += group.title == PLAN  # the switch of the programme
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


def _switch(sheet: Sheet) -> None:
    """Write the one cell that chooses the column for every assumption at once, and beside it what is chosen."""
    sheet.worksheet.set_row(SWITCH_ROW, 30)
    sheet.text(SWITCH_ROW, 0, said("Scenario: 1 low, 2 likely, 3 high"), "strong")
    sheet.number(SWITCH_ROW, LIVE_COLUMN, LIKELY, "input")
    heads = (xl_rowcol_to_cell(HEAD_ROW, LIKELY_COLUMN + offset) for offset in (-1, 1))
    sheet.formula(SWITCH_ROW, LIVE_COLUMN + 1, f"=INDEX({':'.join(heads)},{SWITCH})", worded(WORDS[LIKELY - 1]))
    sheet.text(SWITCH_ROW, LIVE_COLUMN + 2, _SCENARIO_HELP, "lead")
    rule = {
        "validate": "list",
        "source": ["1", "2", "3"],
        "error_title": worded("Not possible"),
        "error_message": worded("1 is low, 2 is likely, 3 is high."),
    }
    sheet.worksheet.data_validation(SWITCH_ROW, LIVE_COLUMN, SWITCH_ROW, LIVE_COLUMN, rule)


def _head(sheet: Sheet) -> None:
    for column, title in enumerate(_HEADS):
        style: Style = "head_number" if 2 <= column <= LIVE_COLUMN else "head"
        sheet.text(HEAD_ROW, column, title, style)
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.worksheet.repeat_rows(HEAD_ROW)


def _assumption(sheet: Sheet, row: int, assumption: Assumption) -> None:
    texts = {
        0: assumption.title,
        1: assumption.name,
        6: assumption.unit,
        7: worded(assumption.source),
        8: assumption.owner,
        9: worded(assumption.grade),
    }
    for column, text in texts.items():
        sheet.text(row, column, text, "quiet" if column == 1 else "wrapped")
    sheet.text(row, 10, " ".join(worded(part) for part in (assumption.note, assumption.help) if part), "quiet")
    low, high = LIKELY_COLUMN - 1, LIKELY_COLUMN + 1
    for column, value in enumerate(assumption.values, start=low):
        sheet.number(row, column, value, "input", typed(assumption.format))
    chosen = f"=INDEX({xl_rowcol_to_cell(row, low)}:{xl_rowcol_to_cell(row, high)},{SWITCH})"
    sheet.formula(row, LIVE_COLUMN, chosen, assumption.likely, "figure", typed(assumption.format))
    if rule := _allowed(assumption):
        sheet.worksheet.data_validation(row, low, row, high, rule)


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


def _programme(sheet: Sheet, row: int) -> None:
    """Write the switch of the zero test; it is no input of the case and has no name."""
    sheet.text(row, 0, said("The programme takes place: 1 yes, 0 no"), "strong")
    sheet.number(row, LIKELY_COLUMN, 1, "input")
    sheet.formula(row, LIVE_COLUMN, f"={xl_rowcol_to_cell(row, LIKELY_COLUMN)}", 1)
    sheet.text(row, 6, said("1 or 0"))
    sheet.text(row, 10, said("For the test that doing nothing comes to nothing: at 0 nobody takes part."), "quiet")
    for column in (1, 2, 4, 7, 8, 9):
        sheet.text(row, column, "")
    rule = {
        "validate": "list",
        "source": ["1", "0"],
        "error_title": worded("Not possible"),
        "error_message": worded("1 is yes, 0 is no."),
    }
    sheet.worksheet.data_validation(row, LIKELY_COLUMN, row, LIKELY_COLUMN, rule)


def _planned(sheet: Sheet, row: int, figure: Figure, programme: int) -> None:
    sheet.text(row, 0, figure.title, "wrapped")
    sheet.text(row, 1, figure.name, "quiet")
    sheet.number(row, LIKELY_COLUMN, figure.likely, "input")
    here = xl_rowcol_to_cell(row, LIKELY_COLUMN)
    switched = f"*{xl_rowcol_to_cell(programme, LIVE_COLUMN, row_abs=True, col_abs=True)}"
    sheet.formula(row, LIVE_COLUMN, f"={here}" + switched * figure.name.endswith(_HELD), figure.likely)
    sheet.text(row, 6, figure.unit)
    for column in (2, 4, 7, 8, 9, 10):
        sheet.text(row, column, "")


def _constants(sheet: Sheet, layout: Layout, figures: Mapping[str, float]) -> None:
    above = min(layout.constants.values()) - 1
    sheet.heading(above, said("Constants of the calendar and of the formulas; not to be changed"), len(_HEADS))
    for name, row in layout.constants.items():
        calendar = name in BUILT_IN_CONSTANTS
        value = BUILT_IN_CONSTANTS[name] if calendar else figures[name]
        title = CALENDAR[name] if calendar else figure_title(value)
        texts = {0: title, 1: name, 6: BUILT_IN_UNITS[name] if calendar else "share"}
        for column in range(len(_HEADS)):
            sheet.text(row, column, texts.get(column, ""), "quiet" if column == 1 else "wrapped")
        sheet.number(row, LIVE_COLUMN, value)
