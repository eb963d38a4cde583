"""Objections are answered from the numbers, follow them, and say where the case is weak."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.forecast import forecast
from ldcase.words.numbers import money
from ldcase.words.objections import Objection, objections, weak_points
from tests.sample_cases import BUNDLED, bare, bundled, varied, with_two_metrics

SAID = (
    "nice to have", "too many resources", "Prove it", "Why now", "Why not hire", "They leave", "tried that", "not work",
)  # fmt: skip
SALE = "closing-the-sale"


def about(found: tuple[Objection, ...], words: str) -> Objection:
    return next(each for each in found if words in each.said)


def answered(case: Case) -> tuple[Objection, ...]:
    return objections(forecast(case, 512))


@pytest.mark.parametrize("name", BUNDLED)
def test_every_objection_is_answered_with_figures_of_the_case(name: str) -> None:
    f = forecast(bundled(name), 512)
    found = objections(f)
    assert [each.said for each in found] == [about(found, words).said for words in SAID]
    for each in found:
        text = f"{str(each.answer).strip()} {each.weak}"
        assert not re.search(r"\bNone\b|\bnan\b|\binf\b|\{|  ", text), text
        assert text.strip().endswith(".")
        for piece in each.answer.pieces:
            if getattr(piece, "name", ""):
                assert piece.name in f.names  # type: ignore[union-attr]
    assert weak_points(found)


def test_answers_follow_the_numbers() -> None:
    case = bundled(SALE)
    f = forecast(case, 512)
    assert money(f["gap_cost"].likely) in str(about(objections(f), "nice to have").answer)
    dear = answered(case.what_if({"design_cost": 2_000_000}))
    assert "loses money on average" in str(about(dear, "Why now").answer)
    assert "no reason" in about(dear, "Why now").weak
    assert "cheaper way is the better one" in about(dear, "too many").weak
    assert not about(answered(case), "too many").weak


@pytest.mark.parametrize(
    ("change", "words", "weak"),
    [
        ({"opportunity.priority": None}, "nice to have", "which strategic priority"),
        ({"idea.pilot": None}, "Prove it", "No pilot"),
        ({"evidence.findings": None}, "Prove it", "No published finding"),
        ({"ask.decide_by": None}, "Why now", "no day"),
        ({"ask.gates": None}, "tried that", "No result is agreed"),
        ({"idea.options": None}, "too many", "cheaper version"),
        ({"opportunity.diagnosis.willing": None, "opportunity.diagnosis.allowed": None,
          "opportunity.diagnosis.empowered": None}, "tried that", "Nothing is planned"),
    ],
)  # fmt: skip
def test_what_the_case_lacks_is_named_as_weak(change: dict[str, Any], words: str, weak: str) -> None:
    case = bundled(SALE)
    assert weak not in about(answered(case), words).weak
    for path, value in change.items():
        case = case.edit(path, value)
    assert weak in about(answered(case), words).weak


@pytest.mark.parametrize(
    ("what", "words", "weak"),
    [
        ({"learner_leaver_rate": 0.0}, "They leave", "not believable"),
        ({"transfer_share": 1.0}, "tried that", "only an opinion"),
        ({"win_rate.closed_share": 0.08}, "not work", "half the effect"),
        ({"reach_share": 0.001}, "hire", "fewer than one"),
    ],
)
def test_a_weak_figure_is_a_weak_point(what: dict[str, float], words: str, weak: str) -> None:
    assert weak in about(answered(bundled(SALE).what_if(what)), words).weak


def test_replacing_somebody_is_compared_where_the_case_knows_its_cost() -> None:
    case = bundled("it-turnover")
    key = case.metrics[0].key
    assert not about(answered(case), "hire").weak
    cheap = about(answered(case.what_if({f"{key}.replacement_cost": 500})), "hire")
    assert "hire is cheaper" in cheap.weak


@pytest.mark.parametrize("change", [bare, with_two_metrics], ids=["bare", "two metrics"])
def test_a_case_may_leave_out_what_it_does_not_know(change: Callable[[dict[str, Any]], None]) -> None:
    found = objections(forecast(varied(SALE, change), 512))
    assert len(found) == len(SAID)
    assert not any("None" in str(each.answer) for each in found)
