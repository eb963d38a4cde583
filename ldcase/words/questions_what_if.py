"""What if: fewer use it, it starts later, it does less, it is done the cheapest way; before and after."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case.options import INITIATIVE, NOTHING, PILOT, OptionCase, option_cases
from ldcase.forecast import Forecast
from ldcase.forecast.options import OptionForecast, options
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.question import Asked, Cell, Listed, Reply, Trial
from ldcase.words.sentence import Number, Sentence, worded_sentence

USE, DELAY = "transfer_share", "start_delay"
HALF = 0.5
LATER = 3
"""Months of “three months later”."""
EVERYBODY = 0.999
"""From this share of use at work on, nothing is taken off for those who do not use it."""


def half_use(asked: Asked) -> Reply:
    """Half of those who finish use it at work; half of the assumed share where that is no less already."""
    now = asked.now
    assumption = now.case.assumptions[USE]
    used = assumption.likely
    fewer = HALF if used > HALF + 0.005 else used / 2
    counted = Number(USE, numbers.percent(used, 2))
    first = worded_sentence(
        "The case counts on {share} of those who finish using it at work. If it is only {fewer}:",
        share=counted,
        fewer=numbers.percent(fewer, 2),
    )
    more: tuple[Sentence, ...] = ()
    if used >= EVERYBODY and assumption.grade == "published":
        more = (worded_sentence("The effect was measured at work; those who did not use it are in it already."),)
    return _reply(now, {USE: fewer}, first, more)


def later(asked: Asked) -> Reply:
    """Every cohort starts three months later than planned now."""
    now = asked.now
    delay = now["start_delay"].likely
    upper = now.case.assumptions[DELAY].bounds[1]
    then = delay + LATER if upper is None else min(delay + LATER, upper)
    first = worded_sentence(
        "If every cohort starts three months later, seen over the same {months}:",
        months=numbers.months(now.case.horizon),
    )
    return _reply(now, {DELAY: then}, first)


def half_effect(asked: Asked) -> Reply:
    """Half of the effect that is assumed now."""
    now = asked.now
    first = worded_sentence("If everything comes as planned but the effect is only half of what is assumed:")
    return _reply(now, {EFFECT: now.case.assumptions[EFFECT].likely / 2}, first)


def cheapest(asked: Asked) -> Reply:
    """The cheapest of the options that can be computed, against the initiative."""
    now = asked.now
    currency = now.case.currency
    found = options(now)
    ours = next(each for each in found.options if each.kind == INITIATIVE)
    others = [each for each in found.options if each.kind not in (NOTHING, INITIATIVE, PILOT) and each.forecast]
    own = [each for each in others if each.kind == "cheaper"]
    if not others:
        told = worded_sentence(
            "The case does not say what a cheaper version would be. As it stands it costs {cost} {currency}.",
            cost=Number("cost", numbers.money(now["cost"].likely), "gap"),
            currency=currency,
        )
        weak = worded("Add an option with a cost under idea.options in the case file; it is computed at once.")
        figure = Number("cost", numbers.money(now["cost"].likely), "gap")
        return Reply(figure, (told,), weak=weak, opens=(("options", worded("the options")),))
    best = min(own or others, key=lambda each: each.likely_cost)
    values: dict[str, Cell] = {
        "name": best.name,
        "cost": Number("", numbers.money(best.likely_cost)),
        "currency": currency,
        "ours": Number("cost", numbers.money(ours.likely_cost), "gap"),
    }
    if own:
        told = worded_sentence(
            "The cheapest version the case knows is “{name}”: {cost} {currency} instead of {ours}.", **values
        )
    else:
        told = worded_sentence(
            "The case knows no cheaper programme; the cheapest other way to act is “{name}”: {cost} {currency} instead "
            "of {ours}.",
            **values,
        )
    better = best.mean > ours.mean
    weak = worded("On these figures the cheapest version is the better one.") if better else ""
    version = next(each for each in option_cases(now.case) if each.name == best.name)
    return Reply(
        what_if_money(best.likely_cost),
        (told, _compared(best.likely, ours.likely, best.chance, ours.chance, currency)),
        worded("all in, against {cost}", cost=numbers.money(ours.likely_cost)),
        weak,
        _side_by_side(
            ours.name, best.name, _option_column(ours, now.case.horizon), _option_column(best, now.case.horizon)
        ),
        opens=(("options", worded("all options side by side")),),
        trial=_trial(now, version, best),
    )


def what_if_money(amount: float) -> Number:
    """An amount of a what-if: it is not in the case, so it cannot be asked."""
    return Number("", numbers.money(amount), "gap" if amount < 0 else "plain")


def _reply(now: Forecast, values: Mapping[str, float], first: Sentence, more: tuple[Sentence, ...] = ()) -> Reply:
    after = now.with_case(now.case.what_if(dict(values)))
    before_net, net = now.summary.net_likely, after.summary.net_likely
    weak = ""
    if net < 0 <= before_net:
        weak = worded("Then it does not pay.")
    elif net < 0:
        weak = worded("It does not pay as it stands, nor then.")
    horizon = now.case.horizon
    table = _side_by_side(worded("as it stands"), worded("what if"), _column(now, horizon), _column(after, horizon))
    told = _compared(net, before_net, after.summary.chance, now.summary.chance, now.case.currency)
    return Reply(
        what_if_money(net),
        (first, told, *more),
        worded("net benefit then, likely"),
        weak,
        table,
        trial=Trial(values, after),
        lever=next(iter(values)),
    )


def _compared(net: float, before: float, chance: float, chance_before: float, currency: str) -> Sentence:
    """What would be left, and how often it would pay back, against what stands now."""
    values: dict[str, Cell] = {
        "after": what_if_money(abs(net)),
        "currency": currency,
        "before": Number("net_benefit", numbers.money(before)),
        "odds": numbers.odds(chance),
        "odds_before": Number("net_benefit", numbers.odds(chance_before)),
    }
    lost = net < 0
    if numbers.odds(chance) == numbers.odds(chance_before):
        if lost:
            return worded_sentence(
                "It would likely lose {after} {currency}, where it stands at {before} now, and pay back in "
                "{odds_before} cases, as now.",
                **values,
            )
        return worded_sentence(
            "It would likely leave {after} {currency}, where it stands at {before} now, and pay back in "
            "{odds_before} cases, as now.",
            **values,
        )
    if lost:
        return worded_sentence(
            "It would likely lose {after} {currency}, where it stands at {before} now, and pay back in {odds} cases "
            "instead of {odds_before}.",
            **values,
        )
    return worded_sentence(
        "It would likely leave {after} {currency}, where it stands at {before} now, and pay back in {odds} cases "
        "instead of {odds_before}.",
        **values,
    )


def _side_by_side(one: str, other: str, before: tuple[str, ...], after: tuple[str, ...]) -> Listed:
    names = (
        ("net_benefit", worded("Net benefit, likely")),
        ("net_benefit", worded("in 8 of 10 cases")),
        ("payback_month", worded("Paid back")),
        ("net_benefit", worded("Chance it pays back")),
        ("cost", worded("Cost, all in")),
    )
    rows = tuple((title, Number(name, a), b) for (name, title), a, b in zip(names, before, after, strict=True))
    return Listed(("", one, other), rows, (1, 2))


def _column(f: Forecast, horizon: int) -> tuple[str, ...]:
    s = f.summary
    return (
        numbers.money(s.net_likely),
        numbers.money_range(s.net_p10, s.net_p90),
        numbers.month_of_payback(s.payback_p50, horizon),
        numbers.chance(s.chance),
        numbers.money(f["cost"].likely),
    )


def _option_column(option: OptionForecast, horizon: int) -> tuple[str, ...]:
    assert option.forecast is not None
    return (
        numbers.money(option.likely),
        numbers.money_range(option.quantile(0.1), option.quantile(0.9)),
        numbers.month_of_payback(option.forecast.summary.payback_p50, horizon),
        numbers.chance(option.chance),
        numbers.money(option.likely_cost),
    )


def _trial(now: Forecast, version: OptionCase, computed: OptionForecast) -> Trial | None:
    """What makes the case the option: the values that differ, and its own cost in place of the case's."""
    if version.case is None or computed.forecast is None:
        return None
    priced = (
        {name for name, a in now.case.assumptions.items() if a.path.startswith("idea.costs.")}
        if version.cost
        else set()
    )
    values: dict[str, float | tuple[float, float, float]] = {
        name: other.values
        for name, other in version.case.assumptions.items()
        if name not in priced and other.values != now.case.assumptions[name].values
    }
    values |= {name: value for name, value in version.case.plan.items() if value != now.case.plan[name]}
    return Trial(values, computed.forecast, version.cost)
