"""Makes the template of the slides, ldcase/exports/templates/ldcase.pptx, from the tokens of the charts.

    python scripts/make_slides_template.py

16:9, the colours of the workbook as theme colours, its two typefaces; whoever has not installed them gets the nearest
their computer has (PANOSE numbers stand beside the names). Four layouts: opening, text and chart, text or table, title.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "ldcase" / "exports" / "templates" / "ldcase.pptx"
TOKENS = json.loads((ROOT / "ldcase" / "charts" / "tokens.json").read_text(encoding="utf-8"))["light"]
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
COLOURS = {
    "dk1": "ink", "lt1": "paper", "dk2": "soft", "lt2": "chip", "accent1": "benefit", "accent2": "gap",
    "accent3": "uncertain", "accent4": "reference", "accent5": "benefit_soft", "accent6": "gap_soft",
    "hlink": "benefit_text", "folHlink": "soft",
}  # fmt: skip
"""Colours of the theme by their tokens."""
FONTS = {
    "majorFont": ("Source Serif 4", "02040603050405020204", 18),
    "minorFont": ("Inter", "020B0604020202020204", 34),
}
"""Name, PANOSE number, and pitch with family: the nearest typeface is found by the last two."""
WIDTH, HEIGHT = 13.333, 7.5
LEFT, WHOLE = 0.65, 12.03
TOP, DEEP = 1.9, 4.8
Box = tuple[float, float, float, float]
PLACES: dict[str, Box] = {
    "title": (LEFT, 0.75, WHOLE, 0.98),
    "kicker": (LEFT, 0.44, WHOLE, 0.32),
    "body": (LEFT, TOP, WHOLE, DEEP),
    "left": (LEFT, TOP, 4.45, DEEP),
    "right": (5.5, TOP, 7.18, DEEP),
    "footer": (LEFT, 6.92, 10.9, 0.4),
    "number": (11.88, 6.92, 0.8, 0.4),
    "opening": (LEFT, 1.3, 11.2, 1.6),
    "opening kicker": (LEFT, 0.85, 11.2, 0.4),
    "subtitle": (LEFT, 3.0, 11.2, 2.0),
    "figures": (LEFT, 5.25, WHOLE, 1.55),
}
"""Left, top, width, height in inches."""


def make() -> None:
    """Write the template."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = presentation.slide_master
    for layout in list(presentation.slide_layouts)[4:]:
        presentation.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _theme(theme.blob)
    _master(master._element)
    kicker = _shape(20, "Step", "body", "kicker", _style(1200, "accent1", bold=True), "The step", idx=20)
    opening_kicker = _shape(
        20, "Step", "body", "opening kicker", _style(1500, "accent1", bold=True), "The case", idx=20
    )
    ends = (_footer(), _number())
    title = _shape(2, "Title", "title", "title")
    layouts = {
        "Opening": (
            _bar(),
            opening_kicker,
            _shape(2, "Title", "ctrTitle", "opening", _style(3400, "tx1"), "The decision"),
            _shape(3, "Subtitle", "subTitle", "subtitle", _style(1700, "tx1"), "What is said beside it", idx=1),
            _shape(4, "Figures", "tbl", "figures", idx=13),
            *ends,
        ),
        "Text and chart": (kicker, title, _shape(3, "Text", "body", "left", idx=1),
                           _shape(4, "Chart", "chart", "right", idx=2), *ends),
        "Text or table": (kicker, title, _shape(3, "Content", "", "body", idx=1), *ends),
        "Title only": (kicker, title, *ends),
    }  # fmt: skip
    kinds = ("title", "twoObj", "obj", "titleOnly")
    for layout, (name, shapes), kind in zip(presentation.slide_layouts, layouts.items(), kinds, strict=True):
        layout._element.cSld.set("name", name)
        layout._element.set("type", kind)
        _fill(layout._element, shapes)
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by, about.comments = "Template", "", "", ""
    about.created = about.modified = datetime(2027, 1, 1, tzinfo=UTC)
    content = BytesIO()
    for relation in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS):
        for holder in (presentation.part.package, presentation.part):
            for each in [each for each in holder._rels.values() if each.reltype == relation]:
                holder._rels.pop(each.rId)
    presentation.save(content)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(_without_days(content))


def _without_days(content: BytesIO) -> bytes:
    """The same package with no day in it, so that the same script writes the same bytes; no pictures are needed."""
    written = BytesIO()
    with ZipFile(content) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, (2027, 1, 1, 0, 0, 0)), source.read(name), ZIP_DEFLATED)
    return written.getvalue()


def _theme(blob: bytes) -> bytes:
    space = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    tree = etree.fromstring(blob)
    tree.set("name", "ldcase")
    scheme = tree.find(f".//{space}clrScheme")
    scheme.set("name", "ldcase")
    for colour in scheme:
        for old in list(colour):
            colour.remove(old)
        value = TOKENS[COLOURS[etree.QName(colour).localname]].lstrip("#").upper()
        etree.SubElement(colour, f"{space}srgbClr", val=value)
    fonts = tree.find(f".//{space}fontScheme")
    fonts.set("name", "ldcase")
    for voice, (name, panose, family) in FONTS.items():
        latin = fonts.find(f"{space}{voice}/{space}latin")
        for key, value in {"typeface": name, "panose": panose, "pitchFamily": str(family), "charset": "0"}.items():
            latin.set(key, value)
        for other in fonts.findall(f"{space}{voice}/{space}font"):
            other.getparent().remove(other)
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _master(element: etree._Element) -> None:
    """The places, and how each kind of text looks."""
    shapes = (
        _shape(2, "Title", "title", "title", prompt="The finding, as a sentence"),
        _shape(3, "Text", "body", "body", idx=1, prompt="Text"),
        _footer(),
        _number(),
        _rule(),
    )
    _fill(element, shapes)
    old = element.find(".//{*}txStyles")
    element.replace(old, parse_xml(f"<p:txStyles {NAMES}>{_title_style()}{_body_style()}<p:otherStyle/></p:txStyles>"))


def _title_style() -> str:
    font = '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
    return (
        '<p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/>'
        f'<a:defRPr sz="2600" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{font}</a:defRPr></a:lvl1pPr>'
        "</p:titleStyle>"
    )


def _body_style() -> str:
    font = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 200000}" indent="0" algn="l">'
        '<a:lnSpc><a:spcPct val="105000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="900"/></a:spcBef><a:buNone/><a:defRPr sz="{size}"><a:solidFill>'
        f'<a:schemeClr val="tx1"/></a:solidFill>{font}</a:defRPr></a:lvl{level}pPr>'
        for level, size in ((1, 1600), (2, 1400), (3, 1200))
    )
    return f"<p:bodyStyle>{levels}</p:bodyStyle>"


def _style(size: int, colour: str, *, bold: bool = False, anchor: str = "t") -> tuple[str, str]:
    """How the text of one place differs: its anchor, and the properties of its first level."""
    weight = ' b="1"' if bold else ""
    return (
        anchor,
        '<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>'
        f'<a:defRPr sz="{size}"{weight}><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>'
        "</a:lvl1pPr>",
    )


def _fill(element: etree._Element, shapes: Iterable[str]) -> None:
    tree = element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _at(box: Box) -> str:
    left, top, width, height = (int(Inches(value)) for value in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _shape(
    number: int, name: str, kind: str, place: str, style: tuple[str, str] = ("t", ""), prompt: str = "", idx: int = 0
) -> str:
    """A placeholder; what is typed into it shrinks rather than run over."""
    anchor, levels = style
    which = (f' type="{kind}"' if kind else "") + (f' idx="{idx}"' if idx else "")
    inset = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{which}/></p:nvPr></p:nvSpPr><p:spPr>{_at(PLACES[place])}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" {inset} anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle>{levels}</a:lstStyle><a:p><a:r><a:rPr lang="en-US"/><a:t>{prompt or name}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


def _footer() -> str:
    return _shape(10, "Footer", "ftr", "footer", _style(800, "tx2"), " ", 11)


def _number() -> str:
    anchor, level = _style(900, "tx2")
    field = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    )
    shape = _shape(11, "Slide number", "sldNum", "number", (anchor, level.replace('algn="l"', 'algn="r"')), " ", 12)
    return shape.replace('<a:r><a:rPr lang="en-US"/><a:t> </a:t></a:r>', field)


def _rule() -> str:
    """The thin line above the foot."""
    return (
        f'<p:cxnSp {NAMES}><p:nvCxnSpPr><p:cNvPr id="12" name="Line"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvCxnSpPr><p:spPr>{_at((LEFT, 6.84, WHOLE, 0))}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{TOKENS["line"].lstrip("#").upper()}"/></a:solidFill></a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def _bar() -> str:
    """The band of colour at the edge of the opening."""
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="13" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_at((0, 0, 0.2, HEIGHT))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


if __name__ == "__main__":
    make()
