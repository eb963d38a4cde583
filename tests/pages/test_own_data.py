"""The panel of own data: from a file to the case and back, without a browser."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.pages.panel import Upload
from ldcase.pages.pitch_state import PitchState
from tests.intake.made import book
from tests.sample_cases import DATA

PEOPLE = (DATA / "samples" / "sample-people.csv").read_bytes()
OPENED = Callable[..., PitchState]


def opened(pitch: OPENED, case: str, name: str, content: bytes) -> PitchState:
    """A page with the panel open and a file in it."""
    state = pitch(case)
    state.act("own_data", "")
    state.view()
    state.took(Upload("own_data.file", name, content))
    return state


def shown(state: PitchState) -> str:
    """The drawer as HTML."""
    return str(state.view().slots["drawer"])


def words(state: PitchState) -> str:
    """The drawer without its marks and without what is to be saved."""
    html = re.sub(r'base64,[^"]*', "", shown(state))
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_list_of_people_sets_the_baseline_and_undo_brings_it_back(pitch: OPENED, data: Path) -> None:
    state = opened(pitch, "it-turnover", "sample-people.csv", PEOPLE)
    told = words(state)
    assert "851 of 859 rows are used; 8 are not" in told
    assert "hidden: fewer than 10 people" in told
    assert state.view().panel[0]["id"] == "history"
    before = state.now.case.assumptions["leavers.leaver_rate"]
    folder = data / "cases" / "it-turnover"
    state.act("own_data.take")
    lever = state.update().levers["leavers.leaver_rate"]
    assert lever["grade"] == "measured here"
    assert str(lever["source"]).startswith("sample-people.csv")
    after = state.now.case.assumptions["leavers.leaver_rate"]
    assert (after.grade, after.likely) != (before.grade, before.likely)
    assert after.source.startswith("sample-people.csv")
    assert (folder / "leavers-own-2027-01-04.csv").is_file()
    assert state.now.case.history("leavers") != state.base.case.history("leavers")
    assert "undo brings the earlier ones back" in words(state)
    state.act("changed", "")
    assert "figures from own data" in shown(state)
    state.act("own_data", "")
    state.act("undo")
    assert state.now.case.assumptions["leavers.leaver_rate"] == before
    assert state.now.case.history("leavers") == state.base.case.history("leavers")
    state.act("redo")
    assert state.now.case.assumptions["leavers.leaver_rate"] == after


def test_a_second_file_leaves_the_first_history_where_it_is(pitch: OPENED, data: Path) -> None:
    state = opened(pitch, "it-turnover", "sample-people.csv", PEOPLE)
    state.act("own_data.take")
    state.act("own_data.take")
    assert (data / "cases" / "it-turnover" / "leavers-own-2027-01-04-2.csv").is_file()


def test_columns_are_corrected_by_hand(pitch: OPENED) -> None:
    rows: list[list[object]] = [
        ["when", "what", "who", "many"],
        *([f"2026-{k:02}-01", k % 3 + 8, "all", 40] for k in range(1, 13)),
    ]
    state = opened(pitch, "service-desk-course", "minutes.xlsx", book(rows))
    state.act("own_data.role", "what", "value")
    state.act("own_data.role", "when", "date")
    state.act("own_data.role", ":none", "headcount")
    told = words(state)
    assert "Over the last 12 months the figure is 9" in told
    state.act("own_data.role", ":none", "value")
    assert "It is not clear which column holds this" in words(state)
    state.act("own_data.role", "nonsense", "value")
    state.act("own_data.kind", "nonsense")
    state.act("own_data.header", "99")
    assert "There is no row in this line" in words(state)
    state.act("own_data.header", "1")
    state.act("own_data.role", "what", "value")
    assert "Over the last 12 months the figure is 9" in words(state)


def test_percents_without_a_sign_are_understood(pitch: OPENED) -> None:
    text = "month;won\n" + "".join(f"{k:02}/2026;{20 + k % 2},5\n" for k in range(1, 13))
    state = opened(pitch, "closing-the-sale", "won.csv", text.encode())
    assert "the figure is 21" in words(state)
    state.act("own_data.percent", "false")
    assert "the metric cannot have this value" in words(state)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"MZ" + bytes(400), "a program for Windows"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
        (b"a,b\nx,y\n", "It is not clear which column"),
    ],
)
def test_a_bad_file_is_told_and_the_page_goes_on(pitch: OPENED, content: bytes, told: str) -> None:
    state = opened(pitch, "it-turnover", "figures.xlsx", content)
    assert told in words(state)
    assert "Stops the forecast" not in words(state)
    state.act("own_data.take")
    assert not state.open or state.open.applied == 0
    state.took(Upload("own_data.file", "sample-people.csv", PEOPLE))
    assert "851 of 859 rows" in words(state)


def test_what_stands_in_a_file_is_data(pitch: OPENED) -> None:
    evil = b"person id,team,start,leave\n" + b"".join(
        b"<b>%d</b>,<script>x</script>,2020-01-01,%s\n"
        % (k, b"2026-05-05" if k < 9 else b"" if k < 30 else b"<img src=x>")
        for k in range(40)
    )
    state = opened(pitch, "it-turnover", "<i>evil.csv", evil)
    html = shown(state)
    for tag in ("<script>x", "<img src=x", "<i>evil", "<b>3"):
        assert tag not in html
    assert "&lt;i&gt;evil" in html


def test_names_of_people_are_on_the_screen_nowhere(pitch: OPENED) -> None:
    state = opened(pitch, "it-turnover", "people.csv", PEOPLE)
    assert re.search(r"S-\d{4}", words(state)) is None
    saved = re.search(r"base64,([^\"]+)", shown(state))
    assert saved is not None
    assert base64.b64decode(saved[1]).decode("utf-8-sig").startswith("line,column,value,reason,allowed")


def test_groups_of_unknown_size_wait_for_somebody_to_vouch_for_them(pitch: OPENED) -> None:
    rows = "".join(f"2026-{k:02}-01,0.{20 + 5 * team + k % 3},Team {team}\n" for k in range(1, 13) for team in range(5))
    state = opened(pitch, "closing-the-sale", "won.csv", f"date,won,team\n{rows}".encode())
    assert "Team 4" not in words(state)
    state.act("own_data.large", "true")
    assert "Team 4" in words(state)
    assert state.open is not None
    state.open.edit("opportunity.smallest_group", 12)
    assert state.open.case.document.opportunity.smallest_group == 12


def test_a_file_that_lies_here_is_picked_and_no_other(pitch: OPENED, data: Path) -> None:
    inbox = data / "local" / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "list.csv").write_bytes(PEOPLE)
    (inbox / "link.csv").symlink_to(data / "cases" / "it-turnover" / "case.yaml")
    state = pitch("it-turnover")
    state.act("own_data", "")
    told = words(state)
    assert "inbox: list.csv" in told
    assert "link.csv" not in told
    state.act("own_data.pick", "../../case.yaml")
    assert "rows are used" not in words(state)
    state.act("own_data.pick", "inbox: list.csv")
    assert "851 of 859 rows" in words(state)
    state.act("own_data.forget")
    assert "rows are used" not in words(state)


def test_a_metric_that_is_no_rate_of_leavers_takes_none(pitch: OPENED) -> None:
    state = opened(pitch, "closing-the-sale", "people.csv", PEOPLE)
    assert "is not counted as leavers a year" in words(state)
    state.act("own_data.take")
    assert state.open is not None
    assert state.open.applied == 0
