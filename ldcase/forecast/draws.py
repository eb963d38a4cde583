"""Common random numbers: one stratified column of probabilities for each name.

The columns form a Latin hypercube. Each is seeded by its *name*, so adding, removing or reordering assumptions leaves
the columns of the others as they were, and a lever moves the result but never the noise.

Source: McKay, Beckman & Conover (1979) for Latin hypercube sampling; common random numbers as in ``methods.md`` § 13.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

DRAWS = 4096
"""How many draws a resting forecast uses."""

SEED = 20270101
"""The seed every forecast starts from unless told otherwise."""


@lru_cache(maxsize=256)
def probabilities(name: str, draws: int = DRAWS, seed: int = SEED) -> NDArray[np.float64]:
    """Draw one column of probabilities, exactly one in each of ``draws`` equal strata.

    Parameters
    ----------
    name
        Whose column it is; the only thing besides ``draws`` and ``seed`` the numbers depend on.
    draws
        Length of the column, at least 1.
    seed
        A whole number; independent seeds give independent scramblings.

    Returns
    -------
    ndarray of shape (draws,)
        Strictly between 0 and 1, in random order, read-only.
    """
    digest = blake2b(name.encode("utf-8"), digest_size=16, salt=b"ldcase draws").digest()
    generator = np.random.Generator(np.random.PCG64([seed, int.from_bytes(digest, "big")]))
    strata = generator.permutation(draws)
    column = (strata + generator.random(draws)) / draws
    column = np.clip(column, 0.5 / draws / 1000, 1 - 0.5 / draws / 1000)
    column.flags.writeable = False
    return column


@lru_cache(maxsize=1024)
def log_odds(name: str, draws: int = DRAWS, seed: int = SEED) -> NDArray[np.float64]:
    """Log-odds ``ln(y / (1 - y))`` of the column of probabilities of a name; shape (draws,), read-only."""
    column = probabilities(name, draws, seed)
    odds = np.log(column / (1.0 - column))
    odds.flags.writeable = False
    return odds
