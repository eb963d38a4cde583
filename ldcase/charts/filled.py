"""A chart with its rows and its room, as Altair object: for JupyterLab, where no page draws it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ldcase.charts.drawing import Drawing
from ldcase.charts.theme import tokens

if TYPE_CHECKING:
    from altair import LayerChart

WIDTH, HEIGHT, SIZE = 760, 400, 13
"""Of the whole picture and of its text, in pixels."""

_MARGIN = 12
_TITLE = 4.2
"""Height of title and subtitle, in heights of text."""
FONTS = "Ldcase Sans, system-ui, sans-serif"


def filled(drawing: Drawing) -> LayerChart:
    """Return the chart of a drawing, filled.

    The finding is its title; the sentence for those who do not see the picture is its description.
    """
    from ldcase.charts.altair_import import alt

    empty = import_module(f"ldcase.charts.{drawing.spec}").chart()
    room = empty.usermeta["room"]
    left, right = (_pixels(room[side]) for side in ("left", "right"))
    top, bottom = _pixels(room["top"]) + _TITLE * SIZE, _pixels(room["bottom"])
    card, ink, soft = (tokens()["light"][name] for name in ("card", "ink", "soft"))
    values = {**drawing.signals, "room_left": left, "room_right": right, "size": SIZE}
    parameters: Sequence[Any] = empty.params
    for parameter in parameters:
        if parameter.name in values:
            parameter.value = values[parameter.name]
    chart = empty.properties(
        width=WIDTH - left - right,
        height=HEIGHT - top - bottom,
        padding={"left": left + _MARGIN, "right": right + _MARGIN, "top": top + _MARGIN, "bottom": bottom + _MARGIN},
        datasets={name: _rows(columns) for name, columns in drawing.data.items()},
        description=drawing.description,
        title=alt.Title(
            drawing.title, subtitle=drawing.subtitle, anchor="start", frame="bounds", offset=SIZE, fontSize=SIZE * 1.25
        ),
        config={**empty.config, "font": FONTS, "background": card, "title": {"color": ink, "subtitleColor": soft}},
    )
    assert isinstance(chart, alt.LayerChart)
    return chart


def _pixels(rule: Any) -> float:
    """Return the room on one side: heights of text, or a share of the width between a least and a most."""
    if isinstance(rule, int | float):
        return rule * SIZE
    share, least, most = rule
    return float(min(most * SIZE, max(least * SIZE, share * WIDTH)))


def _rows(columns: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a table given by columns."""
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
