"""Saving: the changed values are put into the text of the file, and everything else stays letter for letter.

The new data are compared with the values of the file, and only the characters of a value that differs are replaced.
So comments, order, quotes, blank lines and widths stay as their author left them, and a difference in version control
shows what changed and nothing else.
"""

from __future__ import annotations

import json
import math
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ldcase.case.places import Node, Plain
from ldcase.case.yaml_file import YamlFile, parse, scalar
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said

WIDTH = 120
_PLAIN_SIGNS = frozenset(" _-./()+%’'€$£–—×·&;?!")
_OTHER_PARSERS = re.compile(r"(?i:y|n|yes|no|on|off)|[-+0-9._xob]*(e[-+0-9]+)?")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class _Patch:
    """Characters from ``start`` to ``end`` (exclusive) to be replaced by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """The indentation of what stands below a key or a dash, and whether it is inside ``{}`` or ``[]``."""

    indent: int
    flow: bool


def rewritten(file: YamlFile, data: Plain) -> str:
    """Return the text of the file with its values changed to ``data``.

    Raises
    ------
    CaseError
        When the file's own layout does not allow it. The text is read again and compared, so it is never wrong.
    """
    text = file.text
    patches = _Differences(text).between(file.root, data, _Spot(0, file.root.style == "flow"))
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.end), reverse=True):
        text = text[: patch.start] + patch.text + text[patch.end :]
    try:
        faithful = same(parse(text, file.label).root.data, data)
    except CaseError:
        faithful = False
    if not faithful:
        what = said("The changes cannot be written into this file, because its layout is unusual.")
        do = said("Write lists and keys one below the other, indented by two blanks, and save again.")
        raise CaseError(Finding("file-layout", what, do=do, place=Place(file.label)))
    return text


def same(one: Plain, other: Plain) -> bool:
    """Whether two plain values are the same; 1 and 1.0 are, 1 and true are not, the order of keys does not matter."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one) and math.isnan(other):
        return True
    return one == other


@dataclass(frozen=True, slots=True)
class _Differences:
    text: str

    def between(self, node: Node, value: Plain, spot: _Spot) -> Iterator[_Patch]:
        if same(node.data, value):
            return
        patches: list[_Patch] | None = None
        if isinstance(value, dict) and value.keys() & node.entries.keys():
            patches = self.in_mapping(node, value, spot)
        elif isinstance(value, list) and value and node.items:
            patches = self.in_list(node, value, spot)
        yield from patches if patches is not None else [self.replaced(node, value, spot)]

    def in_mapping(self, node: Node, value: dict[str, Plain], spot: _Spot) -> list[_Patch] | None:
        """Return the patches, or None where the mapping has to be written anew."""
        flow = node.style == "flow"
        patches: list[_Patch] = []
        for entry in node.entries.values():
            if entry.key in value:
                patches += self.between(entry.value, value[entry.key], _Spot(entry.column + 1, flow))
            elif flow or not self.begins_line(entry.start):
                return None
            else:
                patches.append(self.removed(entry.start, entry.value.end))
        last = max(entry.value.end for entry in node.entries.values())
        indent = next(iter(node.entries.values())).column - 1
        for key, added in value.items():
            if key in node.entries:
                continue
            if flow:
                patches.append(_Patch(last, last, f", {_word(key, True)}: {_in_flow(added)}"))
            else:
                patches.append(self.added(last, indent, f"{_word(key, False)}:{_behind(added, indent + 2)}"))
        return _joined(patches)

    def in_list(self, node: Node, value: list[Plain], spot: _Spot) -> list[_Patch] | None:
        """Return the patches, or None where the list has to be written anew."""
        flow = node.style == "flow"
        dashes = [] if flow else [self.dash(item) for item in node.items]
        if (flow and len(value) < len(node.items)) or any(dash is None for dash in dashes):
            return None
        patches: list[_Patch] = []
        indent = 0 if flow else self.column(dashes[0] or 0)
        for index, item in enumerate(node.items):
            if index < len(value):
                patches += self.between(item, value[index], _Spot(indent + 2, flow))
            else:
                patches.append(self.removed(dashes[index] or 0, item.end))
        last = max(item.end for item in node.items)
        for added in value[len(node.items) :]:
            if flow:
                patches.append(_Patch(last, last, f", {_in_flow(added)}"))
            else:
                patches.append(self.added(last, indent, f"-{_behind(added, indent + 2, item=True)}"))
        return _joined(patches)

    def replaced(self, node: Node, value: Plain, spot: _Spot) -> _Patch:
        """Write a value anew where another one stands."""
        old = self.text[node.start : node.end]
        ending = "\n" if old.endswith("\n") else ""
        if spot.flow:
            lead = " " if not old and self.text[node.start - 1 : node.start].strip() else ""
            return _Patch(node.start, node.end, lead + _in_flow(value))
        if isinstance(value, str) and node.style == "quoted":
            return _Patch(node.start, node.end, _quoted(value))
        head = len(self.text[: node.start].rstrip())
        line = self.text[self.text.rfind("\n", 0, head) + 1 : head]
        if head and "#" not in line and line.endswith((":", "-")):
            return _Patch(head, node.end, _behind(value, spot.indent, item=line.endswith("-")) + ending)
        return _Patch(node.start, node.end, _in_flow(value) + ending)

    def removed(self, start: int, end: int) -> _Patch:
        """Take out whole lines."""
        first = self.text.rfind("\n", 0, start)
        last = self.line_end(end)
        return _Patch(first, last, "") if first >= 0 else _Patch(0, min(last + 1, len(self.text)), "")

    def added(self, end: int, indent: int, line: str) -> _Patch:
        """Add a line behind what ends at ``end``."""
        if self.text[end - 1 : end] == "\n":
            return _Patch(end, end, f"{' ' * indent}{line}\n")
        place = self.line_end(end)
        return _Patch(place, place, f"\n{' ' * indent}{line}")

    def dash(self, item: Node) -> int | None:
        """Return where the dash of a list's member stands, if it begins its line."""
        head = self.text[: item.start].rstrip()
        dash = len(head) - 1
        return dash if head.endswith("-") and self.begins_line(dash) else None

    def begins_line(self, position: int) -> bool:
        return not self.text[self.text.rfind("\n", 0, position) + 1 : position].strip(" ")

    def column(self, position: int) -> int:
        return position - self.text.rfind("\n", 0, position) - 1

    def line_end(self, position: int) -> int:
        if self.text[position - 1 : position] == "\n":
            return position - 1
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end


def _joined(patches: list[_Patch]) -> list[_Patch]:
    """Put several additions at one place into one, so that they keep their order."""
    joined: list[_Patch] = []
    for patch in patches:
        before = joined[-1] if joined else None
        if before and patch.start == patch.end == before.start == before.end:
            joined[-1] = _Patch(patch.start, patch.end, before.text + patch.text)
        else:
            joined.append(patch)
    return joined


def _behind(value: Plain, indent: int, *, item: bool = False) -> str:
    """Return a value as it stands behind a key's colon or a dash: on the same line where it is short."""
    flow = _in_flow(value)
    if isinstance(value, str):
        return " " + _text(value, indent)
    if not isinstance(value, dict | list) or not value or len(flow) + indent < WIDTH - 20:
        return " " + flow
    blanks = " " * indent
    if isinstance(value, dict):
        lines = [f"{_word(key, False)}:{_behind(inner, indent + 2)}" for key, inner in value.items()]
    else:
        lines = [f"-{_behind(inner, indent + 2, item=True)}" for inner in value]
    return (" " if item else f"\n{blanks}") + f"\n{blanks}".join(lines)


def _in_flow(value: Plain) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_word(key, True)}: {_in_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_in_flow(inner) for inner in value) + "]"
    if isinstance(value, str):
        return _word(value, True)
    return _number(value)


def _number(value: float | bool | None) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    mantissa, mark, exponent = repr(value).partition("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}{mark}{exponent}"


def _text(value: str, indent: int) -> str:
    """Return a text in block style: plain, folded where it is long, else quoted."""
    if len(value) + indent > WIDTH and " ".join(value.split()) == value and value.isprintable():
        lines = textwrap.wrap(value, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        return ">-\n" + "\n".join(" " * indent + line for line in lines)
    return _word(value, False)


def _word(value: str, flow: bool) -> str:
    """Return a text on one line, in quotes unless it is plainly a text to everybody."""
    signs = _PLAIN_SIGNS | frozenset("" if flow else ",")
    plain = (
        value[:1].isalnum()
        and not value.endswith(" ")
        and all(sign.isalnum() or sign in signs for sign in value)
        and isinstance(scalar(value), str)
        and (_DATE.fullmatch(value) or not _OTHER_PARSERS.fullmatch(value))
    )
    return value if plain else _quoted(value)


def _quoted(value: str) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub(
        r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", _escaped, quoted
    )


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
