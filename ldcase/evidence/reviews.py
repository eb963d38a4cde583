"""Dates by which somebody should look again, and findings a case names that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ldcase.case import Case
from ldcase.errors import Finding, Place
from ldcase.evidence.effect import Effect
from ldcase.language import said


def is_due(effect: Effect, today: date) -> bool:
    """Whether the day by which something newer should have been looked for is past."""
    return effect.review_by < today


def reviews(case: Case, effects: Mapping[str, Effect], today: date) -> tuple[Finding, ...]:
    """What of a case's evidence is past its day, and what the library does not have (any more)."""
    return (*_findings(case, effects, today), *_stories(case, today))


def _findings(case: Case, effects: Mapping[str, Effect], today: date) -> Iterator[Finding]:
    for position, named in enumerate(case.document.evidence.findings):
        place = Place(case.path.name, path=f"evidence.findings.{position}")
        effect = effects.get(named.id)
        if named.id and effect is None:
            yield Finding(
                "finding-not-in-library",
                said("The case rests on a finding that the library does not have."),
                named.id,
                said("an id of data/evidence"),
                said("Choose another finding in the library, or add this one with its source."),
                "warning",
                place,
            )
        elif effect is not None and is_due(effect, today):
            yield Finding(
                "evidence-past-review",
                said(
                    "“{study}” was to be looked at again by {review_by:%-d %B %Y}.",
                    study=effect.study,
                    review_by=effect.review_by,
                ),
                effect.id,
                do=said("Look for a newer finding in the library, or for a newer edition of this one."),
                severity="warning",
                place=place,
            )


def _stories(case: Case, today: date) -> Iterator[Finding]:
    for position, story in enumerate(case.document.evidence.stories):
        if story.review_by is not None and story.review_by < today:
            yield Finding(
                "story-past-review",
                said(
                    "The story “{title}” was to be checked again by {review_by:%-d %B %Y}.",
                    title=story.title,
                    review_by=story.review_by,
                ),
                story.title,
                do=said(
                    "Ask {value} whether it still holds, and set a new day.",
                    value=story.checked_by or said("whoever checked it"),
                ),
                severity="warning",
                place=Place(case.path.name, path=f"evidence.stories.{position}"),
            )
