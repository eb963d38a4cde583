"""The panel that finds the cause: answers, shares and actions are the case's, and undo takes each of them back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ldcase.case.document_diagnosis import CAUSES
from ldcase.pages import diagnosing
from ldcase.pages.pitch_state import PitchState
from ldcase.words import numbers
from tests.pages.test_content import Checked
from tests.sample_cases import BUNDLED

CASE = "closing-the-sale"
Opened = Callable[..., PitchState]


def shown(state: PitchState, part: str = "") -> str:
    state.act("diagnosis", part)
    return slot(state, "drawer")


def slot(state: PitchState, name: str) -> str:
    """The text of a part of the screen, with ordinary blanks."""
    return Checked(str(state.view().slots[name])).text.replace(numbers.SPACE, " ")


def able(state: PitchState) -> tuple[float, float, float]:
    return state.now.case.assumptions["able_share"].values


def likely(state: PitchState) -> dict[str, float]:
    return {cause: values[1] for cause, values in diagnosing.shares(state.now.case).items()}


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("part", ["", "first", *CAUSES, "map"])
def test_every_part_opens_for_every_case(standing: Opened, name: str, part: str) -> None:
    state = standing(name)
    text = shown(state, part)
    assert "Find the cause" in text
    assert not re.search(r"\bNone\b|\bnan\b|\binf\b", text)
    for question in state.now.case.catalogue.questions.values():
        assert (question.ask in text) == (question.cause == part)


def test_an_answer_is_recorded_points_somewhere_and_changes_no_share(pitch: Opened) -> None:
    state = pitch(CASE)
    before = likely(state)
    state.act("diagnosis.answer", "yes", "could_if_life")
    state.act("diagnosis.evidence", "All of them did it in the final round", "could_if_life")
    state.act("diagnosis.who", "Sales managers", "could_if_life")
    entry = diagnosing.answers(state.now.case)["could_if_life"]
    assert (entry.answer, entry.evidence, entry.who) == (
        "yes",
        "All of them did it in the final round",
        "Sales managers",
    )
    assert not entry.sample, "what somebody says here is no example any more"
    assert "look at the other three causes" in shown(state, "able")
    assert likely(state) == before
    for _ in range(3):
        state.act("undo")
    assert diagnosing.answers(state.now.case)["could_if_life"].answer == "no"


def test_the_suggestion_is_shown_and_taken_only_by_its_button(pitch: Opened) -> None:
    state = pitch(CASE)
    net, before = state.now["net_benefit"].p50, able(state)
    for name, question in state.now.case.catalogue.questions.items():
        if question.cause == "able":
            state.act("diagnosis.answer", "yes" if question.speaks == "no" else "no", name)
    assert able(state) == before
    suggested = diagnosing.suggestion(state.now.case).shares
    assert suggested["able"][1] < before[1]
    assert "yours to take or to change" in shown(state)
    state.act("diagnosis.take")
    assert diagnosing.shares(state.now.case) == dict(suggested)
    assert sum(likely(state).values()) == pytest.approx(1)
    assert state.now["net_benefit"].p50 < net, "the bottom line follows"
    assert "Suggested by the answers" in state.now.case.assumptions["able_share"].source
    assert "It is taken" in shown(state)
    state.act("undo")
    assert able(state) == before


def test_a_share_that_is_typed_moves_its_range_and_says_what_is_left(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("diagnosis.share", "40", "allowed.likely")
    low, middle, high = diagnosing.shares(state.now.case)["allowed"]
    assert low < middle == 0.4 < high
    assert "Together 115 %: 15 % too much" in shown(state)
    state.act("diagnosis.fit", "allowed")
    assert likely(state)["allowed"] == 0.4
    assert sum(likely(state).values()) == pytest.approx(1)
    assert likely(state)["able"] == pytest.approx(0.6 * 0.5 / 0.75, abs=1e-3)
    assert "add up to 100 %" in shown(state)


@pytest.mark.parametrize(
    ("text", "box", "said"),
    [
        ("140", "able.likely", "from 0 to 100"),
        ("140", "allowed.likely", "from 0 to 100"),
        ("much", "willing.low", "not a number"),
        ("90", "willing.low", "not in order"),
        ("99", "able.low", "not in order"),
    ],
)
def test_a_share_that_cannot_be_is_refused_and_nothing_is_lost(pitch: Opened, text: str, box: str, said: str) -> None:
    state = pitch(CASE)
    before = diagnosing.shares(state.now.case)
    state.act("diagnosis")
    state.act("diagnosis.share", text, box)
    assert said in slot(state, "drawer")
    assert diagnosing.shares(state.now.case) == before


@pytest.mark.parametrize(
    ("act", "value", "name"),
    [
        ("answer", "perhaps", "could_if_life"),
        ("answer", "yes", "no_such_question"),
        ("share", "10", "nobody.likely"),
        ("share", "10", "able.middle"),
        ("fit", "nobody", ""),
        ("binds", "true", "able"),
        ("removed", "10", "willing.likely"),
        ("what", "Nothing", "able"),
        ("no_such_act", "", ""),
    ],
)
def test_what_is_not_offered_does_nothing(pitch: Opened, act: str, value: str, name: str) -> None:
    state = pitch(CASE)
    before = state.now.case.data
    state.act(f"diagnosis.{act}", value, name)
    assert state.now.case.data == before


def test_a_cause_that_binds_takes_its_part_of_the_claim(pitch: Opened) -> None:
    state = pitch(CASE)
    claimed = state.now["benefit"].likely
    state.act("diagnosis.binds", "true", "allowed")
    assert state.now["benefit"].likely == pytest.approx(claimed / 2)
    state.act("diagnosis.removed", "80", "allowed.likely")
    assert state.now["benefit"].likely == pytest.approx(0.8 * claimed)
    assert "allowed_removed" in [step.name for step in state.now.haircuts().steps]
    state.act("step", "ask")
    assert "Allowed binds" in slot(state, "below")
    state.act("diagnosis.binds", "false", "allowed")
    assert state.now["benefit"].likely == pytest.approx(claimed)


def test_what_is_done_besides_training_is_in_the_ask(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("step", "ask")
    text = slot(state, "below")
    for part in (
        "What has to be done besides training",
        "Agree standard contract variants",
        "Head of legal",
        "25 %",
        "49 k",
    ):
        assert part in text
    state.act("diagnosis.owner", "", "allowed")
    text = slot(state, "below")
    assert "it has no owner yet" in text
    assert "nobody owns what is done" in shown(state)
    state.act("diagnosis.what", "", "allowed")
    assert "it has no action yet" in slot(state, "below")


def test_where_it_is_not_training_every_step_turns(pitch: Opened) -> None:
    state = pitch("not-a-training-problem")
    told = {}
    for step in ("opportunity", "idea", "evidence", "ask"):
        state.act("step", step)
        told[step] = slot(state, "headline")
    assert all("raining is not the answer" in told[step] for step in ("opportunity", "idea", "evidence"))
    assert "no money for a course" in told["ask"]
    prose = slot(state, "prose")
    for part in ("only 12 % of the gap", "Head of IT applications", "Chief Operating Officer", "The course would cost"):
        assert part in prose
    assert state.view().charts[0]["id"] == "causes"
    state.lever("able_share", 0.6, True)
    assert "Training" not in slot(state, "headline")


def test_the_impact_map_says_what_is_missing(pitch: Opened) -> None:
    state = pitch("line-supervisors")
    text = shown(state, "map")
    for part in ("Output of a line", "150 → 161", "Supervisors who quit", "Director of manufacturing"):
        assert part in text
    assert "moves it yet" not in text
    state.open.edit("idea.behaviours.2.moves", "nothing", who="test")  # type: ignore[union-attr]
    state.act("undo")
    state.act("redo")
    text = shown(state, "map")
    assert "Nothing that people do differently moves it yet" in text
    assert "These move no metric of the case" in text
    assert "moves a metric that the case does not have" in text


def test_what_changed_is_told_in_words(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("diagnosis.answer", "yes", "could_if_life")
    state.act("diagnosis.take")
    state.act("diagnosis.binds", "true", "allowed")
    state.act("diagnosis.what", "Cut the review", "allowed")
    state.act("changed", "base")
    text = slot(state, "drawer")
    for part in (
        "Could they do it if their life depended on it?no (In a role play",
        "Shares of the gapable 50 %, willing 15 %, allowed 25 %, empowered 10 %able 33 %",
        "binds",
        "“Allowed”: the actionAgree standard contract variants that need no reviewCut the review",
    ):
        assert part in text
    assert "{" not in text


def test_a_cause_that_options_remove_may_cease_to_bind(pitch: Opened) -> None:
    state = pitch("not-a-training-problem")
    claimed = state.now["benefit"].likely
    state.act("diagnosis.binds", "false", "willing")
    assert state.now["benefit"].likely == pytest.approx(claimed / 0.55)
    state.act("options")
    assert "Change the screen and the bonus" in slot(state, "drawer")
    state.act("undo")
    assert state.now["benefit"].likely == pytest.approx(claimed)
