"""What must be true: for each assumption its range, its likely value, and the value at which the whole breaks even."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.rows import band, fitting, row_height, wrapped_labels
from ldcase.charts.theme import Room, dressed, signal, toned

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "must_be_true": {
        "order": "0, 1, 2 … from the top",
        "label": "name of the assumption",
        "lines": "the same in two lines, for where there is no room for one",
        "low_at": "P10, as a share of the row's width; see `placed`",
        "likely_at": "P50, as a share of the row's width",
        "high_at": "P90, as a share of the row's width",
        "break_even_at": "the break-even, as a share of the row's width; null where there is none",
        "text": "such as “at least 38 %” or “pays back at any value”",
        "short": "the same where there is little room, such as “≥ 38 %”",
        "note": "such as “expected 30–62 %”; shown where rows are high enough and all notes fit, may be empty",
        "note_length": "letters of the longest note",
        "tone": "gap where the break-even lies inside the range (it may fail), benefit where outside",
    },
}
SIGNALS: dict[str, object] = {}
ROOM: Room = {"left": (0.4, 7.0, 17.0), "right": (0.35, 7.5, 14.0), "top": 0.2, "bottom": 0.2}

FAR = 2.0
"""A break-even further from the range than so many times its width stands at the edge of the row."""


def placed(
    low: float, likely: float, high: float, break_even: float | None
) -> tuple[float, float, float, float | None]:
    """Return where low, likely, high and break-even stand in a row, as shares of its width.

    Each row has a scale of its own, because the assumptions have different units: it spans the range and the
    break-even. A break-even that is far away (`FAR`) stands at the edge.

    Examples
    --------
    >>> [round(place, 2) for place in placed(10, 15, 20, 5)]
    [0.38, 0.66, 0.93, 0.11]
    """
    width = max(high - low, abs(likely) * 0.1, 1e-12)
    shown = None if break_even is None else min(high + FAR * width, max(low - FAR * width, break_even))
    start = min(low, shown if shown is not None else low)
    end = max(high, shown if shown is not None else high)
    margin = 0.12 * max(end - start, width)
    span = end - start + 2 * margin

    def share(value: float) -> float:
        return (value - start + margin) / span

    return share(low), share(likely), share(high), None if shown is None else share(shown)


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS`."""
    from ldcase.charts.altair_import import alt

    base = fitting(alt.Chart(alt.NamedData(name="must_be_true")))
    scale = alt.Scale(domain=[0, 1], nice=False, zero=False)
    row = row_height("must_be_true", shed=True)
    track = base.mark_bar(
        color=signal("chip"), size=signal("0.4 * size"), cornerRadius=3, orient="horizontal", x=0, x2=signal("width")
    ).encode(y=band())
    ranges = base.mark_bar(
        color=signal("uncertain"), size=signal(f"min(0.85 * size, 0.5 * {row})"), cornerRadius=3
    ).encode(x=alt.X("low_at:Q", scale=scale, axis=None), x2="high_at:Q", y=band())
    likely = base.mark_tick(
        color=signal("ink"), thickness=2, size=signal(f"min(1.4 * size, 0.7 * {row})"), orient="vertical"
    ).encode(x=alt.X("likely_at:Q", scale=scale, axis=None), y=band())
    needed = (
        base.transform_filter("isValid(datum.break_even_at)")
        .mark_point(
            shape="diamond",
            filled=True,
            opacity=1,
            size=signal(f"pow(min(1.05 * size, 0.7 * {row}), 2)"),
            color=toned(),
            stroke=signal("card"),
            strokeWidth=1.5,
        )
        .encode(x=alt.X("break_even_at:Q", scale=scale, axis=None), y=band())
    )
    fits = "(room_right > 11 * size || !datum.short)"
    high = f"({row} > 2.7 * size && datum.note && datum.note_length * 0.56 * size < room_right - 0.8 * size)"
    text = base.mark_text(
        align="left",
        x=signal("width + 0.8 * size"),
        dy=signal(f"{high} ? -0.62 * size : 0"),
        fontWeight=600,
        color=toned(text=True),
        limit=signal("room_right - 0.8 * size"),
        text=signal(f"{fits} ? datum.text : datum.short"),
        fontSize=signal(f"min(size, 0.9 * {row})"),
    ).encode(y=band())
    note = base.mark_text(
        align="left",
        x=signal("width + 0.8 * size"),
        dy=signal("0.68 * size"),
        color=signal("soft"),
        fontSize=signal("0.96 * size"),
        limit=signal("room_right - 0.8 * size"),
        text=signal(f"{high} ? datum.note : ''"),
    ).encode(y=band())
    labels = wrapped_labels(base, "must_be_true", shed=True)
    return dressed([track, ranges, likely, needed, text, note, labels], SIGNALS, ROOM)
