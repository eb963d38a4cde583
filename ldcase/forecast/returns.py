"""Measures of a cash flow that are no plain formula: present value, internal and modified rate of return, payback.

``flows[0]`` falls now (t = 0), ``flows[1]`` one period later: the first flow is *not* discounted, unlike a
spreadsheet's NPV(). Signs: money out is negative. Rates are per period of the flows. The solver is pyxirr's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Timing = Literal["start", "middle", "end"]
TaxOn = Literal["benefits", "both"]

_LAG: Mapping[Timing, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


def npv(rate: float, flows: Sequence[float]) -> float:
    """Net present value at the time of the first flow.

    Examples
    --------
    >>> round(npv(0.05, [-15000, 1500, 2500, 3500, 4500, 6000]), 2)
    122.89
    """
    import pyxirr

    value = pyxirr.npv(rate, list(flows), start_from_zero=True)
    return math.nan if value is None else float(value)


def present_value(
    benefits: Sequence[float],
    costs: Sequence[float],
    rate: float,
    *,
    tax: float = 0.0,
    tax_on: TaxOn = "both",
    benefits_at: Timing = "end",
    costs_at: Timing = "end",
) -> float:
    """Present value of benefits less costs, with the conventions named; they move the result by a few per cent.

    Parameters
    ----------
    benefits, costs
        Money of each period from the first on, both positive.
    rate
        Discount rate of a period.
    tax
        Marginal tax rate, from 0 to 1.
    tax_on
        ``benefits``: costs bring no relief; ``both``: costs lower the tax as well.
    benefits_at, costs_at
        Where in its period a flow falls; the value is that of the start of the first period.

    Examples
    --------
    >>> gains, costs = [314957.16, 283461.44, 251965.73, 220470.01], [75000, 10000, 10000, 10000]
    >>> round(present_value(gains, costs, 0.08, tax=0.25, tax_on="benefits"))
    579234
    >>> round(present_value(gains, costs, 0.08, tax=0.25, tax_on="both", costs_at="start"))
    596962
    """
    gained = math.fsum(
        benefit * (1 - tax) / (1 + rate) ** (period + _LAG[benefits_at]) for period, benefit in enumerate(benefits)
    )
    relief = tax if tax_on == "both" else 0.0
    paid = math.fsum(cost * (1 - relief) / (1 + rate) ** (period + _LAG[costs_at]) for period, cost in enumerate(costs))
    return gained - paid


def sign_changes(flows: Sequence[float]) -> int:
    """How often the flows change sign, zeros left out. More than one: a rate of return need not be unique."""
    signs = [flow > 0 for flow in flows if flow != 0]
    return sum(1 for before, after in pairwise(signs) if before != after)


def irr(flows: Sequence[float]) -> float:
    """Internal rate of return per period: the rate at which the flows are worth nothing. NaN if there is none.

    Examples
    --------
    >>> round(irr([-100, 39, 59, 55, 20]), 5)
    0.28095
    """
    import pyxirr

    if sign_changes(flows) == 0:
        return math.nan
    value = pyxirr.irr(list(flows), silent=True)
    return math.nan if value is None else float(value)


def mirr(flows: Sequence[float], finance_rate: float, reinvest_rate: float) -> float:
    """Modified internal rate of return per period: money out costs one rate, money in earns another.

    Examples
    --------
    >>> round(mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.10, 0.12), 6)
    0.126094
    """
    import pyxirr

    if sign_changes(flows) == 0:
        return math.nan
    value = pyxirr.mirr(list(flows), finance_rate, reinvest_rate, silent=True)
    return math.nan if value is None else float(value)


def payback(benefit_per_period: float, cost: float) -> float:
    """Periods of an even benefit until a cost is earned back, cost / benefit; infinite without benefit.

    Examples
    --------
    >>> round(payback(350000, 200000), 4)
    0.5714
    """
    return cost / benefit_per_period if benefit_per_period > 0 else math.inf


def yearly(rate_per_month: float) -> float:
    """Turn a monthly rate of return into the yearly one that compounds to it."""
    return math.expm1(12 * math.log1p(rate_per_month)) if rate_per_month > -1 else math.nan


@dataclass(frozen=True, slots=True)
class InternalRate:
    """A yearly internal rate of return and whether it can be trusted as the only one."""

    yearly: float
    unique: bool


def internal_rate(net_by_month: Sequence[float]) -> InternalRate:
    """Yearly internal rate of return of monthly net flows (months 1..H, end of month)."""
    monthly = irr(net_by_month)
    return InternalRate(yearly(monthly) if not math.isnan(monthly) else math.nan, sign_changes(net_by_month) <= 1)


def profitability_index(rate: float, benefits: Sequence[float], costs: Sequence[float]) -> float:
    """Present value of the benefits for each unit of present value of the costs; NaN without costs.

    Benefits and costs are both positive numbers, their first falls now.

    Examples
    --------
    >>> round(profitability_index(0.10, [0, 110, 121], [100]), 6)
    2.0
    """
    spent = npv(rate, costs)
    return npv(rate, benefits) / spent if spent > 0 else math.nan


def discounted_payback(rate: float, flows: Sequence[float]) -> float:
    """Periods after which the discounted flows are paid back for good; infinite if they are not within the flows.

    Within the period the discounted flow counts as even. 0 where nothing has to be paid back.

    Examples
    --------
    >>> round(discounted_payback(0.10, [-100, 55, 60.5, 0]), 6)
    2.0
    """
    total, balances = 0.0, [0.0]
    for period, flow in enumerate(flows):
        total += flow / (1 + rate) ** period
        balances.append(total)
    tolerance = 1e-12 * max(abs(balance) for balance in balances)
    in_debt = [period for period, balance in enumerate(balances[1:]) if balance < -tolerance]
    if not in_debt:
        return 0.0
    last = in_debt[-1]
    if last == len(flows) - 1:
        return math.inf
    before, after = balances[last + 1], balances[last + 2]
    return last + before / (before - after)


def equivalent_annual_value(rate: float, present: float, years: float) -> float:
    """The even amount at the end of each year that is worth as much as a present value.

    Examples
    --------
    >>> round(equivalent_annual_value(0.10, 1000, 3), 2)
    402.11
    """
    return present / years if rate == 0 else present * rate / -math.expm1(-years * math.log1p(rate))
