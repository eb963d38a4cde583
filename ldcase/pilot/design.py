"""A planned pilot worked out: what it can tell, what it is worth, and which result means what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ldcase.forecast import Forecast
from ldcase.pilot.gates import Gates, suggested
from ldcase.pilot.observed import Measure, measure
from ldcase.pilot.plan import Plan
from ldcase.pilot.precision import precision, teams_needed
from ldcase.pilot.worth import Worth, worth


@dataclass(frozen=True, eq=False)
class Designed:
    """A pilot and what follows from it.

    Attributes
    ----------
    plan, measure
        What was asked.
    detectable
        The smallest improvement told from chance in 8 of 10 cases, in the measure's unit; infinite where none is.
    expected
        What the pilot is expected to show: the median of the draws.
    found
        How often what is expected is told from chance, 0..1.
    needed
        Teams that find what is expected in 8 of 10 cases; None where no number of them does.
    worth
        What it is worth, by its size.
    gates
        Which result means what; None where it cannot measure or nothing is expected.
    """

    plan: Plan
    measure: Measure
    detectable: float
    expected: float
    found: float
    needed: int | None
    worth: Worth
    gates: Gates | None


def designed(forecast: Forecast, plan: Plan, progress: Callable[[float], None] | None = None) -> Designed:
    """Work out a pilot.

    Parameters
    ----------
    forecast
        Of the case before the pilot. It is asked for much: give it one that nobody else uses where this runs in a
        thread of its own.
    plan
        The pilot.
    progress
        Told how far it is, 0..1.
    """
    measuring = precision(plan)
    found = worth(forecast, plan, progress)
    expected = float(np.median(found.results))
    return Designed(
        plan=plan,
        measure=measure(forecast.case, plan.metric),
        detectable=measuring.detectable(),
        expected=expected,
        found=measuring.power(expected),
        needed=teams_needed(plan, expected),
        worth=found,
        gates=suggested(forecast, plan, found),
    )
