"""Where does this number come from? The formula with the numbers filled in, and the sources and owners behind it."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import Assumption
from ldcase.forecast import Figure, Forecast
from ldcase.formulas.names import BUILT_IN
from ldcase.formulas.syntax import Call, Expression, Name, walk
from ldcase.formulas.words import in_words
from ldcase.language import marked, speech, worded
from ldcase.words import isolation, numbers

_OVER_MONTHS = frozenset({"since", "stock", "cumulative", "sum_over_months", "max_over_months"})
"""Functions that read a whole row of months, so that one month's value would not explain them."""
_CAPITAL = frozenset({"de"})
"""Languages in which a title keeps its capital within a sentence, since most begin with a noun."""


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One quantity a figure is made of: its name, words, value as text, and whether it can be asked in turn."""

    name: str
    title: str
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who stands behind an assumption."""

    name: str
    title: str
    value: str
    low: str
    high: str
    source: str
    owner: str
    grade: str
    note: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """All there is to say of one figure.

    ``formula`` is in words, ``filled`` the same with numbers of the median case; both are empty for an assumption.
    ``result`` is what that comes to: the value, but for the month of payback, which is told as the middle of the draws.
    ``ingredients`` are the direct parts, ``sources`` every assumption behind it in the order of the case. ``method``
    says how a figure was told apart from everything else, where a case states that.
    """

    name: str
    title: str
    value: str
    spread: str
    unit: str
    when: str
    formula: str
    filled: str
    result: str
    text: str
    help: str
    place: str
    ingredients: tuple[Ingredient, ...]
    sources: tuple[Source, ...]
    method: str = ""


def written(figure: Figure, value: float | None = None) -> str:
    """A figure's value (the one of the median case if none is given) in its own format."""
    return exact(figure.likely if value is None else value, figure.format)


def exact(value: float, form: str) -> str:
    """A value in a format, with three significant figures; small amounts of money with their cents."""
    if form == "money":
        return numbers.plain(value, 3, 2) if abs(value) < 100 else numbers.money(value, 3)
    return numbers.write(value, form or "number")


def answer(forecast: Forecast, name: str) -> Answer:
    """Explain a quantity.

    Parameters
    ----------
    name
        Dotted name of an assumption, a plan value or a formula; `KeyError` names the nearest for any other.
    """
    figure = forecast[name]
    case = forecast.case
    result = written(figure)
    value, spread, when = (
        result,
        _spread(figure),
        worded("in month {month}", month=case.horizon) if figure.monthly else "",
    )
    if name == "payback_month":
        result = numbers.month_of_payback(figure.likely, case.horizon)
        value, spread, when = _month_of_payback(forecast)
    if name not in case.formulas:
        assumption = case.assumptions.get(name)
        told = worded(assumption.help) if assumption is not None else worded("From the plan of the cohorts.")
        sources = (source(assumption),) if assumption is not None else ()
        method = isolation.told_apart(case) if name == isolation.SHARE else ""
        said = (name, worded(figure.title), value, spread, figure.unit, when)
        return Answer(*said, "", "", result, "", told, "", (), sources, method)
    formula = case.formula(name)
    behind = case.graph.ancestors((name,))
    rows = _read_over_months(formula.expression)
    return Answer(
        name,
        worded(figure.title),
        value,
        spread,
        figure.unit,
        when,
        in_words(formula.expression, lambda part: lowered(worded(forecast[part].title))),
        in_words(formula.expression, lambda part: _filled(forecast, part, part in rows)),
        result,
        formula.expression.text,
        worded(formula.help),
        str(formula.place),
        tuple(ingredient(forecast, part) for part in dict.fromkeys(formula.expression.names) if part not in BUILT_IN),
        tuple(source(a) for a in case.assumptions.values() if a.name in behind),
    )


def _spread(figure: Figure) -> str:
    low, high = written(figure, figure.p10), written(figure, figure.p90)
    return "" if low == high else worded("{low} to {high} in 8 of 10 cases", low=low, high=high)


def _month_of_payback(forecast: Forecast) -> tuple[str, str, str]:
    """The month by which half of the draws are paid back, its spread, what it is; beyond the horizon is no month."""
    figure, horizon = forecast["payback_month"], forecast.case.horizon
    low, middle, high = (numbers.month_of_payback(value, horizon) for value in (figure.p10, figure.p50, figure.p90))
    when = worded("half of the cases by then") if figure.p50 <= horizon else ""
    if low == high:
        return middle, "", ""
    if figure.p90 > horizon:
        return middle, worded("in 9 of 10 cases not before {month}", month=low), when
    return middle, worded("{low} to {high} in 8 of 10 cases", low=low, high=high), when


def _read_over_months(expression: Expression) -> frozenset[str]:
    """Names of which a formula reads the whole row of months."""
    calls = (node for node in walk(expression.root) if isinstance(node, Call) and node.function in _OVER_MONTHS)
    return frozenset(first.name for call in calls if isinstance(first := call.arguments[0], Name))


def _filled(forecast: Forecast, name: str, whole_row: bool) -> str:
    """The value for a name in a formula, median case, last month; both ends of a row of months that is read whole."""
    figure = forecast[name]
    if not (whole_row and figure.monthly):
        return written(figure)
    first = written(figure, float(figure.median_case[0, 0]))
    return worded(
        "{quantity} ({first} in month 1, {last} in month {month})",
        quantity=lowered(worded(figure.title)),
        first=first,
        last=written(figure),
        month=forecast.case.horizon,
    )


def lowered(title: str) -> str:
    """A title within a sentence: first letter small unless the word is an abbreviation, or the language wants it."""
    if speech().language in _CAPITAL:
        return title
    return title if len(title) > 1 and title[1].isupper() else title[:1].lower() + title[1:]


def ingredient(forecast: Forecast, name: str) -> Ingredient:
    """One direct part of a figure."""
    figure = forecast[name]
    kind = marked("formula")
    if name in forecast.case.assumptions:
        kind = marked("assumption")
    elif name in forecast.case.plan:
        kind = marked("plan")
    return Ingredient(name, worded(figure.title), written(figure), kind)


def source(assumption: Assumption) -> Source:
    """Who stands behind an assumption."""
    low, likely, high = (exact(value, assumption.format) for value in assumption.values)
    return Source(
        assumption.name,
        worded(assumption.title),
        likely,
        low,
        high,
        worded(assumption.source),
        assumption.owner,
        assumption.grade,
        assumption.note,
        assumption.sample,
    )
