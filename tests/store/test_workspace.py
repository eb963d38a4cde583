"""The workspace as a file: durable, append-only, shared by processes, and clear about what goes wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from ldcase.errors import CaseError
from ldcase.store import CaseLog, Edit, StoreError, Workspace

MOMENT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
BASE = "title: Closing the sale\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "local" / "workspace.db"


@pytest.fixture
def workspace(file: Path) -> Iterator[Workspace]:
    opened = Workspace.open(f"sqlite:///{file}", clock=lambda: MOMENT, patience=0.2)
    yield opened
    opened.close()


@pytest.fixture
def log(workspace: Workspace) -> CaseLog:
    return workspace.case("closing-the-sale", BASE, file="cases/closing-the-sale/case.yaml")


def reopened(file: Path) -> CaseLog:
    return Workspace.open(f"sqlite:///{file}").case("closing-the-sale", BASE)


def test_a_change_says_who_what_from_to_when_and_why(log: CaseLog, file: Path) -> None:
    log.record(
        "ask.decide_by", date(2027, 1, 15), date(2027, 2, 1), who="Sales operations", why="The board meets later"
    )
    (change,) = reopened(file).changes()
    assert (change.sequence, change.kind, change.path) == (1, "edit", "ask.decide_by")
    assert (change.before, change.after) == ("2027-01-15", "2027-02-01")
    assert (change.who, change.why, change.at) == ("Sales operations", "The board meets later", MOMENT)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), {"low": {1, 2}}])
def test_a_value_no_file_can_hold_is_refused_and_not_recorded(log: CaseLog, value: object) -> None:
    with pytest.raises(StoreError) as caught:
        log.record("idea.x", None, value)
    assert caught.value.findings[0].code == "change-value"
    assert log.changes() == ()


def test_the_log_only_grows(log: CaseLog, file: Path) -> None:
    """Every operation runs with triggers that forbid to change or delete a row; text and history stay as written."""
    guard = sqlite3.connect(file)
    for table in ("change", "document", "snapshot_entry"):
        for action in ("UPDATE", "DELETE"):
            guard.execute(
                f"CREATE TRIGGER no_{action}_{table} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, 'grows'); END"
            )
    guard.commit()
    with pytest.raises(sqlite3.IntegrityError, match="grows"):
        guard.execute("UPDATE document SET text = ''")
    guard.close()
    log.record("a", 1, 2)
    log.undo("me")
    log.redo("me")
    taken = log.snapshot("before the board", "me", "to compare")
    log.rename_snapshot(taken.number, "before the first board", "me")
    log.remove_snapshot(taken.number, "me")
    log.back_to_base("me")
    log.undo("me")
    log.saved(BASE + "a: 2\n")
    log.record("a", 2, 3)
    again = Workspace.open(f"sqlite:///{file}").case("closing-the-sale", BASE + "a: 5\n")
    kinds = [change.kind for change in again.changes()]
    assert kinds == ["edit", "undo", "redo", "base", "undo", "save", "edit", "reload"]
    assert [change.of for change in again.changes() if change.of] == [1, 1, 4]
    assert again.present() == again.present(at=8)
    assert (again.present(at=1).text, again.present(at=1).edits) == (BASE, (Edit("a", 2),))
    assert (again.present(at=4).edits, again.present(at=6).text) == ((), BASE + "a: 2\n")


def test_a_file_that_changed_on_disk_becomes_the_base_under_the_same_edits(workspace: Workspace, log: CaseLog) -> None:
    log.record("a", 1, 2)
    assert not log.reloaded
    other = workspace.case("closing-the-sale", BASE + "b: 1\n")
    assert other.reloaded
    assert (other.present().text, other.state()) == (BASE + "b: 1\n", (Edit("a", 2),))
    assert log.present() == other.present()
    assert not workspace.case("closing-the-sale", BASE + "b: 1\n").reloaded
    assert other.undo("me") is not None
    assert (other.present().text, other.state(), other.can_undo) == (BASE + "b: 1\n", (), False)


def test_a_saved_text_is_no_reload_and_undo_reaches_back_over_it(workspace: Workspace, log: CaseLog) -> None:
    log.record("a", 1, 2)
    log.saved(BASE + "a: 2\n")
    again = workspace.case("closing-the-sale", BASE + "a: 2\n")
    assert (again.reloaded, again.state(), again.present().text) == (False, (), BASE + "a: 2\n")
    again.undo()
    assert (again.state(), again.present().text) == ((), BASE)


def test_snapshots_have_a_name_of_their_own_and_a_state(log: CaseLog) -> None:
    log.record("a", 1, 2)
    taken = log.snapshot("first", "me", "why not")
    log.record("a", 2, 3)
    assert log.snapshots() == (taken,)
    assert (taken.sequence, taken.who, taken.why, taken.at) == (1, "me", "why not", MOMENT)
    assert log.present(at=taken.sequence).edits == (Edit("a", 2),)
    for name in ("first", "", "  "):
        with pytest.raises(StoreError, match="name of its own"):
            log.snapshot(name)


@pytest.mark.parametrize(
    "case_id", ["", "../secrets", "a/b", "a\\b", "a.b", "-a", "a-", "a b", "_a", "é", "a\n", "x" * 101]
)
def test_a_case_name_is_never_a_path(workspace: Workspace, case_id: str) -> None:
    with pytest.raises(StoreError) as caught:
        workspace.case(case_id, BASE)
    assert caught.value.findings[0].code == "case-id"


RECORDER = """
import sys
from ldcase.store import Workspace
log = Workspace.open(sys.argv[1]).case("closing-the-sale", sys.argv[2])
for number in range(int(sys.argv[4])):
    change = log.record(f"{sys.argv[3]}.{number}", None, number, who=sys.argv[3])
    print(change.sequence, flush=True)
"""


def recorder(file: Path, who: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RECORDER, f"sqlite:///{file}", BASE, who, str(count)], stdout=subprocess.PIPE, text=True
    )


def test_what_was_recorded_survives_kill_minus_nine(file: Path) -> None:
    process = recorder(file, "tab", 1_000_000)
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(20)]
    os.kill(process.pid, signal.SIGKILL)
    told += [int(line) for line in process.stdout.read().split()]
    process.stdout.close()
    process.wait()
    changes = reopened(file).changes()
    assert [change.sequence for change in changes[: len(told)]] == told
    assert len(changes) - len(told) in (0, 1)  # one may be recorded and not yet told
    assert [change.after for change in changes] == list(range(len(changes)))


def test_two_processes_that_write_at_once_lose_nothing(file: Path) -> None:
    count = 60
    writers = [recorder(file, who, count) for who in ("left", "right")]
    told = [[int(line) for line in writer.communicate()[0].split()] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    changes = reopened(file).changes()
    assert sorted(told[0] + told[1]) == [change.sequence for change in changes] == list(range(1, 2 * count + 1))
    for who in ("left", "right"):
        assert [change.after for change in changes if change.who == who] == list(range(count))


def test_threads_share_a_log(log: CaseLog, workspace: Workspace) -> None:
    other = workspace.case("closing-the-sale", BASE)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: (log, other)[number % 2].record("a", None, number), range(40)))
    recorded: list[Any] = [change.after for change in log.changes()]
    assert sorted(recorded) == list(range(40))
    assert log.changes() == other.changes()


@pytest.mark.parametrize("damage", ["text", "header", "middle", "short"])
def test_a_damaged_file_is_moved_aside_and_kept(log: CaseLog, workspace: Workspace, file: Path, damage: str) -> None:
    for number in range(200):
        log.record(f"path.{number}", None, "x" * 100)
    workspace.close()
    content = bytearray(file.read_bytes())
    if damage == "text":
        content = bytearray(b"this is not a database " * 100)
    elif damage == "header":
        content[0:30] = b"\xff" * 30
    elif damage == "middle":
        content[4096 : len(content) // 2] = b"\xa5" * (len(content) // 2 - 4096)
    else:
        content = content[: len(content) // 2]
    file.write_bytes(content)
    again = Workspace.open(f"sqlite:///{file}", clock=lambda: MOMENT)
    (finding,) = again.findings
    assert (finding.code, finding.severity) == ("workspace-damaged", "warning")
    aside = file.with_name("workspace.db.damaged-20270104T090000Z")
    assert aside.name in finding.found
    assert aside.read_bytes() == content
    fresh = again.case("closing-the-sale", BASE)
    assert fresh.record("a", 1, 2).sequence == 1
    again.close()
    assert not Workspace.open(f"sqlite:///{file}").findings


def refusal(log: CaseLog) -> str:
    with pytest.raises(CaseError) as caught:
        log.record("a", 1, 2)
    (finding,) = caught.value.findings
    assert finding.do
    assert finding.place.file
    return finding.code


def test_a_locked_a_full_and_a_read_only_workspace_say_so_and_keep_what_there_is(log: CaseLog, file: Path) -> None:
    log.record("a", 0, 1)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refusal(log) == "workspace-locked"
    other.execute("ROLLBACK")
    other.close()
    with log._database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="disk of the workspace is full"):
        list(map(log.record, ["a"] * 500, [0] * 500, ["x" * 500] * 500))
    recorded = len(log.changes())
    with log._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert refusal(log) == "workspace-read-only"
    with log._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
    assert log.record("a", 1, 2).sequence == recorded + 1
    assert len(reopened(file).changes()) == recorded + 1


def test_a_folder_that_cannot_be_made_and_an_address_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    table = {
        f"sqlite:///{tmp_path}/file/workspace.db": "workspace-cannot-open",
        f"sqlite:///{tmp_path}": "workspace-cannot-open",
        "nonsense": "workspace-address",
        "nosuch://user:secret@host/database": "workspace-address",
    }
    for url, code in table.items():
        with pytest.raises(StoreError) as caught:
            Workspace.open(url)
        assert caught.value.findings[0].code == code
        assert "secret" not in str(caught.value)


def test_a_workspace_of_a_newer_version_is_left_alone(log: CaseLog, file: Path) -> None:
    log.record("a", 1, 2)
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO migration VALUES ('2099-01-01 something', '2099-01-01')")
    with pytest.raises(StoreError, match="newer version"):
        reopened(file)
    assert len(log.changes()) == 1


def test_times_are_kept_in_utc_whatever_the_clock_says(tmp_path: Path) -> None:
    east = datetime(2027, 1, 4, 11, 0, tzinfo=timezone(timedelta(hours=2)))
    opened = Workspace.open(f"sqlite:///{tmp_path}/workspace.db", clock=lambda: east)
    assert opened.case("a", BASE).record("a", 1, 2).at.isoformat() == "2027-01-04T09:00:00+00:00"
