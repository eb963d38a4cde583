"""Small tables for a notebook. Every text is escaped: what a case says is data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from ldcase.language import said, worded

if TYPE_CHECKING:
    from ldcase.case.assumption import Assumption

RANGE_HEADS = (said("Low (P10)"), said("Likely"), said("High (P90)"))


def figure(value: float, form: str) -> str:
    """Write a figure for reading: shares in percent, money without cents, else four significant digits."""
    if form in ("percent", "points"):
        return f"{value:.4g}" if value != value else f"{value * 100:,.4g} %"
    return f"{value:,.0f}" if form == "money" and abs(value) >= 1000 else f"{value:,.4g}"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[int] = ()) -> str:
    """Return a table as HTML; columns listed in ``numeric`` (from 0) are aligned to the right."""

    def cell(tag: str, column: int, text: str) -> str:
        side, wrap = ("right", ";white-space:nowrap") if column in numeric else ("left", "")
        return f'<{tag} style="text-align:{side}{wrap}">{escape(text)}</{tag}>'

    def line(tag: str, texts: Sequence[str]) -> str:
        return "<tr>" + "".join(cell(tag, column, text) for column, text in enumerate(texts)) + "</tr>"

    said = f'<caption style="text-align:left"><b>{escape(caption)}</b></caption>'
    body = "".join(line("td", row) for row in rows)
    return f"<table>{said}<thead>{line('th', heads)}</thead><tbody>{body}</tbody></table>"


def range_of(assumption: Assumption) -> tuple[str, str, str]:
    """Return low, likely and high for reading."""
    low, likely, high = (figure(value, assumption.format) for value in assumption.values)
    return low, likely, high


def assumption_html(assumption: Assumption) -> str:
    """Return what a reader asks of one assumption."""
    named = (said("Name"), *RANGE_HEADS, said("Unit"), said("Grade"), said("Owner"), said("Source"), said("Note"))
    heads = tuple(map(worded, named))
    row = (
        assumption.name,
        *range_of(assumption),
        assumption.unit,
        worded(assumption.grade),
        assumption.owner,
        worded(assumption.source),
        worded(assumption.note),
    )
    return table(worded(assumption.title), heads, [row], numeric=(1, 2, 3))
