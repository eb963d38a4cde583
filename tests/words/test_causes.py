"""What stands in the way, and what the case promises of each metric: the figures are the forecast's own."""

from __future__ import annotations

from datetime import date

import pytest

from ldcase.forecast import forecast
from ldcase.words.causes import causes
from ldcase.words.promise import later, promises, reached
from tests.sample_cases import BUNDLED, bundled


@pytest.mark.parametrize("name", BUNDLED)
def test_causes_share_the_gap_and_its_cost(name: str) -> None:
    of = forecast(bundled(name), 512)
    found = causes(of)
    assert sum(each.share[1] for each in found) == pytest.approx(1)
    assert sum(each.costs[1] for each in found) == pytest.approx(of["gap_cost"].likely)
    able = found[0]
    assert able.share[0] == pytest.approx(of["able_share"].p10)
    assert able.share[2] == pytest.approx(of["able_share"].p90)
    assert able.costs[0] == pytest.approx(of["gap_cost_able"].p10)
    for each in found:
        assert each.share[0] <= each.share[1] <= each.share[2]
        assert each.costs[0] <= each.costs[1] <= each.costs[2]
        assert not each.open


def test_a_cause_without_an_owner_is_open_and_one_without_a_share_is_not() -> None:
    case = bundled("closing-the-sale").edit("opportunity.diagnosis.allowed.action.owner", None)
    found = {each.name: each for each in causes(forecast(case, 64))}
    assert found["allowed"].open
    assert not found["willing"].open
    without = {each.name: each for each in causes(forecast(case.edit("opportunity.diagnosis.allowed", None), 64))}
    assert without["allowed"].share == (0, 0, 0)
    assert not without["allowed"].open


def test_when_able_moves_the_others_share_what_it_leaves() -> None:
    case = bundled("closing-the-sale").what_if({"able_share": 0.8})
    shares = {each.name: each.share[1] for each in causes(forecast(case, 64))}
    assert shares == pytest.approx({"able": 0.8, "willing": 0.06, "allowed": 0.1, "empowered": 0.04})


@pytest.mark.parametrize("name", BUNDLED)
def test_the_target_lies_between_today_and_the_best(name: str) -> None:
    of = forecast(bundled(name), 64)
    for promise in promises(of):
        use = promise.metric
        today, best, target = of[use.baseline].likely, of[use.exemplar].likely, reached(of, use)
        assert target is not None
        assert min(today, best) <= target <= max(today, best)
        assert target != today
        assert promise.in_time
    nothing = of.with_case(of.case.what_if({"effect_achieved": 0.0}))
    for use in of.case.metrics:
        assert reached(nothing, use) == pytest.approx(of[use.baseline].likely)


def test_a_month_so_many_months_later() -> None:
    assert later(date(2027, 1, 1), 0) == date(2027, 1, 1)
    assert later(date(2027, 11, 1), 2) == date(2028, 1, 1)
    assert later(date(2027, 1, 1), 23) == date(2028, 12, 1)
