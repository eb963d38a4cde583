"""Before, result and after a pilot on one axis, over the zones agreed before."""

from __future__ import annotations

import numpy as np

from ldcase.case.document_pilot import PilotGates
from ldcase.charts.axes import Axes, ticks, values
from ldcase.charts.drawing import Columns, Drawing
from ldcase.language import worded
from ldcase.pilot.analysis import PilotResult
from ldcase.pilot.learned import Lesson
from ldcase.pilot.observed import Measure
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.pilot import ZONES, amount
from ldcase.words.pilot_results import between
from ldcase.words.sentence import told_in_turn

_ENDS = (0.025, 0.1, 0.5, 0.9, 0.975)


def learned(found: Lesson, result: PilotResult, measure: Measure, gates: PilotGates | None, axes: Axes) -> Drawing:
    """Draw what was expected of the pilot, what it found, and what would be expected of another one now.

    The last row is left out where too few draws count to show it.
    """
    before = tuple(float(value) for value in np.quantile(found.expected, _ENDS))
    (low, high), (widest_low, widest_high) = result.interval(0.8), result.interval(0.95)
    rows = [
        (worded("Expected before"), before, "uncertain"),
        (worded("The pilot found"), (widest_low, low, result.estimate, high, widest_high), "ink"),
    ]
    if found.updated.usable:
        rows.append((worded("Expected now"), found.updated.quantiles(found.expected, _ENDS), "benefit"))
    ends = [value for _, each, _ in rows for value in each]
    thresholds = [] if gates is None or gates.go is None or gates.stop is None else [gates.stop, gates.go]
    margin = 0.06 * (max(ends) - min(ends))
    domain = axes.fit("learned", min([0.0, *ends, *thresholds]), max([*ends, *(t + margin for t in thresholds)]))
    form = measure.format
    telling = [
        f"{lowered(label)} {amount(each[2], measure)} ({between(each[1], each[3], measure)})" for label, each, _ in rows
    ]
    title = _title(found, result, measure)
    _, _, unit = amount(2.0, measure).partition(numbers.SPACE)
    return Drawing(
        "learned",
        title,
        worded(
            "{measure}: improvement beyond the others, {unit}; thick: 8 of 10 cases, thin: 95 of 100",
            measure=worded(measure.title),
            unit=unit or measure.unit,
        ),
        told_in_turn(f"{title}: {'; '.join(telling)}"),
        {"learned": _columns(rows, measure), "learned_zones": _zones(thresholds, domain)},
        {
            "x_domain": list(domain),
            "x_ticks": ticks(domain),
            **values("points" if form == "percent" else form, domain),
        },
    )


def _title(found: Lesson, result: PilotResult, measure: Measure) -> str:
    if not found.updated.usable:
        if found.updated.surprising:
            return worded("The pilot and the forecast do not agree")
        return worded("The pilot is very exact")
    before = float(np.median(found.expected))
    now = found.updated.quantiles(found.expected, (0.5,))[0]
    one, other = amount(before, measure), amount(now, measure)
    if one == other:
        return worded("The pilot found about what was expected, {effect}", effect=one)
    if result.estimate < before:
        return worded("The pilot found less than expected: now {now}, before {before}", now=other, before=one)
    return worded("The pilot found more than expected: now {now}, before {before}", now=other, before=one)


def _columns(rows: list[tuple[str, tuple[float, ...], str]], measure: Measure) -> Columns:
    return {
        "order": list(range(len(rows))),
        "label": [label for label, _, _ in rows],
        "widest_low": [ends[0] for _, ends, _ in rows],
        "low": [ends[1] for _, ends, _ in rows],
        "likely": [ends[2] for _, ends, _ in rows],
        "high": [ends[3] for _, ends, _ in rows],
        "widest_high": [ends[4] for _, ends, _ in rows],
        "text": [
            f"{_bare(ends[2], measure)} ({_bare(ends[1], measure)} – {_bare(ends[3], measure)})" for _, ends, _ in rows
        ],
        "tone": [tone for _, _, tone in rows],
    }


def _bare(value: float, measure: Measure) -> str:
    """A difference without its unit, which stands above the chart."""
    return amount(value, measure).split(numbers.SPACE)[0]


def _zones(thresholds: list[float], domain: tuple[float, float]) -> Columns:
    if not thresholds:
        return {"start": [], "end": [], "label": [], "tone": []}
    low, high = domain
    edges = [low, *(min(max(threshold, low), high) for threshold in thresholds), high]
    zones = [
        (start, end, worded(ZONES[name]), tone)
        for start, end, name, tone in zip(
            edges[:-1], edges[1:], ("stop", "adapt", "go"), ("gap", "uncertain", "benefit"), strict=True
        )
        if end > start
    ]
    start, end, label, tone = (list(column) for column in zip(*zones, strict=True))
    return {"start": start, "end": end, "label": label, "tone": tone}
