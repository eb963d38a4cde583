"""The groups that do it best, and how much better they are once luck is taken off."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ldcase.intake.by_month import weighted
from ldcase.intake.history import Level, around
from ldcase.intake.reading import NO_GROUP, Values
from ldcase.intake.series import Series, mean_people
from ldcase.intake.suppression import Shown


@dataclass(frozen=True, slots=True, eq=False)
class Exemplar:
    """The best third of the groups that may be shown.

    Attributes
    ----------
    groups
        Their places, the best first.
    raw
        Their figure as it was measured.
    level
        The same with luck taken off: P10, P50, P90.
    shrunk
        Every group's figure with luck taken off, shape (groups,); NaN where a group is not shown.
    real_share
        How much of what the groups differ by is more than chance, 0 to 1.
    """

    groups: tuple[int, ...]
    raw: float
    level: Level
    shrunk: Values
    real_share: float


def exemplar(series: Series, shown: Shown, better: Literal["higher", "lower"]) -> Exemplar | None:
    """Return the best third of the groups, or None where fewer than two groups can be compared.

    Of many groups some are best by luck, the small ones first. Each group's figure is drawn towards the mean of all by
    the part of its difference that chance explains: with the variance between groups t² (DerSimonian and Laird's
    estimate) and its own variance v, the part t² / (t² + v) of the difference stays.
    """
    if says_itself(series):
        return _as_given(series, shown)
    places = np.array(
        [k for k in shown.groups if series.groups[k] != NO_GROUP and np.isfinite(series.levels[k])], dtype=np.int64
    )
    places = places[np.isfinite(series.noise[places])]
    if len(places) < 2:
        return None
    level, noise = series.levels[places], np.maximum(series.noise[places], 1e-12)
    between = _between(level, noise)
    kept = between / (between + noise)
    weights = 1 / (between + noise)
    middle = float((weights * level).sum() / weights.sum())
    drawn = middle + kept * (level - middle)
    sign = 1 if better == "lower" else -1
    order = np.lexsort((sign * level, sign * drawn))
    best = order[: max(1, round(len(places) / 3))]
    people = _people(series)[places][best]
    parts = people / people.sum()
    spread = float(np.sqrt((parts**2 * kept[best] * noise[best]).sum()))
    likely = float((parts * drawn[best]).sum())
    shrunk = np.full(len(series.groups), np.nan)
    shrunk[places] = drawn
    return Exemplar(
        tuple(places[best].tolist()),
        float((parts * level[best]).sum()),
        around(likely, spread, series.window),
        shrunk,
        float(kept.mean()),
    )


def best_by_month(series: Series, best: Exemplar) -> Values:
    """The figure of the best groups together by month, shape (months,)."""
    values = series.values[:, best.groups]
    weights = np.where(np.isnan(values), 0.0, _people(series)[list(best.groups)])
    return weighted(values, weights)


def says_itself(series: Series) -> bool:
    """Whether the file is a history as case files hold it: all together (team) and those who do it best (best)."""
    return len(series.groups) == 2 and {name.casefold() for name in series.groups} == {"team", "best"}


def _as_given(series: Series, shown: Shown) -> Exemplar | None:
    """A file that says itself who is best: its figure as it stands."""
    k = next(k for k, name in enumerate(series.groups) if name.casefold() == "best")
    likely, noise = float(series.levels[k]), float(series.noise[k])
    if k not in shown.groups or not np.isfinite(likely) or not np.isfinite(noise):
        return None
    shrunk = np.full(2, np.nan)
    shrunk[k] = likely
    return Exemplar((k,), likely, around(likely, math.sqrt(noise), series.window), shrunk, 1.0)


def _between(level: Values, noise: Values) -> float:
    """The variance between groups beyond chance; 0 where they differ by no more than chance would make them."""
    weights = 1 / noise
    middle = (weights * level).sum() / weights.sum()
    excess = (weights * (level - middle) ** 2).sum() - (len(level) - 1)
    scale = weights.sum() - (weights**2).sum() / weights.sum()
    return max(0.0, float(excess / scale)) if scale > 0 else 0.0


def _people(series: Series) -> Values:
    """Mean people by group over the window; the same for all where they are not known."""
    return np.maximum(np.nan_to_num(mean_people(series), nan=1.0), 1e-9)
