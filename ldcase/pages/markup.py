"""Small pieces of HTML. Text of a case is data: everything that enters a piece is escaped here, once, by markupsafe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from markupsafe import Markup, escape

from ldcase.exports.elements import NOTHING as NOTHING
from ldcase.exports.elements import element as element
from ldcase.exports.elements import joined as joined
from ldcase.language import worded
from ldcase.words.sentence import Number, Sentence

_STOP = re.compile(r"[.,;:!?”)]+")


def number(piece: Number) -> Markup:
    """A figure in a sentence: a button that asks where it comes from, if it can be asked."""
    tone = "" if piece.tone == "plain" else f" {piece.tone}"
    if not piece.name:
        return element("span", piece.text, class_=f"n still{tone}") if tone else escape(piece.text)
    return element("button", piece.text, type="button", class_=f"n{tone}", data_ask=piece.name)


def sentence(given: Sentence) -> Markup:
    """A sentence with its numbers clickable."""
    parts: list[Markup] = []
    for piece in given.pieces:
        if isinstance(piece, Number):
            parts.append(number(piece))
            continue
        text = piece.text
        if (stop := _STOP.match(text)) and parts and parts[-1].startswith(("<button", '<span class="n')):
            parts[-1] = element("span", parts[-1], stop[0], class_="kept")  # a line must not begin with a comma
            text = text[stop.end() :]
        parts.append(escape(text))
    return joined(parts)


def paragraph(sentences: Iterable[Sentence]) -> Markup:
    """Sentences of one paragraph, parted by spaces."""
    return element("p", Markup(" ".join([sentence(each) for each in sentences])))


def filled(text: str, /, **parts: str | Markup) -> Markup:
    """A text in the language in force with pieces in its places ``{name}``, wherever the language wants them."""
    return escape(text).format(**parts)


def asked(text: str, name: str) -> Markup:
    """Any text that answers when clicked."""
    return element("button", text, type="button", class_="n", data_ask=name)


def action(
    text: str | Markup,
    act: str,
    value: str | None = None,
    *,
    class_: str = "act",
    disabled: bool = False,
    opens: bool = False,
) -> Markup:
    """A button that does something; one that ``opens`` the drawer says so while it is being worked out."""
    kind = {"type": "button", "class_": class_, "data_act": act, "data_value": value}
    return element("button", text, **kind, data_opens=opens, disabled=disabled)


def row(cells: Iterable[str | Markup], *, numeric: Sequence[int] = (), tag: str = "td") -> Markup:
    """A row of a table; the columns in ``numeric`` hold numbers."""
    cell = column_head if tag == "th" else partial(element, tag)
    return element("tr", *(cell(text, class_="number" if k in numeric else None) for k, text in enumerate(cells)))


def column_head(text: str | Markup, *, class_: str | None = None) -> Markup:
    """A head of a column; one without words is no head, because nobody could hear it."""
    return element("th", text, scope="col", class_=class_) if text else element("td", class_=class_)


def table(
    heads: Sequence[str],
    rows: Markup | Iterable[Sequence[str | Markup]],
    *,
    caption: str = "",
    numeric: Sequence[int] = (),
) -> Markup:
    """A table with a caption; the columns in ``numeric`` hold numbers; rows may be made beforehand by `row`."""
    hint = worded("Copy this table")
    copy = element("button", worded("copy"), type="button", class_="copy quiet", data_copy=True, title=hint)
    title = element("caption", caption, copy, class_="" if caption else "bare")
    top = element("thead", row(heads, numeric=numeric, tag="th"))
    body = rows if isinstance(rows, Markup) else joined(row(cells, numeric=numeric) for cells in rows)
    name = caption or ", ".join(head for head in heads if head)  # without one the button would name the table
    return element("table", title, top, element("tbody", body), aria_label=name)


def figure(spec: str, height: str = "") -> Markup:
    """The place of a chart inside a panel, for its drawing with this spec; ``height`` may be “low” or “high”."""
    return element("div", class_=f"figure-place {height}".strip(), data_figure=spec, id_=f"ldcase-place-{spec}")


def field(
    label: str, act: str, name: str, value: str, *, kind: str = "text", placeholder: str = "", invalid: bool = False
) -> Markup:
    """A box with its label; its value goes to ``act`` with ``name`` when it is left or Enter is pressed.

    ``kind`` is text, number, date or search; a search goes out while it is typed. A longer text is kind ``long``.
    """
    about = {"data_act": act, "name": name, "placeholder": placeholder, "aria_invalid": "true" if invalid else None}
    if kind == "long":
        box = element("textarea", value, rows="3", **about)
    else:
        shown = "text" if kind == "number" else kind
        digits = "decimal" if kind == "number" else None
        box = element("input", type=shown, value=value, inputmode=digits, data_live=kind == "search", **about)
    return element("label", element("span", label), box, class_="field")


def choice(label: str, act: str, name: str, options: Iterable[tuple[str, str]], chosen: str) -> Markup:
    """A list to choose one from: pairs of what is sent and what is read."""
    # Without its value an option would send the words that are read, so that an empty one is written too.
    option = Markup('<option value="{}"{}>{}</option>')
    listed = (option.format(key, Markup(" selected") if key == chosen else "", text) for key, text in options)
    box = element("select", *listed, data_act=act, name=name)
    return element("label", element("span", label), box, class_="field")


def tick(label: str, act: str, name: str, on: bool) -> Markup:
    """A box to tick; “true” or “false” goes to ``act``."""
    box = element("input", type="checkbox", data_act=act, name=name, checked=on)
    return element("label", box, label, class_="tick")


def upload(label: str, act: str, accept: str) -> Markup:
    """A button that asks for a file; ``accept`` are endings such as “.csv,.xlsx”. Progress is shown beside it."""
    box = element("input", type="file", data_upload=act, accept=accept)
    return element("label", element("span", label), box, class_="upload button")


def progress(share: float, said: str) -> Markup:
    """How far something is, 0..1, and what is being done."""
    bar = element("progress", value=f"{share:.2f}", max="1")
    return element(
        "p", bar, element("span", worded(said) or worded("Working it out …")), class_="progress", role="status"
    )
