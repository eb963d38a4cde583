"""What it costs, when it comes back, what could go wrong, what kind of money it is, what doing nothing costs."""

from __future__ import annotations

from ldcase.forecast import Forecast
from ldcase.forecast.options import options
from ldcase.forecast.risk import risk
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import lowered
from ldcase.words.choice import standing_still
from ldcase.words.question import Asked, Listed, Reply, money, over_horizon
from ldcase.words.sentence import Number, Sentence, worded_sentence
from ldcase.words.verdict import judgement

WORST = 0.05
"""What is called the worst that is still plausible: one case in twenty is worse."""
KINDS = ("benefit_cash", "benefit_cost_avoided", "benefit_capacity")


def cost(asked: Asked) -> Reply:
    """All in, with people's own time; the largest part of it."""
    now = asked.now
    figure = now["cost"]
    parts = [name for name in now.case.catalogue.model["costs"].categories if name in now.values]
    amounts = {name: over_horizon(now, name) for name in parts}
    told = [
        worded_sentence(
            "All in it costs {cost} {currency}, or {each} a learner, with people’s own working time in it.",
            cost=money(now, "cost", "gap"),
            currency=now.case.currency,
            each=money(now, "cost_per_learner", "gap"),
        )
    ]
    if amounts and figure.likely > 0:
        largest = max(amounts, key=lambda name: amounts[name])
        told.append(
            worded_sentence(
                "The largest part of it: {part}, {amount}.",
                part=lowered(worded(now[largest].title)),
                amount=money(now, largest, "gap"),
            )
        )
    weak = ""
    if figure.likely > 0 and amounts.get("learners_time", 0.0) <= 0:
        weak = worded("The time of those who learn is not in it.")
    elif figure.likely > 0 and amounts.get("managers_time", 0.0) <= 0:
        weak = worded("No time of line managers is in it.")
    return Reply(
        money(now, "cost", "gap"),
        tuple(told),
        _spread(figure.p10, figure.p90),
        weak,
        chart="costs",
        opens=(("assumptions", worded("every figure behind it")), ("options", worded("other ways to act"))),
    )


def payback(asked: Asked) -> Reply:
    """The month by which half of the cases are paid back, and how sure that is."""
    now = asked.now
    return Reply(
        Number("payback_month", numbers.month_of_payback(now.summary.payback_p50, now.case.horizon)),
        (paid_back(now), judgement(now).sentence),
        chart="fan",
        opens=(("finance", worded("present value and returns")),),
    )


def paid_back(now: Forecast) -> Sentence:
    """By when it is paid back, in how many cases."""
    s, horizon = now.summary, now.case.horizon
    month = Number("payback_month", numbers.month_of_payback(s.payback_p50, horizon))
    within = numbers.months(horizon)
    if s.nothing_happens:
        return worded_sentence("Nothing is spent and nothing gained within {horizon}.", horizon=within)
    if s.payback_p50 > horizon:
        return worded_sentence("Half of the cases are not paid back within {horizon}.", horizon=within)
    if s.payback_p90 > horizon:
        return worded_sentence(
            "Half of the cases are paid back by {month}; more than 1 in 10 is not within {horizon}.",
            month=month,
            horizon=within,
        )
    return worded_sentence(
        "Half of the cases are paid back by {month}, 8 of 10 between {first} and {last}.",
        month=month,
        first=numbers.month_of_payback(s.payback_p10, horizon),
        last=numbers.month_of_payback(s.payback_p90, horizon),
    )


def worst(asked: Asked) -> Reply:
    """One case in twenty, one in ten, the worst tenth on average, and the loss if it had no effect at all."""
    now = asked.now
    net, down = now["net_benefit"], risk(now)
    low = net.quantile(WORST)
    figure = Number("net_benefit", numbers.money(low), "gap" if low < 0 else "benefit")
    nothing = worded_sentence(
        "If it had no effect at all, {cost} {currency} would be lost.",
        cost=money(now, "cost", "gap"),
        currency=now.case.currency,
    )
    if net.draws.shape[0] == 1:
        told = worded_sentence("Every figure is fixed at one value, so the case knows no worse one.")
        weak = worded("Say how far each figure may be off; only then can the worst be told.")
        return Reply(figure, (told, nothing), weak=weak, opens=(("assumptions", worded("every figure")),))
    told_low, told_tenth = numbers.apart(low, net.p10, numbers.money)
    told = worded_sentence(
        "In 1 of 20 cases the net benefit is below {low} {currency}, in 1 of 10 below {tenth}; the worst tenth comes "
        "to {mean} on average.",
        low=Number("net_benefit", told_low, figure.tone),
        currency=now.case.currency,
        tenth=Number("net_benefit", told_tenth),
        mean=Number("net_benefit", numbers.money(down.worst_tenth)),
    )
    loss = worded_sentence(
        "It loses money in {odds} cases.", odds=Number("net_benefit", numbers.odds(down.chance_of_loss))
    )
    return Reply(
        figure,
        (told, loss, nothing),
        worded("net benefit; 1 case in 20 is worse"),
        chart="dots",
        opens=(("finance", worded("the downside, scenarios")),),
    )


def cash(asked: Asked) -> Reply:
    """The claimed benefit by kind of money; whether cash alone covers the cost."""
    now = asked.now
    amounts = {name: over_horizon(now, name) for name in KINDS}
    claimed, spent = now["benefit"].likely, now["cost"].likely
    own_time = over_horizon(now, "learners_time") if "learners_time" in now.values else 0.0
    share = amounts["benefit_cash"] / claimed if claimed > 0 else 0.0
    told: list[Sentence] = []
    if claimed > 0:
        told.append(
            worded_sentence(
                "Of the claimed benefit of {benefit} {currency}, {cash} is cash: {share}.",
                benefit=money(now, "benefit", "benefit"),
                currency=now.case.currency,
                cash=money(now, "benefit_cash", "benefit"),
                share=numbers.percent(share, 2),
            )
        )
    else:
        told.append(worded_sentence("Nothing is claimed, so nothing of it is cash."))
    if own_time > 0:
        told.append(
            worded_sentence(
                "Of the cost of {cost}, {time} is the learners’ own time, which no budget pays.",
                cost=money(now, "cost", "gap"),
                time=money(now, "learners_time", "gap"),
            )
        )
    weak = worded("In cash alone it does not earn back what it costs.") if amounts["benefit_cash"] < spent else ""
    names = (worded("cash"), worded("cost avoided"), worded("freed capacity"))
    meant = (
        worded("comes in, or is not paid out"),
        worded("would have come, and does not"),
        worded("time, counted only where an owner says what it becomes"),
    )
    rows = tuple(
        (name, what, money(now, each)) for name, what, each in zip(names, meant, KINDS, strict=True) if amounts[each]
    )
    heads = (worded("kind of money"), worded("what it is"), worded("over the horizon"))
    return Reply(
        money(now, "benefit_cash", "benefit"),
        tuple(told),
        worded("in cash, {share} of the claimed benefit", share=numbers.percent(share, 2)) if claimed > 0 else "",
        weak,
        Listed(heads, rows, (2,)) if len(rows) > 1 else None,
        opens=(("finance", worded("for finance")),),
    )


def nothing(asked: Asked) -> Reply:
    """What the gap costs a month, over the horizon, and what a month of waiting costs."""
    now = asked.now
    gap, delay = now["gap_cost"].likely, now.summary.delay_cost
    figure = Number("gap_cost", numbers.money(gap), "gap" if gap > 0 else "plain")
    told = [standing_still(options(now), now.case.horizon, now.case.currency)]
    if gap > 0:
        told.append(
            worded_sentence(
                "Of {gap} a month, {able} is a matter of skill; only that part could training close.",
                gap=figure,
                able=money(now, "gap_cost_able", "benefit"),
            )
        )
    weak = ""
    if delay > 0.5 and now["net_benefit"].mean >= 0:
        told.append(
            worded_sentence(
                "Each month of waiting costs {delay} of net benefit within the horizon.",
                delay=Number("start_delay", numbers.money(delay), "gap"),
            )
        )
    elif gap > 0:
        weak = worded("On these figures waiting with this programme costs nothing.")
    return Reply(
        figure,
        tuple(told),
        worded("{currency} a month", currency=now.case.currency),
        weak or ("" if gap > 0 else worded("There is no gap on these figures.")),
        opens=(("options", worded("the options side by side")), ("diagnosis", worded("why there is a gap"))),
    )


def _spread(low: float, high: float) -> str:
    first, last = numbers.money(low), numbers.money(high)
    return "" if first == last else worded("{low} to {high} in 8 of 10 cases", low=first, high=last)
