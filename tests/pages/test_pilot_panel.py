"""The panel of the pilot: what is typed moves its worth and its gates, what is taken stands in the ask."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest

from ldcase.pages.pitch_state import PitchState
from ldcase.pilot.observed import measure
from ldcase.words.pilot import in_the_ask
from tests.pages.test_content import Checked, put
from tests.sample_cases import BUNDLED, document

CASE = "line-supervisors"
CLOSE = "schweissnaehte"
Opened = Callable[..., PitchState]


def text(state: PitchState) -> str:
    return re.sub(r"\s+", " ", Checked(str(state.view().slots["drawer"])).text)


def charts(state: PitchState) -> dict[str, object]:
    view = state.view().to_message()
    return {chart["id"]: chart for chart in view["panel"]}  # type: ignore[attr-defined]


@pytest.fixture
def panel(pitch: Opened) -> PitchState:
    state = pitch(CASE)
    state.act("pilot")
    return state


def type_(state: PitchState, name: str, value: str) -> None:
    state.act("pilot.set", value, name)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_pilot_says_what_it_can_tell_and_whether_to_buy_it(pitch: Opened, name: str) -> None:
    state = pitch(name)
    state.act("pilot")
    said = text(state)
    assert "from chance" in said
    assert "you expect" in said
    assert ("This pilot is worth its price." in said) == (name == CASE)
    assert ("This pilot is not worth its price: decide now." in said) == (name != CASE)
    # In one case a result could change the decision, and is still worth less than it costs to learn it.
    assert ("No result that can be expected would change the decision" in said) == (name not in (CASE, CLOSE))
    assert {"pilot_worth", "gates"} <= set(charts(state))
    for step in ("idea", "ask"):
        state.act("close")
        state.act("step", step)
        assert 'data-act="pilot"' in state.view().slots["below"]


def test_more_teams_tell_smaller_effects_and_keep_the_part_that_is_trained(panel: PitchState) -> None:
    before = text(panel)
    assert "100 people, 34 of them trained, can tell an effect of 5.7 pieces" in before
    type_(panel, "teams", "50")
    assert "50 people, 17 of them trained, can tell an effect of 8.1 pieces" in text(panel)
    type_(panel, "teams", "100")
    assert text(panel) == before


@pytest.mark.parametrize(
    ("name", "typed", "wanted", "unit"),
    [
        ("cost.fixed", "40 k", "not worth its price", 40_000),
        ("likeness", "30", "", 0.3),
        ("kept.low", "60", "", 0.6),
        ("spread.high", "180,5", "", 180.5),
        ("steadiness", "10 %", "", 0.1),
        ("months", "5", "", 5),
    ],
)
def test_a_figure_that_is_typed_is_recorded_in_its_unit(
    panel: PitchState, name: str, typed: str, wanted: str, unit: float
) -> None:
    before = text(panel)
    type_(panel, name, typed)
    assert wanted in text(panel)
    assert text(panel) != before or name == "likeness"  # one supervisor a line: likeness of one person is nothing
    assert panel.open is not None
    pilot = panel.open.case.document.idea.pilot
    assert pilot is not None
    key, _, part = name.partition(".")
    entry = getattr(pilot, key)
    if part:
        entry = getattr(entry, part)
    found = entry if isinstance(entry, int | float) else entry.value
    assert found == unit
    panel.act("undo")
    assert text(panel) == before


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("teams", "many", "not a number"),
        ("teams", "1", "from 2 to"),
        ("teams", "7.5", "whole number"),
        ("trained", "100", "from 1 to 99"),
        ("likeness", "120", "If you mean"),
        ("spread.low", "900", "lower one first"),
        ("months", "0", "from 1"),
    ],
)
def test_what_is_impossible_is_refused_and_nothing_changes(panel: PitchState, name: str, typed: str, why: str) -> None:
    assert panel.open is not None
    before = panel.open.case
    type_(panel, name, typed)
    assert why in text(panel)
    assert panel.open.case.data == before.data


def test_gates_that_are_taken_stand_in_the_pilot_and_in_the_ask_and_are_not_taken_twice(panel: PitchState) -> None:
    assert panel.open is not None
    count = len(panel.open.case.document.ask.gates)
    panel.act("pilot.gates")
    assert "still being worked out" in text(panel)
    panel.act("pilot.gates")
    case = panel.open.case
    gates = case.document.idea.pilot.gates if case.document.idea.pilot else None
    assert gates is not None
    assert gates.go is not None
    assert gates.stop is not None
    assert gates.stop < gates.go
    assert gates.unit == measure(case, "lines").unit
    assert str(gates.set_on) == "2027-01-04"
    measured, go, stop = in_the_ask(gates.go, gates.stop, measure(case, "lines"))
    (written,) = [gate for gate in case.document.ask.gates if gate.measure == measured]
    assert (written.go, written.stop, written.when) == (go, stop, "End of month 7")
    assert len(case.document.ask.gates) == count + 1
    assert "Written down on 4 January 2027" in text(panel)
    assert "Take these gates" not in text(panel)
    type_(panel, "teams", "40")
    panel.act("pilot.gates")
    assert "still being worked out" in text(panel)
    assert "would be suggested" in text(panel)
    panel.act("pilot.gates")
    assert len(panel.open.case.document.ask.gates) == count + 1
    panel.act("close")
    panel.act("step", "idea")
    assert "it is adapted" in Checked(str(panel.view().slots["below"])).text
    panel.act("step", "ask")
    (now,) = [gate for gate in panel.open.case.document.ask.gates if gate.measure == measured]
    assert now.go != go
    assert now.go in Checked(str(panel.view().slots["below"])).text


def test_gates_do_not_follow_a_result_that_is_known(panel: PitchState) -> None:
    assert panel.open is not None
    assert "Take these gates" in text(panel)
    known = {"metric": "lines", "estimate": 6.0, "standard_error": 2.0}
    panel.open.edit("idea.pilot.results", known, who="test")
    panel.act("pilot.gates")
    assert "gates that are written now would follow it" in text(panel)
    pilot = panel.open.case.document.idea.pilot
    assert pilot is not None
    assert pilot.gates is None


def test_a_case_without_a_pilot_is_asked_for_one(pitch: Opened, data: Path) -> None:
    without = document(CASE)
    del without["idea"]["pilot"]
    put(data, "without", without)
    state = pitch("without")
    assert state.open is not None
    state.act("pilot")
    assert "Still needed to work it out: how many months it lasts, how many teams take part" in text(state)
    assert "how people differ" in text(state)
    state.act("pilot.choose", "whole teams", "design")
    for name, value in (("months", "6"), ("teams", "10"), ("team_size", "8")):
        type_(state, name, value)
    assert "Still needed to work it out: how people differ" in text(state)
    state.act("pilot.spread")
    said = text(state)
    assert "10 teams of 8, 5 of them trained, can tell an effect of" in said
    assert "Nobody has said this; the workbook assumes it." in said
    type_(state, "cost.team", "100")
    type_(state, "likeness", "5")
    assert state.open.case.document.idea.pilot is not None
    assert state.open.case.ready


def test_choices_from_outside_the_lists_are_let_go(panel: PitchState) -> None:
    before = text(panel)
    for value, name in (("trial", "design"), ("me", "chosen_by"), ("leavers", "metric"), ("x", "months")):
        panel.act("pilot.choose", value, name)
    assert text(panel) == before
    panel.act("pilot.choose", "managers", "chosen_by")
    assert "People put forward by managers are not like the others" in text(panel)


def test_the_page_stays_awake_while_a_pilot_is_worked_out(pitch: Opened) -> None:
    later: Queue[Callable[[], None]] = Queue()
    state = pitch(CASE)
    state.work._soon = later.put  # the page's own thread, to be run here
    state.act("pilot")
    assert "Working it out" in text(state)
    assert "from chance" not in text(state)
    while "from chance" not in text(state):
        later.get(timeout=20)()
    assert "Working" not in text(state)
