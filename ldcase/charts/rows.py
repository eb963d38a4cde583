"""Charts of rows, one thing a row: their bands and the names on their left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ldcase.charts.theme import signal

if TYPE_CHECKING:
    from altair import Chart, Y


ROOM_FOR_ROWS = "max(2, floor(height / (1.02 * size)))"
"""How many rows of readable text fit."""


TWO_LINES = 1.85
"""A row of at least so many heights of text holds a name in two smaller lines."""


def fitting(base: Chart) -> Chart:
    """Return `base` with only the first rows, as many as can be read; for charts whose first rows matter most."""
    kept: Chart = base.transform_filter(f"datum.order < {ROOM_FOR_ROWS}")
    return kept


def row_height(dataset: str, shed: bool = False) -> str:
    """Return the expression for the height of a row of `dataset`, pixels; `shed` if only `fitting` rows are drawn."""
    rows = f"length(data('{dataset}'))"
    return f"(height / max(1, {f'min({rows}, {ROOM_FOR_ROWS})' if shed else rows}))"


def band() -> Y:
    """Return the encoding that gives each `order` (0, 1, 2 … from the top) a row of its own."""
    from ldcase.charts.altair_import import alt

    return alt.Y("order:O", scale=alt.Scale(padding=0), axis=None)


def thickness(dataset: str, most: float = 1.7, shed: bool = False) -> Any:
    """Return the thickness of a bar: at most `most` heights of text, and two thirds of the row."""
    return signal(f"min({most} * size, 0.66 * {row_height(dataset, shed)})")


def text_size(dataset: str, shed: bool = False) -> Any:
    """Return the size of text in a row, smaller where rows are low."""
    return signal(f"min(size, 0.9 * {row_height(dataset, shed)})")


def row_labels(base: Chart, dataset: str, weight: str = "450") -> Chart:
    """Return the names (`label`) at the left edge; what does not fit ends in “…” and shows whole in the tip."""
    from ldcase.charts.altair_import import alt

    made: Chart = base.mark_text(
        align="left",
        x=signal("-room_left"),
        fontSize=text_size(dataset),
        limit=signal("room_left - 0.8 * size"),
        fontWeight=signal(weight),
    ).encode(y=band(), text="label:N", tooltip=alt.Tooltip("label:N"))
    return made


def wrapped_labels(base: Chart, dataset: str, shed: bool = False) -> Chart:
    """Return the names as `row_labels` does, but a long one in two lines (`lines`) where the row is high enough."""
    from ldcase.charts.altair_import import alt

    room, row = "(room_left - 0.8 * size)", row_height(dataset, shed)
    wraps = (
        f"({row} > {TWO_LINES} * size && length(datum.label) * 0.56 * size > {room} && indexof(datum.lines, '\\n') > 0)"
    )
    small = f"min(0.95 * size, {row} / 2.15)"
    made: Chart = base.mark_text(
        align="left",
        x=signal("-room_left"),
        dy=signal(f"{wraps} ? -0.55 * {small} : 0"),
        fontSize=signal(f"{wraps} ? {small} : min(size, 0.9 * {row})"),
        limit=signal(room),
        lineBreak="\n",
        lineHeight=signal(f"1.1 * {small}"),
        fontWeight=signal("450"),
        text=signal(f"{wraps} ? datum.lines : datum.label"),
    ).encode(y=band(), tooltip=alt.Tooltip("label:N"))
    return made


def in_two_lines(label: str) -> str:
    """Part a name at the space nearest to its middle; a single word stays.

    Examples
    --------
    >>> in_two_lines("Offers a person a month")
    'Offers a person\\na month'
    """
    spaces = [place for place, sign in enumerate(label) if sign == " "]
    if not spaces:
        return label
    middle = min(spaces, key=lambda place: (abs(place - len(label) / 2), -place))
    return f"{label[:middle]}\n{label[middle + 1 :]}"
