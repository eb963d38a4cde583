"""Common random numbers and what is sampled from them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ldcase.case import Assumption
from ldcase.forecast import forecast
from ldcase.forecast.draws import SEED, probabilities
from ldcase.forecast.forecast import sample
from tests.sample_cases import BUNDLED, bundled, varied

RANGES = [(name, a.name) for name in BUNDLED for a in bundled(name).assumptions.values() if not a.fixed]


def test_each_stratum_is_drawn_once() -> None:
    for draws in (1, 7, 4096):
        column = probabilities("able_share", draws, SEED)
        assert sorted(np.floor(column * draws)) == list(range(draws))
        assert column.min() > 0
        assert column.max() < 1
        assert not column.flags.writeable


def test_a_column_depends_on_name_number_and_seed_alone() -> None:
    first = probabilities("able_share", 512, 1)
    probabilities.cache_clear()
    assert np.array_equal(first, probabilities("able_share", 512, 1))
    assert not np.array_equal(first, probabilities("able_share", 512, 2))
    assert not np.array_equal(first, probabilities("reach_share", 512, 1))


def test_columns_are_independent_of_one_another() -> None:
    columns = np.array([probabilities(name, 4096, SEED) for name in sorted({name for _, name in RANGES})])
    off = np.corrcoef(columns) - np.eye(len(columns))
    assert np.abs(off).max() < 0.08


def test_other_assumptions_leave_a_column_as_it_was() -> None:
    """Taking one out, adding one, and another order: the draws of the rest are bit for bit the same."""

    def fewer(data: dict[str, dict[str, dict[str, dict[str, object]]]]) -> None:
        del data["idea"]["costs"]["assumptions"]["travel_cost"]
        kept = data["idea"]["assumptions"]
        data["idea"]["assumptions"] = {name: kept[name] for name in reversed(list(kept))}

    whole = forecast(bundled("closing-the-sale"), 300)
    part = forecast(varied("closing-the-sale", fewer), 300)
    assert whole["travel_cost"].draws.shape == (300, 1)
    assert part["travel_cost"].likely == 0
    shared = [name for name in part.inputs if name != "travel_cost"]
    assert len(shared) > 25
    for name in shared:
        assert np.array_equal(whole.inputs[name], part.inputs[name]), name


@pytest.mark.parametrize(("case", "name"), RANGES)
def test_the_draws_have_the_quantiles_that_were_given(case: str, name: str) -> None:
    assumption = replace(
        bundled(case).assumptions[name], chance=False
    )  # a chance is drawn from its range, then as 1 or 0
    drawn = sample(assumption, 4096, SEED)[:, 0]
    width = assumption.high - assumption.low
    for probability, value in zip((0.1, 0.5, 0.9), assumption.values, strict=True):
        assert np.quantile(drawn, probability) == pytest.approx(value, abs=0.003 * width)
    lower, upper = assumption.bounds
    assert drawn.min() >= (-np.inf if lower is None else lower)
    assert drawn.max() <= (np.inf if upper is None else upper)
    assert np.isfinite(drawn).all()


def test_a_fixed_figure_is_one_row_and_whole_figures_are_whole() -> None:
    margin = bundled("closing-the-sale").assumptions["win_rate.margin"]
    assert sample(replace(margin, low=0.4, likely=0.4, high=0.4), 100, SEED).tolist() == [[0.4]]
    delay: Assumption = bundled("closing-the-sale").assumptions["start_delay"]
    drawn = sample(replace(delay, low=1.0, likely=2.0, high=4.0), 1000, SEED)
    assert set(np.unique(drawn)) <= set(range(61))
    assert len(np.unique(drawn)) > 3


def test_the_seed_decides_and_nothing_else() -> None:
    case = bundled("it-turnover")
    one, same, other = forecast(case, 200), forecast(case, 200), forecast(case, 200, seed=7)
    assert np.array_equal(one["net_benefit"].draws, same["net_benefit"].draws)
    assert not np.array_equal(one["net_benefit"].draws, other["net_benefit"].draws)
    assert one["net_benefit"].likely == other["net_benefit"].likely
