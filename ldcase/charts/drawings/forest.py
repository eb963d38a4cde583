"""What studies found on one scale, and what that lets one expect of one programme here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ldcase.charts.axes import hundredths_values, nice, number_values, ticks
from ldcase.charts.drawing import Drawing
from ldcase.evidence.conversions import better_than_average, d_of_r
from ldcase.evidence.effect import Effect
from ldcase.evidence.prior import Prior
from ldcase.language import marked, worded
from ldcase.words import numbers
from ldcase.words.sentence import told_in_turn

MOST = 10
"""Rows of studies that can be read."""

AXES: Mapping[str, str] = {
    "d": marked("Standardised: 0.2 is small, 0.5 medium, 0.8 large"),
    "percent": marked("Change of output or sales in per cent"),
    "leavers": marked("Change in the number of people who leave, in per cent"),
    "r": marked("Correlation: 0 is no link, 1 the closest"),
}
"""What each axis is counted in, for the screen; said by `worded`."""

_GRADES = {"A": "sound", "B": "fair", "C": "weak", "D": "weak"}


def forest(effects: Sequence[Effect], axis: str, prior: Prior | None = None) -> Drawing:
    """The findings that may stand on an axis (`ldcase.evidence.effect.COMPARABLE`), the first `MOST` of them.

    Parameters
    ----------
    prior
        What is expected here; drawn as the last row where it is in the unit of the axis.
    """
    expected = prior if prior is not None and prior.axis == axis else None
    studies = [_row(each) for each in drawn(effects, axis)]
    if expected is not None and expected.start.axis != axis:
        studies = [_row(_converted(expected)), *studies[: MOST - 1]]
    rows = [*studies, *([_expected(expected)] if expected is not None else [])]
    ends = [row[name] for row in rows for name in ("value", "low", "high") if row[name] is not None] or [0.0, 1.0]
    low, high = min(*ends, 0.0), max(*ends, 0.0)
    margin = 0.05 * (high - low)
    domain = nice(low - margin if low < 0 else low, high + margin if high > 0 else high)
    title = _title(len(studies), expected)
    told = "; ".join(f"{row['label']} {row['text']}" for row in rows)
    return Drawing(
        "forest",
        title,
        worded("{axis}. Filled: grade A; hollow: B; diamond: C, D; dashes: a range", axis=worded(AXES[axis])),
        told_in_turn(title, told),
        {
            "forest": {
                "order": list(range(len(rows))),
                **{name: [row[name] for row in rows] for name in _COLUMNS},
            }
        },
        {"x_domain": list(domain), "x_ticks": ticks(domain), **_values(axis, domain)},
    )


_COLUMNS = ("label", "value", "low", "high", "part", "grade", "tone", "text")


def drawn(effects: Iterable[Effect], axis: str) -> tuple[Effect, ...]:
    """The findings that stand on an axis, in their order."""
    return tuple(each for each in effects if each.axis == axis)[:MOST]


def _title(studies: int, expected: Prior | None) -> str:
    if expected is None:
        return worded("What these studies found") if studies else worded("No study here gives a size on this scale")
    if expected.unit == "d":
        people = round(100 * better_than_average(expected.likely))
        return worded(
            "Expect {people} of 100 trained people above the untrained average; without training it is 50",
            people=people,
        )
    return worded(
        "Expect {effect} of one programme here; {odds} such programmes do nothing or worse",
        effect=written(expected.likely, expected.unit),
        odds=numbers.odds(expected.nothing_share),
    )


def _converted(prior: Prior) -> Effect:
    """The finding a range begins with, on the scale of the range."""
    start = prior.start
    low, high = (None if end is None else d_of_r(end) for end in (start.low, start.high))
    outcome = worded("{outcome}, converted", outcome=start.outcome)
    return replace(start, scale="d", value=prior.start_value, low=low, high=high, outcome=outcome)


def _row(effect: Effect) -> dict[str, Any]:
    part = "interval" if effect.interval == "95 % interval of the mean" else "range"
    if effect.value is not None:
        said = written(effect.value, effect.axis, 3)
    else:
        low, high = (written(end or 0.0, effect.axis) for end in (effect.low, effect.high))
        said = worded("{first} to {last}", first=low, last=high)
    return {
        "label": f"{effect.short_name}: {effect.outcome}",
        "value": effect.value,
        "low": effect.low,
        "high": effect.high,
        "part": part,
        "grade": _GRADES[effect.quality_grade[0]],
        "tone": "gap" if effect.use == "warning" else "ink",
        "text": f"{said} · {effect.quality_grade.replace('-', numbers.MINUS)}",
    }


def _expected(prior: Prior) -> dict[str, Any]:
    return {
        "label": worded("One programme here, 8 of 10 cases"),
        "value": prior.likely,
        "low": prior.low,
        "high": prior.high,
        "part": "expected",
        "grade": "sound",
        "tone": "benefit",
        "text": written(prior.likely, prior.unit),
    }


def written(value: float, unit: str, figures: int = 2) -> str:
    """An effect as it is said: 0.62, 5.8 %; a published one with three figures, one of ours with two."""
    if unit in ("percent", "leavers"):
        return numbers.percent(value / 100, figures)
    return numbers.plain(value, 2, 2)


def _values(axis: str, domain: tuple[float, float]) -> dict[str, object]:
    return hundredths_values(domain) if axis in ("percent", "leavers") else number_values(domain)
