"""What quantities are called on the sheets."""

from __future__ import annotations

from ldcase.case import Case

_PLANNED = {
    "people": "People in cohort {number}",
    "start": "Month in which cohort {number} starts",
    "count": "Cohort {number} counts as",
}


def title_of(case: Case, name: str) -> str:
    """Return the title of an assumption, a formula or a figure of the plan."""
    if name in case.assumptions:
        return case.assumptions[name].title
    if name in case.plan:
        cohort, _, kind = name.partition(".")
        return _PLANNED[kind].format(number=cohort.removeprefix("cohort_"))
    return case.formula(name).title
