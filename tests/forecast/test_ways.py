"""Three ways to one effect: on one footing, and what using one of them makes of the case."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.case import Case
from ldcase.case.ways import moving
from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.ways import effect_ways, fit
from tests.sample_cases import bundled, modules, varied

KEY = "win_rate"
PERCENT = {
    "given_as": "share of the baseline",
    "low": 0.02,
    "likely": 0.08,
    "high": 0.14,
    "measured": "results",
    "source": "a study",
    "grade": "published",
}


def sale(**ways: Any) -> Case:
    return bundled("closing-the-sale").edit(f"evidence.ways.{KEY}", ways)


def test_the_gap_is_what_the_graph_computes_and_transfer_is_taken_off_once() -> None:
    of = forecast(sale())
    way = effect_ways(of, KEY).way("exemplar")
    assert way is not None
    figure = of["win_rate.effect"]
    assert way.effect == pytest.approx((figure.p10, figure.p50, figure.p90))
    trained = figure.draws[:, 0] * of["transfer_share"].draws[:, 0]
    assert way.trained[1] == pytest.approx(sorted(trained)[len(trained) // 2], rel=1e-3)


def test_a_published_result_has_transfer_in_it_and_one_of_learning_has_not() -> None:
    of = forecast(sale(published=PERCENT))
    found = effect_ways(of, KEY)
    at_work = found.way("published")
    assert at_work is not None
    assert at_work.trained == at_work.effect
    # 0.08 of an average of 0.2, and as wide as the study and the average together
    assert at_work.effect[1] == pytest.approx(0.016, rel=0.01)
    learnt = effect_ways(forecast(sale(published=PERCENT | {"measured": "learning"})), KEY).way("published")
    assert learnt is not None
    assert learnt.trained[1] == pytest.approx(0.7 * 0.016, rel=0.05)
    assert found.includes_transfer


def test_standard_deviations_are_multiplied_by_how_far_people_differ() -> None:
    deviation = {"low": 0.04, "likely": 0.05, "high": 0.06, "unit": "deal/offer"}
    published = PERCENT | {"given_as": "standard deviations", "low": 0.1, "likely": 0.3, "high": 0.5}
    way = effect_ways(forecast(sale(published=published | {"deviation": deviation})), KEY).way("published")
    assert way is not None
    assert way.effect[1] == pytest.approx(0.3 * 0.05, rel=0.03)
    assert way.effect[0] < 0.1 * 0.05 * 1.05


def test_people_are_pooled_with_their_disagreement_and_told_one_by_one() -> None:
    people = [
        {"who": "One", "low": 0.01, "likely": 0.02, "high": 0.03},
        {"who": "Another", "low": 0.05, "likely": 0.06, "high": 0.07},
    ]
    way = effect_ways(forecast(sale(estimates=people)), KEY).way("stakeholders")
    assert way is not None
    assert way.effect[0] < 0.02
    assert way.effect[2] > 0.06
    assert [each.who for each in way.estimates] == ["One", "Another"]
    assert way.estimates[0].values[1] == pytest.approx(0.7 * 0.02, rel=0.01)


@pytest.mark.parametrize("target", [(0.01, 0.02, 0.035), (0.02, 0.03, 0.045), (0.004, 0.01, 0.02)])
def test_the_assumption_that_a_way_sets_gives_the_case_its_effect(target: tuple[float, float, float]) -> None:
    of = forecast(bundled("closing-the-sale"))
    fitted = fit(of, KEY, target)
    assert fitted.met
    moved = of.with_case(of.case.what_if({"win_rate.closed_share": fitted.values}))["win_rate.effect"]
    assert (moved.p10, moved.p50, moved.p90) == pytest.approx(target, abs=0.1 * (target[2] - target[0]))


def test_no_way_claims_more_than_the_gap_that_is_skill_or_less_than_nothing() -> None:
    of = forecast(bundled("closing-the-sale"))
    for target in ((0.1, 0.2, 0.3), (-0.05, 0.01, 0.03)):
        fitted = fit(of, KEY, target)
        assert not fitted.met
        assert 0 <= fitted.values[0] <= fitted.values[2] <= 1
    assert effect_ways(of, KEY).most == pytest.approx(0.1 * 0.5 * 0.7)


def test_the_break_even_is_where_the_median_case_neither_gains_nor_loses() -> None:
    of = forecast(bundled("closing-the-sale"))
    even = effect_ways(of, KEY).break_even
    assert even is not None
    share = even / 0.7 / (0.1 * 0.5)  # transfer, gap, skill share
    assert of.with_case(of.case.what_if({"win_rate.closed_share": (share,) * 3})).summary.net_likely == pytest.approx(
        0, abs=1e-3
    )


def test_a_case_that_follows_a_way_says_so_and_keeps_its_own_judgement_for_going_back() -> None:
    of = forecast(bundled("line-supervisors"))
    found = effect_ways(of, "lines")
    assert found.used == "published"
    assert not found.taken_off_twice
    own, published = found.way("exemplar"), found.way("published")
    assert own is not None
    assert published is not None
    figure = of["lines.effect"]
    assert published.effect == pytest.approx((figure.p10, figure.p50, figure.p90), rel=0.08)
    assert own.trained[1] < published.trained[1]
    assert found.transfer == 0.75


def test_transfer_that_is_taken_off_a_published_effect_again_is_told() -> None:
    def still_off(document: dict[str, Any]) -> None:
        document["idea"]["assumptions"]["transfer_share"] |= {"value": 0.7}

    assert effect_ways(forecast(varied("line-supervisors", still_off)), "lines").taken_off_twice


def test_the_gap_is_the_way_in_force_while_only_half_of_a_choice_was_undone() -> None:
    case = bundled("closing-the-sale")
    entry = case.document.opportunity.metrics[KEY].assumptions["closed_share"].model_dump(exclude_unset=True)
    half = sale(uses="stakeholders", kept=entry, estimates=[{"who": "One", "low": 0.01, "likely": 0.02, "high": 0.03}])
    assert effect_ways(forecast(half), KEY).used == "exemplar"


def test_every_metric_of_the_catalogue_has_an_assumption_that_a_way_can_set() -> None:
    for module in modules().metrics.values():
        assert moving(module) in module.needs, module.id


def test_what_is_wrong_with_a_way_is_told_at_its_place() -> None:
    for ways, code, path in (
        ({"estimates": [{"who": "One", "low": 3, "likely": 2, "high": 4}]}, "estimate-range", "estimates.0"),
        ({"published": PERCENT | {"low": 1.0}}, "published-range", "published"),
        ({"published": PERCENT | {"given_as": "standard deviations"}}, "published-deviation", "published.deviation"),
        ({"uses": "stakeholders"}, "ways-missing", "uses"),
    ):
        with pytest.raises(CaseError) as told:
            sale(**ways)
        assert [finding.code for finding in told.value.findings] == [code]
        assert told.value.findings[0].place.path == f"evidence.ways.{KEY}.{path}"
    with pytest.raises(CaseError, match="no metric"):
        bundled("closing-the-sale").edit("evidence.ways.nothing", {"uses": "exemplar"})
    without = sale(published={key: value for key, value in PERCENT.items() if key != "source"})
    assert "published-source" in [finding.code for finding in without.findings]
