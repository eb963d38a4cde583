"""Elements of HTML. Text of a case is data: everything that enters one is escaped here, once, by markupsafe."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

NOTHING = Markup("")
VOID = frozenset({"input", "br", "meta"})
"""Elements without content and without an end."""


def joined(parts: Iterable[str | Markup]) -> Markup:
    """Pieces one after the other."""
    return Markup("".join([escape(part) for part in parts]))


def element(tag: str, *content: str | Markup, **attributes: str | bool | None) -> Markup:
    """An element.

    Of the names of attributes a trailing underscore falls off (``class_``), others become hyphens (``data_ask``). An
    attribute that is None, False or empty is left out. The tag is never data.
    """
    written = "".join(
        [
            f" {name.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
            for name, value in attributes.items()
            if value is not None and value is not False and value != ""
        ]
    )
    if tag in VOID:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{''.join([escape(part) for part in content])}</{tag}>")
