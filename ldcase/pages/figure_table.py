"""The table of a chart as HTML: numbers as they are read, and behind each the one that is copied."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.charts.drawing import Drawing
from ldcase.charts.tables import Cell, table_of
from ldcase.pages.markup import NOTHING, element
from ldcase.words import numbers


def figure_table(drawing: Drawing, currency: str) -> Markup:
    """A chart as a table, with its units in the heads.

    The finding and what is measured stand above it. ``data-value`` is a number with all digits that matter, in the unit
    of its head and with the decimal sign of the reader's locale, as a spreadsheet takes it.
    """
    told = table_of(drawing, currency)
    first = told.rows[0] if told.rows else (Cell(""),) * len(told.heads)
    heads = (
        element(
            "th",
            head,
            element("small", f" {unit}") if unit else NOTHING,
            scope="col",
            class_="" if cell.value is None else "number",
        )
        for head, unit, cell in zip(told.heads, told.units, first, strict=True)
    )
    body = (element("tr", *map(_cell, row)) for row in told.rows)
    return element("table", element("thead", element("tr", *heads)), element("tbody", *body), aria_label=drawing.title)


def _cell(cell: Cell) -> Markup:
    if cell.value is None:
        return element("td", cell.text)
    exact = f"{cell.value:.12g}".replace(".", numbers.signs().decimal)
    return element("td", cell.text, class_="number", data_value=exact)
