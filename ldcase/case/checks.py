"""What a reader should know about a document before anything is computed. Each check is one function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ldcase.case.catalogue import Catalogue
from ldcase.case.document import Document
from ldcase.case.document_parts import LONGEST_HORIZON, MOST_COHORTS
from ldcase.errors import Finding, Place
from ldcase.formulas import is_name, meant
from ldcase.language import said

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
            said("The case has no title."),
            do=said("Add title: at the top."),
            severity="warning",
            place=case.place_of("title"),
        )
    if case.document.start is None:
        allowed = said("year and month, such as 2027-01")
        yield Finding(
            "missing-start",
            said("The case does not say in which month it begins."),
            allowed=allowed,
            do=said("Add start: 2027-01"),
            place=case.place_of("start"),
        )


def metrics_named(case: Checked) -> Iterator[Finding]:
    """A metric's key is a short word, for it becomes part of names."""
    for key in case.document.opportunity.metrics:
        if not is_name(key) or "." in key or key != key.lower() or _COHORT.fullmatch(key):
            yield Finding(
                "metric-name",
                said("The short name of a metric cannot be used."),
                key[:80],
                said("small letters, digits and _, beginning with a letter, and not cohort_1 and the like"),
                said("Choose a short word such as win_rate."),
                place=case.place_of(f"opportunity.metrics.{key}"),
            )


def metrics_known(case: Checked) -> Iterator[Finding]:
    """There is a metric, and the catalogue has it."""
    known, broken = case.catalogue.metrics, case.catalogue.broken
    if not case.document.opportunity.metrics:
        do = said("Add a metric with use: and assumptions:")
        allowed = said("at least one of {names}", names=", ".join(known))
        yield Finding(
            "missing-metric",
            said("The case moves no metric yet."),
            allowed=allowed,
            do=do,
            place=case.place_of("opportunity.metrics"),
        )
    for key, metric in case.document.opportunity.metrics.items():
        where = case.place_of(f"opportunity.metrics.{key}.use")
        if not metric.use:
            yield Finding(
                "missing-use",
                said("The metric “{key}” does not say which metric of the catalogue it is.", key=key),
                allowed=", ".join(known),
                do=said("Add use: …"),
                place=where,
            )
        elif metric.use in broken:
            yield Finding(
                "module-broken",
                said("The catalogue's file of “{use}” has errors, so it cannot be used.", use=metric.use),
                metric.use,
                do=said("Correct the file; its errors are listed here too."),
                place=where,
            )
            yield from broken[metric.use]
        elif metric.use not in known:
            do = meant(metric.use, known, said("Use one of these, or add a file to data/metrics."))
            yield Finding(
                "unknown-module",
                said("The catalogue has no metric “{use}”.", use=metric.use[:80]),
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
                said("what it becomes and who says so")
                if becomes is None
                else said("who says so")
                if becomes.what
                else said("what it becomes")
            )
            yield Finding(
                "capacity-not-owned",
                said(
                    "The capacity freed by “{value}” is not counted as a benefit.", value=metric.title or module.title
                ),
                said("the case does not say {lacking}", lacking=lacking),
                said("becomes: with what and owner"),
                said("Add becomes: {what: …, owner: …}, or leave it out of the total on purpose."),
                "warning",
                case.place_of(f"opportunity.metrics.{key}.becomes"),
            )
        if module.kind != "capacity" and becomes is not None:
            what = said(
                "“becomes” says nothing here: “{value}” is counted in money already.",
                value=metric.title or module.title,
            )
            yield Finding(
                "becomes-unused",
                what,
                do=said("Remove becomes:"),
                severity="warning",
                place=case.place_of(f"opportunity.metrics.{key}.becomes"),
            )


def cohorts_possible(case: Checked) -> Iterator[Finding]:
    """Cohorts have people, and begin within the horizon."""
    cohorts, horizon = case.document.idea.cohorts, case.document.horizon
    if not cohorts:
        yield Finding(
            "missing-cohort",
            said("There is no cohort yet."),
            do=said("Add cohorts: [{people: 12, start: 2}]"),
            place=case.place_of("idea.cohorts"),
        )
    if len(cohorts) > MOST_COHORTS:
        yield Finding(
            "cohorts-too-many",
            said("There are too many cohorts."),
            f"{len(cohorts)}",
            said("at most {most_cohorts}", most_cohorts=MOST_COHORTS),
            said("Put cohorts that begin in the same month together."),
            place=case.place_of("idea.cohorts"),
        )
    for index, cohort in enumerate(cohorts):
        path = f"idea.cohorts.{index}"
        if cohort.people is None:
            yield Finding(
                "missing-people",
                said("Cohort {number} does not say how many people.", number=index + 1),
                do=said("Add people: 12"),
                place=case.place_of(path),
            )
        elif not 0 < cohort.people <= 1_000_000:
            yield Finding(
                "cohort-people",
                said("Cohort {number} has an impossible number of people.", number=index + 1),
                f"{cohort.people:g}",
                said("more than 0, at most 1,000,000"),
                said("Correct it."),
                place=case.place_of(f"{path}.people"),
            )
        if cohort.start is None:
            yield Finding(
                "missing-cohort-start",
                said("Cohort {number} does not say in which month it starts.", number=index + 1),
                do=said("Add start: 2"),
                place=case.place_of(path),
            )
        elif not 1 <= cohort.start <= LONGEST_HORIZON:
            yield Finding(
                "cohort-start",
                said("Cohort {number} starts in an impossible month.", number=index + 1),
                f"{cohort.start}",
                said("from 1 to {longest_horizon}; 1 is the first month of the case", longest_horizon=LONGEST_HORIZON),
                said("Correct it."),
                place=case.place_of(f"{path}.start"),
            )
        elif cohort.start > horizon:
            yield Finding(
                "cohort-late",
                said(
                    "Cohort {number} starts after the horizon, so neither its cost nor its benefit is counted.",
                    number=index + 1,
                ),
                said("month {start}", start=cohort.start),
                said("from 1 to {horizon}", horizon=horizon),
                said("Start it sooner, or look further ahead."),
                "warning",
                case.place_of(f"{path}.start"),
            )


def sample_data_said(case: Checked) -> Iterator[Finding]:
    """Invented figures are said to be invented."""
    document = case.document
    groups = [metric.assumptions for metric in document.opportunity.metrics.values()]
    groups += [document.idea.assumptions, document.idea.costs.assumptions, document.ask.assumptions]
    if not document.sample_data and any(entry.sample for group in groups for entry in group.values()):
        what = said("Figures are marked as samples, but the head of the case does not say so.")
        yield Finding(
            "sample-not-said",
            what,
            do=said("Add sample_data: with the sentence to show on screen."),
            severity="warning",
            place=case.place_of("sample_data"),
        )


def isolation_stated(case: Checked) -> Iterator[Finding]:
    """A case says how the programme's own part of a change is told apart."""
    if case.document.opportunity.metrics and case.document.evidence.isolation.method is None:
        yield Finding(
            "no-isolation-method",
            said("The case states no method that tells the programme's own part from everything else that helps."),
            allowed=said("method: comparison group, trend, expert or participant, from most to least credible"),
            do=said("Add isolation: {method: …, because: …} under evidence."),
            severity="note",
            place=case.place_of("evidence.isolation"),
        )


def ask_complete(case: Checked) -> Iterator[Finding]:
    """Somebody carries the ask, and there is a date for the decision."""
    for key, what in (
        ("sponsor", said("The ask names no sponsor yet.")),
        ("decide_by", said("The ask has no date for the decision yet.")),
    ):
        if not getattr(case.document.ask, key):
            yield Finding(
                f"no-{key.replace('_', '-')}",
                what,
                do=said("Add {key}:", key=key),
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
