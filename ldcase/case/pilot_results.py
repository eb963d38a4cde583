"""What a case learnt from its pilot: ranges that take the place of those from before while they count.

The ranges from before stay in the file where they stand. So what was believed before the pilot can be read afterwards,
a switch shows the case before and after it, and taking the results out of the case takes everything back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ldcase.case.assumption import Assumption, Range, trouble
from ldcase.case.correlations import Link, links, not_possible
from ldcase.case.document import Document
from ldcase.case.document_results import Learned, PilotResults
from ldcase.case.renamed import nearest
from ldcase.errors import Finding, Place
from ldcase.language import catalogued, said

MEASURED = "measured here"
PATH = "idea.pilot.results"
"""Where in the document the results stand."""


def results(document: Document) -> PilotResults | None:
    """The results of the pilot, whether they count or not; None where there are none."""
    pilot = document.idea.pilot
    return None if pilot is None else pilot.results


def piloted(
    document: Document, assumptions: Mapping[str, Assumption], place_of: Callable[[str], Place]
) -> dict[str, Assumption]:
    """Return the assumptions as the pilot left them; the same ones where nothing was learnt or it does not count."""
    found = results(document)
    after = dict(assumptions)
    if found is None or not found.counts:
        return after
    for index, learned in enumerate(found.learned):
        before = after.get(learned.assumption)
        values = _values(learned)
        if before is None or values is None or trouble(*values, before.bounds):
            continue  # told by `wrong_results`
        path = f"{PATH}.learned.{index}"
        low, likely, high = values
        after[learned.assumption] = replace(
            before,
            low=low,
            likely=likely,
            high=high,
            source=_source(found, before),
            grade=before.grade if before.grade == MEASURED else "piloted",
            note=" ".join(part for part in (before.note, _before(before)) if part),
            sample=before.sample or found.sample,
            path=path,
            place=place_of(path),
        )
    return after


def links_after(document: Document) -> tuple[Link, ...]:
    """Return which assumptions move together: those of the case, and between learned ones those of the pilot."""
    found = results(document)
    given = links(document)
    if found is None or not found.counts or not found.links:
        return given
    learned = {one.assumption for one in found.learned}
    own = [
        (*sorted(link.between), link.rho)
        for link in found.links
        if len(set(link.between)) == 2 and learned.issuperset(link.between) and _possible(link.rho)
    ]
    kept = [link for link in given if not learned.issuperset(link[:2])]
    return tuple(sorted([*kept, *((str(one), str(other), float(rho or 0)) for one, other, rho in own)]))


def wrong_results(
    document: Document,
    assumptions: Mapping[str, Assumption],
    metrics: tuple[str, ...],
    place_of: Callable[[str], Place],
) -> Iterator[Finding]:
    """Say what is wrong with the results of a pilot; ``assumptions`` are those from before."""
    found = results(document)
    if found is None:
        return
    if found.metric not in metrics:
        what = said("The results of the pilot are about a metric that the case does not have.")
        yield Finding(
            "results-metric",
            what,
            found.metric,
            ", ".join(metrics),
            said("Correct metric:"),
            place=place_of(f"{PATH}.metric"),
        )
    if found.standard_error is None or found.estimate is None or found.standard_error <= 0:
        what = said("The results of the pilot say no estimate with its error.")
        do = said("Take the results in again, or remove results: from the pilot.")
        yield Finding(
            "results-incomplete", what, "", said("estimate and standard_error above 0"), do, place=place_of(PATH)
        )
    for index, learned in enumerate(found.learned):
        where = place_of(f"{PATH}.learned.{index}")
        before = assumptions.get(learned.assumption)
        if before is None:
            close = nearest(learned.assumption, assumptions)
            what = said(
                "The pilot has a range for “{assumption}”, which is no assumption of this case.",
                assumption=learned.assumption[:80],
            )
            do = said("Did you mean {close}?", close=close) if close else said("Take the results in again.")
            yield Finding("results-unknown", what, learned.assumption[:80], close or "", do, place=where)
            continue
        values = _values(learned)
        problem = trouble(*values, before.bounds) if values else None
        if values is None or problem:
            code, what, allowed, do = problem or (
                "results-range",
                said("The range is incomplete."),
                said("low, likely, high"),
                "",
            )
            stated = said("“{title}” after the pilot: {what}", title=before.title, what=what)
            yield Finding(code, stated, "", allowed, do or said("Take the results in again."), place=where)
    if finding := not_possible(links_after(document), place_of(f"{PATH}.links")):
        yield finding


def _possible(rho: float | None) -> bool:
    return rho is not None and -1 < rho < 1


def _values(learned: Learned) -> Range | None:
    if learned.value is not None:
        return learned.value, learned.value, learned.value
    if learned.low is None or learned.likely is None or learned.high is None:
        return None
    return learned.low, learned.likely, learned.high


def _source(found: PilotResults, before: Assumption) -> str:
    """Where a learned range comes from; what was measured here stays that, and the pilot comes on top."""
    source = said("Pilot results, {file}", file=found.file) if found.file else said("Pilot results")
    if found.sample:
        source = said("{source} (sample data)", source=source)
    if before.grade == MEASURED and before.source:
        return said("{before}; with it: {source}", before=before.source, source=source)
    return source


def _before(assumption: Assumption) -> str:
    """What the range was before, for its note."""
    low, likely, high = assumption.values
    return said(
        "Before the pilot: {likely:.3g} ({low:.3g} – {high:.3g}), {grade}.",
        likely=likely,
        low=low,
        high=high,
        grade=catalogued(assumption.grade),
    )
