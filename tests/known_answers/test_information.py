"""Published examples on the worth of information and on shares of the variance, by the product's own functions."""

from __future__ import annotations

import doctest
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ruamel.yaml import YAML

from ldcase.forecast import information as module
from ldcase.forecast.draws import probabilities
from ldcase.forecast.information import (
    deviation_known,
    evpi,
    evpi_of_normal,
    evppi_blocks,
    evppi_regression,
    net_worth_of_study,
)
from ldcase.forecast.returns import npv
from ldcase.forecast.risk import between_best_and_worst, greatest_regret
from ldcase.forecast.variance import first_order, total_effect

HERE = Path(__file__).parent
ANSWERS: dict[str, Mapping[str, Any]] = {
    example["id"]: example
    for example in YAML(typ="safe").load((HERE / "information.yaml").read_text(encoding="utf-8"))["cases"]
}
ON_DATA_OF_OTHERS = {
    "voi-chemo-evpi": "10,000 draws of the R package voi under GPL-3",
    "dampack-evpi": "10,000 draws of the R package dampack under GPL-3",
    "bcea-vaccine": "1,000 draws of the R package BCEA under GPL-3",
}
"""Not delivered with the product, for their licence; what stands in: `test_the_algorithm_is_that_of_the_packages`."""


def investment(
    first_cost: float, savings: Mapping[str, list[float]], probabilities: list[float], rate_inferred: float
) -> dict[str, float]:
    """The source goes on from the present worths as it printed them, in whole dollars from tables of factors."""
    names = {"pw_opt": "opt", "pw_ml": "ml", "pw_pess": "pess"}
    worth = {name: npv(rate_inferred, [-first_cost, *savings[state]]) for name, state in names.items()}
    printed = [ANSWERS["engecon-npv-evpi"]["expected"][name] for name in names]
    nets, weights = np.column_stack([np.zeros(3), printed]), np.array(probabilities)
    expected = float(np.average(nets[:, 1], weights=weights))
    gain = evpi(nets, weights)
    return worth | {"e_pw": expected, "evpi": gain, "ev_perfect": gain + max(expected, 0)}


def toy(mean: float, sd_p1: float, sd_p2: float) -> dict[str, float]:
    return {
        "evpi": evpi_of_normal(mean, float(np.hypot(sd_p1, sd_p2))),
        "evppi_p1": evpi_of_normal(mean, sd_p1),
        "evppi_p2": evpi_of_normal(mean, sd_p2),
        "evsi_p1_n10_sd1_known_obs": evpi_of_normal(mean, deviation_known(sd_p1, 1.0, 10)),
    }


def sampling(setup_mean: float, per_patient_mean: float, n: int, evsi: float) -> dict[str, float]:
    return {"enbs": net_worth_of_study(evsi, setup_mean, per_patient_mean, n)}


def lumber(payoffs: list[list[float]], p: list[float], hurwicz_alpha: float) -> dict[str, float]:
    nets, weights = np.array(payoffs, dtype=np.float64).T, np.array(p)
    means = np.average(nets, axis=0, weights=weights)
    gain = evpi(nets, weights)
    hurwicz = between_best_and_worst(nets, hurwicz_alpha)
    regret = nets.max(axis=1, keepdims=True) - nets
    return {
        "emv_large": means[0],
        "emv_small": means[1],
        "emv_none": means[2],
        "hurwicz_large": hurwicz[0],
        "hurwicz_small": hurwicz[1],
        "ev_perfect": gain + means.max(),
        "evpi": gain,
        "minimax_regret": greatest_regret(nets).min(),
        "eol_small": float(np.average(regret[:, 1], weights=weights)),
    }


def survey(likelihood: list[list[float]], survey_cost: float) -> dict[str, float]:
    """The survey's result is known before choosing: what knowing it is worth, on the payoffs of the lumber."""
    example = ANSWERS["thompson-lumber-evpi"]["inputs"]
    nets, prior = np.array(example["payoffs"], dtype=np.float64).T, np.array(example["p"])
    joint = prior[:, None] * np.array(likelihood)
    marginal = joint.sum(axis=0)
    posterior = joint / marginal
    worth = evpi(posterior.T @ nets, marginal)
    best = float(np.average(nets, axis=0, weights=prior).max())
    return {
        "p_positive": marginal[0],
        "posterior_fav_pos": posterior[0, 0],
        "posterior_fav_neg": posterior[0, 1],
        "evsi": worth,
        "ev_net": best + net_worth_of_study(worth, survey_cost, 0.0, 0),
    }


PRODUCT: Mapping[str, Callable[..., dict[str, float]]] = {
    "engecon-npv-evpi": investment,
    "voi-toy-normal": toy,
    "voi-enbs": sampling,
    "thompson-lumber-evpi": lumber,
    "thompson-lumber-evsi": survey,
}


@pytest.mark.parametrize("name", PRODUCT)
def test_the_product_gives_the_published_answer(name: str) -> None:
    example = ANSWERS[name]
    found = PRODUCT[name](**example["inputs"])
    assert found.keys() == example["recomputed"].keys()
    for field, value in example["recomputed"].items():
        assert found[field] == pytest.approx(value, rel=5e-9, abs=1e-9), field
        printed, allowed = example["expected"].get(field), example["tolerance_abs"]
        if printed is not None and example["per_field_match"][field]:
            close = allowed[field] if isinstance(allowed, Mapping) else allowed
            assert found[field] == pytest.approx(printed, abs=close), f"{field}, printed"


def test_draws_give_the_closed_forms_of_the_toy() -> None:
    """Every estimator of the product against the analytic answers, from the product's own draws."""
    example, draws = ANSWERS["voi-toy-normal"], 16384
    scores = [_normal(probabilities(name, draws)) for name in ("p1", "p2")]
    one, other = example["inputs"]["mean"] + scores[0], 2 * scores[1]
    nets, exact = np.column_stack([np.zeros(draws), one - other]), example["recomputed"]
    assert evpi(nets) == pytest.approx(exact["evpi"], abs=0.01)
    for method in (evppi_blocks, evppi_regression):
        assert method(nets, one) == pytest.approx(exact["evppi_p1"], abs=0.01)
        assert method(nets, other) == pytest.approx(exact["evppi_p2"], abs=0.01)
    # What ten observations would show of p1: its mean moves with this deviation.
    seen = example["inputs"]["mean"] + deviation_known(1.0, 1.0, 10) * scores[0]
    assert evpi(np.column_stack([np.zeros(draws), seen])) == pytest.approx(
        exact["evsi_p1_n10_sd1_known_obs"], abs=0.005
    )


def test_the_algorithm_is_that_of_the_packages() -> None:
    """EVPI as the mean of the row's best less the best mean (voi, BCEA), and as the least mean loss (dampack)."""
    for strategies in (2, 3, 5):
        nets = np.column_stack([_normal(probabilities(f"strategy {k}", 2048)) * (k + 1) - k for k in range(strategies)])
        best = nets.max(axis=1)
        assert evpi(nets) == pytest.approx(best.mean() - nets.mean(axis=0).max())
        assert evpi(nets) == pytest.approx((best[:, None] - nets).mean(axis=0).min())


def test_shares_of_the_variance_of_the_ishigami_function() -> None:
    """Rank correlation and a tornado see nothing of the second and third input; the shares do."""
    example, draws = ANSWERS["ishigami-sobol"], 1 << 17
    a, b = example["inputs"]["a"], example["inputs"]["b"]

    def ishigami(x: Any) -> Any:
        return np.sin(x[0]) + a * np.sin(x[1]) ** 2 + b * x[2] ** 4 * np.sin(x[0])

    def angle(name: str) -> Any:
        return np.pi * (2 * probabilities(name, draws) - 1)

    x = [angle(f"x{k}") for k in (1, 2, 3)]
    y = ishigami(x)
    assert y.var() == pytest.approx(example["recomputed"]["variance"], rel=0.01)
    for k in range(3):
        again = [*x[:k], angle(f"x{k + 1} again"), *x[k + 1 :]]
        found = {f"S1_{k + 1}": first_order(y, x[k], 256), f"ST_{k + 1}": total_effect(y, ishigami(again))}
        for field, value in found.items():
            assert value == pytest.approx(example["recomputed"][field], abs=example["tolerance_abs"]), field
            assert value == pytest.approx(example["expected"][field], abs=1.5 * example["tolerance_abs"]), field


def test_no_example_is_left_out() -> None:
    assert {*PRODUCT, *ON_DATA_OF_OTHERS, "ishigami-sobol"} == ANSWERS.keys()
    assert {example["topic"] for example in ANSWERS.values()} == {"voi", "sensitivity"}
    for name in ON_DATA_OF_OTHERS:
        assert "GPL" in ANSWERS[name]["notes"]


def test_the_examples_in_the_code_come_out() -> None:
    assert doctest.testmod(module) == (0, 1)


def _normal(column: Any) -> Any:
    from statistics import NormalDist

    return np.array([NormalDist().inv_cdf(p) for p in column])
