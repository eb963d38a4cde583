"""A case begun by questions: every answer is kept, the first result follows, undo leads back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.case.guide import asks
from ldcase.errors import CaseError
from ldcase.pages.new_case import figures
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import ATTACK, Checked
from tests.sample_cases import DATA, modules

Opened = Callable[..., PitchState]
ANSWERS = {
    "metric": "turnover",
    "priority": "Safe staffing",
    "need.leaver_rate": "24 %",
    "need.exemplar_rate": "14–18",
    "need.replacement_cost": "9k",
    "able": "most",
    "who": "All wards",
    "people": "1,200",
    "design_cost": "18.000",
    "learner_hours": "12,5",
    "learner_rate": "31",
}
ID = "keep-the-nurses"


@pytest.fixture(autouse=True)
def starting(data: Path) -> None:
    (data / "starting_values.yaml").write_bytes((DATA / "starting_values.yaml").read_bytes())


@pytest.fixture(autouse=True)
def catalogue_of_this_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages read the catalogue anew; here it is always the bundled one."""
    monkeypatch.setattr("ldcase.pages.pitch_state.load_catalogue", lambda root: modules())


def begun(pitch: Opened, **answers: str) -> PitchState:
    state = pitch()
    state.act("new")
    state.act("begin", "Keep the nurses", "title")
    for name, text in {**ANSWERS, **answers}.items():
        state.act("answer", text, name)
    return state


def below(state: PitchState) -> str:
    return str(state.view().slots["below"])


def test_from_questions_to_the_first_result(pitch: Opened) -> None:
    state = begun(pitch)
    assert state.screen == "new"
    assert "All answered" in Checked(below(state)).text
    state.act("case", ID)
    assert state.screen == "opportunity"
    able = state.now.case.assumptions
    assert able["turnover.leaver_rate"].likely == 0.24
    assert able["turnover.exemplar_rate"].values == (0.14, 0.16, 0.18)
    assert able["turnover.replacement_cost"].likely == 9000
    assert able["learner_hours"].likely == 12.5
    assert able["design_cost"].likely == 18000
    assert state.now.case.plan["cohort_1.people"] == 1200
    assert state.open is not None
    assert state.open.applied == 0
    assert [finding.code for finding in state.findings].count("starting-values") == 1


def test_every_answer_is_kept_and_the_list_says_how_far_it_is(pitch: Opened) -> None:
    state = pitch()
    state.act("new")
    state.act("begin", "Keep the nurses", "title")
    state.act("answer", "turnover", "metric")
    state.act("cases")
    assert "Being drafted · 3 of 13 answered" in Checked(below(state)).text
    other = pitch()
    other.act("case", ID)
    assert other.screen == "new"
    assert "3 of 13 answered" in Checked(below(other)).text


def test_undo_after_the_first_result_leads_back_to_the_questions(pitch: Opened) -> None:
    state = begun(pitch)
    state.act("case", ID)
    state.act("undo")
    assert state.screen == "new"
    assert "12 of 13 answered" in Checked(below(state)).text
    state.act("answer", "31", "learner_rate")
    state.act("case", ID)
    assert state.screen == "opportunity"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("need.leaver_rate", "many", "not a number"),
        ("need.leaver_rate", "30-20", "do not rise"),
        ("need.leaver_rate", "400", "out of its bounds"),
        ("people", "-3", ""),
        ("metric", "witchcraft", "not offered"),
    ],
)
def test_what_is_refused_is_told_and_the_answer_before_stays(pitch: Opened, name: str, text: str, said: str) -> None:
    state = begun(pitch)
    before = below(state)
    state.act("answer", text, name)
    told = Checked(str(state.view().slots["notice"])).text
    assert "Not taken" in told
    assert said in told
    assert below(state) == before


def test_a_case_without_a_name_is_not_begun(pitch: Opened, data: Path) -> None:
    folders = sorted((data / "cases").iterdir())
    state = pitch()
    state.act("new")
    state.act("begin", "  ", "title")
    assert "needs a name" in Checked(str(state.view().slots["notice"])).text
    assert sorted((data / "cases").iterdir()) == folders


def test_what_is_typed_is_shown_as_text(pitch: Opened) -> None:
    state = pitch()
    state.act("new")
    state.act("begin", ATTACK, "title")
    state.act("answer", f"{ATTACK}\"'", "who")
    read = Checked(below(state))
    assert "img" not in read.tags
    assert not any(name.startswith("on") for name, _ in read.attributes)
    assert ATTACK in str(read.attributes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("24", (0.24,)), ("15–25", (0.15, 0.25)), ("15 to 25 %", (0.15, 0.25)), ("10; 12; 20", (0.1, 0.12, 0.2))],
)
def test_figures_as_people_type_them(pitch: Opened, text: str, expected: tuple[float, ...]) -> None:
    state = begun(pitch)
    state.act("case", ID)
    ask = next(each for each in asks(state.now.case) if each.name == "need.leaver_rate")
    assert figures(ask, text) == expected
    with pytest.raises(CaseError):
        figures(ask, "1-2-3-4")
