"""The strip that never scrolls away: five figures, and never more."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.pilot_results import results
from ldcase.forecast import Forecast
from ldcase.forecast.summary import Summary
from ldcase.language import worded, worded_many
from ldcase.pages.markup import NOTHING, action, element, joined
from ldcase.words import numbers


def bottom_line(now: Forecast, opened: Forecast, since: str, own: tuple[str, str, str, str] | None = None) -> Markup:
    """Net benefit, payback, chance, break-even, and the change since the session began.

    Parameters
    ----------
    now, opened
        The forecast as it is and as it was when the session began.
    since
        The time of day the session began, as text.
    own
        What a lens shows in the place of the break-even: label, value, what stands beside it, the quantity it asks.
    """
    s = now.summary
    case = now.case
    horizon = case.horizon
    moved = s.net_likely - opened.summary.net_likely
    changes = differing(now.case, opened.case)
    return joined(
        (
            _figure(
                _what(case),
                numbers.money_range(s.net_p10, s.net_p90),
                worded("likely case {money}", money=numbers.money(s.net_likely)),
                "net_benefit",
                "gap" if s.net_p90 < 0 else "",
            ),
            *(_nothing() if s.nothing_happens else _back(s, horizon))[: 2 if own else 3],
            *((_figure(*own),) if own else ()),
            _figure(
                worded("Since {since}", since=since),
                numbers.signed_money(moved) if changes else worded("no change"),
                worded_many("{n} change", "{n} changes", changes, n=changes) if changes else "",
                "",
                "" if abs(moved) < 0.5 else "gap" if moved < 0 else "benefit",
            ),
        )
    )


def _what(case: Case) -> str:
    """What the first figure is; with results of a pilot also which side of it the case is shown from."""
    told = worded("Net benefit over {months}, {currency}", months=numbers.months(case.horizon), currency=case.currency)
    found = results(case.document)
    if found is None:
        return told
    side = worded("after the pilot") if found.counts else worded("before the pilot")
    return f"{told}, {side}"


def _back(s: Summary, horizon: int) -> tuple[Markup, Markup, Markup]:
    """By when it is paid back, how sure that is, and what it takes."""
    even = s.break_even_effect
    month = numbers.month_of_payback(s.payback_p50, horizon)
    return (
        _figure(worded("Paid back"), month, _months_between(s.payback_p10, s.payback_p90, horizon), "payback_month"),
        _figure(worded("Chance it pays back"), numbers.chance(s.chance), "", "net_benefit"),
        _figure(
            worded("Breaks even at"),
            worded("no effect does") if even is None else numbers.percent(even, 3 if 0.95 < even < 1.05 else 2),
            "" if even is None else worded("of the effect"),
            "effect_achieved",
        ),
    )


def _nothing() -> tuple[Markup, Markup, Markup]:
    """The same where nothing is spent and nothing gained."""
    return (
        _figure(worded("Paid back"), worded("nothing happens"), "", "payback_month"),
        _figure(worded("Chance it pays back"), worded("none"), "", "net_benefit"),
        _figure(worded("Breaks even at"), worded("nowhere"), "", "effect_achieved"),
    )


def differing(one: Case, other: Case) -> int:
    """How many assumptions and figures of the plan differ between two versions of a case."""
    both = ((each, other.assumptions.get(name)) for name, each in one.assumptions.items())
    assumptions = sum(a is not b and a.values != b.values for a, b in both if b is not None)
    return assumptions + sum(other.plan.get(name) != value for name, value in one.plan.items())


def _months_between(low: float, high: float, horizon: int) -> str:
    if low > horizon:
        return ""
    first, last = f"{round(low)}", f"{round(high)}" if high <= horizon else worded("never")
    return "" if first == last else f"{first}–{last}"


def _figure(label: str, value: str, beside: str, name: str, tone: str = "") -> Markup:
    small = joined((Markup(" "), element("em", beside))) if beside else NOTHING
    content = joined((element("small", label), element("strong", value, class_=tone), small))
    asks = element("button", content, type="button", data_ask=name)
    return element("div", asks if name else action(content, "changed", "opened", class_="", opens=True))
