"""What a history says: where it stands, whether it moves, has seasons, or was unusual in its last months."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.intake.by_month import Months
from ldcase.intake.reading import Values
from ldcase.intake.series import YEAR, Series

P90 = 1.2815515655446004
"""Standard deviations between the middle and P90 of a normal distribution."""
_RUN = 8
"""Months in a row on one side of the middle that are no chance any more."""
_TREND, _SEASON = 0.1, 0.01
"""Chance below which a trend or a season is told; of twelve months of the year one often stands out by chance."""


@dataclass(frozen=True, slots=True)
class Level:
    """A figure as it was measured: P10, P50, P90, and over how many months."""

    low: float
    likely: float
    high: float
    months: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How much it changes a year, P10, P50, P90, and whether that is more than chance."""

    low: float
    likely: float
    high: float
    beyond_chance: bool


@dataclass(frozen=True, slots=True)
class Season:
    """The month of the year (1 to 12) that is usually highest and lowest, and by how much, against the mean."""

    highest: int
    above: float
    lowest: int
    below: float


@dataclass(frozen=True, slots=True, eq=False)
class Control:
    """The limits within which months move by themselves (individuals and moving range).

    `outside` are the places of months beyond the limits among the `months`, `run` is the length of the last run on one
    side of the middle.
    """

    middle: float
    lower: float
    upper: float
    outside: tuple[int, ...]
    run: int
    months: int

    @property
    def unusual(self) -> bool:
        """Whether the last months are no chance: one of the last three is outside, or a long run has not ended."""
        return self.run >= _RUN or any(place >= self.months - 3 for place in self.outside)


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What is known of the team's history; None where there are too few months to tell."""

    baseline: Level
    trend: Trend | None
    season: Season | None
    control: Control | None


def history(series: Series, lowest: float | None = None) -> History:
    """Say what a history says.

    Parameters
    ----------
    lowest
        The least the metric can be; no limit is drawn below it.
    """
    months, values = series.months, series.monthly
    there = ~np.isnan(values)
    months, values = months[there], values[there]
    return History(
        baseline(series),
        trend(months, values) if len(values) >= YEAR else None,
        season(months, values) if len(values) >= 2 * YEAR else None,
        control(values, lowest) if len(values) >= 6 else None,
    )


def baseline(series: Series) -> Level:
    """The mean of the last twelve months, with the interval that is due to chance.

    For a rate of leavers it is that of a count; for a mean, that of months which move as much as these do from one to
    the next. The larger of the two where people are known: a mean of few people is no better than its people.
    """
    window = series.window
    if series.rolling:
        exposure = float(series.people[-window:].sum(axis=1).mean()) * window / YEAR
        spread = np.sqrt((series.level * exposure) + 0.5) / exposure
        return around(series.level, float(spread), window)
    values = series.team[-window:]
    values = values[~np.isnan(values)]
    by_months = np.abs(np.diff(values)).mean() / 1.128 / np.sqrt(len(values)) if len(values) >= 3 else 0.0
    noise = series.noise[np.isfinite(series.noise) & ~np.isnan(series.levels)]
    people = series.people[-window:]
    by_people = 0.0
    if len(noise) and np.isfinite(people).any():
        by_people = float(np.sqrt(1 / (1 / np.maximum(noise, 1e-300)).sum()))
    spread = max(float(by_months), by_people)
    return around(series.level, spread, window)


def around(likely: float, spread: float, months: int) -> Level:
    """P10, P50 and P90 of a figure that chance moves by so much."""
    return Level(likely - P90 * spread, likely, likely + P90 * spread, months)


def trend(months: Months, values: Values) -> Trend:
    """The straight line through the last three years, with the interval of its slope a year."""
    from scipy import stats

    months, values = months[-3 * YEAR :], values[-3 * YEAR :]
    at = (months - months[0]).astype(np.float64) / YEAR
    line = stats.linregress(at, values)
    reach = stats.t.ppf(0.9, len(values) - 2) * line.stderr
    slope = float(line.slope)
    return Trend(slope - reach, slope, slope + reach, bool(line.pvalue < _TREND))


def season(months: Months, values: Values) -> Season | None:
    """What the time of year does once the line is taken off; None where that is no more than chance."""
    from scipy import stats

    at = (months - months[0]).astype(np.float64)
    rest = values - np.polyval(np.polyfit(at, values, 1), at)
    of_year = months.astype("datetime64[M]").astype(np.int64) % YEAR
    groups = [rest[of_year == month] for month in range(YEAR) if (of_year == month).any()]
    if len(groups) < YEAR or sum(len(group) > 1 for group in groups) < YEAR or not rest.any():
        return None
    if stats.f_oneway(*groups).pvalue >= _SEASON:
        return None
    means = [float(group.mean()) for group in groups]
    highest, lowest = int(np.argmax(means)), int(np.argmin(means))
    return Season(highest + 1, means[highest], lowest + 1, means[lowest])


def control(values: Values, lowest: float | None = None) -> Control:
    """Limits of individual values from the mean moving range (factor 2.66), and what lies outside them.

    Source: Shewhart's chart of individuals and moving range, as in Wheeler, “Understanding Variation”.
    """
    middle = float(values.mean())
    reach = 2.66 * float(np.abs(np.diff(values)).mean())
    lower = middle - reach if lowest is None else max(lowest, middle - reach)
    outside = tuple(np.flatnonzero((values < lower) | (values > middle + reach)).tolist())
    sides = np.sign(values - middle)
    run = 0
    for side in sides[::-1]:
        if side == 0 or side != sides[-1]:
            break
        run += 1
    return Control(middle, lower, middle + reach, outside, run, len(values))
