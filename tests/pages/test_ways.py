"""Three ways to one effect in the drawer: which one is used, what people expect; the switch for the weakest grade."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ldcase.case import Case
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import Checked
from tests.sample_cases import BUNDLED

Opened = Callable[..., PitchState]
KEY = "win_rate"


def drawer(state: PitchState) -> str:
    return Checked(str(state.view().slots["drawer"])).text


def strip(state: PitchState) -> str:
    return Checked(str(state.view().slots["bottom_line"])).text


def case_of(state: PitchState) -> Case:
    assert state.open is not None
    return state.open.case


@pytest.fixture
def sale(pitch: Opened) -> PitchState:
    state = pitch("closing-the-sale")
    state.act("ways", "")
    return state


def test_the_panel_says_whether_the_ways_agree_and_which_one_is_used(sale: PitchState) -> None:
    view = sale.view()
    assert [chart["spec"] for chart in view.panel] == ["ways"]
    assert "published effect is a quarter of what the gap to the best suggests" in str(view.panel[0]["title"])
    assert "The case uses the gap to the best, the highest" in str(view.panel[0]["title"])
    assert "the case uses this" in drawer(sale)


def test_using_another_way_sets_the_assumption_with_its_source_and_going_back_restores_it(sale: PitchState) -> None:
    before, entry = strip(sale), case_of(sale).assumptions["win_rate.closed_share"]
    sale.act("ways.use", "published")
    used = case_of(sale).assumptions["win_rate.closed_share"]
    assert used.grade == "published"
    assert "Farrell" in used.source
    assert "Set so that the effect" in used.note
    assert strip(sale) != before
    assert "counted twice" in drawer(sale)
    assert "transfer-counted-twice" in [finding.code for finding in case_of(sale).findings]
    sale.act("ways.transfer")
    assert case_of(sale).assumptions["transfer_share"].values == (1, 1, 1)
    assert "counted twice" not in drawer(sale)
    assert "transfer-counted-twice" not in [finding.code for finding in case_of(sale).findings]
    sale.act("ways.use", "stakeholders")
    assert case_of(sale).assumptions["transfer_share"].values == (0.56, 0.7, 0.81)
    assert case_of(sale).assumptions["win_rate.closed_share"].grade == "opinion"
    sale.act("ways.use", "exemplar")
    again = case_of(sale).assumptions["win_rate.closed_share"]
    assert (again.values, again.source, again.note, again.grade) == (
        entry.values,
        entry.source,
        entry.note,
        entry.grade,
    )
    assert case_of(sale).document.evidence.ways[KEY].kept is None
    sale.act("close")
    assert strip(sale).split("Since")[0] == before.split("Since")[0]


def test_a_choice_is_undone_step_by_step_and_the_panel_stays_right(sale: PitchState) -> None:
    before = strip(sale)
    sale.act("ways.use", "stakeholders")
    sale.act("undo")
    assert "The case uses the gap to the best" in str(sale.view().panel[0]["title"])
    sale.act("undo")
    assert strip(sale) == before


def test_an_estimate_is_typed_added_changed_and_removed_and_the_case_follows(sale: PitchState) -> None:
    sale.act("ways.use", "stakeholders")
    before = case_of(sale).assumptions["win_rate.closed_share"].values
    for part, text in (("who", "Finance"), ("low", "0,5"), ("likely", "1"), ("high", "2 %")):
        sale.act("ways.new", text, part)
    sale.act("ways.add")
    estimates = case_of(sale).document.evidence.ways[KEY].estimates
    assert (estimates[-1].who, estimates[-1].low, estimates[-1].likely, estimates[-1].high) == (
        "Finance",
        0.005,
        0.01,
        0.02,
    )
    after = case_of(sale).assumptions["win_rate.closed_share"].values
    assert after[1] < before[1]
    sale.act("ways.estimate", "4", "3.high")
    assert case_of(sale).document.evidence.ways[KEY].estimates[3].high == 0.04
    sale.act("ways.remove", "3")
    assert case_of(sale).assumptions["win_rate.closed_share"].values == before


def test_an_estimate_that_is_none_is_refused_in_the_panel_and_nothing_is_lost(sale: PitchState) -> None:
    sale.act("ways.add")
    assert "no owner" in drawer(sale)
    sale.act("ways.new", "<b>Finance</b>", "who")
    sale.act("ways.add")
    assert "not a number" in drawer(sale)
    assert "<b>Finance</b>" not in str(sale.view().slots["drawer"])
    sale.act("ways.estimate", "90", "0.low")
    assert "is no range" in drawer(sale)
    assert case_of(sale).document.evidence.ways[KEY].estimates[0].low == 0.02


def test_what_was_recorded_is_told_in_words(sale: PitchState) -> None:
    sale.act("ways.use", "published")
    sale.act("ways.library", "sandvik2020")
    sale.act("ways.estimate", "3", "0.low")
    sale.act("stories.page", "1")
    sale.act("changed", "base")
    text = drawer(sale).split("What was recorded")[1]
    for said in (
        "Offers won: way to the effect",
        "Published effect",
        "Offers won: published effect",
        "sandvik2020",
        "Offers won: what Head of mid-market sales expects",
        "told on the pitch page",
    ):
        assert said in text
    assert "evidence." not in text
    assert "{" not in text


def test_a_lever_that_leaves_the_way_is_told_and_can_be_set_again(sale: PitchState) -> None:
    sale.act("ways.use", "stakeholders")
    before = case_of(sale).assumptions["win_rate.closed_share"].values
    assert "Something was changed since" not in drawer(sale)
    sale.lever("win_rate.closed_share", 0.3, resting=True)
    assert "Something was changed since" in drawer(sale)
    sale.act("ways.use", "stakeholders")
    assert "Something was changed since" not in drawer(sale)
    assert case_of(sale).assumptions["win_rate.closed_share"].values == before


def test_the_first_estimate_of_a_metric_without_ways_makes_one(pitch: Opened) -> None:
    state = pitch("ramp-up")
    state.act("ways", "")
    state.act("ways.metric", "second_visits")
    assert "Nobody has been asked yet" in drawer(state)
    for part, text in (("who", "Service"), ("low", "0.5"), ("likely", "1"), ("high", "2")):
        state.act("ways.new", text, part)
    state.act("ways.add")
    assert [one.who for one in case_of(state).document.evidence.ways["second_visits"].estimates] == ["Service"]


def test_a_finding_of_the_library_becomes_the_range_of_one_programme(sale: PitchState) -> None:
    sale.act("ways.library", "sandvik2020")
    published = case_of(sale).document.evidence.ways[KEY].published
    assert published is not None
    assert published.given_as == "share of the baseline"
    assert (published.low or 0) < 0 < (published.likely or 0) < 0.15  # shrunk, and as wide as programmes differ
    assert "Range of one programme" in published.note
    sale.act("ways.library", "morrow1997-sales-technical")
    published = case_of(sale).document.evidence.ways[KEY].published
    assert published is not None
    assert published.deviation is not None
    assert published.deviation.likely == pytest.approx(0.04)  # a fifth of the average
    sale.act("ways.deviation", "5", "likely")
    again = case_of(sale).document.evidence.ways[KEY].published
    assert again is not None
    assert again.deviation is not None
    assert again.deviation.likely == 0.05
    sale.act("ways.library", "nothing")
    assert "cannot be where a range begins" in drawer(sale)


def test_another_metric_of_the_case_can_be_chosen(pitch: Opened) -> None:
    state = pitch("line-supervisors")
    state.act("ways", "")
    state.act("ways.metric", "quits")
    assert "Fall in the leaver rate" in str(state.view().panel[0]["subtitle"])


@pytest.mark.parametrize("name", BUNDLED)
def test_the_switch_is_followed_everywhere_and_changes_nothing_of_the_case(pitch: Opened, name: str) -> None:
    state = pitch(name)
    plain = state.view()
    text = case_of(state).to_yaml()
    state.act("cautious", "on")
    seen = state.view()
    assert seen.slots["bottom_line"] != plain.slots["bottom_line"]
    assert "Cautious view" in Checked(str(seen.slots["notice"])).text
    assert case_of(state).to_yaml() == text
    assert case_of(state) is state.now.case
    state.act("cautious", "off")
    back = state.view()
    assert back.slots["bottom_line"] == plain.slots["bottom_line"]
    assert "Cautious view" not in str(back.slots["notice"])


def test_the_switch_survives_levers_edits_and_steps_and_falls_with_the_case(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("cautious", "on")
    assert "no change" in strip(state)  # the case as it was opened is seen in the same way
    state.lever("transfer_share", 0.8, resting=False)
    moved = Checked(str(state.update().html["bottom_line"])).text
    state.lever("transfer_share", 0.8, resting=True)
    assert case_of(state).assumptions["transfer_share"].likely == 0.8
    assert strip(state).split("Since")[0] == moved.split("Since")[0]
    state.act("step", "evidence")
    assert "show the case as it is" in Checked(str(state.view().slots["below"])).text
    state.choose("ramp-up")
    assert "Cautious view" not in str(state.view().slots["notice"])


def test_what_edits_the_case_works_on_the_case_and_what_only_shows_follows_the_switch(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("ways", "")
    state.act("ways.use", "stakeholders")
    without = case_of(state).to_yaml()
    state.act("undo")
    state.act("undo")
    state.act("cautious", "on")
    state.act("ways.use", "stakeholders")
    assert case_of(state).to_yaml() == without
    state.act("assumptions", "")
    assert 'name="transfer_share.low" value="56"' in str(state.view().slots["drawer"])
    state.ask("transfer_share")
    assert "56" in drawer(state)
    state.act("finance", "")
    shown = drawer(state)
    state.act("cautious", "off")
    assert drawer(state) != shown


def test_levers_keep_what_the_case_says_while_the_switch_is_on(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("step", "evidence")
    before = {lever["name"]: lever["value"] for lever in state.view().levers}
    state.act("cautious", "on")
    assert {lever["name"]: lever["value"] for lever in state.view().levers} == before


def test_the_panel_by_grade_adds_up_and_names_what_to_replace_first(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("grades", "")
    view = state.view()
    assert [chart["spec"] for chart in view.panel] == ["grades"]
    text = drawer(state)
    assert "What to replace first: opinion" in text
    shares = [int(share) for share in re.findall(r"(\d+)\s%", text.split("Where the doubt comes from")[1])[:2]]
    assert 90 <= sum(shares) <= 101
    state.act("cautious", "on")
    assert drawer(state).count("show the case as it is") == 1
