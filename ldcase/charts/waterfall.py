"""The haircuts: from the whole gap down to what is claimed, then minus the cost to what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.rows import band, row_height, row_labels, text_size, thickness
from ldcase.charts.theme import Room, dressed, signal, single, toned

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "waterfall": {
        "order": "0, 1, 2 … from the top",
        "label": "what is taken off, or what stands there",
        "start": "where the bar begins, money: 0 for a total, else where the row above ended",
        "end": "where it ends, money",
        "text": "the amount as words, such as “−210 k”",
        "tone": "gap for costs and the whole gap, uncertain for a haircut, benefit for what is claimed and a net gain",
        "weight": "600 for a total, 450 for a step",
    },
}
SIGNALS = {"x_domain": [0, 1]}
ROOM: Room = {"left": (0.48, 7.5, 19.0), "right": 5.6, "top": 0.2, "bottom": 0.2}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    return falling("waterfall")


def falling(dataset: str, room: Room = ROOM) -> LayerChart:
    """Return bars that begin where the one above ended, on the named data `dataset` with the columns of `COLUMNS`."""
    from ldcase.charts.altair_import import alt

    base = alt.Chart(alt.NamedData(name=dataset))
    scale = alt.Scale(domain=signal("x_domain"), nice=False, zero=False)
    row = row_height(dataset)
    start = alt.X("start:Q", scale=scale, axis=None)
    bars = base.mark_bar(color=toned(), size=thickness(dataset), cornerRadius=2).encode(x=start, x2="end:Q", y=band())
    zero = vertical(single(), "scale('x', 0)", color=signal("reference"))
    middle = f"(datum.order + 0.5) * {row}"
    followed = base.transform_filter(f"datum.order < length(data('{dataset}')) - 1")
    steps = vertical(followed, "scale('x', datum.end)", middle, f"{middle} + {row}", color=signal("reference"))
    amounts = base.mark_text(
        align="left",
        x=signal("max(scale('x', datum.start), scale('x', datum.end)) + 7"),
        fontWeight=signal("datum.weight"),
        fontSize=text_size(dataset),
        color=signal("datum.weight > 500 ? ink : soft"),
        text=signal("datum.text"),
    ).encode(y=band())
    labels = row_labels(base, dataset, "datum.weight")
    return dressed([zero, steps, bars, amounts, labels], SIGNALS, room)
