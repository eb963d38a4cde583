"""Doubt made explicit: it may not land, opinions are too narrow, and the practitioner's view beside it."""

from __future__ import annotations

import numpy as np
import pytest

from ldcase.case.metalog import unbound
from ldcase.errors import CaseError
from ldcase.forecast import forecast
from ldcase.forecast.practitioner import Answer, practitioner_view, read_answers
from ldcase.forecast.widening import OVERCONFIDENCE, widened
from tests.sample_cases import BUNDLED, bundled

SOUND = {"unit_value": 1.0, "contribution": 0.5, "confidence": 0.8, "basis": "payroll"}


def test_a_programme_that_may_not_land_costs_without_benefit_in_those_draws() -> None:
    case = bundled("closing-the-sale")
    sure, doubtful = forecast(case), forecast(case.what_if({"lands": 0.8}))
    lands = doubtful.inputs["lands"][:, 0] > 0
    assert lands.mean() == pytest.approx(0.8, abs=1e-3)
    assert np.array_equal(doubtful["net_benefit"].draws[lands], sure["net_benefit"].draws[lands])
    assert not doubtful["benefit"].draws[~lands].any()
    assert np.array_equal(doubtful["cost"].draws, sure["cost"].draws)
    assert doubtful["benefit"].likely == pytest.approx(0.8 * sure["benefit"].likely)
    assert doubtful["benefit"].mean == pytest.approx(0.8 * sure["benefit"].mean, rel=0.02)
    assert sure.inputs["lands"].tolist() == [[1.0]]
    (step,) = [step for step in doubtful.haircuts().steps if step.name == "lands"]
    assert step.title == "It may not land at all"


def test_a_range_of_the_chance_is_drawn_as_well() -> None:
    figures = forecast(bundled("closing-the-sale").what_if({"lands": (0.6, 0.8, 0.9)}))
    drawn = figures.inputs["lands"][:, 0]
    assert set(np.unique(drawn)) == {0.0, 1.0}
    assert drawn.mean() == pytest.approx(0.77, abs=0.03)
    assert not forecast(bundled("closing-the-sale").what_if({"lands": 0.0}), 8)["benefit"].draws.any()


@pytest.mark.parametrize("name", BUNDLED)
def test_only_opinions_are_widened_and_by_the_measured_overconfidence(name: str) -> None:
    case = bundled(name)
    wide = widened(case)
    some = 0
    for before in case.assumptions.values():
        after = wide.assumptions[before.name]
        assert after.likely == before.likely
        if before.grade != "opinion" or before.fixed:
            assert after.values == before.values, before.name
        else:
            some += 1
            first, _, last = unbound(before.values, *before.bounds)
            low, _, high = unbound(after.values, *after.bounds)
            assert high - low == pytest.approx(OVERCONFIDENCE * (last - first))
    assert some or name == "it-turnover"
    narrow, broad = forecast(case, 1024)["net_benefit"], forecast(wide, 1024)["net_benefit"]
    assert broad.p90 - broad.p10 >= narrow.p90 - narrow.p10
    assert broad.likely == narrow.likely
    assert widened(case, 1.0).changes.keys() == wide.changes.keys()


@pytest.mark.parametrize("factor", [0.0, -1.0, 11.0, float("nan")])
def test_an_impossible_widening_is_refused(factor: float) -> None:
    with pytest.raises(CaseError, match=r"Use 1\.29"):
        widened(bundled("it-turnover"), factor)


def test_the_silent_count_as_zero_and_each_answer_is_cut_by_its_own_doubt() -> None:
    view = practitioner_view([Answer(1000, **SOUND), Answer(0, **SOUND)], participants=10)  # type: ignore[arg-type]
    assert (view.silent, view.stated, view.benefit, view.mean) == (8, 1000, 400, 40)
    assert view.roi(200) == 1.0
    assert view.roi(0) is None
    assert [one.dropped for one in view.answers] == ["", "no improvement"]


def test_extreme_and_unsupported_answers_are_dropped() -> None:
    answers = [Answer(change, **SOUND) for change in (90, 100, 110, 120, 100, 5000)]  # type: ignore[arg-type]
    answers.append(Answer(100, 1.0, 1.0, 1.0, " "))
    view = practitioner_view(answers, participants=7)
    assert [one.dropped for one in view.answers] == [""] * 5 + ["extreme", "unsupported"]
    assert view.benefit == pytest.approx(0.4 * 520)
    assert practitioner_view(answers, 7, unsupported=True).benefit == pytest.approx(0.4 * 520 + 100)
    few = [Answer(change, **SOUND) for change in (1, 1, 5000)]  # type: ignore[arg-type]
    assert not any(one.dropped for one in practitioner_view(few, 3).answers)


def test_a_wrong_survey_is_told_at_once() -> None:
    with pytest.raises(CaseError) as refused:
        practitioner_view([Answer(1, 1, 70, 0.5, "x"), Answer(1, 1, 0.5, -1, "x")], participants=1)
    assert [finding.code for finding in refused.value.findings] == ["answer-share", "answer-share", "answers-many"]
    assert "write 0.7" in refused.value.findings[0].do


def test_answers_are_read_from_a_file_and_every_wrong_cell_is_told() -> None:
    head = "who,change,unit_value,contribution,confidence,basis\n"
    assert read_answers(head + "a,100,20,0.5,0.8,payroll\nb,,,,,\n") == (Answer(100, 20, 0.5, 0.8, "payroll"),)
    with pytest.raises(CaseError) as refused:
        read_answers(head + "a,many,20,0.5,70 %,x\nb,1,nan,1,1,y\n", "survey.csv")
    found = refused.value.findings
    assert [(finding.place.line, finding.found) for finding in found] == [(2, "many"), (2, "70 %"), (3, "nan")]
    assert str(found[0].place) == "survey.csv:2"
    with pytest.raises(CaseError, match="confidence, basis"):
        read_answers("change,unit_value,contribution\n1,2,3\n")
    with pytest.raises(CaseError, match="nothing"):
        read_answers("")
