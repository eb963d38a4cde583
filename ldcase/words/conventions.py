"""How the figures were made, in one sentence for the reader from finance."""

from __future__ import annotations

from ldcase.forecast import Forecast
from ldcase.forecast.finance import conventions as in_force
from ldcase.language import marked, worded
from ldcase.words import numbers

_FLOWS = {
    "end of month": marked("at the end of each month"),
    "middle of month": marked("at the middle of each month"),
    "start of month": marked("at the start of each month"),
    "within the month": marked("within the month"),
}
_TAXED = {
    "benefits less costs": marked("after {rate} tax on benefits less costs"),
    "benefits only": marked("after {rate} tax on benefits only"),
    "benefits less part of the costs": marked("after {rate} tax on benefits less part of the costs"),
}


def conventions(now: Forecast) -> str:
    """How the figures were made, in one sentence for the reader from finance."""
    told = in_force(now.case)
    prices = worded("nominal")
    if told.prices == "today's prices":
        real = numbers.percent(told.real_rate)
        prices = worded("real ({real} after inflation), figures in today’s prices", real=real)
    tax = worded("before tax")
    if told.tax_rate:
        tax = worded(_TAXED[told.tax_on], rate=numbers.percent(told.tax_rate))
    return worded(
        "All amounts in {currency} over {months}. Money flows {when}; NPV discounted to the start of month 1 at "
        "{rate} a year, {prices}, {tax}; all other figures undiscounted and before tax. Ranges hold in 8 of 10 of "
        "{draws} simulated cases. ROI is net benefit over cost; it is not the benefit/cost ratio.",
        currency=told.currency,
        months=numbers.months(told.horizon),
        when=worded(_FLOWS[told.timing]),
        rate=numbers.percent(told.discount_rate),
        prices=prices,
        tax=tax,
        draws=numbers.plain(now.draws, 7),
    )
