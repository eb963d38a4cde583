"""Every module of the catalogue is held to its own worked example, and says what finance asks about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from ldcase.case import Module, catalogue
from ldcase.case.example import disagreement, worked
from ldcase.errors import CaseError

CATALOGUE = catalogue.load(Path(__file__).parents[2] / "data")
MODULES = {f"{m.place.file}": m for m in (*CATALOGUE.metrics.values(), *CATALOGUE.model.values())}
MODULES |= {m.place.file: m for m in CATALOGUE.costs.values()}


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_module_comes_out_as_its_example_says(module: Module) -> None:
    assert [str(finding) for finding in disagreement(module)] == []
    assert module.example is not None
    assert module.example.source


@pytest.mark.parametrize("module", CATALOGUE.metrics.values(), ids=CATALOGUE.metrics)
def test_the_example_of_a_metric_shows_gap_effect_and_benefit(module: Module) -> None:
    found = worked(module)
    assert {module.gap, module.gap_cost, module.effect, module.benefit} <= {*found}
    assert found[module.benefit] > 0


@pytest.mark.parametrize("module", CATALOGUE.metrics.values(), ids=CATALOGUE.metrics)
def test_a_metric_is_complete(module: Module) -> None:
    assert module.claims
    assert module.sources
    assert len(module.pitfalls) >= 2
    assert {"opportunity", "gap", "chart", "axis", "team", "best"} <= {*module.story}
    for need in module.needs.values():
        assert need.help, need.name
        assert need.bounds != (None, None), need.name
        assert len(need.title) <= 30, need.name
    assert "able_share" in module.formulas[module.effect].expression.names or any(
        "able_share" in module.formulas[name].expression.names
        for name in module.formulas[module.effect].expression.names
        if name in module.formulas
    )


def test_a_wrong_or_missing_example_is_told() -> None:
    sales = CATALOGUE.metrics["sales"]
    assert sales.example is not None
    with pytest.raises(CaseError, match="no worked example"):
        worked(replace(sales, example=None))
    wrong = replace(sales, example=replace(sales.example, gives=MappingProxyType({"effect": 0.04})))
    (finding,) = disagreement(wrong)
    assert (finding.code, finding.found, finding.allowed) == ("example-differs", "0.03", "0.04, as the example says")
    lacking = replace(sales, example=replace(sales.example, inputs=MappingProxyType({"win_rate": 0.2})))
    (finding,) = disagreement(lacking)
    assert finding.code == "example-input"
    assert "exemplar_win_rate" in finding.found
    unknown = replace(sales, example=replace(sales.example, gives=MappingProxyType({"benefits": 1.0})))
    (finding,) = disagreement(unknown)
    assert (finding.code, finding.found) == ("example-name", "benefits")
