"""The arithmetic of two cases, written by hand in NumPy, as somebody would who needs only one of them.

Everything that net benefit, present value, the cumulative net and the payback month need, cash and cost avoided kept
apart as they are wherever money is shown, and nothing else. Plain
vectorised arrays with a row a month and a column a draw; what does not change from month to month has no month axis.
It exists to be compared with the engine: same draws in, same figures out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Drawn = Mapping[str, Array | float]
"""Draws by the name of the assumption."""
Kinds = tuple[Array | float, Array | float | None]
"""Cash and cost avoided; None where there is no such benefit."""


class Range(NamedTuple):
    """P10, P50, P90 and the bounds of an assumption."""

    low: float
    likely: float
    high: float
    lower: float | None
    upper: float | None


class Result(NamedTuple):
    """Money by draw, or by month and draw."""

    benefit_cash: Array
    cumulative_net: Array
    net_benefit: Array
    npv: Array
    payback_month: Array


def values(assumption: Range, probabilities: Array) -> Array | float:
    """Return the draws of an assumption: a three-term metalog, in logarithms or log odds where it has bounds."""
    low, likely, high, lower, upper = assumption
    if low == high:
        return likely
    if lower is not None and upper is not None:
        first, middle, last = (np.log((value - lower) / (upper - value)) for value in (low, likely, high))
    elif lower is not None:
        first, middle, last = (np.log(value - lower) for value in (low, likely, high))
    else:
        first, middle, last = low, likely, high
    spread, skew = (last - first) / (2 * np.log(9)), (first + last - 2 * middle) / (0.8 * np.log(9))
    z: Array = middle + (spread + skew * (probabilities - 0.5)) * np.log(probabilities / (1 - probabilities))
    if lower is not None and upper is not None:
        z = lower + (upper - lower) / (1 + np.exp(-z))
    elif lower is not None:
        z = lower + np.exp(z)
    return z


def closing_the_sale(x: Drawn) -> Kinds:
    """Return the money a month of one person who applies it, in the bundled case of that name: all of it cash."""
    gap = x["win_rate.exemplar_win_rate"] - x["win_rate.win_rate"]
    return (
        x["win_rate.offers"]
        * gap
        * x["able_share"]
        * x["win_rate.closed_share"]
        * x["win_rate.deal_size"]
        * x["win_rate.margin"],
        None,
    )


def six_metrics(x: Drawn) -> Kinds:
    """Return the same for a case with six metrics, each named like its module: cash, and cost avoided."""
    sales = x["sales.exemplar_win_rate"] - x["sales.win_rate"]
    sales = x["sales.offers"] * sales * x["sales.closed_share"] * x["sales.deal_size"] * x["sales.margin"]
    errors = x["errors.error_rate"] - x["errors.exemplar_error_rate"]
    errors = x["errors.tasks"] * errors * x["errors.closed_share"] * x["errors.error_cost"]
    output = x["output_productivity.exemplar_output"] - x["output_productivity.output"]
    output = output * x["output_productivity.closed_share"] * x["output_productivity.piece_margin"]
    output = output * x["output_productivity.needed_share"]
    turnover = x["turnover.leaver_rate"] - x["turnover.exemplar_rate"]
    turnover = turnover * x["turnover.closed_share"] * x["turnover.replacement_cost"] / 12
    absence = x["absence.absence_days"] - x["absence.exemplar_days"]
    absence = absence * x["absence.closed_share"] * x["absence.day_cost"] * x["absence.replaced_share"] / 12
    customers = x["customer_retention.exemplar_score"] - x["customer_retention.score"]
    customers = customers * x["customer_retention.closed_share"] * x["customer_retention.customers"] / 12
    customers = customers * x["customer_retention.retention_per_point"] * x["customer_retention.causal_share"]
    customers = customers * x["customer_retention.customer_margin"]
    return x["able_share"] * (sales + output + customers), x["able_share"] * (errors + turnover + absence)


def evaluate(
    x: Drawn, money_a_person: Callable[[Drawn], Kinds], cohorts: tuple[tuple[float, int], ...], months: int
) -> Result:
    """Return the figures; `x` are the draws by name, `cohorts` people and month of the start."""
    month = np.arange(1, months + 1)
    age = np.arange(months)[:, None]

    ramp = np.minimum((age + 1) / (x["ramp_months"] + 1), 1)
    kept = x["use_share"] + (1 - x["use_share"]) * 0.5 ** (age / x["half_life"])
    effect_by_age = ramp * kept * np.exp(-x["learner_leaver_rate"] * age / 12)

    at_full_effect = np.zeros(effect_by_age.shape)
    people_starting, cohorts_starting = np.zeros(months), np.zeros(months)
    for people, start in cohorts:
        at_full_effect[start - 1 :] += people * effect_by_age[: months - start + 1]
        people_starting[start - 1] += people
        cohorts_starting[start - 1] += 1

    share_applying = x["reach_share"] * x["completion_share"] * x["transfer_share"] * x["isolation_share"]
    share_applying = share_applying * x["effect_achieved"]
    cash, avoided = money_a_person(x)
    benefit_cash = at_full_effect * (share_applying * cash)
    benefit = benefit_cash if avoided is None else benefit_cash + at_full_effect * (share_applying * avoided)

    once = x["analysis_cost"] + x["design_cost"] + x["evaluation_cost"]
    a_learner = (
        x["learner_hours"] * x["learner_rate"]
        + x["manager_hours"] * x["manager_rate"]
        + x["tool_cost"]
        + x["travel_cost"]
    )
    cost = people_starting[:, None] * a_learner + cohorts_starting[:, None] * x["delivery_cost"]
    cost[0] += once
    cost += x["overhead_cost"]
    cost *= 1 + x["contingency_share"]

    net = benefit - cost
    cumulative_net = np.cumsum(net, axis=0)
    npv = ((1 + x["discount_rate"]) ** (-month / 12)) @ net
    in_debt = cumulative_net < 0
    payback_month = 1 + np.max(month[:, None] * in_debt, axis=0)
    return Result(benefit_cash, cumulative_net, cumulative_net[-1], npv, payback_month.astype(float))
