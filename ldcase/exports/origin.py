"""Where a document came from: the case, its version, the day, the digest of all that it was computed from, the seed.

Each export carries this in its foot and in its own properties, so that `ldcase verify` can say later whether the
document still matches its case.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from ldcase import __version__
from ldcase.case import Case
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import dates

PREFIX = "ldcase-"
"""How the names of an origin's properties begin in every file."""
KEYWORD = "ldcase "
"""How the keyword of a PDF begins that holds them."""
PROPERTIES = "docProps/custom.xml"
"""Where an Office file has its own properties."""
LARGEST = 1_000_000
"""More bytes than that are no properties of ours."""
SHORT = 12
"""So many signs of a digest are shown; all of them are kept."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from.

    Attributes
    ----------
    case_id, title
        The case.
    version
        Which state of it: “file”, or the number of the recorded change it stands at.
    made
        The day the document was made.
    digest
        SHA-256 over every input and every formula of the case, as hexadecimal signs; see `digest`.
    seed, draws
        What the ranges were simulated with.
    program
        The version of the program.
    """

    case_id: str
    title: str
    version: str
    made: date
    digest: str
    seed: int
    draws: int
    program: str = __version__

    @property
    def line(self) -> str:
        """One line for the foot of a document."""
        told = {
            "title": self.title,
            "day": dates.day(self.made),
            "digest": self.digest[:SHORT],
            "seed": str(self.seed),
            "draws": str(self.draws),
            "program": self.program,
        }
        if not self.version.isdecimal():
            return worded(
                "{title}, from the case file, {day}. Assumptions {digest}, seed {seed}, {draws} draws; "
                "ldcase {program}.",
                **told,
            )
        return worded(
            "{title}, version {version}, {day}. Assumptions {digest}, seed {seed}, {draws} draws; ldcase {program}.",
            version=self.version,
            **told,
        )

    @property
    def properties(self) -> Mapping[str, str]:
        """What is written into the file's own properties; `from_properties` reads it back."""
        plain = {
            "case": self.case_id,
            "title": self.title,
            "version": self.version,
            "made": self.made.isoformat(),
            "digest": self.digest,
            "seed": str(self.seed),
            "draws": str(self.draws),
            "program": self.program,
        }
        return {PREFIX + name: text for name, text in plain.items()}


def origin(forecast: Forecast, made: date, version: str = "file") -> Origin:
    """Return the origin of a document made of a forecast on a day."""
    case = forecast.case
    return Origin(case.id, case.title, version, made, digest(case), forecast.seed, forecast.draws)


def from_properties(properties: Mapping[str, str]) -> Origin | None:
    """Read an origin from a file's properties; None when they hold none, or only a part of one."""
    own = {name.removeprefix(PREFIX): text for name, text in properties.items() if name.startswith(PREFIX)}
    try:
        return Origin(
            own["case"], own["title"], own["version"], date.fromisoformat(own["made"]), own["digest"],
            int(own["seed"]), int(own["draws"]), own["program"],
        )  # fmt: skip
    except (KeyError, ValueError):
        return None


def as_keyword(given: Origin) -> str:
    """The properties as one keyword, for formats that have no properties of one's own."""
    return KEYWORD + json.dumps(dict(given.properties), ensure_ascii=False)


def read_origin(path: Path) -> Origin | None:
    """Read where a document came from; see `origin_in`. Raises `OSError` when the file cannot be read."""
    return origin_in(path.read_bytes())


def origin_in(content: bytes) -> Origin | None:
    """Read where a document came from.

    Of a PDF it stands in the keywords, of an Office file in its own properties, of a web page in elements ``meta`` of
    its head, one a property: ``<meta name="ldcase-case" content="closing-the-sale">``.

    Returns
    -------
    Origin or None
        None where the content is none of these, is damaged, or carries no origin.
    """
    if content.startswith(b"%PDF"):
        return from_properties(_of_pdf(content))
    if content.startswith(b"PK"):
        return from_properties(_of_office(content))
    return from_properties(_of_page(content))


def _of_pdf(content: bytes) -> Mapping[str, str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        told = PdfReader(BytesIO(content)).metadata
        keywords = str(told.get("/Keywords", "")) if told else ""
        found = json.loads(keywords.removeprefix(KEYWORD)) if keywords.startswith(KEYWORD) else {}
    except (PyPdfError, ValueError):
        return {}
    return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}


def _of_office(content: bytes) -> Mapping[str, str]:
    try:
        with ZipFile(BytesIO(content)) as package:
            if package.getinfo(PROPERTIES).file_size > LARGEST:
                return {}
            tree = ElementTree.fromstring(package.read(PROPERTIES))
    except (KeyError, BadZipFile, ElementTree.ParseError):
        return {}
    return {each.get("name", ""): "".join(each.itertext()) for each in tree}


def _of_page(content: bytes) -> Mapping[str, str]:
    """What the elements ``meta`` of a web page say, up to the end of its head; nothing of it is run."""
    reader = _Head()
    reader.feed(content[:LARGEST].decode("utf-8", "replace"))
    return reader.told


class _Head(HTMLParser):
    """Reads the elements ``meta`` in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self._over = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self._over = self._over or tag == "body"
        if tag == "meta" and not self._over and (name := given.get("name")):
            self.told[name] = given.get("content") or ""


def digest(case: Case) -> str:
    """Return the SHA-256 over all that the figures of a case follow from, as hexadecimal signs.

    These are the ranges and fixed values of every assumption, the plan, the links between assumptions, the horizon, the
    currency, and the text of every formula; not the words, sources and owners, which move no figure.
    """
    said = {
        "assumptions": {
            name: [_written(value) for value in (a.low, a.likely, a.high, *a.bounds)]
            for name, a in case.assumptions.items()
        },
        "plan": {name: _written(value) for name, value in case.plan.items()},
        "links": sorted(repr(link) for link in case.correlations),
        "horizon": case.horizon,
        "currency": case.currency,
        "formulas": {name: case.formula(name).expression.text for name in case.formulas},
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _written(value: float | None) -> str:
    """A value with twelve significant figures: there and back again is the same value."""
    return "" if value is None else f"{value:.12g}"
