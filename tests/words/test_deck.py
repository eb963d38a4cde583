"""What the slides say: in the order of the pitch, honest where it does not pay or training is not the answer."""

from __future__ import annotations

from datetime import date

from ldcase.forecast import forecast
from ldcase.words import numbers
from ldcase.words.deck import FINDINGS, deck
from ldcase.words.deck_appendix import PERIODS
from ldcase.words.slide import Rows, Slide
from tests.exports.slides import edited, of


def slide(slides: tuple[Slide, ...], name: str) -> Slide:
    return next(each for each in slides if each.name == name)


def rows(given: Slide) -> Rows:
    assert given.rows is not None
    return given.rows


def test_the_order_is_that_of_the_pitch() -> None:
    names = [slide.name for slide in deck(of("closing-the-sale"))]
    assert names[:10] == [
        "decision", "opportunity", "causes", "idea", "evidence", "needs", "haircuts", "options", "pilot", "ask",
    ]  # fmt: skip
    assert {"register", "costs", "cash", "sources", "conventions", "objections"} < set(names[10:])


def test_where_training_is_not_the_answer_no_course_is_asked_for() -> None:
    slides = deck(of("not-a-training-problem"))
    assert "no money for a course" in str(slides[0].title)
    assert [slide.name for slide in slides[:7]] == [
        "decision", "opportunity", "causes", "actions", "course", "options", "ask instead",
    ]  # fmt: skip
    actions = slides[3].rows
    assert actions is not None
    assert actions.rows[0][1] == "Head of IT applications"


def test_what_does_not_pay_says_so_first() -> None:
    poor = forecast(of("closing-the-sale").case.what_if({"effect_achieved": 0.05}), draws=512)
    assert "does not pay" in str(deck(poor)[0].title)


def test_every_other_cause_stands_with_its_remedy_and_who_sees_to_it() -> None:
    told = [str(sentence) for sentence in slide(deck(of("closing-the-sale")), "causes").told]
    assert told[0].startswith("Training can claim 50")
    assert "Remedy: Agree standard contract variants that need no review (Head of legal)." in told[1]
    nobody = edited(of("closing-the-sale").case, opportunity__diagnosis__allowed__action=None)
    assert "Nobody acts on it yet" in str(slide(deck(nobody), "causes").told[1])


def test_without_pilot_and_gates_that_is_the_finding() -> None:
    bare = edited(of("closing-the-sale").case, idea__pilot=None, ask__gates=[])
    assert str(slide(deck(bare), "pilot").title) == "No pilot is planned, and no result is agreed that would stop it."
    gated = edited(of("closing-the-sale").case, idea__pilot=None)
    assert "results agreed beforehand decide" in str(slide(deck(gated), "pilot").title)
    assert len(rows(slide(deck(gated), "pilot")).rows) == 3


def test_cash_flow_adds_up_over_every_horizon() -> None:
    for months in (1, 7, 24, 60):
        given = edited(of("closing-the-sale").case, horizon=f"{months} months")
        table = rows(slide(deck(given), "cash"))
        assert table.heads[-1] == str(months)
        assert len(table.heads) <= 1 + PERIODS
        assert table.rows[3][-1] == numbers.money(given["net_benefit"].likely, 3)
    first = rows(slide(deck(of("closing-the-sale")), "cash"))
    monthly = of("closing-the-sale")["total_cost"].median_case[0]
    assert first.rows[1][1] == numbers.money(float(monthly[:3].sum()), 3)
    assert first.rows[1][2] == numbers.money(float(monthly[3:6].sum()), 3)


def test_every_finding_stands_in_the_appendix_with_its_reference() -> None:
    given = of("closing-the-sale")
    stated = given.case.document.evidence.findings
    assert len(stated) > FINDINGS
    table = rows(slide(deck(given), "sources"))
    assert [row[0] for row in table.rows] == [finding.says for finding in stated]
    assert all("doi:" in row[1] or "http" in row[1] for row in table.rows)


def test_what_happens_next_closes_the_ask() -> None:
    step = {"what": "Draw the lot", "owner": "Sales operations", "by": date(2026, 12, 18).isoformat()}
    given = edited(of("closing-the-sale").case, ask__next=[step])
    assert str(slide(deck(given), "ask").told[-1]) == "Next: Draw the lot (Sales operations, 18 Dec 2026)."


def test_own_notes_of_the_speaker_come_first() -> None:
    given = edited(of("closing-the-sale").case, notes__idea="Tell of the Friday swap.")
    assert str(slide(deck(given), "idea").notes[0]) == "Tell of the Friday swap."
