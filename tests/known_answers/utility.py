"""Published examples of utility analysis, of the cost of an incident, and of learning curves."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from ldcase.case import catalogue
from ldcase.case.example import worked
from ldcase.forecast import Forecast
from ldcase.forecast import learning_curve as curve
from ldcase.forecast import utility as analysis
from ldcase.forecast.returns import present_value
from tests.known_answers.answers import ANSWERS
from tests.known_answers.neutral import DATA, Solve, neutral_forecast


def performance(people: float, effect: float, sdy: float, years: float, *, cost: float, a_head: float = 0) -> Forecast:
    """The metric ``standardised_performance`` in a case of so many years in which nothing is lost."""
    assumptions = {
        "people": people,
        "exemplar_level": 3,
        "effect_size": effect,
        "performance_sd": sdy,
    }
    with tempfile.TemporaryDirectory() as folder:
        return neutral_forecast(
            Path(folder),
            "standardised_performance",
            assumptions,
            people=people,
            months=int(12 * years),
            cost=cost,
            tool_cost=a_head,
        )


def equivalent_sales(neutral_case: Solve, accident_cost: float, profit_margin: float) -> dict[str, float]:
    module = catalogue.load(DATA).metrics["safety_incidents"]
    assert module.example is not None
    inputs = {"employer_cost": accident_cost, "profit_margin": profit_margin}
    gives = {"equivalent_sales": 0.0}
    example = replace(module.example, inputs=MappingProxyType(inputs), gives=MappingProxyType(gives))
    return dict(worked(replace(module, example=example)))


def selection(neutral_case: Solve, **example: float) -> dict[str, float]:
    """Against the system in use (validity 0.20) instead of against chance, most of the value is gone."""
    mean = analysis.mean_score_of_selected(example["selection_ratio"])

    def net(validity: float, cost: float) -> tuple[float, float]:
        figures = performance(example["n"], validity * mean, example["sdy"], example["tenure"], cost=cost)
        return figures["benefit"].likely, figures["net_benefit"].likely

    gross, after_cost = net(example["validity"], example["cost"])
    return {
        "mean_z": mean,
        "crit_z": mean * example["validity"],
        "gross": gross,
        "net": after_cost,
        "net_vs_operating_baseline_r20": net(example["validity"] - 0.20, example["cost"])[1],
    }


def training(neutral_case: Solve, d: float, **example: float) -> dict[str, float]:
    sdy, n, years, cost_total = (example[name] for name in ("sdy", "n", "T", "cost_total"))
    figures = performance(n, d, sdy, years, cost=cost_total)
    assert analysis.value_of_effect(d, sdy, n, years) == pytest.approx(figures["benefit"].likely)
    even = figures.break_even("example.effect_size")
    assert [found.value for found in even] == pytest.approx([analysis.effect_to_break_even(cost_total, sdy, n, years)])
    return {
        "gross": figures["benefit"].likely,
        "net": figures["net_benefit"].likely,
        "approx_r": analysis.correlation(d),
    }


def conversions(neutral_case: Solve, d: float, r: float) -> dict[str, float]:
    assert analysis.effect(analysis.correlation(d)) == pytest.approx(d)
    return {"r_from_d": analysis.correlation(d), "d_from_r": analysis.effect(r)}


def deviations(neutral_case: Solve, **example: Any) -> dict[str, float]:
    return {
        "global_percentile": analysis.sdy_from_percentiles(example["p15"], example["p85"]),
        "rule40": analysis.sdy_from_pay(example["mean_pay"], 0.4),
        "rule70": analysis.sdy_from_pay(example["mean_pay"], 0.7),
        "observed_sd": analysis.sdy_from_output(example["observed"]),
        "rbn": analysis.sdy_from_pay(example["mean_pay"], example["rbn_cv"]),
    }


def flows(effect: float, example: Mapping[str, Any], margin: float) -> list[float]:
    return [analysis.value_of_effect(effect, example["sdy"], n, 1) * margin for n in example["n_by_period"]]


def boudreau(neutral_case: Solve, **example: Any) -> dict[str, float]:
    """Both conventions: tax on benefits only and all at the end of the year; tax on both and cost at its start."""
    gained = flows(example["delta_z"], example, example["contribution_margin"])
    paid, rate, tax = example["cost_by_period"], example["discount"], example["tax"]
    return {
        "npv": present_value(gained, paid, rate, tax=tax, tax_on="benefits"),
        "npv_costs_taxed_and_start_of_period": present_value(
            gained, paid, rate, tax=tax, tax_on="both", costs_at="start"
        ),
    }


def cascade(neutral_case: Solve, **example: Any) -> dict[str, float]:
    mean = analysis.mean_score_of_selected(example["sr"])

    def net(validity: float) -> float:
        figures = performance(example["n"], validity * mean, example["sdy"], example["T"], cost=example["cost"])
        return figures["net_benefit"].likely

    restricted = analysis.composite_validity(example["S11"], example["S12"], example["S22"], example["weights"])
    gained = flows((restricted - example["r0"]) * mean, example, 1)
    return {
        "naive": net(example["r"]),
        "with_baseline": net(example["r"] - example["r0"]),
        "restricted_canonical_r": restricted,
        "with_multidim": net(restricted - example["r0"]),
        "with_flows_npv": present_value(
            gained, example["cost_by_period"], example["discount"], tax=example["tax"], tax_on="benefits"
        ),
    }


def outliers(neutral_case: Solve, **example: float) -> dict[str, float]:
    """How much more the figure with outliers is than the one without, as an ROI of one against the other."""

    def rise(before: float, after: float) -> float:
        return 100 * neutral_case(after, months=1, cost=before)["roi"].likely

    return {
        "sdy_increase_pct": rise(example["sdy_without"], example["sdy_with"]),
        "utility_increase_pct": rise(example["utility_without"], example["utility_with"]),
    }


def readme(neutral_case: Solve, **example: float) -> dict[str, float]:
    """The page prints results that do not follow from the formula it states."""
    sdy = analysis.sdy_from_pay(example["salary"], example["sdy_rule"])
    figures = performance(example["n"], example["d"], sdy, example["T"], cost=0, a_head=example["cost_per_head"])
    return {"net": figures["net_benefit"].likely, "roi_pct": 100 * figures["roi"].likely}


def morrow(neutral_case: Solve, programmes: float) -> dict[str, float]:
    """Nothing can be computed again: the library has the figures, the catalogue's plausible range their middle."""
    printed = ANSWERS["morrow-1997-roi"]["expected"]
    with (DATA / "evidence" / "effects.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    managerial, sales = rows["morrow1997-managerial"], rows["morrow1997-sales-technical"]
    assert float(managerial["effect"]) == printed["managerial_d"]
    assert float(sales["effect"]) == printed["sales_tech_d"]
    assert f"{programmes:.0f} programmes" in managerial["details"]
    low, high = catalogue.load(DATA).metrics["standardised_performance"].needs["effect_size"].plausible or (None, None)
    assert low is not None
    assert high is not None
    assert printed["d_min"] < low <= printed["managerial_d"] < printed["sales_tech_d"] <= high < printed["d_max"]
    return {}


def cumulative_average(neutral_case: Solve, first_unit: float, rate: float, units: list[int]) -> dict[str, float]:
    """The printed last increment has two digits swapped: 254.76 for 245.76."""
    last = units[-1]
    totals = {f"total_{n}": curve.total_time(first_unit, rate, n) for n in units[1:]}
    assert curve.unit_time(first_unit, rate, last) == pytest.approx(curve.average_time(first_unit, rate, last))
    assert curve.total_unit_time(first_unit, rate, last) > totals[f"total_{last}"]
    added = curve.time_between(first_unit, rate, last // 2, last)
    return {
        "avg_16": curve.average_time(first_unit, rate, last),
        **totals,
        "incr_avg_16": added / (last - last // 2),
        "incr_total_16": added,
    }


UTILITY: Mapping[str, Callable[..., dict[str, float]]] = {
    "safety-pays-equivalent-sales": equivalent_sales,
    "bcg-selection-basic": selection,
    "bcg-training-shp": training,
    "d-r-conversions": conversions,
    "sdy-estimators": deviations,
    "boudreau-flows-tax-discount": boudreau,
    "sturman-cascade": cascade,
    "holling-1998-outliers": outliers,
    "readme-utility-scenario-1": readme,
    "readme-utility-scenario-2": readme,
    "morrow-1997-roi": morrow,
    "learning-curve-80-cumavg": cumulative_average,
}
