"""The panel of questions: what is asked is answered, what is tried is recorded and taken back, what is told is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.pages.pitch_state import PitchState
from ldcase.words import numbers
from ldcase.words.questions import QUESTIONS
from tests.pages.test_content import ATTACK, Checked, poisoned, put
from tests.sample_cases import BUNDLED, document

CASE = "closing-the-sale"
Opened = Callable[..., PitchState]


def drawer(state: PitchState) -> str:
    return str(state.view().slots["drawer"])


def shown(state: PitchState, question: str) -> str:
    state.act("questions", question)
    return Checked(drawer(state)).text


@pytest.mark.parametrize("name", BUNDLED)
def test_every_question_is_answered_beside_the_list(pitch: Opened, name: str) -> None:
    state = pitch(name)
    state.act("questions")
    assert drawer(state).count('data-act="questions"') == len(QUESTIONS)
    for each in QUESTIONS:
        text = shown(state, each.id)
        assert text.count(each.says) == 2
        assert not re.search(r"\bnan\b|\binf\b", text)
        view = state.view()
        assert len(view.panel) == drawer(state).count("data-figure=")
        for asked in re.findall(r'data-ask="([^"]+)"', drawer(state)):
            assert asked in state.now.names


@pytest.mark.parametrize("question", ["half_use", "later", "half_effect", "cheapest"])
def test_a_what_if_is_tried_on_the_page_and_taken_back(pitch: Opened, question: str) -> None:
    state = pitch(CASE)
    before = state.now["net_benefit"].likely
    text = shown(state, question)
    assert "Try it on the page" in text
    state.act("questions.try", question)
    after = state.now["net_benefit"].likely
    assert after != before
    assert state.open is not None
    assert state.open.applied
    again = Checked(drawer(state)).text
    assert "The page shows it now" in again
    assert numbers.money(after) in again
    assert numbers.money(before) in again
    state.act("questions.back", question)
    assert state.now["net_benefit"].likely == pytest.approx(before)
    assert state.open.applied == 0
    assert "Try it on the page" in Checked(drawer(state)).text
    state.act("questions.try", question)
    state.lever("able_share", 0.4, True)
    assert "Try it on the page" in Checked(drawer(state)).text  # something else changed: it is asked of the case anew
    state.act("questions.back", question)
    assert state.now.case.assumptions["able_share"].likely == pytest.approx(0.4)


@pytest.mark.parametrize("name", BUNDLED)
def test_trying_the_cheapest_version_makes_the_case_that_option(pitch: Opened, name: str) -> None:
    state = pitch(name)
    promised = re.search(r"likely\s+(\S+)", shown(state, "cheapest"))
    assert promised
    panel = state.drawer._panels["questions"]
    state.act("questions.try", "cheapest")
    tried = panel._tried  # type: ignore[attr-defined]
    assert tried is not None
    from ldcase.words.questions import reply

    trial = reply("cheapest", tried.asked).trial
    assert trial is not None
    assert state.now["net_benefit"].likely == pytest.approx(trial.after["net_benefit"].likely)
    assert state.now["cost"].likely == pytest.approx(trial.after["cost"].likely)


@pytest.mark.parametrize("question", ["half_use", "later", "half_effect", "matters", "must_be_true"])
def test_an_answer_leads_to_its_lever(pitch: Opened, question: str) -> None:
    state = pitch(CASE)
    state.act("questions", question)
    (name,) = re.findall(r'data-act="to_lever" data-value="([^"]+)"', drawer(state))
    state.act("to_lever", name)
    view = state.view()
    assert name in [each["name"] for each in view.levers]
    assert not str(view.slots["drawer"])


def test_an_own_question_is_matched_while_it_is_typed(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("questions")
    state.act("questions.search", "what about cash", "question")
    text = Checked(drawer(state)).text
    assert "in cash, 100" in text
    assert "Where does this number come from?" not in text or "data-ask" in drawer(state)
    state.act("questions.search", "margin", "question")
    assert "Margin on a deal" in Checked(drawer(state)).text
    state.act("questions.search", "zebra", "question")
    assert "None of the questions" in Checked(drawer(state)).text
    state.act("questions.search", "", "question")
    assert drawer(state).count('data-act="questions"') == len(QUESTIONS)
    state.act("questions.search", ATTACK, "question")
    Checked(drawer(state))


def test_what_the_case_does_not_say_is_told_in_the_answer(pitch: Opened, data: Path) -> None:
    path = data / "cases" / CASE / "case.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("  sponsor: Chief Revenue Officer\n", "").replace("  decide_by: 2026-12-11\n", "")
    start, end = text.index("  gates:\n    - when: End of month 3"), text.index("  next:\n")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    state = pitch(CASE)
    assert "does not say" in shown(state, "today")
    state.act("questions.write", "Head of sales", "ask.sponsor")
    state.act("questions.write", "2026-12-18", "ask.decide_by")
    assert "Head of sales decides, by 18 December 2026" in Checked(drawer(state)).text
    state.act("questions.write", "0.9", "opportunity.diagnosis.able.likely")
    assert state.now.case.document.ask.sponsor == "Head of sales"
    assert state.now.case.assumptions["able_share"].likely == 0.5
    shown(state, "stop")
    state.act("questions.write", "fewer than a quarter use it", "ask.gates")
    assert "fewer than a quarter use it" in Checked(drawer(state)).text
    state.act("changed", "base")
    log = Checked(drawer(state)).text
    assert "Who decides and stands behind it" in log
    assert "Head of sales" in log
    assert "Gates" in log
    state.act("undo")
    assert not state.now.case.document.ask.gates


def test_the_costs_of_an_option_that_was_tried_are_one_line_of_the_log(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("questions", "cheapest")
    state.act("questions.try", "cheapest")
    state.act("changed", "base")
    assert "All costs: those of an option that was tried" in Checked(drawer(state)).text


def test_what_changed_since_last_time_is_since_the_newest_other_snapshot(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("changed", "opened")
    state.act("changed.keep", "First talk", "name")
    assert "Nothing since “First talk”" in shown(state, "changed")
    state.lever("able_share", 0.4, resting=True)
    told = shown(state, "changed")
    assert "Since “First talk”, kept on" in told
    assert 'data-act="changed" data-value="snapshot.1"' in drawer(state)
    state.act("changed", "opened")
    state.act("changed.keep", "Second talk", "name")
    assert shown(state, "changed") == told, "the present state itself is no time before"
    state.act("changed", "snapshot.1")
    assert 'class="button main" data-act="changed" data-value="snapshot.1"' in drawer(state)


def test_text_of_a_case_is_shown_as_text_in_every_answer(pitch: Opened, data: Path) -> None:
    put(data, "attack", poisoned(document(CASE)))
    state = pitch("attack")
    told = ""
    for each in QUESTIONS:
        state.act("questions", each.id)
        read = Checked(drawer(state))
        assert "img" not in read.tags
        assert not any(name.startswith("on") for name, _ in read.attributes)
        told += read.text
    assert ATTACK in told
