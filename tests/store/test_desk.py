"""A case on the desk: edited, left, found again; refused, taken back, saved; by two at once."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ldcase.case import load
from ldcase.errors import CaseError
from ldcase.store import Workspace
from ldcase.store.case_file import write_whole
from ldcase.store.desk import Desk, OpenCase
from tests.store.conftest import CASE, MARGIN


def case_file(desk: Desk) -> Path:
    return desk.data_root / "cases" / CASE / "case.yaml"


def codes(trouble: pytest.ExceptionInfo[CaseError]) -> set[str]:
    return {finding.code for finding in trouble.value.findings}


def same(one: OpenCase, other: OpenCase) -> bool:
    return one.case.data == other.case.data


def test_a_case_comes_back_as_it_was_left(desk: Desk) -> None:
    left = desk.open(CASE)
    left.edit("title", "Closing more sales", who="Sales operations", why="clearer")
    left.what_if_edit("win_rate.margin", 0.4)
    left.what_if_edit("cohort_1.start", 3)
    left.edit("idea.cohorts.2", {"people": 5, "start": 8})
    left.edit("ask.decide_by", datetime(2027, 3, 1, tzinfo=UTC).date())
    found = desk.open(CASE)
    assert same(found, left)
    assert (found.applied, left.applied, found.base.data) == (5, 5, load(case_file(desk), desk.catalogue).data)
    assert (found.case.title, found.case.plan["cohort_1.start"]) == ("Closing more sales", 3)
    expected = load(case_file(desk), desk.catalogue).what_if({"win_rate.margin": 0.4}).assumptions["win_rate.margin"]
    assert found.case.assumptions["win_rate.margin"].values == expected.values
    assert found.case.assumptions["win_rate.margin"].source == expected.source
    assert found.findings == ()
    first = found.log.changes()[0]
    assert (first.path, first.before, first.after, first.who) == (
        "title",
        "Closing the sale",
        "Closing more sales",
        "Sales operations",
    )


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{MARGIN}.low", 0.99),
        ("opportunity.diagnosis.able", {"low": 0.2, "likely": 1.4, "high": 1.5}),
        ("opportunity.metrics.win_rate.nonsense", 1),
        ("idea.cohorts.7.start", 3),
        ("title.deeper", "x"),
        ("", "x"),
        ("ask.assumptions.discount_rate", "__import__('os')"),
        ("idea.cohorts", object()),
    ],
)
def test_an_edit_that_would_make_the_case_wrong_is_refused_and_not_recorded(
    desk: Desk, path: str, value: object
) -> None:
    opened = desk.open(CASE)
    before = opened.case
    with pytest.raises(CaseError) as trouble:
        opened.edit(path, value)
    assert all(finding.do for finding in trouble.value.findings)
    assert opened.case is before
    assert opened.log.changes() == ()


def test_an_unknown_lever_and_an_edit_without_effect_are_not_recorded(desk: Desk) -> None:
    opened = desk.open(CASE)
    with pytest.raises(CaseError, match=r"win_rate\.margin"):
        opened.what_if_edit("margin", 0.4)
    opened.edit("title", opened.case.title)
    assert opened.log.changes() == ()


def test_undo_redo_and_back_to_base_move_the_case(desk: Desk) -> None:
    opened = desk.open(CASE)
    states = [opened.case.data]
    states.extend(opened.what_if_edit("win_rate.margin", value).data for value in (0.4, 0.42))
    assert opened.undo("me")
    assert opened.case.data == states[1]
    assert opened.redo("me")
    assert opened.case.data == states[2]
    assert opened.back_to_base("me")
    assert opened.case.data == states[0]
    assert not opened.back_to_base("me")
    assert opened.undo("me")
    assert opened.case.data == states[2]
    assert (opened.undo(), opened.undo(), opened.undo()) == (True, True, False)
    assert opened.case.data == states[0]


def test_another_tab_sees_the_change_and_both_are_kept(desk: Desk) -> None:
    left, right = desk.open(CASE), desk.open(CASE)
    left.what_if_edit("win_rate.margin", 0.4)
    assert right.case.assumptions["win_rate.margin"].likely != 0.4
    assert (right.refresh(), right.refresh()) == (True, False)
    assert same(left, right)
    right.edit("title", "Right")
    left.edit("summary", "Left")
    right.refresh()
    assert same(left, right)
    assert (left.case.title, left.case.document.summary) == ("Right", "Left")
    right.undo()
    left.refresh()
    assert left.case.document.summary != "Left"


def test_saving_writes_the_file_with_its_comments_and_starts_a_new_base(desk: Desk) -> None:
    opened, other = desk.open(CASE), desk.open(CASE)
    before, untouched = case_file(desk).read_text(), opened.case.data
    assert not opened.save("me")
    opened.what_if_edit("win_rate.margin", 0.4)
    assert opened.save("me")
    after = case_file(desk).read_text()
    comments = [line for line in before.splitlines() if "#" in line]
    assert comments
    assert all(line in after for line in comments)
    assert load(case_file(desk), desk.catalogue).data == opened.case.data
    assert (opened.log.state(), opened.back_to_base("me"), desk.open(CASE).findings) == ((), False, ())
    assert other.refresh()
    assert same(other, opened)
    assert opened.undo("me")
    assert opened.case.data == untouched
    assert opened.save("me")
    assert case_file(desk).read_text() == before
    assert not list(case_file(desk).parent.glob(".case*"))


def test_a_file_changed_by_hand_is_taken_over_and_edits_that_fit_stay(desk: Desk) -> None:
    opened = desk.open(CASE)
    opened.edit("title", "Recorded")
    opened.edit("idea.cohorts.1.people", 20)
    text = case_file(desk).read_text()
    second = text.index("    - people: 17\n      start: 4\n")
    assert "\ntitle: Closing the sale\n" in text
    case_file(desk).write_text(text[:second] + text[second:].replace("    - people: 17\n      start: 4\n", "", 1))
    again = desk.open(CASE)
    assert [finding.code for finding in again.findings] == ["case-file-changed"]
    assert again.case.title == "Recorded"
    # The place 1 is now behind the end of the list, so the recorded people make a draft cohort without a start.
    assert again.case.document.idea.cohorts[1].people == 20

    shorter = case_file(desk).read_text().replace("    - people: 17\n      start: 2\n", "", 1)
    case_file(desk).write_text(shorter.replace("  cohorts:\n", "  cohorts: []\n", 1))
    third = desk.open(CASE)
    assert [finding.code for finding in third.findings] == ["case-file-changed", "edit-skipped"]
    assert third.applied == 1
    assert third.findings[1].place.path == "idea.cohorts.1.people"
    assert third.case.title == "Recorded"
    assert len([change for change in third.log.changes() if change.kind == "edit"]) == 2


def test_saving_over_somebody_elses_change_is_refused_once_and_then_holds_both(desk: Desk) -> None:
    opened = desk.open(CASE)
    opened.edit("title", "Mine")
    theirs = load(case_file(desk), desk.catalogue).edit("summary", "Theirs").to_yaml()
    case_file(desk).write_text(theirs)
    with pytest.raises(CaseError) as trouble:
        opened.save("me")
    assert codes(trouble) == {"case-file-changed"}
    assert case_file(desk).read_text() == theirs
    assert opened.save("me")
    saved = load(case_file(desk), desk.catalogue)
    assert (saved.title, saved.document.summary) == ("Mine", "Theirs")


def test_a_file_that_broke_opens_as_it_last_was(desk: Desk) -> None:
    left = desk.open(CASE)
    left.edit("title", "Still here")
    case_file(desk).write_text("title: [broken\n")
    again = desk.open(CASE)
    assert same(again, left)
    assert [finding.severity for finding in again.findings] == ["error", "warning"]
    with pytest.raises(CaseError):
        again.save("me")
    assert case_file(desk).read_text() == "title: [broken\n"
    with pytest.raises(CaseError):
        Desk(Workspace.open("sqlite://"), desk.catalogue, desk.data_root).open(CASE)


@pytest.mark.parametrize("name", ["../closing-the-sale", "closing-the-sale/..", "nothing-here", "", "/etc/passwd"])
def test_a_case_that_is_not_there_or_is_a_path_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(CaseError):
        desk.open(name)


def test_a_refused_write_leaves_the_case_and_the_file_as_they_were(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = desk.open(CASE)
    opened.edit("title", "Recorded")
    before, text = opened.case, case_file(desk).read_text()
    with opened.log._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(CaseError) as trouble:
        opened.edit("title", "Not recorded")
    assert codes(trouble) == {"workspace-read-only"}
    assert opened.case is before

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CaseError, match="No space left"):
        write_whole(case_file(desk), "title: Another\n")
    assert case_file(desk).read_text() == text
    assert not list(case_file(desk).parent.glob(".case*"))
