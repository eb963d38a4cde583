"""Own data for an analyst: what a CSV or Excel file says of a metric, with every row that is not used."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from ldcase.errors import CaseError, Finding
from ldcase.intake.files import read
from ldcase.intake.limits import MOST_BYTES
from ldcase.intake.mapping import Kind, Mapped, Role, guessed
from ldcase.intake.series import Measure
from ldcase.intake.summary import About, Summary, summary
from ldcase.intake.suppression import SMALLEST_GROUP
from ldcase.intake.table import table
from ldcase.language import said


def read_data(
    path: str | Path,
    columns: Mapping[str, str] | None = None,
    *,
    better: Literal["higher", "lower"] = "higher",
    measure: Measure | None = None,
    smallest_group: int = SMALLEST_GROUP,
    sheet: str = "",
    today: date | None = None,
) -> Summary:
    """Read a metric's history, or a list of people, as the page does.

    Parameters
    ----------
    columns
        Names of columns by role: date, value, group, headcount of a history; person, group, start, leave, date, value
        of a list of people. Left out, they are guessed.
    better
        Which groups are the best.
    measure
        Of a list of people: “turnover” or “value”; left out, turnover where there are leaving dates and no values.
    smallest_group
        Groups of fewer people are hidden.
    sheet
        Of a workbook; left out, the one with the most rows.
    today
        The day up to which rows count; left out, today.

    Returns
    -------
    Summary
        ``.reading.report`` says of every row whether it is used, ``.history`` what the months say, ``.groups`` the
        groups that are large enough, ``.exemplar`` those who do it best with luck taken off.

    Raises
    ------
    CaseError
        For a file that cannot be read, or columns that are missing.
    """
    file = Path(path)
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        told = Finding(
            "data-unreadable", said("The file cannot be read."), f"{path}: {problem.strerror}", do=said("Name another.")
        )
        raise CaseError(told) from None
    cells = table(read(content, file.name, sheet=sheet))
    mapped = guessed(cells) if columns is None else _mapped(columns, cells.names)
    leavers = mapped.kind == "people" and bool(mapped.column("leave"))
    chosen: Measure = measure or ("turnover" if leavers and not mapped.column("value") else "value")
    return summary(cells, mapped, About(today or date.today(), chosen, better, (None, None), smallest_group))  # noqa: DTZ011


def _mapped(columns: Mapping[str, str], names: tuple[str, ...]) -> Mapped:
    unknown = [role for role in columns if role not in get_args(Role)]
    missing = [name for name in columns.values() if name not in names]
    if unknown or missing:
        found = ", ".join((*unknown, *missing))
        allowed = said("roles: {names}; columns: {names_2}", names=", ".join(get_args(Role)), names_2=", ".join(names))
        raise CaseError(
            Finding(
                "data-columns-unknown", said("There is no such role or column."), found, allowed, said("Correct it.")
            )
        )
    kind: Kind = "people" if "person" in columns else "history"
    return Mapped(kind, MappingProxyType(cast("dict[Role, str]", dict(columns))))
