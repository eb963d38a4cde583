"""Small groups stay hidden, and cannot be worked out from the larger ones and their total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SMALLEST_GROUP = 10
"""People a group must have to be shown, where a case says nothing else."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be published of a table of groups.

    Attributes
    ----------
    groups
        Places of the groups that are shown, in their order.
    small
        Places of those hidden because they are too small.
    beside
        Places of those hidden so that the small ones cannot be worked out from the total.
    total
        Whether the figure of all groups together is shown.
    """

    groups: tuple[int, ...]
    small: tuple[int, ...]
    beside: tuple[int, ...]
    total: bool

    @property
    def hidden(self) -> tuple[int, ...]:
        """Every group that is not shown."""
        return (*self.small, *self.beside)


def shown(people: npt.ArrayLike | Sequence[Sequence[float]], smallest: int = SMALLEST_GROUP) -> Shown:
    """Decide which groups are shown.

    What is published are the groups that are shown and their total, in each period. Every sum or difference of those
    is made of whole shown groups and of all hidden groups together. So it is enough that each shown group, and the
    hidden ones together, have the smallest number of people in each period in which they have any; while they have
    not, the smallest shown group is hidden too. A group is shown in all periods or in none: a single gap could be
    worked out from a mean over the periods.

    Parameters
    ----------
    people
        People by period and group, shape (periods, groups) or (groups,); not negative.
    smallest
        The least number of people that is shown.
    """
    counts = np.atleast_2d(np.asarray(people, dtype=np.float64))
    present = counts > 0
    small = np.any(present & (counts < smallest), axis=0) | ~present.any(axis=0)
    least = np.where(present, counts, np.inf).min(axis=0, initial=np.inf)
    hidden = small.copy()
    while hidden.any() and not hidden.all() and _too_few(counts[:, hidden], smallest):
        hidden[min(np.flatnonzero(~hidden), key=lambda group: (least[group], group))] = True
    total = not _too_few(counts, smallest) and bool(present.any())
    groups = tuple(np.flatnonzero(~hidden).tolist())
    return Shown(
        groups if total else (),
        tuple(np.flatnonzero(small).tolist()),
        tuple(np.flatnonzero(hidden & ~small).tolist()),
        total,
    )


def _too_few(counts: npt.NDArray[np.float64], smallest: int) -> bool:
    """Whether these groups together are too few in a period in which there are any."""
    together = counts.sum(axis=1)
    return bool(np.any((together > 0) & (together < smallest)))
