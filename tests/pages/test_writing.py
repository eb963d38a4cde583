"""The pitch in own words: the box holds what is typed, the page shows how it will read, an edit can be undone."""

from __future__ import annotations

import html as plain
from collections.abc import Callable

from ldcase.language import speaking
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import ATTACK, Checked

Opened = Callable[..., PitchState]


def slot(state: PitchState, name: str) -> str:
    return str(state.view().slots[name])


def text(state: PitchState, name: str = "prose") -> str:
    return Checked(slot(state, name)).text


def words_in_file(state: PitchState) -> dict[str, str]:
    assert state.open is not None
    return dict(state.open.case.document.opportunity.narrative)


def test_a_sentence_is_said_otherwise_and_taken_back(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    before = text(state)
    assert slot(state, "writing") == ""
    state.act("words", "skill")
    assert "{able_share|percent|benefit}" in plain.unescape(slot(state, "writing"))
    state.act("words.text", "Of this, {gap_cost_able|money|benefit} is ours to win.")
    assert "Of this, 98\N{NO-BREAK SPACE}k is ours to win." in text(state)
    assert words_in_file(state) == {}  # nothing is recorded yet
    state.act("words.save", "Of this, {gap_cost_able|money|benefit} is ours to win.")
    assert slot(state, "writing") == ""
    assert words_in_file(state) == {"skill": "Of this, {gap_cost_able|money|benefit} is ours to win."}
    state.lever("able_share", 0.6, True)
    assert "Of this, 120\N{NO-BREAK SPACE}k is ours to win." in text(state)
    state.act("undo")
    state.act("undo")
    assert text(state) == before
    state.act("redo")
    assert "is ours to win" in text(state)
    state.act("words", "skill")
    state.act("words.back")
    assert text(state) == before
    assert state.open is not None
    assert "narrative" not in state.open.case.to_yaml()


def test_an_unknown_figure_is_told_and_nothing_is_lost(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("words", "skill")
    typed = "It is {nonsense|money}, {gap_cost_abel|money}."
    state.act("words.save", typed)
    assert words_in_file(state) == {}
    shown = Checked(slot(state, "writing")).text
    assert typed in shown
    assert "The case has no figure of this name." in shown
    assert "Did you mean {gap_cost_able}?" in shown
    state.act("words.save", "It is {gap_cost_able|money}.")
    assert words_in_file(state) == {"skill": "It is {gap_cost_able|money}."}


def test_the_headline_and_a_sentence_of_one_s_own(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("words", "statement")
    state.act("words.save", "win {extra_deals_total|count} more deals than last year")
    assert text(state, "headline").startswith("“I see an opportunity to win 40 more deals than last year.”")
    state.act("words", "also")
    state.act("words.save", "We have done this before.")
    assert text(state).strip().endswith("We have done this before.")
    assert state.open is not None
    assert state.open.applied == 2
    assert state.open.case.document.opportunity.narrative == {"also": "We have done this before."}


def test_saying_the_same_or_nothing_records_nothing_or_takes_it_back(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert state.open is not None
    state.act("words", "gap_win_rate")
    state.act("words.save", state._writing.draft.text if state._writing.draft is not None else "")
    assert state.open.applied == 0
    state.act("words", "meaning")
    state.act("words.save", "Mine.")
    state.act("words", "skill")
    state.act("words.save", "Mine too.")
    state.act("words", "skill")
    state.act("words.save", "   ")
    assert words_in_file(state) == {"meaning": "Mine."}


def test_what_the_workbook_has_to_warn_of_has_no_pencil(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert 'data-value="skill"' in slot(state, "prose")
    state.lever("able_share", 0.1, True)
    assert 'data-value="skill"' not in slot(state, "prose")
    assert 'data-value="statement"' not in slot(state, "headline")
    state.act("step", "ask")
    state.act("words", "verdict")
    assert slot(state, "writing") == ""


def test_figures_are_found_by_their_title(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("words", "skill")
    state.act("words.find", "paid back")
    assert 'data-insert="{payback}"' in slot(state, "writing")
    state.act("words.find", "no such thing at all")
    assert "data-insert" not in slot(state, "writing")
    with speaking("de"):
        state.act("words.find", "bezahlt")
        assert 'data-insert="{payback}"' in slot(state, "writing")


def test_what_is_written_is_data(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("words", "skill")
    state.act("words.text", f"{ATTACK} {{{ATTACK}}}")
    for name in ("writing", "prose"):
        read = Checked(slot(state, name))
        assert "img" not in read.tags
        assert ATTACK in read.text
    state.act("words.find", ATTACK)
    assert "img" not in Checked(slot(state, "writing")).tags
    state.act("words.save", f"{ATTACK}")
    read = Checked(slot(state, "prose"))
    assert "img" not in read.tags
    assert ATTACK in read.text
    state.act("changed", "base")
    read = Checked(slot(state, "drawer"))
    assert "img" not in read.tags
    assert "Opportunity: the words of “how much is skill”" in read.text


def test_another_step_or_case_ends_the_writing(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("words", "skill")
    state.act("step", "idea")
    assert slot(state, "writing") == ""
    state.act("words", "people")
    state.act("words.cancel")
    assert slot(state, "writing") == ""
