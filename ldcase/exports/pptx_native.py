"""What every native chart of a slide is made of: its kind, its values, what makes it look like its drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ldcase.charts.drawing import Drawing
from ldcase.charts.tables import TABLES
from ldcase.exports.office_properties import plain
from ldcase.exports.pptx_text import EMU, Look
from ldcase.language import worded

TOKENS = {"gap": "gap", "benefit": "benefit", "uncertain": "uncertain", "reference": "reference", "ink": "ink"}
"""Tokens of marks by the tones of a drawing; ``edge`` is what nobody explained."""
TEXT_TOKENS = {"gap": "gap_text", "benefit": "benefit_text", "ink": "ink"}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart stands, in EMU, and how it looks."""

    left: int
    top: int
    width: int
    height: int
    look: Look

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width / EMU, self.height / EMU


@dataclass(frozen=True, slots=True)
class Native:
    """A kind of chart, its values, and what makes it look like the drawing."""

    kind: Any
    data: Any
    dress: Callable[[Any, Drawing, Frame], None]


def heads_of(drawing: Drawing) -> dict[str, str]:
    """What the columns of a drawing's data set are called, by their names."""
    (columns,) = TABLES[drawing.spec].values()
    return {column.source: worded(column.head) for column in columns}


def over_names(
    names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]], form: str = "General"
) -> Any:
    from ldcase.exports.pptx_data import Categories

    data: Any = Categories(form)
    data.categories = [plain(name) for name in names]
    for name, values in series:
        data.add_series(plain(name), values)
    return data
