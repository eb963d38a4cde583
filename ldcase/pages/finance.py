"""The panel for finance: conventions, kinds of money, returns, the downside, scenarios, and what moves the result."""

from __future__ import annotations

import math
from collections.abc import Callable

from markupsafe import Markup

from ldcase.case import MetricUse
from ldcase.forecast import Forecast
from ldcase.forecast.finance import finance
from ldcase.forecast.risk import risk
from ldcase.forecast.scenarios import cautious_and_hopeful, scenarios
from ldcase.forecast.widening import OPINION, OVERCONFIDENCE, widened
from ldcase.language import marked, worded
from ldcase.pages import practitioner, sensitivity
from ldcase.pages.ask import returns
from ldcase.pages.markup import NOTHING, action, asked, element, filled, joined, paragraph, row, table
from ldcase.pages.notices import finding
from ldcase.pages.panel import Standing
from ldcase.words import isolation, numbers
from ldcase.words.answer import exact
from ldcase.words.conventions import conventions
from ldcase.words.likely_case import explained
from ldcase.words.sentence import beside

KINDS = {
    "cash": (marked("Cash"), "benefit_cash", marked("money that comes in or is not paid out")),
    "cost avoided": (marked("Cost avoided"), "benefit_cost_avoided", marked("cost that would have come and does not")),
    "capacity": (marked("Capacity"), "benefit_capacity", marked("time freed, counted only with an owner and a use")),
}
"""The kinds of money by their names in the catalogue: a title, the quantity, and what it is."""


def panel(at: Standing, part: str = "") -> Markup:
    """Everything finance asks for."""
    now = at.now
    apart = explained(now, "net_benefit", numbers.money)
    return joined(
        (
            element("h2", worded("For finance")),
            element("p", conventions(now), class_="help"),
            returns(now),
            NOTHING if apart is None else paragraph((apart,)),
            _measures(now),
            element("h3", worded("What kind of money it is")),
            _kinds(now),
            element("h3", worded("What is the programme’s own")),
            _own_part(now),
            element("h3", worded("If it goes wrong")),
            _downside(now),
            element("h3", worded("Scenarios side by side")),
            _scenarios(now),
            *sensitivity.sections(now),
            *practitioner.sections(now),
            _to_check(now),
        )
    )


def _measures(now: Forecast) -> Markup:
    """What is of the likely case only: index, modified rate, discounted payback, yearly value; why one is missing."""
    found = finance(now)
    horizon = now.case.horizon

    def told(value: float | None, write: Callable[[float], str]) -> str:
        return worded("none") if value is None else write(value)

    back = found.discounted_payback_month
    rows = (
        (
            asked(worded("Profitability index"), "npv"),
            told(found.profitability_index, numbers.ratio),
            worded("present value earned for each unit spent"),
        ),
        (
            asked(worded("Modified internal rate of return, a year"), "net_by_month"),
            told(found.mirr, numbers.percent),
            worded("reinvested at the discount rate"),
        ),
        (
            asked(worded("Discounted payback"), "net_by_month"),
            numbers.month_of_payback(horizon + 1 if back is None else math.ceil(back), horizon),
            "",
        ),
        (
            asked(worded("Value as an even amount a year"), "npv"),
            numbers.money(found.equivalent_annual_value, 3),
            worded("worth the same as the NPV"),
        ),
    )
    missing = [each for each in found.findings if each.severity != "error"]
    return joined(
        (
            table((worded("likely case"), "", ""), rows, numeric=(1,)),
            _payback(now),
            element("ul", *(finding(each) for each in missing), class_="findings") if missing else NOTHING,
        )
    )


def _payback(now: Forecast) -> Markup:
    """The month of payback that the workbook tells, and that of the likely case where it is another one."""
    horizon = now.case.horizon
    middle, likely = (
        numbers.month_of_payback(x, horizon) for x in (now.summary.payback_p50, now.summary.payback_likely)
    )
    half = worded(
        "{month}, the first month from which half of the simulated cases stay ahead; there the middle line crosses "
        "zero."
    )
    never = worded("{month}: fewer than half of the simulated cases are by then.")
    other = worded(
        "In the likely case, with every figure at its likely value, it is {month}; the Excel twin computes that.",
        month=likely,
    )
    told = filled(
        half if now.summary.payback_p50 <= horizon else never,
        month=asked(worded("Paid back: {month}", month=middle), "payback_month"),
    )
    return element("p", told, f" {other}" if likely != middle else "")


def over_horizon(now: Forecast, name: str) -> tuple[float, float, float]:
    """A monthly amount added up over the horizon: likely, P10, P90, in money."""
    import numpy as np

    figure = now[name]
    months = now.case.horizon
    draws = np.broadcast_to(figure.draws, (figure.draws.shape[0], months)).sum(axis=1)
    likely = np.broadcast_to(figure.median_case, (1, months)).sum()
    return float(likely), float(np.quantile(draws, 0.1)), float(np.quantile(draws, 0.9))


def _kinds(now: Forecast) -> Markup:
    """Cash, cost avoided and capacity, apart; each with its metrics; what is left out of the total."""
    rows: list[Markup] = []
    for kind, (title, name, what) in KINDS.items():
        used = [use for use in now.case.metrics if use.kind == kind]
        head = joined((asked(worded(title), name), _small(worded(what))))
        rows.append(_amounts(head, over_horizon(now, name)))
        rows += [_amounts(_metric(use), over_horizon(now, use.benefit)) for use in used]
        rows += [_twice(now, part) for part in now.case.formula(name).expression.names if part.startswith("overlap_")]
    benefit = now["benefit"]
    total = _amounts(asked(worded("Claimed benefit"), "benefit"), (benefit.likely, benefit.p10, benefit.p90), "total")
    heads = (worded("over the horizon"), worded("likely case"), "P10", "P90")
    return table(heads, joined((*rows, total)), numeric=(1, 2, 3))


def _amounts(head: Markup, amounts: tuple[float, float, float], class_: str = "") -> Markup:
    cells = (element("td", numbers.money(amount, 3), class_="number") for amount in amounts)
    return element("tr", element("td", head), *cells, class_=class_)


def _metric(use: MetricUse) -> Markup:
    """A metric within its kind; of capacity, who turns it into what."""
    told = ""
    if use.kind == "capacity":
        owned = use.becomes is not None and use.counts
        told = (
            beside(worded("becomes {what}", what=use.becomes.what), use.becomes.owner)
            if owned and use.becomes is not None
            else worded("not in the total: nobody has said yet what the freed time becomes")
        )
    return element("span", asked(worded(use.title), use.benefit), _small(told) if told else NOTHING, class_="within")


def _twice(now: Forecast, name: str) -> Markup:
    """What two metrics count both, taken off."""
    likely, low, high = over_horizon(now, name)
    head = element("span", asked(worded("Counted twice, taken off"), name), class_="within")
    return _amounts(head, (-likely, -high, -low))


def _small(text: str) -> Markup:
    return joined((Markup("<br>"), element("small", text, class_="soft")))


def _own_part(now: Forecast) -> Markup:
    """The share of a change that is claimed for the programme, and how it is told apart from the rest."""
    share = now[isolation.SHARE]
    whole = share.draws.max() == share.draws.min() == 1
    told = worded("All") if whole else numbers.percent(share.likely)
    claimed = worded("{share} of the improvement is claimed for the programme.")
    claims = filled(claimed, share=asked(told, isolation.SHARE))
    return element("p", claims, " ", isolation.told_apart(now.case))


def _downside(now: Forecast) -> Markup:
    found = risk(now)
    if found.chance_of_loss == 0:
        told = worded("In none of {draws} simulated cases does it lose money; the worst leaves {worst} {currency}.")
        worst = asked(numbers.money(found.worst), "net_benefit")
        return element("p", filled(told, draws=numbers.plain(now.draws, 7), worst=worst, currency=now.case.currency))
    rows = (
        (worded("Chance of a loss"), numbers.chance(found.chance_of_loss), worded("net benefit below zero at the end")),
        (
            worded("The loss when it comes, on average"),
            numbers.money(found.mean_loss),
            worded("the mean of those cases"),
        ),
        (
            worded("What the downside takes off the mean"),
            numbers.money(found.expected_loss),
            worded("chance times loss"),
        ),
        (worded("The worst tenth, on average"), numbers.money(found.worst_tenth), worded("expected shortfall at 10 %")),
        (worded("The worst simulated case"), numbers.money(found.worst), ""),
    )
    return table(("", "", ""), ((name, asked(value, "net_benefit"), what) for name, value, what in rows), numeric=(1,))


def _scenarios(now: Forecast) -> Markup:
    """As it stands, the main figures all at their worse and better ends, and opinions as wide as they should be."""
    named = cautious_and_hopeful(now)
    if not any(named.values()):
        return element("p", worded("Every figure is fixed, so there is nothing to vary."))
    found = [(each.name, each.forecast) for each in scenarios(now, named)]
    if any(a.grade == OPINION and not a.fixed for a in now.case.assumptions.values()):
        found.append((worded("Wider opinions"), now.with_case(widened(now.case))))
    horizon = now.case.horizon
    lines: tuple[tuple[str, str, Callable[[Forecast], str]], ...] = (
        (worded("Net benefit, likely"), "net_benefit", lambda f: numbers.money(f.summary.net_likely)),
        (worded("8 of 10 cases"), "net_benefit", lambda f: numbers.money_range(f.summary.net_p10, f.summary.net_p90)),
        (worded("Pays back in"), "net_benefit", lambda f: numbers.chance(f.summary.chance)),
        (
            worded("Paid back, half of the cases"),
            "payback_month",
            lambda f: numbers.month_of_payback(f.summary.payback_p50, horizon),
        ),
    )
    numeric = range(1, 2 + len(found))
    rows = [
        row((title, asked(write(now), name), *(write(f) for _, f in found)), numeric=numeric)
        for title, name, write in lines
    ]
    for name in next(iter(named.values())):
        form = now[name].format
        cells = (asked(exact(now[name].likely, form), name), *(exact(f[name].likely, form) for _, f in found))
        rows.append(row((element("span", worded(now[name].title), class_="soft"), *cells), numeric=numeric))
    told = worded(
        "Cautious and hopeful: the figures that move the result most, all at their worse or all at their better end; "
        "either is rarer than one in ten. Wider opinions: every range graded as opinion {factor} times as wide, the "
        "overconfidence measured by Speirs-Bridge et al. (2010).",
        factor=numbers.plain(OVERCONFIDENCE),
    )
    return joined(
        (
            table(("", worded("As it stands"), *(worded(name) for name, _ in found)), joined(rows), numeric=numeric),
            element("p", element("small", told, class_="soft")),
        )
    )


def _to_check(now: Forecast) -> Markup:
    """What the checks of the case found: overlaps, double counts, unsound figures."""
    found = [each for each in now.case.findings if each.severity != "error"]
    content = (
        element("ul", *(finding(each) for each in found), class_="findings")
        if found
        else element("p", worded("The checks for double counting, mixed units and unsound figures found nothing."))
    )
    change = element("p", action(worded("All assumptions"), "assumptions", class_="button"), class_="row")
    return joined((element("h3", worded("What the checks found")), content, change))
