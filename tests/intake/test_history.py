"""What a history says, against figures made by hand and made with a known answer."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.intake.exemplar import best_by_month, exemplar
from ldcase.intake.history import control, history, season, trend
from ldcase.intake.mapping import guessed
from ldcase.intake.reading import read
from ldcase.intake.series import series
from ldcase.intake.summary import About, Summary, summary
from ldcase.intake.suppression import Shown
from tests.intake.made import TODAY, cells, lines


def months(count: int, first: str = "2024-01") -> np.ndarray:
    """Months in a row."""
    return np.datetime64(first, "M") + np.arange(count)


def summarised(content: bytes, measure: str = "value", better: str = "higher", **about: object) -> Summary:
    """All that a file says."""
    found = cells(content)
    return summary(found, guessed(found), About(TODAY, measure, better, **about))  # type: ignore[arg-type]


def test_the_limits_of_individual_values() -> None:
    """Middle ± 2.66 × the mean moving range, by hand: mean 10, ranges 2 2 2 2 2."""
    found = control(np.array([9.0, 11.0, 9.0, 11.0, 9.0, 11.0]))
    assert found.middle == 10.0
    assert (found.lower, found.upper) == pytest.approx((4.68, 15.32))
    assert found.outside == ()
    assert not found.unusual
    assert control(np.array([9.0, 11.0, 9.0]), lowest=8.0).lower == 8.0


def test_a_month_far_out_and_a_long_run_are_unusual() -> None:
    quiet = [10.0, 10.4, 9.8, 10.1, 9.9, 10.2, 9.7, 10.3, 10.0, 9.9] * 2
    assert control(np.array([*quiet, 14.0])).unusual
    assert not control(np.array([14.0, *quiet])).unusual
    assert control(np.array([14.0, *quiet])).outside == (0,)
    shifted = control(np.array([10.0, 10.2] * 6 + [10.6, 10.4] * 4))
    assert shifted.run >= 8
    assert shifted.unusual


def test_a_line_is_a_trend_and_noise_is_none() -> None:
    rng = np.random.default_rng(5)
    rising = trend(months(24), np.arange(24) * 0.5 / 12 + rng.normal(0, 0.02, 24))
    assert rising.beyond_chance
    assert rising.low < 0.5 < rising.high
    assert not trend(months(24), rng.normal(0, 1, 24)).beyond_chance


def test_a_season_is_told_where_there_is_one() -> None:
    rng = np.random.default_rng(6)
    at = np.arange(36)
    found = season(months(36), 10 + 3 * (at % 12 == 11) - 2 * (at % 12 == 5) + rng.normal(0, 0.3, 36))
    assert found is not None
    assert (found.highest, found.lowest) == (12, 6)
    assert found.above == pytest.approx(3, abs=0.6)
    assert season(months(36), 10 + rng.normal(0, 0.3, 36)) is None
    assert season(months(24), np.full(24, 2.0)) is None


def test_the_baseline_is_the_mean_of_the_last_twelve_months() -> None:
    rows = [f"{month}-01,{0.1 if k < 6 else 0.2 + 0.01 * (k % 2)}" for k, month in enumerate(months(18))]
    found = summarised(lines("date,value", *rows)).history.baseline
    assert found.months == 12
    assert found.likely == pytest.approx(0.205)
    assert found.low == pytest.approx(0.205 - 1.2815516 * 0.01 / 1.128 / np.sqrt(12))


def test_turnover_by_hand() -> None:
    """100 people all along, one leaves each month on the 15th and another comes: 12 leavers a year among 100."""
    rows = [f"S{k},A,2015-01-01," for k in range(100)]
    for at in range(24):
        month = np.datetime64("2025-01", "M") + at
        rows[at] = f"S{at},A,2015-01-01,{month}-15"
        rows.append(f"N{at},A,{month}-15,")
    found = summarised(lines("person id,team,start date,leave date", *rows), "turnover", "lower")
    assert found.series.level == pytest.approx(0.12)
    assert str(found.series.months[-1]) == "2026-12"
    assert np.isnan(found.series.team[:11]).all()
    assert found.series.team[11:].tolist() == pytest.approx([0.12] * 13)
    assert found.series.monthly.tolist() == pytest.approx([0.12] * 24)
    level = found.history.baseline
    assert level.high - level.likely == pytest.approx(1.2815516 * np.sqrt(12.5) / 100)


def test_nobody_left_is_no_turnover_of_nothing() -> None:
    from ldcase.errors import CaseError

    with pytest.raises(CaseError, match="Nobody in the list has left"):
        summarised(lines("person id,start date,leave date", "1,2020-01-01,", "2,2020-01-01,"), "turnover")


def test_people_count_once_however_often_they_were_measured() -> None:
    rows = [
        f"P{k},{'A' if k < 20 else 'B'},2026-{month:02}-01,{10 + k % 2 + (k >= 20)}"
        for k in range(40)
        for month in (1, 2, 3)
    ]
    found = summarised(lines("person id,team,date,score", *rows))
    assert found.series.levels.tolist() == pytest.approx([10.5, 11.5])
    assert found.series.noise.tolist() == pytest.approx([0.25 * 20 / 19 / 20] * 2)
    assert found.series.people.tolist() == [[20, 20]] * 3


def _teams(levels: np.ndarray, people: int, seed: int) -> bytes:
    rng = np.random.default_rng(seed)
    rows = [
        f"{month}-01,{rng.normal(level, 0.5 / np.sqrt(people)):.5f},Team {team},{people}"
        for month in months(12, "2026-01")
        for team, level in enumerate(levels)
    ]
    return lines("month,score,team,headcount", *rows)


def test_the_best_of_equal_groups_are_only_lucky() -> None:
    """Eighteen groups without any difference: the best third seems better, and the luck is taken off."""
    gains, raw = [], []
    for seed in range(20):
        found = summarised(_teams(np.full(18, 10.0), 12, seed))
        assert found.exemplar is not None
        gains.append(found.exemplar.level.likely - 10)
        raw.append(found.exemplar.raw - 10)
    assert np.mean(raw) > 0.03
    assert abs(np.mean(gains)) < np.mean(raw) / 3


def test_a_real_difference_stays() -> None:
    found = summarised(_teams(np.repeat([10.0, 12.0], 6), 60, 3))
    assert found.exemplar is not None
    assert found.exemplar.real_share > 0.98
    assert found.exemplar.level.likely == pytest.approx(12, abs=0.05)
    assert {found.series.groups[k] for k in found.exemplar.groups} <= {f"Team {k}" for k in range(6, 12)}
    np.testing.assert_allclose(best_by_month(found.series, found.exemplar), 12, atol=0.5)
    lower = summarised(_teams(np.repeat([10.0, 12.0], 6), 60, 3), better="lower")
    assert lower.exemplar is not None
    assert lower.exemplar.level.likely == pytest.approx(10, abs=0.05)


def test_groups_of_unknown_size_are_shown_only_when_somebody_vouches_for_them() -> None:
    rows = [f"{month}-01,{0.2 + 0.1 * team},Team {team}" for month in months(12) for team in range(4)]
    content = lines("date,value,group", *rows)
    closed = summarised(content)
    assert closed.groups == ()
    assert closed.exemplar is None
    opened = summarised(content, large_enough=True)
    assert opened.groups[0].name == "Team 3"


def test_a_file_of_team_and_best_says_itself_who_is_best() -> None:
    rows = [f"{month}-01,{value},{group}" for month in months(12) for value, group in ((0.2, "team"), (0.3, "best"))]
    found = summarised(lines("date,value,group", *rows))
    assert found.series.level == pytest.approx(0.2)
    assert found.exemplar is not None
    assert found.exemplar.level.likely == pytest.approx(0.3)
    few = [f"{row},{12 if row.endswith('team') else 4}" for row in rows]
    assert summarised(lines("date,value,group,headcount", *few)).exemplar is None


def test_hidden_groups_are_never_among_the_best() -> None:
    rows = [
        f"{month}-01,{0.9 if team == 0 else 0.2},Team {team},{4 if team == 0 else 20}"
        for month in months(12)
        for team in range(5)
    ]
    found = summarised(lines("date,value,group,headcount", *rows))
    assert found.exemplar is not None
    assert not {found.series.groups[k] for k in found.exemplar.groups} & {"Team 0"}
    assert all(np.isnan(found.exemplar.shrunk[list(found.shown.hidden)]))
    assert "Team 0" not in [row.name for row in found.groups]


def test_too_short_a_history_says_so() -> None:
    found = cells(lines("date,value", "2026-01-01,1", "2026-02-01,2"))
    told = history(series(read(found, guessed(found), TODAY), "value", TODAY))
    assert (told.trend, told.season, told.control) == (None, None, None)
    assert told.baseline.likely == 1.5
    one = series(read(found, guessed(found), TODAY), "value", TODAY)
    assert exemplar(one, Shown((0,), (), (), True), "higher") is None


def test_a_list_that_ended_long_ago_is_not_counted_beyond_its_end() -> None:
    def last(day: str) -> str:
        rows = [f"S{k},2015-01-01," for k in range(30)] + ["L1,2015-01-01,2025-01-10", f"L2,2015-01-01,{day}"]
        found = summarised(lines("person id,start date,leave date", *rows), "turnover", "lower")
        return f"{found.series.months[-1]} {[each.code for each in found.series.findings]}"

    assert last("2026-05-28") == "2026-05 ['data-ends']"
    assert last("2026-05-03") == "2026-04 ['data-ends']"
    assert last("2026-12-28") == "2026-12 []"
