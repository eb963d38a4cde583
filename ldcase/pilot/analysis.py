"""What a pilot's readings say: by how much the trained improved beyond the others, and how sure that is.

Three ways to read two groups, each with an interval that rests on *teams*:

* *difference of changes*: ``(T1 - T0) - (C1 - C0)``, from the change of each unit. Units measured twice are compared
  with themselves, so what makes them differ for good drops out;
* *after, allowing for before* (ANCOVA): sharper where groups were drawn by lot, not safe otherwise;
* *after only*: where nothing was measured before.

With at least `FEW` teams a group, people are the units and the errors are robust to what people of one team share
(statsmodels); with fewer, each team counts once, and beside the interval stands how often the lot alone would give as
large a difference (randomisation inference). The t interval has teams less two degrees of freedom, for the two means.

Sources: Card & Krueger (1994) for the difference of changes; ``methods.md`` §§ 17, 18.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import Literal

import numpy as np

from ldcase.errors import CaseError, Finding
from ldcase.forecast.figure import Array
from ldcase.language import said
from ldcase.pilot.readings import Periods, Reading, Units, periods, units

Method = Literal["changes", "allowing", "after", "one group"]
FEW = 8
"""With fewer teams in a group, people of one team cannot stand for themselves."""
MOST_LOTS = 20_000
EIGHT_OF_TEN = 1.2815515655446004
"""Standard deviations to either side between which 8 of 10 of a normal curve lie."""

METHODS: dict[Method, str] = {
    "changes": said("Difference of changes: how much more the trained changed than the others in the same months"),
    "allowing": said("After the pilot, allowing for where each stood before; for groups drawn by lot"),
    "after": said("Difference after the pilot; nothing was measured before"),
    "one group": said("Before and after in one group, without anybody to compare with"),
}
"""The ways to read a pilot, in words."""


@dataclass(frozen=True, slots=True)
class Means:
    """Means as measured, in the metric's unit; None where there is no reading."""

    pilot_before: float | None
    pilot_after: float | None
    comparison_before: float | None
    comparison_after: float | None


@dataclass(frozen=True, slots=True)
class PilotResult:
    """What a pilot found.

    Attributes
    ----------
    estimate
        In the metric's unit, **improvement positive**.
    standard_error
        Of the estimate; infinite where the readings cannot tell.
    freedom
        Degrees of freedom of the t interval.
    method
        Key of `METHODS`.
    by_team
        Whether each team counted once.
    people, pilot_teams, comparison_teams
        How many were counted; ``people`` is 0 where only teams were measured.
    means
        By group and period.
    smaller_group
        People in the smaller of the groups; 0 where only teams were measured.
    by_lot
        Of the ways the lot could have fallen, the share with a difference as large in either direction; None where
        people are the units.
    periods
        Both groups period by period, where there are enough earlier ones.
    findings
        What a reader should know.
    """

    estimate: float
    standard_error: float
    freedom: float
    method: Method
    by_team: bool
    people: int
    pilot_teams: int
    comparison_teams: int
    means: Means
    smaller_group: int = 0
    by_lot: float | None = None
    periods: Periods | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def proof(self) -> bool:
        """Whether it compares like with like and says how sure it is: only then may it update a forecast."""
        return self.method != "one group" and math.isfinite(self.standard_error) and self.standard_error > 0

    def interval(self, share: float) -> tuple[float, float]:
        """The ends between which the true difference lies in ``share`` (0..1) of such pilots; infinite if unknown."""
        half = self._half(share)
        return self.estimate - half, self.estimate + half

    @property
    def spread(self) -> float:
        """Standard error with the few teams priced in: of the normal curve with the same interval for 8 of 10."""
        return self._half(0.8) / EIGHT_OF_TEN

    def _half(self, share: float) -> float:
        if not math.isfinite(self.standard_error) or self.freedom <= 0:
            return math.inf
        from scipy.special import stdtrit  # a fraction of what importing scipy.stats takes

        return float(stdtrit(self.freedom, 0.5 + share / 2)) * self.standard_error


def without_means(result: PilotResult, smallest: int) -> PilotResult:
    """Return a result without the means of groups of fewer than ``smallest`` people; the difference stays.

    A mean of a few says something of each of them. Where only teams were measured nobody is shown.
    """
    if not 0 < result.smaller_group < smallest:
        return result
    finding = Finding(
        "pilot-small-group",
        said(
            "One of the groups is so small that its mean would say something of each person; the means are not shown."
        ),
        said("{smaller_group} people", smaller_group=result.smaller_group),
        said("{smallest} people in each group", smallest=smallest),
        said("Measure more people. The difference between the groups is told."),
        "warning",
    )
    hidden = Means(None, None, None, None)
    return replace(result, means=hidden, periods=None, findings=(*result.findings, finding))


def analysed(
    readings: Sequence[Reading], better: str, *, drawn_by_lot: bool = False, rng: np.random.Generator | None = None
) -> PilotResult:
    """Read a pilot in the way its readings allow.

    Parameters
    ----------
    readings
        In the metric's unit.
    better
        ``higher`` or ``lower``: which way readings improve.
    drawn_by_lot
        Whether the groups were drawn by lot: then what was measured before is allowed for, else changes are compared.
    rng
        For the lots where there are more than `MOST_LOTS` ways to draw them; a fixed one if left out.

    Raises
    ------
    CaseError
        When nothing was measured after the pilot began.
    """
    sign = 1.0 if better == "higher" else -1.0
    found = units(readings)
    if not np.isfinite(found.after[found.pilot == 1]).any():
        what = said("Nothing was measured of the trained after the pilot began.")
        do = said("Add rows with the group “pilot” and the period “after”.")
        raise CaseError(Finding("pilot-no-after", what, "", said("readings of the pilot group after it began"), do))
    if not np.isfinite(found.after[found.pilot == 0]).any():
        result = _one_group(found, sign)
    else:
        result = _two_groups(found, sign, drawn_by_lot, rng or np.random.default_rng(20270101))
    course = periods(readings, sign)
    return replace(result, periods=course, findings=(*result.findings, *_moved_before(result, course)))


def difference_in_differences(
    pilot_before: float, pilot_after: float, comparison_before: float, comparison_after: float
) -> float:
    """Return ``(T1 - T0) - (C1 - C0)`` of four means, in their unit, as measured.

    Examples
    --------
    Card & Krueger (1994), table 3: full-time employment in New Jersey and Pennsylvania.

    >>> round(difference_in_differences(20.44, 21.03, 23.33, 21.17), 10)
    2.75
    """
    return (pilot_after - pilot_before) - (comparison_after - comparison_before)


def _two_groups(found: Units, sign: float, drawn_by_lot: bool, rng: np.random.Generator) -> PilotResult:
    both = np.isfinite(found.before) & np.isfinite(found.after)
    paired = all((both & (found.pilot == group)).any() for group in (0, 1))
    used = found.where(both if paired else np.isfinite(found.after))
    findings = list(_left_out(len(found) - len(used), found.people) if paired else _nothing_before())
    means = _means(used if paired else replace(used, before=np.full(len(used), np.nan)))
    pilot_teams, comparison_teams = used.teams(1), used.teams(0)
    method: Method = "after" if not paired else "allowing" if drawn_by_lot else "changes"
    people = len(used) if used.people else 0
    smaller = min(int((used.pilot == group).sum()) for group in (0, 1)) if used.people else 0
    by_team = not used.people or min(pilot_teams, comparison_teams) < FEW
    counted = used.by_team() if by_team else used
    findings += _too_few(pilot_teams, comparison_teams)
    shape = (method, by_team, people, pilot_teams, comparison_teams, means, smaller)
    if min(pilot_teams, comparison_teams) < 2:
        estimate = sign * _estimate(counted, "changes" if paired else "after")
        return PilotResult(estimate, math.inf, 0.0, *shape, findings=tuple(findings))
    estimate, error, freedom = _fitted(counted, method, by_team)
    lots = _by_lot(counted, method, rng) if by_team else None
    return PilotResult(sign * estimate, error, freedom, *shape, by_lot=lots, findings=tuple(findings))


def _one_group(found: Units, sign: float) -> PilotResult:
    """Before and after of the trained alone: told, and told that it proves nothing."""
    trained = found.where(found.pilot == 1)
    both = trained.where(np.isfinite(trained.before) & np.isfinite(trained.after))
    if not len(both):
        what = said("There is one group, and no unit that was measured both before and after.")
        do = said("Add a comparison group, or at least readings from before the pilot.")
        raise CaseError(Finding("pilot-nothing-to-compare", what, "", said("two groups, or before and after"), do))
    change = both.by_team().after - both.by_team().before
    error = float(change.std(ddof=1) / math.sqrt(len(change))) if len(change) > 1 else math.inf
    finding = Finding(
        "pilot-one-group",
        said(
            "Before and after in one group is no proof: the group may have been chosen in a bad month, and would have"
            " come back by itself; and whatever else changed in these months is in the figure."
        ),
        said("no comparison group"),
        said("a group that was not trained, measured in the same months"),
        said("Add rows of teams that were not trained. Until then the forecast is left as it is."),
        "warning",
    )
    return PilotResult(
        sign * float(change.mean()),
        error,
        max(len(change) - 1, 0),
        "one group",
        True,
        len(both) if both.people else 0,
        both.teams(1),
        0,
        _means(both),
        len(both) if both.people else 0,
        findings=(finding,),
    )


def _columns(used: Units, method: Method) -> tuple[Array, Array]:
    """What is explained, and by what: a constant, the pilot, and the reading before where it is allowed for."""
    outcome = used.after - used.before if method == "changes" else used.after
    explaining = [np.ones(len(used)), used.pilot]
    if method == "allowing":
        explaining.append(used.before - used.before.mean())
    return outcome, np.column_stack(explaining)


def _estimate(used: Units, method: Method) -> float:
    outcome, explaining = _columns(used, method)
    return float(np.linalg.lstsq(explaining, outcome, rcond=None)[0][1])


def _fitted(used: Units, method: Method, by_team: bool) -> tuple[float, float, float]:
    """Estimate, standard error and degrees of freedom by least squares."""
    from statsmodels.regression.linear_model import OLS

    outcome, explaining = _columns(used, method)
    model = OLS(outcome, explaining)
    if by_team:
        fit = model.fit()
        return float(fit.params[1]), float(fit.bse[1]), float(fit.df_resid)
    known, teams = np.unique(used.team, return_inverse=True)
    fit = model.fit(cov_type="cluster", cov_kwds={"groups": teams}, use_t=True)
    return float(fit.params[1]), float(fit.bse[1]), float(len(known) - 2)


def _by_lot(used: Units, method: Method, rng: np.random.Generator) -> float:
    """Share of the ways to draw the pilot's teams with a difference at least as large, in either direction."""
    outcome, explaining = _columns(used, method)
    if explaining.shape[1] > 2:  # what was there before is taken out first, so that only the lot is left to vary
        others = explaining[:, [0, 2]]
        outcome = outcome - others @ np.linalg.lstsq(others, outcome, rcond=None)[0]
    teams, trained = len(used), int(used.pilot.sum())
    if math.comb(teams, trained) <= MOST_LOTS:
        lots = np.array(list(islice(combinations(range(teams), trained), MOST_LOTS)))
    else:
        lots = rng.permuted(np.tile(np.arange(teams), (MOST_LOTS, 1)), axis=1)[:, :trained]
    totals = outcome[lots].sum(axis=1)
    differences = np.abs(totals / trained - (outcome.sum() - totals) / (teams - trained))
    seen = abs(outcome[used.pilot == 1].mean() - outcome[used.pilot == 0].mean())
    return float((differences >= seen * (1 - 1e-9)).mean())


def _means(used: Units) -> Means:
    def mean(group: int, column: Array) -> float | None:
        values = column[(used.pilot == group) & np.isfinite(column)]
        return float(values.mean()) if len(values) else None

    return Means(mean(1, used.before), mean(1, used.after), mean(0, used.before), mean(0, used.after))


def _left_out(count: int, people: bool) -> list[Finding]:
    if not count:
        return []
    one, many = (
        (
            said("One person was measured only before or only after, and left out."),
            said("{count} people were measured only before or only after, and left out.", count=count),
        )
        if people
        else (
            said("One team was measured only before or only after, and left out."),
            said("{count} teams were measured only before or only after, and left out.", count=count),
        )
    )
    return [
        Finding(
            "pilot-not-paired",
            one if count == 1 else many,
            do=said("Nothing, if few left or joined; else find out who is missing and why."),
            severity="warning",
        )
    ]


def _nothing_before() -> list[Finding]:
    return [
        Finding(
            "pilot-nothing-before",
            said(
                "Nothing was measured before the pilot, so a difference that was there already cannot be told from its"
                " effect."
            ),
            do=said("Trust it only where the groups were drawn by lot."),
            severity="warning",
        )
    ]


def _too_few(pilot_teams: int, comparison_teams: int) -> list[Finding]:
    found = said(
        "{pilot_teams} in the pilot, {comparison_teams} compared with",
        pilot_teams=pilot_teams,
        comparison_teams=comparison_teams,
    )
    if min(pilot_teams, comparison_teams) < 2:
        return [
            Finding(
                "pilot-one-team",
                said(
                    "With one team in a group nobody can tell the team from the programme, however many people are in"
                    " it."
                ),
                found,
                said("two teams in each group at the least, better eight"),
                said("Measure more teams. Until then the forecast is left as it is."),
                "warning",
            )
        ]
    if min(pilot_teams, comparison_teams) < FEW:
        return [
            Finding(
                "pilot-few-teams",
                said(
                    "Few teams: this pilot is for learning and for knowing the costs, hardly for proof. Each team"
                    " counts once."
                ),
                found,
                said("{few} teams in each group", few=FEW),
                said("Read the wide range as it is."),
                "warning",
            )
        ]
    return []


def _moved_before(result: PilotResult, course: Periods | None) -> list[Finding]:
    """Tell it where the groups drifted apart before anybody was trained by as much as the result is unsure."""
    if course is None or not result.proof or abs(course.drift) <= result.spread:
        return []
    return [
        Finding(
            "pilot-not-parallel",
            said(
                "The groups were drifting apart before the pilot already, so part of the difference may be that drift."
            ),
            said(
                "{drift:+.3g} in the earlier periods, {estimate:+.3g} after",
                drift=course.drift,
                estimate=result.estimate,
            ),
            said("groups that moved alike before"),
            said("Look at the earlier periods; choose a comparison group that moved like the pilot's."),
            "warning",
        )
    ]
