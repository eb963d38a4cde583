"""Three ways to the effect of one metric, on one footing: the gap closed, what was published, what people here expect.

All ranges are told *for everybody who finishes*: of those, only some use it at work (``transfer_share``). The gap and
people's estimates speak of somebody who uses it, so they are multiplied by transfer; a published effect on behaviour or
results has transfer in it already and is not. Which way a case uses changes one assumption (`fit`); the graph stays
the only thing that computes money.

Sources: ``methods.md`` §§ 8 to 12; the linear opinion pool is in `elicitation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ldcase.case import Assumption, Case
from ldcase.case.document_evidence import PublishedWay, WayName, Ways
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.metric_use import MetricUse
from ldcase.case.ways import in_force, moving, values
from ldcase.errors import CaseError, Finding
from ldcase.forecast.configurations import MedianCase
from ldcase.forecast.draws import probabilities
from ldcase.forecast.elicitation import Triple, as_range, linear_pool, quantiles, stated
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast
from ldcase.language import said

TRANSFER = "transfer_share"
_GRID = 257
_ROUNDS = 8
_DRIFT = 0.2


@dataclass(frozen=True, slots=True)
class Estimate:
    """One person's range, for everybody who finishes, in the unit of the effect."""

    who: str
    values: Triple


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the effect.

    Attributes
    ----------
    effect
        P10, P50, P90 of what the metric's effect would be if the case used this way, in its unit.
    trained
        The same for everybody who finishes, with transfer taken off once: what the ways are compared by.
    estimates
        Of the people asked, one by one.
    """

    name: WayName
    effect: Triple
    trained: Triple
    estimates: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectWays:
    """The ways to the effect of a metric.

    Attributes
    ----------
    ways
        In the order exemplar, published, stakeholders; only those the case states. The gap is not among them while
        another way has taken its place and what the case said itself was not kept.
    used
        The way the case's figures follow.
    moved
        Name of the assumption that a way sets.
    break_even
        The effect for everybody who finishes at which the net benefit is zero, all else likely; None without one.
    pays_anyway
        True where the case pays whatever this effect is.
    most
        The effect for everybody who finishes if the whole of the gap that is skill were closed; None if not bounded.
    transfer
        The transfer_share taken off in the comparison.
    includes_transfer
        Whether the published effect has transfer in it.
    taken_off_twice
        Whether the published effect is used while the case still takes transfer off.
    drifted
        Whether the case names a way and something was changed since, so that its effect is another one now.
    """

    metric: MetricUse
    unit: str
    format: str
    ways: tuple[Way, ...]
    used: WayName
    moved: str
    break_even: float | None
    pays_anyway: bool
    most: float | None
    transfer: float
    includes_transfer: bool
    taken_off_twice: bool
    drifted: bool

    def way(self, name: str) -> Way | None:
        """Return the way of that name, where the case states it."""
        return next((way for way in self.ways if way.name == name), None)


@dataclass(frozen=True, slots=True)
class Fit:
    """Low, likely and high of the assumption that a way sets, the effect that gives, and whether that is the way's."""

    values: Triple
    effect: Triple
    met: bool


def effect_ways(forecast: Forecast, key: str) -> EffectWays:
    """Return the ways to the effect of the metric ``key``.

    Raises
    ------
    CaseError
        Where the case has no such metric.
    """
    case = forecast.case
    use, entered = _metric(case, key), case.document.evidence.ways.get(key, Ways())
    moved = f"{key}.{moving(use.module)}"
    own = _as_kept(forecast, entered, moved)
    transfer = own.inputs[TRANSFER][:, 0]
    at_work = own[use.effect].draws[:, 0]
    entry = case.document.opportunity.metrics[key].assumptions.get(moving(use.module))
    used = in_force(entered, entry)
    ways: list[Way] = []
    if used == "exemplar" or entered.kept is not None:
        ways.append(Way("exemplar", _ends(at_work), _ends(at_work * transfer)))
    if entered.published is not None and (published := _published(forecast, use, entered.published)) is not None:
        inside = entered.published.measured != "learning"
        ways.append(Way("published", _ends(published), _ends(published if inside else published * transfer)))
    if entered.estimates and (pooled := _pooled(forecast, key, entered, transfer)) is not None:
        ways.append(pooled)
    inside = entered.published is not None and entered.published.measured != "learning"
    likely_transfer = case.assumptions[TRANSFER].likely
    even, anyway, most = _thresholds(forecast, use, moved)
    formula = case.formula(use.effect)
    return EffectWays(
        use,
        formula.unit,
        formula.format,
        tuple(ways),
        used,
        moved,
        None if even is None else even * likely_transfer,
        anyway,
        None if most is None else most * likely_transfer,
        own.case.assumptions[TRANSFER].likely,
        inside,
        used == "published" and inside and likely_transfer < 1,
        _drifted(forecast, use, next((way for way in ways if way.name == used), None)),
    )


def fit(forecast: Forecast, key: str, target: Triple) -> Fit:
    """Return the range of the assumption behind a metric's effect at which the effect is ``target`` (P10, P50, P90).

    Solved on the draws, for gap and skill share vary too. Where that alone spreads wider than the target, or the target
    leaves what the gap allows, the nearest range is returned and ``met`` is False.
    """
    use = _metric(forecast.case, key)
    assumption = forecast.case.assumptions[f"{key}.{moving(use.module)}"]
    likely, slope = _solved(forecast, use, assumption, target[1])
    ends = [likely + (end - target[1]) / slope if slope else likely for end in target]
    span = max(target[2] - target[0], abs(target[1]) * 1e-3)
    best: tuple[float, Fit] | None = None
    for _ in range(_ROUNDS):
        tried = as_range(min(ends[0], ends[1]), ends[1], max(ends[2], ends[1]), *assumption.bounds)
        found = _ends(forecast.with_case(forecast.case.what_if({assumption.name: tried}))[use.effect].draws[:, 0])
        missed = [reached - end for reached, end in zip(found, target, strict=True)]
        off = max(abs(error) for error in missed) / span
        if best is None or off < best[0]:
            best = off, Fit(tried, found, off < 0.1)
        if off < 0.01 or not slope:
            break
        ends = [end - error / slope for end, error in zip(ends, missed, strict=True)]
    assert best is not None
    return best[1]


def _metric(case: Case, key: str) -> MetricUse:
    use = next((one for one in case.metrics if one.key == key), None)
    if use is None:
        allowed = ", ".join(one.key for one in case.metrics)
        raise CaseError(
            Finding("ways-metric", said("This is no metric of the case."), key[:80], allowed, said("Choose one."))
        )
    return use


def _as_kept(forecast: Forecast, entered: Ways, moved: str) -> Forecast:
    """Return the forecast with the case's own assumptions where a way has taken their place."""
    every = forecast.case.document.evidence.ways.values()
    transfer = next((one.kept_transfer for one in every if one.kept_transfer is not None), None)
    kept = ((moved, entered.kept), (TRANSFER, transfer))
    changes = {name: ends for name, entry in kept if entry is not None and (ends := values(entry)) is not None}
    return forecast.with_case(forecast.case.what_if(changes)) if changes else forecast


def _published(forecast: Forecast, use: MetricUse, entry: PublishedWay) -> Array | None:
    """Draws of the published effect in the unit of the metric's effect; shape (draws,)."""
    effect = _draws(forecast, f"{use.key} published", entry)
    if effect is None or entry.given_as == "units of the metric":
        return effect
    if entry.given_as == "share of the baseline":
        same = forecast[use.baseline].unit == forecast[use.effect].unit
        return effect * forecast[use.baseline].draws[:, 0] if same else effect
    deviation = None if entry.deviation is None else _draws(forecast, f"{use.key} deviation", entry.deviation)
    return None if deviation is None else effect * deviation


def _draws(forecast: Forecast, name: str, entry: AssumptionEntry) -> Array | None:
    ends = values(entry)
    return None if ends is None else quantiles(ends, probabilities(f"ways: {name}", forecast.draws, forecast.seed))


def _pooled(forecast: Forecast, key: str, entered: Ways, transfer: Array) -> Way | None:
    stated_by = [(one, ends) for one in entered.estimates if (ends := values(one)) is not None]
    if not stated_by:
        return None
    ranges = [stated(*ends, one.means) for one, ends in stated_by]
    pool = linear_pool(ranges)
    column = probabilities(f"ways: {key} stakeholders", forecast.draws, forecast.seed)
    at_work = np.quantile(pool.draws, column)
    usual = float(np.median(transfer))
    each = tuple(
        Estimate(one.who, (low * usual, likely * usual, high * usual))
        for (one, _), (low, likely, high) in zip(stated_by, ranges, strict=True)
    )
    return Way("stakeholders", pool.values, _ends(at_work * transfer), each)


def _thresholds(forecast: Forecast, use: MetricUse, moved: str) -> tuple[float | None, bool, float | None]:
    """Return the effect at which the net benefit is zero, whether it pays anyway, and the largest the gap allows."""
    even = forecast.break_even(moved)[0]
    upper = forecast.case.assumptions[moved].bounds[1]
    asked = [{moved: value} for value in (even.value, upper) if value is not None]
    found = [float(value) for value in _at(forecast, use, asked)] if asked else []
    return (
        found[0] if even.value is not None else None,
        even.pays_anyway,
        found[-1] if upper is not None else None,
    )


def _solved(forecast: Forecast, use: MetricUse, assumption: Assumption, wanted: float) -> tuple[float, float]:
    """Return the assumption's value at which the median case has the wanted effect, and the slope there."""
    lower, upper = assumption.bounds
    present = float(forecast[use.effect].likely)
    reach = 4 * abs(assumption.likely) * max(1.0, abs(wanted / present) if present else 1.0) or 1.0
    least = lower if lower is not None else assumption.likely - reach
    most = upper if upper is not None else assumption.likely + reach
    inside = 1e-3 * (most - least)
    grid = np.linspace(least + inside, most - inside, _GRID)
    effect = np.maximum.accumulate(_at(forecast, use, [{assumption.name: float(value)} for value in grid]))
    likely = float(np.interp(wanted, effect, grid))
    near = int(np.clip(np.searchsorted(grid, likely), 1, _GRID - 1))
    return likely, float((effect[near] - effect[near - 1]) / (grid[near] - grid[near - 1]))


def _drifted(forecast: Forecast, use: MetricUse, used: Way | None) -> bool:
    """Whether the case's effect is farther from that of the way it uses than a fifth of its width."""
    if used is None or used.name == "exemplar":
        return False
    wanted, present = fit(forecast, use.key, used.effect).effect, _ends(forecast[use.effect].draws[:, 0])
    off = max(abs(one - other) for one, other in zip(wanted, present, strict=True))
    return off > _DRIFT * max(wanted[2] - wanted[0], abs(wanted[1]) * 0.1)


def _at(forecast: Forecast, use: MetricUse, rows: Sequence[dict[str, float]]) -> Array:
    return MedianCase(forecast.case, forecast.median_case).at(rows, use.effect)


def _ends(draws: Array) -> Triple:
    low, likely, high = (float(value) for value in np.quantile(draws, (0.1, 0.5, 0.9)))
    return low, likely, high
