"""What all charts share: colours and type as signals, so that light, dark and size need no new specification."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from altair import Chart, ExprRef, LayerChart

TOKENS = Path(__file__).parent / "tokens.json"

TONES = ("gap", "benefit", "uncertain", "reference", "ink")
"""What a colour may mean; the column `tone` of a dataset holds one of these."""

Room = Mapping[str, float | tuple[float, float, float]]
"""Room around the plot, by side: heights of text, or (share of the width, least and most heights of text)."""

VALUE_SIGNALS: Mapping[str, object] = {
    "value_scale": 1,
    "value_prefix": "",
    "value_suffix": "",
    "value_digits": 0,
    "value_decimal": ".",
    "value_group": ",",
}
"""How a value is written on an axis: value × scale, with digits after the decimal sign, between prefix and suffix."""


@cache
def tokens() -> dict[str, dict[str, str]]:
    """Return the design tokens: `light` and `dark` colours by name, `fonts` by voice."""
    loaded: dict[str, dict[str, str]] = json.loads(TOKENS.read_text(encoding="utf-8"))
    return loaded


def signal(expression: str) -> ExprRef:
    """Return a reference to signals; `datum` may occur where a mark uses it."""
    from ldcase.charts.altair_import import alt

    return alt.ExprRef(expression)


def single() -> Chart:
    """Return a chart whose data is a single empty row, for lines and words that stand once."""
    from ldcase.charts.altair_import import alt

    return alt.Chart(alt.InlineData(values=[{}])).encode(opacity=alt.value(1))


def written(value: str) -> str:
    """Return the expression that writes `value` (an expression) as the axis does: a bare zero, a true minus."""
    share = "indexof(value_prefix + value_suffix, '%') >= 0"
    zero = f"({share} ? value_prefix + '0' + value_suffix : '0')"
    number = grouped(f"abs({value}) * value_scale", "',.' + value_digits + 'f'")
    return f"{value} == 0 ? {zero} : ({value} < 0 ? '\u2212' : '') + value_prefix + {number} + value_suffix"


def grouped(value: str, form: str) -> str:
    """Return the expression that writes `value` in the form of d3 (both expressions) with the signs of the locale."""
    parts = f"split(format({value}, {form}), '.')"
    return f"join([join(split({parts}[0], ','), value_group), {parts}[1]], length({parts}) > 1 ? value_decimal : '')"


def toned(text: bool = False) -> ExprRef:
    """Return the colour a datum's column `tone` means; for words, the shade that is readable as text."""
    gap, benefit = ("gap_text", "benefit_text") if text else ("gap", "benefit")
    other = "soft" if text else "reference"
    return signal(
        f"datum.tone == 'gap' ? {gap} : datum.tone == 'benefit' ? {benefit} : datum.tone == 'ink' ? ink : "
        f"datum.tone == 'uncertain' ? {'soft' if text else 'uncertain'} : {other}"
    )


def config() -> dict[str, Any]:
    """Return the Vega-Lite configuration: no frame, few lines, text in the sans."""
    sans = tokens()["fonts"]["sans"]
    size = {"expr": "size"}
    return {
        "aria": False,  # the figure around the canvas says it in a sentence and a table
        "background": "transparent",
        "font": sans,
        "view": {"stroke": None},
        "text": {"fontSize": size, "fill": {"expr": "ink"}, "baseline": "middle"},
        "axis": {
            "domain": False,
            "ticks": False,
            "title": None,
            "labelColor": {"expr": "soft"},
            "labelFontSize": {"expr": "size * 0.96"},
            "labelPadding": 8,
            "gridColor": {"expr": "line"},
            "gridWidth": 1,
            "labelFlush": False,
            "labelOverlap": "greedy",
            "labelSeparation": 6,
        },
        "line": {"strokeWidth": 2.5, "strokeJoin": "round", "strokeCap": "round"},
        "legend": {"disable": True},
    }


def dressed(layers: Sequence[Chart], signals: Mapping[str, object], room: Room) -> LayerChart:
    """Return `layers`, the lowest first, as one chart with the shared signals, its own `signals` and its `room`."""
    from ldcase.charts.altair_import import alt

    shared: dict[str, object] = {**tokens()["light"], "size": 13, "room_left": 40, "room_right": 40}
    params: Sequence[alt.Parameter] = [
        alt.param(name=name, value=value) for name, value in {**shared, **signals}.items()
    ]
    chart = alt.layer(*layers)
    assert isinstance(chart, alt.LayerChart)
    return chart.add_params(*params).properties(
        width=600,
        height=240,
        padding=0,
        autosize=alt.AutoSizeParams(type="none"),
        config=config(),
        usermeta={"room": dict(room)},
    )
