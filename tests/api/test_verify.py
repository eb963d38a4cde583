"""An exported file against its case, as the file says and as it is worked on in the workspace; and as a command."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

import ldcase
from ldcase.cli import main
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.origin import origin
from ldcase.forecast import forecast
from ldcase.store import Workspace
from ldcase.store.desk import Desk, OpenCase
from tests.sample_cases import DATA, modules

CASE = "it-turnover"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, without a workspace yet."""
    root = tmp_path / "data"
    root.mkdir()
    shutil.copytree(DATA / "cases", root / "cases")
    for folder in ("metrics", "model", "costs", "evidence", "diagnosis"):
        (root / folder).symlink_to(DATA / folder)
    monkeypatch.setenv("LDCASE_DATA", str(root))
    monkeypatch.setenv("LDCASE_LANGUAGE", "en")
    monkeypatch.delenv("LDCASE_WORKSPACE", raising=False)
    return root


def worked_on(data: Path) -> OpenCase:
    return Desk(Workspace.open(f"sqlite:///{data}/local/workspace.db"), modules(), data).open(CASE)


def exported(opened: OpenCase, target: Path) -> Path:
    """What the page exports: the present case, with the number of its newest change."""
    found, stream = forecast(opened.case), BytesIO()
    came_from = origin(found, datetime(2027, 1, 4, tzinfo=UTC).date(), str(opened.log.version))
    KINDS[target.suffix].write(found, stream, came_from, Options())
    target.write_bytes(stream.getvalue())
    return target


def test_the_file_of_the_case_is_found_by_its_name(data: Path, tmp_path: Path) -> None:
    target = ldcase.open(data / "cases" / CASE).export(tmp_path / "page.pdf")
    assert ldcase.verify(target)["page.pdf"].outcome == "same"
    assert ldcase.verify(target, data / "cases" / CASE)["page.pdf"].outcome == "same"
    assert ldcase.verify(target, data / "cases" / "closing-the-sale")["page.pdf"].outcome == "unknown"
    shutil.rmtree(data / "cases" / CASE)
    assert ldcase.verify(target)["page.pdf"].outcome == "unknown"
    assert not (data / "local").exists()


def test_the_state_in_the_workspace_counts(data: Path, tmp_path: Path) -> None:
    from_file = ldcase.open(data / "cases" / CASE).export(tmp_path / "file.pdf")
    opened = worked_on(data)
    opened.what_if_edit("able_share", 0.31)
    from_page = exported(opened, tmp_path / "page.pdf")
    assert ldcase.verify(from_page)["page.pdf"].outcome == "same"
    old = ldcase.verify(from_file)["file.pdf"]
    assert old.outcome == "changed"
    assert "changes recorded since" in old.told[1]
    opened.what_if_edit("able_share", 0.2)
    then = ldcase.verify(from_page)["page.pdf"]
    assert then.outcome == "changed"
    assert "change 1, now at change 2" in then.told[1]
    assert [each.name for each in then.differences] == ["able_share"]
    versions = opened.log.version
    opened.undo()
    assert ldcase.verify(from_page)["page.pdf"].outcome == "same"
    assert opened.log.version == versions + 1  # looking records nothing


def test_the_command_says_it_and_its_code_too(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = data / "cases" / CASE
    assert main(["export", str(case), "--to", "xlsx,pdf", "--into", str(tmp_path), "--paper", "letter"]) == 0
    printed = capsys.readouterr()
    assert printed.out.split() == [str(tmp_path / f"{CASE}.xlsx"), str(tmp_path / f"{CASE}.pdf")]
    assert "1 of 2: the Excel twin" in printed.err
    assert main(["verify", str(tmp_path / f"{CASE}.pdf")]) == 0
    worked_on(data).what_if_edit("able_share", 0.2)
    assert main(["verify", str(tmp_path / f"{CASE}.xlsx"), "--language", "de"]) == 1
    assert "im Fall" in capsys.readouterr().out
    (tmp_path / "note.txt").write_text("nothing of ours")
    assert main(["verify", str(tmp_path / "note.txt")]) == 2
    assert main(["verify", str(tmp_path / "nowhere.pdf")]) == 2
    assert "do:" in capsys.readouterr().err


def test_one_form_that_cannot_be_made_does_not_stop_the_others(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"{CASE}.pdf").mkdir()
    assert main(["export", str(data / "cases" / CASE), "--to", "pdf,xlsx", "--into", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out.strip() == str(tmp_path / f"{CASE}.xlsx")
    assert f"{CASE}.pdf" in printed.err
    assert main(["export", str(data / "cases" / CASE), "--to", "pdf", "--into", str(tmp_path / "nowhere")]) == 1
    assert "a folder that exists" in capsys.readouterr().err
