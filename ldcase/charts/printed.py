"""A chart as vector picture for paper, from the compiled specification: no browser, no Altair."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from ldcase.charts.compile import COMPILED
from ldcase.charts.drawing import Drawing

SIZE = 13.0
"""Of the text, in pixels of the picture."""
ON_PAGES, ON_PAPER = "Ldcase Sans", "Inter"
"""What the font is called by the pages and by its own files."""
FONTS = Path(__file__).with_name("fonts")
FONT_FILES = tuple(
    f"{family}-{signs}-{weight}.ttf"
    for family, weights in (("inter", (400, 600)), ("source-serif-4", (600,)))
    for weight in weights
    for signs in ("latin", "latin-ext")
)
"""What documents on paper and slides are set and measured with; delivered with the package."""


def svg(drawing: Drawing, width: float, height: float) -> str:
    """Draw a chart without its title, which a document says as text.

    Parameters
    ----------
    width, height
        Of the whole picture in pixels.
    """
    import vl_convert

    _fonts()
    text: str = vl_convert.vega_to_svg(vega(drawing, width, height))
    return text


def png(drawing: Drawing, width: float, height: float, scale: float = 3.0) -> bytes:
    """Draw the same as pixels, ``scale`` times as many, for formats that know no vectors."""
    import vl_convert

    _fonts()
    content: bytes = vl_convert.vega_to_png(vega(drawing, width, height), scale=scale)
    return content


def vega(drawing: Drawing, width: float, height: float) -> dict[str, Any]:
    """The compiled specification with its rows, its signals and its room."""
    found: dict[str, Any] = json.loads(_compiled()[drawing.spec])
    room = {side: _pixels(rule, width) for side, rule in found.pop("usermeta")["room"].items()}
    signals = {**drawing.signals, "size": SIZE, "room_left": room["left"], "room_right": room["right"]}
    for signal in found["signals"]:
        if signal["name"] in signals:
            signal["value"] = signals[signal["name"]]
            signal.pop("update", None)
    for table in found["data"]:
        if (columns := drawing.data.get(table["name"])) is not None:
            table["values"] = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
            table.pop("format", None)
    return found | {
        "width": max(width - room["left"] - room["right"], 1.0),
        "height": max(height - room["top"] - room["bottom"], 1.0),
        "padding": room,
    }


def _pixels(rule: Any, width: float) -> float:
    """The room on one side: heights of text, or a share of the width between a least and a most of them."""
    if isinstance(rule, int | float):
        return rule * SIZE
    share, least, most = rule
    return float(min(most * SIZE, max(least * SIZE, share * width)))


@lru_cache(maxsize=1)
def _compiled() -> dict[str, str]:
    every = json.loads(COMPILED.read_text(encoding="utf-8").replace(ON_PAGES, ON_PAPER))
    return {name: json.dumps(one) for name, one in every.items()}


@lru_cache(maxsize=1)
def _fonts() -> None:
    """Once: what is measured is what is printed."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
