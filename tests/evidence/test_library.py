"""The library of published effects."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from ldcase.errors import CaseError
from ldcase.evidence import Effect, load
from tests.sample_cases import BUNDLED, DATA, bundled

HEAD = ",".join(field.name for field in fields(Effect))


def row(**given: str) -> str:
    said = {"id": "a2020", "study": "A study", "reference": "doi", "quality_grade": "B", **given}
    return ",".join(said.get(field.name, "") for field in fields(Effect))


def test_every_finding_a_case_names_is_there() -> None:
    effects = load(DATA / "evidence")
    assert len(effects) > 20
    named = [finding.id for name in BUNDLED for finding in bundled(name).document.evidence.findings]
    assert named
    assert set(named) <= set(effects)


def test_a_folder_that_is_not_there_has_no_effects(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("content", "code", "line", "found"),
    [
        ("id,study\na,b\n", "evidence-columns", 1, "domain"),
        ("", "evidence-columns", 1, "id"),
        (f"{HEAD}\n{row()}\n{row()}\n", "evidence-row", 3, "a2020 a second time"),
        (f"{HEAD}\n{row(id='')}\n", "evidence-row", 2, "no id without id"),
        (f"{HEAD}\n{row(study=' ', reference='')}\n", "evidence-row", 2, "without study, reference"),
        (f"{HEAD}\na2020\n", "evidence-row", 2, "without study, reference, quality_grade"),
        (b"id,\xff\xfe", "evidence-unreadable", None, "utf-8"),
        (f"{HEAD}\n{row(study='x' * 200_000)}\n", "evidence-unreadable", None, "field limit"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, content: str | bytes, code: str, line: int | None, found: str
) -> None:
    path = tmp_path / "effects.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CaseError) as trouble:
        load(tmp_path)
    (finding,) = trouble.value.findings
    assert finding.code == code
    assert finding.place.file == "effects.csv"
    assert finding.place.line == line
    assert found in finding.found


def test_all_problems_are_told_at_once_and_a_mark_of_order_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"\ufeff{HEAD}\n{row()}\n", encoding="utf-8")
    assert list(load(tmp_path)) == ["a2020"]
    (tmp_path / "b.csv").write_text(f"{HEAD}\n{row()}\n{row(id='b', study='')}\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(CaseError) as trouble:
        load(tmp_path)
    assert [finding.place.file for finding in trouble.value.findings] == ["b.csv", "b.csv", "c.csv"]
