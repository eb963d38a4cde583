"""The impact map: what people will do differently, which metric that moves, which priority it serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ldcase.case import MetricUse
from ldcase.case.document import Behaviour, Document, Priority


@dataclass(frozen=True, slots=True)
class Link:
    """A metric and what people do that moves it; none is a missing link."""

    metric: MetricUse
    behaviours: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """The whole chain.

    Attributes
    ----------
    links
        Every metric of the case, in its order.
    loose
        Behaviours that move no metric of the case.
    priority
        What the metrics serve; None where the case names nothing.
    """

    links: tuple[Link, ...]
    loose: tuple[Behaviour, ...]
    priority: Priority | None


def impact(document: Document, metrics: Sequence[MetricUse]) -> Impact:
    """Put behaviours to the metrics they move."""
    behaviours = document.idea.behaviours
    links = tuple(Link(use, tuple(each for each in behaviours if each.moves == use.key)) for use in metrics)
    known = {use.key for use in metrics}
    priority = document.opportunity.priority
    named = priority if priority is not None and priority.name else None
    return Impact(links, tuple(each for each in behaviours if each.moves not in known), named)
