"""Stories in the drawer and on the page: best beside worst, a live number, who checked it and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from ldcase.case.document_evidence import Story, Unrealised
from ldcase.evidence.stories import on_page, unrealised_value
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import Checked

Opened = Callable[..., PitchState]


def drawer(state: PitchState) -> str:
    return Checked(str(state.view().slots["drawer"])).text


def stories(state: PitchState) -> tuple[Story, ...]:
    assert state.open is not None
    return state.open.case.document.evidence.stories


@pytest.fixture
def sale(pitch: Opened) -> PitchState:
    state = pitch("closing-the-sale")
    state.act("stories", "")
    return state


def test_best_and_worst_stand_side_by_side_beside_what_is_usual(sale: PitchState) -> None:
    text = drawer(sale).split("side by side")[1]
    assert text.index("the best case") < text.index("the worst case") < text.index("a usual case")
    assert "In the case stands use at work: 70 %" in " ".join(text.split())
    assert "beside the case and not added to it" in text


def test_the_number_beside_a_story_is_live(sale: PitchState) -> None:
    sale.lever("transfer_share", 0.5, resting=True)
    assert "In the case stands use at work: 50 %" in " ".join(drawer(sale).split())


def test_one_story_is_on_the_pitch_page_and_another_can_take_its_place(sale: PitchState) -> None:
    sale.act("step", "evidence")
    assert str(sale.view().slots["below"]).count("<blockquote>") == 1
    assert "The question that was never asked" in str(sale.view().slots["below"])
    sale.act("stories.page", "1")
    assert [story.on_page for story in stories(sale)].count(True) == 1
    below = str(sale.view().slots["below"])
    assert below.count("<blockquote>") == 1
    assert "Nine weeks, then a date" in below


def test_a_story_is_added_written_and_removed(sale: PitchState) -> None:
    number = len(stories(sale))
    sale.act("stories.add")
    assert "not checked yet" in drawer(sale)
    for key, text in (
        ("title", "A <b>dated</b> decision"),
        ("text", "It was asked for."),
        ("kind", "best"),
        ("figure", "win_rate.gap"),
        ("checked_by", "Finance"),
        ("review_by", "2026-12-31"),
        ("share_target", "40 %"),
    ):
        sale.act("stories.write", text, f"{number}.{key}")
    written = stories(sale)[number]
    assert (written.title, written.kind, written.review_by) == ("A <b>dated</b> decision", "best", date(2026, 12, 31))
    assert written.unrealised is not None
    assert written.unrealised.share_target == 0.4
    assert "was to be checked again by 31 December 2026" in drawer(sale)  # the page's day is in January 2027
    assert "past its day" in drawer(sale)
    assert "<b>dated</b>" not in str(sale.view().slots["drawer"])
    sale.act("stories.remove", str(number))
    assert len(stories(sale)) == number


def test_a_date_that_is_none_is_refused_and_the_story_stays(sale: PitchState) -> None:
    sale.act("stories.write", "next spring", "0.review_by")
    assert "cannot be read" in drawer(sale)
    assert stories(sale)[0].review_by == date(2027, 6, 30)
    sale.act("stories.write", "many", "1.people")
    assert "not a number" in drawer(sale)
    sale.act("stories.write", "140", "1.share_now")
    assert stories(sale)[1].unrealised == Unrealised(
        value_per_success=46000, people=34, share_now=0.33, share_target=0.5
    )


def test_who_is_on_the_page_and_what_more_successes_are_worth() -> None:
    checked, marked, plain = Story(checked_by="HR"), Story(on_page=True), Story()
    assert on_page((plain, checked, marked)) is marked
    assert on_page((plain, checked)) is checked
    assert on_page((plain,)) is None
    assert unrealised_value(Unrealised(value_per_success=1000, people=40, share_now=0.2, share_target=0.5)) == 12000
    assert unrealised_value(Unrealised(value_per_success=1000, people=40, share_now=0.5, share_target=0.5)) is None
    assert unrealised_value(Unrealised(people=40)) is None
