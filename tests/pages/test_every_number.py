"""Every figure on every page can be asked; what an answer says of its place; what changed, and snapshots."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from ldcase.pages.panels import PANELS
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from ldcase.words.answer import exact
from tests.pages.test_content import Checked
from tests.pages.unasked import read, unasked
from tests.sample_cases import BUNDLED

CASE = "closing-the-sale"
Opened = Callable[..., PitchState]

EXPLAINED_THERE: Mapping[str, str] = {
    "pilot": "what a pilot is worth is worked out in the rows above each other",
    "results": "what was measured, with its file",
    "own_data": "what a file says, row by row",
    "library": "what studies found, with the study and the steps from there to here beside it",
    "ways": "the ways to one effect, each with its sources beneath",
    "grades": "counts of assumptions, and parts of the headline that add up to it",
    "options": "other versions of the case, whose figures are those of that version",
    "questions": "answers that lead to where the figure stands",
}
"""Panels whose figures are no quantities of the case, and what explains them instead."""
REMEDIES = "Each part is a recommendation of its own"
"""Shares of causes that training cannot remove: they are asked in the diagnosis, which the table beside it opens."""
PRACTITIONER = ("Answers", "Stated", "Counted", "Not counted", "ROI of the first year")
"""A view beside the simulation, told in the rows of its own table."""


@pytest.mark.parametrize("name", BUNDLED)
def test_every_figure_of_every_step_and_panel_can_be_asked(pitch: Opened, name: str) -> None:
    state = pitch(name)
    for step in PAGES:
        state.act("step", step)
        for slot, html in state.view().slots.items():
            left = [each for each in unasked(str(html)) if REMEDIES not in each]
            assert not left, (step, slot)
    for panel in PANELS:
        state.act(panel)
        left = unasked(str(state.view().slots["drawer"]))
        if panel == "finance":
            left = [each for each in left if not any(f": {row}" in each for row in PRACTITIONER)]
        assert not left or panel in EXPLAINED_THERE, (panel, left)
        state.act("close")


def test_the_figure_of_the_bottom_line_says_what_the_middle_of_the_fan_is(pitch: Opened) -> None:
    state = pitch(CASE)
    state.ask("net_benefit")
    text, s = Checked(str(state.view().slots["drawer"])).text, state.now.summary
    assert f"above {exact(s.net_p50, 'money')}, the middle" in text
    assert f"the likely case, it is {exact(s.net_likely, 'money')}" in text
    state.ask("able_share")
    assert "the middle" not in Checked(str(state.view().slots["drawer"])).text


def test_a_figure_that_cannot_be_asked_is_found() -> None:
    cell = '<table aria-label="Of it"><tr><td>{}</td><td class="number">12 k</td></tr></table>'
    assert unasked(cell.format("Cost")) == ["Of it: Cost12 k"]
    assert not unasked(cell.format('<button data-ask="cost">Cost</button>'))
    assert unasked('<p>It <span class="n still gap">4 M</span></p>') == ["sentence: 4 M"]


@pytest.mark.parametrize("name", BUNDLED)
def test_every_quantity_answers_with_its_spread_and_its_place(pitch: Opened, name: str) -> None:
    state = pitch(name)
    state.view()
    shown = {step: set(state._lever_names(step)) for step in PAGES}
    for quantity in state.now.names:
        state.act("close")
        state.ask(quantity)
        message = state.update()
        text = read(str(message.html["drawer"])).text()
        figure = state.now[quantity]
        spread = figure.draws.max() > figure.draws.min()
        assert "Where it stands" in text
        if message.panel:
            (drawn,) = message.panel
            assert drawn.spec == ("fan" if figure.monthly else "dots")
            assert ("panel", drawn.spec) in message.tables
        else:
            assert ("It is fixed" in text) or spread, quantity
        html = str(message.html["drawer"])
        if quantity in state.now.case.assumptions:
            on_a_step = any(quantity in names for names in shown.values())
            assert ("data-control" in html) != on_a_step, quantity
            assert ('data-act="to_lever"' in html) == on_a_step, quantity
        using = [each for each in state.now.case.graph.order if quantity in state.now.case.graph.formulas[each].names]
        assert ("It goes into:" in text) == bool(using), quantity


def test_the_way_from_a_figure_to_its_lever(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("step", "idea")
    state.ask("net_benefit")
    drawer = str(state.view().slots["drawer"])
    assert 'data-act="to_lever" data-value="able_share"' in drawer
    state.act("to_lever", "able_share")
    view = state.view()
    assert state.step == "opportunity"
    assert not view.slots["drawer"]
    assert "able_share" in {lever["name"] for lever in view.levers}
    state.act("to_lever", "nothing of the kind")
    assert state.step == "opportunity"


def test_a_table_waits_while_a_lever_moves_and_is_there_when_it_rests(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("step", "ask")
    before = {chart["id"]: chart["table"] for chart in state.view().charts}
    assert len(before) == 3
    state.lever("effect_achieved", 0.5, False)
    assert not [figure for figure in state.update().parts()["figures"].values() if "table" in figure]
    state.lever("effect_achieved", 0.5, True)
    after = {name: figure["table"] for name, figure in state.update().parts()["figures"].items() if "table" in figure}
    assert set(after) == set(before)
    assert all(after[name] != before[name] for name in after)


def drawer(state: PitchState) -> str:
    return read(str(state.view().slots["drawer"])).text()


def test_what_changed_is_told_against_four_earlier_states(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("changed", "last")
    assert "Nothing was recorded yet." in drawer(state)
    state.lever("able_share", 0.6, True)
    state.act("changed.keep", "Before the board", "name")
    state.lever("win_rate.offers", 3.0, True)
    for part, title in {
        "opened": "than at 14:02; “",
        "base": "than in the file; “",
        "last": "lower than before the last change, by “Offers a person a month” alone",
        "snapshot.1": "lower than in “Before the board”, by “Offers a person a month” alone",
    }.items():
        state.act("changed", part)
        (chart,) = state.view().panel
        assert title in str(chart["title"]), part
        data = chart["data"]["bridge"]  # type: ignore[index]
        assert data["start"][1] == 0
        assert data["end"][-1] == pytest.approx(data["end"][-2]), "the steps add up"
        assert str(chart["table"]).count("<tr>") == 1 + len(data["label"])
    state.act("changed.rename", "The first draft", "1")
    assert "“The first draft”" in drawer(state)
    state.act("changed.keep", "The first draft", "name")
    assert "A snapshot needs a name of its own." in drawer(state)
    net = state.now["net_benefit"].likely
    state.act("changed.back", "1")
    assert state.now.case.assumptions["win_rate.offers"].likely == 4
    assert "Nothing: every figure is what it was." in drawer(state)
    state.act("undo")
    assert state.now["net_benefit"].likely == net
    state.act("changed.ask_remove", "1")
    assert "Remove it for good" in drawer(state)
    state.act("changed.leave", "1")
    assert "Remove it for good" not in drawer(state)
    state.act("changed.remove", "1")
    assert "since “The first draft”" not in drawer(state)
    for act in ("back", "remove", "rename", "ask_remove", "nonsense"):
        state.act(f"changed.{act}", "x", "y")
    assert state.now["net_benefit"].likely == net
