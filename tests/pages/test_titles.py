"""Titles are read from the head of each case; what cannot be read is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ldcase.pages.titles import titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: Closing the sale\n", {"case": "Closing the sale"}),
        ("# a comment\nid: x\ntitle: 'Half: <b>bold</b> & more'   # why\n", {"case": "Half: <b>bold</b> & more"}),
        ("opportunity:\n  title: Not this one\n", {}),
        ("title: [1, 2\n", {}),
        ("title: 12\n", {}),
        ("", {}),
        ("a: " + "x" * 70_000 + "\ntitle: Too far down\n", {}),
    ],
)
def test_title(tmp_path: Path, text: str, found: dict[str, str]) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "case.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "no-case").mkdir()
    assert titles(tmp_path) == found


def test_titles_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert titles(tmp_path / "nowhere") == {}
