"""The finance panel: every measure against its definition, under every convention."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from ldcase.case import Case
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.finance import conventions, finance
from ldcase.forecast.returns import (
    discounted_payback,
    equivalent_annual_value,
    npv,
    present_value,
    profitability_index,
)
from tests.sample_cases import BUNDLED, bundled, varied


def at(case: Case, **values: float) -> Forecast:
    return forecast(case.what_if({name: (value,) * 3 for name, value in values.items()}), 2)


def flows(figures: Forecast, name: str) -> list[float]:
    return [float(flow) for flow in figures.median_case[name][0]]


@pytest.mark.parametrize(("shift", "timing"), [(0.0, "end"), (0.5, "middle"), (1.0, "start")])
@pytest.mark.parametrize(("deducted", "tax_on"), [(1.0, "both"), (0.0, "benefits")])
def test_timing_and_tax_move_the_present_value_as_the_function_does(
    shift: float, timing: Any, deducted: float, tax_on: Any
) -> None:
    case = bundled("closing-the-sale")
    figures = at(case, discount_rate=0.1, flow_shift=shift, tax_rate=0.25, taxed_cost_share=deducted)
    monthly = 1.1 ** (1 / 12) - 1
    by_hand = present_value(
        flows(figures, "total_benefit"),
        flows(figures, "total_cost"),
        monthly,
        tax=0.25,
        tax_on=tax_on,
        benefits_at=timing,
        costs_at=timing,
    )
    assert figures["npv"].likely == pytest.approx(by_hand, rel=1e-12)
    told = conventions(figures.case)
    assert told.timing == {"end": "end of month", "middle": "middle of month", "start": "start of month"}[timing]
    assert told.tax_on == {"both": "benefits less costs", "benefits": "benefits only"}[tax_on]
    assert figures["net_benefit"].likely == pytest.approx(forecast(case, 2)["net_benefit"].likely)


def test_real_money_is_discounted_at_the_real_rate() -> None:
    case = bundled("closing-the-sale")
    mixed = at(case, discount_rate=0.1, inflation_rate=0.04)
    real = at(case, discount_rate=1.1 / 1.04 - 1)
    assert mixed["npv"].likely == pytest.approx(real["npv"].likely, rel=1e-12)
    told = conventions(mixed.case)
    assert told.prices == "today's prices"
    assert told.real_rate == pytest.approx(1.1 / 1.04 - 1)
    # Figures that grow with prices at the nominal rate are worth the same.
    grown = np.array(flows(mixed, "net_by_month")) * 1.04 ** (np.arange(1, 25) / 12)
    assert npv(1.1 ** (1 / 12) - 1, [0.0, *grown]) == pytest.approx(mixed["npv"].likely, rel=1e-9)
    assert conventions(case).prices == "as given"


@pytest.mark.parametrize("name", BUNDLED)
def test_the_measures_agree_with_one_another(name: str) -> None:
    figures = forecast(bundled(name), 64)
    found, told = finance(figures), conventions(figures.case)
    assert (found.npv, found.net_benefit) == (figures["npv"].likely, figures["net_benefit"].likely)
    assert found.roi is not None
    assert found.bcr == pytest.approx(found.roi + 1)
    assert (found.profitability_index or 0) > 1 if found.npv > 1e-6 else (found.profitability_index or 9) <= 1 + 1e-9
    years = figures.case.horizon / 12
    annuity = [0.0] + [found.equivalent_annual_value] * round(years)
    assert npv(told.real_rate, annuity) == pytest.approx(found.npv, rel=1e-9)
    if found.payback_month is not None and found.discounted_payback_month is not None:
        assert found.discounted_payback_month > found.payback_month - 1
    assert found.conventions == told


def test_pure_measures_against_arithmetic() -> None:
    assert profitability_index(0.1, [0, 110], [50]) == pytest.approx(2)
    assert math.isnan(profitability_index(0.1, [0, 110], [0]))
    assert discounted_payback(0.0, [-100, 50, 50, 50]) == 2
    assert discounted_payback(0.0, [-100, 40, 80]) == pytest.approx(1.75)
    assert discounted_payback(0.0, [-100, 120, -60, 50]) == pytest.approx(2 + 40 / 50)
    assert discounted_payback(0.1, [-100, 50]) == math.inf
    assert discounted_payback(0.1, [0, 5]) == 0
    assert equivalent_annual_value(0.0, 300, 3) == 100
    assert npv(0.08, [0, *[equivalent_annual_value(0.08, 1234, 5)] * 5]) == pytest.approx(1234)


def test_without_cost_roi_is_not_defined_and_says_so() -> None:
    def free(data: dict[str, Any]) -> None:
        for entry in data["idea"]["costs"]["assumptions"].values():
            for key in ("low", "likely", "high"):
                entry.pop(key, None)
            entry["value"] = 0

    found = finance(forecast(varied("closing-the-sale", free), 2))
    assert (found.roi, found.bcr, found.profitability_index, found.irr) == (None, None, None, None)
    assert {finding.code for finding in found.findings} == {"no-cost", "no-irr"}
    assert "costs in full" in found.findings[0].do
    assert found.npv > 0
