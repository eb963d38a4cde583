"""The template of slides: ours, or a company's own. Its layouts are found by what they hold, never by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile
from zlib import error as DamagedStream  # noqa: N812

from ldcase.errors import CaseError, Finding
from ldcase.language import said, said_together

if TYPE_CHECKING:
    from pptx.presentation import Presentation

OURS = Path(__file__).with_name("templates") / "ldcase.pptx"
LARGEST = 400_000_000
"""More bytes than that, unpacked, are no template."""
CONTENT_TYPES = "[Content_Types].xml"
TEMPLATE_TYPE, DECK_TYPE = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
)
MACROS = b"macroEnabled"
OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How a file of PowerPoint 97 begins, and one that is protected by a password."""
_DAMAGED = (KeyError, ValueError, OSError, SyntaxError, AttributeError)
"""What python-pptx raises where a part is missing or is no XML."""
CONTENT = ("BODY", "OBJECT", "CHART", "TABLE")
"""Types of placeholders that hold content."""
ENOUGH = (0.25, 0.2)
"""A place for content is at least this part of the slide's width and height."""


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts that are used.

    Attributes
    ----------
    opening
        A title with a subtitle; else the same as ``content``.
    beside
        A title with two places side by side; None where there is none.
    content
        A title with one place for content.
    dark
        True where the slides' background is dark.
    """

    opening: Any
    beside: Any | None
    content: Any
    dark: bool


def opened(template: bytes | None) -> tuple[Presentation, Layouts]:
    """Open a template, without its sample slides, and find the layouts in it.

    Parameters
    ----------
    template
        A .pptx or .potx file; without one, ours.

    Raises
    ------
    CaseError
        When it is no such file, or has no layout with a title and a place for content: with what it has.
    """
    presentation = _read(template if template is not None else OURS.read_bytes())
    _emptied(presentation)
    return presentation, _layouts(presentation)


def _read(content: bytes) -> Presentation:
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    unreadable = said("The template cannot be read.")
    if content.startswith(OLD_FORMAT):
        found = said("an old .ppt file, or one protected by a password")
        raise _refused(unreadable, found, said("Save it in PowerPoint as .potx or .pptx without a password."))
    found, do = said("no PowerPoint file"), said("Choose a .potx or .pptx file that PowerPoint opens.")
    try:
        with ZipFile(BytesIO(content)) as package:
            if sum(each.file_size for each in package.infolist()) > LARGEST:
                raise _refused(unreadable, said("a file that unpacks to more than 400 MB"), do)
            kinds = package.read(CONTENT_TYPES)
            if MACROS in kinds:
                raise _refused(
                    unreadable, said("a file with macros"), said("Save it as .potx or .pptx, without macros.")
                )
            if TEMPLATE_TYPE in kinds:
                content = _with_types(package, kinds.replace(TEMPLATE_TYPE, DECK_TYPE))
        presentation = Presentation(BytesIO(content))
        len(presentation.slide_layouts)
    except (
        BadZipFile,
        KeyError,
        ValueError,
        OSError,
        DamagedStream,
        PythonPptxError,
        SyntaxError,
        AttributeError,
    ) as problem:
        raise _refused(unreadable, found, do) from problem
    return presentation


def _with_types(package: ZipFile, kinds: bytes) -> bytes:
    """The same package as a deck: a template differs by one word in its list of types."""
    written = BytesIO()
    with ZipFile(written, "w") as deck:
        for each in package.infolist():
            deck.writestr(each, kinds if each.filename == CONTENT_TYPES else package.read(each))
    return written.getvalue()


def _refused(what: str, found: str, do: str) -> CaseError:
    return CaseError(Finding("template", what, found, said("a .pptx or .potx file"), do))


def _emptied(presentation: Presentation) -> None:
    """Take out the slides of the template, and what lists them."""
    slides = presentation.slides._sldIdLst
    for each in list(slides):
        presentation.part.drop_rel(each.rId)
        slides.remove(each)
    element = presentation.part._element
    for listed in element.findall(".//{*}sectionLst"):
        extension = listed.getparent()
        extension.getparent().remove(extension)


def _layouts(presentation: Presentation) -> Layouts:
    every = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    width, height = presentation.slide_width or 1, presentation.slide_height or 1
    roomy = {id(layout): roomy_places(layout, width, height) for layout in every}
    titled = [layout for layout in every if title_of(layout) is not None]
    single = [layout for layout in titled if len(roomy[id(layout)]) == 1]
    double = [layout for layout in titled if _side_by_side(roomy[id(layout)])]
    if not single and not double:
        raise CaseError(
            Finding(
                "template-layouts",
                said("The template has no layout with a title and a place for content."),
                said_together([_described(layout) for layout in every], "; ") if every else said("no layout at all"),
                said(
                    "a layout with a title and one or two places for content, each at least a quarter of the slide wide"
                ),
                said("Add such a layout in PowerPoint’s slide master, or use the template of the workbook."),
            )
        )
    content = max(single or double, key=lambda layout: max(_area(place) for place in roomy[id(layout)]))
    opening = next((layout for layout in titled if _has(layout, "SUBTITLE")), content)
    return Layouts(opening, double[0] if double else None, content, _is_dark(presentation))


def kind_of(place: Any) -> str:
    """The type of a placeholder by its name, such as BODY."""
    return str(place.placeholder_format.type.name)


def title_of(holder: Any) -> Any | None:
    """The place of the title on a layout or a slide; None where there is none."""
    return next((each for each in holder.placeholders if kind_of(each) in ("TITLE", "CENTER_TITLE")), None)


def roomy_places(holder: Any, width: int, height: int) -> list[Any]:
    """The places of a layout or a slide that have room for content, from left to right, then from top to bottom."""
    wide, high = ENOUGH[0] * width, ENOUGH[1] * height
    found = [
        each
        for each in holder.placeholders
        if kind_of(each) in ("BODY", "OBJECT", "CHART", "TABLE")
        and each.width
        and each.width >= wide
        and each.height >= high
    ]
    return sorted(found, key=lambda each: (each.left, each.top))


def _side_by_side(places: Sequence[Any]) -> bool:
    if len(places) != 2:
        return False
    left, right = places
    over = min(left.top + left.height, right.top + right.height) - max(left.top, right.top)
    return bool(right.left >= left.left + 0.8 * left.width and over > 0.5 * min(left.height, right.height))


def _area(place: Any) -> int:
    return int(place.width) * int(place.height)


def _has(layout: Any, kind: str) -> bool:
    return any(kind_of(each) == kind for each in layout.placeholders)


def _described(layout: Any) -> str:
    """A layout and what it holds."""
    kinds = [kind_of(each).lower().replace("_", " ") for each in layout.placeholders]
    return f"{layout.name} ({', '.join(kinds)})" if kinds else f"{layout.name} (–)"


def _is_dark(presentation: Presentation) -> bool:
    """Whether text is light: what the master calls its first background is the darker of the theme's two."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    master = presentation.slide_master
    mapped = master._element.find("{*}clrMap")
    name = mapped.get("bg1", "lt1") if mapped is not None else "lt1"
    theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    colour = theme.find(f".//{{*}}clrScheme/{{*}}{name}")
    if colour is None or len(colour) == 0:
        return False
    value = colour[0].get("lastClr") or colour[0].get("val") or "FFFFFF"
    try:
        red, green, blue = (int(value[k : k + 2], 16) for k in (0, 2, 4))
    except ValueError:
        return False
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128
