"""Small pieces of HTML. Text of a case is data: everything that enters a piece is escaped here, once, by markupsafe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ldcase.words.sentence import Number, Sentence

NOTHING = Markup("")
_STOP = re.compile(r"[.,;:!?”)]+")


def joined(parts: Iterable[str | Markup]) -> Markup:
    """Pieces one after the other."""
    return NOTHING.join(parts)


def element(tag: str, *content: str | Markup, **attributes: str | bool | None) -> Markup:
    """An element. Attribute names: a trailing underscore falls off (``class_``), others become hyphens (``data_ask``)."""
    written = NOTHING
    for name, value in attributes.items():
        key = name.rstrip("_").replace("_", "-")
        if value is True:
            written += Markup(" {}").format(key)
        elif value not in (None, False):
            written += Markup(' {}="{}"').format(key, value)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), written, joined(escape(part) for part in content))


def number(piece: Number) -> Markup:
    """A figure in a sentence: a button that asks where it comes from."""
    tone = "" if piece.tone == "plain" else f" {piece.tone}"
    if not piece.name:
        return escape(piece.text)
    return element("button", piece.text, type="button", class_=f"n{tone}", data_ask=piece.name)


def sentence(given: Sentence) -> Markup:
    """A sentence with its numbers clickable."""
    parts: list[Markup] = []
    for piece in given.pieces:
        if isinstance(piece, Number):
            parts.append(number(piece))
            continue
        text = piece.text
        if (stop := _STOP.match(text)) and parts and parts[-1].startswith("<button"):
            parts[-1] = element("span", parts[-1], stop[0], class_="kept")  # a line must not begin with a comma
            text = text[stop.end() :]
        parts.append(escape(text))
    return joined(parts)


def paragraph(sentences: Iterable[Sentence]) -> Markup:
    """Sentences of one paragraph, parted by spaces."""
    return element("p", Markup(" ").join(sentence(each) for each in sentences))


def asked(text: str, name: str, class_: str = "n") -> Markup:
    """Any text that answers when clicked."""
    return element("button", text, type="button", class_=class_, data_ask=name)


def action(text: str | Markup, act: str, value: str | None = None, *, class_: str = "act", disabled: bool = False, label: str | None = None) -> Markup:
    """A button that does something."""
    return element(
        "button", text, type="button", class_=class_, data_act=act, data_value=value, disabled=disabled, aria_label=label
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str | Markup]], *, caption: str = "", numeric: Sequence[int] = ()) -> Markup:
    """A table with a caption; the columns in ``numeric`` hold numbers."""

    def cell(tag: str, k: int, content: str | Markup) -> Markup:
        return element(tag, content, class_="number" if k in numeric else None, scope="col" if tag == "th" else None)

    head = element("tr", *(cell("th", k, text) for k, text in enumerate(heads)))
    body = joined(element("tr", *(cell("td", k, content) for k, content in enumerate(row))) for row in rows)
    title = element("caption", caption) if caption else NOTHING
    return element("table", title, element("thead", head), element("tbody", body))
