"""Widening: ranges that are somebody's opinion, made as wide as experience says they should be.

Experts who are asked for an interval that holds in 80 cases of 100 hit in 68. An interval of that coverage is 0.994
standard deviations to each side, one of 80 % is 1.2816: the stated range should be 1.29 times as wide.

Source: Speirs-Bridge et al. (2010), Reducing overconfidence in the interval judgments of experts, Risk Analysis 30(3),
doi:10.1111/j.1539-6924.2009.01337.x; the factor as worked out in ``methods.md`` § 10.
"""

from __future__ import annotations

import numpy as np

from ldcase.case import Assumption, Case
from ldcase.case.metalog import bound, feasible, unbound
from ldcase.errors import CaseError, Finding
from ldcase.language import said

OVERCONFIDENCE = 1.29
"""How much wider an expert's P10 to P90 should be than stated."""
OPINION = "opinion"
"""The grade of assumptions that are widened."""


def widened(case: Case, factor: float = OVERCONFIDENCE) -> Case:
    """Return the case with every range graded as opinion ``factor`` times as wide.

    Likely values stay. The ends move away from them in the coordinate in which the natural bounds lie at infinity, so
    that a share stays a share. What was measured, piloted or published stays, and so does a fixed figure.

    Parameters
    ----------
    factor
        Above 0, at most 10; 1 leaves everything as it is.

    Raises
    ------
    CaseError
        When the factor is not possible.
    """
    if not 0 < factor <= 10:
        what, do = (
            said("The widening is not possible."),
            said("Use {overconfidence}, the measured overconfidence.", overconfidence=OVERCONFIDENCE),
        )
        raise CaseError(Finding("widening", what, f"{factor:g}", said("above 0, at most 10"), do))
    opinions = [a for a in case.assumptions.values() if a.grade == OPINION and not a.fixed]
    return case.what_if({a.name: _wider(a, factor) for a in opinions})


def _wider(assumption: Assumption, factor: float) -> tuple[float, float, float]:
    lower, upper = assumption.bounds
    low, likely, high = unbound(assumption.values, lower, upper)
    ends = bound(np.array([likely + (low - likely) * factor, likely + (high - likely) * factor]), lower, upper)
    first, last = (float(end) for end in ends)
    fits = feasible(first, assumption.likely, last, lower, upper)
    return (first, assumption.likely, last) if fits else assumption.values
