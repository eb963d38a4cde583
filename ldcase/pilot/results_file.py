"""The file with what a pilot measured: a row a reading, with the columns team, group, period or date, value, person.

Good rows are used; every other row is told with its line, its column and the reason. A file of which it is not clear
who was trained, what was measured or when is refused. Nothing of the file is kept but the readings, in memory.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np

from ldcase.case.renamed import nearest
from ldcase.errors import CaseError, Finding, Place, Severity
from ldcase.intake.dates import REASONS as OF_DATES
from ldcase.intake.dates import dates
from ldcase.intake.files import read
from ldcase.intake.sheet import Cells
from ldcase.intake.table import Table, table
from ldcase.intake.values import REASONS as OF_NUMBERS
from ldcase.intake.values import numbers
from ldcase.language import said, said_together
from ldcase.pilot.readings import Group, Reading

Word = TypeVar("Word")
MOST_TOLD = 12
"""Rows that are told one by one; of the others the number is told."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "team": ("team", "teams", "site", "shift", "store", "line", "cluster"),
    "group": ("group", "arm", "condition", "treatment"),
    "period": ("period", "phase", "time", "when"),
    "date": ("date", "month", "week", "day"),
    "value": ("value", "figure", "result", "reading", "measure"),
    "person": ("person", "people", "employee", "agent", "name", "id", "participant", "person id", "employee id"),
}
"""What a file needs, and under which names it is found."""
_GROUPS: Mapping[str, Group] = {
    **dict.fromkeys(("pilot", "trained", "treated", "treatment", "intervention", "test"), "pilot"),
    **dict.fromkeys(("comparison", "control", "untrained", "waiting", "not trained", "rest"), "comparison"),
}
_PERIODS: Mapping[str, bool] = {
    **dict.fromkeys(("before", "pre", "baseline", "t0", "0"), False),
    **dict.fromkeys(("after", "post", "during", "t1", "1"), True),
}
_FAR, _OTHER_UNIT = 3.0, 20.0


@dataclass(frozen=True, slots=True)
class ResultsFile:
    """The usable rows of a file.

    Attributes
    ----------
    readings
        In the order of the file.
    rows, left_out
        How many rows of data there were, and how many of them could not be used.
    began
        The day from which readings count as after the pilot began; None where the file says before and after itself.
    months
        How many different months there are after that; None where the file has no dates.
    findings
        What a reader should know, row by row where rows were left out.
    """

    readings: tuple[Reading, ...]
    rows: int
    left_out: int
    began: date | None
    months: int | None
    findings: tuple[Finding, ...]


def results_file(content: bytes, name: str, began: date) -> ResultsFile:
    """Read a file of results.

    Parameters
    ----------
    content, name
        The file, CSV or Excel, and what it is called in findings.
    began
        The first day of the pilot, for a file with dates instead of periods; else not looked at.

    Raises
    ------
    CaseError
        When the file is none with figures, when a column is missing, or when no row can be used.
    """
    found = table(read(content, name))
    columns = _columns(found, name)
    kept = np.flatnonzero(found.data).tolist()
    groups = _said(found.column(columns["group"]), _GROUPS)
    teams = _texts(found.column(columns["team"]))
    people = _texts(found.column(columns["person"])) if "person" in columns else [""] * found.rows
    values = numbers(found.column(columns["value"]), columns["value"])
    days: list[date | None] = [None] * found.rows
    telling = [*found.findings, *values.findings]
    troubles: dict[int, tuple[str, str, str]] = {}
    if "period" in columns:
        after = _said(found.column(columns["period"]), _PERIODS)
        for k in kept:
            if after[k] is None:
                troubles[k] = columns["period"], said("The period is neither before nor after."), said("before, after")
    else:
        read_days = dates(found.column(columns["date"]), columns["date"])
        telling += read_days.findings
        days = [
            None if reason else day for reason, day in zip(read_days.reasons, read_days.values.tolist(), strict=True)
        ]
        after = [None if day is None else day >= began for day in days]
        for k in kept:
            if days[k] is None:
                why, allowed = OF_DATES[read_days.reasons[k]]
                troubles[k] = columns["date"], said("The date cannot be used: {why}.", why=why), allowed
    readings: list[Reading] = []
    for k in kept:
        group, later = groups[k], after[k]
        if group is None:
            troubles[k] = (
                columns["group"],
                said("The group is neither pilot nor comparison."),
                said("pilot, comparison"),
            )
        elif not teams[k]:
            troubles[k] = columns["team"], said("There is no team."), said("the name of the team")
        elif values.reasons[k]:
            why, allowed = OF_NUMBERS[values.reasons[k]]
            troubles[k] = columns["value"], said("The value cannot be used: {why}.", why=why), allowed
        if k in troubles or group is None or later is None:
            continue
        readings.append(Reading(group, teams[k], later, float(values.values[k]), people[k], days[k]))
    telling += _rows_left_out(troubles, found, name)
    if not readings:
        what = said("No row of this file can be used.")
        raise CaseError(
            [Finding("results-no-row", what, do=said("Correct the rows below."), place=Place(name)), *telling]
        )
    telling += _both_groups(readings)
    months = {(day.year, day.month) for reading in readings if reading.after and (day := reading.day)}
    dated = "period" not in columns
    return ResultsFile(
        tuple(readings),
        len(kept),
        len(troubles),
        began if dated else None,
        len(months) if dated else None,
        tuple(telling),
    )


def other_unit(readings: Sequence[Reading], typical: float, unit: str) -> Finding | None:
    """Say where readings are of another magnitude than the case's own figure, such as percent where it has shares.

    An error from twenty times on, a warning from three times on.

    Parameters
    ----------
    typical
        What the case says of the untrained, in its unit.
    """
    before = [reading.value for reading in readings if not reading.after or reading.group == "comparison"]
    middle = abs(statistics.median(before or [reading.value for reading in readings]))
    if not typical or not middle:
        return None
    times = max(middle / abs(typical), abs(typical) / middle)
    if times < _FAR:
        return None
    stated = said("{middle:.3g} in the file, {abs:.3g} in the case", middle=middle, abs=abs(typical))
    percent = middle > abs(typical) and 30 < times < 300
    do = said("Divide the values by 100: 20 % is 0.2.") if percent else said("Give the values in {unit}.", unit=unit)
    what = (
        said("The values are in another unit than the metric of the case.")
        if times >= _OTHER_UNIT
        else said("The values are far from what the case says of this metric today.")
    )
    if times < _OTHER_UNIT:
        do = said("Check that the file has the same figure, of the same people; or correct the case.")
    severity: Severity = "error" if times >= _OTHER_UNIT else "warning"
    return Finding(
        "results-unit", what, stated, said("about {abs:.3g} {unit}", abs=abs(typical), unit=unit), do, severity
    )


def _columns(found: Table, name: str) -> dict[str, str]:
    """Which column of the file holds what; both period and date: the period is what counts."""
    by_name = {given.strip().lower().replace("_", " "): given for given in found.names}
    columns = {
        what: by_name[next(known for known in names if known in by_name)]
        for what, names in COLUMNS.items()
        if not by_name.keys().isdisjoint(names)
    }
    missing = [what for what in ("team", "group", "value") if what not in columns]
    if "period" not in columns and "date" not in columns:
        missing.append(said("period (or date)"))
    if missing:
        close = [near for what in missing if (near := nearest(what, list(by_name)))]
        raise CaseError(
            Finding(
                "results-columns",
                said("The file has no column {names}.", names=said_together(missing, said(" and no column "))),
                ", ".join(found.names)[:200],
                said("team, group, period (before, after) or date, value; person where people were measured"),
                said("Rename “{close}”.", close=close[0])
                if close
                else said("Add it, or rename the column that holds it."),
                place=Place(name, found.header or None),
            )
        )
    return columns


def _said(cells: Cells, known: Mapping[str, Word]) -> list[Word | None]:
    given = cells.tolist()
    meant = {cell: known.get(str(cell).strip().lower().removesuffix(".0")) for cell in set(given)}
    return [meant[cell] for cell in given]


def _texts(cells: Cells) -> list[str]:
    given = cells.tolist()
    texts = {cell: " ".join(str(cell).split()) for cell in set(given)}
    return [texts[cell] for cell in given]


def _both_groups(readings: Sequence[Reading]) -> list[Finding]:
    """Teams that are said to be in both groups: the programme may have spilt over, or the file is wrong."""
    sides: dict[str, set[str]] = {}
    for reading in readings:
        sides.setdefault(reading.team, set()).add(reading.group)
    both = sorted(team for team, found in sides.items() if len(found) > 1)
    if not both:
        return []
    what = said(
        "Trained and untrained people work in the same team: what the trained learnt may have spread to the others."
    )
    do = said("Correct the group, or read the difference as the least there is.")
    return [Finding("results-mixed-team", what, ", ".join(both)[:120], said("whole teams"), do, "warning")]


def _rows_left_out(troubles: Mapping[int, tuple[str, str, str]], found: Table, name: str) -> list[Finding]:
    told = [
        Finding(
            "results-row",
            what,
            str(found.column(column)[k])[:80] or said("nothing"),
            allowed,
            said("Correct the row; the others are used."),
            "warning",
            Place(name, int(found.lines[k]), None, column),
        )
        for k, (column, what, allowed) in sorted(troubles.items())[:MOST_TOLD]
    ]
    if len(troubles) > MOST_TOLD:
        more = len(troubles) - MOST_TOLD
        told.append(
            Finding(
                "results-rows",
                said("{more} more rows cannot be used.", more=more),
                severity="warning",
                place=Place(name),
            )
        )
    return told
