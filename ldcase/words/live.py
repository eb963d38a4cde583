"""Figures a sentence may ask for by a name of their own, beside the quantities of the case: chance, payback, ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ldcase.forecast import Forecast
from ldcase.language import marked, worded_many
from ldcase.words import numbers
from ldcase.words.sentence import Found, Number, Sentence, Tone, fill


def _money(name: str, value: float, tone: Tone = "plain") -> Number:
    return Number(name, numbers.money(value), tone)


def _payback(forecast: Forecast) -> Number:
    horizon = forecast.case.horizon
    return Number("payback_month", numbers.month_of_payback(forecast.summary.payback_p50, horizon))


def _cohorts(forecast: Forecast) -> Number:
    count = len(forecast.case.document.idea.cohorts)
    return Number("", worded_many("{n} cohort", "{n} cohorts", count, n=numbers.spelled(str(count))))


def _claimed_share(forecast: Forecast) -> Number:
    cuts = forecast.haircuts()
    return Number("", numbers.percent(cuts.claimed / cuts.gross if cuts.gross > 0 else 0.0, 2))


def _applying(forecast: Forecast, *, at_the_end: bool) -> Number:
    applying = forecast["applying"].median_case[0]
    return Number("applying", numbers.count(float(applying[-1] if at_the_end else applying.max())), "benefit")


LIVE: Mapping[str, tuple[str, Callable[[Forecast], Number]]] = MappingProxyType(
    {
        "horizon": (
            marked("how far the case looks ahead"),
            lambda of: Number("", numbers.months(of.case.horizon)),
        ),
        "after_horizon": (
            marked("at the end of the case"),
            lambda of: Number("", numbers.after(of.case.horizon)),
        ),
        "chance": (
            marked("chance that it pays back"),
            lambda of: Number("net_benefit", numbers.odds(of.summary.chance)),
        ),
        "payback": (marked("when it is paid back"), _payback),
        "net_low": (
            marked("net benefit, low: in one case of ten it is less"),
            lambda of: _money("net_benefit", of["net_benefit"].p10, _tone(of["net_benefit"].p10)),
        ),
        "net_high": (
            marked("net benefit, high: in one case of ten it is more"),
            lambda of: _money("net_benefit", of["net_benefit"].p90, _tone(of["net_benefit"].p90)),
        ),
        "delay_cost": (
            marked("what a month of delay costs"),
            lambda of: _money("start_delay", of.summary.delay_cost, "gap"),
        ),
        "cohorts": (marked("number of cohorts"), _cohorts),
        "applying_most": (
            marked("people who apply it, at its best"),
            lambda of: _applying(of, at_the_end=False),
        ),
        "applying_end": (
            marked("people who apply it, at the end"),
            lambda of: _applying(of, at_the_end=True),
        ),
        "before_haircuts": (
            marked("benefit before any haircut"),
            lambda of: _money("", of.haircuts().gross, "gap"),
        ),
        "claimed_share": (marked("what is left of that after every haircut"), _claimed_share),
    }
)
"""By name: what it is in words, and how it is written. `ldcase.case.placeholders.EVERYWHERE` knows the same names."""


def _tone(value: float) -> Tone:
    return "gap" if value < 0 else "benefit"


def known_names(forecast: Forecast) -> frozenset[str]:
    """Every name a sentence may ask for, in full."""
    return frozenset({*LIVE, *forecast.values, *forecast.inputs})


def local(forecast: Forecast, template: str, prefix: str = "") -> Sentence:
    """Fill a template; names are looked up behind the prefix (``win_rate.``) first, then in the whole case."""

    def value(name: str) -> Found:
        if name == "horizon":
            return "", float(forecast.case.horizon), "months"
        if name in LIVE:
            return LIVE[name][1](forecast)
        for full in (prefix + name, name):
            if full in forecast.values or full in forecast.inputs:
                figure = forecast[full]
                return full, figure.likely, figure.format or "number"
        return None

    return fill(template, value)
