"""A table in one go: rows read and checked, small groups hidden, the history told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from ldcase.intake.exemplar import Exemplar, exemplar, says_itself
from ldcase.intake.history import History, history
from ldcase.intake.mapping import Mapped
from ldcase.intake.reading import NO_GROUP, Reading, read
from ldcase.intake.series import Measure, Series, mean_people, series
from ldcase.intake.suppression import SMALLEST_GROUP, Shown, shown
from ldcase.intake.table import Table
from ldcase.language import said

Report = Callable[[float, str], None]
"""Takes the share that is done, 0 to 1, and what is being done."""


@dataclass(frozen=True, slots=True)
class About:
    """What the figures are for.

    Attributes
    ----------
    today
        The day.
    measure
        What is computed of a list of people: a measured value, or how many leave.
    better
        Which groups are the best.
    bounds
        Least and most the metric can be.
    smallest
        Groups of fewer people are hidden.
    large_enough
        Whether somebody confirmed that each group of a history without a headcount is large enough.
    """

    today: date
    measure: Measure = "value"
    better: Literal["higher", "lower"] = "higher"
    bounds: tuple[float | None, float | None] = (None, None)
    smallest: int = SMALLEST_GROUP
    large_enough: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class GroupRow:
    """One group that is shown: its figure, the same with luck taken off, mean people, whether it is among the best."""

    name: str
    level: float
    shrunk: float
    people: float
    best: bool


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """What a file says about a metric."""

    about: About
    reading: Reading
    series: Series
    shown: Shown
    history: History
    exemplar: Exemplar | None

    @property
    def people_known(self) -> bool:
        """Whether it is known how many people stand behind the groups."""
        return bool(np.isfinite(self.series.people).any())

    @property
    def groups(self) -> tuple[GroupRow, ...]:
        """The groups that may be shown, the best first."""
        people = mean_people(self.series)
        best = self.exemplar.groups if self.exemplar else ()
        drawn = self.exemplar.shrunk if self.exemplar else np.full(len(self.series.groups), np.nan)
        rows = [
            GroupRow(self.series.groups[k], float(self.series.levels[k]), float(drawn[k]), float(people[k]), k in best)
            for k in self.shown.groups
            if self.series.groups[k] != NO_GROUP and np.isfinite(self.series.levels[k])
        ]
        sign = 1 if self.about.better == "lower" else -1
        return tuple(sorted(rows, key=lambda row: (not row.best, sign * row.level)))

    @property
    def parted(self) -> bool:
        """Whether the file has groups at all."""
        return bool(self.reading.mapped.column("group")) and len(self.series.groups) > 1


def summary(table: Table, mapped: Mapped, about: About, progress: Report = lambda share, said: None) -> Summary:
    """Read, check and summarise a table.

    Raises
    ------
    CaseError
        When a column is missing that is needed, no row can be used, or too few people are in the file to show anything.
    """
    rows = said("{rows:,} rows", rows=table.rows)
    progress(0.3, said("Checking {rows}", rows=rows))
    needed = mapped.without("date", "value") if about.measure == "turnover" else mapped
    understood = read(table, needed, about.today, about.bounds)
    progress(0.7, said("Putting {rows} together by month and group", rows=rows))
    measured = series(understood, about.measure, about.today)
    progress(0.9, said("Hiding small groups"))
    visible = _visible(measured, about)
    return Summary(
        about,
        understood,
        measured,
        visible,
        history(measured, about.bounds[0]),
        exemplar(measured, visible, about.better),
    )


def _visible(found: Series, about: About) -> Shown:
    """Which groups are shown.

    Without a headcount none is, unless somebody says that they are large enough, or the file holds sums already.
    """
    people = found.people[-found.window :]
    places = range(len(found.groups))
    if np.isfinite(people).any():
        return shown(np.nan_to_num(people), about.smallest)
    if len(found.groups) == 1:
        return Shown((0,), (), (), True)
    known = about.large_enough or says_itself(found)
    return Shown(tuple(places), (), (), True) if known else Shown((), tuple(places), (), True)
