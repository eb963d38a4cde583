"""Reading files that somebody else wrote: limits, positions, and what cannot be read at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from ldcase.case.places import place
from ldcase.case.yaml_file import MOST_BYTES, parse, read
from ldcase.errors import CaseError

REFUSED = {
    "broken": (b"title: [a\nb: 2", "yaml-broken", 2),
    "tab": (b"a:\n\tb: 2", "yaml-broken", 2),
    "empty": (b"", "file-empty", None),
    "only a comment": (b"# nothing\n", "file-empty", None),
    "a list": (b"- a\n- b\n", "file-not-a-mapping", 1),
    "a word": (b"hello", "file-not-a-mapping", 1),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "file-not-text", None),
    "latin-1": ("title: Müller".encode("latin-1"), "file-not-text", None),
    "a control character": (b"title: a\x07b", "file-not-text", None),
    "an alias bomb": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "anchor", 1),
    "python object": (b"a: 1\nb: !!python/object/apply:os.system ['id']", "tag", 2),
    "deeply nested": (b"a: " + b"[" * 5000, "too-deep", 1),
    "very many values": (b"a: [" + b"1," * 60_000 + b"]", "too-many-values", 1),
    "two documents": (b"a: 1\n---\nb: 2", "file-two-documents", 2),
    "a list as key": (b"? [a]\n: 1", "key-not-a-word", 1),
}


@pytest.mark.parametrize(("content", "code", "line"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_says_why_and_where(tmp_path: Path, content: bytes, code: str, line: int | None) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(content)
    with pytest.raises(CaseError) as caught:
        read(path, "toy/case.yaml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == (code, line)
    assert str(caught.value).startswith("toy/case.yaml" + (f":{line}:" if line else ": "))
    assert finding.do or finding.found


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(CaseError, match=r"50,000,000 bytes[\s\S]*at most 1,000,000"):
        read(path, "case.yaml")
    assert MOST_BYTES == 1_000_000


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such file"):
        read(tmp_path / "none.yaml", "none.yaml")


def test_values_follow_yaml_1_2_and_dates_stay_text() -> None:
    text = "a: [yes, No, 012, 1_000, 1e3, 2027-01, 2027-01-15, ~, true, .5, '1', 1:30, -.inf]"
    values = ["yes", "No", 12, "1_000", 1000.0, "2027-01", "2027-01-15", None, True, 0.5, "1", "1:30", float("-inf")]
    assert parse(text, "a").root.data == {"a": values}


def test_a_key_that_stands_twice_is_told_with_both_lines() -> None:
    file = parse("a: 1\nb: 2\na: 3\n", "a.yaml")
    (finding,) = file.findings
    assert (finding.code, finding.place.line, finding.found) == (
        "key-twice",
        3,
        "in lines 1 and 3; the second was read",
    )
    assert file.root.data == {"a": 3, "b": 2}


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [(("a",), 2, 4), (("b", 1, "c"), 5, 6), (("b", 1, "missing", "x"), 5, 3), (("none",), 2, 1)],
)
def test_places_are_those_of_the_value_or_of_what_is_around_it(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    file = parse("# head\na: 1\nb:\n- x\n- c: 2\n", "a.yaml")
    where = place(file.root, "a.yaml", path)
    assert (where.line, where.column) == (line, column)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read(path, "a").root.data == {"a": 1, "b": 2}
