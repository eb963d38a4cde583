"""The panel of the pilot's results: read, look, take in, switch, take back; and files that are no proof."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import numpy as np
import pytest

from ldcase.case.pilot_results import results
from ldcase.pages.panel import Upload
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import Checked
from tests.sample_cases import DATA

CASE = "service-desk-course"
FILE = "pilot-results.csv"
CONTENT = (DATA / "cases" / CASE / FILE).read_bytes()
Opened = Callable[..., PitchState]


def text(state: PitchState) -> str:
    return Checked(str(state.view().slots["drawer"])).text.replace("\u00a0", " ")


def looking(state: PitchState, act: str, value: str = "", name: str = "") -> str:
    state.act(act, value, name)
    return text(state)


def net(state: PitchState) -> tuple[float, float, float]:
    figure = state.now["net_benefit"]
    return figure.p10, figure.p50, figure.p90


@pytest.fixture
def read(pitch: Opened) -> PitchState:
    """The service desk with its sample file looked at, not taken in."""
    state = pitch(CASE)
    state.act("results")
    state.act("results.pick", FILE)
    return state


def test_the_panel_says_what_it_needs_and_offers_the_file_beside_the_case(pitch: Opened) -> None:
    state = pitch(CASE)
    told = looking(state, "results")
    for word in ("team", "group", "period", "value", "person", f"Use {FILE}", "no row and no name"):
        assert word in told
    assert "handling-time.csv" not in told
    assert "Use " not in looking(pitch("closing-the-sale"), "results")


def test_a_file_is_looked_at_before_anything_changes(read: PitchState) -> None:
    before = net(read)
    told = text(read)
    assert "zone agreed as “adapt”: 0.25 minutes or more, but less than 0.5 minutes" in told
    assert "86 people in 4 trained and 12 other teams; each team counts once" in told
    assert "Few teams" in told
    assert "Take it into the case" in told
    assert net(read) == before
    assert not read.open.case.document.idea.pilot.results  # type: ignore[union-attr]
    assert {"learned", "pilot_result"} == {str(chart["spec"]) for chart in read.view().to_message()["panel"]}  # type: ignore[attr-defined]


def test_the_forecast_moves_undo_brings_it_back_and_a_reload_keeps_it(read: PitchState, pitch: Opened) -> None:
    before = net(read)
    changes = read.open.applied  # type: ignore[union-attr]
    told = looking(read, "results.take")
    after = net(read)
    assert after[1] < before[1] - 0.1 * (before[2] - before[0])
    assert "The whole case is shown after the pilot." in told
    assert "(sample data), taken in on 4 January 2027" in told
    assert read.open.applied == changes + 1  # type: ignore[union-attr]
    assert read.now.case.assumptions["handling_time.saving_share"].grade == "piloted"
    reloaded = pitch(CASE)
    assert net(reloaded) == after
    assert "The whole case is shown after the pilot." in looking(reloaded, "results")
    read.act("undo")
    assert net(read) == before
    assert "Use pilot-results.csv" in text(read)
    read.act("redo")
    assert net(read) == after


def test_before_and_after_is_a_switch_for_the_whole_page(read: PitchState) -> None:
    before = net(read)
    read.act("results.take")
    after = net(read)
    told = looking(read, "results.counts", "false")
    assert net(read) == before
    assert "as it was before the pilot" in told
    read.act("results.counts", "true")
    assert net(read) == after
    read.act("results.remove")
    assert net(read) == before
    assert results(read.open.case.document) is None  # type: ignore[union-attr]


def test_what_is_told_is_the_exact_answer_and_the_case_follows_it(read: PitchState) -> None:
    read.act("results.take")
    told = text(read)
    middle = re.search(r"is now −(\d+) k", told)
    assert middle is not None
    shown = -1e3 * float(middle[1])
    low, likely, high = net(read)
    assert likely == pytest.approx(shown, abs=0.05 * (high - low) + 5e3)


def test_a_lever_after_the_pilot_moves_the_learned_range_and_the_panel_says_so(read: PitchState) -> None:
    read.act("results.take")
    name = "handling_time.saving_share"
    after = net(read)
    read.lever(name, 0.11, True)
    assert read.now.case.assumptions[name].likely == pytest.approx(0.11)
    assert net(read)[1] > after[1]
    assert "were changed since it was taken in" in text(read)
    read.act("results.again")
    np.testing.assert_allclose(net(read), after, rtol=1e-6)
    assert "were changed since" not in text(read)


def test_figures_from_before_can_change_and_the_result_be_learnt_again(read: PitchState) -> None:
    read.act("results.take")
    read.act("results.counts", "false")
    read.act("set", "20", "handling_time.saving_share.high")
    read.act("results.counts", "true")
    assert "were changed since it was taken in" in text(read)
    stale = net(read)
    read.act("results.again")
    assert net(read) != stale
    assert "were changed since" not in text(read)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("method", "changes", "Difference of changes"),
        ("method", "allowing", "for groups drawn by lot"),
        ("bias", "0.3", "0.3"),
        ("began", "2027-01-01", "2027-01-01"),
    ],
)
def test_how_a_file_is_read_can_be_chosen(read: PitchState, name: str, value: str, says: str) -> None:
    read.act("results.set", value, name)
    assert says in unescape(str(read.view().slots["drawer"]))


@pytest.mark.parametrize(("name", "value"), [("bias", "-1"), ("bias", "much"), ("began", "soon")])
def test_a_choice_that_cannot_be_read_is_refused_and_nothing_is_lost(read: PitchState, name: str, value: str) -> None:
    before = text(read)
    told = looking(read, "results.set", value, name)
    assert "cannot be read" in told
    assert "Take it into the case" in told
    read.act("results.set", "0.1", "bias")
    assert "Take it into the case" in before


def test_the_wider_a_rollout_may_differ_the_less_the_forecast_moves(pitch: Opened) -> None:
    moves = []
    for bias in ("0", "0.5"):
        state = pitch(CASE)
        before = net(state)[1]
        state.act("results")
        state.act("results.pick", FILE)
        state.act("results.set", bias, "bias")
        state.act("results.take")
        moves.append(abs(net(state)[1] - before))
        state.act("undo")
    assert moves[1] < 0.6 * moves[0]


def uploaded(state: PitchState, content: bytes, name: str = "results.csv") -> str:
    state.act("results")
    state.took(Upload("results.file", name, content))
    return text(state)


def rows(*lines: str, head: str = "team,group,period,value") -> bytes:
    return "\n".join((head, *lines)).encode()


GOOD = [
    f"{group[0]}{team},{group},{period},{value + 0.1 * team}"
    for group, before, after in (("pilot", 8.4, 8.0), ("comparison", 8.3, 8.3))
    for team in range(5)
    for period, value in (("before", before), ("after", after))
]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty"),
        (b"MZ\x90\x00\x03", "not a file with figures"),
        (rows(*GOOD, head="team,group,when?,value"), "no column period"),
        (rows("a,pilot,before,8", "a,pilot,after,7", "b,pilot,before,8", "b,pilot,after,7"), "no proof"),
        (
            rows("a,pilot,before,8", "a,pilot,after,7", "b,comparison,before,8", "b,comparison,after,8"),
            "One team|one team",
        ),
        (rows(*(line.replace(".", "") + "0" for line in GOOD)), "another unit"),
        (rows(*GOOD, "z9,pilot,after,seven"), "seven"),
        (rows("a,pilot,before,8", "b,comparison,before,8"), "Nothing was measured of the trained"),
        (rows("a,pilot,before,<script>", "b,comparison,after,<b>"), "No row of this file"),
    ],
    ids=["empty", "program", "column", "one group", "one team", "unit", "text", "no after", "no row"],
)
def test_bad_files_are_told_and_leave_the_forecast_alone(pitch: Opened, content: bytes, says: str) -> None:
    state = pitch(CASE)
    before = net(state)
    told = uploaded(state, content)
    assert re.search(says, told), told
    assert net(state) == before
    assert "<script" not in str(state.view().slots["drawer"])
    if says != "seven":
        assert "Take it into the case" not in told
        state.act("results.take")
        assert net(state) == before
    assert "Put it away" in told
    assert "Choose a file" in looking(state, "results.drop")


def test_a_result_the_forecast_had_ruled_out_is_shown_and_not_taken_in(pitch: Opened) -> None:
    state = pitch(CASE)
    before = net(state)
    far = [line.replace(",pilot,after,8", ",pilot,after,3") for line in GOOD]
    told = uploaded(state, rows(*far))
    assert "practically ruled this result out" in told
    assert "Take it into the case" not in told
    state.act("results.take")
    assert net(state) == before


def test_percent_is_understood_where_the_case_has_shares(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    lines = [
        f"{group[0]}{team},{group},{period},{value + team:.1f} %"
        for group, before, after in (("pilot", 20, 22), ("comparison", 20, 20.4))
        for team in range(5)
        for period, value in (("before", before), ("after", after + (team - 2) * (1 if group == "pilot" else -1)))
    ]
    told = uploaded(state, rows(*lines))
    assert "another unit" not in told
    assert "points" in told
    assert "Take it into the case" in told


def test_a_group_of_few_people_is_not_shown_by_its_mean(pitch: Opened) -> None:
    state = pitch(CASE)
    people = [
        f"{group[0]}{team},{group},{period},{value + 0.1 * team + 0.2 * (team % 2) * (period == 'after')},{team}"
        for group, before, after in (("pilot", 8.4, 8.0), ("comparison", 8.3, 8.3))
        for team in range(5)
        for period, value in (("before", before), ("after", after))
    ]
    told = uploaded(state, rows(*people, head="team,group,period,value,person"))
    assert "the means are not shown" in told
    assert [chart["spec"] for chart in state.view().to_message()["panel"]] == ["learned"]  # type: ignore[attr-defined]
    state.act("results.take")
    found = results(state.open.case.document)  # type: ignore[union-attr]
    assert found is not None
    assert found.means.pilot_after is None
    assert "The whole case is shown after the pilot." in text(state)


def test_the_bottom_line_says_which_side_of_the_pilot_it_shows(read: PitchState) -> None:
    def line() -> str:
        return Checked(str(read.view().slots["bottom_line"])).text

    assert "the pilot" not in line()
    read.act("results.take")
    assert "after the pilot" in line()
    read.act("results.counts", "false")
    assert "before the pilot" in line()


def test_what_changed_names_the_results_by_their_file(read: PitchState) -> None:
    read.act("results.take")
    read.act("results.counts", "false")
    told = looking(read, "changed")
    assert "Results of the pilot" in told
    assert FILE in told
    assert "the case before it" in told


def test_the_name_of_a_file_and_what_stands_in_it_are_data(pitch: Opened) -> None:
    state = pitch(CASE)
    attack = "<img src=x onerror=alert(1)>"
    uploaded(state, rows(*GOOD, f"{attack},{attack},{attack},{attack}"), f"{attack}.csv")
    for act in ("results", "results.take"):
        state.act(act)
        read = Checked(str(state.view().slots["drawer"]))
        assert "img" not in read.tags
        assert attack in read.text
