"""Lenses tell the same figures in other sentences, leave nothing weak out, and compute nothing of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.forecast import forecast
from ldcase.words import lens_cfo, lens_coo, lens_hr, lens_manager, numbers
from ldcase.words.lens import LENSES, lens, through
from ldcase.words.lens_parts import away, busiest, roll_out, weak
from ldcase.words.objections import objections, weak_points
from ldcase.words.pitch import STEPS, narrative
from ldcase.words.sentence import Number
from tests.sample_cases import BUNDLED, bare, bundled, varied, with_two_metrics

SALE, DESK = "closing-the-sale", "service-desk-course"


def told(case: Case, name: str, step: str) -> str:
    f = forecast(case, 512)
    return " ".join(str(each) for each in through(lens(name), f, step, narrative(f, step)).sentences)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("chosen", LENSES, ids=lambda each: each.id)
def test_every_lens_has_sentences_with_figures_of_the_case(name: str, chosen: Any) -> None:
    f = forecast(bundled(name), 512)
    for step, _ in STEPS:
        base = narrative(f, step)
        seen = through(chosen, f, step, base)
        assert seen.headline == base.headline
        assert len({str(each) for each in seen.sentences}) == len(seen.sentences) >= 2
        for each in seen.sentences:
            assert not re.search(r"\bnan\b|\binf\b|\{|  ", str(each)), str(each)
            assert {piece.name for piece in each.pieces if isinstance(piece, Number) and piece.name} <= set(f.names)
    shown = chosen.overview(f)
    assert shown.weak == weak(f) == weak_points(objections(f))
    assert len(shown.figures) >= 3
    assert {number.name for _, number in shown.figures if number.name} <= set(f.names)


@pytest.mark.parametrize("change", [bare, with_two_metrics])
@pytest.mark.parametrize("chosen", LENSES, ids=lambda each: each.id)
def test_a_case_that_says_little_is_told_all_the_same(change: Callable[[dict[str, Any]], None], chosen: Any) -> None:
    f = forecast(varied(SALE, change), 256)
    for step, _ in STEPS:
        assert through(chosen, f, step, narrative(f, step)).sentences
    assert chosen.overview(f).sections


def test_without_a_lens_the_pitch_is_what_it_was() -> None:
    f = forecast(bundled(SALE), 256)
    base = narrative(f, "ask")
    assert through(lens(""), f, "ask", base) is base
    assert lens("treasurer") is None


@pytest.mark.parametrize("chosen", [each.id for each in LENSES])
def test_a_warning_of_the_pitch_is_kept_by_every_lens(chosen: str) -> None:
    dear = bundled(SALE).what_if({"design_cost": 2_000_000})
    f = forecast(dear, 512)
    for step, _ in STEPS:
        base = narrative(f, step)
        seen = [str(each) for each in through(lens(chosen), f, step, base).sentences]
        assert [str(each) for each in base.sentences if each.stays and str(each) not in seen] == []
        assert any("does not pay" in each for each in seen)


def test_cash_is_told_apart() -> None:
    assert "is cash" in told(bundled(SALE), "cfo", "opportunity")
    assert "Nothing of the" in told(bundled(DESK), "cfo", "opportunity")
    assert "the rest is cost avoided or freed time" in told(bundled("line-supervisors"), "cfo", "opportunity")
    nothing = forecast(bundled(SALE).what_if({"effect_achieved": 0.0}), 256)
    assert "Nothing is claimed" in str(lens_cfo.in_cash(nothing))


def test_hours_away_are_those_of_the_case() -> None:
    f = forecast(bundled(SALE), 256)
    assert [month for month, _, _ in away(f)] == [2, 4]
    assert sum(one for _, one, _ in away(f)) == pytest.approx(f["hours_of_learners_total"].likely) == 34 * 24
    assert sum(other for _, _, other in away(f)) == pytest.approx(f["hours_of_managers_total"].likely) == 34 * 9
    found = busiest(f)
    assert found is not None
    assert found[0] == 2
    assert found[1] == pytest.approx(17 * 33)
    assert len(roll_out(f).rows) == 2
    later = forecast(bundled(SALE).what_if({"start_delay": 3}), 256)
    assert [month for month, _, _ in away(later)] == [5, 7]
    assert "May 2027" in str(lens_manager.when(later))
    never = forecast(bundled(SALE).what_if({"start_delay": 60}), 256)
    assert busiest(never) is None
    assert away(never) == ()


def test_capacity_is_freed_only_where_a_metric_frees_it() -> None:
    assert lens_coo.freed(forecast(bundled(SALE), 128)) == ()
    f = forecast(bundled(DESK), 128)
    (name,) = lens_coo.freed(f)
    assert name == "handling_time.hours_saved_total"
    assert numbers.plain(f[name].likely, 3) in str(lens_coo.frees(f))

    def unowned(data: dict[str, Any]) -> None:
        next(iter(data["opportunity"]["metrics"].values())).pop("becomes")

    assert "nobody has said yet" in str(lens_coo.frees(forecast(varied(DESK, unowned), 128)))


def test_people_who_stay_are_claimed_only_where_a_metric_says_so() -> None:
    assert "It claims nothing for people who stay" in str(lens_hr.stay(forecast(bundled(SALE), 128)))
    f = forecast(bundled("line-supervisors"), 128)
    assert "It keeps" in str(lens_hr.stay(f))
