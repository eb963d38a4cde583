"""The sheet Cover: what the file is, which case it belongs to, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator

from ldcase import __version__
from ldcase.exports.look import Style
from ldcase.exports.origin import Origin
from ldcase.exports.sheet import Sheet
from ldcase.exports.twin_checks import OVERALL
from ldcase.forecast import Forecast
from ldcase.language import said, worded

_SHEETS = (
    (
        "Inputs",
        said("Every assumption once, with low, likely and high, its unit, source, owner and grade; then the plan."),
    ),
    (
        "Workings",
        said(
            "A block a calculation: in grey what it needs, linked from Inputs or from above; in the last row the "
            "calculation. One column a month, one formula a row."
        ),
    ),
    (
        "Outputs",
        said("The results as live formulas; beside them the quantiles that the workbook's simulation found; charts."),
    ),
    (
        "Checks",
        said("What must hold whatever the inputs are, and whether this file still says what the workbook said."),
    ),
    ("Changes", said("What was changed in the case: when, by whom, from what to what, and why.")),
)
WIDTHS = (22, 110)
_HOLD, _LOOK = said("All checks hold."), said("Look at the sheet Checks.")
_PURPOSE = said(
    "The same model as in the live workbook, as plain spreadsheet formulas, for whoever wants to check it, change it "
    "or build on it. No macros, no links to other files."
)
_MEDIAN = said(
    "The formulas compute one scenario at a time: every assumption at its likely value, unless the switch on Inputs "
    "says low, high or an option. Because the model bends, the middle of the simulation (P50) may differ from the "
    "likely one; both stand on Outputs."
)
_GRADES = said(
    "“Measured here”: from the organisation's own records. “Piloted”: seen in a trial here. “Published”: from a "
    "publication. “Opinion”: somebody's judgement."
)
_BUILT = said(
    "After the FAST standard: inputs, workings, results and checks apart; no figure inside a formula but 0 and 1; no "
    "hidden sheets, rows or columns. Only the results have names: result_net_benefit and its like."
)
_TESTS = said(
    "Type over a blue figure and follow it through Workings. Set the scenario to 1 and 3. Switch the programme off at "
    "the head of the plan: the benefit must fall to 0. Read Checks each time."
)
_PROTECTED = said(
    "Only the blue inputs can be typed over. The sheets are protected without a password: take the protection off to "
    "change a formula."
)
_RANGES = said(
    "Low, likely and high are P10, P50 and P90: in one case of ten it is lower than low, in one of ten higher than "
    "high."
)


def write_cover(sheet: Sheet, forecast: Forecast, verdict: str, origin: Origin | None) -> None:
    """Fill the sheet; ``verdict`` is what all checks come to now; where the file comes from stands in one line."""
    worksheet = sheet.worksheet
    worksheet.hide_gridlines(2)
    worksheet.set_row(0, 34)
    sheet.text(0, 0, forecast.case.title, "title")
    sheet.text(1, 0, said("Business case for a learning initiative: the Excel twin"), "lead")
    row = 3
    for label, text, style in _lines(forecast, origin):
        sheet.text(row, 0, label, "strong")
        sheet.text(row, 1, text, style)
        row += 1
    sheet.text(row, 0, said("Checks"), "strong")
    good, hold, look = worded("OK"), worded(_HOLD), worded(_LOOK)
    formula = f'=IF({OVERALL}="{good}","{hold}","{look}")'
    sheet.formula(row, 1, formula, hold if verdict == good else look, "wrapped")
    row = _legend(sheet, row + 2)
    sheet.heading(row, said("Sheets"), 2)
    for offset, (name, text) in enumerate(_SHEETS, start=1):
        sheet.link(row + offset, 0, name)
        sheet.text(row + offset, 1, text, "wrapped")


def _lines(forecast: Forecast, origin: Origin | None) -> Iterator[tuple[str, str, Style]]:
    case = forecast.case
    if case.document.sample_data:
        yield said("Sample data"), case.document.sample_data, "warning"
    if case.document.summary:
        yield said("The case"), case.document.summary, "wrapped"
    yield said("This file"), _PURPOSE, "wrapped"
    yield said("How to read it"), _MEDIAN, "wrapped"
    yield (
        said("Ranges"),
        _RANGES,
        "wrapped",
    )
    yield said("Grades"), _GRADES, "wrapped"
    yield said("How it is built"), _BUILT, "wrapped"
    yield said("Tests to try"), _TESTS, "wrapped"
    yield said("Currency"), case.currency, "wrapped"
    yield (
        said("Period"),
        said(
            "{horizon} months from {start:%B %Y}; money flows at the end of its month.",
            horizon=case.horizon,
            start=case.start,
        ),
        "wrapped",
    )
    yield said("As of"), _as_of(forecast), "wrapped"
    yield (
        said("Simulation"),
        said(
            "{draws:,} draws from seed {seed}; ldcase {version}",
            draws=forecast.draws,
            seed=forecast.seed,
            version=__version__,
        ),
        "wrapped",
    )
    if origin:
        yield said("Where it comes from"), origin.line, "wrapped"
    owners = dict.fromkeys(assumption.owner for assumption in case.assumptions.values() if assumption.owner)
    if owners:
        yield said("Who answers for the inputs"), ", ".join(owners), "wrapped"
    yield said("Protection"), _PROTECTED, "wrapped"


def _as_of(forecast: Forecast) -> str:
    changed = len(forecast.case.changes)
    if not changed:
        return said("the case “{id}”", id=forecast.case.id)
    if changed == 1:
        return said("the case “{id}”, with 1 changed figure not yet saved in its file", id=forecast.case.id)
    return said(
        "the case “{id}”, with {changed} changed figures not yet saved in its file",
        id=forecast.case.id,
        changed=changed,
    )


def _legend(sheet: Sheet, row: int) -> int:
    sheet.heading(row, said("Colours"), 2)
    legend: tuple[tuple[str, Style, str], ...] = (
        (said("Input"), "input", said("Change these; everything else follows.")),
        (said("Formula"), "figure", said("Computed in this file.")),
        (
            said("Simulated"),
            "simulated",
            said("A plain value from the workbook's simulation; it does not follow changes."),
        ),
    )
    for offset, (name, style, text) in enumerate(legend, start=1):
        sheet.text(row + offset, 0, name, style)
        sheet.text(row + offset, 1, text, "wrapped")
    return row + len(legend) + 2
