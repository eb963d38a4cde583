"""What a reader should know about a document before anything is computed. Each check is one function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ldcase.case.catalogue import Catalogue
from ldcase.case.document import Document
from ldcase.case.document_parts import LONGEST_HORIZON, MOST_COHORTS
from ldcase.case.renamed import nearest
from ldcase.errors import Finding, Place
from ldcase.formulas import is_name

_COHORT = re.compile(r"cohort_[0-9]+|cohorts?")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks look at."""

    document: Document
    catalogue: Catalogue
    place_of: Callable[[str], Place]


def head(case: Checked) -> Iterator[Finding]:
    """A case has a title and a first month."""
    if not case.document.title:
        yield Finding(
            "missing-title",
            "The case has no title.",
            do="Add title: at the top.",
            severity="warning",
            place=case.place_of("title"),
        )
    if case.document.start is None:
        allowed = "year and month, such as 2027-01"
        yield Finding(
            "missing-start",
            "The case does not say in which month it begins.",
            allowed=allowed,
            do="Add start: 2027-01",
            place=case.place_of("start"),
        )


def metrics_named(case: Checked) -> Iterator[Finding]:
    """A metric's key is a short word, for it becomes part of names."""
    for key in case.document.opportunity.metrics:
        if not is_name(key) or "." in key or key != key.lower() or _COHORT.fullmatch(key):
            yield Finding(
                "metric-name",
                "The short name of a metric cannot be used.",
                key[:80],
                "small letters, digits and _, beginning with a letter, and not cohort_1 and the like",
                "Choose a short word such as win_rate.",
                place=case.place_of(f"opportunity.metrics.{key}"),
            )


def metrics_known(case: Checked) -> Iterator[Finding]:
    """There is a metric, and the catalogue has it."""
    known, broken = case.catalogue.metrics, case.catalogue.broken
    if not case.document.opportunity.metrics:
        do = "Add a metric with use: and assumptions:"
        allowed = "at least one of " + ", ".join(known)
        yield Finding(
            "missing-metric",
            "The case moves no metric yet.",
            allowed=allowed,
            do=do,
            place=case.place_of("opportunity.metrics"),
        )
    for key, metric in case.document.opportunity.metrics.items():
        where = case.place_of(f"opportunity.metrics.{key}.use")
        if not metric.use:
            yield Finding(
                "missing-use",
                f"The metric “{key}” does not say which metric of the catalogue it is.",
                allowed=", ".join(known),
                do="Add use: …",
                place=where,
            )
        elif metric.use in broken:
            yield Finding(
                "module-broken",
                f"The catalogue's file of “{metric.use}” has errors, so it cannot be used.",
                metric.use,
                do="Correct the file; its errors are listed here too.",
                place=where,
            )
            yield from broken[metric.use]
        elif metric.use not in known:
            close = nearest(metric.use, known)
            do = f"Did you mean {close}?" if close else "Use one of these, or add a file to data/metrics."
            yield Finding(
                "unknown-module",
                f"The catalogue has no metric “{metric.use[:80]}”.",
                metric.use[:80],
                ", ".join(known),
                do,
                place=where,
            )


def capacity_owned(case: Checked) -> Iterator[Finding]:
    """Freed capacity counts only where an owner says what it becomes."""
    for key, metric in case.document.opportunity.metrics.items():
        module = case.catalogue.metrics.get(metric.use or "")
        if module is None:
            continue
        becomes = metric.becomes
        if module.kind == "capacity" and not (becomes and becomes.what and becomes.owner):
            lacking = (
                "what it becomes and who says so"
                if becomes is None
                else "who says so"
                if becomes.what
                else "what it becomes"
            )
            yield Finding(
                "capacity-not-owned",
                f"The capacity freed by “{metric.title or module.title}” is not counted as a benefit.",
                f"the case does not say {lacking}",
                "becomes: with what and owner",
                "Add becomes: {what: …, owner: …}, or leave it out of the total on purpose.",
                "warning",
                case.place_of(f"opportunity.metrics.{key}.becomes"),
            )
        if module.kind != "capacity" and becomes is not None:
            what = f"“becomes” says nothing here: “{metric.title or module.title}” is counted in money already."
            yield Finding(
                "becomes-unused",
                what,
                do="Remove becomes:",
                severity="warning",
                place=case.place_of(f"opportunity.metrics.{key}.becomes"),
            )


def cohorts_possible(case: Checked) -> Iterator[Finding]:
    """Cohorts have people, and begin within the horizon."""
    cohorts, horizon = case.document.idea.cohorts, case.document.horizon
    if not cohorts:
        yield Finding(
            "missing-cohort",
            "There is no cohort yet.",
            do="Add cohorts: [{people: 12, start: 2}]",
            place=case.place_of("idea.cohorts"),
        )
    if len(cohorts) > MOST_COHORTS:
        yield Finding(
            "cohorts-too-many",
            "There are too many cohorts.",
            f"{len(cohorts)}",
            f"at most {MOST_COHORTS}",
            "Put cohorts that begin in the same month together.",
            place=case.place_of("idea.cohorts"),
        )
    for index, cohort in enumerate(cohorts):
        path = f"idea.cohorts.{index}"
        if cohort.people is None:
            yield Finding(
                "missing-people",
                f"Cohort {index + 1} does not say how many people.",
                do="Add people: 12",
                place=case.place_of(path),
            )
        elif not 0 < cohort.people <= 1_000_000:
            yield Finding(
                "cohort-people",
                f"Cohort {index + 1} has an impossible number of people.",
                f"{cohort.people:g}",
                "more than 0, at most 1,000,000",
                "Correct it.",
                place=case.place_of(f"{path}.people"),
            )
        if cohort.start is None:
            yield Finding(
                "missing-cohort-start",
                f"Cohort {index + 1} does not say in which month it starts.",
                do="Add start: 2",
                place=case.place_of(path),
            )
        elif not 1 <= cohort.start <= LONGEST_HORIZON:
            yield Finding(
                "cohort-start",
                f"Cohort {index + 1} starts in an impossible month.",
                f"{cohort.start}",
                f"from 1 to {LONGEST_HORIZON}; 1 is the first month of the case",
                "Correct it.",
                place=case.place_of(f"{path}.start"),
            )
        elif cohort.start > horizon:
            yield Finding(
                "cohort-late",
                f"Cohort {index + 1} starts after the horizon, so neither its cost nor its benefit is counted.",
                f"month {cohort.start}",
                f"from 1 to {horizon}",
                "Start it sooner, or look further ahead.",
                "warning",
                case.place_of(f"{path}.start"),
            )


def sample_data_said(case: Checked) -> Iterator[Finding]:
    """Invented figures are said to be invented."""
    document = case.document
    groups = [metric.assumptions for metric in document.opportunity.metrics.values()]
    groups += [document.idea.assumptions, document.idea.costs.assumptions, document.ask.assumptions]
    if not document.sample_data and any(entry.sample for group in groups for entry in group.values()):
        what = "Figures are marked as samples, but the head of the case does not say so."
        yield Finding(
            "sample-not-said",
            what,
            do="Add sample_data: with the sentence to show on screen.",
            severity="warning",
            place=case.place_of("sample_data"),
        )


def isolation_stated(case: Checked) -> Iterator[Finding]:
    """A case says how the programme's own part of a change is told apart."""
    if case.document.opportunity.metrics and case.document.evidence.isolation.method is None:
        yield Finding(
            "no-isolation-method",
            "The case states no method that tells the programme's own part from everything else that helps.",
            allowed="method: comparison group, trend, expert or participant, from most to least credible",
            do="Add isolation: {method: …, because: …} under evidence.",
            severity="note",
            place=case.place_of("evidence.isolation"),
        )


def ask_complete(case: Checked) -> Iterator[Finding]:
    """Somebody carries the ask, and there is a date for the decision."""
    for key, what in (
        ("sponsor", "The ask names no sponsor yet."),
        ("decide_by", "The ask has no date for the decision yet."),
    ):
        if not getattr(case.document.ask, key):
            yield Finding(
                f"no-{key.replace('_', '-')}",
                what,
                do=f"Add {key}:",
                severity="note",
                place=case.place_of(f"ask.{key}"),
            )


CHECKS: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    head,
    metrics_named,
    metrics_known,
    capacity_owned,
    cohorts_possible,
    sample_data_said,
    isolation_stated,
    ask_complete,
)


def check(case: Checked) -> tuple[Finding, ...]:
    """Run every check."""
    return tuple(finding for one in CHECKS for finding in one(case))
