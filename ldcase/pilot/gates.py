"""Gates written before the start: which result of the pilot means go, adapt, stop.

**Stop** below the result after which another way to act is better on average, doing nothing included. **Go** from the
result on after which the programme is the best way to act and pays back in eight of ten cases. Between them: adapt.

Where no result that can be expected would change the decision, the gates fall back on the result at which the programme
would just break even, all else likely: stop below it, go where chance alone would bring it up in one of ten cases only.
They then say what would have to be seen, and that it is not expected.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ldcase.forecast import Forecast
from ldcase.forecast.figure import Array
from ldcase.pilot.after_result import results_expected
from ldcase.pilot.observed import observed
from ldcase.pilot.plan import Plan
from ldcase.pilot.precision import precision
from ldcase.pilot.worth import Worth

SURE = 0.8
"""Pays back in so many cases: sure enough to go."""
SELDOM = 0.02
"""A pilot whose result changes the decision in fewer cases than this does not decide."""
_ONE_OF_TEN = 1.2815515655446004
_POINTS = 801
_FIGURES = 2


@dataclass(frozen=True, eq=False)
class Gates:
    """Which result means what. In the measure's unit; improvement is positive.

    Attributes
    ----------
    go, stop
        Go at or above, stop below; between them adapt. ``stop <= go``.
    decides
        Whether results that can be expected lie on both sides: else the decision is the same whatever is found.
    break_even
        The result at which the programme would just break even, all else likely.
    results : ndarray of shape (draws,)
        Results to be expected, noise included.
    standard_error
        How precisely the pilot measures.
    """

    go: float
    stop: float
    decides: bool
    break_even: float
    results: Array
    standard_error: float


def suggested(forecast: Forecast, plan: Plan, found: Worth) -> Gates | None:
    """Return gates for a pilot, rounded to two significant figures, or None where it cannot measure or expects nothing.

    Parameters
    ----------
    forecast, plan
        What ``found`` was computed from.
    found
        The worth of the pilot.
    """
    measuring = precision(plan)
    at_zero = break_even(forecast, plan)
    if not measuring.possible or at_zero is None:
        return None
    error = measuring.standard_error
    results = results_expected(found.results, error, forecast.seed)
    low, high = (float(end) for end in np.quantile(results, (0.005, 0.995)))
    tried = np.linspace(low, high, _POINTS)
    nets, pays = found.expectation.after(tried, error)
    ahead = nets[:, 1] - np.delete(nets, 1, axis=1).max(axis=1)
    turning = float((np.interp(results, tried, ahead) < 0).mean())
    if not SELDOM <= turning <= 1 - SELDOM:
        return Gates(_rounded(at_zero + _ONE_OF_TEN * error), _rounded(at_zero), False, at_zero, results, error)
    # Below the last result at which another way is ahead; the noise of the regression at the ends must not decide.
    last_behind = int(np.flatnonzero(ahead < 0)[-1])
    stop = float(np.interp(0.0, ahead[last_behind : last_behind + 2], tried[last_behind : last_behind + 2]))
    unsure = np.flatnonzero(pays < SURE)
    go = float(tried[min(unsure[-1] + 1, _POINTS - 1)]) if len(unsure) else stop
    stop, go = _rounded(stop), _rounded(max(go, stop))
    return Gates(go, stop, True, at_zero, results, error)


def break_even(forecast: Forecast, plan: Plan) -> float | None:
    """Return the improvement a pilot must show for the programme to just break even, or None where none is expected.

    The benefit goes with the effect: cost over benefit of the median case, times what the pilot is expected to show.
    """
    months = min(plan.measured_months, forecast.case.horizon)
    shown = float(np.median(observed(forecast, plan.metric, months))) / plan.kept[1]
    benefit, cost = forecast["benefit"].likely, forecast["cost"].likely
    return shown * cost / benefit if benefit > 0 and shown > 0 else None


def zone(result: float, go: float, stop: float) -> str:
    """Return what a result means: go, adapt or stop."""
    if result >= go:
        return "go"
    return "stop" if result < stop else "adapt"


def _rounded(value: float) -> float:
    """A threshold that can be spoken: two significant figures."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, _FIGURES - 1 - math.floor(math.log10(abs(value))))
