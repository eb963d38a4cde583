"""The bundled cases, and two that have what they lack: a metric that does not count; every metric, with overlaps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ldcase.case import Case, load
from ldcase.case.catalogue import load as load_catalogue
from ldcase.case.places import at
from ldcase.forecast import Forecast, forecast

DATA = Path(__file__).resolve().parents[2] / "data"
BUNDLED = tuple(sorted(path.parent.name for path in DATA.glob("cases/*/case.yaml")))
UNCOUNTED = "sales with uncounted time saved"
EVERY = "every metric of the catalogue"
CASES = (*BUNDLED, UNCOUNTED, EVERY)
DRAWS = 256


@pytest.fixture(scope="session")
def cases() -> Mapping[str, Case]:
    catalogue = load_catalogue(DATA)
    read = {name: load(DATA / "cases" / name, catalogue) for name in BUNDLED}
    time_saved = at(read["service-desk-course"].data, ("opportunity", "metrics", "handling_time"))
    assert isinstance(time_saved, dict)
    without_owner = {key: value for key, value in time_saved.items() if key not in ("becomes", "history")}
    both = read["closing-the-sale"].edit("opportunity.metrics.handling_time", without_owner)
    return {**read, UNCOUNTED: both.edit("idea.cohorts.1.start", 7), EVERY: with_every_metric(read["it-turnover"])}


def with_every_metric(case: Case) -> Case:
    """Return the case with all metrics in place of its own, at the values of their worked examples; two overlap."""
    said = {"source": "A worked example", "owner": "Finance", "grade": "opinion"}
    metrics: dict[str, object] = {}
    for key, module in case.catalogue.metrics.items():
        assert module.example is not None
        figures = {
            name: {"value": value, "unit": module.needs[name].unit} | said
            for name, value in module.example.inputs.items()
            if name in module.needs
        }
        metrics[key] = {"use": key, "becomes": {"what": "Output", "owner": "Finance"}, "assumptions": figures}
    for path in (
        "idea.behaviours",
        "idea.options",
        "idea.pilot",
        "evidence.stories",
        "evidence.ways",
        "opportunity.statement",
    ):
        case = case.edit(path, None)
    share = {"low": 0.2, "likely": 0.4, "high": 0.6, "unit": "share"} | said
    pairs = (("time_saved", "absence"), ("turnover", "time_to_productivity"))
    overlaps = [{"between": list(pair), "claims": "hours of the group", "share": share} for pair in pairs]
    return case.edit("opportunity.metrics", metrics).edit("opportunity.overlaps", overlaps)


@pytest.fixture(scope="session")
def forecasts(cases: Mapping[str, Case]) -> Mapping[str, Forecast]:
    return {name: forecast(case, DRAWS) for name, case in cases.items()}
