"""What a comparison of trained and untrained people would see, if the forecast is right.

A pilot does not see money, nor the effect on those who apply it: it compares all who were enrolled with people who were
not, in the unit of the metric, over the months it lasts. What the forecast expects of that comparison, draw by draw, is
the bridge between a pilot and the forecast: a pilot is sized for it, worth what it tells about it, and its result is
compared with it.

**The sign**: improvement is positive, whichever way the metric is better. Trained people who need 0.3 minutes less for
a call, or win 3 of 100 offers more, are +0.3 and +0.03.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ldcase.case import Case
from ldcase.case.assumption import Range
from ldcase.case.metalog import coefficients, quantile
from ldcase.case.metric_use import MetricUse
from ldcase.case.what_if import no_such
from ldcase.errors import CaseError, Finding
from ldcase.forecast import Forecast
from ldcase.forecast.draws import log_odds, probabilities
from ldcase.forecast.figure import Array
from ldcase.language import said

_SHARES = ("completion_share", "transfer_share", "isolation_share", "effect_achieved", "lands", "unblocked_share")
"""Of those who are enrolled, what is left at full effect. Who was invited and did not come is not enrolled."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a pilot measures of each person.

    Attributes
    ----------
    key
        The metric's key in the case.
    title
        Its title in the case.
    quantity
        Qualified name of the figure that stands for the untrained: the metric's baseline, or the curve by age of a
        metric that has one (its unit is then a share of full output).
    unit, format
        Of `observed`, of a difference between people, and of a reading.
    better
        ``lower`` or ``higher``: which way the readings improve; a curve by age always upwards. `observed` is positive
        either way.
    """

    key: str
    title: str
    quantity: str
    unit: str
    format: str
    better: str


def measure(case: Case, metric_key: str) -> Measure:
    """Return what a pilot of the case measures for a metric.

    Raises
    ------
    CaseError
        When the case has no such metric.
    """
    use = _use(case, metric_key)
    quantity = f"{use.key}.{use.module.curve}" if use.module.curve else use.baseline
    if quantity in case.formulas:
        unit, form = case.formulas[quantity].unit, case.formulas[quantity].format
    else:
        unit, form = case.assumptions[quantity].unit, case.assumptions[quantity].format
    better = "higher" if use.module.curve else str(use.module.better)
    return Measure(use.key, use.title, quantity, unit, form or "number", better)


def observed(forecast: Forecast, metric_key: str, months: int) -> Array:
    """Return the difference that a comparison of enrolled and untrained people would show, under each draw.

    The metric's effect on those who apply it, times the share of the enrolled who do, averaged over the pilot's months:
    ``effect x completion_share x transfer_share x isolation_share x effect_achieved x lands x unblocked_share x (mean
    of ramp x fade over the ages 0..months-1)``.

    Parameters
    ----------
    forecast
        Of a case that is ready.
    metric_key
        Key of the metric in the case, such as ``win_rate``.
    months
        Months over which people are measured from the start of their cohort, from 1 to the horizon. Age 0 is the month
        in which they start, as everywhere.

    Returns
    -------
    ndarray of shape (draws,)
        Per enrolled person, in the unit of `measure`; **improvement is positive**. No noise of measuring is in it.

    Raises
    ------
    CaseError
        When the case has no such metric, or the months are outside the horizon.

    Notes
    -----
    * An effect that is a share of the baseline (time saved) is multiplied by the baseline: minutes, not per cent.
    * A metric with a curve by age (time to productivity) is measured by that curve: the mean over the ages of the share
      of full output gained.
    * ``isolation_share`` is in it: trend, season and other projects move the untrained as well and drop out of the
      comparison, so that what shows is the programme's own part.
    * ``learner_leaver_rate`` is not: who has left is no longer measured, while those who stay have the effect.
    * ``reach_share`` is not: it is about those who were invited and never enrolled.
    """
    case = forecast.case
    use = _use(case, metric_key)
    if not 1 <= months <= case.horizon:
        what = said("A pilot cannot last that long in this case.")
        raise CaseError(
            Finding(
                "pilot-months",
                what,
                str(months),
                said("1 to {horizon} months", horizon=case.horizon),
                said("Shorten it, or lengthen the case."),
            )
        )
    name = f"{use.key}.{use.module.curve}" if use.module.curve else "effect_by_age"
    ages = np.arange(months)
    staying = np.exp(-forecast["learner_leaver_rate"].draws * ages / 12.0)
    result: Array = (_monthly(forecast, name, months) / staying).mean(axis=1)
    if not use.module.curve:
        result = result * forecast[use.effect].draws[:, 0]
        if forecast[use.effect].unit != measure(case, metric_key).unit:
            result = result * forecast[use.baseline].draws[:, 0]
    for share in _SHARES:
        result = result * forecast[share].draws[:, 0]
    return np.broadcast_to(result, forecast.draws)


def piloted(forecast: Forecast, metric_key: str, months: int, kept: Range) -> Array:
    """Return what the comparison in a pilot would show under each draw: `observed`, and what is lost after a pilot.

    Weighting the draws by how near this comes to a result (`ldcase.forecast.update.updated`) updates the forecast; how
    far a pilot may differ from the roll-out is in it, draw by draw, and needs no further term.

    Parameters
    ----------
    kept
        Of a pilot's improvement the share that remains when everybody takes part: low, likely, high, above 0. Drawn
        from a column of its own, independent of everything else.

    Returns
    -------
    ndarray of shape (draws,)
        As `observed`; improvement is positive.
    """
    low, likely, high = kept
    if low == high:
        return observed(forecast, metric_key, months) / likely
    shape = coefficients(low, likely, high, 0.0, None)
    own = "idea.pilot.kept", forecast.draws, forecast.seed
    remains = quantile(shape, probabilities(*own), log_odds(*own))
    return observed(forecast, metric_key, months) / remains


def _monthly(forecast: Forecast, name: str, months: int) -> Array:
    draws = forecast[name].draws
    return np.broadcast_to(draws, (len(draws), forecast.case.horizon))[:, :months]


def _use(case: Case, metric_key: str) -> MetricUse:
    for use in case.metrics:
        if use.key == metric_key:
            return use
    raise CaseError(no_such(metric_key, [use.key for use in case.metrics], "metric"))
