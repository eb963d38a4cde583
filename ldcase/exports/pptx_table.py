"""Native tables on slides, in the size at which they fit; a long one goes on on further slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ldcase.exports.document import KeyFigures, Table
from ldcase.exports.pptx_text import EMU, LINE, Look, cut, height, lines, set_sentence

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5)
"""Of the text in a table that stands on one slide, points."""
PARTED = (10.0, 9.5, 9.0)
"""Of one that goes on on the next: the first with the fewest slides."""
MOST_LINES = 7
"""No cell of a table that goes on has more."""
PADDING = 0.6
"""Above and below the text of a row together, as a part of the size."""
SIDE = 5.0
"""Left and right of the text of a cell, points."""
FONT = "+mn-lt"
"""The theme’s typeface for text, whatever it is."""
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables without colours and lines."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, EMU."""

    left: int
    top: int
    width: int
    height: int

    def upper(self, high: int) -> Box:
        """Its upper part, so high."""
        return replace(self, height=min(high, self.height))

    def lower(self, used: int) -> Box:
        """What is left under a part so high."""
        return replace(self, top=self.top + used, height=max(self.height - used, 1))


@dataclass(frozen=True, slots=True)
class Page:
    """A table, or as much of it as stands on one slide; the size of its text and the heights of its rows, points."""

    table: Table
    size: float
    heights: tuple[float, ...]
    cut: int = 0


def pages_of(table: Table, first: Box, whole: Box) -> list[Page]:
    """Part a table so that each part fits: into the first box, then into whole slides.

    It is kept together at the largest size at which it fits; else parted at the smallest.
    """
    widths = _widths(table, first.width / EMU)
    for size in SIZES:
        heights = _heights(table, widths, size)
        if sum(heights) <= first.height / EMU and _in_one_line(table, widths, size):
            return [Page(table, size, heights)]
    parted = [_parted(table, widths, size, first.height / EMU, whole.height / EMU) for size in PARTED]
    return min(parted, key=len)


def _in_one_line(table: Table, widths: Sequence[float], size: float) -> bool:
    """Whether no number is broken; in the smallest size they may be."""
    return size == SIZES[-1] or all(
        lines(row[column], widths[column], size, number in table.strong) == 1
        for number, row in enumerate(table.rows)
        for column in table.numeric
    )


def _parted(table: Table, widths: Sequence[float], size: float, first: float, whole: float) -> list[Page]:
    """Part a table into slides of so many points of height; texts that would fill a slide alone are cut."""
    rows, shortened = [], 0
    for row in table.rows:
        kept = tuple(cut(text, width, size, MOST_LINES) for text, width in zip(row, widths, strict=True))
        shortened += sum(old != new for old, new in zip(row, kept, strict=True))
        rows.append(kept)
    short = replace(table, rows=tuple(rows))
    head, *below = _heights(short, widths, size)
    pages: list[Page] = []
    start, room = 0, first - head
    while start < len(rows):
        end, used = start, 0.0
        while end < len(rows) and (end == start or used + below[end] <= room):
            used, end = used + below[end], end + 1
        strong = tuple(number - start for number in table.strong if start <= number < end)
        part = replace(short, rows=tuple(rows[start:end]), strong=strong)
        pages.append(Page(part, size, (head, *below[start:end]), shortened if start == 0 else 0))
        start, room = end, whole - head
    return pages


def _widths(table: Table, width: float) -> list[float]:
    """Room for text in each column, points."""
    parts = table.widths or (1.0,) * len(table.heads)
    return [width * part / sum(parts) - 2 * SIDE - 1 for part in parts]


def _heights(table: Table, widths: Sequence[float], size: float) -> tuple[float, ...]:
    rows = [(table.heads, True), *((row, number in table.strong) for number, row in enumerate(table.rows))]
    return tuple(
        size * (PADDING + LINE * max(lines(text, width, size, bold) for text, width in zip(row, widths, strict=True)))
        for row, bold in rows
    )


def insert_table(slide: Any, place: Any | None, page: Page, box: Box, look: Look) -> int:
    """Draw a table into a placeholder, or freely where there is none; returns how many of its texts were cut."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Emu, Pt

    table = page.table
    grid = _grid(slide, place, box, 1 + len(table.rows), len(table.heads))
    parts = table.widths or (1.0,) * len(table.heads)
    for column, part in zip(grid.columns, parts, strict=True):
        column.width = Emu(int(box.width * part / sum(parts)))
    for number, (row, texts) in enumerate(zip(grid.rows, (table.heads, *table.rows), strict=True)):
        row.height = Pt(page.heights[number])
        strong = number - 1 in table.strong
        for column, text in enumerate(texts):
            cell = row.cells[column]
            _bordered(cell, look, page.size, "ink" if number == 0 else "line", "chip" if strong else "")
            cell.vertical_anchor = MSO_ANCHOR.BOTTOM if number == 0 else MSO_ANCHOR.TOP
            words = cell.text_frame.paragraphs[0]
            if column in table.numeric:
                words.alignment = PP_ALIGN.RIGHT
            set_sentence(words, text, page.size, look, bold=number == 0 or strong)
            for run in words.runs:
                run.font.name = FONT
                run.font.color.rgb = look.rgb("soft" if number == 0 else "ink")
    return page.cut


def _grid(slide: Any, place: Any | None, box: Box, rows: int, columns: int) -> Any:
    """A table without colours and lines of a style, with a row of heads."""
    from pptx.shapes.placeholder import TablePlaceholder

    if place is not None:
        shape = TablePlaceholder(place._element, place._parent).insert_table(rows, columns)
        shape.left, shape.top, shape.width = box.left, box.top, box.width
    else:
        shape = slide.shapes.add_table(rows, columns, box.left, box.top, box.width, 1)
    grid = shape.table
    grid.first_row, grid.horz_banding = True, False
    grid._tbl.tblPr.find("{*}tableStyleId").text = PLAIN_STYLE
    return grid


def _bordered(cell: Any, look: Look, size: float, line: str, fill: str) -> None:
    """A thin line under a cell, and a quiet ground where it stands out."""
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(PADDING * size / 2)
    colour = look.colours[line].lstrip("#").upper()
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    about = cell._tc.get_or_add_tcPr()
    about.append(parse_xml(f'<a:lnB {names} w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'))
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = look.rgb(fill)


def insert_figures(slide: Any, place: Any | None, block: KeyFigures, box: Box, look: Look) -> None:
    """Figures side by side: what each is, how it reads, its range."""
    from pptx.util import Emu, Pt

    count = len(block.figures)
    grid = _grid(slide, place, box, 3, count)
    width = box.width / count / EMU - 2 * SIDE - 6
    for column in grid.columns:
        column.width = Emu(box.width // count)
    texts = [(figure.label, figure.value, figure.note) for figure in block.figures]
    for row, (size, bold, token) in enumerate(((11.0, False, "soft"), (28.0, True, "ink"), (11.0, False, "soft"))):
        told = [column[row] for column in texts]
        size = next(
            (each for each in (size, 0.85 * size, 0.7 * size, 0.55 * size) if _fits(told, width, each, bold)), size / 2
        )
        grid.rows[row].height = Pt(6 + max(height([text], width, size, bold) for text in told))
        for column, text in enumerate(told):
            cell = grid.cell(row, column)
            cell.margin_left = cell.margin_right = Pt(SIDE if column else 0)
            cell.margin_top = cell.margin_bottom = Pt(3)
            set_sentence(cell.text_frame.paragraphs[0], text, size, look, bold=bold)
            for run in cell.text_frame.paragraphs[0].runs:
                run.font.name = FONT
                run.font.color.rgb = look.rgb(token)


def _fits(texts: Sequence[str], width: float, size: float, bold: bool) -> bool:
    return all(lines(text, width, size, bold) <= (1 if bold else 2) for text in texts)
