"""Find the figures of a screen that cannot be asked where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"input", "br", "hr", "img"})
BOXES = frozenset({"input", "select", "textarea", "option"})


@dataclass
class Node:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text() for each in self.children)

    def every(self) -> list[Node]:
        found = [self]
        for each in self.children:
            if isinstance(each, Node):
                found += each.every()
        return found

    def above(self, tag: str) -> Node | None:
        at = self.parent
        while at is not None and at.tag != tag:
            at = at.parent
        return at


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.at.tag == tag, f"<{self.at.tag}> ends with </{tag}>"
            assert self.at.parent is not None
            self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(html: str) -> Node:
    """Read a piece of HTML."""
    reader = _Reader()
    reader.feed(html)
    assert reader.at is reader.root, "an element is not closed"
    return reader.root


def asks(node: Node) -> bool:
    """Whether something in it can be asked, typed over, or opens the panel that explains it."""
    return any({"data-ask", "data-opens"} & set(each.attributes) or each.tag in BOXES for each in node.every())


def unasked(html: str) -> list[str]:
    """The figures of a table or a sentence that cannot be asked: nothing in their row is, nor they themselves."""
    found = []
    for node in read(html).every():
        told = " ".join(node.text().split())
        if not re.search(r"\d", told):
            continue
        if node.tag == "td" and "number" in node.classes:
            row = node.above("tr")
            assert row is not None
            if not asks(row):
                table = node.above("table")
                caption = table.attributes.get("aria-label", "") if table is not None else ""
                found.append(f"{caption}: {' '.join(row.text().split())[:60]}")
        elif node.tag == "span" and {"n", "still"} <= node.classes:
            found.append(f"sentence: {told}")
    return list(dict.fromkeys(found))
