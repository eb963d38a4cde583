"""Published examples on the result of a pilot and on what it changes, by the product's own functions."""

from __future__ import annotations

import doctest
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ruamel.yaml import YAML
from scipy.stats import beta

from ldcase.forecast import update
from ldcase.forecast.update import beta_update, normal_update, updated
from ldcase.pilot import analysis
from ldcase.pilot.analysis import analysed, difference_in_differences
from ldcase.pilot.readings import Group, Reading

HERE = Path(__file__).parent
ANSWERS: dict[str, Mapping[str, Any]] = {
    example["id"]: example
    for example in YAML(typ="safe").load((HERE / "pilot_results.yaml").read_text(encoding="utf-8"))["cases"]
}
ON_RAW_DATA = {"raw_unbalanced_did", "raw_ols_se_ignoring_pairing", "raw_balanced_did", "raw_balanced_se"}
"""Of Card & Krueger: they need the stores one by one, which are not delivered with the product.

What stands in: ``tests/pilot/test_analysis.py`` compares with pooled least squares on data of the same shape, where
ignoring that the same units were measured twice makes the error too large, as it does there (1.69 for 1.34).
"""


def card_krueger(nj_before: float, nj_after: float, pa_before: float, pa_after: float) -> dict[str, float]:
    """Two stores a state around the printed means, so that they go the way of a file."""
    states: dict[Group, tuple[float, float]] = {"pilot": (nj_before, nj_after), "comparison": (pa_before, pa_after)}
    readings = [
        Reading(group, f"{group} {store}", after, value + apart)
        for group, (before, later) in states.items()
        for store, apart in (("a", -1.0), ("b", 1.0))
        for after, value in ((False, before), (True, later))
    ]
    result = analysed(readings, "higher")
    means = result.means
    assert means.pilot_after is not None
    assert means.pilot_before is not None
    assert means.comparison_after is not None
    assert means.comparison_before is not None
    assert analysed(readings, "lower").estimate == pytest.approx(-result.estimate)
    assert result.estimate == pytest.approx(
        difference_in_differences(
            means.pilot_before, means.pilot_after, means.comparison_before, means.comparison_after
        )
    )
    return {
        "d_nj": means.pilot_after - means.pilot_before,
        "d_pa": means.comparison_after - means.comparison_before,
        "did": result.estimate,
    }


def placenta_previa(y: float, n: float, prior: list[float]) -> dict[str, float]:
    first, second = beta_update((prior[0], prior[1]), y, n)
    belief = beta(first, second)
    # Weighting draws of the prior by the same likelihood, nearly normal at 980 births, gives the same posterior.
    grid = (np.arange(40_000) + 0.5) / 40_000
    seen = updated(grid, y / n, float(np.sqrt(y / n * (1 - y / n) / n)))
    assert seen.mean(grid) == pytest.approx(belief.mean(), abs=2e-4)
    assert seen.quantiles(grid, (0.025, 0.975)) == pytest.approx(belief.ppf([0.025, 0.975]), abs=4e-4)
    return {
        "post_a": first,
        "post_b": second,
        "mean": belief.mean(),
        "q025": belief.ppf(0.025),
        "q975": belief.ppf(0.975),
    }


def forecast_update(prior_mean: float, prior_sd: float, pilot_mean: float, pilot_se: float) -> dict[str, float]:
    mean, deviation, weight = normal_update(prior_mean, prior_sd, pilot_mean, pilot_se)
    return {"post_mean": mean, "post_sd": deviation, "prior_weight": weight}


PRODUCT: Mapping[str, Callable[..., dict[str, float]]] = {
    "card-krueger-did": card_krueger,
    "bda-placenta-previa": placenta_previa,
    "normal-normal-forecast-update": forecast_update,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_product_gives_the_published_answer(name: str) -> None:
    example = ANSWERS[name]
    found = PRODUCT[name](**example["inputs"])
    assert found.keys() == example["recomputed"].keys() - ON_RAW_DATA
    for field, value in found.items():
        assert value == pytest.approx(example["recomputed"][field], rel=5e-9, abs=1e-9), field
        printed = example["expected"].get(field)
        if printed is not None:
            assert value == pytest.approx(printed, abs=example["tolerance_abs"]), field


def test_no_example_is_left_out() -> None:
    assert PRODUCT.keys() == ANSWERS.keys()
    assert {example["topic"] for example in ANSWERS.values()} == {"causal", "bayes"}


@pytest.mark.parametrize("module", [update, analysis], ids=lambda module: module.__name__)
def test_the_examples_in_the_code_come_out(module: Any) -> None:
    failed, tried = doctest.testmod(module)
    assert failed == 0
    assert tried > 0
