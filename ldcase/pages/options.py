"""The panel of options: every way to act on the same draws, doing nothing among them, side by side."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case.options import INITIATIVE, NOTHING, PILOT
from ldcase.forecast.options import OptionForecast, options
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING as EMPTY
from ldcase.pages.markup import asked, column_head, element, joined, sentence
from ldcase.pages.notices import finding
from ldcase.pages.panel import Standing
from ldcase.words import numbers
from ldcase.words.choice import best_on_average, choice, standing_still
from ldcase.words.sentence import ended

HEADS = (
    marked("way to act"),
    marked("cost"),
    marked("net benefit, 8 of 10 cases"),
    marked("pays back in"),
    marked("paid back"),
    marked("against the initiative"),
)
KINDS = {
    INITIATIVE: marked("the initiative"),
    NOTHING: "",
    "cheaper": marked("cheaper"),
    "non-training": marked("non-training"),
    PILOT: marked("pilot then decide"),
}
"""How each kind of option is told; doing nothing is told by its own name."""


def panel(at: Standing, part: str = "") -> Markup:
    """The options of the case."""
    found = options(at.now)
    case = at.now.case
    best = best_on_average(found)
    rows = joined(_row(option, option is best, case.horizon) for option in found.options)
    heads = element("tr", *(column_head(worded(text), class_="number" if k else "") for k, text in enumerate(HEADS)))
    described = (
        element("p", worded("Only described, not computed: {listed}", listed=ended(", ".join(found.described))))
        if found.described
        else EMPTY
    )
    findings = (
        element("ul", *(finding(each) for each in found.findings), class_="findings") if found.findings else EMPTY
    )
    return joined(
        (
            element("h2", worded("The options side by side")),
            element("p", sentence(choice(found, case.currency)), class_="help"),
            element("table", element("thead", heads), element("tbody", rows), class_="options"),
            element("p", sentence(standing_still(found, case.horizon, case.currency))),
            described,
            findings,
            element(
                "p",
                element(
                    "small",
                    worded(
                        "All in {currency} over {horizon}, against doing nothing, undiscounted, on the same {draws} "
                        "simulated cases, so differences come from the options, not from chance. A pilot is computed "
                        "as if it told the truth, which is the most it can be worth.",
                        currency=case.currency,
                        horizon=numbers.months(case.horizon),
                        draws=numbers.plain(at.now.draws, 7),
                    ),
                    class_="soft",
                ),
            ),
        )
    )


def _row(option: OptionForecast, best: bool, horizon: int) -> Markup:
    initiative = option.kind == INITIATIVE
    kind = worded(KINDS[option.kind])
    low, high = option.quantile(0.1), option.quantile(0.9)
    net = numbers.money_range(low, high)
    cost = numbers.money(option.likely_cost)
    chance = "–" if option.kind == NOTHING else numbers.chance(option.chance)
    cells = (
        asked(cost, "cost") if initiative else cost,
        joined(
            (
                asked(net, "net_benefit") if initiative else net,
                _beside(worded("likely {likely}", likely=numbers.money(option.likely))),
            )
        ),
        chance,
        _paid_back(option, horizon),
        _difference(option),
    )
    named = joined(
        (
            element("b", worded(option.name)),
            element("span", kind, class_="grade") if kind else EMPTY,
            element("span", worded("best on average"), class_="grade") if best else EMPTY,
            _beside(option.what),
            _beside(
                worded("Goes on in {goes_on} cases.", goes_on=numbers.odds(option.goes_on))
                if option.kind == PILOT
                else ""
            ),
        )
    )
    return element(
        "tr",
        element("td", named),
        *(element("td", cell, class_="number") for cell in cells),
        class_="initiative" if initiative else "",
    )


def _paid_back(option: OptionForecast, horizon: int) -> Markup:
    if option.kind in (NOTHING, PILOT) or option.forecast is None:
        return Markup("–")
    text = numbers.month_of_payback(option.forecast.summary.payback_p50, horizon)
    return asked(text, "payback_month") if option.kind == INITIATIVE else element("span", text)


def _difference(option: OptionForecast) -> Markup:
    """What it leaves more or less than the initiative, draw by draw."""
    if option.kind == INITIATIVE:
        return Markup("–")
    mean = float(option.difference.mean())
    tone = "gap" if mean < 0 else "benefit"
    better = worded(
        "better in {better_than_initiative}", better_than_initiative=numbers.odds(option.better_than_initiative)
    )
    return joined((element("span", numbers.signed_money(mean), class_=tone), _beside(better)))


def _beside(text: str) -> Markup:
    return joined((Markup("<br>"), element("small", text, class_="soft"))) if text else EMPTY
