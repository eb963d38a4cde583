"""A result as it stands in the case, and back: figures of groups, so that a reload shows what was taken in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from ldcase.case import Case
from ldcase.case.assumption import Range
from ldcase.case.document_results import PilotResults
from ldcase.pilot.analysis import Means, PilotResult
from ldcase.pilot.learned import Lesson, document
from ldcase.pilot.plan import KEPT, plan


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a result comes from and how it is read.

    Attributes
    ----------
    metric, unit
        What was measured: its key in the case, and the unit of all figures.
    months
        Over how many months the trained were measured.
    kept
        Of the pilot's improvement the share a roll-out keeps: low, likely, high.
    bias
        A roll-out differs from that by less than this in 8 of 10 cases; metric's unit, 0 for not at all.
    sample
        Whether the results are invented for an example.
    """

    file: str
    taken_on: date
    metric: str
    unit: str
    months: int
    kept: Range
    bias: float
    sample: bool


def kept_share(case: Case) -> Range:
    """Of a pilot's improvement the share a roll-out keeps: as the case's pilot says, else as is usual."""
    planned = plan(case)
    return planned.kept if planned else KEPT


def as_document(result: PilotResult, found: Lesson, origin: Origin) -> dict[str, object]:
    """Return what stands under ``idea.pilot.results``; only for a result that compares two groups."""
    means = {name: value for name, value in asdict(result.means).items() if value is not None}
    return {
        "file": origin.file,
        "taken_on": origin.taken_on,
        "metric": origin.metric,
        "unit": origin.unit,
        "months": origin.months,
        "method": result.method,
        "by_team": result.by_team,
        "estimate": result.estimate,
        "standard_error": result.standard_error,
        "freedom": result.freedom,
        "people": result.people,
        "pilot_teams": result.pilot_teams,
        "comparison_teams": result.comparison_teams,
        "means": means,
        "kept": origin.kept[1],
        "bias": origin.bias,
        "sample": origin.sample,
        "counts": True,
        **document(found),
    }


def from_document(results: PilotResults) -> PilotResult | None:
    """Return the result a case holds; None where its figures are incomplete."""
    estimate, error, method = results.estimate, results.standard_error, results.method
    if estimate is None or error is None or method is None or results.freedom is None or error <= 0:
        return None
    means = results.means
    return PilotResult(
        estimate,
        error,
        results.freedom,
        method,
        results.by_team,
        results.people or 0,
        results.pilot_teams or 0,
        results.comparison_teams or 0,
        Means(means.pilot_before, means.pilot_after, means.comparison_before, means.comparison_after),
    )
