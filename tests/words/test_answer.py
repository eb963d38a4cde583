"""Every quantity of every case can be asked where it comes from."""

from __future__ import annotations

import re

import pytest

from ldcase.forecast import Forecast, forecast
from ldcase.formulas.names import BUILT_IN
from ldcase.words import numbers
from ldcase.words.answer import answer, exact, lowered, written
from tests.sample_cases import BUNDLED, bundled, varied, with_two_metrics

NB = numbers.SPACE


@pytest.fixture(scope="module", params=[*BUNDLED, "two metrics"])
def of(request: pytest.FixtureRequest) -> Forecast:
    if request.param == "two metrics":
        return forecast(varied("closing-the-sale", with_two_metrics), 64)
    return forecast(bundled(request.param), 64)


def test_every_quantity_has_an_answer(of: Forecast) -> None:
    for name in of.names:
        said = answer(of, name)
        figure = of[name]
        assert said.name == name
        assert said.title == figure.title
        assert said.unit == figure.unit
        if name != "payback_month":
            assert said.value == written(figure)
            assert bool(said.when) == figure.monthly
        assert bool(said.spread) <= (figure.p10 != figure.p90)
        every = (said.value, said.spread, said.formula, said.filled)
        assert not any(re.search(r"\b(nan|inf|None|unknown)\b|[{}|_]", text) for text in every), every


def test_the_programmes_own_part_says_how_it_is_told_apart(of: Forecast) -> None:
    given = of.case.document.evidence.isolation
    said = answer(of, "isolation_share").method
    assert given.because in said
    assert ("No method is stated" in said) == (given.method is None)
    assert answer(of, "reach_share").method == ""


def test_formulas_name_their_parts_and_what_stands_behind(of: Forecast) -> None:
    for name in of.case.formulas:
        said = answer(of, name)
        formula = of.case.formula(name)
        parts = [part for part in dict.fromkeys(formula.expression.names) if part not in BUILT_IN]
        assert [part.name for part in said.ingredients] == parts
        assert said.text == formula.expression.text
        assert said.formula
        assert said.filled
        behind = of.case.graph.ancestors((name,))
        assert [source.name for source in said.sources] == [a for a in of.case.assumptions if a in behind]
        if name not in ("people_planned", "cohorts_starting") and not name.startswith("cohort_") and parts:
            assert said.sources or not of[name].likely, name
        for part in parts:
            assert lowered(of[part].title) in said.formula, (name, said.formula)
            assert written(of[part]) in said.filled, (name, said.filled)
        for each in said.ingredients:
            assert each.value == written(of[each.name])
            assert each.kind in ("assumption", "plan", "formula")


def test_assumptions_tell_their_source(of: Forecast) -> None:
    for name, assumption in of.case.assumptions.items():
        said = answer(of, name)
        (source,) = said.sources
        assert (source.source, source.owner, source.grade) == (assumption.source, assumption.owner, assumption.grade)
        assert source.value == said.value == exact(assumption.likely, assumption.format)
        assert said.help == assumption.help
        assert not said.formula


def test_the_plan_speaks_of_cohorts() -> None:
    of = forecast(bundled("closing-the-sale"), 64)
    said = answer(of, "cohort_2.people")
    assert (said.title, said.value) == ("People planned in cohort 2", "17")
    assert "cohort_2" not in answer(of, "cohort_2.applying").formula


def test_a_row_of_months_is_told_by_both_ends() -> None:
    said = answer(forecast(bundled("it-turnover"), 64), "benefit")
    assert said.filled.replace(NB, " ") == (
        "the sum over all months of benefit of the month (37.8 k in month 1, 37.8 k in month 12)"
    )


def test_the_month_of_payback_is_that_of_half_the_cases() -> None:
    of = forecast(bundled("closing-the-sale"))
    said = answer(of, "payback_month")
    assert (said.value, said.when) == (f"month{NB}{of.summary.payback_p50:.0f}", "half of the cases by then")
    assert said.result == f"month{NB}{of.summary.payback_likely:.0f}" != said.value
    assert answer(of, "net_benefit").result == answer(of, "net_benefit").value


def test_a_case_that_starts_after_its_horizon_is_never_paid_back() -> None:
    of = forecast(bundled("it-turnover").what_if({"start_delay": 12.0}), 64)
    assert answer(of, "payback_month").value == f"not in 12{NB}months"


def test_a_payback_beyond_the_horizon_is_no_month() -> None:
    of = forecast(bundled("it-turnover"))
    assert answer(of, "payback_month").value == f"not in 12{NB}months"
    assert answer(of, "payback_month").result == f"month{NB}12"
    assert answer(of, "payback_month").when == ""
    assert answer(of, "payback_month").spread == f"in 9 of 10 cases not before month{NB}9"
    lost = forecast(of.case.what_if({"effect_achieved": 0.5}), 64)
    assert answer(lost, "payback_month").value == f"not in 12{NB}months"
    assert answer(lost, "payback_month").spread == ""


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.4, "money", "0.4"),
        (62, "money", "62"),
        (1234, "money", "1.23 k"),
        (-0.001, "money", "0"),
        (0.07947, "points", "7.95 points"),
        (0.5, "", "0.5"),
    ],
)
def test_values_are_exact_enough_for_an_answer(value: float, form: str, text: str) -> None:
    assert exact(value, form).replace(NB, " ") == text


def test_abbreviations_stay_as_they_are_within_a_sentence() -> None:
    assert [lowered(title) for title in ("Use at work", "ROI", "IT staff", "")] == [
        "use at work",
        "ROI",
        "IT staff",
        "",
    ]
