"""The engine and the arithmetic by hand, written apart from each other, agree in every draw and month."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import by_hand
from benchmarks.engine import CASE, MONTHS, differences
from benchmarks.six_metrics import six_metrics
from ldcase.case import Case, catalogue, load
from ldcase.forecast import forecast

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return six_metrics(DATA, catalogue.load(DATA), tmp_path_factory.mktemp("cases"), MONTHS)


@pytest.fixture(scope="module")
def case() -> Case:
    return load(DATA / "cases" / CASE, catalogue.load(DATA)).edit("horizon", f"{MONTHS} months")


@pytest.mark.parametrize("change", [{}, {"able_share": 0.3}, {"cohort_2.start": 9}, {"discount_rate": 0.2}])
def test_the_engine_agrees_with_the_arithmetic_by_hand(case: Case, change: dict[str, float]) -> None:
    assert set(differences(case.what_if(change))) == set(by_hand.Result._fields)


def test_the_case_with_six_metrics_is_what_it_says(six: Case) -> None:
    assert len(six.metrics) == len({metric.module.id for metric in six.metrics}) == 6
    assert 55 <= sum(not assumption.fixed for assumption in six.assumptions.values()) <= 65
    assert [finding for finding in six.findings if finding.severity == "error"] == []
    benefits = forecast(six, 64).median_case
    assert all(benefits[metric.benefit].sum() > 0 for metric in six.metrics)


@pytest.mark.parametrize("change", [{}, {"able_share": 0.3}, {"turnover.replacement_cost": 9000.0}])
def test_the_engine_agrees_with_six_metrics_by_hand(six: Case, change: dict[str, float]) -> None:
    assert set(differences(six.what_if(change), by_hand.six_metrics)) == set(by_hand.Result._fields)


def test_a_difference_is_noticed(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    right = by_hand.evaluate

    def wrong(*given: object) -> by_hand.Result:
        result = right(*given)  # type: ignore[arg-type]
        return result._replace(npv=result.npv * (1 + 1e-6))

    monkeypatch.setattr("benchmarks.engine.evaluate", wrong)
    with pytest.raises(RuntimeError, match="npv"):
        differences(case)
