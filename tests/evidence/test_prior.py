"""From published studies to a range: known numbers, and what must hold for every benchmark of the library."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from ldcase.errors import CaseError
from ldcase.evidence import load
from ldcase.evidence.conversions import better_than_average, d_of_r, in_people, r_of_d, share_of_output, superiority
from ldcase.evidence.effect import Level
from ldcase.evidence.prior import Prior, Unit, candidates, prior_for
from ldcase.evidence.shrinkage import NAMES
from ldcase.evidence.spread import between_programmes, error_of_mean, prediction_interval, range_of_normal
from tests.sample_cases import DATA

EFFECTS = load(DATA / "evidence")
LEVELS: tuple[Level, ...] = ("reaction", "learning", "behaviour", "results", "organisation")
UNITS: tuple[Unit, ...] = ("d", "percent")
STARTS = [(e.id, level, unit) for level in LEVELS for unit in UNITS for e in candidates(EFFECTS.values(), level, unit)]


def begun(start: str, level: Level, unit: Unit, **given: object) -> Prior:
    return prior_for(EFFECTS, level, EFFECTS[start].domain, unit=unit, start=start, **given)  # type: ignore[arg-type]


def test_the_link_of_whole_firms_has_none_within_its_interval() -> None:
    effect = EFFECTS["orgtraining2025"]
    assert effect.value is not None
    assert effect.spread is not None
    low, high = prediction_interval(effect.value, effect.spread, 0.0)
    assert (round(low, 2), round(high, 2)) == (-0.09, 0.35)
    assert error_of_mean(effect, effect.spread) == pytest.approx(0.05 / (2 * 1.96), rel=1e-3)


def test_where_a_publication_is_silent_the_programmes_of_one_firm_say_how_far_they_differ() -> None:
    assert range_of_normal(2) == pytest.approx(2 / math.sqrt(math.pi), abs=1e-6)
    assert range_of_normal(18) == pytest.approx(3.640, abs=5e-4)  # d2 of control charts
    spread, where = between_programmes(EFFECTS["arthur2003-results"], EFFECTS)
    assert spread == pytest.approx(1.2 / 3.640, abs=1e-4)
    assert where == "from the 18 programmes of one firm, whose effects ran from −0.09 to 1.11"
    assert between_programmes(EFFECTS["orgtraining2025"], EFFECTS) == (0.17, "as the publication states it")
    without = {name: effect for name, effect in EFFECTS.items() if not name.startswith("morrow")}
    with pytest.raises(CaseError, match="does not say how far programmes differ"):
        between_programmes(EFFECTS["arthur2003-results"], without)


def test_results_of_training_of_all_kinds_step_by_step() -> None:
    prior = prior_for(EFFECTS, "results", "sales")
    assert prior.start.id == "arthur2003-results"
    assert not prior.fits_topic
    assert [step.factor for step in prior.steps] == [1.0, 0.85, 0.85, 0.75]
    assert prior.centre == pytest.approx(0.62 * 0.85 * 0.85 * 0.75)
    assert [step.centre for step in prior.steps][-1] == prior.centre
    # What one firm measured over all its courses for managers, and another review for results: 0.31 and 0.39.
    assert 0.25 < prior.centre < 0.4
    assert prior.low < 0 < prior.likely < prior.centre < prior.high < 1
    assert prior.includes_transfer


def test_the_cautious_finding_of_the_topic_is_where_a_range_begins() -> None:
    assert prior_for(EFFECTS, "results", "leadership").start.id == "collins2004-system"
    assert prior_for(EFFECTS, "behaviour", "sales").start.id == "farrell1999-sales"
    percent = prior_for(EFFECTS, "results", "productivity", unit="percent")
    assert percent.start.id == "stitch-average"
    assert {each.id for each in percent.others} == {"degrip2012", "adhvaryu2023-workers"}
    assert "jones2016-results" not in {name for name, _, _ in STARTS}


@pytest.mark.parametrize(("level", "includes"), [("learning", False), ("behaviour", True), ("results", True)])
def test_transfer_is_in_what_was_measured_at_work(level: Level, includes: bool) -> None:
    assert prior_for(EFFECTS, level, "leadership").includes_transfer is includes


@pytest.mark.parametrize(("start", "level", "unit"), STARTS)
def test_a_range_is_ordered_wider_than_that_of_the_mean_and_never_above_the_publication(
    start: str, level: Level, unit: Unit
) -> None:
    prior = begun(start, level, unit)
    assert prior.low < prior.likely < prior.high
    assert prior.low < prior.mean_low < prior.mean_high < prior.high
    assert abs(prior.centre) <= abs(prior.start_value)
    assert [step.shrink.name for step in prior.steps] == list(NAMES)
    assert all(step.shrink.because and step.shrink.source and step.shrink.title for step in prior.steps)
    assert 0 < prior.no_effect_share < prior.nothing_share < 0.6


@pytest.mark.parametrize(("start", "level", "unit"), STARTS)
@pytest.mark.parametrize("step", NAMES)
def test_each_step_takes_the_more_off_the_smaller_its_factor_and_makes_nobody_surer(
    step: str, start: str, level: Level, unit: Unit
) -> None:
    priors = [begun(start, level, unit, factors={step: factor}) for factor in (0.2, 0.5, 0.8, 1.0)]
    sizes = [abs(prior.likely) for prior in priors]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
    chances = [prior.nothing_share for prior in priors]
    assert chances == sorted(chances, reverse=True)
    assert len({(prior.spread, prior.error) for prior in priors}) == 1


def test_a_chance_of_no_effect_draws_everything_towards_nothing() -> None:
    sure, doubtful, hopeless = (
        prior_for(EFFECTS, "results", "sales", no_effect_share=share) for share in (0.0, 0.3, 1.0)
    )
    assert sure.likely == pytest.approx(sure.centre)
    low, high = prediction_interval(sure.centre, sure.spread, sure.error)
    assert (sure.low, sure.high) == pytest.approx((low, high))
    assert sure.likely > doubtful.likely >= 0
    assert sure.high > doubtful.high
    assert (hopeless.low, hopeless.likely, hopeless.high, hopeless.nothing_share) == (0, 0, 0, 1)


def test_the_quantiles_are_those_of_drawn_programmes() -> None:
    import numpy as np

    prior = prior_for(EFFECTS, "results", "leadership", no_effect_share=0.2)
    rng = np.random.default_rng(3)
    drawn = rng.normal(prior.centre, math.hypot(prior.spread, prior.error), 400_000)
    drawn[rng.random(400_000) < 0.2] = 0.0
    assert np.quantile(drawn, [0.1, 0.5, 0.9]) == pytest.approx([prior.low, prior.likely, prior.high], abs=0.01)
    assert float((drawn <= 0).mean()) == pytest.approx(prior.nothing_share, abs=0.005)


def test_a_stated_spread_is_used_before_that_of_the_one_firm() -> None:
    stated = {**EFFECTS, "arthur2003-results": replace(EFFECTS["arthur2003-results"], spread=0.1)}
    narrow, wide = (prior_for(effects, "results", "sales") for effects in (stated, EFFECTS))
    assert narrow.spread == 0.1
    assert narrow.high - narrow.low < wide.high - wide.low


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"factors": {"design": 1.2}}, "design 1.2"),
        ({"factors": {"luck": 0.5}}, "luck 0.5"),
        ({"no_effect_share": -0.1}, "no effect -0.1"),
        ({"start": "jones2016-results"}, "jones2016-results"),
        ({"start": "nowhere"}, "nowhere"),
    ],
)
def test_what_cannot_be_is_told(given: dict[str, object], told: str) -> None:
    with pytest.raises(CaseError, match=told):
        prior_for(EFFECTS, "results", "leadership", **given)  # type: ignore[arg-type]


def test_a_topic_without_a_published_percentage_has_no_range_in_per_cent() -> None:
    with pytest.raises(CaseError, match="no benchmark"):
        prior_for(EFFECTS, "results", "diversity", unit="percent")


def test_an_effect_in_other_words() -> None:
    assert r_of_d(0.3) == pytest.approx(0.1483, abs=1e-4)
    assert d_of_r(0.16) == pytest.approx(0.324, abs=1e-3)
    assert d_of_r(r_of_d(0.62)) == pytest.approx(0.62)
    assert d_of_r(1.0) == d_of_r(0.999)
    assert superiority(0.5) == pytest.approx(0.638, abs=1e-3)
    assert better_than_average(0.0) == 0.5
    assert share_of_output(0.3) == pytest.approx(0.06)
    assert in_people(0.31) == "out of 100 trained people, 62 do better than the average untrained one"
