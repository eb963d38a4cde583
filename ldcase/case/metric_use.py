"""What a case moves and when: the metrics it uses, and the plan of its cohorts."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case.catalogue import Catalogue, Module
from ldcase.case.document import Becomes, Document
from ldcase.case.document_parts import MOST_COHORTS
from ldcase.formulas import is_name


@dataclass(frozen=True, slots=True)
class MetricUse:
    """A metric of the case.

    Attributes
    ----------
    key
        Its short name in the case, which is the prefix of its quantities.
    title
        The case's title for it, else the catalogue's.
    counts
        Whether its benefit is in the total; freed capacity only where an owner says what it becomes.
    gap, gap_cost, baseline, exemplar, effect, benefit
        Qualified names of the quantities that play these parts.
    """

    key: str
    title: str
    module: Module
    kind: str
    history: str
    owner: str
    becomes: Becomes | None
    counts: bool
    gap: str
    gap_cost: str
    baseline: str
    exemplar: str
    effect: str
    benefit: str


def metrics(document: Document, catalogue: Catalogue) -> tuple[MetricUse, ...]:
    """Return the metrics of a case that the catalogue has, in the order of the file."""
    uses = []
    for key, entry in document.opportunity.metrics.items():
        module = catalogue.metrics.get(entry.use or "")
        if module is None or not is_name(key) or "." in key:
            continue
        owned = bool(entry.becomes and entry.becomes.what and entry.becomes.owner)
        uses.append(
            MetricUse(
                key=key,
                title=entry.title or module.title,
                module=module,
                kind=module.kind,
                history=entry.history or "",
                owner=entry.owner or "",
                becomes=entry.becomes,
                counts=module.kind != "capacity" or owned,
                gap=f"{key}.{module.gap}",
                gap_cost=f"{key}.{module.gap_cost}",
                baseline=f"{key}.{module.baseline}",
                exemplar=f"{key}.{module.exemplar}",
                effect=f"{key}.{module.effect}",
                benefit=f"{key}.{module.benefit}",
            )
        )
    return tuple(uses)


def plan(document: Document) -> dict[str, float]:
    """Return people (person), start (month, from 1) and count (1 cohort) of each cohort, where the case says them."""
    figures: dict[str, float] = {}
    for number, cohort in enumerate(document.idea.cohorts[:MOST_COHORTS], start=1):
        if cohort.people is not None:
            figures[f"cohort_{number}.people"] = cohort.people
        if cohort.start is not None:
            figures[f"cohort_{number}.start"] = float(cohort.start)
        figures[f"cohort_{number}.count"] = 1.0
    return figures
