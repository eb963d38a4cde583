"""The command says its findings and ends with an exit code, never with a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ldcase import __version__
from ldcase.cli import chosen_language, main

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted(path.parent for path in (ROOT / "data" / "cases").glob("*/case.yaml"))


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language the machine has."""
    monkeypatch.setenv("LDCASE_LANGUAGE", "en")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_bundled_cases_pass_the_check(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(case)]) == 0
    assert capsys.readouterr().out.rstrip().endswith("ready")


def test_a_case_without_the_file_of_its_past_is_ready_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("local"))
    (data / "cases" / "closing-the-sale" / "win-rate.csv").unlink()
    assert main(["check", str(data / "cases" / "closing-the-sale")]) == 0
    said = capsys.readouterr().out
    assert "All figures are computed without it" in said
    assert said.rstrip().endswith("ready, 1 to check")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "data/cases/nowhere"], "nowhere"),
        (["check", "../../etc"], "etc"),
        (["export", "data/cases/closing-the-sale", "--to", "twin.txt"], "*.xlsx"),
        (["export", "data/cases/nowhere", "--to", "twin.xlsx"], "nowhere"),
    ],
)
def test_problems_are_findings_on_stderr(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 1
    printed = capsys.readouterr()
    assert told in printed.err
    assert "do:" in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""


def test_export_writes_the_twin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "twin.xlsx"
    assert main(["export", str(CASES[0]), "--to", str(target)]) == 0
    assert target.read_bytes().startswith(b"PK")
    assert capsys.readouterr().out.strip() == str(target)


@pytest.mark.parametrize("words", [[], ["dance"], ["check"], ["check", "x", "--loud"], ["app", "--port", "high"]])
def test_words_that_are_not_understood(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage: ldcase" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_a_file_of_own_data_is_told_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "not-used.csv"
    sample = ROOT / "data" / "samples" / "sample-people.csv"
    assert main(["data", "check", str(sample), "--better", "lower", "--report", str(saved)]) == 0
    said = capsys.readouterr().out
    assert "line 60, Start date: 'soon': not a date" in said
    assert "851 of 859 rows are used; 8 are not" in said
    assert "2 groups are hidden: fewer than 10 people." in said
    assert len(saved.read_text(encoding="utf-8").splitlines()) == 9
    assert main(["data", "check", str(ROOT / "LICENSE")]) == 1
    assert "which column holds this" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "de_AT.UTF-8"}, "de"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8", "LDCASE_LANGUAGE": "en"}, "en"),
        (["--language", "de", "check", "x"], {"LDCASE_LANGUAGE": "en"}, "de"),
        (["check", "x", "--language=de"], {}, "de"),
        (["--language"], {}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_then_the_machines(
    words: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen_language(words, environment) == language


def test_findings_are_printed_in_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "de", "check", str(tmp_path / "nowhere")]) == 1
    printed = capsys.readouterr()
    assert "Unter diesem Pfad liegt kein Fall." in printed.err
    assert "    zu tun: " in printed.err
    assert main(["--language", "de", "check", str(CASES[0])]) == 0
    assert capsys.readouterr().out.rstrip().endswith(": bereit")
