"""Rows by month and group: a metric's history as it stands, a measure of people, or how many of them left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from ldcase.errors import CaseError, Finding
from ldcase.intake.by_month import (
    LONGEST,
    Months,
    counted,
    following,
    mean,
    means,
    noise_of_mean,
    persons,
    quotient,
    span,
    weighted,
)
from ldcase.intake.reading import Reading, Values
from ldcase.intake.sheet import Whole
from ldcase.language import said

Measure = Literal["value", "turnover"]
YEAR = 12
_STALE = 45
"""Days without any entry or exit after which a list of people is taken to end at its last one."""
_LATE = 20
"""Day of the month from which a list that ends there counts that month."""


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A metric by month and group.

    Attributes
    ----------
    months
        Shape (months,), datetime64[M], without a gap at the ends; a month without a figure is NaN.
    groups
        Names of the groups.
    values, people
        Shape (months, groups): the figure, and how many people stand behind it; NaN where that is not known.
    team
        Shape (months,), all groups together.
    monthly
        Shape (months,): as `team`, but each month by itself where `team` looks back over a year.
    levels, level
        The figure of the last twelve months by group, shape (groups,), and of all together.
    noise
        Shape (groups,): variance with which chance alone moves each of `levels`; NaN where it cannot be told.
    window
        How many months stand behind `levels`.
    rolling
        Whether values look back over twelve months.
    how
        One sentence: how the figures were made of the rows.
    """

    months: Months
    groups: tuple[str, ...]
    values: Values
    people: Values
    team: Values
    monthly: Values
    levels: Values
    level: float
    noise: Values
    window: int
    rolling: bool
    how: str
    findings: tuple[Finding, ...] = ()


def series(reading: Reading, measure: Measure, today: date) -> Series:
    """Make a history of the rows that are used.

    Raises
    ------
    CaseError
        When no row is left, nobody left in the list and turnover was asked for, or nobody is in it.
    """
    if not reading.report.used.any():
        what = said("No row can be used, so there is nothing to compute.")
        raise CaseError(
            Finding("data-no-rows", what, reading.report.sentence, do=said("Look at the rows, or at the columns."))
        )
    if reading.mapped.kind == "people":
        found = turnover(reading, today) if measure == "turnover" else of_people(reading, today)
    else:
        found = of_history(reading)
    if not np.isfinite(found.level):
        what = said("No figure comes of the last months: nobody stands behind them.")
        raise CaseError(Finding("data-no-figure", what, do=said("Look at the headcount, and at first and last days.")))
    return found


def of_history(reading: Reading) -> Series:
    """A history as it stands: the mean of each month and group, groups weighted by their people where they are told."""
    used = reading.report.used
    month = reading.date[used].astype("datetime64[M]")
    first, last = span(month)
    at, count = (month - first).astype(np.int64), int((last - first).astype(int)) + 1
    keep = at >= 0
    at, group, value = at[keep], reading.group[used][keep], reading.value[used][keep]
    shape = (count, len(reading.groups))
    values = mean(at, group, value, shape)
    known = bool(reading.mapped.column("headcount"))
    people = mean(at, group, reading.headcount[used][keep], shape) if known else np.full(shape, np.nan)
    own = next((k for k, name in enumerate(reading.groups) if name.casefold() == "team"), None)
    weights = np.where(np.isnan(values), 0.0, np.nan_to_num(people) if known else 1.0)
    team = values[:, own] if own is not None and len(reading.groups) > 1 else weighted(values, weights)
    window = min(YEAR, count)
    levels = means(values[-window:])
    level = float(means(team[-window:, None])[0])
    noise = np.array([noise_of_mean(values[-window:, k]) for k in range(shape[1])])
    usual = np.nanmedian(noise) if np.isfinite(noise).any() else np.nan
    noise = np.where(np.isfinite(noise), np.maximum(noise, usual), np.nan)
    how = said("Each figure is the mean of its month and group.")
    if known:
        how = said("Each figure is the mean of its month and group; groups count by their people.")
    elif shape[1] > 1:
        how = said("Each figure is the mean of its month and group; groups count the same.")
    return Series(
        following(first, count), reading.groups, values, people, team, team, levels, level, noise, window, False, how
    )


def of_people(reading: Reading, today: date) -> Series:
    """A measure of people: the mean of the rows by month and group; without dates a single month, that of today."""
    used = reading.report.used & ~np.isnan(reading.value)
    if not used.any():
        raise CaseError(
            Finding("data-no-rows", said("No row has a value."), do=said("Choose another column for what is measured."))
        )
    dated = bool(reading.mapped.column("date"))
    month = reading.date[used].astype("datetime64[M]") if dated else np.full(used.sum(), np.datetime64(today, "M"))
    first, last = span(month)
    at, count = (month - first).astype(np.int64), int((last - first).astype(int)) + 1
    keep = at >= 0
    at, group, value, person = (
        at[keep],
        reading.group[used][keep],
        reading.value[used][keep],
        reading.person[used][keep],
    )
    shape = (count, len(reading.groups))
    values = mean(at, group, value, shape)
    people = persons(at, group, person, shape)
    rows = np.bincount(at * shape[1] + group, minlength=count * shape[1]).reshape(shape)
    team = weighted(values, rows.astype(np.float64))
    window = min(YEAR, count)
    late = at >= count - window
    levels, noise = _levels_of_people(group[late], person[late], value[late], shape[1])
    level = float(value[late].mean())
    how = (
        said("Each figure is the mean of the rows of its month and group.")
        if dated
        else (said("The list has no dates, so it is one picture of today and no history."))
    )
    return Series(
        following(first, count), reading.groups, values, people, team, team, levels, level, noise, window, False, how
    )


def turnover(reading: Reading, today: date) -> Series:
    """People who left in twelve months as a share of the mean headcount of those months, a year.

    Headcount of a month is the mean of its first and its last day. Where there are fewer than twelve months, the rate
    of those is told as a year's; where there are two years, the first eleven months have no rate.
    """
    now = np.datetime64(today, "D")
    used = reading.report.used & ~(reading.start > now)
    start, leave, group = reading.start[used], reading.leave[used], reading.group[used]
    leave[leave > now] = np.datetime64("NaT")
    if np.isnat(leave).all():
        what = said("Nobody in the list has left, so no turnover can be told.")
        do = said("Export leavers of the last years as well.")
        raise CaseError(Finding("data-no-leavers", what, "", said("a list with those who left too"), do))
    last, ended = _last_whole_month(start, leave, today)
    came, went = start.astype("datetime64[M]"), leave.astype("datetime64[M]")
    first = max(np.nanmin(went), last - LONGEST + 1)
    count, width = int((last - first).astype(int)) + 1, len(reading.groups)
    if count < 1:
        raise CaseError(
            Finding("data-no-months", said("The list covers no whole month yet."), do=said("Bring a longer list."))
        )
    left, joined = counted(went, group, first, count, width), counted(came, group, first, count, width)
    there = ~(came >= first) & ~(went < first)
    begin = np.bincount(group[there], minlength=width)[None, :]
    ends = begin + np.cumsum(joined - left, axis=0)
    people = (np.vstack((begin, ends[:-1])) + ends) / 2
    window = min(YEAR, count)
    all_left, all_people = left.sum(axis=1, keepdims=True), people.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        values, team = _yearly(left, people), _yearly(all_left, all_people)[:, 0]
        monthly = YEAR * all_left[:, 0] / all_people[:, 0]
        noise = (team[-1] / people[-window:].mean(axis=0)) * (YEAR / window)
    noise = np.where(np.isfinite(noise), noise, np.nan)
    told = [ended, _covered(count)]
    if count >= 2 * YEAR:
        values[: YEAR - 1], team[: YEAR - 1] = np.nan, np.nan
    how = said(
        "Leavers of the last twelve months as a share of the mean headcount, a year; every leaver in the list counts."
    )
    return Series(
        following(first, count), reading.groups, values, people, team, monthly, values[-1], float(team[-1]), noise,
        window, True, how, tuple(each for each in told if each),
    )  # fmt: skip


def _covered(count: int) -> Finding | None:
    if count >= YEAR:
        return None
    what = said(
        "The first leaver of the list left {count} months before its end; a year's rate of so few months moves a lot.",
        count=count,
    )
    return Finding(
        "data-short", what, "", said("twelve months or more"), said("Bring a longer list if there is one."), "warning"
    )


def _last_whole_month(start: Months, leave: Months, today: date) -> tuple[np.datetime64, Finding | None]:
    """The month before the present one; or that of the last entry or exit, where none came for long, and a word on it.

    A list that ends early in a month does not count that month.
    """
    now = np.datetime64(today, "D")
    whole = now.astype("datetime64[M]") - 1
    latest = max((days.max() for days in (start[~np.isnat(start)], leave[~np.isnat(leave)]) if len(days)), default=now)
    if (now - latest).astype(int) <= _STALE:
        return whole, None
    month = latest.astype("datetime64[M]")
    early = (latest - month.astype("datetime64[D]")).astype(int) + 1 < _LATE
    what = said(
        "Nobody came or left after {latest:%d %B %Y}: the list is taken to end there.", latest=latest.astype(object)
    )
    return min(whole, month - 1 if early else month), Finding("data-ends", what, severity="note")


def _yearly(left: npt.NDArray[np.generic], people: Values) -> Values:
    """Leavers a year by head, over the last twelve months or as many as there are, shape of the input."""
    result = np.full(people.shape, np.nan)
    for at in range(len(left)):
        span = slice(max(0, at - YEAR + 1), at + 1)
        months = span.stop - span.start
        result[at] = left[span].sum(axis=0) / people[span].mean(axis=0) * (YEAR / months)
    return result


def _levels_of_people(group: Whole, person: Whole, value: Values, width: int) -> tuple[Values, Values]:
    """Mean by group, and the variance of that mean: people differ, and each counts once however many rows there are."""
    import pandas as pd

    frame = pd.DataFrame({"group": group, "person": person, "value": value})
    means = frame.groupby(["group", "person"], sort=False)["value"].mean()
    by_group = means.groupby(level="group").agg(["mean", "var", "count"])
    levels, noise = np.full(width, np.nan), np.full(width, np.nan)
    places = by_group.index.to_numpy()
    levels[places] = by_group["mean"].to_numpy()
    counts, spread = by_group["count"].to_numpy(dtype=float), by_group["var"].to_numpy()
    several = counts > 1
    if several.any():
        pooled = float(np.average(spread[several], weights=counts[several] - 1))
        noise[places] = pooled / counts
    return levels, noise


def mean_people(found: Series) -> Values:
    """Mean people of each group over the window, shape (groups,); NaN where they are not known."""
    people = found.people[-found.window :]
    return quotient(np.nansum(people, axis=0), np.isfinite(people).sum(axis=0))
