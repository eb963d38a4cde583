"""Reading a YAML file that somebody else wrote: plain data only, within limits, every value with its position.

The text is read as the events of libyaml rather than as a finished tree: that gives the position of each value, lets
the limits act while reading, and takes a twentieth of the time of a round-trip parser. Numbers, true, false and null
follow YAML 1.2; everything else is text, dates included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

import yaml

from ldcase.case.places import Entry, Node, Plain
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said

MOST_BYTES = 1_000_000
MOST_VALUES = 50_000
DEEPEST = 30

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, Plain] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The text of a file, its values with their positions, and what is wrong with it that does not stop the reading."""

    label: str
    text: str
    root: Node
    findings: tuple[Finding, ...] = ()


def read(path: FilePath, label: str) -> YamlFile:
    """Read a file.

    Parameters
    ----------
    path
        The file.
    label
        What the file is called in findings.

    Raises
    ------
    CaseError
        When there is no file, it is larger than `MOST_BYTES`, it is not text, or it is not plain YAML.
    """
    return parse(text_of(path, label), label)


def text_of(path: FilePath, label: str, most: int = MOST_BYTES) -> str:
    """Return the text of a file with line ends as ``\\n``, or raise `CaseError`."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except FileNotFoundError:
        raise _refused(
            label, "file-missing", said("There is no such file."), do=said("Check the name of the folder.")
        ) from None
    except OSError as problem:
        raise _refused(
            label, "file-unreadable", said("The file cannot be read."), found=problem.strerror or ""
        ) from None
    if len(raw) > most:
        size = path.stat().st_size
        raise _refused(
            label,
            "file-too-large",
            said("The file is too large."),
            found=said("{size:,} bytes", size=size),
            allowed=said("at most {most:,} bytes", most=most),
            do=said("Open a case file; data belong into a CSV file beside it."),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _refused(
            label,
            "file-not-text",
            said("The file is not text."),
            found=said("byte {raw:#04x} at position {start}", raw=raw[problem.start], start=problem.start),
            allowed=said("text in UTF-8"),
            do=said("Save it as UTF-8 in the editor."),
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=16)
def parse(text: str, label: str) -> YamlFile:
    """Read the text of a YAML file; raises `CaseError` when it is not plain YAML with one mapping at its top.

    The same text gives the same file again: opening a case reads it twice, as file and as what its changes stand over.
    """
    findings: list[Finding] = []
    try:
        root = _Composer(text, label, findings).compose()
    except yaml.reader.ReaderError as problem:
        raise _refused(
            label,
            "file-not-text",
            said("The file holds a character that text does not have."),
            found=said(
                "character {character!r} at position {position}", character=problem.character, position=problem.position
            ),
            allowed=said("text in UTF-8"),
            do=said("Remove it, or open the right file."),
        ) from None
    except yaml.MarkedYAMLError as problem:
        raise _broken(problem, label) from None
    if root is None:
        raise _refused(label, "file-empty", said("The file is empty."), do=said("A case begins with: title: …"))
    if not isinstance(root.data, dict):
        kind = said("a list") if isinstance(root.data, list) else said("a single value")
        raise _refused(
            label,
            "file-not-a-mapping",
            said("The file is {kind}.", kind=kind),
            allowed=said("keys with values, such as “title: Closing the sale”"),
            do=said("Begin with: title: …"),
            line=root.line,
            column=root.column,
        )
    return YamlFile(label, text, root, tuple(findings))


def scalar(text: str) -> Plain:
    """Return what an unquoted word of YAML means."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text) and len(text) < 300:
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text.replace(".inf", "inf").replace(".nan", "nan") if text[-1] in "fFnN" else text)
    return text


@dataclass(slots=True)
class _Frame:
    """A collection that is being read."""

    event: Any
    entries: dict[str, Entry] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: Any = None


@dataclass(slots=True)
class _Composer:
    text: str
    label: str
    findings: list[Finding]

    def compose(self) -> Node | None:
        frames: list[_Frame] = []
        root: Node | None = None
        values = documents = 0
        for event in yaml.parse(self.text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._stop(
                        event,
                        "file-two-documents",
                        said("A second document begins here."),
                        said("one document a file"),
                        said("Remove the line ---."),
                    )
                continue
            if not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                continue
            values += 1
            self._limits(event, values, len(frames))
            if isinstance(event, yaml.CollectionStartEvent):
                if frames and isinstance(frames[-1].event, yaml.MappingStartEvent) and frames[-1].key is None:
                    raise self._stop(
                        event,
                        "key-not-a-word",
                        said("A key is a list or a mapping."),
                        said("a word as key"),
                        said("Write: name: value."),
                    )
                frames.append(_Frame(event))
                continue
            if isinstance(event, yaml.ScalarEvent):
                if frames and isinstance(frames[-1].event, yaml.MappingStartEvent) and frames[-1].key is None:
                    frames[-1].key = event
                    continue
                node = self._scalar(event)
            else:
                node = self._collection(frames.pop(), event)
            if frames:
                self._put(frames[-1], node)
            else:
                root = node
        return None if root is None or root.data is None else root

    def _limits(self, event: Any, values: int, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._stop(
                event,
                "anchor",
                said("An anchor (&) or alias (*) is used."),
                said("plain values"),
                said("Write the value out where it is used, or put it in quotes if it is text."),
            )
        if getattr(event, "tag", None):
            raise self._stop(
                event,
                "tag",
                said("A tag (!) is used."),
                said("plain values"),
                said("Remove it, or put the text in quotes."),
                str(event.tag),
            )
        if values > MOST_VALUES:
            raise self._stop(
                event,
                "too-many-values",
                said("The file holds too many values."),
                said("at most {most_values:,}", most_values=MOST_VALUES),
                said("Open a case file."),
            )
        if depth > DEEPEST:
            raise self._stop(
                event,
                "too-deep",
                said("Values are nested too deeply."),
                said("at most {deepest} levels", deepest=DEEPEST),
                said("Open a case file."),
            )

    def _scalar(self, event: Any) -> Node:
        mark, end = event.start_mark, event.end_mark.index
        if event.style in ("|", ">"):
            keeps_line_ends = "+" in self.text[mark.index : self.text.find("\n", mark.index)].partition("#")[0]
            visible = end if keeps_line_ends else self._visible(mark.index, end)
            return Node(event.value, mark.index, visible, mark.line + 1, mark.column + 1, "block")
        if event.implicit[0]:
            return Node(scalar(event.value), mark.index, end, mark.line + 1, mark.column + 1, "plain")
        return Node(event.value, mark.index, end, mark.line + 1, mark.column + 1, "quoted")

    def _collection(self, frame: _Frame, last: Any) -> Node:
        mark, flow = frame.event.start_mark, bool(frame.event.flow_style)
        members = frame.items or [entry.value for entry in frame.entries.values()]
        end = last.end_mark.index if flow else max((node.end for node in members), default=mark.index)
        data: Plain = (
            [node.data for node in frame.items]
            if isinstance(frame.event, yaml.SequenceStartEvent)
            else {key: entry.value.data for key, entry in frame.entries.items()}
        )
        return Node(
            data,
            mark.index,
            end,
            mark.line + 1,
            mark.column + 1,
            "flow" if flow else "block",
            MappingProxyType(frame.entries),
            tuple(frame.items),
        )

    def _put(self, frame: _Frame, node: Node) -> None:
        if isinstance(frame.event, yaml.SequenceStartEvent):
            frame.items.append(node)
            return
        key, mark, frame.key = frame.key.value, frame.key.start_mark, None
        if key in frame.entries:
            self.findings.append(
                Finding(
                    "key-twice",
                    said("The key “{key}” stands here twice.", key=key),
                    found=said(
                        "in lines {line} and {number}; the second was read",
                        line=frame.entries[key].line,
                        number=mark.line + 1,
                    ),
                    allowed=said("each key once"),
                    do=said("Remove one of the two."),
                    place=Place(self.label, mark.line + 1, mark.column + 1, key),
                )
            )
        frame.entries[key] = Entry(key, mark.index, mark.line + 1, mark.column + 1, node)

    def _visible(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())

    def _stop(self, event: Any, code: str, what: str, allowed: str, do: str, found: str = "") -> CaseError:
        mark = event.start_mark
        return _refused(
            self.label, code, what, found=found, allowed=allowed, do=do, line=mark.line + 1, column=mark.column + 1
        )


def _refused(
    label: str,
    code: str,
    what: str,
    *,
    found: str = "",
    allowed: str = "",
    do: str = "",
    line: int | None = None,
    column: int | None = None,
) -> CaseError:
    return CaseError(Finding(code, what, found, allowed, do, place=Place(label, line, column)))


def _broken(problem: Any, label: str) -> CaseError:
    mark = problem.problem_mark or problem.context_mark
    reasons: Iterator[str] = (str(reason) for reason in (problem.context, problem.problem) if reason)
    return _refused(
        label,
        "yaml-broken",
        said("The file is not valid YAML here."),
        found=", ".join(reasons),
        allowed=said("“key: value” lines, lists with “- ”, the same indentation for the same level"),
        do=said("Look at this line and the one above: a missing quote, colon, or indentation is the usual cause."),
        line=mark.line + 1 if mark else None,
        column=mark.column + 1 if mark else None,
    )
