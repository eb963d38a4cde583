"""Named states of a case: kept, renamed, removed, compared with, gone back to."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from ldcase.store import StoreError, Workspace
from ldcase.store.desk import Desk, OpenCase
from ldcase.store.schema import MIGRATIONS
from tests.store.conftest import CASE, MOMENT


@pytest.fixture
def patience() -> float:
    return 5.0


@pytest.fixture
def case(desk: Desk) -> OpenCase:
    return desk.open(CASE)


def names(case: OpenCase) -> list[str]:
    return [each.name for each in case.log.snapshots()]


def test_a_state_is_kept_renamed_and_removed_and_its_name_is_free_again(desk: Desk, case: OpenCase) -> None:
    first = case.log.snapshot("  before   the board ", "me", "to compare")
    assert (first.name, first.sequence, first.who, first.at) == ("before the board", 0, "me", MOMENT)
    case.what_if_edit("win_rate.margin", 0.4)
    second = case.log.snapshot("after it")
    assert second.sequence == 1
    renamed = case.log.rename_snapshot(first.number, "the draft", "you")
    assert (renamed.number, renamed.who, renamed.at) == (first.number, "me", MOMENT)
    assert names(desk.open(CASE)) == ["the draft", "after it"], "another desk sees the same"
    case.log.rename_snapshot(first.number, "the draft")  # its own name is no trouble
    for taken in ("after it", "", "  "):
        with pytest.raises(StoreError, match="name of its own"):
            case.log.rename_snapshot(first.number, taken)
        with pytest.raises(StoreError, match="name of its own"):
            case.log.snapshot(taken or " ")
    case.log.remove_snapshot(second.number)
    assert names(case) == ["the draft"]
    for gone in (second.number, 99):
        with pytest.raises(StoreError, match="not there any more"):
            case.log.remove_snapshot(gone)
        with pytest.raises(StoreError, match="not there any more"):
            case.log.rename_snapshot(gone, "again")
    assert case.log.snapshot("after it").number > second.number
    assert len(case.log.snapshot("x" * 500).name) == 80


def test_going_back_is_one_recorded_edit_that_undo_takes_back(desk: Desk, case: OpenCase) -> None:
    case.edit("title", "Closing more sales", who="me")
    case.edit("idea.cohorts.2", {"people": 5, "start": 8})
    then = case.case
    kept = case.log.snapshot("then")
    case.what_if_edit("win_rate.margin", 0.4)
    case.edit("idea.cohorts.0", None)
    case.edit("ask.decide_by", datetime(2027, 3, 1, tzinfo=UTC).date())
    later = case.case
    assert case.earlier(kept.sequence).data == then.data
    assert case.earlier(0).data == case.base.data
    before = len(case.log.changes())
    case.return_to(kept.sequence, who="me", why="then")
    assert case.case.data == then.data
    assert [(each.kind, each.path, each.why) for each in case.log.changes()[before:]] == [("edit", "", "then")]
    assert case.applied == 1, "what came before the whole document needs no second look"
    assert desk.open(CASE).case.data == then.data
    case.edit("title", "And on from there")
    case.undo()
    case.undo()
    assert case.case.data == later.data
    case.redo()
    assert case.case.data == then.data
    assert case.save("me")
    assert desk.open(CASE).base.data == then.data
    case.return_to(kept.sequence)
    assert len(case.log.changes()) == before + 6, "a case that is there already is not brought there"


def test_an_older_workspace_keeps_its_snapshots(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    old = sqlite3.connect(file)
    old.execute("CREATE TABLE migration (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
    for statement in MIGRATIONS[0].statements:
        old.execute(statement)
    old.execute("INSERT INTO migration VALUES (?, ?)", (MIGRATIONS[0].name, MOMENT.isoformat()))
    for case, name, day in ((CASE, "second", 2), (CASE, "first", 1), ("other", "only", 3)):
        row = (case, name, day, "me", "", MOMENT.replace(day=day).isoformat())
        old.execute("INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?)", row)
    old.commit()
    old.close()
    workspace = Workspace.open(f"sqlite:///{file}")
    found = workspace.case(CASE, "title: x\n").snapshots()
    assert [(each.number, each.name, each.sequence) for each in found] == [(1, "first", 1), (2, "second", 2)]
    assert [each.name for each in workspace.case("other", "title: x\n").snapshots()] == ["only"]


def test_many_at_once_get_numbers_of_their_own(case: OpenCase) -> None:
    trouble: list[BaseException] = []

    def take(number: int) -> None:
        try:
            case.log.snapshot(f"state {number}")
        except StoreError as error:
            trouble.append(error)

    threads = [Thread(target=take, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not trouble
    assert [each.number for each in case.log.snapshots()] == list(range(1, 13))
    with pytest.raises(StoreError, match="name of its own"):
        case.log.snapshot("state 3")
