"""What a pilot's readings say: estimates, errors that rest on teams, and what is told of weak designs."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ldcase.errors import CaseError
from ldcase.pilot.analysis import FEW, PilotResult, analysed
from ldcase.pilot.readings import Reading


def measured(
    teams: int,
    each: int,
    effect: float,
    *,
    seed: int = 1,
    alike: float = 0.5,
    noise: float = 1.0,
    own: float = 3.0,
    people: bool = True,
    before: bool = True,
    groups: tuple[str, ...] = ("pilot", "comparison"),
) -> list[Reading]:
    """Readings of people in teams: what is a person's own, what a team's change has in common, and noise."""
    rng = np.random.default_rng(seed)
    readings = []
    for group in groups:
        for team in range(teams):
            shared = rng.normal(0, alike)
            for person in range(each):
                level = 20 + rng.normal(0, own)
                name = f"{group} {team} {person}" if people else ""
                if before:
                    readings.append(Reading(group, f"{group} {team}", False, level + rng.normal(0, noise), name))  # type: ignore[arg-type]
                change = 0.7 + shared + (effect if group == "pilot" else 0)
                readings.append(Reading(group, f"{group} {team}", True, level + change + rng.normal(0, noise), name))  # type: ignore[arg-type]
    return readings


def codes(result: PilotResult) -> set[str]:
    return {finding.code for finding in result.findings}


def test_change_scores_are_sharper_than_forgetting_who_is_who() -> None:
    """As with the stores of Card & Krueger, where ignoring the pairing makes 1.34 into 1.69."""
    import statsmodels.api as models

    readings = measured(40, 1, 2.0, alike=0.0, own=5.0, people=False)
    result = analysed(readings, "higher")
    pilot = np.array([reading.group == "pilot" for reading in readings], dtype=float)
    after = np.array([reading.after for reading in readings], dtype=float)
    values = np.array([reading.value for reading in readings])
    naive = models.OLS(values, np.column_stack([np.ones(len(values)), pilot, after, pilot * after])).fit()
    assert result.estimate == pytest.approx(naive.params[3])
    assert result.standard_error < 0.6 * naive.bse[3]
    # By hand: two independent means of changes with a common spread.
    change = values[1::2] - values[::2]
    trained, others = change[:40], change[40:]
    common = np.sqrt((trained.var(ddof=1) + others.var(ddof=1)) / 2)
    assert result.standard_error == pytest.approx(common * np.sqrt(2 / 40))
    assert result.freedom == 78


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_improvement_is_positive(better: str) -> None:
    result = analysed(measured(12, 10, -2.0 if better == "lower" else 2.0), better)
    assert result.estimate == pytest.approx(2.0, abs=3 * result.standard_error)
    assert result.estimate > 0
    low, high = result.interval(0.8)
    wide_low, wide_high = result.interval(0.95)
    assert wide_low < low < result.estimate < high < wide_high
    assert result.proof


def test_many_teams_are_read_by_person_with_errors_by_team() -> None:
    result = analysed(measured(15, 30, 1.0, alike=1.0), "higher")
    assert (result.by_team, result.by_lot, result.people) == (False, None, 900)
    assert result.freedom == 28
    # What people of a team share makes the error many times what it would be for 900 people on their own.
    alone = analysed(measured(900, 1, 1.0, alike=1.0, seed=2), "higher")
    assert result.standard_error > 3 * alone.standard_error
    # And it is the error of the teams' means, as all teams are of one size.
    by_team = analysed(measured(15, 30, 1.0, alike=1.0, people=False), "higher")
    assert by_team.by_team
    assert result.standard_error == pytest.approx(by_team.standard_error, rel=0.03)
    assert result.estimate == pytest.approx(by_team.estimate)


def test_few_teams_count_once_each_and_are_told() -> None:
    result = analysed(measured(4, 25, 1.5), "higher")
    assert result.by_team
    assert (result.freedom, result.pilot_teams, result.comparison_teams) == (6, 4, 4)
    assert "pilot-few-teams" in codes(result)
    assert result.by_lot is not None
    assert result.by_lot >= 2 / 70  # of the 70 ways to draw four of eight teams, this one and its mirror image
    assert result.spread > result.standard_error
    assert "pilot-few-teams" not in codes(analysed(measured(FEW, 5, 1.5), "higher"))


def test_the_lot_finds_nothing_where_there_is_nothing() -> None:
    shares = [analysed(measured(5, 4, 0.0, seed=seed), "higher").by_lot for seed in range(60)]
    found = np.array([share for share in shares if share is not None])
    assert len(found) == 60
    assert (found <= 0.1).mean() < 0.25
    assert found.mean() == pytest.approx(0.5, abs=0.12)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    inside = 0
    for seed in range(200):
        low, high = analysed(measured(4, 6, 1.0, seed=seed), "higher").interval(0.8)
        inside += low <= 1.0 <= high
    assert 0.72 <= inside / 200 <= 0.88


def test_drawn_by_lot_allows_for_what_was_before_and_is_sharper() -> None:
    readings = measured(30, 8, 1.0, alike=0.2, noise=3.0, own=2.0)
    changes, allowing = analysed(readings, "higher"), analysed(readings, "higher", drawn_by_lot=True)
    assert (changes.method, allowing.method) == ("changes", "allowing")
    assert allowing.standard_error < changes.standard_error
    assert allowing.estimate == pytest.approx(1.0, abs=3 * allowing.standard_error)


def test_after_only_is_read_and_told() -> None:
    result = analysed(measured(10, 10, 3.0, before=False, own=1.0), "higher")
    assert result.method == "after"
    assert "pilot-nothing-before" in codes(result)
    assert result.means.pilot_before is None
    assert result.estimate == pytest.approx(3.0, abs=3 * result.standard_error)


def test_one_group_before_and_after_is_no_proof() -> None:
    result = analysed(measured(10, 10, 3.0, groups=("pilot",)), "higher")
    assert result.method == "one group"
    assert not result.proof
    assert codes(result) == {"pilot-one-group"}
    assert result.comparison_teams == 0


@pytest.mark.parametrize("people", [True, False])
def test_one_team_cannot_be_told_from_the_programme(people: bool) -> None:
    result = analysed(measured(1, 40, 3.0, people=people), "higher")
    assert not result.proof
    assert "pilot-one-team" in codes(result)
    assert result.interval(0.8) == (-np.inf, np.inf)
    assert result.estimate == pytest.approx(3, abs=2)


def test_who_was_measured_once_is_left_out_and_counted() -> None:
    readings = measured(10, 10, 1.0)
    result = analysed([*readings[1:], Reading("pilot", "pilot 0", True, 900.0, "joined later")], "higher")
    told = next(finding for finding in result.findings if finding.code == "pilot-not-paired")
    assert told.what.startswith("2 people were")
    assert result.people == 199
    assert result.means.pilot_after is not None
    assert result.means.pilot_after < 100


@pytest.mark.parametrize("readings", [[], measured(3, 2, 1.0, groups=("comparison",))], ids=["empty", "no pilot"])
def test_nothing_after_the_pilot_is_refused(readings: list[Reading]) -> None:
    with pytest.raises(CaseError, match="Nothing was measured of the trained"):
        analysed(readings, "higher")


def test_one_group_without_a_before_is_refused() -> None:
    with pytest.raises(CaseError, match="one group"):
        analysed(measured(3, 2, 1.0, groups=("pilot",), before=False), "higher")


@pytest.mark.parametrize(("drift", "told"), [(0.0, False), (4.0, True)])
def test_groups_that_drifted_apart_before_are_told(drift: float, told: bool) -> None:
    rng = np.random.default_rng(8)
    readings = [
        Reading(group, f"{group} {team}", month > 6, value, "", date(2027, month, 1))  # type: ignore[arg-type]
        for group, moves in (("pilot", drift), ("comparison", 0.0))
        for team in range(8)
        for month in range(1, 10)
        for value in [20 + moves * month / 3 + rng.normal(0, 0.5)]
    ]
    result = analysed(readings, "higher")
    assert result.periods is not None
    assert (result.periods.earlier, len(result.periods.days)) == (6, 9)
    assert ("pilot-not-parallel" in codes(result)) is told
    assert result.periods.drift == pytest.approx(drift, abs=0.4)
    assert analysed([r for r in readings if r.day and r.day.month > 4], "higher").periods is None
