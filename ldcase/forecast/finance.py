"""The measures a finance reviewer asks for, and the conventions under which they hold, for the median case.

Source: ``methods.md`` § 5. The draws of NPV, ROI and payback are figures of the forecast itself.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from ldcase.case import Case
from ldcase.errors import Finding, Place
from ldcase.forecast.forecast import Forecast
from ldcase.forecast.returns import (
    discounted_payback,
    equivalent_annual_value,
    internal_rate,
    mirr,
    profitability_index,
    yearly,
)
from ldcase.language import said


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a money figure of the case rests on; shown where the result stands.

    Attributes
    ----------
    currency, horizon
        ISO code; months.
    prices
        ``as given``: figures and rate are taken together as they are; ``today's prices``: the discount rate is turned
        into the real one.
    timing
        When in its month money flows.
    discount_rate
        Yearly, as given, nominal.
    real_rate
        Yearly, the one that is used.
    tax_rate
        Share; present values only.
    tax_on
        What is taxed.
    """

    currency: str
    horizon: int
    prices: Literal["as given", "today's prices"]
    timing: Literal["end of month", "middle of month", "start of month", "within the month"]
    discount_rate: float
    real_rate: float
    tax_rate: float
    tax_on: Literal["nothing", "benefits less costs", "benefits only", "benefits less part of the costs"]


@dataclass(frozen=True, slots=True)
class Finance:
    """The measures of the median case. Money in the case's currency; None where a measure is not defined.

    Attributes
    ----------
    net_benefit, npv
        Over the horizon; discounted only the second.
    roi, bcr
        Net benefit and benefit for each unit of cost; ROI is always one less. None where nothing is spent.
    profitability_index
        Present value of benefits for each unit of that of costs, under the case's conventions.
    irr, irr_unique
        Yearly internal rate of return before tax, and whether it is the only one.
    mirr
        Yearly modified rate: money is borrowed and invested at the discount rate.
    payback_month, discounted_payback_month
        Month in which it is paid back for good; None if not within the horizon. The second lies within a month.
    equivalent_annual_value
        The even amount a year that is worth the NPV over the horizon.
    conventions
        Under which they hold.
    findings
        Why a measure is not defined, and what to do.
    """

    net_benefit: float
    npv: float
    roi: float | None
    bcr: float | None
    profitability_index: float | None
    irr: float | None
    irr_unique: bool
    mirr: float | None
    payback_month: float | None
    discounted_payback_month: float | None
    equivalent_annual_value: float
    conventions: Conventions
    findings: tuple[Finding, ...]


def conventions(case: Case) -> Conventions:
    """Return the conventions of a case, from its likely values."""
    rate, inflation, shift, tax, deducted = (
        case.assumptions[name].likely
        for name in ("discount_rate", "inflation_rate", "flow_shift", "tax_rate", "taxed_cost_share")
    )
    timings: dict[float, Literal["end of month", "middle of month", "start of month"]] = {
        0.0: "end of month",
        0.5: "middle of month",
        1.0: "start of month",
    }
    return Conventions(
        currency=case.currency,
        horizon=case.horizon,
        prices="as given" if inflation == 0 else "today's prices",
        timing=timings.get(shift, "within the month"),
        discount_rate=rate,
        real_rate=(1 + rate) / (1 + inflation) - 1 if inflation else rate,
        tax_rate=tax,
        tax_on="nothing"
        if tax == 0
        else "benefits less costs"
        if deducted == 1
        else "benefits only"
        if deducted == 0
        else "benefits less part of the costs",
    )


def finance(forecast: Forecast) -> Finance:
    """Return the measures of a forecast's median case."""
    case = forecast.case
    told = conventions(case)
    monthly = math.expm1(math.log1p(told.real_rate) / 12)
    deducted = told.tax_rate * case.assumptions["taxed_cost_share"].likely
    # Flows at the start of month 1 fall now; at its end one month later. The shift cancels in a ratio.
    benefits = [0.0, *((1 - told.tax_rate) * flow for flow in _months(forecast, "total_benefit"))]
    costs = [0.0, *((1 - deducted) * flow for flow in _months(forecast, "total_cost"))]
    net = [0.0, *_months(forecast, "net_after_tax")]
    spends = forecast["cost"].likely > 0
    rate = internal_rate(_months(forecast, "net_by_month"))
    modified = yearly(mirr(net, monthly, monthly))
    paid = forecast["payback_month"].likely
    back = discounted_payback(monthly, net)
    npv = forecast["npv"].likely
    return Finance(
        net_benefit=forecast["net_benefit"].likely,
        npv=npv,
        roi=forecast["roi"].likely if spends else None,
        bcr=forecast["bcr"].likely if spends else None,
        profitability_index=_defined(profitability_index(monthly, benefits, costs)),
        irr=_defined(rate.yearly),
        irr_unique=rate.unique,
        mirr=_defined(modified),
        payback_month=paid if paid <= case.horizon else None,
        discounted_payback_month=back if math.isfinite(back) else None,
        equivalent_annual_value=equivalent_annual_value(told.real_rate, npv, case.horizon / 12),
        conventions=told,
        findings=_undefined(case, spends, rate.yearly),
    )


def _months(forecast: Forecast, name: str) -> list[float]:
    flows = forecast.median_case[name][0]
    values = [float(flow) for flow in flows]
    return values if len(values) > 1 else values * forecast.case.horizon


def _defined(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _undefined(case: Case, spends: bool, irr: float) -> tuple[Finding, ...]:
    findings = []
    if not spends:
        what, do = (
            said("Nothing is spent, so ROI and the benefit/cost ratio are not defined."),
            said("Enter the costs in full."),
        )
        where = Place(case.file.label, path="idea.costs")
        findings.append(Finding("no-cost", what, said("cost 0"), said("a cost above 0"), do, "warning", where))
    if not math.isfinite(irr):
        what, allowed = (
            said("There is no internal rate of return."),
            said("money out in some months, money in in others"),
        )
        do = said("Look at the net present value instead.")
        findings.append(Finding("no-irr", what, said("flows of one sign, or no rate fits"), allowed, do, "note"))
    return tuple(findings)
