"""The programme's own part of a change, by what would have happened anyway: a comparison group, or the trend before.

Either gives the share that `isolation_share` asks for, in place of a judgement; never both on top of one another.
From most to least credible: a comparison group drawn by lot, a trend, experts, the participants themselves.

Source: Phillips & Phillips, ROI methodology; ``methods.md`` §§ 1 and 18 (differences in differences).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.errors import CaseError, Finding
from ldcase.language import said

ENOUGH_MONTHS = 6
"""Fewer months before the start do not show a trend."""


@dataclass(frozen=True, slots=True)
class Isolated:
    """A change taken apart, in the unit of the metric.

    Attributes
    ----------
    change
        After less before, in the group that took part.
    anyway
        What would have changed without the programme.
    own
        The programme's own part, ``change - anyway``.
    share
        The own part of the change, between 0 and 1; None where there is no change, or where the own part is not a part
        of it (larger than the whole, or in the other direction).
    """

    change: float
    anyway: float

    @property
    def own(self) -> float:
        """The programme's own part."""
        return self.change - self.anyway

    @property
    def share(self) -> float | None:
        """The own part of the change, or None where it is not a part of it."""
        share = self.own / self.change if self.change else -1.0
        return share if 0 <= share <= 1 else None


def by_comparison(before: float, after: float, other_before: float, other_after: float) -> Isolated:
    """Take off what a comparable group without the programme did in the same time (differences in differences).

    Examples
    --------
    >>> round(by_comparison(0.20, 0.26, 0.20, 0.22).own, 6)
    0.04
    """
    return Isolated(after - before, other_after - other_before)


def by_trend(before: Sequence[float], after: Sequence[float]) -> Isolated:
    """Take off what the trend of the months before, a straight line, projects for the months after.

    Parameters
    ----------
    before, after
        Monthly values up to the start and from then on, without a break; at least six months before.

    Raises
    ------
    CaseError
        When there are too few months.
    """
    if len(before) < ENOUGH_MONTHS or not after:
        found = said("{count} months before, {count_2} after", count=len(before), count_2=len(after))
        allowed = said("at least {enough_months} before and one after", enough_months=ENOUGH_MONTHS)
        what, do = (
            said("The history is too short for a trend."),
            said("Use a comparison group, or wait for more months."),
        )
        raise CaseError(Finding("trend-short", what, found, allowed, do))
    months = np.arange(len(before) + len(after), dtype=np.float64)
    line = np.polynomial.Polynomial.fit(months[: len(before)], np.array(before, dtype=np.float64), 1)
    level = float(np.mean(before))
    projected = float(line(months[len(before) :]).mean())
    return Isolated(float(np.mean(after)) - level, projected - level)
