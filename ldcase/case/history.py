"""The history of a metric: a small CSV file beside the case, read row by row."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path as FilePath
from pathlib import PurePosixPath, PureWindowsPath

from ldcase.case.problems import number_in
from ldcase.case.renamed import nearest
from ldcase.case.yaml_file import MOST_BYTES, text_of
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said

COLUMNS = ("date", "value", "group")
GROUPS = ("team", "best")
MOST_ROWS = 5_000
MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """One figure of a metric: the month (its first day), the value in the unit of the baseline, and whose it is."""

    month: date
    value: float
    group: str


@dataclass(frozen=True, slots=True)
class History:
    """The usable rows, by month and group, and what is wrong with the others."""

    points: tuple[HistoryPoint, ...] = ()
    findings: tuple[Finding, ...] = ()


def inside(folder: FilePath, name: str) -> bool:
    """Return whether a name means a file of the case's own folder: no way up, no way out, no link to elsewhere."""
    parts = {*PurePosixPath(name).parts, *PureWindowsPath(name).parts}
    if ".." in parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or "\0" in name:
        return False
    return (folder / name).resolve().is_relative_to(folder.resolve())


def read(folder: FilePath, name: str, label: str, where: Place) -> History:
    """Read the history file ``name`` of a case.

    Parameters
    ----------
    folder
        The folder of the case; only files in it are read.
    label
        What the file is called in findings.
    where
        The place in the case that names the file.
    """
    if not inside(folder, name):
        finding = Finding(
            "history-outside",
            said("The history is not a file of the case's own folder."),
            name[:80],
            said("a file of the case's own folder, such as win-rate.csv"),
            said("Copy the file beside case.yaml and write its name only."),
            place=where,
        )
        return History((), (finding,))
    path = folder / name
    if not path.is_file():
        beside = sorted(other.name for other in folder.glob("*.csv")) if folder.is_dir() else []
        close = nearest(name, beside)
        finding = Finding(
            "history-missing",
            said(
                "The history file is not there. All figures are computed without it; the chart of the past stays empty."
            ),
            name,
            ", ".join(beside) or said("a CSV file beside case.yaml"),
            said("Did you mean {close}?", close=close)
            if close
            else said("Put the file beside case.yaml, or remove history:"),
            "warning",
            where,
        )
        return History((), (finding,))
    status = path.stat()
    return _read(path, label, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _read(path: FilePath, label: str, changed: int, size: int) -> History:
    try:
        text = text_of(path, label, MOST_BYTES)
    except CaseError as problem:
        return History((), problem.findings)
    return rows(text, label)


def rows(text: str, label: str) -> History:
    """Read the text of a history; rows that cannot be read become findings (warnings), the others are used."""
    lines = csv.reader(io.StringIO(text), strict=True)  # a mark never closed is told, however long the field may be
    points: list[HistoryPoint] = []
    findings: list[Finding] = []
    seen: dict[tuple[date, str], int] = {}

    def tell(code: str, line: int, column: str, what: str, found: str, allowed: str, do: str) -> None:
        place = Place(label, line, None, column)
        findings.append(Finding(code, what, found[:80], allowed, do, "warning", place))

    try:
        header = [name.strip().lower() for name in next(lines, [])]
        if any(column not in header for column in COLUMNS[:2]):
            allowed = "date,value,group"
            tell(
                "history-header",
                1,
                "",
                said("The columns are not those of a history."),
                ",".join(header),
                allowed,
                said("Begin with the line: date,value,group"),
            )
            return History((), tuple(findings))
        for row in lines:
            if not any(cell.strip() for cell in row):
                continue
            cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
            month, value, group = (
                _date(cells.get("date", "")),
                _value(cells.get("value", "")),
                cells.get("group") or "team",
            )
            line = lines.line_num
            if month is None:
                tell(
                    "history-date",
                    line,
                    "date",
                    said("The date cannot be read."),
                    cells.get("date", ""),
                    said("a date, such as 2026-03-01"),
                    said("Correct the date."),
                )
            if value is None:
                meant = number_in(cells.get("value", ""))
                do = (
                    said("Write {number}.", number=f"{meant:.15g}")
                    if meant is not None
                    else said("Correct the value, or remove the row.")
                )
                tell(
                    "history-value",
                    line,
                    "value",
                    said("The value cannot be read."),
                    cells.get("value", ""),
                    said("a plain number"),
                    do,
                )
            if group not in GROUPS:
                tell(
                    "history-group",
                    line,
                    "group",
                    said("The group is not known."),
                    group,
                    ", ".join(GROUPS),
                    said("Write team or best."),
                )
            if month is None or value is None or group not in GROUPS:
                continue
            first = seen.setdefault((month, group), line)
            if first != line:
                tell(
                    "history-twice",
                    line,
                    "date",
                    said("This month stands here twice."),
                    said("{month:%Y-%m} of {group}, first in line {first}", month=month, group=group, first=first),
                    said("one row a month and group"),
                    said("Remove one of the two; the first was read."),
                )
                continue
            points.append(HistoryPoint(month, value, group))
            if len(points) > MOST_ROWS:
                tell(
                    "history-long",
                    line,
                    "",
                    said("The file has too many rows."),
                    said("more than {most_rows:,}", most_rows=MOST_ROWS),
                    said("at most {most_rows:,}", most_rows=MOST_ROWS),
                    said("Shorten it; the rows so far were read."),
                )
                break
    except csv.Error as problem:
        tell(
            "history-broken",
            lines.line_num,
            "",
            said("The file cannot be read on from here."),
            str(problem),
            said("rows of date,value,group"),
            said("Correct this line; the rows before it were read."),
        )
    if len(findings) > MOST_FINDINGS:
        more = Finding(
            "history-more",
            said("{number} more rows cannot be read.", number=len(findings) - MOST_FINDINGS),
            severity="warning",
            place=Place(label),
        )
        findings = [*findings[:MOST_FINDINGS], more]
    return History(tuple(sorted(points, key=lambda point: (point.month, point.group))), tuple(findings))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == 7 else text).replace(day=1)
    except ValueError:
        return None


def _value(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in text else None
