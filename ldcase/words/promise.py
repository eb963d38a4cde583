"""What a case promises of each metric: today, the best, what those who apply it reach, from when, who owns it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ldcase.case import MetricUse
from ldcase.forecast import Figure, Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import exact, written


@dataclass(frozen=True, slots=True)
class Promise:
    """A metric in its own terms, as text, in the median case.

    Attributes
    ----------
    axis
        What is counted, such as “Minutes a task”.
    today, best, target
        The baseline, the exemplar, and what those who apply it reach; the target is empty where it cannot be told.
    change
        The way from the baseline to the target, such as “−0.6”.
    start
        The first day of the month from which the first cohort shows the full effect.
    in_time
        Whether that is within the horizon.
    """

    metric: MetricUse
    axis: str
    today: str
    best: str
    target: str
    change: str
    start: date
    in_time: bool


def promises(forecast: Forecast) -> tuple[Promise, ...]:
    """The promise of every metric, in the order of the case."""
    return tuple(_promise(forecast, use) for use in forecast.case.metrics)


def reached(forecast: Forecast, use: MetricUse) -> float | None:
    """What those who apply it reach, in the unit of the baseline; None where effect and baseline cannot be compared."""
    before, effect = forecast[use.baseline], forecast[use.effect]
    if use.module.target:
        change = forecast[f"{use.key}.{use.module.target}"].likely - before.likely
    elif effect.unit == before.unit:
        change = effect.likely if use.module.better == "higher" else -effect.likely
    elif effect.unit in ("share", ""):
        change = before.likely * (effect.likely if use.module.better == "higher" else -effect.likely)
    else:
        return None
    return before.likely + change * forecast["effect_achieved"].likely


def _promise(forecast: Forecast, use: MetricUse) -> Promise:
    case, baseline = forecast.case, forecast[use.baseline]
    target = reached(forecast, use)
    axis = use.module.story.get("axis", "")
    months = int(case.plan["cohort_1.start"]) - 1 + forecast["start_delay"].likely + forecast["ramp_months"].likely
    return Promise(
        use,
        worded(axis) if isinstance(axis, str) else " ".join(map(worded, axis)),
        written(baseline),
        written(forecast[use.exemplar]),
        "" if target is None else written(baseline, target),
        "" if target is None else _signed(baseline, target - baseline.likely),
        later(case.start, round(months)),
        months < case.horizon,
    )


def _signed(baseline: Figure, change: float) -> str:
    sign = numbers.MINUS if change < 0 else "+"
    return sign + exact(abs(change), "points" if baseline.format == "percent" else baseline.format)


def later(start: date, months: int) -> date:
    """The first of a month so many months later."""
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)
