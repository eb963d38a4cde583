"""The sheet Changes: what was changed in the case, when, by whom, from what to what, and why; plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC

from ldcase.exports.sheet import Sheet
from ldcase.forecast import Forecast
from ldcase.language import said, worded
from ldcase.store.history import Change
from ldcase.words import dates, numbers
from ldcase.words.recorded import recorded

CHANGES = "Changes"
HEAD_ROW = 3
_HEADS = (said("When (UTC)"), said("Who"), said("What"), said("Kind of change"), said("From"), said("To"), said("Why"))
WIDTHS = (24, 24, 50, 26, 34, 34, 60)
_LEAD = said("The recorded changes of the case, the latest first. Plain text; it does not follow what is typed here.")
_NONE = said("No recorded change was handed over with this file.")
_NOT_SAVED = said("changed figure, not yet saved in the file of the case")


def write_changes(sheet: Sheet, forecast: Forecast, log: Sequence[Change]) -> None:
    """Fill the sheet from the entries of the case's log, in their order; without a log, with what is not yet saved."""
    sheet.titled(CHANGES, _LEAD)
    for column, title in enumerate(_HEADS):
        sheet.text(HEAD_ROW, column, title, "head")
    sheet.worksheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.worksheet.repeat_rows(HEAD_ROW)
    lines = list(_logged(forecast, log) if log else _unsaved(forecast))
    for row, line in enumerate(lines, start=HEAD_ROW + 1):
        for column, text in enumerate(line):
            sheet.text(row, column, text, "wrapped")
    if not lines:
        sheet.text(HEAD_ROW + 1, 0, _NONE, "lead")


def _logged(forecast: Forecast, log: Sequence[Change]) -> Iterator[tuple[str, ...]]:
    for entry in sorted(log, key=lambda change: change.sequence, reverse=True):
        told = recorded(entry, forecast.case)
        done = told.kind or worded("changed")
        yield dates.moment(entry.at.astimezone(UTC)), entry.who, told.what, done, told.before, told.after, entry.why


def _unsaved(forecast: Forecast) -> Iterator[tuple[str, ...]]:
    for name, values in forecast.case.changes.items():
        figure = forecast[name]
        yield "", "", worded(figure.title), worded(_NOT_SAVED), "", numbers.plain(values[1]), ""
