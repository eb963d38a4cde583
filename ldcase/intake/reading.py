"""The rows of a table as dates, numbers, people and groups, each row checked against the others and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from ldcase.errors import CaseError, Finding
from ldcase.intake import dates as day
from ldcase.intake import values as number
from ldcase.intake.columns import distinct, is_nothing, nothings
from ldcase.intake.mapping import TITLES, Mapped, Role
from ldcase.intake.report import Report, Trouble, reported
from ldcase.intake.sheet import Flags, Whole
from ldcase.intake.table import Table
from ldcase.language import said, said_together

NO_GROUP = said("(no group)")
Days = npt.NDArray[np.datetime64]
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Rows as they are understood. All arrays have the shape (rows,); only rows in ``report.used`` count.

    Attributes
    ----------
    groups
        Names of groups; `group` points into them.
    group, person
        Which group and which person a row belongs to; empty arrays where there is no such column.
    date, start, leave
        Days, NaT where there is none.
    value, headcount
        Numbers, NaN where there is none; a percent is a share.
    """

    report: Report
    mapped: Mapped
    groups: tuple[str, ...]
    group: Whole
    person: Whole
    date: Days
    start: Days
    leave: Days
    value: Values
    headcount: Values


def read(
    table: Table, mapped: Mapped, today: date, bounds: tuple[float | None, float | None] = (None, None)
) -> Reading:
    """Understand and check every row.

    Parameters
    ----------
    today
        The day; what is measured lies before it.
    bounds
        Least and most the value can be, in the unit of the metric's baseline.

    Raises
    ------
    CaseError
        When a role is missing that nothing can be computed without.
    """
    if mapped.lacking:
        needed = said_together((said("“{title}”", title=TITLES[role]) for role in mapped.lacking), said(" and "))
        what = said("It is not clear which column holds this: {needed}.", needed=needed)
        raise CaseError(
            Finding("data-columns-unknown", what, ", ".join(table.names)[:200], do=said("Choose the column."))
        )
    troubles: list[Trouble] = []
    findings: list[Finding] = []
    rows = table.rows
    data = table.data

    def days(role: Role, required: bool) -> Days:
        if not (name := mapped.column(role)):
            return np.full(rows, np.datetime64("NaT"), dtype="datetime64[D]")
        found = day.dates(table.column(name), name, mapped.order)
        findings.extend(found.findings)
        troubles.extend(_unread(name, found.reasons, day.REASONS, day.EMPTY, required, data))
        return found.values

    def figures(role: Role, required: bool) -> Values:
        if not (name := mapped.column(role)):
            return np.full(rows, np.nan)
        found = number.numbers(table.column(name), name, mapped.decimal)
        findings.extend(found.findings)
        troubles.extend(_unread(name, found.reasons, number.REASONS, number.EMPTY, required, data))
        percent = mapped.percent and role == "value" and not found.percent
        return found.values / 100 if percent else found.values

    groups, group = _groups(table, mapped)
    person = _people(table, mapped, troubles)
    measured = days("date", True)
    start, leave = days("start", True), days("leave", False)
    value = figures("value", not mapped.column("leave"))
    headcount = figures("headcount", True)
    now = np.datetime64(today, "D")
    impossible: tuple[tuple[Role, Flags, str, str], ...] = (
        (
            "date",
            measured > now,
            said("a date that is still to come"),
            said("a date up to {today:%Y-%m-%d}", today=today),
        ),
        ("leave", leave < start, said("the last day lies before the first"), said("a first day, then a last day")),
        ("date", measured > leave, said("measured after the person had left"), said("a date up to the last day")),
        ("date", measured < start, said("measured before the person began"), said("a date from the first day on")),
        ("headcount", headcount < 0, said("fewer than no people"), said("0 or more")),
    )
    for role, wrong, reason, allowed in impossible:
        troubles.append(Trouble(mapped.column(role), reason, allowed, np.flatnonzero(wrong & data)))
    findings.extend(_ahead(mapped, start, leave, now, data))
    troubles.extend(_out_of_bounds(mapped.column("value"), value, bounds, data))
    troubles.extend(_twice(table, mapped, person, group, measured, start, leave, data))
    report = reported(table, troubles, tuple(findings))
    return Reading(report, mapped, groups, group, person, measured, start, leave, value, headcount)


def _unread(
    name: str, reasons: Whole, meanings: Sequence[tuple[str, str]], empty: int, required: bool, data: Flags
) -> list[Trouble]:
    """A trouble for each reason why cells of a column cannot be read; an empty cell is one where a value is needed."""
    return [
        Trouble(name, meanings[code][0], meanings[code][1], np.flatnonzero((reasons == code) & data))
        for code, count in enumerate(np.bincount(reasons[data], minlength=1))
        if code and count and (required or code != empty)
    ]


def _groups(table: Table, mapped: Mapped) -> tuple[tuple[str, ...], Whole]:
    """The groups by name, however they are written: blanks and capitals make no other group."""
    if not (name := mapped.column("group")):
        return ("team",), np.zeros(table.rows, dtype=np.int64)
    found = distinct(table.column(name))
    place: dict[str, int] = {}
    shown: list[str] = []
    codes = []
    for cell in found.cells:
        text = (
            NO_GROUP
            if is_nothing(cell)
            else " ".join(f"{cell:g}".split() if isinstance(cell, float) else str(cell).split())
        )
        key = text.casefold()
        if key not in place:
            place[key] = len(shown)
            shown.append(text[:60])
        codes.append(place[key])
    return tuple(shown), np.array(codes, dtype=np.int64)[found.codes]


def _people(table: Table, mapped: Mapped, troubles: list[Trouble]) -> Whole:
    """Which person each row is about; rows without one are told."""
    if not (name := mapped.column("person")):
        return np.zeros(0, dtype=np.int64)
    found = distinct(table.column(name))
    nobody = nothings(found)
    if nobody:
        rows = np.flatnonzero(np.isin(found.codes, nobody) & table.data)
        troubles.append(Trouble(name, said("nobody is named"), said("a number or a name for each person"), rows))
    return found.codes


def _ahead(mapped: Mapped, start: Days, leave: Days, now: np.datetime64, data: Flags) -> list[Finding]:
    """Days that are still to come are no mistake in a list of people; they count when they come."""
    told = []
    both: tuple[tuple[Role, Days], ...] = (("start", start), ("leave", leave))
    for role, days in both:
        count = int(((days > now) & data).sum())
        if count:
            text = (
                said("{count:,} people begin after today; they count as they are today.", count=count)
                if role == "start"
                else said("{count:,} people leave after today; they count as they are today.", count=count)
            )
            told.append(
                Finding("data-ahead", text, said("column “{mapped}”", mapped=mapped.column(role)), severity="note")
            )
    return told


def _out_of_bounds(name: str, value: Values, bounds: tuple[float | None, float | None], data: Flags) -> list[Trouble]:
    low, high = bounds
    outside = np.zeros(len(value), dtype=bool)
    if low is not None:
        outside |= value < low
    if high is not None:
        outside |= value > high
    if not (outside & data).any():
        return []
    ends = [
        said("{low:g} or more", low=low) if low is not None else "",
        said("{high:g} or less", high=high) if high is not None else "",
    ]
    allowed = said_together([end for end in ends if end], said(" and "))
    return [Trouble(name, said("the metric cannot have this value"), allowed, np.flatnonzero(outside & data))]


def _twice(
    table: Table, mapped: Mapped, person: Whole, group: Whole, measured: Days, start: Days, leave: Days, data: Flags
) -> list[Trouble]:
    """Rows that say the same thing again: the first one is used.

    A person may stand in a list once a date; one who left and came back stands there twice, for periods that do not
    overlap. A history has one value a date and group.
    """
    people, dated = mapped.kind == "people", bool(mapped.column("date"))
    once = people and not dated
    usable = data & ~np.isnat(measured) if dated else data
    rows = np.flatnonzero(usable)
    who = person if people else group
    if once and who[rows].max(initial=-1) + 1 == len(rows):
        return []
    when = start if once else measured
    order = rows[np.lexsort((when[rows].astype(np.int64), who[rows]))]
    same = who[order][1:] == who[order][:-1]
    same &= ~(leave[order][:-1] <= start[order][1:]) if once else when[order][1:] == when[order][:-1]
    again, first = order[1:][same], order[:-1][same]
    if not len(again):
        return []
    name = mapped.column("person" if people else "date")
    what = (
        said("the same person")
        if once
        else said("the same person and date")
        if people
        else said("the same date and group")
    )
    allowed = said("one row a person") if once else said("one row each")
    return [Trouble(name, what, allowed, again, table.lines[first])]
