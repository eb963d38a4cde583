"""Each analysis as a method: the facade hands on what the analyses of ldcase.forecast say."""

from __future__ import annotations

import pytest

import ldcase
from ldcase.case import Assumption
from tests.sample_cases import DATA


@pytest.fixture(scope="module")
def opened() -> ldcase.Case:
    return ldcase.open(DATA / "cases" / "closing-the-sale")


def test_every_question_has_a_method(opened: ldcase.Case) -> None:
    forecast = opened.forecast(draws=512)
    options = forecast.options()
    assert [option.kind for option in options.options[:2]] == ["do nothing", "initiative"]
    worth = forecast.information()
    assert 0 <= worth.assumptions[0].money <= worth.evpi
    means = [option.mean for option in options.options]
    assert worth.chosen == means.index(max(means))
    assert forecast.risk().worst_tenth < forecast["net_benefit"].p10
    assert forecast.finance().npv == forecast["npv"].likely
    assert forecast.grid("able_share", "reach_share", 3).net.shape == (3, 3)
    assert [way.name for way in forecast.ways().ways] == ["exemplar", "published", "stakeholders"]
    assert forecast.grades().headline == forecast["net_benefit"].likely
    (less,) = forecast.scenarios({"Less": {"able_share": 0.4}})
    steps = opened.what_if({"able_share": 0.4}).forecast(512).changed_from(forecast).steps
    assert [step.name for step in steps] == ["able_share"]
    assert steps[0].money == pytest.approx(less.likely_difference)


def test_a_widened_case_is_a_case_of_the_facade(opened: ldcase.Case) -> None:
    wide = opened.widened()
    assert isinstance(wide, ldcase.Case)
    assert isinstance(wide["able_share"], Assumption)
    assert isinstance(opened["able_share"], Assumption)
    assert wide["able_share"].high > opened["able_share"].high
