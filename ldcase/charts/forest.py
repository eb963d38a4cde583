"""What studies found, one a row, and below them what one programme may do here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.lines import vertical
from ldcase.charts.rows import band, row_height, row_labels, text_size
from ldcase.charts.theme import VALUE_SIGNALS, Room, dressed, signal, single, toned, written

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "forest": {
        "order": "0, 1, 2 … from the top; what is expected here comes last",
        "label": "name of the study",
        "value": "what it found, in the unit of the axis; null where the publication gives only two ends",
        "low": "lower end that the publication states, or P10 of what is expected; null where there is none",
        "high": "upper end, or P90; null where there is none",
        "part": "interval (of a mean), range (of results), or expected",
        "grade": "sound (A), fair (B) or weak (C and D)",
        "tone": "ink, or gap where it is not to be relied on, or benefit where it is what is expected here",
        "text": "such as “0.62 · A”",
    },
}
SIGNALS = {"x_domain": [-1, 1], "x_ticks": [-1, 0, 1], **VALUE_SIGNALS}
ROOM: Room = {"left": (0.4, 9.0, 24.0), "right": (0.2, 5.5, 10.0), "top": 0.2, "bottom": 1.9}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS` and `SIGNALS`."""
    from ldcase.charts.altair_import import alt

    base = alt.Chart(alt.NamedData(name="forest"))
    row = row_height("forest")
    scale = alt.Scale(domain=signal("x_domain"), nice=False, zero=False)
    axis = alt.Axis(
        values=signal("x_ticks"), tickCount=99, labelExpr=written("datum.value"), labelPadding=6, labelFlush=True
    )
    across = alt.X("low:Q", scale=scale, axis=axis)
    zero = vertical(
        single().transform_filter("x_domain[0] <= 0 && x_domain[1] >= 0"), "scale('x', 0)", color=signal("reference")
    )
    ended = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    expected = (
        ended.transform_filter("datum.part == 'expected'")
        .mark_bar(
            color=signal("uncertain"), size=signal(f"min(1.5 * size, 0.7 * {row})"), cornerRadius=3, orient="horizontal"
        )
        .encode(x=across, x2="high:Q", y=band())
    )
    stated = (
        ended.transform_filter("datum.part != 'expected'")
        .mark_rule(
            color=toned(),
            strokeWidth=signal("datum.part == 'interval' ? 2.5 : 1.2"),
            strokeDash=signal("datum.part == 'interval' ? [1, 0] : [3, 3]"),
        )
        .encode(x=across, x2="high:Q", y=band())
    )
    valued = base.transform_filter("isValid(datum.value)")
    middle = (
        valued.transform_filter("datum.part == 'expected'")
        .mark_tick(
            color=signal("benefit"), thickness=3, size=signal(f"min(1.9 * size, 0.9 * {row})"), orient="vertical"
        )
        .encode(x=alt.X("value:Q", scale=scale, axis=axis), y=band())
    )
    found = (
        valued.transform_filter("datum.part != 'expected'")
        .mark_point(
            shape=signal("datum.grade == 'weak' ? 'diamond' : 'circle'"),
            filled=True,
            opacity=1,
            fill=signal("datum.grade == 'sound' ? (datum.tone == 'gap' ? gap : ink) : card"),
            stroke=toned(),
            strokeWidth=1.8,
            size=signal(f"pow(min(0.8 * size, 0.6 * {row}), 2)"),
        )
        .encode(x=alt.X("value:Q", scale=scale, axis=axis), y=band())
    )
    text = base.mark_text(
        align="left",
        x=signal("width + 0.8 * size"),
        color=toned(text=True),
        fontWeight=signal("datum.part == 'expected' ? 600 : 400"),
        limit=signal("room_right - 0.8 * size"),
        text=signal("datum.text"),
        fontSize=text_size("forest"),
    ).encode(y=band())
    labels = row_labels(base, "forest", weight="datum.part == 'expected' ? 600 : 400")
    return dressed([zero, expected, stated, middle, found, text, labels], SIGNALS, ROOM)
