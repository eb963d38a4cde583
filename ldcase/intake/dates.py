"""Dates as people write them; whether the day or the month comes first is decided by the whole column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import numpy.typing as npt

from ldcase.errors import Finding
from ldcase.intake.columns import MISTAKES, distinct, is_nothing
from ldcase.intake.limits import EARLIEST, LATEST
from ldcase.intake.sheet import Cells, Whole
from ldcase.language import said

Order = Literal["", "day first", "month first"]
USABLE, EMPTY, NO_DATE, UNSURE, FAR, YEAR_ONLY, MISTAKE = range(7)
REASONS: tuple[tuple[str, str], ...] = (
    ("", ""),
    (said("nothing stands here"), said("a date")),
    (said("not a date"), said("a date such as 2026-12-31, 31.12.2026, Dec 2026 or 2026-Q4")),
    (said("day and month may be the other way round"), said("dates written in one order, or as 2026-12-31")),
    (said("the year cannot be meant"), said("a year from {earliest} to {latest}", earliest=EARLIEST, latest=LATEST)),
    (said("only a year"), said("a date with its month")),
    (said("an error of the workbook"), said("a date")),
)
"""Why a cell has no date, and what is allowed, by `Dates.reasons`."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar januari jänner",
            "feb february februar februari",
            "mar march märz mär mrz maerz maret",
            "apr april",
            "may mai mei",
            "jun june juni",
            "jul july juli",
            "aug august agustus agu agt ags",
            "sep sept september",
            "oct october okt oktober",
            "nov november nopember",
            "dec december dez dezember des desember",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = r"(?:[ t]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_PARTS = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_PLAIN = re.compile(r"(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?")
_YEAR_MONTH = re.compile(r"(\d{4})[-/. m]+(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DAY_NAME_YEAR = re.compile(r"(?:[a-zä]+,? )?(\d{1,2})(?:\.|st|nd|rd|th)?[ /-]*([a-zä]+)\.?,?[ /-]*(\d{4}|\d{2})")
_NAME_DAY_YEAR = re.compile(r"([a-zä]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NAME_YEAR = re.compile(r"([a-zä]+)\.?[ /'’-]*(\d{4}|\d{2})")
_QUARTER = re.compile(r"(\d{4})[ /-]*[qk]w?([1-4])|[qk]([1-4])[ /-]*(\d{4})|([1-4])\. ?quartal (\d{4})")
_WEEK = re.compile(r"(\d{4})-?w(\d{2})(?:-?\d)?")
_YEAR = re.compile(r"(19|20)\d{2}")
_EXCEL = date(1899, 12, 30)
_EXCEL_DAYS = (18_264, 73_050)
"""The days Excel counts for the years 1950 to 2100."""


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """A column as days.

    Attributes
    ----------
    values
        Shape (rows,), datetime64[D], NaT where there is none. A month is its first day, a quarter its first month's.
    reasons
        Shape (rows,), which of `REASONS` keeps a row from having a day; 0 where it has one.
    order
        Whether day or month comes first, where that had to be decided.
    findings
        How the column was read, where that had to be decided.
    """

    values: npt.NDArray[np.datetime64]
    reasons: Whole
    order: Order = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Turned:
    """A date of two parts that may be day and month in either order."""

    first: int
    second: int
    year: int
    point: bool


def dates(cells: Cells, name: str = "", order: Order = "") -> Dates:
    """Read a column of dates.

    Parameters
    ----------
    cells
        Shape (rows,).
    name
        What the column is called, for findings.
    order
        Whether the day or the month comes first in 03/04/2026; empty decides by the column: a part above 12 is a day;
        months that follow each other with the same day are months.
    """
    found = distinct(cells)
    read = _read(found.cells)
    turned = [each for each in read if isinstance(each, _Turned)]
    decided, sure = _ordered(turned) if not order else (order, True)
    days = [_placed(each, decided, sure) if isinstance(each, _Turned) else each for each in read]
    reasons = np.array([each if isinstance(each, int) else USABLE for each in days], dtype=np.int64)
    values = np.array([None if isinstance(each, int) else each for each in days], dtype="datetime64[D]")
    findings = _told(found.cells, turned, decided, bool(order), sure, name)
    return Dates(values[found.codes], reasons[found.codes], decided if turned else "", findings)


def _read(cells: Sequence[object]) -> list[date | _Turned | int]:
    """Each distinct cell as a day, a date whose order is open, or a reason; plain ISO texts all at once."""
    import pandas as pd

    texts = pd.Series([cell if isinstance(cell, str) else "" for cell in cells], dtype=object)
    plain = texts.map(len).to_numpy() == 10
    quick = np.full(len(texts), np.datetime64("NaT"), dtype="datetime64[D]")
    if plain.any():
        quick[plain] = (
            pd.to_datetime(texts[plain], format="%Y-%m-%d", errors="coerce").to_numpy().astype("datetime64[D]")
        )
    days = quick.tolist()
    return [_checked(day) if day is not None else _one(cell) for day, cell in zip(days, cells, strict=True)]


def _one(cell: object) -> date | _Turned | int:
    if isinstance(cell, date):
        return _checked(cell)
    if isinstance(cell, int | float):
        return _from_excel(float(cell))
    if not isinstance(cell, str) or is_nothing(cell):
        return EMPTY
    text = cell.lower().replace("\u00a0", " ")
    if text in MISTAKES:
        return MISTAKE
    try:
        return _of_text(text)
    except ValueError:
        return NO_DATE


def _of_text(text: str) -> date | _Turned | int:
    """A day of a text; raises `ValueError` where there is no such day."""
    if match := _ISO.fullmatch(text):
        return _checked(date(int(match[1]), int(match[3]), int(match[4])))
    if match := _PARTS.fullmatch(text):
        return _Turned(int(match[1]), int(match[3]), _year(match[4]), match[2] == ".")
    if match := _PLAIN.fullmatch(text):
        return date(int(match[1] + match[2]), int(match[3]), int(match[4] or 1))
    if match := _YEAR_MONTH.fullmatch(text):
        return _checked(date(int(match[1]), int(match[2]), 1))
    if match := _MONTH_YEAR.fullmatch(text):
        return _checked(date(int(match[2]), int(match[1]), 1))
    if match := _QUARTER.fullmatch(text):
        year, quarter = match[1] or match[4] or match[6], match[2] or match[3] or match[5]
        return _checked(date(int(year), 3 * int(quarter) - 2, 1))
    if match := _WEEK.fullmatch(text):
        return _checked(date.fromisocalendar(int(match[1]), int(match[2]), 1))
    for pattern, day, month, year_at in ((_DAY_NAME_YEAR, 1, 2, 3), (_NAME_DAY_YEAR, 2, 1, 3), (_NAME_YEAR, 0, 1, 2)):
        match = pattern.fullmatch(text)
        if match and match[month] in _MONTHS:
            return _checked(date(_year(match[year_at]), _MONTHS[match[month]], int(match[day]) if day else 1))
    if _YEAR.fullmatch(text):
        return YEAR_ONLY
    return _from_excel(float(text)) if re.fullmatch(r"\d{5}(\.\d+)?", text) else NO_DATE


def _from_excel(count: float) -> date | int:
    if not _EXCEL_DAYS[0] <= count < _EXCEL_DAYS[1]:
        return YEAR_ONLY if 1900 <= count <= 2100 and count == int(count) else NO_DATE
    return _EXCEL + timedelta(days=int(count))


def _checked(day: date) -> date | int:
    return day if EARLIEST <= day.year <= LATEST else FAR


def _year(text: str) -> int:
    """Two digits mean the years 1950 to 2049."""
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 50 else 1900)


def _ordered(turned: Sequence[_Turned]) -> tuple[Order, bool]:
    """Whether day or month comes first, and whether that is sure."""
    day_first = any(each.first > 12 for each in turned)
    month_first = any(each.second > 12 for each in turned)
    if day_first != month_first:
        return ("day first" if day_first else "month first"), True
    if day_first:
        return "", False
    firsts, seconds = {each.first for each in turned}, {each.second for each in turned}
    if len(firsts) == 1 and len(seconds) > 2:
        return "day first", True
    if len(seconds) == 1 and len(firsts) > 2:
        return "month first", True
    return "day first", all(each.point for each in turned)


def _placed(each: _Turned, order: Order, sure: bool) -> date | int:
    """The day of a date whose order is decided; where the column has both orders, only what reads in one way."""
    first, second = each.first, each.second
    if not order:
        if first <= 12 and second <= 12 and first != second:
            return UNSURE
        order = "day first" if second <= 12 else "month first"
    day, month = (first, second) if order == "day first" else (second, first)
    try:
        return _checked(date(each.year, month, day))
    except ValueError:
        return NO_DATE


def _told(
    cells: Sequence[object], turned: Sequence[_Turned], order: Order, asked: bool, sure: bool, name: str
) -> tuple[Finding, ...]:
    label = said("column “{name}”", name=name) if name else said("the column")
    told = []
    if turned and not order:
        what = said(
            "In {label} some dates have the day first and others the month; those that fit both are not used.",
            label=label,
        )
        told.append(Finding("data-dates-mixed", what, do=said("Write all dates as 2026-12-31."), severity="warning"))
    elif turned and not asked and not sure:
        sample = next(f"{each.first:02}/{each.second:02}/{each.year}" for each in turned)
        what = said(
            "Nothing in {label} says whether the day or the month comes first. The day is taken first.", label=label
        )
        told.append(
            Finding("data-dates-order", what, sample, "", said("If the month comes first, choose that."), "warning")
        )
    elif turned and not asked and order == "month first":
        told.append(
            Finding("data-dates-order", said("In {label} the month comes first.", label=label), severity="note")
        )
    if any(isinstance(cell, int | float) or (isinstance(cell, str) and re.fullmatch(r"\d{5}", cell)) for cell in cells):
        told.append(
            Finding(
                "data-dates-excel",
                said("Numbers in {label} are read as days counted by Excel.", label=label),
                severity="note",
            )
        )
    if any(isinstance(cell, str) and _QUARTER.fullmatch(cell.lower()) for cell in cells):
        what = said("Quarters in {label} stand for their first month.", label=label)
        told.append(Finding("data-dates-quarters", what, severity="note"))
    return tuple(told)
