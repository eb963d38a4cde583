"""Saving changes only the characters of what changed, and always reads back as what was meant."""

from __future__ import annotations

import difflib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ldcase.case.places import Node, Plain, changed
from ldcase.case.rewrite import rewritten, same
from ldcase.case.yaml_file import parse

TEXT = """\
# The head of the file stays.
title:   Closing the sale      # aligned by its author
"quoted key": 'it''s quoted'
summary: >-
  A folded text
  in two lines.

# a comment of its own
list:
- first
-   second   # wide
-   {low: 1,  likely: 2,   high: 3}   # aligned
nested:
    deep: # the four
        a: 1
        b: [1, 2,
            3]
empty:
last: |
  kept
   as written
"""

UNUSUAL = (
    "yes;No;1,200;1e5;0x1F;2027-01;12:30;- a;a: b;a #b;#;; x ;null;~;true;é 🎓;\u2028;\x07;a\nb"
    ";';\";{a};*a;&a;!a;%a;@a;50 %;\u00a0;3. x;=;-1"
)

EDITS = {
    "a text": ("title", "Closing", "title:   Closing the sale      # aligned by its author"),
    "a quoted text keeps its quotes": ("quoted key", 'say "x"', """"quoted key": 'it''s quoted'"""),
    "a number in a flow mapping": ("list.2.likely", 2.5, "-   {low: 1,  likely: 2,   high: 3}   # aligned"),
    "a number in a block": ("nested.deep.a", 7, "        a: 1"),
    "an empty value": ("empty", 3, "empty:"),
    "a member of a flow list": ("nested.deep.b.1", 9, "        b: [1, 2,"),
}


@pytest.mark.parametrize(("path", "value", "line"), EDITS.values(), ids=EDITS)
def test_one_changed_value_changes_one_line(path: str, value: Plain, line: str) -> None:
    file = parse(TEXT, "a.yaml")
    data = changed(file.root.data, [int(part) if part.isdigit() else part for part in path.split(".")], value)

    text = rewritten(file, data)

    differences = [row for row in difflib.ndiff(TEXT.splitlines(), text.splitlines()) if row[0] in "+-"]
    assert [row[0] for row in differences] == ["-", "+"]
    assert differences[0][2:] == line
    assert parse(text, "a.yaml").root.data == data


def test_nothing_changed_is_the_same_text() -> None:
    file = parse(TEXT, "a.yaml")
    assert rewritten(file, file.root.data) == TEXT


@pytest.mark.parametrize(
    ("path", "value", "there"),
    [
        (("nested", "new"), {"low": 1, "likely": 2}, "            3]\n    new: {low: 1, likely: 2}\nempty:"),
        (("list", 3), "third", "# aligned\n- third\nnested:"),
        (("list", 2, "unit"), "1/year", "{low: 1,  likely: 2,   high: 3, unit: 1/year}   # aligned\n"),
        (("end",), True, "  kept\n   as written\nend: true"),
        (("nested", "deep"), None, "nested: {}\nempty:"),
        (("list", 2), None, "-   second   # wide\nnested:"),
        (("title",), None, '# The head of the file stays.\n"quoted key":'),
        (("summary",), "word " * 40 + "end", "summary: >-\n  word word"),
    ],
)
def test_additions_and_removals_keep_the_layout(path: tuple[str | int, ...], value: Plain, there: str) -> None:
    file = parse(TEXT, "a.yaml")
    data = changed(file.root.data, path, value)
    text = rewritten(file, data)
    assert there in text
    assert same(parse(text, "a.yaml").root.data, data)


@pytest.mark.parametrize("value", UNUSUAL.split(";"))
@pytest.mark.parametrize("flow", [True, False])
def test_every_text_survives(value: str, flow: bool) -> None:
    file = parse("{a: x, b: [y]}" if flow else "a: x\nb:\n- y\n", "a.yaml")
    data: Plain = {"a": value, "b": [value], "c": value}
    assert parse(rewritten(file, data), "a.yaml").root.data == data


words = st.text("abcdefgh_", min_size=1, max_size=6)
texts = st.text(max_size=60) | st.lists(words, max_size=60).map(" ".join)
scalars = (
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(allow_nan=False, allow_infinity=False) | texts
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=12
)


def _paths(node: Node, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    below = [((*path, key), entry.value) for key, entry in node.entries.items()]
    below += [((*path, index), item) for index, item in enumerate(node.items)]
    more = [(*path, "new")] if isinstance(node.data, dict) else []
    more += [(*path, len(node.items))] if isinstance(node.data, list) else []
    return [*([path] if path else []), *more, *(found for step, child in below for found in _paths(child, step))]


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(words, values, min_size=1, max_size=4),
    st.sampled_from([True, False, None]),
    st.sampled_from([2, 4]),
    st.data(),
)
def test_whatever_is_changed_reads_back(
    start: dict[str, Plain], flow: bool | None, indent: int, draw: st.DataObject
) -> None:
    text = yaml.safe_dump(start, default_flow_style=flow, indent=indent, sort_keys=False, allow_unicode=True)
    file = parse(text, "a.yaml")
    data = file.root.data
    paths = _paths(file.root)
    for _ in range(draw.draw(st.integers(1, 3))):
        path, value = draw.draw(st.sampled_from(paths)), draw.draw(values)
        try:
            data = changed(data, path, value)
        except LookupError:
            continue
    assert isinstance(data, dict)
    if data:
        assert same(parse(rewritten(file, data), "a.yaml").root.data, data)
