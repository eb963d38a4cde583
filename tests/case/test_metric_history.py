"""Histories: good rows are used, bad ones are told with their line, and no file outside the case's folder is read."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from ldcase.case import Case, Catalogue, load
from ldcase.case.history import HistoryPoint, inside, rows
from ldcase.errors import CaseError
from tests.case.conftest import TOY


def test_good_rows_are_used_and_bad_ones_told() -> None:
    text = """date,value,group
2026-01-01,0.2,team
2026-01-01,0.3,best

2026-02,0.25,team
2026-13-01,0.2,team
2026-03-01,"1,200",team
2026-03-01,nan,team
2026-03-01,0.2,them
2026-01-15,0.9,team
2026-04-01,0.3
"""
    history = rows(text, "a.csv")
    assert history.points == (
        HistoryPoint(date(2026, 1, 1), 0.3, "best"),
        HistoryPoint(date(2026, 1, 1), 0.2, "team"),
        HistoryPoint(date(2026, 2, 1), 0.25, "team"),
        HistoryPoint(date(2026, 4, 1), 0.3, "team"),
    )
    told = [(finding.code, finding.place.line) for finding in history.findings]
    assert told == [
        ("history-date", 6),
        ("history-value", 7),
        ("history-value", 8),
        ("history-group", 9),
        ("history-twice", 10),
    ]
    assert history.findings[1].do == "Write 1200."
    assert str(history.findings[0]).startswith("a.csv:6 (date): The date cannot be read.")
    assert all(finding.severity == "warning" for finding in history.findings)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "history-header"),
        ("month;value\n2026-01;3\n", "history-header"),
        ("date,value\n" + "x,1\n" * 50, "history-more"),
        ("date,value\n" + "".join(f"{2000 + i // 12}-{i % 12 + 1:02},1\n" for i in range(6000)), "history-long"),
        ('date,value\n2026-01,"' + "9" * 200_000, "history-broken"),
    ],
)
def test_files_that_are_no_history(text: str, code: str) -> None:
    was = csv.field_size_limit(8 * 1024 * 1024)  # whatever another reader of this process asked for
    try:
        findings = rows(text, "a.csv").findings
    finally:
        csv.field_size_limit(was)
    assert code in {finding.code for finding in findings}
    assert len(findings) <= 21


@pytest.mark.parametrize(
    "name",
    ["../a.csv", "b/../../a.csv", "/etc/passwd", "C:\\a.csv", "\\\\host\\a.csv", "..\\a.csv", "link.csv", "a\0.csv"],
)
def test_no_way_out_of_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (tmp_path / "a.csv").write_text("secret")
    (folder / "link.csv").symlink_to(tmp_path / "a.csv")
    assert not inside(folder, name)
    assert inside(folder, "a.csv")


def case_with(folder: Path, modules: Catalogue, csv: bytes) -> Case:
    folder.mkdir()
    (folder / "case.yaml").write_text(TOY.replace("use: turnover", "use: turnover\n      history: a.csv"))
    (folder / "a.csv").write_bytes(csv)
    return load(folder, modules)


def test_a_case_has_the_history_of_its_metric(tmp_path: Path, modules: Catalogue) -> None:
    case = case_with(tmp_path / "toy", modules, b"date,value,group\n2026-01-01,0.2,team\n2026-02-01,many,team\n")
    assert case.history("leavers") == (HistoryPoint(date(2026, 1, 1), 0.2, "team"),)
    assert [(finding.place.file, finding.place.line) for finding in case.findings] == [("toy/a.csv", 3)]
    assert case.ready
    with pytest.raises(CaseError, match="Did you mean leavers"):
        case.history("leaver")


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"date,value\n" + b"1" * 1_100_000])
def test_a_history_that_cannot_be_read_is_a_finding(tmp_path: Path, modules: Catalogue, content: bytes) -> None:
    case = case_with(tmp_path / "toy", modules, content)
    assert case.history("leavers") == ()
    assert [finding.code[:5] for finding in case.findings] == ["file-"]
