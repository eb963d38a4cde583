"""Two metrics that put a value on the same thing: found from what they claim and from the graph, and reduced.

A case answers for it with an entry in ``opportunity.overlaps``: how much of the smaller of the two benefits is in the
other one already. Its ``share`` becomes the assumption ``overlap_1_share``, a haircut with the neutral value 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ldcase.case.catalogue import Catalogue
from ldcase.case.document import Document, OverlapEntry
from ldcase.case.metric_use import MetricUse
from ldcase.case.module import Haircut, Module, Need
from ldcase.case.module_file import EVERYTHING
from ldcase.errors import Finding, Place
from ldcase.formulas import Graph
from ldcase.language import said

PlaceOf = Callable[[str], Place]


@dataclass(frozen=True, slots=True)
class Overlap:
    """An overlap that the case states, from 1 in the order of the file; the smaller benefit of the two is reduced."""

    number: int
    first: str
    second: str
    entry: OverlapEntry

    @property
    def share(self) -> str:
        """The name of the assumption."""
        return f"overlap_{self.number}_share"

    @property
    def path(self) -> str:
        """Where it stands in the document."""
        return f"opportunity.overlaps.{self.number - 1}.share"


def stated(document: Document, catalogue: Catalogue) -> tuple[Overlap, ...]:
    """Return the overlaps of a document that name two metrics of the case; the others are told by `misstated`."""
    metrics = {key for key, entry in document.opportunity.metrics.items() if entry.use in catalogue.metrics}
    return tuple(
        Overlap(number, entry.between[0], entry.between[1], entry)
        for number, entry in enumerate(document.opportunity.overlaps, start=1)
        if len(entry.between) == 2 and len({*entry.between} & metrics) == 2
    )


def need(overlap: Overlap) -> Need:
    """Return what the case must say about an overlap."""
    what = said("“{first}” and “{second}”", first=overlap.first, second=overlap.second)
    return Need(
        name=overlap.share,
        title=said("Counted twice"),
        unit="share",
        bounds=(0.0, 1.0),
        help=said(
            "Part of the smaller benefit of {what} that the other one has in it already. 0 where they share nothing.",
            what=what,
        ),
        format="percent",
        default=None,
        whole=False,
        haircut=Haircut(0.0, said("Two metrics count the same")),
        place=Place("ldcase/case/overlaps.py"),
    )


def misstated(document: Document, catalogue: Catalogue, place_of: PlaceOf) -> Iterator[Finding]:
    """Tell overlaps that name no two metrics of the case, and a metric that is reduced by several."""
    known = [key for key, entry in document.opportunity.metrics.items() if entry.use in catalogue.metrics]
    good = {overlap.number for overlap in stated(document, catalogue)}
    for number, entry in enumerate(document.opportunity.overlaps, start=1):
        if number not in good:
            yield Finding(
                "overlap-unknown",
                said("Overlap {number} does not name two metrics of this case.", number=number),
                ", ".join(entry.between)[:80],
                said("two of {names}", names=", ".join(known)),
                said("Write between: with the short names of the two metrics."),
                place=place_of(f"opportunity.overlaps.{number - 1}"),
            )
    reduced: dict[str, int] = {}
    for overlap in stated(document, catalogue):
        before = reduced.setdefault(overlap.second, overlap.number)
        if before != overlap.number:
            yield Finding(
                "overlap-repeated",
                said(
                    "“{second}” is reduced by overlap {before} already; both could take away more than it brings.",
                    second=overlap.second,
                    before=before,
                ),
                f"{overlap.first}, {overlap.second}",
                said("each metric at most once in the second place"),
                said(
                    "Turn it round: between: [{second}, {first}], or put both into one share.",
                    second=overlap.second,
                    first=overlap.first,
                ),
                place=place_of(f"opportunity.overlaps.{overlap.number - 1}"),
            )


def counted_twice(
    document: Document,
    catalogue: Catalogue,
    metrics: Sequence[MetricUse],
    graph: Graph | None,
    shared_by_all: Collection[str],
    place_of: PlaceOf,
) -> Iterator[Finding]:
    """Tell pairs of metrics that claim the same, or rest on the same figure, and are not answered for.

    Parameters
    ----------
    graph
        The graph of the case, or None where the formulas do not fit together.
    shared_by_all
        Inputs that every benefit rests on: the roll-out, the cohorts and the share that is skill.
    """
    answered = [{overlap.first, overlap.second} for overlap in stated(document, catalogue)]
    for first, second in combinations(metrics, 2):
        if {first.key, second.key} in answered:
            continue
        shared = [*_same_claims(first.module, second.module)]
        if graph is not None:
            both = graph.ancestors([first.benefit]) & graph.ancestors([second.benefit]) & graph.inputs
            shared += sorted(name for name in both if name not in shared_by_all)
        if shared:
            yield Finding(
                "counted-twice",
                said("“{title}” and “{title_2}” may count the same.", title=first.title, title_2=second.title),
                ", ".join(shared),
                said("each thing valued once, or an overlap that says how much of it is counted twice"),
                said(
                    "Add under opportunity: overlaps: [{{between: [{key}, {key_2}], claims: {shared}, share: "
                    "{{likely: …}}}}], with value 0 where they share nothing; or leave one out.",
                    key=first.key,
                    key_2=second.key,
                    shared=shared[0],
                ),
                "warning",
                place_of(f"opportunity.metrics.{second.key}"),
            )


def _same_claims(first: Module, second: Module) -> list[str]:
    if EVERYTHING in first.claims:
        return [*second.claims]
    if EVERYTHING in second.claims:
        return [*first.claims]
    return [claim for claim in first.claims if claim in second.claims]
