"""A document as Word file to be edited: real styles, native tables, charts as pictures with words, no text boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ldcase.charts.printed import png
from ldcase.charts.theme import tokens
from ldcase.exports.document import Beside, Block, Heading, KeyFigures, Paper, Paragraph, Picture, Points, Table
from ldcase.exports.office_properties import LANGUAGES, custom_properties, plain
from ldcase.exports.origin import PROPERTIES, Origin
from ldcase.exports.pdf import Size, fitted
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.words.sentence import Number, Sentence

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.shared import Length

AS_WORD = 0.99
"""Word sets type of a size tighter than the PDF: it takes the room of type so much smaller there, and some more."""
SIZES = {"a4": (210, 297), "us-letter": (216, 279)}
"""Of the paper, in millimetres."""
MARGIN = 15
FONT = "Arial"
"""One that every office has, or one of the same widths."""
TABLE = "One page table"
PICTURE = (700.0, 150.0)
"""Of a chart, in pixels."""
WIDE = 0.86
"""Of a chart, as a share of the width of the text."""


def write_docx(forecast: Forecast, target: Path | BinaryIO, origin: Origin, size: Size = "a4") -> tuple[str, ...]:
    """Write the one page of a forecast as Word file, whole or not at all; returns and raises as `write_pdf`."""
    found = fitted(forecast, origin, size, one_column, AS_WORD)
    content = word(found.paper, size, found.scale)
    if isinstance(target, Path):
        write_whole(target, content)
    else:
        target.write(content)
    return found.paper.shortened


def one_column(paper: Paper) -> Paper:
    """The same blocks one under the other: columns would be a table for layout only, which is hard to edit."""
    return replace(paper, parts=tuple(replace(part, blocks=_one_column(part.blocks)) for part in paper.parts))


def _one_column(blocks: Sequence[Block]) -> tuple[Block, ...]:
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Beside):
            told += _one_column((*block.left, *block.right))
        else:
            told.append(replace(block, height=WIDE * PICTURE[1] / PICTURE[0]) if isinstance(block, Picture) else block)
    return tuple(told)


def word(paper: Paper, size: Size, scale: float = 1.0) -> bytes:
    """Set a document as Word file, in type of ``scale`` times the usual size."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in SIZES[size])
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(11), Mm(15), Mm(6)
    _styles(document, paper.language, scale)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = paper.title, "", "", ""
    about.language = LANGUAGES[paper.language]
    about.created = about.modified = datetime.combine(paper.origin.made, datetime.min.time(), UTC)
    _sentence(document.add_paragraph(style="Subtitle"), paper.subtitle)
    _sentence(document.add_paragraph(style="Title"), paper.title)
    for block in paper.blocks:
        _block(document, block, SIZES[size][0] - 2 * MARGIN, scale)
    lines = (paper.origin.line, " ".join(paper.shortened), paper.sample_data)
    _sentence(section.footer.paragraphs[0], "\n".join(line for line in lines if line))
    for written in (document.styles.element, document.element):
        _every_script(written)
    part = Part(
        PackURI(f"/{PROPERTIES}"),
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        custom_properties(paper.origin),
        document.part.package,
    )
    document.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _styles(document: Word, language: str, scale: float) -> None:
    """Title, headings, text and lists in the look of the workbook; fonts that every office has."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    light = tokens()["light"]
    ink, soft = (RGBColor.from_string(light[name].lstrip("#").upper()) for name in ("ink", "soft"))
    looks = {
        "Normal": (8, False, ink, 0, 2),
        "Title": (16, True, ink, 0, 3),
        "Subtitle": (7.5, False, soft, 0, 0),
        "Heading 2": (9, True, ink, 5, 1),
        "Intense Quote": (9.5, False, ink, 0, 4),
        "List Bullet": (8, False, ink, 0, 0),
        "Caption": (7, False, soft, 0, 2),
        "Footer": (6, False, soft, 0, 0),
    }
    for name, (size, bold, colour, before, after) in looks.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, _points(max(size * scale, 6))
        style.font.bold, style.font.italic = bold, False
        style.font.color.rgb = colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            if key.endswith("Theme"):
                del fonts.attrib[key]
        fonts.set(qn("w:hAnsi"), FONT)
        spaces = style.paragraph_format
        spaces.space_before, spaces.space_after, spaces.line_spacing = Pt(before * scale), Pt(after * scale), 1.0
        spaces.left_indent, spaces.right_indent = Pt(9 if name == "List Bullet" else 0), Pt(0)
        spaces.first_line_indent = Pt(-9 if name == "List Bullet" else 0)
        if name in ("Title", "Intense Quote") and (border := style.element.pPr.find(qn("w:pBdr"))) is not None:
            style.element.pPr.remove(border)
        if (apart := style.element.rPr.find(qn("w:spacing"))) is not None:
            style.element.rPr.remove(apart)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), LANGUAGES[language])
    _table_style(document, light["line"].lstrip("#").upper())


def _table_style(document: Word, line: str) -> None:
    """A style for tables: a thin line under each row, little room at the sides."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{line}"'
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
            '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )


def _block(document: Word, block: Block, width: float, scale: float) -> None:
    match block:
        case Heading():
            _sentence(document.add_paragraph(style=f"Heading {block.level}"), block.text)
        case Paragraph():
            style = {"lead": "Intense Quote", "small": "Caption"}.get(block.kind, "Normal")
            words = document.add_paragraph(style=style)
            _sentences(words, block.sentences)
            if block.kind == "lead":
                for run in words.runs[: len(block.sentences[0].pieces)]:
                    run.bold = True
        case KeyFigures():
            _figures(document, block, scale)
        case Table():
            _table(document, block, width, scale)
        case Points():
            for item in block.items:
                _sentence(document.add_paragraph(style="List Bullet"), item)
        case Picture():
            _picture(document, block, width)
        case Beside():
            for one in (*block.left, *block.right):
                _block(document, one, width, scale)


def _every_script(written: Any) -> None:
    """Hebrew, Arabic and the like have sizes and weights of their own in a Word file: the same as all other text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for look in written.iter(qn("w:rPr")):
        for other, own in (("w:szCs", "w:sz"), ("w:bCs", "w:b"), ("w:iCs", "w:i")):
            if (there := look.find(qn(other))) is not None:
                look.remove(there)
            if (given := look.find(qn(own))) is not None:
                same = OxmlElement(other)
                same.attrib.update(given.attrib)
                given.addnext(same)


def _figures(document: Word, block: KeyFigures, scale: float) -> None:
    """A native table: labels, values, ranges."""
    from docx.shared import Pt

    table = document.add_table(3, len(block.figures))
    for column, figure in enumerate(block.figures):
        for row, text in enumerate((figure.label, figure.value, figure.note)):
            cell = table.cell(row, column).paragraphs[0]
            if row != 1:
                cell.style = "Caption"
            cell.paragraph_format.space_after = Pt(0)
            _sentence(cell, text)
            if row == 1:
                cell.runs[0].bold, cell.runs[0].font.size = True, _points(14 * scale)


def _table(document: Word, block: Table, width: float, scale: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt, RGBColor

    if block.caption:
        _sentence(document.add_paragraph(style="Heading 2"), block.caption)
    table = document.add_table(1 + len(block.rows), len(block.heads), style=TABLE)
    table.autofit = False
    whole = sum(block.widths) or len(block.heads)
    parts = block.widths or (1.0,) * len(block.heads)
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Mm(width * part / whole)
    soft = RGBColor.from_string(tokens()["light"]["soft"].lstrip("#").upper())
    for each in table.rows:
        each._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    for number, row in enumerate((block.heads, *block.rows)):
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            cell.width = Mm(width * parts[column] / whole)
            words = cell.paragraphs[0]
            words.paragraph_format.space_after = Pt(0)
            if column in block.numeric:
                words.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _sentence(words, text)
            for run in words.runs:
                run.font.size, run.bold = _points(7 * scale), number - 1 in block.strong
                if not number:
                    run.font.color.rgb = soft


def _picture(document: Word, block: Picture, width: float) -> None:
    from docx.shared import Mm

    drawing = block.drawing
    _sentence(document.add_paragraph(style="Heading 2"), drawing.title)
    _sentence(document.add_paragraph(style="Caption"), drawing.subtitle)
    content = BytesIO(png(drawing, *PICTURE))
    shape = document.add_paragraph().add_run().add_picture(content, width=Mm(width * WIDE))
    about = shape._inline.docPr
    about.set("name", plain(drawing.title))
    about.set("descr", plain(drawing.description))


def _sentences(words: Any, given: Sequence[Sentence]) -> None:
    for number, sentence in enumerate(given):
        if number:
            words.add_run(" ")
        _sentence(words, sentence)


def _sentence(words: Any, given: Sentence | str) -> None:
    """Text as runs; figures bold, and coloured by what they mean."""
    from docx.shared import RGBColor

    if isinstance(given, str):
        words.add_run(plain(given))
        return
    light = tokens()["light"]
    for piece in given.pieces:
        run = words.add_run(plain(piece.text))
        if isinstance(piece, Number):
            run.bold = True
            if piece.tone != "plain":
                run.font.color.rgb = RGBColor.from_string(light[f"{piece.tone}_text"].lstrip("#").upper())


def _points(size: float) -> Length:
    """A size of type; Word knows halves of a point and nothing between."""
    from docx.shared import Pt

    return Pt(math.floor(size * 2) / 2)
