"""The options side by side: every one on the same draws, as a change against doing nothing.

Doing nothing is always among them and changes nothing by definition; that no formula gives money where nobody does
anything differently is checked each time. What the gap goes on costing is told beside it, with a trend where the case
says one. A pilot that decides is computed as if it told the truth about what it reveals: it goes on in those
draws in which its net benefit, as far as that knowledge tells, is above zero. That is the most a pilot can be worth.

Source: ``methods.md`` §§ 7, 13 (common random numbers) and 16 (the value of perfect information about some inputs).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from ldcase.case import Case
from ldcase.case.options import (
    INITIATIVE,
    NOTHING,
    ONE_OFF,
    PILOT,
    OptionCase,
    cost_names,
    option_cases,
    own_cost,
    trend_of,
)
from ldcase.errors import CaseError, Finding, Place
from ldcase.forecast.configurations import MedianCase
from ldcase.forecast.drivers import TARGET
from ldcase.forecast.evaluated import Evaluated
from ldcase.forecast.figure import Array
from ldcase.forecast.forecast import Forecast, sample
from ldcase.forecast.information import expected
from ldcase.forecast.summary import EFFECT
from ldcase.language import said


@dataclass(frozen=True, eq=False)
class OptionForecast:
    """One option. All money over the horizon, not discounted, against doing nothing.

    Attributes
    ----------
    name, what, kind
        As the case says them.
    forecast
        Its forecast; of a pilot that of the programme after it; None for doing nothing.
    net, benefit, cost, gap_cost : ndarray of shape (draws,)
        Net benefit, claimed benefit, all-in cost, and what the gap goes on costing; draw by draw.
    difference : ndarray of shape (draws,)
        Its net benefit less that of the initiative.
    likely, likely_cost
        Net benefit and cost in the median case.
    goes_on
        Of a pilot the share of draws in which the programme follows, 0..1; else 1.
    best
        Share of draws in which no other option is better, 0..1; where several are equally good, the first counts.
    """

    name: str
    what: str
    kind: str
    forecast: Forecast | None
    net: Array
    benefit: Array
    cost: Array
    gap_cost: Array
    difference: Array
    likely: float
    likely_cost: float
    goes_on: float
    best: float

    @property
    def mean(self) -> float:
        """Mean net benefit."""
        return float(self.net.mean())

    def quantile(self, probability: float) -> float:
        """Quantile of the net benefit."""
        return float(np.quantile(self.net, probability))

    @property
    def chance(self) -> float:
        """Share of draws with a net benefit above zero."""
        return float((self.net > 0).mean())

    @property
    def better_than_initiative(self) -> float:
        """Share of draws in which it is better than the initiative."""
        return float((self.difference > 0).mean())


@dataclass(frozen=True, eq=False)
class Options:
    """All options that can be computed, and what a reader should know about the set.

    The first is doing nothing, the second the initiative. ``described`` names those the case only describes.
    """

    options: tuple[OptionForecast, ...]
    described: tuple[str, ...]
    findings: tuple[Finding, ...]

    def nets(self) -> Array:
        """Net benefits, ``(draws, options)``."""
        return np.column_stack([option.net for option in self.options])


def options(forecast: Forecast) -> Options:
    """Evaluate the options of a case on the draws of its forecast.

    Raises
    ------
    CaseError
        When an option's changes are not possible, or a formula gives money though nobody does anything differently.
    """
    case, draws = forecast.case, forecast.draws
    nothing_is_zero(forecast)
    cases = option_cases(case)
    gap_cost = _gap_cost(forecast, cases[0])
    parts = [_parts(forecast, option) for option in cases]
    nets = np.column_stack([part[1] - part[2] for part in parts])
    best = np.bincount(nets.argmax(axis=1), minlength=len(cases)) / draws
    found = tuple(
        OptionForecast(
            name=option.name,
            what=option.what,
            kind=option.kind,
            forecast=own,
            net=nets[:, k],
            benefit=benefit,
            cost=cost,
            gap_cost=gap_cost - benefit,
            difference=nets[:, k] - nets[:, 1],
            likely=likely[0] - likely[1],
            likely_cost=likely[1],
            goes_on=goes_on,
            best=float(best[k]),
        )
        for k, (option, (own, benefit, cost, likely, goes_on)) in enumerate(zip(cases, parts, strict=True))
    )
    stated = case.document.idea.options
    computed = {option.name for option in found}
    described = tuple(o.name for o in stated if o.name not in computed and o.kind not in (NOTHING, INITIATIVE))
    return Options(found, described, tuple(_findings(case, len(found))))


def nothing_is_zero(forecast: Forecast) -> None:
    """Check that without cost and without effect nothing changes; else raise `CaseError`."""
    case = forecast.case
    row = dict.fromkeys(cost_names(case), 0.0) | {EFFECT: 0.0}
    net = float(MedianCase(case, forecast.median_case).at([row], TARGET)[0])
    if abs(net) > 1e-9 * max(abs(forecast["benefit"].likely), abs(forecast["cost"].likely), 1.0):
        what = said("Money appears though nobody does anything differently and nothing is spent.")
        do = said("Look in the metrics of the case for a benefit that does not depend on the people who apply it.")
        raise CaseError(Finding("nothing-is-not-zero", what, f"{net:,.2f} {case.currency}", "0", do))


def _parts(base: Forecast, option: OptionCase) -> tuple[Forecast | None, Array, Array, tuple[float, float], float]:
    """Forecast, benefit, cost, both in the median case, and how often it goes on."""
    zero = np.zeros(base.draws)
    if option.case is None:
        return None, zero, zero, (0.0, 0.0), 1.0
    own = base.with_case(option.case)
    paid = sample(own_cost(base.case, option), base.draws, base.seed)
    if option.cost and option.kind != PILOT:
        own = _with_own_cost(own, paid)
    benefit = np.broadcast_to(own["benefit"].draws[:, 0], base.draws)
    cost = np.broadcast_to(own["cost"].draws[:, 0], base.draws)
    likely = own["benefit"].likely, own["cost"].likely
    if option.kind != PILOT:
        return own, benefit, cost, likely, 1.0
    columns = [column for name in option.reveals if len(column := own.inputs[name][:, 0]) > 1]
    go = (expected((benefit - cost)[:, None], columns)[:, 0] > 0).astype(np.float64)
    goes = float(likely[0] > likely[1])
    first = option.cost[1] if option.cost else 0.0
    return own, benefit * go, cost * go + paid[:, 0], (likely[0] * goes, likely[1] * goes + first), float(go.mean())


def _with_own_cost(own: Forecast, paid: Array) -> Forecast:
    """Draw an option's own cost from a column of its own: it is another figure than the one whose place it takes."""
    inputs = MappingProxyType({**own.inputs, ONE_OFF: paid})
    values = Evaluated(own.case.graph, inputs, own.case.horizon, own.values, {ONE_OFF})
    return Forecast(own.case, own.draws, own.seed, inputs, values, own.median_case)


def _gap_cost(forecast: Forecast, nothing: OptionCase) -> Array:
    """What the gap costs over the horizon if nothing is done, with its trend; ``(draws,)``, money."""
    assumption = trend_of(forecast.case, nothing)
    trend = sample(assumption, forecast.draws, forecast.seed)
    months = np.arange(1, forecast.case.horizon + 1)
    growth = ((1.0 + trend) ** (months / 12.0)).sum(axis=1)
    return np.broadcast_to(forecast["gap_cost"].draws[:, 0] * growth, forecast.draws)


def _findings(case: Case, computed: int) -> list[Finding]:
    if computed > 2:
        return []
    what = said("The initiative is compared with doing nothing only.")
    do = said("Add an option with a cost and changes: a cheaper one, or one that is no training.")
    found = said(
        "{count} options, {computed} that can be computed", count=len(case.document.idea.options), computed=computed
    )
    where = Place(case.file.label, path="idea.options")
    return [Finding("no-other-option", what, found, said("at least one other way to act"), do, "warning", where)]
