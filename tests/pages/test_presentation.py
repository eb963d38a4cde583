"""Presentation view and speaker notes as state: builds, the line beneath, replay, notes as recorded edits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.pages.pitch_state import PitchState
from ldcase.pages.presentation import Replay, beside, builds, last_change
from ldcase.pages.speaker_notes import NotesState
from ldcase.store import Workspace
from ldcase.store.desk import Desk
from ldcase.words.deck_notes import LIKELY
from tests.pages.conftest import MOMENT
from tests.sample_cases import modules

Opened = Callable[..., PitchState]
CASES = ("closing-the-sale", "line-supervisors", "not-a-training-problem", "ramp-up")
STEPS = ("opportunity", "idea", "evidence", "ask")


def notes_of(data: Path, case: str) -> NotesState:
    workspace = Workspace.open(f"sqlite:///{data}/local/workspace.db", clock=lambda: MOMENT, patience=0.1)
    state = NotesState(Desk(workspace, modules(), data), lambda: MOMENT)
    state.choose(case)
    return state


def strip(state: PitchState) -> str:
    return state.view().slots["bottom_line"]


@pytest.mark.parametrize(
    ("places", "has_levers", "expected"),
    [
        (("hero", "second", "third"), True, ("sentence", "chart", "second", "levers")),
        (("hero",), True, ("sentence", "chart", "levers")),
        (("hero", "second"), False, ("sentence", "chart", "second")),
        ((), False, ("sentence",)),
    ],
)
def test_a_step_shows_what_it_has_one_after_the_other(
    places: tuple[str, ...], has_levers: bool, expected: tuple[str, ...]
) -> None:
    assert builds(places, has_levers) == expected


@pytest.mark.parametrize("case", CASES)
def test_every_step_builds_up_to_the_chart_its_levers_move(pitch: Opened, case: str) -> None:
    state = pitch(case)
    for step in STEPS:
        state.act("step", step)
        view = state.view().to_message()
        assert view["builds"] == ["sentence", "chart", "second", "levers"]
        assert view["beside"] in ("hero", "second")
    state.act("cases")
    assert state.view().builds == ()


def test_the_chart_of_the_levers_is_found_wherever_it_stands(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("step", "evidence")
    state.view()
    drawings = state._sent.drawings
    assert beside("evidence", drawings) == "second"
    first = tuple((drawing, {"hero": "second", "second": "hero"}.get(place, place)) for drawing, place in drawings)
    assert beside("evidence", first) == "hero"


def test_a_replay_goes_from_before_to_after_by_what_the_model_says_and_records_nothing(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert state.open is not None
    before = strip(state)
    state.lever("win_rate.margin", 0.45, True)
    margin = state.now.case.assumptions["win_rate.margin"].likely
    after, recorded = strip(state), len(state.open.log.changes())
    seen = []
    for share in (0.0, 0.25, 0.5, 0.75):
        state.replay(share)
        seen.append(state.now.case.assumptions["win_rate.margin"].likely)
        direct = state.base.with_case(state.now.case)
        assert state.now.summary == direct.summary
    assert seen == sorted(seen)
    assert len(set(seen)) == len(seen)
    state.replay(0)
    assert strip(state).split("Since")[0] == before.split("Since")[0]
    state.replay(1)
    assert state.now.case is state.open.case
    assert state.now.case.assumptions["win_rate.margin"].likely == margin
    assert strip(state) == after
    assert len(state.open.log.changes()) == recorded


@pytest.mark.parametrize("turn", ["undo", "base"])
def test_what_was_taken_back_is_replayed_too(pitch: Opened, turn: str) -> None:
    state = pitch("closing-the-sale")
    state.lever("win_rate.margin", 0.45, True)
    moved = state.now.summary.net_likely
    state.act(turn)
    back = state.now.summary.net_likely
    state.replay(0)
    assert state.now.summary.net_likely == moved
    state.replay(0.5)
    assert min(back, moved) < state.now.summary.net_likely < max(back, moved)
    state.replay(1)
    assert state.now.summary.net_likely == back


def test_a_month_of_the_plan_moves_by_whole_months(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert state.open is not None
    start = state.open.case.plan["cohort_2.start"]
    state.lever("cohort_2.start", start + 5, True)
    replay = Replay.of(state.open)
    assert replay is not None
    on_the_way = [replay.at(share / 10).plan["cohort_2.start"] for share in range(11)]
    assert on_the_way == sorted(on_the_way)
    assert on_the_way[0] == start
    assert on_the_way[-1] == start + 5
    assert all(month.is_integer() for month in on_the_way)


def test_anything_else_ends_a_replay_on_the_recorded_case(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.lever("win_rate.margin", 0.45, True)
    after = strip(state)
    state.replay(0.3)
    state.act("step", "ask")
    assert strip(state) == after
    state.replay(0.3)
    state.lever("win_rate.margin", 0.4, True)
    assert state.open is not None
    assert state.now.case is state.open.case


def test_without_a_change_a_replay_shows_the_case_as_it_is(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert state.open is not None
    before = strip(state)
    state.replay(0.5)
    assert state.now.case is state.open.case
    state.replay(float("nan"))
    assert strip(state) == before


def test_the_line_beneath_says_sample_data_and_the_last_change_of_a_figure(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    assert "sample data" in state.view().slots["talk"]
    assert "Last change" not in state.view().slots["talk"]
    state.lever("win_rate.margin", 0.45, True)
    told = state.view().slots["talk"]
    assert "Last change: " in told
    assert "(" not in told, "the range stays in the list of changes"
    assert state.open is not None
    state.open.edit("notes.idea", "Breathe.", who="pitch")
    state.open.edit("opportunity.statement", "do better", who="pitch")
    change = last_change(state.open)
    assert change is not None
    assert change.path.startswith("opportunity.metrics.win_rate")
    state.act("base")
    assert "back to what the file says" in state.view().slots["talk"]


@pytest.mark.parametrize("case", CASES)
def test_the_notes_say_what_to_say_what_may_be_said_and_what_comes_next(data: Path, case: str) -> None:
    notes = notes_of(data, case)
    for step in STEPS:
        notes.act("step", step)
        view = notes.view()
        assert view.layout == "notes"
        assert view.levers == ()
        assert view.charts == ()
        assert view.builds == ()
        assert view.slots["headline"]
        assert "<textarea" in view.slots["prose"]
        assert view.slots["below"].count('class="objection"') == len(LIKELY[step])
    assert "last step" in view.slots["below"]


def test_notes_are_recorded_edits_of_the_case_and_survive_a_reload(data: Path, pitch: Opened) -> None:
    notes = notes_of(data, "closing-the-sale")
    figures = strip(notes)
    notes.act("note", "Ask <b>them</b> & wait", "idea")
    assert notes.open is not None
    assert notes.open.case.document.notes.idea == "Ask <b>them</b> & wait"
    assert notes.open.log.changes()[-1].path == "notes.idea"
    notes.act("step", "idea")
    assert "Ask &lt;b&gt;them&lt;/b&gt; &amp; wait" in notes.view().slots["prose"]
    assert strip(notes).split("Since")[0] == figures.split("Since")[0]
    again = pitch("closing-the-sale")
    assert again.open is not None
    assert again.open.case.document.notes.idea == "Ask <b>them</b> & wait"
    again.act("changed")
    drawer = again.view().slots["drawer"]
    assert "Idea: the speaker’s notes" in drawer
    notes.act("note", "  ", "idea")
    assert notes.open.case.document.notes.idea == ""
    count = len(notes.open.log.changes())
    notes.act("note", "nowhere", "cohorts")
    assert len(notes.open.log.changes()) == count


def test_the_notes_follow_what_the_presentation_changed(data: Path, pitch: Opened) -> None:
    notes, shown = notes_of(data, "closing-the-sale"), pitch("closing-the-sale")
    shown.lever("win_rate.margin", 0.45, True)
    assert strip(notes) != strip(shown)
    notes.act("refresh")
    assert strip(notes) == strip(shown)
