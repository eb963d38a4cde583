"""Cases as files, copies, put aside and back: nothing is overwritten, lost, or unpacked elsewhere."""

from __future__ import annotations

import shutil
import zipfile
from io import BytesIO

import pytest

from ldcase.errors import CaseError
from ldcase.store.bundle import Bundle, packed, unpacked
from ldcase.store.desk import Desk
from tests.store.conftest import CASE, MOMENT


def files(desk: Desk) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in desk.data_root.glob("cases/*/*")}


def zipped(**content: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, given in content.items():
            file.writestr(name, given)
    return buffer.getvalue()


def test_a_duplicate_holds_the_edits_and_the_tables(desk: Desk) -> None:
    original = desk.open(CASE)
    original.what_if_edit("able_share", 0.4)
    before = files(desk)
    copy = desk.duplicate(CASE, "Another one")
    assert copy.case.id == "another-one"
    assert copy.case.title == "Another one"
    assert copy.case.assumptions["able_share"].values == original.case.assumptions["able_share"].values
    assert copy.case.history("win_rate") == original.case.history("win_rate")
    assert copy.applied == 0
    assert {name: files(desk)[name] for name in before} == before


def test_a_saved_file_comes_back_as_the_same_case(desk: Desk) -> None:
    desk.open(CASE).what_if_edit("able_share", 0.4)
    name, content = packed(CASE, desk.bundle(CASE))
    assert name == f"{CASE}.zip"
    bundle = unpacked(name, content)
    assert "#" in bundle.text
    assert set(bundle.tables) == {"win-rate.csv", "answers.csv"}
    back = desk.take_in(bundle, name, "Back again")
    assert back.case.assumptions["able_share"].values == desk.open(CASE).case.assumptions["able_share"].values
    assert not [each for each in back.case.findings if each.severity == "error"]


def test_a_case_without_tables_is_saved_as_its_text() -> None:
    name, content = packed("alone", Bundle("title: Ünë\n"))
    assert (name, content.decode()) == ("alone.yaml", "title: Ünë\n")


def test_a_name_that_is_taken_is_asked_for_again_and_nothing_is_overwritten(desk: Desk) -> None:
    name, content = packed(CASE, desk.bundle(CASE))
    before = files(desk)
    with pytest.raises(CaseError) as refused:
        desk.take_in(unpacked(name, content), name)
    assert [each.code for each in refused.value.findings] == ["case-name-taken"]
    assert files(desk) == before
    shutil.rmtree(desk.data_root / "cases" / CASE)
    with pytest.raises(CaseError):  # its log is still there, and would stand over the newcomer
        desk.take_in(unpacked(name, content), name)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("case.docx", b"", "file-kind"),
        ("case.zip", b"no zip", "zip-unreadable"),
        ("case.zip", zipped(**{"a.csv": b"date,value\n"}), "zip-without-case"),
        ("case.zip", zipped(**{"a.yaml": b"title: A\n", "b.yaml": b"title: B\n"}), "zip-without-case"),
        ("case.zip", zipped(**{"a.yaml": b"title: A\n" + b"#" * 1_000_001}), "zip-too-large"),
        ("case.zip", zipped(**{"a.yaml": b"title: A\n"} | {f"{k}.csv": b"" for k in range(51)}), "zip-too-large"),
        ("case.yaml", b"title: A\n" + b"#" * 1_000_001, "file-too-large"),
        ("case.yaml", b"\xff\xfe\x00", "file-not-text"),
    ],
)
def test_what_is_no_case_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(CaseError) as refused:
        unpacked(name, content)
    assert [each.code for each in refused.value.findings] == [code]
    assert refused.value.findings[0].do


def test_names_inside_a_zip_lead_nowhere(desk: Desk) -> None:
    content = zipped(**{"../../away/case.yaml": b"title: Escape\n", "../../../up.csv": b"date,value\n"})
    case = desk.take_in(unpacked("x.zip", content), "x.zip")
    assert case.path == desk.data_root / "cases" / "escape" / "case.yaml"
    assert sorted(path.name for path in case.path.parent.iterdir()) == ["case.yaml", "up.csv"]
    assert not (desk.data_root.parent / "up.csv").exists()


def test_what_is_wrong_is_told_by_its_line_and_leaves_nothing(desk: Desk) -> None:
    before = files(desk)
    with pytest.raises(CaseError) as refused:
        desk.take_in(Bundle("title: X\nfoo: bar\n"), "mine.yaml")
    assert [str(each.place) for each in refused.value.findings] == ["mine/case.yaml:2:1 (foo)"]
    assert files(desk) == before


def test_putting_aside_is_recorded_and_taken_back(desk: Desk) -> None:
    shelf = desk.workspace.shelf
    before = files(desk)
    assert shelf.archive(CASE, "somebody")
    assert not shelf.archive(CASE, "somebody else")
    assert (shelf.archived()[CASE].who, shelf.archived()[CASE].at) == ("somebody", MOMENT)
    assert shelf.bring_back(CASE)
    assert not shelf.bring_back(CASE)
    assert shelf.archived() == {}
    assert files(desk) == before


def test_the_latest_change_and_what_was_worked_out(desk: Desk) -> None:
    shelf = desk.workspace.shelf
    assert shelf.latest() == {}
    desk.open(CASE).what_if_edit("able_share", 0.4, who="somebody")
    assert [(name, each.who, each.sequence) for name, each in shelf.latest().items()] == [(CASE, "somebody", 1)]
    shelf.remember("a", {"net": [1.5]})
    shelf.remember("a", {"net": [2.5]})
    assert shelf.remembered(["a", "b"]) == {"a": {"net": [1.5]}}
