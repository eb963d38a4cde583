"""A page stands where its address says; what a browser sends twice is done once; what others change is brought in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from ldcase.language import LANGUAGES
from ldcase.pages.loading import TEXTS, loading_texts
from ldcase.pages.pitch import Pitch
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.screen import Screen
from ldcase.pages.whereabouts import address, stand

Opened = Callable[..., PitchState]
CASE = "closing-the-sale"
WALKS: dict[str, tuple[tuple[str, str], ...]] = {
    "a step": (("step", "evidence"),),
    "a panel": (("step", "idea"), ("library", "")),
    "a part of a panel": (("changed", "base"),),
    "a lens": (("lens", "cfo"), ("step", "ask")),
    "the cautious view": (("cautious", "on"),),
}


@pytest.mark.parametrize("walk", WALKS)
def test_an_address_leads_back(pitch: Opened, walk: str) -> None:
    state = pitch(CASE)
    for act, value in WALKS[walk]:
        state.act(act, value)
    said = dict(parse_qsl(str(state.view().slots["address"])))
    assert said["case"] == CASE
    again = pitch()
    again.look_through(said.get("lens", ""))
    stand(again, said)
    here, there = state.view().to_message(), again.view().to_message()
    assert there == here


def test_a_question_that_was_open_is_open_again(pitch: Opened) -> None:
    state = pitch(CASE)
    state.ask("net_benefit")
    again = pitch()
    stand(again, dict(parse_qsl(address(state))))
    assert again.view().slots["drawer"] == state.view().slots["drawer"] != ""


def test_an_address_that_leads_nowhere_is_left_out(pitch: Opened) -> None:
    state = pitch()
    stand(state, {"case": CASE, "step": "nowhere", "open": "../etc", "ask": "<b>", "cautious": "perhaps"})
    assert address(state) == f"case={CASE}&step=opportunity"
    stand(state, {"step": "idea"})
    assert state.step == "opportunity"
    home = pitch()
    assert home.view().slots["address"] == address(home) == ""


def test_the_draft_that_is_being_answered_is_in_the_address(pitch: Opened) -> None:
    state = pitch()
    state.act("new")
    assert state.view().slots["address"] == ""
    state.act("begin", "A new one", "title")
    assert state.view().slots["address"] == "case=a-new-one"


def test_what_comes_twice_is_done_once(pitch: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    state = pitch(CASE)
    page = Pitch(state, Screen())
    answers: list[int | None] = []
    monkeypatch.setattr(page.screen, "update", lambda serial=None, **_: answers.append(serial))
    moved: dict[str, Any] = {"type": "lever", "name": "able_share", "value": 0.4, "resting": True, "serial": 1}
    undo: dict[str, Any] = {"type": "act", "act": "undo", "value": None}
    for message in ({**moved, "number": 1}, {**undo, "number": 2}, {**moved, "number": 1}, {**undo, "number": 2}):
        page.heard({**message, "page": "one"})
    assert state.open is not None
    assert [change.kind for change in state.open.log.changes()] == ["edit", "undo"]
    assert answers == [1, None, 1, None]  # each is answered: the browser waits for it
    page.heard({**moved, "page": "another", "number": 1})
    assert state.open.applied == 1


def test_what_others_change_is_brought_in_but_not_under_a_moving_lever(pitch: Opened) -> None:
    one, other = pitch(CASE), pitch(CASE)
    assert not one.look_around()
    other.lever("able_share", 0.3, True)
    one.lever("transfer_share", 0.5, False)
    assert not one.look_around()
    one.lever("transfer_share", 0.5, True)
    assert one.now.case.assumptions["able_share"].likely == 0.3
    other.act("undo")
    assert one.look_around()
    assert not one.look_around()


def test_what_is_said_without_a_kernel_is_said_in_every_language() -> None:
    found = loading_texts()
    assert set(found) == set(LANGUAGES)
    assert all(set(texts) == set(TEXTS) and all(texts.values()) for texts in found.values())
    assert found["en"]["lost"] != found["de"]["lost"]
