"""Cases made at random, their twins computed by LibreOffice from nothing: every cell is the engine's figure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ldcase.case import Assumption, Case
from ldcase.case.assumption import trouble
from ldcase.case.options import option_cases
from ldcase.exports import write_twin
from ldcase.exports.twin_scenario import scenarios
from ldcase.forecast import forecast
from tests.exports.opened import rows, stripped
from tests.exports.twin_engine import assert_says
from tests.recalculate import recalculate_all
from tests.sample_cases import BUNDLED, bare, document, modules, varied

BATCHES, A_BATCH = 6, 10
"""The first batch that is made is the simplest case, ten times; fifty others follow."""
DRAWS = 8
SAID = {"source": "A worked example", "owner": "Finance", "grade": "opinion"}


def metrics() -> dict[str, dict[str, Any]]:
    """The metrics of all bundled cases, and one of each kind of the catalogue at its example's figures."""
    pool: dict[str, dict[str, Any]] = {}
    for name in BUNDLED:
        for key, metric in document(name)["opportunity"]["metrics"].items():
            pool[f"{key}_{BUNDLED.index(name)}"] = {part: entry for part, entry in metric.items() if part != "history"}
    for key, module in modules().metrics.items():
        assert module.example is not None
        figures = {
            name: {"value": value, "unit": module.needs[name].unit} | SAID
            for name, value in module.example.inputs.items()
            if name in module.needs
        }
        pool[f"{key}_example"] = {"use": key, "becomes": {"what": "Output", "owner": "Ops"}, "assumptions": figures}
    return pool


POOL = metrics()
UNDEFINED = {
    "ROI is the benefit/cost ratio less 1.",
    "Cells of Workings that show an error while the programme takes place.",
}
"""What cannot hold where nothing is spent."""
SHARE = st.floats(0, 1).map(lambda value: round(value, 3))


class Made:
    """A case, told in a line when a test fails."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __repr__(self) -> str:
        metrics = ", ".join(metric.module.id for metric in self.case.metrics)
        return f"{self.case.id}, {self.case.horizon} months, {len(self.case.plan) // 3} cohorts: {metrics}"


@st.composite
def cases(draw: st.DrawFn) -> Made:
    """A bundled case with other cohorts, months and metrics, one of its options, and other figures."""
    name = draw(st.sampled_from(BUNDLED))
    chosen = draw(st.none() | st.lists(st.sampled_from(sorted(POOL)), min_size=1, max_size=3, unique=True))
    months = draw(st.sampled_from([12, 24, 7, 1, 18]))
    cohort = st.fixed_dictionaries({"people": st.integers(1, 300), "start": st.integers(1, months)})
    cohorts = draw(st.none() | st.lists(cohort, min_size=1, max_size=5))

    def change(data: dict[str, Any]) -> None:
        if chosen:
            bare(data)
            data["opportunity"].pop("overlaps", None)
            data.pop("correlations", None)
            data["opportunity"]["metrics"] = {key: POOL[key] for key in chosen}
        data["horizon"] = f"{months} months"
        if cohorts:
            data["idea"]["cohorts"] = cohorts

    case = varied(name, change)
    if not chosen:
        case = draw(st.sampled_from([case, *(option.case for option in option_cases(case) if option.case)]))
    factors = draw(st.lists(st.floats(0.3, 1.8), min_size=7, max_size=7))
    scaled = {key: _scaled(a, factors[place % len(factors)]) for place, (key, a) in enumerate(case.assumptions.items())}
    rates: Mapping[str, Any] = {
        "tax_rate": draw(SHARE),
        "taxed_cost_share": draw(SHARE),
        "inflation_rate": draw(st.floats(-0.1, 0.3)),
        "flow_shift": draw(SHARE),
        "start_delay": draw(st.integers(0, 30)),
        "lands": draw(SHARE),
    }
    fixed = {key: (float(value),) * 3 for key, value in rates.items() if key in case.assumptions}
    return Made(case.what_if({**scaled, **fixed}))


def _scaled(assumption: Assumption, factor: float) -> tuple[float, float, float]:
    """The range times a factor, inside its bounds; a fixed figure where that is no range."""
    lower, upper = assumption.bounds
    low, likely, high = (
        max(value if lower is None else lower, min(value, value if upper is None else upper))
        for value in (value * factor for value in assumption.values)
    )
    if assumption.whole:
        low, likely, high = (float(round(value)) for value in (low, likely, high))
    return (likely, likely, likely) if trouble(low, likely, high, assumption.bounds) else (low, likely, high)


@given(st.lists(st.tuples(cases(), st.sampled_from([1, 2, 3, 4])), min_size=A_BATCH, max_size=A_BATCH))
@settings(
    max_examples=BATCHES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_random_cases(tmp_path_factory: pytest.TempPathFactory, batch: list[tuple[Made, int]]) -> None:
    folder: Path = tmp_path_factory.mktemp("random")
    made, paths = [], []
    for number, (one, wanted) in enumerate(batch):
        case = one.case
        assert case.ready, case.findings
        write_twin(forecast(case, DRAWS), folder / f"{number}.xlsx")
        positions = scenarios(case)
        scenario = min(wanted, len(positions))
        paths.append(stripped(folder / f"{number}.xlsx", folder / f"{number}-stripped.xlsx", scenario))
        made.append(forecast(positions[scenario - 1].case, DRAWS))
    for of, path in zip(made, recalculate_all(paths), strict=True):
        assert assert_says(rows(path, "Workings"), rows(path, "Outputs"), of) > len(of.case.graph.order)
        wrong = {row[0] for row in rows(path, "Checks") if row[4:5] == ["look"]}
        assert wrong <= (UNDEFINED if of["cost"].likely == 0 else set())
