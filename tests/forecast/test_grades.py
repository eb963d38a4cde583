"""The headline by grade: parts that add up, and a view in which the weakest grade is at its cautious ends."""

from __future__ import annotations

import pytest

from ldcase.forecast import forecast
from ldcase.forecast.grades import cautious, cautious_ends, grades, spread_shares
from tests.sample_cases import BUNDLED, bundled


@pytest.mark.parametrize("name", BUNDLED)
def test_the_parts_add_up_to_the_headline(name: str) -> None:
    of = forecast(bundled(name), 512)
    found = grades(of)
    assert found.headline == pytest.approx(of.summary.net_likely)
    assert found.headline - sum(tier.rests for tier in found.tiers) == pytest.approx(found.tiers[-1].stands)
    assert sum(tier.count for tier in found.tiers) == len(of.case.assumptions)
    assert all(tier.rests >= -1e-6 for tier in found.tiers)


def test_the_cautious_end_is_low_of_what_helps_and_high_of_what_costs() -> None:
    of = forecast(bundled("closing-the-sale"), 512)
    ends, assumptions = cautious_ends(of), of.case.assumptions
    assert ends["transfer_share"] == assumptions["transfer_share"].low
    assert ends["learner_hours"] == assumptions["learner_hours"].high
    assert "discount_rate" not in ends  # fixed, and nothing undiscounted moves with it


def test_dropping_a_grade_leaves_what_the_chart_says_stands_and_never_more() -> None:
    of = forecast(bundled("closing-the-sale"))
    seen = of.with_case(cautious(of.case, of, "opinion"))
    assert seen.summary.net_likely == pytest.approx(grades(of).tiers[0].stands)
    assert seen["net_benefit"].p90 < of["net_benefit"].p90
    for name, one in seen.case.assumptions.items():
        assert one.fixed or one.grade != "opinion", name
    assert of.case.assumptions["transfer_share"].likely == 0.7  # the case itself stays


def test_the_doubt_is_shared_out_whole() -> None:
    shares = spread_shares(forecast(bundled("closing-the-sale")))
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["opinion"] > shares["measured here"] > shares["published"]
    assert -0.02 < shares["published"] < 0.05  # one assumption that hardly matters


def test_what_does_not_vary_has_no_doubt_to_share_out() -> None:
    case = bundled("closing-the-sale")
    fixed = case.what_if({name: (one.likely,) * 3 for name, one in case.assumptions.items()})
    of = forecast(fixed, 256)
    assert spread_shares(of) == {}
    assert grades(of).weakest is None
