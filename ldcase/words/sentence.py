"""Sentences with live numbers.

A template is text with placeholders ``{name}``, ``{name|format}``, ``{name|format|tone}``. Filling it gives a
`Sentence`: a tuple of plain texts and numbers that know which quantity they are, so that a page can make them
clickable, a document can print them, and a test can compare them. ``plural:one:many`` is a format that writes a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ldcase.language import worded, worded_many
from ldcase.words import numbers

Tone = Literal["gap", "benefit", "plain"]
TONES: tuple[Tone, ...] = ("gap", "benefit", "plain")
_PLACE = re.compile(r"\{([a-z_]+)\}")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_.]*)(?:\|([^{}|]+))?(?:\|([a-z]+))?\}")


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are; data, to be escaped by whoever draws them."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in a sentence.

    Attributes
    ----------
    name
        Which quantity it is; empty if none can be asked.
    text, tone
        How it reads, and in what sense it is meant.
    live
        What stands between the braces of a placeholder that writes the same figure, such as ``cost|money``; empty where
        there is none. So the workbook's own sentences can be rewritten with their figures kept live.
    """

    name: str
    text: str
    tone: Tone = "plain"
    live: str = field(default="", compare=False)


Piece = Text | Number


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text and numbers in their order.

    Attributes
    ----------
    pieces
        What it consists of.
    key
        What the sentence is called within its step, where somebody may put words of their own in its place.
    stays
        True where it warns or judges, so that own words give way to it.
    own
        True where it is in somebody's own words.
    """

    pieces: tuple[Piece, ...]
    key: str = field(default="", compare=False)
    stays: bool = field(default=False, compare=False)
    own: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def __add__(self, other: Sentence) -> Sentence:
        return Sentence(self.pieces + other.pieces)

    def called(self, key: str, *, stays: bool = False, own: bool = False) -> Sentence:
        """The sentence with what it is called."""
        return replace(self, key=key, stays=stays, own=own)


def say(*parts: str | Piece) -> Sentence:
    """A sentence from strings and numbers."""
    return Sentence(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def worded_sentence(text: str, /, **parts: str | Piece | Sentence) -> Sentence:
    """A sentence in the language in force, with its parts in the places ``{name}``: numbers, words, whole sentences.

    The parts stand where the language wants them, which is why a sentence is one text and never glued together.
    """
    return _placed(worded(text), parts)


def worded_sentence_many(one: str, many: str, number: float, /, **parts: str | Piece | Sentence) -> Sentence:
    """The sentence that fits a number as it is counted; see `worded_many`."""
    return _placed(worded_many(one, many, number), parts)


def _placed(text: str, parts: Mapping[str, str | Piece | Sentence]) -> Sentence:
    pieces: list[Piece] = []
    for position, part in enumerate(_PLACE.split(text)):
        given = parts[part] if position % 2 else part
        if isinstance(given, Sentence):
            pieces.extend(given.pieces)
        elif given:
            pieces.append(Text(given) if isinstance(given, str) else given)
    return _one_stop(pieces)


def _one_stop(pieces: Sequence[Piece]) -> Sentence:
    """A sentence in which an abbreviation at its end, such as “Tsd.”, brings the full stop itself."""
    kept: list[Piece] = []
    for piece in pieces:
        doubled = isinstance(piece, Text) and piece.text.startswith(".") and kept and kept[-1].text.endswith(".")
        rest = Text(piece.text[1:]) if doubled else piece
        if rest.text:
            kept.append(rest)
    return Sentence(tuple(kept))


def joined(*sentences: Sentence) -> Sentence:
    """Several whole sentences, one after the other."""
    pieces: list[Piece] = []
    for sentence in sentences:
        if sentence.pieces:
            pieces.extend((*([Text(" ")] if pieces else []), *sentence.pieces))
    return Sentence(tuple(pieces))


def listed(parts: Sequence[str]) -> str:
    """Several things in a sentence: a, b and c."""
    *head, last = parts
    return worded("{several} and {last}", several=", ".join(head), last=last) if head else last


Found = tuple[str, float, str] | Number | None
"""What a placeholder's name stands for: a quantity with its value and its format, or a figure already written."""


def fill(template: str, value: Callable[[str], Found]) -> Sentence:
    """Fill a template.

    Parameters
    ----------
    template
        The text; ``{{`` has no special meaning.
    value
        Gives the full name, the value and the default format of a placeholder's name, or the figure as it is to be
        written, or None if there is no such quantity.

    Returns
    -------
    Sentence
        A placeholder that cannot be filled stays as it was written, so that a mistake is seen and nothing breaks.
    """
    pieces: list[Piece] = []
    end = 0
    for match in _PLACEHOLDER.finditer(template):
        if match.start() > end:
            pieces.append(Text(template[end : match.start()]))
        pieces.append(_piece(match, value))
        end = match.end()
    if end < len(template):
        pieces.append(Text(template[end:]))
    return _one_stop(pieces)


def template(sentence: Sentence) -> str:
    """The text that `fill` makes this sentence of, with a placeholder for every figure that has one."""
    parts = []
    for piece in sentence.pieces:
        live = piece.live if isinstance(piece, Number) else ""
        tone = f"|{piece.tone}" if isinstance(piece, Number) and piece.tone != "plain" else ""
        parts.append(f"{{{live}{tone}}}" if live else piece.text)
    return "".join(parts)


def told_in_turn(*parts: str) -> str:
    """Several texts as sentences, one after the other; empty ones are left out."""
    return " ".join(ended(part) for part in parts if part)


def unended(text: str) -> str:
    """A text without its full stop, as a title; that of an abbreviation, such as “140 Tsd.”, stays."""
    return text if text.endswith(tuple(name for _, name in numbers.signs().scales)) else text.removesuffix(".")


def ended(text: str) -> str:
    """A text with a full stop, unless it has an ending already."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{text}."


def _known(form: str) -> bool:
    return form in numbers.FORMATS or (form.startswith("plural:") and form.count(":") == 2)


def _piece(match: re.Match[str], value: Callable[[str], Found]) -> Piece:
    found = value(match[1])
    if isinstance(found, Number):
        given = match[3] or match[2] or found.tone
        return replace(found, tone=given, live=match[1]) if given in TONES else Text(match[0])
    form = match[2] or (found[2] if found else "")
    tone = match[3] or "plain"
    if found is None or not _known(form) or tone not in TONES:
        return Text(match[0])
    name, amount, _ = found
    if form.startswith("plural:"):
        _, one, many = form.split(":")
        return Number("", numbers.plural(amount, one, many), live=f"{match[1]}|{form}")
    return Number(name, numbers.write(amount, form), tone, f"{match[1]}|{form}")


def beside(text: str, *more: str) -> str:
    """A text with what is known besides in brackets: “Agree the contract (Head of legal, by 26 February 2027)”."""
    known = ", ".join(part for part in more if part)
    return f"{text} ({known})".strip() if known else text
