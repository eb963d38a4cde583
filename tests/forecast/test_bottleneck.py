"""A cause that binds multiplies what training can claim, and is neutral when it is sure to be removed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ldcase.case import Case, catalogue, load
from ldcase.forecast import forecast

DATA = Path(__file__).parents[2] / "data"
CATALOGUE = catalogue.load(DATA)


def bound(name: str, **chances: float) -> Case:
    case = load(DATA / "cases" / name, CATALOGUE)
    for cause in ("willing", "allowed", "empowered"):
        path = f"opportunity.diagnosis.{cause}"
        entry = {key: value for key, value in _written(case, cause).items() if key not in ("binding", "removed")}
        if cause in chances:
            origin = {"unit": "share", "source": "s", "owner": "o", "grade": "opinion"}
            entry |= {"binding": True, "removed": {"value": chances[cause], **origin}}
        case = case.edit(path, entry)
    return case


def _written(case: Case, cause: str) -> dict[str, object]:
    given = getattr(case.document.opportunity.diagnosis, cause)
    entry: dict[str, object] = given.model_dump(exclude_none=True)
    return entry


@pytest.mark.parametrize("name", ["closing-the-sale", "ramp-up", "not-a-training-problem", "line-supervisors"])
def test_it_is_neutral_at_one_and_takes_everything_at_nothing(name: str) -> None:
    free, sure, never = (forecast(bound(name, **chances), 512) for chances in ({}, {"willing": 1}, {"willing": 0}))
    assert np.array_equal(free["net_benefit"].draws, sure["net_benefit"].draws)
    assert not never["benefit"].draws.any()
    assert np.array_equal(never["cost"].draws, free["cost"].draws)


def test_two_that_bind_multiply() -> None:
    free, both = (
        forecast(bound("closing-the-sale", **chances), 4096) for chances in ({}, {"willing": 0.5, "allowed": 0.6})
    )
    assert both["unblocked_share"].likely == pytest.approx(0.3)
    assert both["benefit"].likely == pytest.approx(0.3 * free["benefit"].likely)
    stands = both["unblocked_share"].draws[:, 0]
    assert set(stands) == {0.0, 1.0}
    assert stands.mean() == pytest.approx(0.3, abs=0.02)
    steps = {step.name: step for step in both.haircuts().steps}
    assert steps["willing_removed"].change < 0
    assert steps["allowed_removed"].change < 0
    assert both.haircuts().claimed == pytest.approx(both["benefit"].likely)
