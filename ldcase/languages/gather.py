"""Find every text of the interface: in the modules, in the browser's part, in the catalogue's files."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

PACKAGE = Path(__file__).resolve().parents[1]
DATA = PACKAGE.parent / "data"

KEYWORDS: dict[str, Any] = {
    "worded": None,
    "said": None,
    "marked": None,
    "worded_as": ((1, "c"), 2),
    "worded_many": (1, 2),
    "worded_sentence": None,
    "worded_sentence_many": (1, 2),
}
"""Functions whose arguments are texts: the first one, one and many, or the context and the text."""

CATALOGUE = (
    "metrics/*.yaml",
    "costs/*.yaml",
    "model/*.yaml",
    "diagnosis/*.yaml",
    "starting_values.yaml",
    "evidence/*.yaml",
)
SPOKEN = frozenset(
    {"title", "help", "note", "ask", "if_yes", "if_no", "says", "why", "instead", "words", "claims", "story"}
    | {"caution", "pitfalls", "sources", "from"}
)
"""Keys of catalogue files whose values are read by people, with everything below them."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text: where it stands, its context (empty without), the text, and its form for many (empty without)."""

    part: str
    context: str
    one: str
    many: str = ""
    line: int = 0

    @property
    def id(self) -> str | tuple[str, str]:
        """The text as a catalogue of translations knows it."""
        return (self.one, self.many) if self.many else self.one


def texts(only: str = "") -> list[Text]:
    """Return all texts of parts that begin with ``only``, in the order in which they stand, each once a part."""
    found: dict[tuple[str, str, str], Text] = {}
    for text in (*_modules(only), *_scripts(only), *_files(only)):
        found.setdefault((text.part, text.context, text.one), text)
    return list(found.values())


def _modules(only: str) -> Iterator[Text]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "node_modules" not in path.parts and path.parent.name != "languages":
            yield from _said(path, only)


def _scripts(only: str) -> Iterator[Text]:
    for folder in ("front", "client"):
        for path in sorted((PACKAGE / "pages" / folder / "src").glob("*.js")):
            yield from _scripted(path, only)


def _content(path: Path, only: str) -> tuple[str, bytes]:
    """Return the part a file is, and its bytes where it may say something."""
    part = str(PurePosixPath(path.relative_to(PACKAGE)).with_suffix(""))
    content = path.read_bytes() if part.startswith(only) else b""
    return part, content if any(f"{word}(".encode() in content for word in KEYWORDS) else b""


def _said(path: Path, only: str) -> Iterator[Text]:
    """Return the texts of a module: every call, those inside of other calls and inside of f-strings too."""
    part, content = _content(path, only)
    calls = [node for node in ast.walk(ast.parse(content)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        given = [value.value if isinstance(value, ast.Constant) else None for value in call.args[:2]]
        first, second = (value if isinstance(value, str) else "" for value in (*given, None, None)[:2])
        if name not in KEYWORDS or not first:
            continue
        if name == "worded_as":
            yield Text(part, first, second, "", call.lineno)
        else:
            yield Text(part, "", first, second if KEYWORDS[name] == (1, 2) else "", call.lineno)


def _scripted(path: Path, only: str) -> Iterator[Text]:
    from babel.messages.extract import extract

    part, content = _content(path, only)
    for line, message, _comments, context in extract("javascript", BytesIO(content), keywords=KEYWORDS):
        one, many = message if isinstance(message, tuple) else (message, "")
        if one:
            yield Text(part, context or "", one, many, line)


def _files(only: str) -> Iterator[Text]:
    import yaml

    for pattern in CATALOGUE:
        for path in sorted(DATA.glob(pattern)):
            part = "data/" + str(PurePosixPath(path.relative_to(DATA)).with_suffix(""))
            if not part.startswith(only):
                continue
            for text in _spoken(yaml.safe_load(path.read_text(encoding="utf-8")), False):
                yield Text(part, "", text)


def _spoken(node: object, spoken: bool) -> Iterable[str]:
    if isinstance(node, str):
        return [node] if spoken and node.strip() else []
    if isinstance(node, dict):
        return [text for key, value in node.items() for text in _spoken(value, spoken or key in SPOKEN)]
    return [text for value in node for text in _spoken(value, spoken)] if isinstance(node, list) else []
