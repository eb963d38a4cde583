"""A neutral document as slides: real placeholders, native charts and tables, notes, its origin in its properties."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ldcase.charts.theme import tokens
from ldcase.exports.document import Heading, Paper, Part, Picture, Points, Table
from ldcase.exports.office_properties import LANGUAGES, custom_properties, plain
from ldcase.exports.origin import PROPERTIES
from ldcase.exports.pptx_blocks import opening, with_chart, with_table, with_text
from ldcase.exports.pptx_slide import Deck, added, found, tidied
from ldcase.exports.pptx_template import opened
from ldcase.exports.pptx_text import Look
from ldcase.language import worded_many


def presented(paper: Paper, template: bytes | None = None) -> tuple[bytes, tuple[str, ...]]:
    """Draw a document as slides, a part each; a table that is too long goes on on the next.

    Returns
    -------
    bytes, tuple of str
        The file, and what was shortened so that it fits.
    """
    presentation, layouts = opened(template)
    colours = tokens()["dark" if layouts.dark else "light"]
    deck = Deck(presentation, layouts, Look(colours, paper.language), paper)
    for part in paper.parts:
        _part(deck, part)
    _properties(presentation, paper)
    content = BytesIO()
    presentation.save(content)
    return content.getvalue(), _shortened(deck)


def _part(deck: Deck, part: Part) -> None:
    """A slide, or several where its table is too long for one."""
    opens = any(isinstance(block, Heading) and block.level == 1 for block in part.blocks)
    picture = next((block for block in part.blocks if isinstance(block, Picture)), None)
    layouts = deck.layouts
    points = found(part.blocks, Points)
    layout = layouts.opening if opens else layouts.beside if picture and points and layouts.beside else layouts.content
    slide = added(deck, layout, part)
    table = found(part.blocks, Table)
    if opens:
        opening(deck, slide, part)
    elif picture is not None:
        with_chart(deck, slide, points, picture)
    elif table is not None:
        with_table(deck, slide, part, points, table)
    else:
        with_text(deck, slide, points)
    tidied(slide)


def _properties(presentation: Any, paper: Paper) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part as PackagePart
    from pptx.opc.packuri import PackURI

    about = presentation.core_properties
    about.title, about.subject = plain(paper.title)[:255], plain(paper.subtitle)[:255]
    about.author, about.last_modified_by, about.comments, about.keywords = "", "", "", ""
    about.language = LANGUAGES[paper.language]
    about.created = about.modified = datetime.combine(paper.origin.made, datetime.min.time(), UTC)
    package = presentation.part.package
    for relation in list(package._rels.values()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            package._rels.pop(relation.rId)
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = PackagePart(PackURI(f"/{PROPERTIES}"), kind, package, custom_properties(paper.origin))
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _shortened(deck: Deck) -> tuple[str, ...]:
    told = []
    if deck.cut:
        told.append(worded_many("{n} text is cut (…).", "{n} texts are cut (…).", deck.cut, n=deck.cut))
    if deck.left_out:
        told.append(
            worded_many(
                "{n} sentence stands in the notes only.",
                "{n} sentences stand in the notes only.",
                deck.left_out,
                n=deck.left_out,
            )
        )
    return tuple(told)
