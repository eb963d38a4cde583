"""Linked assumptions: distributions stay, ranks follow, contradictions are named."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.correlation import linked_columns, normal_scores
from ldcase.forecast.draws import SEED, probabilities
from ldcase.forecast.rank_correlation import spearman
from tests.sample_cases import bundled, varied

PAIR = ("transfer_share", "use_share")


def linked(*said: dict[str, Any]) -> Case:
    def change(data: dict[str, Any]) -> None:
        data["correlations"] = list(said)

    return varied("closing-the-sale", change)


@pytest.mark.parametrize("rho", [-0.8, 0.3, 0.7, 0.95])
def test_a_link_orders_the_draws_and_leaves_the_distributions(rho: float) -> None:
    columns = linked_columns((("a", "b", rho),), 4096, SEED)
    for name in "ab":
        assert np.array_equal(np.sort(columns[name]), np.sort(probabilities(name)))
    assert np.array_equal(columns["a"], probabilities("a"))
    assert spearman(columns["a"], columns["b"]) == pytest.approx(6 / np.pi * np.arcsin(rho / 2), abs=0.03)


def test_normal_scores_are_the_quantiles_of_the_normal_distribution() -> None:
    scores = normal_scores(1000)
    # Printed in every table of the normal distribution.
    assert np.interp([0.841345, 0.9332, 0.975], (np.arange(1000) + 0.5) / 1000, scores) == pytest.approx(
        [1.0, 1.5, 1.959964], abs=5e-4
    )
    assert scores == pytest.approx(-scores[::-1])


def test_three_links_come_out_together() -> None:
    links = (("a", "b", 0.6), ("a", "c", 0.5), ("b", "c", 0.2))
    columns = linked_columns(links, 4096, SEED)
    for one, other, rho in links:
        assert spearman(columns[one], columns[other]) == pytest.approx(6 / np.pi * np.arcsin(rho / 2), abs=0.04)


def test_only_linked_assumptions_are_drawn_in_another_order() -> None:
    free = forecast(bundled("closing-the-sale"), 1024)
    case = linked({"between": [PAIR[1], PAIR[0]], "rho": 0.7, "because": "both are the same managers' doing"})
    tied = forecast(case, 1024)
    assert case.ready
    for name, column in tied.inputs.items():
        if name == PAIR[1]:
            assert not np.array_equal(column, free.inputs[name])
            assert np.array_equal(np.sort(column, axis=0), np.sort(free.inputs[name], axis=0))
        else:
            assert np.array_equal(column, free.inputs[name]), name
    assert tied["net_benefit"].likely == free["net_benefit"].likely
    width = tied["net_benefit"].p90 - tied["net_benefit"].p10
    assert width > free["net_benefit"].p90 - free["net_benefit"].p10


def test_a_what_if_keeps_the_links_and_an_edit_of_them_is_seen() -> None:
    case = linked({"between": list(PAIR), "rho": 0.7})
    changed = case.what_if({"use_share": 0.6})
    assert np.array_equal(
        forecast(case, 256).with_case(changed)["net_benefit"].draws, forecast(changed, 256)["net_benefit"].draws
    )
    free = bundled("closing-the-sale")
    assert np.array_equal(
        forecast(free, 256).with_case(case)["net_benefit"].draws, forecast(case, 256)["net_benefit"].draws
    )


def test_links_that_contradict_one_another_are_refused_with_the_one_to_weaken() -> None:
    links = (("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", -0.3))
    with pytest.raises(CaseError, match=r"rho 0\.9 between a and c[\s\S]*about 0\.14") as refused:
        linked_columns(links, 64, SEED)
    assert "Weaken" in refused.value.findings[0].do
    names = ("able_share", "transfer_share", "use_share")
    case = linked(
        {"between": [names[0], names[1]], "rho": 0.9},
        {"between": [names[0], names[2]], "rho": 0.9},
        {"between": [names[1], names[2]], "rho": -0.3},
    )
    (finding,) = [finding for finding in case.findings if finding.severity == "error"]
    assert finding.code == "correlations-impossible"
    assert finding.place.line is not None


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        ({"between": ["able_shar", "use_share"], "rho": 0.5}, "link-unknown", "able_share"),
        ({"between": ["use_share"], "rho": 0.5}, "link-pair", "between"),
        ({"between": ["use_share", "use_share"], "rho": 0.5}, "link-pair", "between"),
        ({"between": list(PAIR), "rho": 1}, "link-strength", "0.95"),
        ({"between": list(PAIR)}, "link-strength", "0.95"),
    ],
)
def test_a_wrong_link_says_what_to_do(said: dict[str, Any], code: str, told: str) -> None:
    (finding,) = [finding for finding in linked(said).findings if finding.severity == "error"]
    assert finding.code == code
    assert told in f"{finding.allowed} {finding.do}"
