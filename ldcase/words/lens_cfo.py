"""As the CFO sees it: cash first, when it comes back, what if it does not, under which conventions."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.forecast import Forecast
from ldcase.forecast.risk import risk
from ldcase.language import worded
from ldcase.words import lens_parts as parts
from ldcase.words import numbers
from ldcase.words.pitch import Narrative
from ldcase.words.question import Asked, money, over_horizon
from ldcase.words.questions_evidence import matters as what_matters
from ldcase.words.questions_money import cash as kinds_of_money
from ldcase.words.questions_money import paid_back
from ldcase.words.sentence import Number, Sentence, worded_sentence


def in_cash(forecast: Forecast) -> Sentence:
    """How much of the claimed benefit is cash, and what the rest is."""
    claimed, cash = forecast["benefit"].likely, over_horizon(forecast, "benefit_cash")
    if claimed <= 0:
        return worded_sentence("Nothing is claimed, so there is no cash in it.")
    benefit = money(forecast, "benefit", "benefit")
    if cash >= 0.995 * claimed:
        return worded_sentence("All of the {benefit} it claims is cash.", benefit=benefit)
    avoided, freed = over_horizon(forecast, "benefit_cost_avoided"), over_horizon(forecast, "benefit_capacity")
    if cash > 0.005 * claimed:
        return worded_sentence(
            "Of the {benefit} it claims, {cash} is cash; the rest is cost avoided or freed time.",
            benefit=benefit,
            cash=money(forecast, "benefit_cash", "benefit"),
        )
    if freed <= 0:
        return worded_sentence("Nothing of the {benefit} it claims is cash: it is cost avoided.", benefit=benefit)
    if avoided <= 0:
        return worded_sentence("Nothing of the {benefit} it claims is cash: it is freed time.", benefit=benefit)
    return worded_sentence(
        "Nothing of the {benefit} it claims is cash: {avoided} is cost avoided, {freed} freed time.",
        benefit=benefit,
        avoided=money(forecast, "benefit_cost_avoided"),
        freed=money(forecast, "benefit_capacity"),
    )


def deepest(forecast: Forecast) -> Sentence | None:
    """How much is out at most, and when."""
    so_far = forecast["cumulative_net"].median_case[0]
    lowest = float(so_far.min())
    if lowest >= 0:
        return None
    month = int(so_far.argmin()) + 1
    amount = Number("cumulative_net", numbers.money(-lowest), "gap")
    if month == forecast.case.horizon:
        return worded_sentence("{amount} is out at the end, and it has not begun to come back.", amount=amount)
    return worded_sentence(
        "At most {amount} is out, in {month}; after that it begins to come back.",
        amount=amount,
        month=parts.month_name(forecast, month),
    )


def downside(forecast: Forecast) -> Sentence:
    """What is lost when it goes wrong, and how often."""
    found = risk(forecast)
    if forecast["net_benefit"].draws.shape[0] == 1:
        return worded_sentence("Every figure is fixed at one value, so there is no downside to tell.")
    if found.chance_of_loss == 0:
        return worded_sentence(
            "In none of the simulated cases does it lose money; the worst leaves {worst}.",
            worst=Number("net_benefit", numbers.money(found.worst)),
        )
    return worded_sentence(
        "In {odds} cases it loses money, {loss} on average then.",
        odds=Number("net_benefit", numbers.odds(found.chance_of_loss)),
        loss=Number("net_benefit", numbers.money(-found.mean_loss), "gap"),
    )


def present_value(forecast: Forecast) -> Sentence:
    """The present value with its range, at the rate finance uses."""
    npv = forecast["npv"]
    return worded_sentence(
        "At {rate} a year its present value is likely {npv}, in 8 of 10 cases {range}.",
        rate=Number("discount_rate", numbers.percent(forecast["discount_rate"].likely)),
        npv=Number("npv", numbers.money(npv.likely), "gap" if npv.likely < 0 else "benefit"),
        range=numbers.money_range(npv.p10, npv.p90),
    )


def matters(forecast: Forecast) -> Sentence:
    """Which assumption moves it most."""
    return what_matters(Asked(forecast, forecast, forecast)).told[0]


def own_time(forecast: Forecast) -> Sentence | None:
    """The part of the cost that no budget pays."""
    if "learners_time" not in forecast.values or over_horizon(forecast, "learners_time") <= 0:
        return None
    return worded_sentence(
        "{time} of it is the learners’ own time: a cost, but no cash.", time=money(forecast, "learners_time", "gap")
    )


def _opportunity(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (in_cash(forecast), paid_back(forecast), parts.gap_of_a_month(forecast), *parts.told(base, "priority"))


def _idea(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (parts.all_in(forecast), own_time(forecast), deepest(forecast), parts.who_starts(forecast))


def _evidence(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (parts.sure(forecast), downside(forecast), matters(forecast), *parts.told(base, "claim"))


def _ask(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (
        parts.sure(forecast),
        present_value(forecast),
        downside(forecast),
        parts.delay(forecast),
        *parts.told(base, "decides"),
    )


TOLD = parts.by_step(_opportunity, _idea, _evidence, _ask)


def overview(forecast: Forecast) -> parts.Overview:
    """Cash, payback, downside and present value; kinds of money."""
    s, horizon = forecast.summary, forecast.case.horizon
    kinds = kinds_of_money(Asked(forecast, forecast, forecast))
    npv = forecast["npv"]
    figures = (
        (worded("in cash"), money(forecast, "benefit_cash", "benefit")),
        (worded("paid back"), Number("payback_month", numbers.month_of_payback(s.payback_p50, horizon))),
        (
            worded("present value, likely"),
            Number("npv", numbers.money(npv.likely), "gap" if npv.likely < 0 else "benefit"),
        ),
        (
            worded("1 case in 10 is below"),
            Number("net_benefit", numbers.money(s.net_p10), "gap" if s.net_p10 < 0 else "benefit"),
        ),
    )
    sections = (
        parts.Section(worded("What is cash, and what is not"), (in_cash(forecast),), kinds.listed),
        parts.Section(
            worded("When it comes back"), _there(paid_back(forecast), deepest(forecast), present_value(forecast))
        ),
        parts.Section(worded("If it goes wrong"), _there(downside(forecast), parts.sure(forecast))),
        parts.Section(worded("What it costs"), _there(parts.all_in(forecast), own_time(forecast))),
    )
    return parts.Overview(figures, sections, "fan", parts.weak(forecast))


def _there(*told: Sentence | None) -> tuple[Sentence, ...]:
    return tuple(each for each in told if each is not None)
