"""Each chart as a table: the same numbers, for those who do not see the picture, who count, or who copy them.

Which columns of which data set are told, and in what they are counted, is declared here once for each chart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ldcase.charts.drawing import Columns, Drawing
from ldcase.language import marked, worded
from ldcase.words import numbers

Kind = Literal["text", "whole", "money", "percent", "value"]
"""How a column is told; ``value`` is what the chart's own axis is counted in, ``percent`` a share 0..1."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, the column of the data it tells, and how.

    ``less`` names a column that is taken off: a bar from there to here is as long as the difference.
    """

    head: str
    source: str
    kind: Kind = "value"
    less: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the number behind it in the unit of its head; None where it is no number."""

    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read: heads, the unit of each (empty without), rows."""

    heads: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


_WHAT, _FROM, _TO = marked("what"), marked("from"), marked("to")
_MONTH = Column(marked("month"), "label", "text")
_BARS = (
    Column(_WHAT, "label", "text"),
    Column(_FROM, "start", "money"),
    Column(_TO, "end", "money"),
    Column(marked("amount"), "end", "money", less="start"),
)
_RANGE = (
    Column(marked("low"), "low"),
    Column(marked("likely"), "likely"),
    Column(marked("high"), "high"),
)
_DOTS = (Column(marked("around"), "value"), Column(marked("cases"), "level", "whole"))
_WIDEST_LOW, _WIDEST_HIGH = marked("1 in 40 below"), marked("1 in 40 above")

TABLES: Mapping[str, Mapping[str, tuple[Column, ...]]] = {
    "gap": {"gap": (_MONTH, Column(marked("now"), "team"), Column(marked("those who do it best"), "best"))},
    "causes": {
        "causes": (
            Column(marked("cause"), "label", "text"),
            Column(marked("share of the gap"), "end", "percent", less="start"),
        )
    },
    "dots": {"dots": _DOTS},
    "gates": {"gates": _DOTS},
    "costs": {"costs": (Column(_WHAT, "label", "text"), Column(marked("cost"), "value", "money"))},
    "rollout": {
        "rollout": (
            _MONTH,
            Column(marked("people trained"), "trained"),
            Column(marked("people applying it"), "applying"),
        )
    },
    "waterfall": {"waterfall": _BARS},
    "grades": {"grades": _BARS},
    "bridge": {"bridge": _BARS},
    "fan": {
        "fan": (
            _MONTH,
            Column(marked("1 in 10 below"), "p10"),
            Column(marked("1 in 4 below"), "p25"),
            Column(marked("middle"), "p50"),
            Column(marked("1 in 4 above"), "p75"),
            Column(marked("1 in 10 above"), "p90"),
        )
    },
    "tornado": {
        "tornado": (
            Column(marked("assumption"), "label", "text"),
            Column(marked("low end"), "low_text", "text"),
            Column(marked("net benefit there"), "low", "money"),
            Column(marked("high end"), "high_text", "text"),
            Column(marked("net benefit there"), "high", "money"),
        )
    },
    "must_be_true": {
        "must_be_true": (
            Column(marked("assumption"), "label", "text"),
            Column(marked("what must be true"), "text", "text"),
            Column(marked("as this case assumes"), "note", "text"),
        )
    },
    "history": {
        "history": (
            _MONTH,
            Column(marked("measured"), "single"),
            Column(marked("usually above"), "lower"),
            Column(marked("usually below"), "upper"),
        )
    },
    "ways": {"ways": (Column(marked("way"), "label", "text"), *_RANGE)},
    "forest": {
        "forest": (
            Column(marked("study"), "label", "text"),
            Column(marked("found"), "value"),
            Column(marked("low"), "low"),
            Column(marked("high"), "high"),
        )
    },
    "learned": {
        "learned": (
            Column(_WHAT, "label", "text"),
            Column(_WIDEST_LOW, "widest_low"),
            *_RANGE,
            Column(_WIDEST_HIGH, "widest_high"),
        )
    },
    "pilot_result": {
        "pilot_result": (
            _MONTH,
            Column(marked("trained"), "pilot"),
            Column(marked("others"), "comparison"),
            Column(marked("trained, had they changed like the others"), "without"),
        )
    },
    "pilot_worth": {
        "pilot_worth": (
            Column(marked("teams"), "teams", "whole"),
            Column(_WHAT, "series", "text"),
            Column(marked("amount"), "value", "money"),
        )
    },
    "away": {
        "away": (
            _MONTH,
            Column(marked("hours away, learners"), "learners"),
            Column(marked("hours away, everybody"), "all"),
        )
    },
}
"""By chart and data set: what the table tells."""

_COUNTED = frozenset({"dots", "gates"})
"""Charts whose rows are dots: the table counts those that stand in one place."""


def table_of(drawing: Drawing, currency: str) -> Table:
    """Tell a drawing as a table.

    Parameters
    ----------
    currency
        What money is counted in.
    """
    (name, columns), *_ = TABLES[drawing.spec].items()
    data = _counted(drawing.data[name]) if drawing.spec in _COUNTED else drawing.data[name]
    kinds = tuple(_kind(column.kind, drawing.signals) for column in columns)
    told = [_column(column, kind, data) for column, kind in zip(columns, kinds, strict=True)]
    units = tuple({"money": currency, "percent": "%", "hundredths": "%"}.get(kind, "") for kind in kinds)
    return Table(tuple(worded(column.head) for column in columns), units, tuple(zip(*told, strict=True)))


def _counted(data: Columns) -> Columns:
    """Dots as one row for each place where some stand, from left to right."""
    places = sorted(set(data["value"]))
    return {"value": places, "level": [data["value"].count(place) for place in places]}


def _kind(kind: Kind, signals: Mapping[str, object]) -> str:
    """What ``value`` means on this chart: what its axis writes tells whether it is money, a share or a number."""
    if kind != "value":
        return kind
    scale, suffix = signals.get("value_scale", 1), str(signals.get("value_suffix", ""))
    if "%" in suffix or "%" in str(signals.get("value_prefix", "")):
        return "percent" if scale == 100 else "hundredths"
    return "money" if isinstance(scale, int | float) and scale < 1 else "number"


def _column(column: Column, kind: str, data: Columns) -> list[Cell]:
    values: Sequence[Any] = data[column.source]
    if column.less:
        values = [end - start for end, start in zip(values, data[column.less], strict=True)]
    return [_cell(value, kind) for value in values]


def _cell(value: Any, kind: str) -> Cell:
    if value is None:
        return Cell("")
    if kind == "text":
        return Cell(str(value))
    number = float(value)
    match kind:
        case "money":
            return Cell(numbers.money(number, 3), number)
        case "percent":
            return Cell(numbers.percent(number), 100 * number)
        case "hundredths":
            return Cell(numbers.percent(number / 100), number)
        case "whole":
            return Cell(numbers.plain(number, 7), number)
    return Cell(numbers.plain(number, 4), number)
