"""Lenses: the same figures told to somebody, chosen in the frame, kept while one walks the steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.pages.lenses import HEROES, LEVERS, next_lens
from ldcase.pages.pitch_state import PitchState
from ldcase.words.lens import LENSES
from ldcase.words.pitch import STEPS
from tests.pages.test_content import ATTACK, Checked, poisoned, put
from tests.sample_cases import BUNDLED, document

CASE = "closing-the-sale"
IDS = [each.id for each in LENSES]
Opened = Callable[..., PitchState]


def text(state: PitchState, slot: str) -> str:
    return Checked(str(state.view().slots[slot])).text


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("lens", IDS)
def test_every_lens_tells_every_step_of_every_case(standing: Opened, name: str, lens: str) -> None:
    state = standing(name)
    for step, _ in STEPS:
        state.act("lens", "")
        state.act("step", step)
        plain, net = text(state, "prose"), text(state, "bottom_line")
        state.act("lens", lens)
        told = text(state, "prose")
        assert told != plain
        assert not re.search(r"\bNone\b|\bnan\b|\binf\b|\{", told)
        assert text(state, "headline")
        assert text(state, "bottom_line").split("Paid back")[0] == net.split("Paid back")[0]
        view = state.view()
        assert sorted(str(chart["place"]) for chart in view.charts) == sorted({str(c["place"]) for c in view.charts})
        names = [each["name"] for each in view.levers]
        assert len(set(map(str, names))) == len(names) <= 6
    state.act("lenses", lens)
    panel = Checked(str(state.view().slots["drawer"])).text
    assert "Where it is weak" in panel
    for asked in re.findall(r'data-ask="([^"]+)"', str(state.view().slots["drawer"])):
        assert asked in state.now.names


def test_a_lens_stays_while_one_walks_and_can_be_turned_off(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("lens", "coo")
    state.act("step", "idea")
    assert state.lens == "coo"
    assert "lens=coo" in str(state.view().slots["address"])
    assert 'value="coo" selected' in str(state.view().slots["lens"])
    state.act("lens", "nobody in particular")
    assert state.lens == ""
    order = []
    for _ in range(len(LENSES) + 1):
        state.act("lens", "next")
        order.append(state.lens)
    assert order == [*IDS, ""]
    assert next_lens("manager") == ""


def test_a_lens_shows_another_chart_other_levers_and_another_figure_in_the_strip(pitch: Opened) -> None:
    state = pitch(CASE)
    for (lens, step), hero in HEROES.items():
        state.act("step", step)
        state.act("lens", "")
        plain = {str(chart["id"]) for chart in state.view().charts}
        state.act("lens", lens)
        charts = state.view().charts
        assert next(str(chart["id"]) for chart in charts if chart["place"] == "hero") == hero
        assert len(charts) == len(plain)
    state.act("step", "idea")
    state.act("lens", "manager")
    assert {"learner_hours", "manager_hours"} <= {each["name"] for each in state.view().levers}
    assert set(LEVERS) == set(IDS)
    assert "Each is away" in text(state, "bottom_line")
    assert "Chance it pays back" in text(state, "bottom_line")
    state.act("lens", "")
    assert "Breaks even at" in text(state, "bottom_line")


@pytest.mark.parametrize("lens", IDS)
def test_no_lens_hides_what_is_weak(pitch: Opened, lens: str) -> None:
    state = pitch("not-a-training-problem")
    state.act("lens", lens)
    for step, _ in STEPS:
        state.act("step", step)
        assert "training is not the answer" in (text(state, "headline") + text(state, "prose")).lower()
    dear = pitch(CASE)
    dear.lever("design_cost", 2_000_000, True)
    dear.act("lens", lens)
    for step, _ in STEPS:
        dear.act("step", step)
        assert "does not pay" in text(dear, "prose")


@pytest.mark.parametrize("lens", IDS)
def test_text_of_a_case_is_shown_as_text(pitch: Opened, data: Path, lens: str) -> None:
    put(data, "attack", poisoned(document(CASE)))
    state = pitch("attack")
    state.act("lens", lens)
    told = ""
    for step, _ in STEPS:
        state.act("step", step)
        state.act("lenses", lens)
        view = state.view()
        for slot in ("prose", "drawer", "bottom_line", "lens"):
            read = Checked(str(view.slots[slot]))
            assert "img" not in read.tags
            assert not any(name.startswith("on") for name, _ in read.attributes)
            told += read.text
    assert ATTACK in told
