"""What is taken off a published effect before it is expected here: each step named, with its reason and its source.

The factors are judgements. They are shown and can be changed; what is published about each is named beside it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ldcase.evidence.effect import Effect
from ldcase.language import said

NAMES = ("measurement", "design", "publication", "transport")
"""The steps, in order."""

RELIABILITY = 0.8
"""Assumed reliability of the measures behind a corrected effect."""


@dataclass(frozen=True, slots=True)
class Shrink:
    """One step.

    Attributes
    ----------
    name
        One of `NAMES`.
    title
        What it takes off, in words.
    factor
        Proposed factor on the centre, 0 to 1.
    because, source
        Why, in a sentence; where that comes from, or that it is a judgement.
    """

    name: str
    title: str
    factor: float
    because: str
    source: str


def shrinks(start: Effect, fits_topic: bool) -> tuple[Shrink, ...]:
    """The proposed steps for a finding, all four, in order; a step that takes nothing off says why."""
    return _measurement(start), _design(start), _publication(start), _transport(start, fits_topic)


def _measurement(start: Effect) -> Shrink:
    title = said("Figures as measured, not as corrected")
    if start.corrected:
        because = said("The authors raised the figure for unreliable measurement; a firm sees what it measures.")
        source = said(
            "Correcting divides by the square root of the reliability; {reliability:g} is our judgement.",
            reliability=RELIABILITY,
        )
        return Shrink("measurement", title, round(math.sqrt(RELIABILITY), 2), because, source)
    return Shrink("measurement", title, 1.0, said("The figure is as it was measured."), said("The publication."))


def _design(start: Effect) -> Shrink:
    title = said("How it was compared")
    inflated = said(
        "Collins & Holton 2004: without a comparison group, effects came out largest. The size is our judgement."
    )
    if start.design == "experiment":
        return Shrink(
            "design",
            title,
            1.0,
            said("People were drawn by lot: the difference is the programme’s."),
            said("The publication."),
        )
    if start.design == "quasi-experiment":
        because = said("Compared, but not drawn by lot: those who were trained may have differed before.")
        return Shrink("design", title, 0.9, because, said("Our judgement."))
    if start.design == "observational":
        because = said("Things that move together; part of it has other causes.")
        return Shrink("design", title, 0.5, because, said("Our judgement."))
    because = said("Many studies in one mean, some of them only before and after, which overstates.")
    return Shrink("design", title, 0.85, because, inflated)


def _publication(start: Effect) -> Shrink:
    title = said("What is not published")
    if start.design == "meta-analysis":
        because = said(
            "Studies that found little are published less often, so the mean of the published ones is too high."
        )
        return Shrink(
            "publication", title, 0.85, because, said("A known bias of published studies; the size is our judgement.")
        )
    if start.interval == "range of programmes":
        because = said(
            "All programmes of the firm are in it, weak ones too; that it was written up at all is a choice."
        )
        return Shrink("publication", title, 0.95, because, said("The publication; the size is our judgement."))
    because = said("One study, known because it found something; the next one tends to find less.")
    return Shrink(
        "publication", title, 0.85, because, said("A known bias of published studies; the size is our judgement.")
    )


def _transport(start: Effect, fits_topic: bool) -> Shrink:
    title = said("From there to here")
    source = said(
        "Our judgement; in one firm alone, programmes ran from −0.09 to 1.11 (Morrow, Jarrett & Rupinski 1997)."
    )
    topic = (
        said("the same topic")
        if fits_topic
        else said("training of all kinds")
        if start.domain == "training-general"
        else said("another topic")
    )
    one = start.setting != "several employers"
    factor = (0.85 if fits_topic else 0.75) - (0.1 if one else 0.0)
    where = said("one employer, which is not yours") if one else said("several employers, none of them yours")
    return Shrink(
        "transport", title, round(factor, 2), said("It is about {topic}, at {where}.", topic=topic, where=where), source
    )
