"""Published worked examples of elicitation, computed by the product's own functions."""

from __future__ import annotations

import doctest
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from ldcase.forecast import elicitation
from ldcase.forecast.elicitation import fitted, lognormal, pert

EXAMPLES: dict[str, Mapping[str, Any]] = {
    example["id"]: example
    for example in YAML(typ="safe").load((Path(__file__).parent / "elicitation.yaml").read_text(encoding="utf-8"))[
        "cases"
    ]
}


def beta_fit(inputs: Mapping[str, Any]) -> dict[str, float]:
    from scipy.stats import beta

    bounds = inputs["lower"], inputs["upper"]
    shape = fitted("beta", inputs["values"], inputs["probs"], bounds)
    width = bounds[1] - bounds[0]
    return {
        "alpha": shape[0],
        "beta": shape[1],
        "q05": bounds[0] + width * float(beta.ppf(0.05, *shape)),
        "q95": bounds[0] + width * float(beta.ppf(0.95, *shape)),
        "p_below_25": float(beta.cdf((25 - bounds[0]) / width, *shape)),
    }


def normal_fit(inputs: Mapping[str, Any]) -> dict[str, float]:
    return dict(zip(("mean", "sd"), fitted("normal", inputs["values"], inputs["probs"]), strict=True))


def lognormal_fit(inputs: Mapping[str, Any]) -> dict[str, float]:
    return dict(zip(("mu", "sigma"), fitted("lognormal", inputs["values"], inputs["probs"]), strict=True))


def two_quantiles(inputs: Mapping[str, Any]) -> dict[str, float]:
    from math import exp

    mu, sigma = lognormal(inputs["low"], inputs["high"], inputs["z"])
    as_p10_p90 = lognormal(inputs["low"], inputs["high"])
    return {
        "mu": mu,
        "sigma": sigma,
        "median": exp(mu),
        "mean": exp(mu + sigma**2 / 2),
        "sigma_if_p10_p90": as_p10_p90[1],
    }


def activities(inputs: Mapping[str, Any]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, (least, likely, most) in inputs["activities_a_m_b"].items():
        found[f"mean_{name}"], found[f"sd_{name}"] = pert(least, likely, most)
    return found


SOLVED = {
    "shelf-consensus-beta": beta_fit,
    "shelf-normal-recovery": normal_fit,
    "shelf-lognormal-recovery": lognormal_fit,
    "guesstimate-lognormal-90ci": two_quantiles,
    "pert-14-activities": activities,
}


@pytest.mark.parametrize("name", SOLVED)
def test_the_product_gives_the_published_answer(name: str) -> None:
    example = EXAMPLES[name]
    found = SOLVED[name](example["inputs"])
    tolerance = example["tolerance_abs"]
    for key, printed in example["expected"].items():
        if printed is not None:
            near = tolerance[key] if isinstance(tolerance, dict) else tolerance
            assert found[key] == pytest.approx(printed, abs=near), key
    for key, again in example["recomputed"].items():
        assert found[key] == pytest.approx(again, rel=2e-6, abs=1e-9), key


def test_no_example_is_left_out() -> None:
    assert set(SOLVED) == set(EXAMPLES)
    assert len(EXAMPLES) == 5


def test_the_examples_in_the_code_come_out() -> None:
    assert doctest.testmod(elicitation).failed == 0
