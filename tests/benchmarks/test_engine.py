"""The engine and the arithmetic by hand, written apart from each other, agree in every draw and month."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import by_hand
from benchmarks.engine import CASE, MONTHS, differences
from ldcase.case import Case, catalogue, load

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def case() -> Case:
    return load(DATA / "cases" / CASE, catalogue.load(DATA)).edit("horizon", f"{MONTHS} months")


@pytest.mark.parametrize("change", [{}, {"able_share": 0.3}, {"cohort_2.start": 9}, {"discount_rate": 0.2}])
def test_the_engine_agrees_with_the_arithmetic_by_hand(case: Case, change: dict[str, float]) -> None:
    assert set(differences(case.what_if(change))) == set(by_hand.Result._fields)


def test_a_difference_is_noticed(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    right = by_hand.evaluate

    def wrong(*given: object) -> by_hand.Result:
        result = right(*given)  # type: ignore[arg-type]
        return result._replace(npv=result.npv * (1 + 1e-6))

    monkeypatch.setattr("benchmarks.engine.evaluate", wrong)
    with pytest.raises(RuntimeError, match="npv"):
        differences(case)
