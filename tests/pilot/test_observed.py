"""What a comparison of trained and untrained would see: by hand in the median case, and its sign, unit and limits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.forecast import Forecast, forecast
from ldcase.pilot.observed import measure, observed
from tests.sample_cases import BUNDLED, bundled


def certain(case: Case) -> Forecast:
    """The forecast of a case without doubt: every draw is the median case."""
    sure = {name: replace(a, low=a.likely, high=a.likely) for name, a in case.assumptions.items()}
    return forecast(replace(case, assumptions=sure), draws=16)


def test_the_difference_in_minutes_is_what_the_course_leaves_over_three_months() -> None:
    f = certain(bundled("service-desk-course"))
    fade = np.mean([0.08 + 0.92 * 0.5**age for age in range(3)])
    saving = min(0.091, 0.55 * (8.4 - 6.6) / 8.4)
    assert observed(f, "handling_time", 3) == pytest.approx(saving * 8.4 * 0.98 * fade)
    assert measure(f.case, "handling_time").unit == "minute/task"
    assert observed(f, "handling_time", 1) == pytest.approx(saving * 8.4 * 0.98)  # no ramp, nothing faded


def test_who_has_left_is_not_measured() -> None:
    f = certain(bundled("service-desk-course").what_if({"learner_leaver_rate": 1.5}))
    assert observed(f, "handling_time", 6) == pytest.approx(
        observed(certain(bundled("service-desk-course")), "handling_time", 6)
    )


@pytest.mark.parametrize("name", BUNDLED)
def test_improvement_is_positive_whichever_way_the_metric_is_better(name: str) -> None:
    f = forecast(bundled(name), draws=512)
    for use in f.case.metrics:
        seen = observed(f, use.key, 3)
        assert seen.shape == (512,)
        assert np.isfinite(seen).all()
        assert np.median(seen) > 0
        assert observed(f.with_case(f.case.what_if({"effect_achieved": 0})), use.key, 3) == pytest.approx(0)


def test_a_curve_by_age_is_measured_as_output_gained() -> None:
    f = certain(bundled("ramp-up"))
    key = next(use.key for use in f.case.metrics if use.module.curve)
    assert measure(f.case, key).unit == "share"
    stay = np.exp(-f["learner_leaver_rate"].likely * np.arange(4) / 12)
    gained = f[f"{key}.gain_by_age"].draws[0, :4] / stay
    shares = f["completion_share"].likely * f["transfer_share"].likely * f["isolation_share"].likely
    assert observed(f, key, 4) == pytest.approx(gained.mean() * shares * f["lands"].likely)


def test_a_metric_or_a_length_that_is_not_there_is_told() -> None:
    f = forecast(bundled("service-desk-course"), draws=16)
    with pytest.raises(CaseError, match="handling_time"):
        observed(f, "handling", 3)
    for months in (0, 13):
        with pytest.raises(CaseError, match="1 to 12 months"):
            observed(f, "handling_time", months)
