"""What more teams, likeness, steadiness, and steps do to what a pilot can tell; and the order of the designs."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ldcase.pilot.power import (
    Precision,
    arcsine_difference,
    before_and_after,
    change_factor,
    covariate_factor,
    design_effect,
    noncentrality,
    power,
    size_needed,
    stepped,
    two_groups,
    whole_teams,
)


def test_power_agrees_with_a_simulated_pilot() -> None:
    rng = np.random.default_rng(3)
    teams, size, likeness, effect, runs = 6, 8, 0.2, 0.9, 4000
    shared = rng.normal(0, math.sqrt(likeness), (runs, 2 * teams))
    means = shared + rng.normal(0, math.sqrt((1 - likeness) / size), (runs, 2 * teams))
    means[:, :teams] += effect
    difference = means[:, :teams].mean(axis=1) - means[:, teams:].mean(axis=1)
    pooled = (means[:, :teams].var(axis=1, ddof=1) + means[:, teams:].var(axis=1, ddof=1)) / 2
    found = np.abs(difference / np.sqrt(pooled * 2 / teams)) > 2.2281388520  # t of 10 degrees, two-sided 5 %
    assert whole_teams(1, teams, teams, size, likeness).power(effect) == pytest.approx(found.mean(), abs=0.02)


def test_what_is_detectable_is_found_as_often_as_said() -> None:
    for precision in (two_groups(2, 30, 40), whole_teams(2, 4, 5, 12, 0.1), stepped(2, [2, 2], 12, 0.5)):
        for wanted in (0.5, 0.8, 0.95):
            assert precision.power(precision.detectable(wanted)) == pytest.approx(wanted, abs=1e-6)


def test_more_teams_tell_smaller_effects_and_more_likeness_larger_ones() -> None:
    by_teams = [whole_teams(1, k, k, 12, 0.1).detectable() for k in range(2, 30)]
    assert by_teams == sorted(by_teams, reverse=True)
    by_likeness = [whole_teams(1, 6, 6, 12, icc / 10).detectable() for icc in range(11)]
    assert by_likeness == sorted(by_likeness)
    assert design_effect(12, 0.1, 0.5) > design_effect(12, 0.1)
    assert design_effect(1, 0.7) == 1


def test_people_drawn_one_by_one_are_as_teams_of_one() -> None:
    assert whole_teams(3, 20, 25, 1, 0.4) == two_groups(3, 20, 25)


def test_a_figure_before_helps_as_a_covariate_and_a_change_only_where_it_is_steady() -> None:
    assert covariate_factor(0.5) == 0.75
    assert change_factor(0.5) == 1
    assert change_factor(0.4) > 1 > change_factor(0.6) > covariate_factor(0.6)
    after = whole_teams(1, 6, 6, 12, 0.1).standard_error
    assert before_and_after(1, 6, 6, 12, 0.1, 0.4, by_lot=False).standard_error > after
    assert before_and_after(1, 6, 6, 12, 0.1, 0.4, by_lot=True).standard_error < after
    assert before_and_after(1, 6, 6, 12, 0.1, 1.0, by_lot=True).power(0.01) == pytest.approx(1)


def test_a_stepped_roll_out_with_one_step_is_two_measurements() -> None:
    # One step for all: nobody waits, so that nothing can be told from what the months bring by themselves.
    assert not stepped(1, [6], 12, 0.3).possible
    two = stepped(1, [3, 3], 12, 0.3)
    assert stepped(1, [3, 3], 12, 0.0).standard_error < two.standard_error
    assert stepped(1, [6, 6], 12, 0.3).standard_error == pytest.approx(two.standard_error / math.sqrt(2))


def test_a_stepped_roll_out_is_least_squares_of_its_model() -> None:
    teams, size, between, spread, months = [2, 1, 3], 9, 0.4, 1.3, 4
    trained = np.array([[float(m > step) for m in range(months)] for step, n in enumerate(teams) for _ in range(n)])
    own = spread**2 / size * np.eye(months) + between**2 * np.ones((months, months))
    weight = np.linalg.inv(own)
    normal = np.zeros((months + 1, months + 1))
    for row in trained:
        design = np.column_stack([np.eye(months), row])
        normal += design.T @ weight @ design
    exact = math.sqrt(np.linalg.inv(normal)[-1, -1])
    assert stepped(spread, teams, size, between).standard_error == pytest.approx(exact)


def test_a_pilot_that_cannot_measure_says_so() -> None:
    for nothing in (
        whole_teams(1, 0, 2, 5, 0.1),
        whole_teams(1, 1, 1, 5, 0.1),
        two_groups(1, 1, 1),
        stepped(1, [], 5, 0),
    ):
        assert not nothing.possible
        assert nothing.power(100) == 0
        assert nothing.detectable() == math.inf
    assert size_needed(lambda n: two_groups(1, n, n), 1e-6) == math.inf


def test_the_normal_limit() -> None:
    assert noncentrality(math.inf) == pytest.approx(1.959964 + 0.841621, abs=1e-5)
    assert Precision(1, math.inf).power(2.8) == power(2.8, math.inf)
    assert arcsine_difference(0.3, 0.3) == 0
