"""Published examples on the size of a pilot, by the product's own functions, and the region in which others fail."""

from __future__ import annotations

import doctest
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from ldcase.pilot import power as module
from ldcase.pilot.power import (
    design_effect,
    people_for_difference,
    people_for_shares,
    power,
    size_needed,
    stepped,
    two_groups,
    whole_teams,
)

ANSWERS: dict[str, Mapping[str, Any]] = {
    example["id"]: example
    for example in YAML(typ="safe").load((Path(__file__).parent / "pilot_design.yaml").read_text(encoding="utf-8"))[
        "cases"
    ]
}


def people(alpha: float, power: float, two_sided: bool) -> dict[str, float]:
    assert two_sided
    sizes = {
        f"n_d{d:g}": size_needed(lambda n, d=d: two_groups(1 / d, n, n), 1, power, alpha)  # type: ignore[misc]
        for d in (0.2, 0.3, 0.5, 0.62, 0.8)
    }
    return sizes | {
        "power_d0.5_n64": two_groups(1, 64, 64).power(0.5, alpha),
        "power_d1_n30": two_groups(1, 30, 30).power(1, alpha),
    }


def shares(alpha: float, power: float) -> dict[str, float]:
    return {
        "one_prop_75_50_greater": people_for_shares(0.75, 0.5, power, alpha, groups=1, two_sided=False),
        "two_prop_55_50": math.ceil(people_for_shares(0.55, 0.5, power, alpha)),
        "two_prop_10_05": math.ceil(people_for_shares(0.1, 0.05, power, alpha)),
        "two_prop_h02": math.ceil(people_for_difference(0.2, power, alpha)),
    }


def teams_of_fifteen(rho2: float, n: int, J: int, P: float) -> dict[str, float]:  # noqa: N803 - as printed
    found = whole_teams(1, J * P, J * (1 - P), n, rho2)
    other = whole_teams(1, 10, 10, 10, 0.1)
    return {"mdes": found.detectable(), "df": found.degrees, "mdes_rho10_n10_J20": other.detectable()}


def five_clusters(d: float, m: float, icc: float, alpha: float, power: float) -> dict[str, float]:
    raw = size_needed(lambda k: whole_teams(1, k, k, m, icc), d, power, alpha)
    return {"clusters_per_arm": math.ceil(raw), "raw": raw, "design_effect": design_effect(m, icc)}


def steps(
    sequences: list[int], n: int, mu0: float, mu1: float, tau: float, alpha: float, distn: str
) -> dict[str, float]:
    assert distn == "binomial"
    middle = (mu0 + mu1) / 2
    spread = math.sqrt(middle * (1 - middle))
    return {
        "power": stepped(spread, sequences, n, tau).power(mu0 - mu1, alpha),
        "power_extra_trt_time_3": stepped(spread, sequences, n, tau, len(sequences) + 4).power(mu0 - mu1, alpha),
    }


PRODUCT: Mapping[str, Callable[..., dict[str, float]]] = {
    "pwr-two-sample-t": people,
    "pwr-proportions": shares,
    "powerup-cra2-mdes": teams_of_fifteen,
    "crt-nih-5-clusters": five_clusters,
    "stepped-wedge-hh": steps,
}
# The multiplier of PowerUp adds two quantiles of the central t; ours is exact.
APPROXIMATE = {"mdes": 2e-4, "mdes_rho10_n10_J20": 2e-4}
# The reference holds neither inputs nor a description of this one.
WITHOUT_INPUTS = {"power_gaussian_sigma0_1_icc02_cac125"}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_published_example_comes_out(name: str) -> None:
    example = ANSWERS[name]
    found = PRODUCT[name](**example["inputs"])
    assert found.keys() == example["recomputed"].keys() - WITHOUT_INPUTS
    for field, value in found.items():
        close = APPROXIMATE.get(field, 1e-6)
        assert value == pytest.approx(example["recomputed"][field], rel=close, abs=1e-6), f"{field}, recomputed"
        if (printed := example["expected"].get(field)) is not None:
            allowed = example["tolerance_abs"]
            close = allowed[field] if isinstance(allowed, Mapping) else allowed
            assert value == pytest.approx(printed, abs=close), f"{field}, printed"


def test_no_example_is_left_out() -> None:
    assert PRODUCT.keys() == ANSWERS.keys()
    assert {example["topic"] for example in ANSWERS.values()} == {"pilot_design"}


def test_power_is_a_number_where_statsmodels_gives_none() -> None:
    from statsmodels.stats.power import TTestIndPower

    assert math.isnan(TTestIndPower().power(0.8, 2000, 0.05))  # the trap is still there
    assert two_groups(1, 2000, 2000).power(0.8) == pytest.approx(1)
    for degrees in (1, 3, 30, 1e3, 1e5, 9e5, 1e6, 1e9, math.inf):
        previous = 0.0
        for noncentral in (0, 0.1, 1, 2, 2.8, 5, 10, 25, 40, 200, 1e4):
            found = power(noncentral, degrees)
            assert previous - 1e-9 <= found <= 1, (degrees, noncentral)
            assert found == pytest.approx(power(-noncentral, degrees))
            previous = found
        assert power(0, degrees) == pytest.approx(0.05, abs=1e-6)


def test_a_tail_that_is_no_number_counts_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from scipy import special

    monkeypatch.setattr(special, "nctdtr", lambda *_: math.nan)
    assert power(25.0, 3998) == 1.0


def test_many_degrees_are_normal_without_a_jump() -> None:
    for noncentral in (0.5, 2.8, 4.0):
        assert power(noncentral, 999_999) == pytest.approx(power(noncentral, 1_000_001), abs=1e-5)


def test_the_examples_in_the_code_come_out() -> None:
    failed, tried = doctest.testmod(module)
    assert failed == 0
    assert tried == 1
