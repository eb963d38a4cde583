"""What a pilot measured: one reading a row, gathered into units that were measured before and after.

A unit is a person where the file names people, else a team. A team is what was drawn or chosen as a whole, so teams,
not people, are what a pilot has many or few of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ldcase.forecast.figure import Array

Group = Literal["pilot", "comparison"]
EARLIER = 3
"""So many earlier periods are needed to see whether both groups moved alike before the pilot."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured value, in the metric's unit.

    Attributes
    ----------
    group
        Trained in the pilot, or compared with.
    team
        The team, shift or site.
    after
        Whether it was measured after the pilot began.
    value
        As measured, whichever way is better.
    person
        Empty where only teams were measured.
    day
        The first day of its period, where the file has dates.
    """

    group: Group
    team: str
    after: bool
    value: float
    person: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Units that were measured, one an entry.

    Attributes
    ----------
    pilot : ndarray of shape (units,)
        1 for a unit of the pilot, 0 for one it is compared with.
    team : ndarray of shape (units,)
        Whole numbers; the same for units of one team.
    before, after : ndarray of shape (units,)
        Mean of the unit's readings, metric's unit; NaN where it was not measured.
    people
        Whether units are people.
    """

    pilot: Array
    team: Array
    before: Array
    after: Array
    people: bool

    def __len__(self) -> int:
        return len(self.pilot)

    def where(self, kept: NDArray[Any]) -> Units:
        """The units for which ``kept`` is true."""
        return Units(self.pilot[kept], self.team[kept], self.before[kept], self.after[kept], self.people)

    def teams(self, group: int) -> int:
        """How many teams the pilot (1) or the comparison (0) has."""
        return len(np.unique(self.team[self.pilot == group]))

    def by_team(self) -> Units:
        """One unit a team: the mean of its units, each counting once."""
        _, first, place = np.unique(self.team, return_index=True, return_inverse=True)
        count = np.bincount(place)
        return Units(
            self.pilot[first],
            self.team[first],
            np.bincount(place, weights=self.before) / count,
            np.bincount(place, weights=self.after) / count,
            False,
        )


@dataclass(frozen=True, slots=True)
class Periods:
    """Means of both groups, period by period.

    Attributes
    ----------
    days
        The first day of each period in which both groups were measured.
    pilot, comparison
        Means, in the metric's unit.
    earlier
        How many of the periods lie before the pilot, at least `EARLIER`.
    drift
        In the metric's unit, improvement of the pilot group positive: what a difference of changes would have found in
        the second half of the earlier periods, when nobody was trained.
    """

    days: tuple[date, ...]
    pilot: tuple[float, ...]
    comparison: tuple[float, ...]
    earlier: int
    drift: float


def units(readings: Iterable[Reading]) -> Units:
    """Gather readings by person, or by team where a reading names no person."""
    rows = list(readings)
    people = bool(rows) and all(reading.person for reading in rows)
    teams: dict[tuple[str, str], int] = {}
    sums: defaultdict[tuple[int, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0, 0.0])
    for reading in rows:
        team = teams.setdefault((reading.group, reading.team), len(teams))
        entry = sums[team, reading.person if people else ""]
        entry[0] = float(reading.group == "pilot")
        entry[1 + 2 * reading.after] += reading.value
        entry[2 + 2 * reading.after] += 1
    table = np.array(list(sums.values()), dtype=np.float64).reshape(-1, 5)
    with np.errstate(invalid="ignore"):
        before, after = table[:, 1] / table[:, 2], table[:, 3] / table[:, 4]
    return Units(table[:, 0], np.array([team for team, _ in sums], dtype=np.float64), before, after, people)


def periods(readings: Sequence[Reading], sign: float) -> Periods | None:
    """Return how both groups moved, or None where there are fewer than three earlier periods.

    Parameters
    ----------
    sign
        1 where higher readings are better, -1 where lower ones are.
    """
    sums: defaultdict[date, dict[tuple[str, bool], list[float]]] = defaultdict(dict)
    for reading in readings:
        if reading.day is not None:
            sums[reading.day].setdefault((reading.group, reading.after), []).append(reading.value)
    rows = [
        (day, after, float(np.mean(found["pilot", after])), float(np.mean(found["comparison", after])))
        for day, found in sorted(sums.items())
        for after in (False, True)
        if ("pilot", after) in found and ("comparison", after) in found
    ]
    earlier = sum(not after for _, after, _, _ in rows)
    if earlier < EARLIER:
        return None
    distance = sign * np.array([pilot - comparison for _, after, pilot, comparison in rows if not after])
    half = earlier // 2
    drift = float(distance[half:].mean() - distance[:half].mean())
    days, _, pilot, comparison = (tuple(column) for column in zip(*rows, strict=True))
    return Periods(days, pilot, comparison, earlier, drift)
