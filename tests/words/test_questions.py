"""The twenty questions are answered from the numbers, follow them, and say what the case does not know."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.case.options import option_cases
from ldcase.forecast import forecast
from ldcase.forecast.options import options
from ldcase.words import numbers
from ldcase.words.question import Asked, Kept, Reply
from ldcase.words.questions import ANSWERS, QUESTIONS, figures, matching, question, reply
from ldcase.words.sentence import Number
from tests.sample_cases import BUNDLED, bare, bundled, varied, with_two_metrics

SALE = "closing-the-sale"


def asked(case: Case, draws: int = 512) -> Asked:
    f = forecast(case, draws)
    return Asked(f, f, f, "14:02")


def written(given: Reply) -> str:
    listed = given.listed
    cells = [str(getattr(cell, "text", cell)) for row in (listed.rows if listed else ()) for cell in row]
    parts = (given.figure.text, given.beside, *map(str, given.told), given.weak, *cells)
    return " ".join(part.strip() for part in parts if part.strip())


def named(given: Reply) -> list[str]:
    pieces = [piece for each in given.told for piece in each.pieces]
    cells = [cell for row in (given.listed.rows if given.listed else ()) for cell in row]
    return [each.name for each in (given.figure, *pieces, *cells) if isinstance(each, Number) and each.name]


def test_there_are_twenty_and_each_has_its_answer() -> None:
    assert len(QUESTIONS) == 20
    assert [each.id for each in QUESTIONS] == list(ANSWERS)
    assert question("cost") is QUESTIONS[0]
    assert question("weather") is None
    with pytest.raises(KeyError):
        reply("weather", asked(bundled(SALE)))


@pytest.mark.parametrize("name", BUNDLED)
def test_every_question_has_an_honest_answer_in_every_case(name: str) -> None:
    at = asked(bundled(name))
    for each in QUESTIONS:
        given = reply(each.id, at)
        text = written(given)
        assert given.told, each.id
        assert given.figure.text
        assert not re.search(r"\bNone\b|\bnan\b|\binf\b|\{|  ", text), (each.id, text)
        assert all(str(sentence).strip().endswith((".", ":", "!", "?", "”")) for sentence in given.told), (
            each.id,
            text,
        )
        assert set(named(given)) <= set(at.now.names)


@pytest.mark.parametrize("change", [bare, with_two_metrics])
def test_a_case_that_says_little_is_answered_all_the_same(change: Callable[[dict[str, Any]], None]) -> None:
    at = asked(varied(SALE, change))
    for each in QUESTIONS:
        assert reply(each.id, at).told


def test_what_ifs_are_forecasts_of_the_case_with_that_change() -> None:
    at = asked(bundled(SALE))
    f, case = at.now, at.now.case
    changes = {
        "half_use": {"transfer_share": 0.5},
        "later": {"start_delay": 3.0},
        "half_effect": {"effect_achieved": 0.5},
    }
    for name, values in changes.items():
        given = reply(name, at)
        after = f.with_case(case.what_if(dict(values)))
        assert given.figure.text == numbers.money(after["net_benefit"].likely)
        assert given.trial is not None
        assert given.trial.values == values
        assert given.trial.after["net_benefit"].likely == pytest.approx(after["net_benefit"].likely)
    few = asked(case.what_if({"transfer_share": 0.4}))
    assert reply("half_use", few).trial.values == {"transfer_share": 0.2}  # type: ignore[union-attr]
    later = asked(case.what_if({"start_delay": 2}))
    assert reply("later", later).trial.values == {"start_delay": 5.0}  # type: ignore[union-attr]
    dear = asked(case.what_if({"design_cost": 500_000}))
    assert reply("half_effect", dear).weak
    assert not reply("later", at).weak


def test_the_cheapest_version_is_that_of_the_options() -> None:
    at = asked(bundled(SALE))
    given = reply("cheapest", at)
    best = next(each for each in options(at.now).options if each.name == "Peer advice only")
    version = next(each for each in option_cases(at.now.case) if each.name == best.name)
    assert given.figure.text == numbers.money(best.likely_cost)
    assert given.trial is not None
    assert given.trial.cost == version.cost
    assert set(given.trial.values) == {"win_rate.closed_share"}

    def alone(data: dict[str, Any]) -> None:
        data["idea"]["options"] = []

    without = reply("cheapest", asked(varied(SALE, alone)))
    assert without.trial is None
    assert without.weak


def test_answers_follow_the_numbers() -> None:
    at = asked(bundled(SALE))
    f = at.now
    assert reply("cost", at).figure == Number("cost", numbers.money(f["cost"].likely), "gap")
    assert reply("worst", at).figure.text == numbers.money(f["net_benefit"].quantile(0.05))
    top = f.tornado()[0]
    assert reply("matters", at).figure == Number(top.name, numbers.money(top.swing))
    assert reply("nothing", at).figure.text == numbers.money(f["gap_cost"].likely)


def test_what_changed_is_told_since_the_last_snapshot_else_the_file_else_since_it_was_opened() -> None:
    f = asked(bundled(SALE)).now
    moved = f.with_case(f.case.what_if({"able_share": 0.4}))
    further = moved.with_case(moved.case.what_if({"transfer_share": 0.5}))
    lost = numbers.signed_money(moved["net_benefit"].likely - f["net_benefit"].likely, 3)

    kept = Kept(moved.case, "For the board", "15 Jan 2027, 14:02", "snapshot.3")
    since_kept = reply("changed", Asked(further, f, f, "09:00", kept=kept))
    assert since_kept.figure.text == numbers.signed_money(
        further["net_benefit"].likely - moved["net_benefit"].likely, 3
    )
    assert str(since_kept.told[0]).startswith("Since “For the board”, kept on 15 Jan 2027, 14:02,")
    assert since_kept.part == "snapshot.3"
    assert since_kept.listed is not None
    assert [row[0].name for row in since_kept.listed.rows if isinstance(row[0], Number)] == ["transfer_share"]
    nothing = reply("changed", Asked(moved, f, f, "09:00", kept=kept))
    assert nothing.figure.text == numbers.signed_money(0)
    assert str(nothing.told[0]).startswith("Nothing since “For the board”, kept on 15 Jan 2027, 14:02:")

    file = reply("changed", Asked(moved, f, moved, "09:00"))
    assert (file.figure.text, file.part) == (lost, "base")
    assert str(file.told[0]).startswith("Against the file")
    both = reply("changed", Asked(further, f, moved, "09:00"))
    assert both.told[0] == reply("changed", Asked(further, f, further, "09:00")).told[0], "the file, not the opening"
    opened = reply("changed", Asked(moved, moved, f, "09:00"))
    assert (opened.figure.text, opened.part) == (lost, "opened")
    assert str(opened.told[0]).startswith("Since 09:00")
    assert str(reply("changed", Asked(f, f, f, "09:00")).told[0]).startswith("Nothing: every figure is what the file")


@pytest.mark.parametrize(
    ("name", "change", "path"),
    [
        (
            "owner",
            lambda data: data["opportunity"]["metrics"]["win_rate"].pop("owner"),
            "opportunity.metrics.win_rate.owner",
        ),
        ("today", lambda data: data["ask"].pop("sponsor"), "ask.sponsor"),
        ("today", lambda data: data["ask"].pop("decide_by"), "ask.decide_by"),
        ("stop", lambda data: data["ask"].pop("gates"), "ask.gates"),
        ("worked", lambda data: data["ask"].pop("gates"), "ask.gates"),
        ("left_out", lambda data: data["opportunity"].pop("intangibles"), "opportunity.intangibles"),
    ],
)
def test_what_the_case_does_not_say_is_named_and_can_be_told(
    name: str, change: Callable[[dict[str, Any]], object], path: str
) -> None:
    assert not reply(name, asked(bundled(SALE))).wanted
    given = reply(name, asked(varied(SALE, change)))
    assert path in [each.path for each in given.wanted]
    assert given.weak or name == "left_out"


def test_what_is_typed_finds_its_question_or_its_figures() -> None:
    assert matching("what is the price")[0].id == "cost"
    assert matching("cash")[0].id == "cash"
    assert matching("delay")[0].id == "later"
    assert matching("What would make us stop?")[0].id == "stop"
    assert matching("") == QUESTIONS
    assert matching("zebra") == ()
    f = forecast(bundled(SALE), 64)
    assert figures("trained people leaving", f)[0] == "learner_leaver_rate"
    assert figures("margin", f)
    assert figures("", f) == figures("zebra", f) == ()
