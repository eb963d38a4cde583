"""The guided start: few questions, and after them a case that can be computed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from ldcase.case import Case, from_text
from ldcase.case.guide import MOST, Ask, asks, edits
from ldcase.case.starting import SOURCE, case_text, folder_name, starting_values
from ldcase.errors import CaseError
from ldcase.language import speaking
from tests.sample_cases import modules

METRICS = tuple(modules().metrics)
TODAY = date(2026, 11, 22)
INSIDE = {"exemplar_level": 0.4, "exemplar_incident_rate": 0.1, "incident_rate": 0.2}
"""Figures of metrics where 20 would be out of bounds."""


def begun(title: str = "Keep people") -> Case:
    path = Path("data/cases/keep-people/case.yaml")
    return from_text(case_text(title, "EUR", TODAY, modules()), path, modules())


def answered(case: Case, name: str, answer: str | Sequence[float]) -> Case:
    for path, value in edits(case, name, answer):
        case = case.edit(path, value)
    return case


def usual(ask: Ask) -> str | Sequence[float]:
    if ask.kind == "choice":
        return ask.choices[1][0]
    if ask.kind == "text":
        return "Something"
    name = ask.name.removeprefix("need.")
    return [INSIDE.get(name, 0.3 if ask.format in ("percent", "points") else 20.0)]


@pytest.mark.parametrize("metric", METRICS)
def test_at_most_fifteen_answers_give_a_case_that_can_be_computed(metric: str) -> None:
    case = answered(begun(), "metric", metric)
    assert not case.ready
    assert len([ask for ask in asks(case) if ask.name != "currency"]) <= MOST
    for ask in [each for each in asks(case) if each.answer is None]:
        case = answered(case, ask.name, usual(ask))
    assert [ask.name for ask in asks(case) if ask.answer is None] == []
    assert [finding for finding in case.findings if finding.severity == "error"] == []
    assert case.ready
    told = [finding for finding in case.findings if finding.code == "starting-values"]
    assert [finding.what[:2] for finding in told] == [str(sum(a.source == SOURCE for a in case.assumptions.values()))]


def test_every_starting_value_belongs_to_a_need_and_says_what_it_is() -> None:
    starting = starting_values(modules())
    of_metrics = {need for module in modules().metrics.values() for need in module.needs}
    for name, values in starting.model.items():
        assert set(values) <= set(modules().model[name].needs)
    assert set(starting.metrics) <= of_metrics
    for values in (*starting.model.values(), starting.metrics):
        for name, value in values.items():
            assert set(value) in ({"low", "likely", "high", "note"}, {"value", "note"}), name


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([0.24], (0.192, 0.24, 0.288)),
        ([0.14, 0.18], (0.14, 0.16, 0.18)),
        ([0.1, 0.12, 0.2], (0.1, 0.12, 0.2)),
        ([0.0], (0.0, 0.0, 0.0)),
        ([1 / 3], (0.266666666667, 1 / 3, 0.4)),
    ],
)
def test_one_figure_gets_a_range_and_a_range_stays(figures: list[float], expected: tuple[float, ...]) -> None:
    case = answered(answered(begun(), "metric", "turnover"), "need.leaver_rate", figures)
    assert case.assumptions["turnover.leaver_rate"].values == pytest.approx(expected, rel=1e-11)


@pytest.mark.parametrize("share", [0.99, 0.999999])
def test_a_first_range_stays_within_its_bounds(share: float) -> None:
    case = answered(answered(begun(), "metric", "sales"), "need.win_rate", [share])
    low, likely, high = case.assumptions["sales.win_rate"].values
    assert low < likely == share < high < 1


def test_how_many_people_is_asked_once() -> None:
    case = answered(answered(begun(), "people", [120.0]), "metric", "turnover")
    assert case.assumptions["turnover.headcount"].likely == 120
    case = answered(case, "people", [90.0])
    assert case.assumptions["turnover.headcount"].likely == 90
    assert case.plan["cohort_1.people"] == 90


def test_an_hour_of_the_learners_is_asked_once() -> None:
    case = answered(begun(), "metric", "time_saved")
    assert "learner_rate" not in [ask.name for ask in asks(case)]
    case = answered(case, "need.loaded_rate", [30.0])
    assert case.assumptions["learner_rate"].values == case.assumptions["time_saved.loaded_rate"].values


@pytest.mark.parametrize(
    ("name", "answer"), [("metric", "witchcraft"), ("able", "often"), ("people", "many"), ("colour", "red")]
)
def test_what_is_not_offered_is_refused(name: str, answer: str) -> None:
    with pytest.raises(CaseError):
        edits(begun(), name, answer)


def test_a_title_is_data() -> None:
    title = "a: [b] # c\n{{d}} 'e' \"f\" <img>"
    assert begun(title).title == title


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Keep the nurses!", (), "keep-the-nurses"),
        ("Keep the nurses", ("keep-the-nurses", "keep-the-nurses-2"), "keep-the-nurses-3"),
        ("../../etc", (), "etc"),
        ("日本", (), "new-case"),
        ("x" * 200, (), "x" * 60),
    ],
)
def test_a_folder_is_named_after_the_title(title: str, taken: tuple[str, ...], name: str) -> None:
    assert folder_name(title, frozenset(taken)) == name


def test_a_case_begun_in_german_is_written_in_german() -> None:
    with speaking("de"):
        case = answered(begun("Menschen halten"), "metric", "turnover")
        case = answered(case, "able", "half")
    assert case.document.language == "de"
    assert case.document.idea.options[0].name == "Nichts tun"
    assert case.metrics[0].title == "Freiwillige Fluktuation"
    assert case.assumptions["transfer_share"].source == "Startwert der Arbeitsmappe, zu ersetzen"
    assert "Etwa die Hälfte davon ist Können" in str(case.to_yaml())
    (told,) = (finding for finding in case.findings if finding.code == "starting-values")
    assert "starting values of the workbook" in told.what
    with speaking("de"):
        assert "sind Startwerte der Arbeitsmappe" in str(told)
