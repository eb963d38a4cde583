"""The bundled cases, and one that has what they lack: two metrics, of which one does not count."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ldcase.case import Case, load
from ldcase.case.catalogue import load as load_catalogue
from ldcase.forecast import Forecast, forecast

DATA = Path(__file__).resolve().parents[2] / "data"
BUNDLED = tuple(sorted(path.parent.name for path in DATA.glob("cases/*/case.yaml")))
UNCOUNTED = "sales with uncounted time saved"
CASES = (*BUNDLED, UNCOUNTED)
DRAWS = 256


@pytest.fixture(scope="session")
def cases() -> Mapping[str, Case]:
    catalogue = load_catalogue(DATA)
    read = {name: load(DATA / "cases" / name, catalogue) for name in BUNDLED}
    time_saved = read["service-desk-course"].data["opportunity"]["metrics"]["handling_time"]
    without_owner = {key: value for key, value in time_saved.items() if key not in ("becomes", "history")}
    both = read["closing-the-sale"].edit("opportunity.metrics.handling_time", without_owner)
    return {**read, UNCOUNTED: both.edit("idea.cohorts.1.start", 7)}


@pytest.fixture(scope="session")
def forecasts(cases: Mapping[str, Case]) -> Mapping[str, Forecast]:
    return {name: forecast(case, DRAWS) for name, case in cases.items()}
