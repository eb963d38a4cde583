"""How the Excel twin looks: number formats by quantity format, and few cell styles in the tokens' colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from ldcase.charts.theme import tokens

Style = Literal[
    "title", "lead", "group", "head", "head_number", "text", "wrapped", "strong", "quiet", "warning", "link",
    "need", "need_figure", "figure", "total", "input", "simulated", "verdict",
]  # fmt: skip

GENERAL = "General"
_AMOUNT = '#,##0.00;-#,##0.00;"–"'
_COMPUTED: Mapping[str, str] = {
    "money": _AMOUNT,
    "percent": "0.0%",
    "points": "0.0%",
    "ratio": "0.00",
    "number": _AMOUNT,
    "count": _AMOUNT,
}
_TYPED: Mapping[str, str] = {"money": "#,##0.00", "percent": "0.0##%", "points": "0.0##%"}
WRAPPED: frozenset[Style] = frozenset({"wrapped", "quiet", "strong", "warning", "head", "head_number", "need"})
"""The styles whose text goes on in a second line where the column is too narrow."""


def computed(form: str) -> str:
    """Return Excel's number format for a computed figure: cents, tenths of a percent; 0 is a dash."""
    return _COMPUTED.get(form, GENERAL)


def typed(form: str) -> str:
    """Return Excel's number format for a figure that somebody typed: as exact as it was typed."""
    return _TYPED.get(form, GENERAL)


class Look:
    """The cell formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str, bool], Format] = {}

    def __call__(self, style: Style, numbers: str = GENERAL, *, plain: bool = False) -> Format:
        """Return a format.

        Parameters
        ----------
        style
            What the cell is.
        numbers
            Excel's number format.
        plain
            True for text that begins like a formula: the cell stays text also when somebody edits it.
        """
        key = (style, numbers, plain)
        if key not in self._made:
            properties: dict[str, Any] = {**_BASE, **_styles()[style], "num_format": numbers}
            made = self._workbook.add_format(properties)
            if plain:
                made.set_quote_prefix()
            self._made[key] = made
        return self._made[key]

    def coloured(self, colour: str, soft: str) -> Format:
        """Return a format for a condition: a token's colour on its soft shade."""
        light = tokens()["light"]
        return self._workbook.add_format({"font_color": light[colour], "bg_color": light[soft], "bold": True})


_BASE: Mapping[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}


def _styles() -> dict[str, dict[str, Any]]:
    light = tokens()["light"]
    ink, soft, line, edge = light["ink"], light["soft"], light["line"], light["edge"]
    under = {"bottom": 1, "bottom_color": line}
    texts = {"font_color": ink, "align": "left", "indent": 1, **under}
    figures = {"font_color": ink, "align": "right", "indent": 1, **under}
    head = {
        "bold": True,
        "font_color": ink,
        "bg_color": light["chip"],
        "text_wrap": True,
        "valign": "vcenter",
        "align": "left",
        "indent": 1,
        **under,
    }
    return {
        "title": {"font_size": 18, "bold": True, "font_color": ink, "valign": "vcenter"},
        "lead": {"font_color": soft},
        "group": {
            "bold": True,
            "font_size": 11,
            "font_color": light["benefit_text"],
            "bottom": 1,
            "bottom_color": edge,
        },
        "head": head,
        "head_number": {**head, "align": "right"},
        "text": texts,
        "wrapped": {**texts, "text_wrap": True},
        "strong": {**texts, "text_wrap": True, "bold": True},
        "quiet": {**texts, "text_wrap": True, "font_color": soft},
        "warning": {**texts, "text_wrap": True, "font_color": light["gap_text"], "bg_color": light["gap_soft"]},
        "need": {"font_color": soft, "align": "left", "indent": 2, "text_wrap": True},
        "need_figure": {"font_color": soft, "align": "right", "indent": 1},
        "link": {**texts, "bold": True, "font_color": light["focus"]},
        "figure": figures,
        "total": {**figures, "bold": True},
        "input": {**figures, "font_color": light["focus"], "bg_color": light["uncertain_soft"], "locked": False},
        "simulated": {**figures, "font_color": soft, "italic": True},
        "verdict": {"font_color": ink, "bold": True, "align": "center", **under},
    }
