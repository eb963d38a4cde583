"""The sheet Inputs: every assumption once, then the plan, and the switch that says which column the model uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from ldcase.case import Assumption, Case
from ldcase.case.assumption import between
from ldcase.exports.cells import ALLOWED, LIKELY_COLUMN, LIVE_COLUMN, SWITCH_ROW, Layout
from ldcase.exports.look import Style, typed
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_scenario import FIRST_OPTION, LIKELY, RANGE, Scenario, in_use, options_fail, start
from ldcase.forecast import Figure, Forecast
from ldcase.formulas.names import BUILT_IN_CONSTANTS, BUILT_IN_UNITS
from ldcase.language import said, worded
from ldcase.words import numbers

HEAD_ROW = 3
_HEADS = (
    said("Assumption"),
    said("Name in formulas"),
    *RANGE,
    said("In use"),
    said("Unit"),
    said("Source"),
    said("Owner"),
    said("Grade"),
    said("Note"),
    said("Allowed from"),
    said("Allowed to"),
)
_WIDTHS = (38, 30, 18, 18, 18, 18, 20, 46, 26, 16, 70, 14, 14)
_OPTION_WIDTH = 24
RATE_START = "rate_start"
"""Where the search for the internal rate of return begins; no input of the case, so its row has no name."""

CALENDAR = {
    "one_month": said("One month"),
    "one_year": said("One year"),
    "months_per_year": said("Months per year"),
    "minutes_per_hour": said("Minutes per hour"),
}
PLAN = said("The plan")
_HELD = (".people", ".count")
"""What there is none of where the programme does not take place."""
_OPTIONS_HELP = said("Options at their likely figures: blue is what an option changes.")
_NO_OPTIONS = said("An option of the case is not possible with these figures; the options are left out here.")
_SCENARIO_HELP = said(
    "Every assumption at its low or high at once is an outer edge: for a cost, low is the better end."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Inputs under one heading."""

    title: str
    names: tuple[str, ...]


def widths(positions: Sequence[Scenario]) -> tuple[float, ...]:
    """Return the widths of the columns, in letters."""
    return (*_WIDTHS, *[_OPTION_WIDTH] * len(_options(positions)))


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
    """Return the row of every constant of the calendar, of every figure in formulas, and of what the workbook adds."""
    first = max(rows(case).values()) + 3
    return {name: first + offset for offset, name in enumerate((*BUILT_IN_CONSTANTS, *figures, RATE_START))}


def figure_title(value: float) -> str:
    """What a figure is called that stood in a formula."""
    return worded("The figure {number}", number=numbers.plain(value, 15, 15))


def write_inputs(
    sheet: Sheet, forecast: Forecast, layout: Layout, figures: Mapping[str, float], positions: Sequence[Scenario]
) -> None:
    """Fill the sheet; ``figures`` are those that stood in formulas, by their name."""
    case = forecast.case
    sheet.titled(
        "Inputs",
        said("Change a blue figure: everything follows. The switch below says which column the model uses."),
    )
    options = _options(positions)
    _switch(sheet, options)
    if options_fail(case):
        sheet.text(SWITCH_ROW, FIRST_OPTION, _NO_OPTIONS, "lead")
    _head(sheet, options)
    titles = {group.names[0]: group.title for group in groups(case) if group.names}
    programme = programme_row(case)
    for row, name in _placed(case):
        if name in titles:
            sheet.heading(row - 1 - (titles[name] == PLAN), titles[name], len(_HEADS) + len(options))
        if name in case.assumptions:
            _assumption(sheet, row, case.assumptions[name], len(options))
        else:
            _planned(sheet, row, forecast[name], programme, len(options))
        for column, option in enumerate(options, start=FIRST_OPTION):
            _of_option(sheet, row, column, option.values[name], forecast[name])
    _programme(sheet, programme)
    _constants(sheet, layout, figures, len(options))
    _rate_start(sheet, layout.constants[RATE_START], positions)


def _options(positions: Sequence[Scenario]) -> Sequence[Scenario]:
    return positions[len(RANGE) :]


def _of_option(sheet: Sheet, row: int, column: int, value: float, figure: Figure) -> None:
    """Write what an option changes as an input; what it leaves follows the likely figure."""
    numbers = typed(figure.format)
    if value == figure.likely:
        sheet.formula(row, column, f"={xl_rowcol_to_cell(row, LIKELY_COLUMN)}", value, "need_figure", numbers)
    else:
        sheet.number(row, column, value, "input", numbers)


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


def _switch(sheet: Sheet, options: Sequence[Scenario]) -> None:
    """Write the one cell that chooses the column for every assumption at once, and beside it what is chosen."""
    sheet.worksheet.set_row(SWITCH_ROW, 30)
    count = len(RANGE) + len(options)
    title = said("Scenario: 1 low, 2 likely, 3 high")
    if options:
        title = said("Scenario: 1 low, 2 likely, 3 high; {first} to {last} options at the right", first=4, last=count)
    if len(options) == 1:
        title = said("Scenario: 1 low, 2 likely, 3 high, 4 the option at the right")
    sheet.text(SWITCH_ROW, 0, title, "strong")
    sheet.number(SWITCH_ROW, LIVE_COLUMN, LIKELY, "input")
    words = in_use(HEAD_ROW, len(options))
    sheet.formula(SWITCH_ROW, LIVE_COLUMN + 1, f"={words}", worded(RANGE[LIKELY - 1]))
    sheet.text(SWITCH_ROW, LIVE_COLUMN + 2, _SCENARIO_HELP, "lead")
    if options:
        sheet.text(SWITCH_ROW, FIRST_OPTION, _OPTIONS_HELP, "lead")
    rule = {
        "validate": "list",
        "source": [str(position) for position in range(1, count + 1)],
        "error_title": worded("Not possible"),
        "error_message": worded("The switch takes a whole number from 1 to {last}.", last=count),
    }
    sheet.worksheet.data_validation(SWITCH_ROW, LIVE_COLUMN, SWITCH_ROW, LIVE_COLUMN, rule)


def _head(sheet: Sheet, options: Sequence[Scenario]) -> None:
    for column, title in enumerate(_HEADS):
        figures = 2 <= column <= LIVE_COLUMN or column in ALLOWED
        style: Style = "head_number" if figures else "head"
        sheet.text(HEAD_ROW, column, title, style)
    for column, option in enumerate(options, start=FIRST_OPTION):
        sheet.text(HEAD_ROW, column, option.title, "head_number")
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.worksheet.repeat_rows(HEAD_ROW)


def _assumption(sheet: Sheet, row: int, assumption: Assumption, options: int) -> None:
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
    sheet.formula(row, LIVE_COLUMN, f"={in_use(row, options)}", assumption.likely, "figure", typed(assumption.format))
    for column, bound in zip(ALLOWED, assumption.bounds, strict=True):
        if bound is None:
            sheet.text(row, column, "")
        else:
            sheet.number(row, column, bound, "figure", typed(assumption.format))
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
    for column in (1, 2, 4, 7, 8, 9, *ALLOWED):
        sheet.text(row, column, "")
    rule = {
        "validate": "list",
        "source": ["1", "0"],
        "error_title": worded("Not possible"),
        "error_message": worded("1 is yes, 0 is no."),
    }
    sheet.worksheet.data_validation(row, LIKELY_COLUMN, row, LIKELY_COLUMN, rule)


def _planned(sheet: Sheet, row: int, figure: Figure, programme: int, options: int) -> None:
    sheet.text(row, 0, figure.title, "wrapped")
    sheet.text(row, 1, figure.name, "quiet")
    sheet.number(row, LIKELY_COLUMN, figure.likely, "input")
    here = in_use(row, options, planned=True)
    switched = f"*{xl_rowcol_to_cell(programme, LIVE_COLUMN, row_abs=True, col_abs=True)}"
    sheet.formula(row, LIVE_COLUMN, f"={here}" + switched * figure.name.endswith(_HELD), figure.likely)
    sheet.text(row, 6, figure.unit)
    for column in (2, 4, 7, 8, 9, 10, *ALLOWED):
        sheet.text(row, column, "")


def _constants(sheet: Sheet, layout: Layout, figures: Mapping[str, float], options: int) -> None:
    above = min(layout.constants.values()) - 1
    sheet.heading(
        above, said("Constants of the calendar and of the formulas; not to be changed"), len(_HEADS) + options
    )
    for name, row in layout.constants.items():
        if name == RATE_START:
            continue
        calendar = name in BUILT_IN_CONSTANTS
        value = BUILT_IN_CONSTANTS[name] if calendar else figures[name]
        title = CALENDAR[name] if calendar else figure_title(value)
        texts = {0: title, 1: name, 6: BUILT_IN_UNITS[name] if calendar else "share"}
        for column in range(len(_HEADS)):
            sheet.text(row, column, texts.get(column, ""), "quiet" if column == 1 else "wrapped")
        sheet.number(row, LIVE_COLUMN, value)


def _rate_start(sheet: Sheet, row: int, positions: Sequence[Scenario]) -> None:
    """Write where the search for the rate begins in each scenario; the one in use as for any assumption."""
    last = FIRST_OPTION + len(_options(positions))
    columns = (*range(LIKELY_COLUMN - 1, LIKELY_COLUMN + 2), *range(FIRST_OPTION, last))
    found = [start(position) for position in positions]
    sheet.text(row, 0, said("Start of the search for the rate"), "wrapped")
    for column in (1, 7, 8, 9, *ALLOWED):
        sheet.text(row, column, "")
    for column, value in zip(columns, found, strict=True):
        sheet.number(row, column, value, "simulated", "0.0%")
    chosen = f"={in_use(row, len(_options(positions)))}"
    sheet.formula(row, LIVE_COLUMN, chosen, found[LIKELY - 1], "figure", "0.0%")
    sheet.text(row, 6, "1/month", "wrapped")
    sheet.text(
        row, 10, said("From the workbook: the spreadsheet searches the internal rate of return from here."), "quiet"
    )
