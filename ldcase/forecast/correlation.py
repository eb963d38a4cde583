"""Assumptions that move together: a Gaussian copula over a few named links.

Each linked assumption keeps its own column of probabilities, in another order: its distribution stays exactly what it
was, and so does every assumption that is not linked. Among linked names the first of the alphabet keeps its order.

Source: Iman & Conover (1982) for the reordering by ranks; ``methods.md`` § 13: only the two or three strong links.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from statistics import NormalDist
from types import MappingProxyType

import numpy as np

from ldcase.case.correlations import Link, matrix, not_possible
from ldcase.errors import CaseError
from ldcase.forecast.draws import probabilities
from ldcase.forecast.figure import Array


@lru_cache(maxsize=32)
def linked_columns(links: tuple[Link, ...], draws: int, seed: int) -> Mapping[str, Array]:
    """Return the columns of probabilities of all linked names.

    Parameters
    ----------
    links
        Pairs of names with the correlation of their normal scores; what is not linked is independent.
    draws, seed
        As in `probabilities`.

    Returns
    -------
    mapping of ndarray of shape (draws,)
        Each a permutation of the name's own column, read-only. Rank correlations come out at 6/π asin(rho/2).

    Raises
    ------
    CaseError
        When no figures can be linked like this; it names the link to weaken.
    """
    if finding := not_possible(links):
        raise CaseError(finding)
    names, correlations = matrix(links)
    if not names:
        return MappingProxyType({})
    own = [probabilities(name, draws, seed) for name in names]
    scores = normal_scores(draws)
    independent = np.array([scores[np.floor(column * draws).astype(np.intp)] for column in own])
    mixed = np.linalg.cholesky(correlations) @ independent
    return MappingProxyType(
        {name: _reordered(*pair) for name, pair in zip(names, zip(own, mixed, strict=True), strict=True)}
    )


@lru_cache(maxsize=4)
def normal_scores(draws: int) -> Array:
    """Return the standard normal quantiles in the middle of equal strata, rising; shape ``(draws,)``, read-only."""
    quantile = NormalDist().inv_cdf
    scores = np.array([quantile((k + 0.5) / draws) for k in range(draws)])
    scores.flags.writeable = False
    return scores


def _reordered(column: Array, order: Array) -> Array:
    """The values of a column in the order of the ranks of another."""
    values = np.empty_like(column)
    values[np.argsort(order, kind="stable")] = np.sort(column)
    values.flags.writeable = False
    return values
