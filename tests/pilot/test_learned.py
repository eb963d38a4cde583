"""What a result teaches a case: the ranges it leaves give the forecast that weighting the draws gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ldcase.case import Case, from_text
from ldcase.case.pilot_results import results
from ldcase.forecast import Forecast, forecast
from ldcase.pilot.learned import Lesson, document, lesson
from ldcase.pilot.observed import observed
from tests.sample_cases import BUNDLED, bundled, varied

KEPT = (0.7, 0.85, 1.0)


def taught(before: Forecast, metric: str, at: float, precision: float = 0.4) -> tuple[Lesson, float, float]:
    """A result at a quantile of what was expected, as precise as a part of the expected spread."""
    theta = observed(before, metric, 3)
    low, high = np.quantile(theta, [0.1, 0.9])
    estimate, spread = float(np.quantile(theta, at)) / KEPT[1], float(high - low) / 2.56 * precision
    return lesson(before, metric, 3, estimate, spread, KEPT), estimate, spread


def learnt(case: Case, metric: str, found: Lesson, estimate: float, spread: float) -> Case:
    given = {"metric": metric, "estimate": estimate, "standard_error": spread, **document(found)}
    return case.edit("idea.pilot.results", given)


PAIRS = [(name, use.key) for name in BUNDLED for use in bundled(name).metrics]


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
@pytest.mark.parametrize(("name", "metric"), PAIRS)
def test_the_ranges_give_what_the_weighted_draws_give(name: str, metric: str, at: float) -> None:
    case = bundled(name)
    before = forecast(case)
    found, estimate, spread = taught(before, metric, at)
    after = forecast(learnt(case, metric, found, estimate, spread))
    net = before["net_benefit"]
    exact = found.updated.quantiles(net.draws)
    shown = (after["net_benefit"].p10, after["net_benefit"].p50, after["net_benefit"].p90)
    np.testing.assert_allclose(shown, exact, atol=0.07 * (net.p90 - net.p10))
    assert after["net_benefit"].chance() == pytest.approx(found.updated.chance(net.draws), abs=0.06)
    # And what the pilot would show under the new ranges lies between what was expected and what was found; in two
    # heaps, landed or not, the middle says nothing.
    if found.expected.min() > 0:
        theta = observed(after, metric, 3) / KEPT[1]
        least, most = sorted((float(np.median(found.expected)), estimate))
        assert least - 0.05 * abs(most) <= np.median(theta) <= most + 0.05 * abs(most)
        assert np.ptp(np.quantile(theta, [0.1, 0.9])) < np.ptp(np.quantile(found.expected, [0.1, 0.9]))


def test_a_worse_result_than_expected_lowers_the_forecast_and_a_better_one_raises_it() -> None:
    case = bundled("closing-the-sale")
    before = forecast(case)
    nets = []
    for at in (0.05, 0.5, 0.95):
        found, estimate, spread = taught(before, "win_rate", at)
        nets.append(forecast(learnt(case, "win_rate", found, estimate, spread))["net_benefit"].p50)
    assert nets[0] < before["net_benefit"].p50 < nets[2]
    assert nets == sorted(nets)


def test_only_what_the_pilot_speaks_of_is_learnt() -> None:
    before = forecast(bundled("service-desk-course"))
    found, *_ = taught(before, "handling_time", 0.1)
    names = {learned.name for learned in found.ranges}
    assert {"handling_time.saving_share", "half_life"} <= names
    assert not {"design_cost", "handling_time.loaded_rate", "handling_time.realisation_share"} & names
    # The longest lever of what was measured stands first.
    assert found.ranges[0].name == "handling_time.saving_share"


def test_a_result_that_says_nothing_teaches_nothing() -> None:
    before = forecast(bundled("service-desk-course"))
    found = lesson(before, "handling_time", 3, 0.5, 1e6, KEPT)
    assert (found.ranges, found.links) == ((), ())


def test_a_result_the_forecast_had_ruled_out_teaches_no_narrow_ranges() -> None:
    before = forecast(bundled("service-desk-course"))
    found = lesson(before, "handling_time", 3, 9.0, 0.05, KEPT)
    assert (found.updated.usable, found.updated.surprising, found.ranges) == (False, True, ())


def test_the_more_a_rollout_may_differ_the_less_is_learnt() -> None:
    before = forecast(bundled("service-desk-course"))
    counted = [
        lesson(before, "handling_time", 3, 0.2, 0.05, KEPT, bias).updated.effective for bias in (0, 0.05, 0.2, 1)
    ]
    assert counted == sorted(counted)
    assert counted[0] < 0.5 * counted[-1]
    # Who thinks that a roll-out keeps less of it reads the same result as a smaller effect.
    kept = [lesson(before, "handling_time", 3, 0.3, 0.05, (k - 0.1, k, k + 0.1)) for k in (0.5, 0.7, 0.9)]
    effects = [each.updated.mean(observed(before, "handling_time", 3)) for each in kept]
    assert effects == sorted(effects)


def test_a_chance_that_it_lands_is_learnt_as_a_probability() -> None:
    def may_fail(data: dict[str, Any]) -> None:
        data["idea"]["assumptions"]["lands"] = {
            "value": 0.7,
            "unit": "share",
            "source": "s",
            "owner": "o",
            "grade": "opinion",
        }

    before = forecast(varied("closing-the-sale", may_fail))
    well, *_ = taught(before, "win_rate", 0.9)
    badly = lesson(before, "win_rate", 3, 0.0, 0.001, KEPT)
    for found, rises in ((well, True), (badly, False)):
        chance = next(learned for learned in found.ranges if learned.name == "lands")
        assert chance.after[0] == chance.after[1] == chance.after[2]
        assert (chance.after[1] > 0.7) is rises
        assert 0 <= chance.after[1] <= 1
    after = learnt(before.case, "win_rate", well, 0.01, 0.001)
    assert after.ready
    assert after.assumptions["lands"].likely > 0.7


def test_before_and_after_is_a_switch_and_the_ranges_from_before_stay() -> None:
    case = bundled("service-desk-course")
    found, estimate, spread = taught(forecast(case), "handling_time", 0.1)
    after = learnt(case, "handling_time", found, estimate, spread)
    name = "handling_time.saving_share"
    learned = after.assumptions[name]
    assert (learned.grade, learned.source) == ("piloted", "Pilot results")
    assert "Before the pilot: 0.091 (0.055 – 0.125), published." in learned.note
    assert learned.likely < case.assumptions[name].likely
    assert after.correlations != case.correlations
    switched = after.edit("idea.pilot.results.counts", False)
    assert switched.assumptions == case.assumptions
    assert switched.correlations == case.correlations
    kept = results(switched.document)
    assert kept is not None
    assert kept.learned
    assert after.edit("idea.pilot.results", None).data == case.data


def test_a_lever_moves_a_learned_range_and_the_file_keeps_it() -> None:
    case = bundled("service-desk-course")
    found, estimate, spread = taught(forecast(case), "handling_time", 0.1)
    after = learnt(case, "handling_time", found, estimate, spread)
    path = after.assumptions["half_life"].path
    moved = after.edit(path, {"low": 1.0, "likely": 2.0, "high": 3.0})
    assert moved.assumptions["half_life"].values == (1.0, 2.0, 3.0)
    tried = after.what_if({"half_life": 2.0})
    again = from_text(tried.to_yaml(), case.path, case.catalogue)
    assert again.assumptions["half_life"].values == pytest.approx(tried.assumptions["half_life"].values)
    assert again.findings == case.findings


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"metric": "nothing", "estimate": 1.0, "standard_error": 1.0}, "results-metric"),
        ({"metric": "handling_time", "estimate": 1.0}, "results-incomplete"),
        ({"metric": "handling_time", "estimate": 1.0, "standard_error": 0.0}, "results-incomplete"),
        (
            {
                "metric": "handling_time",
                "estimate": 1.0,
                "standard_error": 1.0,
                "learned": [{"assumption": "half_live", "low": 1.0, "likely": 2.0, "high": 3.0}],
            },
            "results-unknown",
        ),
        (
            {
                "metric": "handling_time",
                "estimate": 1.0,
                "standard_error": 1.0,
                "learned": [{"assumption": "use_share", "low": 0.1, "likely": 0.2}],
            },
            "results-range",
        ),
        (
            {
                "metric": "handling_time",
                "estimate": 1.0,
                "standard_error": 1.0,
                "learned": [{"assumption": "use_share", "low": 0.1, "likely": 0.2, "high": 1.3}],
            },
            "out-of-bounds",
        ),
    ],
)
def test_wrong_results_in_a_case_are_told_at_their_place(given: dict[str, object], code: str) -> None:
    def with_results(data: dict[str, object]) -> None:
        data["idea"]["pilot"]["results"] = given  # type: ignore[index]

    case = varied("service-desk-course", with_results)
    found = next(finding for finding in case.findings if finding.code == code)
    assert found.place.path.startswith("idea.pilot.results")
    assert found.place.line
