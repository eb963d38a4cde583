"""What a pilot's result teaches a case: its draws weighted by the result, and the ranges that this leaves.

The weighted draws are the exact answer. What the case keeps of it is a new P10, P50 and P90 for every assumption about
which the pilot said something, and how these now hang together; so the case goes on as any case does: levers, charts,
spreadsheet and file need nothing new, and every figure says where it comes from.

The model of a result: ``y = theta / kept + delta + e``. ``theta / kept`` is what the pilot would show under each draw
(`piloted`): a roll-out keeps only a share of what a pilot shows. ``delta`` is how far the two may differ besides, ``e``
the error of the result with few teams priced in. Gates and the worth of the pilot rest on the same draws.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ldcase.case.assumption import Assumption, Range, trouble
from ldcase.case.correlations import Link, not_possible
from ldcase.case.metalog import likely_between
from ldcase.forecast import Forecast
from ldcase.forecast.figure import Array
from ldcase.forecast.update import Updated, updated
from ldcase.pilot.observed import piloted

DRIVES = 0.1
"""An assumption whose rank goes with the measured difference less than this is not asked."""
MOST = 8
NOTHING_LEARNT = 0.98
"""Above this share of draws that still count, the result said nothing."""


@dataclass(frozen=True, slots=True)
class LearnedRange:
    """The range of one assumption before and after the result; of a chance its probability, three times."""

    name: str
    title: str
    before: Range
    after: Range


@dataclass(frozen=True, eq=False)
class Lesson:
    """What a result teaches a forecast.

    Attributes
    ----------
    expected : ndarray of shape (draws,)
        What the pilot would show under each draw, in the metric's unit, improvement positive.
    updated
        The weighted draws.
    ranges
        What the result speaks of, the most telling first.
    links
        How they hang together after it.
    """

    expected: Array
    updated: Updated
    ranges: tuple[LearnedRange, ...]
    links: tuple[Link, ...]


def lesson(
    before: Forecast, metric: str, months: int, estimate: float, spread: float, kept: Range, bias: float = 0.0
) -> Lesson:
    """Return what a result teaches.

    Parameters
    ----------
    before
        The forecast as it was before the pilot.
    metric, months
        What was measured, and over how many months.
    estimate, spread
        The result, improvement positive, and its error as a standard deviation; both in the metric's unit.
    kept
        Of a pilot's improvement the share that remains when everybody takes part: low, likely, high; above 0.
    bias
        How far pilot and roll-out may differ besides, as a standard deviation in the metric's unit.

    Raises
    ------
    CaseError
        When the case has no such metric, or the pilot is longer than the case.
    """
    expected = piloted(before, metric, months, kept)
    weighted = updated(expected, estimate, spread, bias)
    landed = expected != 0.0
    if not weighted.weights[landed].any():
        landed = np.ones(len(expected), dtype=bool)
    ranges = _ranges(before, expected, weighted, landed) if weighted.usable else ()
    return Lesson(expected, weighted, ranges, _links(before, ranges, _where(weighted, landed)))


def document(found: Lesson) -> dict[str, object]:
    """Return the learned ranges and links as they stand under ``idea.pilot.results`` of a case."""
    return {
        "learned": [
            {"assumption": learned.name, "value": _short(learned.after[1])}
            if learned.after[0] == learned.after[2]
            else {
                "assumption": learned.name,
                **dict(zip(("low", "likely", "high"), map(_short, learned.after), strict=True)),
            }
            for learned in found.ranges
        ],
        "links": [{"between": [one, other], "rho": rho} for one, other, rho in found.links],
    }


def _short(value: float) -> float:
    """Six significant figures: enough for any range, and legible in a file."""
    return float(f"{value:.6g}")


def _ranges(
    before: Forecast, expected: Array, weighted: Updated, landed: NDArray[np.bool_]
) -> tuple[LearnedRange, ...]:
    """Everything that drives the measured difference, even where its own range stays: together they are narrower.

    Where the programme may not land at all, all but that chance is asked of the draws in which it did: in the others
    their values mean nothing.
    """
    if weighted.share > NOTHING_LEARNT or not np.ptp(expected):
        return ()
    found: list[tuple[float, LearnedRange]] = []
    inside = _where(weighted, landed)
    ranks, ranks_landed = _ranks(expected), _ranks(expected[landed])
    for assumption in before.case.assumptions.values():
        column = before.inputs[assumption.name][:, 0]
        if len(column) == 1:
            continue
        pair = (ranks, _ranks(column)) if assumption.chance else (ranks_landed, _ranks(column[landed]))
        drives = abs(float(np.corrcoef(*pair)[0, 1]))
        if drives >= DRIVES:
            after = _after(assumption, column, weighted if assumption.chance else inside)
            found.append((drives, LearnedRange(assumption.name, assumption.title, assumption.values, after)))
    found.sort(key=lambda pair: -pair[0])
    return tuple(learned for _, learned in found[:MOST])


def _where(weighted: Updated, kept: NDArray[np.bool_]) -> Updated:
    """The weighted draws with those left out that are not kept."""
    weights = np.where(kept, weighted.weights, 0.0)
    return Updated(weights / weights.sum(), weighted.tail)


def _after(assumption: Assumption, column: Array, weighted: Updated) -> Range:
    """The range after the result; nudged where no distribution has exactly these three."""
    if assumption.chance:
        probability = weighted.mean(column)
        return probability, probability, probability
    low, likely, high = weighted.quantiles(column)
    if trouble(low, likely, high, assumption.bounds) is None:
        return low, likely, high
    least, most = likely_between(low, high, *assumption.bounds)
    inside = 0.02 * (most - least)
    return low, min(max(likely, least + inside), most - inside), high


def _links(before: Forecast, ranges: tuple[LearnedRange, ...], weighted: Updated) -> tuple[Link, ...]:
    """Correlations of the normal scores after the result; weakened together where all of them are not possible."""
    names = sorted(learned.name for learned in ranges if not before.case.assumptions[learned.name].chance)
    if len(names) < 2:
        return ()
    rows = weighted.rows(before.draws)
    correlations = np.corrcoef([_ranks(before.inputs[name][rows, 0]) for name in names])
    others = [link for link in before.case.correlations if not set(names).issuperset(link[:2])]
    scores = 2 * np.sin(np.pi / 6 * np.clip(correlations, -0.97, 0.97))
    for strength in (1.0, 0.9, 0.7, 0.5):
        found = [
            (one, other, round(float(strength * scores[i, k]), 2))
            for i, one in enumerate(names)
            for k, other in enumerate(names)
            if i < k
        ]
        if not_possible([*others, *found]) is None:
            return tuple(found)
    return ()


def _ranks(values: Array) -> Array:
    ranks = np.empty(len(values))
    ranks[np.argsort(values, kind="stable")] = np.arange(len(values))
    return ranks
