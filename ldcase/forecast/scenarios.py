"""Scenarios: named sets of other values, side by side on the same draws.

The draws belong to the assumptions' names, so two scenarios differ by what they say and never by noise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.forecast.drivers import TARGET
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast
from ldcase.language import said

Changes = Mapping[str, float | Sequence[float]]


@dataclass(frozen=True, eq=False)
class Scenario:
    """A named version of the case.

    Attributes
    ----------
    name, changes
        What it is called, and the values that differ from the case.
    forecast
        Its forecast, on the draws of the base.
    difference : ndarray of shape (draws,)
        Its net benefit less the base's, draw by draw, in money.
    likely_difference
        The same in the median case.
    """

    name: str
    changes: Changes
    forecast: Forecast
    difference: Array
    likely_difference: float


def scenarios(base: Forecast, named: Mapping[str, Changes]) -> tuple[Scenario, ...]:
    """Evaluate scenarios, in their order.

    Parameters
    ----------
    base
        The forecast of the case as it is.
    named
        For each name the values that differ, as in `Case.what_if`. None gives an empty tuple.

    Raises
    ------
    CaseError
        For an unknown name of an assumption, or an impossible value.
    """
    found = []
    for name, changes in named.items():
        forecast = base.with_case(base.case.what_if(changes))
        difference = np.asarray(forecast[TARGET].draws[:, 0] - base[TARGET].draws[:, 0])
        likely = forecast[TARGET].likely - base[TARGET].likely
        found.append(Scenario(name, dict(changes), forecast, np.broadcast_to(difference, base.draws), likely))
    return tuple(found)


def cautious_and_hopeful(base: Forecast, drivers: int = 3) -> dict[str, Changes]:
    """Return two scenarios to begin with: the widest drivers all at their worse end, and all at their better end.

    Each is fixed at its P10 or P90, the rest keeps its range. All at the bad end at once is rarer than one in ten.
    """
    widest = base.tornado()[:drivers]
    worse = {d.name: d.low if d.at_low < d.at_high else d.high for d in widest}
    better = {d.name: d.high if d.at_low < d.at_high else d.low for d in widest}
    return {
        said("Cautious"): {name: (value,) * 3 for name, value in worse.items()},
        said("Hopeful"): {name: (value,) * 3 for name, value in better.items()},
    }
