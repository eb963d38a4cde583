"""The catalogue: what a module says, and what is said about a module with mistakes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from ldcase.case import Case, Catalogue, catalogue, from_text
from ldcase.case.assemble import Structure, assemble
from ldcase.errors import CaseError, Place

DATA = Path(__file__).parents[2] / "data"

METRIC = """\
id: mine
title: My own
better: higher
kind: cash
things: [unit]
needs:
  rate: {title: Rate, unit: unit/person/month, bounds: [0, null]}
  best: {title: Best, unit: unit/person/month, bounds: [0, null]}
  price: {title: Price, unit: money/unit, bounds: [0, null]}
formulas:
  gap: {is: best - rate, unit: unit/person/month, title: Gap}
  gap_cost: {is: people_planned * gap * price, unit: money/month, title: Cost of the gap}
  effect: {is: gap * able_share, unit: unit/person/month, title: Effect}
  benefit: {is: applying * effect * price, unit: money/month, title: Benefit}
gap: gap
gap_cost: gap_cost
baseline: rate
exemplar: best
effect: effect
benefit: benefit
"""
CASE = "title: x\nopportunity: {metrics: {mine: {use: mine}}}\n"

MISTAKES = yaml.safe_load((Path(__file__).parent / "module_errors.yaml").read_text(encoding="utf-8"))


def load(tmp_path: Path, text: str) -> Catalogue:
    for folder in ("model", "costs"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    (tmp_path / "data" / "metrics").mkdir()
    (tmp_path / "data" / "metrics" / "mine.yaml").write_text(text, encoding="utf-8")
    return catalogue.load(tmp_path / "data")


def test_an_own_metric_needs_no_python(tmp_path: Path) -> None:
    modules = load(tmp_path, METRIC)
    case = from_text(CASE, tmp_path / "data" / "cases" / "x" / "case.yaml", modules)
    assert modules.findings == ()
    assert case.formula("mine.benefit").expression.text == "applying * mine.effect * mine.price"
    assert case.formula("total_benefit").unit == "money/month"
    assert all(finding.code.startswith(("missing", "no-")) for finding in case.findings)
    assert case.findings[0].place.file == "data/cases/x/case.yaml"


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_module_is_told_with_its_line(tmp_path: Path, mistake: dict[str, Any]) -> None:
    assert mistake["old"] in METRIC
    modules = load(tmp_path, METRIC.replace(mistake["old"], mistake["new"], 1))
    case = from_text(CASE, tmp_path / "x" / "case.yaml", modules)
    place = Place("data/metrics/mine.yaml", mistake["line"], mistake["column"])
    found = next(finding for finding in case.findings if finding.code == mistake["code"])
    assert replace(found.place, path="") == place
    assert mistake["said"] in str(found)
    assert not case.ready


def test_a_broken_metric_does_not_stop_other_cases(tmp_path: Path) -> None:
    modules = load(tmp_path, "id: [")
    assert list(modules.broken) == ["mine"]
    assert "mine" not in modules.metrics
    case = from_text(CASE, tmp_path / "x" / "case.yaml", modules)
    assert "module-broken" in {finding.code for finding in case.findings}
    other = from_text("title: x\n", tmp_path / "x" / "case.yaml", modules)
    assert all(finding.place.file == "x/case.yaml" for finding in other.findings)


def test_a_broken_model_stops_everything(tmp_path: Path) -> None:
    shutil.copytree(DATA / "model", tmp_path / "data" / "model")
    (tmp_path / "data" / "model" / "costs.yaml").write_text("id: costs\ntitle: [\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"data/model/costs.yaml:3:1"):
        catalogue.load(tmp_path / "data")


COST = """\
id: rooms
title: Rooms
times: a month
needs: {room_cost: {title: Rooms a month, unit: money/month, bounds: [0, null], default: 0}}
formulas: {rooms: {is: "if_(month > 0, room_cost, 0)", unit: money/month, title: Rooms}}
cost: rooms
"""


def costs_with(tmp_path: Path, text: str) -> Catalogue:
    for folder in ("model", "costs"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    (tmp_path / "data" / "costs" / "rooms.yaml").write_text(text, encoding="utf-8")
    return catalogue.load(tmp_path / "data")


def test_an_own_category_of_cost_enters_the_total(tmp_path: Path) -> None:
    costs = costs_with(tmp_path, COST.replace("month > 0", "month >= one_month")).model["costs"]
    assert costs.categories[-2:] == ("rooms", "contingency")
    assert costs.formulas["total_cost"].expression.text == "costs_before_reserve + contingency"
    assert costs.formulas["costs_before_reserve"].expression.text.endswith("evaluation + overhead + rooms")
    assert "room_cost" in costs.needs


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("room_cost", "travel_cost", "used by another category"),
        ("cost: rooms", "cost: hall", "no such need or formula"),
        ("times: a month\n", "", "“times” is missing"),
        ("money/month, title: Rooms}", "money, title: Rooms}", "money of a month"),
    ],
)
def test_a_category_with_a_mistake_stops_everything(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(CaseError, match=said) as refused:
        costs_with(tmp_path, COST.replace(old, new))
    assert refused.value.findings[0].place.file == "data/costs/rooms.yaml"


def test_the_catalogue_of_the_project_is_sound(modules: Catalogue) -> None:
    assert modules.findings == ()
    for name in modules.metrics:
        model = assemble(modules, Structure(((name, name, True),), 2))
        assert model.findings == ()
        assert model.graph is not None
    assert modules.model.keys() == {"rollout", "costs", "returns"}


def test_unchanged_files_give_the_same_catalogue_and_the_same_graph(modules: Catalogue) -> None:
    assert catalogue.load(DATA) is catalogue.load(DATA)
    structure = Structure((("a", "sales", True),), 3)
    assert assemble(modules, structure) is assemble(modules, Structure((("a", "sales", True),), 3))


def test_cohorts_and_metrics_become_formulas(toy: Callable[..., Case]) -> None:
    case = toy()
    texts = {name: formula.expression.text for name, formula in case.formulas.items()}
    assert texts["cohort_2.applying"] == "cohort_2.people * since(effect_by_age, cohort_2.start + start_delay)"
    assert texts["cohorts_applying"] == "cohort_1.applying + cohort_2.applying"
    assert texts["people_planned"] == "cohort_1.people + cohort_2.people"
    assert texts["gap_cost"] == "leavers.gap_cost"
    assert texts["benefit_cost_avoided"] == "leavers.benefit"
    assert texts["benefit_cash"] == "0"
    assert texts["total_benefit"] == "benefit_cash + benefit_cost_avoided + benefit_capacity"
    assert texts["leavers.effect"] == "leavers.gap * able_share * leavers.closed_share"
    assert case.graph.shape("gap_cost") == "constant"
    assert case.graph.shape("total_benefit") == "monthly"
    assert set(case.graph.inputs) == {*case.assumptions, *case.plan}
    metric = case.metrics[0]
    assert (metric.gap, metric.benefit, metric.kind, metric.counts) == (
        "leavers.gap",
        "leavers.benefit",
        "cost avoided",
        True,
    )


def test_as_many_cohorts_as_allowed_fit_into_the_formulas(modules: Catalogue) -> None:
    cohorts = ", ".join("{people: 5, start: 2}" for _ in range(24))
    case = from_text(f"title: x\nidea: {{cohorts: [{cohorts}]}}", "x/case.yaml", modules)
    assert "cohort_24.applying" in case.formulas
    too_many = from_text(f"title: x\nidea: {{cohorts: [{cohorts}, {{people: 5, start: 3}}]}}", "x/case.yaml", modules)
    assert "cohorts-too-many" in {finding.code for finding in too_many.findings}


def test_an_unknown_formula_is_refused_with_the_nearest(toy: Callable[..., Case]) -> None:
    with pytest.raises(CaseError, match=r"Did you mean net_benefit\?"):
        toy().formula("net_benefits")
