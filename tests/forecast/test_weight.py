"""Where one figure stands: its share of the uncertainty of the net benefit, its place among what moves it."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.forecast import forecast
from ldcase.forecast.variance import variance_shares
from ldcase.forecast.weight import weight
from ldcase.words.weight import standing
from tests.sample_cases import BUNDLED, bundled


@pytest.mark.parametrize("name", BUNDLED)
def test_the_share_is_what_knowing_the_figure_would_take_away(name: str) -> None:
    of = forecast(bundled(name), 2048)
    assert weight(of, "net_benefit").share > 0.9  # what varies within a block is counted as unknown
    known = {each.name: each.first_order for each in variance_shares(of)}
    drivers = [driver.name for driver in of.tornado() if driver.swing > 0]
    for quantity in of.names:
        found = weight(of, quantity)
        assert 0 <= found.share <= 1
        if quantity in known:
            assert found.share == pytest.approx(min(1, max(0, known[quantity])))
        if len(of[quantity].draws) == 1:
            assert found.share == 0
        if found.driver is not None:
            assert drivers[found.rank - 1] == quantity == found.driver.name
        assert found.drivers == len(drivers)
        assert (quantity in drivers) == (found.driver is not None)


def test_a_figure_that_decides_alone_has_all_of_it() -> None:
    case = bundled("closing-the-sale")
    alone = case.what_if({a.name: (a.likely,) * 3 for a in case.assumptions.values() if a.name != "able_share"})
    of = forecast(alone, 1024)
    found = weight(of, "able_share")
    assert found.share == pytest.approx(1, abs=0.02)
    assert (found.rank, found.drivers) == (1, 1)
    assert "almost none of the uncertainty" in standing(of, "able_share")[0]
    spread = np.var(of["net_benefit"].draws)
    assert np.var(of["benefit"].draws) == pytest.approx(spread, rel=1e-6), "the cost is fixed here"
    assert weight(of, "benefit").share == pytest.approx(1, abs=0.02)


def test_what_stands_beside_the_headline_says_so() -> None:
    of = forecast(bundled("closing-the-sale"), 256)
    assert not weight(of, "npv").reaches
    assert standing(of, "npv") == ("It stands beside the net benefit, not on the way to it.",)
    assert standing(of, "net_benefit") == ("It is the headline itself.",)
    assert standing(of, "effect_achieved")[0].startswith("It is the same in every case")
    told = standing(of, "able_share")
    assert len(told) == 3
    assert "it moves it furthest" in told[2]
