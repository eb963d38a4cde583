"""The neutral document: what is said on paper, apart from any format. Each format draws these blocks in its own way.

Texts are data: whoever draws them escapes them for the format at hand. A sentence keeps its numbers as pieces, so that
a format may set them bold or coloured by meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ldcase.charts.drawing import Drawing
from ldcase.exports.origin import Origin
from ldcase.words.sentence import Sentence, Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a part."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together. ``lead`` is the one that is read first, ``small`` what need not be read."""

    sentences: tuple[Sentence, ...]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands out: what it is, how it reads, its range or a word on it, in what sense it is meant."""

    label: str
    value: str
    note: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, heads, rows of text, and which columns hold numbers (from 0). ``strong`` rows stand out.

    ``widths`` are those of the columns as parts of their sum; empty where the format may choose.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its title and its sentence for those who do not see it; ``height`` as a share of its width."""

    drawing: Drawing
    height: float = 0.42


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns where the format has room for them, else one under the other; ``share`` is the width of the left."""

    left: tuple[Heading | Paragraph | KeyFigures | Table | Points | Picture, ...]
    right: tuple[Heading | Paragraph | KeyFigures | Table | Points | Picture, ...]
    share: float = 0.5


Block = Heading | Paragraph | KeyFigures | Table | Points | Picture | Beside


@dataclass(frozen=True, slots=True)
class Part:
    """A page or slide: its title, its blocks, and what is said besides (the notes of a slide)."""

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document.

    ``shortened`` says what was left out or cut so that it fits, for the foot; empty where nothing was.
    """

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    origin: Origin
    language: str = "en"
    sample_data: str = ""
    shortened: tuple[str, ...] = ()

    @property
    def blocks(self) -> Sequence[Block]:
        """All blocks of all parts in their order."""
        return [block for part in self.parts for block in part.blocks]
