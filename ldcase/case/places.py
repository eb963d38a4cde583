"""Where a value stands in the text of a YAML file: each keeps its line, its column and its span of characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from ldcase.errors import Place

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = "tuple[str | int, ...]"
Style = Literal["plain", "quoted", "block", "flow"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with its position.

    Attributes
    ----------
    data
        The value as plain Python data; a reader must not change it.
    start, end
        Span of characters in the text, ``end`` exclusive. The end of a block ends with its last visible character.
    line, column
        Both from 1.
    style
        ``block`` for indented collections and for ``|`` or ``>`` texts, ``flow`` for ``{…}`` and ``[…]``.
    entries
        The members of a mapping, by key, in the order of the file.
    items
        The members of a list.
    """

    data: Plain
    start: int
    end: int
    line: int
    column: int
    style: Style
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping, with the position of the key itself, and its value."""

    key: str
    start: int
    line: int
    column: int
    value: Node


def parts(path: str) -> Path:
    """Split a dotted path; numbers become positions in a list."""
    return tuple(int(part) if part.isdigit() else part for part in path.split(".")) if path else ()


def dotted(path: Sequence[str | int]) -> str:
    """Join the parts of a path with dots."""
    return ".".join(str(part) for part in path)


def place(root: Node, file: str, path: Sequence[str | int], *, at_key: bool = False) -> Place:
    """Return the place of ``path``, or of the nearest thing around it that the file has.

    With ``at_key``, and for a mapping or list on lines of its own, the place is that of the key in front of it.
    """
    node, line, column = root, root.line, root.column
    for part in path:
        if str(part) in node.entries:
            entry = node.entries[str(part)]
            node, line, column = entry.value, entry.line, entry.column
        elif isinstance(part, int) and 0 <= part < len(node.items):
            node = node.items[part]
            line, column = node.line, node.column
        else:
            return Place(file, line, column, dotted(path))
    if at_key or (node.style == "block" and (node.entries or node.items)):
        return Place(file, line, column, dotted(path))
    return Place(file, node.line, node.column, dotted(path))


def at(data: Plain, path: Sequence[str | int]) -> Plain:
    """Return the value at ``path``, or None where there is none."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
            data = data[part]
        else:
            return None
    return data


def changed(data: Plain, path: Sequence[str | int], value: Plain) -> Plain:
    """Return the data with ``value`` at ``path``; None takes it out. Only what lies on the way is copied.

    Mappings and lists on the way are made where they are missing; the position behind the last one adds to a list.

    Raises
    ------
    LookupError
        When the path leads through a single value or beyond the end of a list.
    """
    if not path:
        return value
    part, below = path[0], path[1:]
    if isinstance(data, list) or (data is None and isinstance(part, int)):
        data = data or []
        if not isinstance(part, int) or part > len(data) or (part == len(data) and value is None):
            raise LookupError(f"there is no “{part}” in a list of {len(data)}")
        inner = changed(data[part] if part < len(data) else None, below, value)
        return data[:part] + ([] if inner is None else [inner]) + data[part + 1 :]
    if data is not None and not isinstance(data, dict):
        raise LookupError(f"there is nothing below “{data}”")
    mapping = data or {}
    inner = changed(mapping.get(str(part)), below, value)
    if inner is None:
        return {key: kept for key, kept in mapping.items() if key != str(part)}
    return {**mapping, str(part): inner}
