"""A chart filled with its numbers: which compiled chart, its words, its rows and its signals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Columns = Mapping[str, list[Any]]
"""A table by columns, all of one length."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is needed to draw one chart.

    Attributes
    ----------
    spec
        Id of the compiled chart; also its identity on the screen.
    title, subtitle, description
        The finding, what is measured, and one sentence for those who do not see the picture. Plain text.
    data
        Data sets by name.
    signals
        Domains of axes, formats, labels.
    """

    spec: str
    title: str
    subtitle: str
    description: str
    data: Mapping[str, Columns]
    signals: Mapping[str, object] = field(default_factory=dict)
