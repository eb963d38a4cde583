"""Risk, rank correlation, shares of the variance, scenarios and grids."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.configurations import MedianCase
from ldcase.forecast.grid import grid
from ldcase.forecast.rank_correlation import rank_correlations, spearman
from ldcase.forecast.risk import expected_shortfall, risk
from ldcase.forecast.scenarios import cautious_and_hopeful, scenarios
from ldcase.forecast.variance import variance_shares
from tests.sample_cases import BUNDLED, bundled


def test_the_worst_part_counts_the_draw_on_its_edge_in_part() -> None:
    net = np.array([3.0, -10.0, 5.0, -2.0])
    assert expected_shortfall(net, 0.25) == -10
    assert expected_shortfall(net, 0.5) == -6
    assert expected_shortfall(net, 0.375) == pytest.approx((-10 - 0.5 * 2) / 1.5)
    assert expected_shortfall(net, 1.0) == -1
    with pytest.raises(ValueError, match="above 0"):
        expected_shortfall(net, 0.0)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_loss_has_a_chance_and_a_size(name: str) -> None:
    figures = forecast(bundled(name))
    net, found = figures["net_benefit"], risk(figures)
    assert found.chance_of_loss == pytest.approx(1 - net.chance(above=0), abs=1e-12)
    assert found.worst <= found.worst_tenth <= net.p10
    assert found.mean_loss <= 0
    assert found.expected_loss == pytest.approx(found.chance_of_loss * found.mean_loss)
    gains = net.draws[net.draws > 0].sum() / figures.draws
    assert found.expected_loss + gains == pytest.approx(net.mean)


def test_spearman_is_that_of_the_ranks() -> None:
    x = np.arange(10.0)
    assert spearman(x, np.exp(x)) == pytest.approx(1)
    assert spearman(x, -(x**3)) == pytest.approx(-1)
    assert spearman(x, np.zeros(10)) == 0
    # Ties share their mean rank: 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    assert spearman(np.array([1.0, 2.0, 2.0, 4.0]), np.arange(4.0)) == pytest.approx(4.5 / np.sqrt(4.5 * 5))


def test_the_strongest_ranks_are_drivers_of_the_tornado() -> None:
    figures = forecast(bundled("closing-the-sale"))
    found = rank_correlations(figures)
    assert {one.name for one in found} == {driver.name for driver in figures.tornado()}
    assert all(-1 <= one.correlation <= 1 for one in found)
    tornado = {driver.name: driver.at_high > driver.at_low for driver in figures.tornado()}
    for one in found[:5]:
        assert (one.correlation > 0) == tornado[one.name]
    assert {one.name for one in found[:3]} & {driver.name for driver in figures.tornado()[:3]}


def test_shares_of_the_variance_name_the_same_drivers() -> None:
    figures = forecast(bundled("service-desk-course"))
    shares = variance_shares(figures)
    assert shares[0].name in {driver.name for driver in figures.tornado()[:3]}
    assert 0.85 < sum(share.first_order for share in shares) < 1.1
    assert all(share.total > share.first_order - 0.05 for share in shares)


def test_scenarios_stand_side_by_side_on_the_same_draws() -> None:
    base = forecast(bundled("closing-the-sale"))
    same, less = scenarios(base, {"As it is": {}, "Less skill": {"able_share": 0.4}})
    assert not same.difference.any()
    assert (less.difference < 0).all()
    assert less.likely_difference == less.forecast["net_benefit"].likely - base["net_benefit"].likely
    assert scenarios(base, {}) == ()
    worse, better = scenarios(base, cautious_and_hopeful(base))
    assert worse.forecast["net_benefit"].likely < base["net_benefit"].likely < better.forecast["net_benefit"].likely
    with pytest.raises(CaseError, match="able_share"):
        scenarios(base, {"Typo": {"able_shar": 0.4}})


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("closing-the-sale", "able_share", "transfer_share"),
        ("it-turnover", "leavers.exemplar_rate", "learner_hours"),
        ("service-desk-course", "use_share", "start_delay"),
    ],
)
def test_a_grid_is_the_median_case_and_the_frontier_is_even(name: str, one: str, other: str) -> None:
    figures = forecast(bundled(name), 64)
    found = grid(figures, one, other, 7)
    median = MedianCase(figures.case, figures.median_case)
    assert found.net.shape == (len(found.xs), len(found.ys))
    for i, k in ((0, 0), (-1, 0), (2, -1)):
        row = {one: float(found.xs[i]), other: float(found.ys[k])}
        assert found.net[i, k] == pytest.approx(median.at([row], "net_benefit")[0])
    assert len(found.frontier) == len(found.xs)
    always, never = figures.case.assumptions[one].fixed and figures.case.assumptions[other].fixed, found.net.max() < 0
    assert 0 <= found.chance <= 1
    assert found.chance in (0, 1) if always else found.chance == 0 if never else found.chance > 0.2
    scale = np.abs(found.net).max()
    for point in found.frontier:
        if point.y is None:
            continue
        at = median.at([{one: point.x, other: point.y}], "net_benefit")[0]
        whole = figures.case.assumptions[other].whole
        assert at >= 0 if whole else at == pytest.approx(0, abs=1e-6 * scale)
    if name != "service-desk-course":
        assert sum(point.y is not None for point in found.frontier) > 3


@pytest.mark.parametrize(
    ("one", "other", "points", "said"),
    [
        ("able_shar", "margin", 5, "able_share"),
        ("able_share", "able_share", 5, "two assumptions"),
        ("able_share", "reach_share", 1000, "2 to 101"),
    ],
)
def test_a_grid_says_what_it_needs(one: str, other: str, points: int, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        grid(forecast(bundled("closing-the-sale"), 2), one, other, points)
