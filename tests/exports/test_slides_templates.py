"""A company's own template: layouts found by what they hold; what is missing is explained, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Inches

from ldcase.errors import CaseError
from ldcase.exports.pptx_template import DECK_TYPE, TEMPLATE_TYPE
from tests.exports.slides import deck_of, made, of, text


def saved(presentation: Any) -> bytes:
    content = BytesIO()
    presentation.save(content)
    return content.getvalue()


def retyped(content: bytes, old: bytes, new: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new) if "Types" in name else source.read(name))
    return written.getvalue()


def narrow() -> Any:
    """4:3, foreign names, one layout for content only, with a sample slide in it."""
    presentation = Presentation()
    for number, layout in enumerate(list(presentation.slide_layouts)):
        layout.name = f"Firma {number}"
        if number not in (1, 8):
            presentation.slide_layouts.remove(layout)
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.title.text = "How to use our template"
    return presentation


def dark_wide() -> Any:
    """16:9, light text on a dark ground, no foot, places side by side and a layout for pictures."""
    presentation = Presentation()
    presentation.slide_width = Inches(13.333)
    master = presentation.slide_master
    colours = master._element.find("{*}clrMap")
    for ours, theirs in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(ours, theirs)
    for layout in list(presentation.slide_layouts):
        if layout.name not in ("Two Content", "Picture with Caption", "Title Slide"):
            presentation.slide_layouts.remove(layout)
        for shape in [*layout.placeholders]:
            if shape.placeholder_format.type.name in ("FOOTER", "SLIDE_NUMBER", "DATE"):
                shape._element.getparent().remove(shape._element)
    return presentation


@pytest.mark.parametrize("make", [narrow, dark_wide])
def test_the_deck_keeps_the_company_s_layouts(make: Callable[[], Any]) -> None:
    given = of("closing-the-sale")
    presentation, _ = made(given, template=saved(make()))
    wanted = make()
    assert presentation.slide_width == wanted.slide_width
    assert {layout.name for layout in presentation.slide_layouts} == {layout.name for layout in wanted.slide_layouts}
    assert "How to use our template" not in text(presentation)
    assert len(presentation.slides) >= len(deck_of("closing-the-sale").slides)
    for slide in presentation.slides:
        kinds = [shape.placeholder_format.type.name for shape in slide.placeholders]
        assert {"TITLE", "CENTER_TITLE"} & set(kinds)
        assert given.case.title in text_of(slide) or "closing" in text_of(slide).lower()
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height
    assert sum(shape.has_chart for slide in presentation.slides for shape in slide.shapes) >= 9


def text_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_potx_file_is_a_template_too() -> None:
    potx = retyped(saved(narrow()), DECK_TYPE, TEMPLATE_TYPE)
    assert len(made(of("it-turnover"), template=potx)[0].slides) > 15


def test_light_text_stands_on_dark_slides() -> None:
    presentation, _ = made(of("closing-the-sale"), template=saved(dark_wide()))
    colours = {
        str(run.font.color.rgb)
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
        for run in cell.text_frame.paragraphs[0].runs
    }
    assert colours == {"ECEAE4", "A3ABB4"}


def without_places() -> bytes:
    presentation = Presentation()
    for layout in list(presentation.slide_layouts):
        if layout.name not in ("Title Only", "Blank"):
            presentation.slide_layouts.remove(layout)
    return saved(presentation)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (without_places(), "template-layouts", "Title Only (title, date, footer, slide number); Blank"),
        (b"", "template", "no PowerPoint file"),
        (b"PK\x03\x04 damaged", "template", "no PowerPoint file"),
        (b"\xd0\xcf\x11\xe0 old", "template", "an old .ppt file"),
        (saved(Presentation())[:9000], "template", "no PowerPoint file"),
        (retyped(saved(narrow()), b"presentation.main", b"presentation.macroEnabled.main"), "template", "with macros"),
    ],
)
def test_what_is_no_template_is_explained(content: bytes, code: str, words: str) -> None:
    with pytest.raises(CaseError) as refused:
        made(of("it-turnover"), template=content)
    (finding,) = refused.value.findings
    assert finding.code == code
    assert words in finding.found
    assert finding.do
    assert finding.allowed
