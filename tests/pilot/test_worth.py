"""The worth of a pilot: between nothing and perfect knowledge, rising with its size; its price; its gates."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.forecast.draws import probabilities
from ldcase.forecast.information import deviation_known, evpi_of_normal, evppi_regression, option_nets
from ldcase.forecast.update import updated
from ldcase.pilot.after_result import Expectation, expectation
from ldcase.pilot.design import designed
from ldcase.pilot.gates import break_even, suggested, zone
from ldcase.pilot.observed import observed, piloted
from ldcase.pilot.precision import precision
from ldcase.pilot.worth import sizes_to_try, waiting, worth
from tests.pilot.plans import forecast_of, planned, undecided
from tests.sample_cases import BUNDLED

LARGE = {"design": "whole teams", "teams": 20, "trained": 10, "team_size": 5.0, "spread": 0.12, "kept": (1.0, 1.0, 1.0)}


def of_normal(mean: float, deviation: float, draws: int = 8192) -> tuple[Expectation, np.ndarray]:
    """Going ahead or not, where a normal quantity is the net benefit itself and what the pilot shows."""
    from scipy.special import ndtri

    quantity = mean + deviation * ndtri(probabilities("quantity", draws))
    return expectation(np.column_stack([np.zeros(draws), quantity]), quantity, quantity), quantity


@pytest.mark.parametrize("mean", [-1.0, 0.0, 0.7])
@pytest.mark.parametrize("count", [1, 4, 25])
def test_the_worth_of_a_sample_is_that_of_the_closed_form(mean: float, count: int) -> None:
    found, _ = of_normal(mean, 2.0)
    exact = evpi_of_normal(mean, deviation_known(2.0, 3.0, count))
    assert found.worth(3.0 / math.sqrt(count)) == pytest.approx(exact, rel=0.02, abs=0.003)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_pilot_is_worth_no_more_than_knowing_and_more_with_every_team(name: str) -> None:
    f = forecast_of(name)
    found = worth(f, planned(f))
    limit = found.expectation
    assert 0 <= limit.evppi <= limit.evpi
    for worth_of, size in zip(found.sample_information, found.sizes, strict=True):
        assert 0 <= worth_of <= limit.evppi
        assert 0 <= size.information <= worth_of
        assert size.net == pytest.approx(size.information - size.cost)
    rising = np.diff(found.sample_information)
    assert (rising >= -0.002 * limit.evppi - 1e-6).all()
    assert found.planned in found.sizes


@settings(max_examples=25, deadline=None)
@given(
    spread=st.floats(0.02, 2.0),
    likeness=st.floats(0.0, 0.9),
    size=st.floats(1.0, 40.0),
    kept=st.sampled_from([(1.0, 1.0, 1.0), (0.6, 0.8, 1.0), (0.9, 1.1, 1.4)]),
)
def test_whatever_the_pilot_it_is_worth_between_nothing_and_knowing(
    spread: float, likeness: float, size: float, kept: tuple[float, float, float]
) -> None:
    f = undecided()
    plan = planned(f, spread=spread, likeness=likeness, team_size=size, kept=kept)
    months = plan.measured_months
    nets = option_nets(f)
    found = expectation(nets, observed(f, plan.metric, months), piloted(f, plan.metric, months, kept))
    assert found.evppi == pytest.approx(evppi_regression(nets, observed(f, plan.metric, months)), rel=1e-6, abs=1e-6)
    before = 0.0
    for teams in (2, 4, 8, 16, 64, 256):
        value = found.worth(precision(plan.sized(teams)).standard_error)
        assert before - 0.003 * found.evppi <= value <= found.evppi
        before = value


def test_a_pilot_without_noise_tells_all_there_is_to_know_of_the_measure() -> None:
    found, _ = of_normal(0.3, 1.0)
    assert found.worth(1e-6) == pytest.approx(found.evppi, rel=0.01)
    assert found.worth(math.inf) == 0.0


def test_what_is_expected_after_a_result_is_what_the_update_by_it_gives() -> None:
    f = undecided(8192)
    plan = planned(f, **LARGE)
    shown = observed(f, plan.metric, plan.months)
    nets = option_nets(f)
    found = expectation(nets, shown, shown)
    for result in np.quantile(shown, (0.1, 0.5, 0.9)):
        after, pays = found.after(np.array([result]), 0.03)
        weighted = updated(shown, float(result), 0.03)
        scale = nets[:, 1].std()
        assert after[0, 1] == pytest.approx(weighted.mean(nets[:, 1]), abs=0.05 * scale)
        assert pays[0] == pytest.approx(weighted.chance(nets[:, 1]), abs=0.08)


def test_gates_stop_where_doing_nothing_is_better_and_go_where_it_pays_back_in_eight_of_ten() -> None:
    f = undecided()
    plan = planned(f, **LARGE)
    found = worth(f, plan)
    gates = suggested(f, plan, found)
    assert gates is not None
    assert gates.decides
    assert gates.stop < gates.go
    error = precision(plan).standard_error
    nets, pays = found.expectation.after(np.array([gates.stop, gates.go]), error)
    spread = nets[:, 1].max() - nets[:, 1].min()
    assert nets[0, 1] == pytest.approx(0, abs=0.12 * spread)  # two significant figures
    assert pays[1] == pytest.approx(0.8, abs=0.06)
    assert [zone(value, gates.go, gates.stop) for value in (gates.stop - 1e-9, gates.stop, gates.go)] == [
        "stop",
        "adapt",
        "go",
    ]


def test_a_worse_case_asks_for_a_better_result() -> None:
    f = undecided()
    plan = planned(f, **LARGE)
    dear = f.with_case(f.case.what_if({"design_cost": f["design_cost"].likely + 60_000}))
    cheap, costly = (suggested(each, plan, worth(each, plan)) for each in (f, dear))
    assert cheap is not None
    assert costly is not None
    assert costly.break_even > cheap.break_even


@pytest.mark.parametrize("name", ["service-desk-course", "not-a-training-problem"])
def test_where_no_result_would_change_the_decision_the_gates_say_what_would_have_to_be_seen(name: str) -> None:
    f = forecast_of(name)
    plan = planned(f)
    found = worth(f, plan)
    gates = suggested(f, plan, found)
    assert gates is not None
    assert not gates.decides
    assert found.best.net < 0
    at_zero = break_even(f, plan)
    assert at_zero is not None
    assert gates.stop == pytest.approx(at_zero, rel=0.05)
    assert gates.go > gates.stop
    # As good as that, the programme earns what it costs.
    factor = at_zero * plan.kept[1] / np.median(observed(f, plan.metric, plan.months))
    benefit, cost = f["benefit"].likely, f["cost"].likely
    assert benefit * factor == pytest.approx(cost)


def test_a_pilot_that_cannot_measure_has_no_worth_and_no_gates() -> None:
    f = undecided()
    found = designed(f, planned(f, design="whole teams", teams=2, trained=1))
    assert found.gates is None
    assert found.detectable == math.inf
    assert found.worth.planned.information == 0


def test_nobody_waits_for_a_pilot_that_ends_before_the_others_begin() -> None:
    f = forecast_of("line-supervisors")
    plan = planned(f)
    wait = waiting(f, plan)
    assert wait.people == 100
    assert wait.share(0) == 1
    assert wait.share(17) == pytest.approx(0.5)
    assert wait.share(34) == 0
    assert worth(f, plan).planned.waiting == 0
    longer = worth(f, replace(plan, months=8)).planned
    assert longer.waiting > 0


def test_a_dearer_pilot_is_worth_less_and_the_best_size_is_the_best() -> None:
    f = undecided()
    plan = planned(f, **LARGE, fixed_cost=0.0, team_cost=0.0)
    free, dear = worth(f, plan), worth(f, replace(plan, team_cost=500.0, fixed_cost=100.0))
    assert dear.sample_information == free.sample_information
    for one, other in zip(free.sizes, dear.sizes, strict=True):
        assert one.net - other.net == pytest.approx(100 + 500 * one.teams)
    assert dear.best.net == max(size.net for size in dear.sizes)
    assert dear.best.teams <= free.best.teams


def test_the_sizes_that_are_tried() -> None:
    plan = planned(undecided(), teams=7, trained=3, team_size=2.0)
    sizes = sizes_to_try(plan, 100)
    assert len(sizes) <= 20
    assert sizes == tuple(sorted(set(sizes)))
    assert (sizes[0], sizes[-1]) == (2, 50)
    assert 7 in sizes
    assert sizes_to_try(plan, 10) == (2, 3, 4, 5, 6, 7)
