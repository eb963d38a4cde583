"""Pilots for tests."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from ldcase.forecast import Forecast, forecast
from ldcase.pilot.plan import Plan, plan
from tests.sample_cases import bundled, varied


@lru_cache(maxsize=8)
def forecast_of(name: str, draws: int = 2048) -> Forecast:
    return forecast(bundled(name), draws)


@lru_cache(maxsize=2)
def undecided(draws: int = 2048) -> Forecast:
    """A coin toss with nothing but doing nothing beside it, late enough that nobody waits for a pilot."""

    def change(data: dict[str, Any]) -> None:
        data["idea"]["options"] = []
        data["idea"]["cohorts"] = [{"people": 50, "start": 1}, {"people": 50, "start": 7}]
        data["horizon"] = "18 months"

    return forecast(varied("it-turnover", change), draws)


def planned(of: Forecast, **changes: Any) -> Plan:
    """The pilot of a case with other figures."""
    found = plan(of.case)
    assert found is not None
    return replace(found, **changes)
