"""Three ways to the effect of a metric, as the case file states them: which one is in force, and what is wrong.

A way never enters the graph by itself. The way that is used sets the one assumption that says how much of the gap is
closed (`moving`), with its source and grade; money follows from there as always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ldcase.case.catalogue import Module
from ldcase.case.document import Document
from ldcase.case.document_evidence import EstimateEntry, PublishedWay, WayName, Ways
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.metric_use import MetricUse
from ldcase.errors import Finding, Place
from ldcase.language import said

DEVIATIONS = "standard deviations"
_CLOSED = "closed_share"
_NO_RANGE = (said("low, likely, high in order"), said("Write the smallest first."))


def moved_by(module: Module) -> frozenset[str]:
    """Return the needs that say how much changes: those behind the effect, but for today's and the best's level."""
    reached, waiting = set[str](), [module.effect]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += module.formulas[name].expression.names if name in module.formulas else ()
    return frozenset((reached & {*module.needs}) - {module.baseline, module.exemplar})


def moving(module: Module) -> str:
    """Return the need that a way to the effect sets: ``closed_share``, or else the first that says how much changes.

    Empty where nothing but the levels moves the effect.
    """
    found = moved_by(module)
    return _CLOSED if _CLOSED in found else next((need for need in module.needs if need in found), "")


def in_force(ways: Ways, present: AssumptionEntry | None) -> WayName:
    """Return the way that the case's figures really follow.

    Where another way is named and the assumption is still the kept one (half of a choice was undone), it is the gap.
    """
    return "exemplar" if ways.kept is not None and ways.kept == present else ways.uses


def values(entry: AssumptionEntry | EstimateEntry) -> tuple[float, float, float] | None:
    """Return low, likely and high of an entry; None while they are missing or out of order."""
    if isinstance(entry, AssumptionEntry) and entry.value is not None:
        return (entry.value,) * 3
    low, likely, high = entry.low, entry.likely, entry.high
    if low is None or likely is None or high is None or not low <= likely <= high:
        return None
    return low, likely, high


def wrong_ways(document: Document, metrics: Sequence[MetricUse], place_of: Callable[[str], Place]) -> Iterator[Finding]:
    """Tell ways of metrics the case does not have, ranges that are none, and a way that is used and not there."""
    keys = [use.key for use in metrics]
    for key, ways in document.evidence.ways.items():
        path = f"evidence.ways.{key}"
        if key not in keys:
            allowed = ", ".join(keys) or said("a metric of this case")
            do = said("Use the short name of the metric.")
            yield Finding(
                "ways-metric", said("This is no metric of the case."), key[:80], allowed, do, place=place_of(path)
            )
            continue
        if ways.published is not None:
            yield from _wrong_published(ways.published, f"{path}.published", place_of)
        for number, estimate in enumerate(ways.estimates):
            if values(estimate) is None:
                found = ", ".join("…" if one is None else f"{one:g}" for one in _ends(estimate))
                what = said("The estimate of {value} is no range.", value=estimate.who or said("somebody"))
                yield Finding("estimate-range", what, found, *_NO_RANGE, place=place_of(f"{path}.estimates.{number}"))
        yield from _used(ways, f"{path}.uses", place_of)


def _ends(entry: AssumptionEntry | EstimateEntry) -> tuple[float | None, ...]:
    return entry.low, entry.likely, entry.high


def _wrong_published(entry: PublishedWay, path: str, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    if values(entry) is None:
        found = ", ".join("…" if one is None else f"{one:g}" for one in _ends(entry))
        yield Finding(
            "published-range", said("The published effect is no range."), found, *_NO_RANGE, place=place_of(path)
        )
    if entry.given_as == DEVIATIONS and (entry.deviation is None or values(entry.deviation) is None):
        yield Finding(
            "published-deviation",
            said("An effect in standard deviations says nothing yet about this metric."),
            allowed=said("deviation: with low, likely, high: how far people here differ, in units of the metric"),
            do=said("Add deviation: as a range, or give the effect as a share of the baseline."),
            place=place_of(f"{path}.deviation"),
        )
    if not entry.source and not entry.finding:
        yield Finding(
            "published-source",
            said("A published effect needs its publication."),
            allowed=said("finding: an id of the evidence library, or source: the publication"),
            do=said("Name the study."),
            severity="warning",
            place=place_of(path),
        )


def _used(ways: Ways, path: str, place_of: Callable[[str], Place]) -> Iterator[Finding]:
    lacking = (ways.uses == "published" and ways.published is None) or (
        ways.uses == "stakeholders" and not ways.estimates
    )
    if lacking:
        what = said("The case uses a way that it does not state: {uses}.", uses=ways.uses)
        do = said("Add published: or estimates:, or write uses: exemplar.")
        yield Finding("ways-missing", what, ways.uses, said("a way that is stated"), do, place=place_of(path))
