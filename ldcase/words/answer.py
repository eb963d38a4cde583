"""Where does this number come from? The formula with the numbers filled in, and the sources and owners behind it."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.case import Assumption
from ldcase.forecast import Figure, Forecast
from ldcase.formulas.words import in_words
from ldcase.words import numbers

CALENDAR = {
    "month": "the month",
    "age": "months since the start",
    "one_month": "one month",
    "one_year": "one year",
    "months_per_year": "12",
    "minutes_per_hour": "60",
}
"""Words for the built-in names of the language."""


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

    ``formula`` is in words, ``filled`` the same with numbers; both are empty for an assumption. ``ingredients`` are the direct parts,
    ``sources`` every assumption behind it in the order of the case.
    """

    name: str
    title: str
    value: str
    spread: str
    unit: str
    when: str
    formula: str
    filled: str
    text: str
    help: str
    place: str
    ingredients: tuple[Ingredient, ...]
    sources: tuple[Source, ...]


def written(figure: Figure, value: float | None = None) -> str:
    """A figure's value in its own format, with three significant figures."""
    amount = figure.likely if value is None else value
    form = figure.format or "number"
    if form == "money":
        return numbers.money(amount, 3)
    return numbers.write(amount, form)


def answer(forecast: Forecast, name: str) -> Answer:
    """Explain a quantity.

    Parameters
    ----------
    name
        Dotted name of an assumption, a plan value or a formula; `KeyError` names the nearest for any other.
    """
    figure = forecast[name]
    case = forecast.case
    assumption = case.assumptions.get(name)
    spread = (
        ""
        if figure.p10 == figure.p90
        else f"{written(figure, figure.p10)} to {written(figure, figure.p90)} in 8 of 10 cases"
    )
    when = f"in month {case.horizon}" if figure.monthly else ""
    if assumption is not None or name in case.plan:
        note = assumption.help if assumption is not None else "From the plan of the cohorts."
        sources = (source(assumption),) if assumption is not None else ()
        return Answer(name, figure.title, written(figure), spread, figure.unit, when, "", "", "", note, "", (), sources)
    formula = case.formula(name)
    behind = case.graph.ancestors((name,))
    return Answer(
        name,
        figure.title,
        written(figure),
        spread,
        figure.unit,
        when,
        in_words(formula.expression, lambda part: words_of(forecast, part)),
        in_words(formula.expression, lambda part: filled(forecast, part)),
        formula.expression.text,
        formula.help,
        str(formula.place),
        tuple(ingredient(forecast, part) for part in dict.fromkeys(formula.expression.names) if part not in CALENDAR),
        tuple(source(a) for a in case.assumptions.values() if a.name in behind),
    )


def words_of(forecast: Forecast, name: str) -> str:
    """Words for a name in a formula."""
    return CALENDAR.get(name) or lowered(forecast[name].title)


def filled(forecast: Forecast, name: str) -> str:
    """The value for a name in a formula, in the median case and the last month."""
    if name in ("month", "age"):
        horizon = forecast.case.horizon
        return str(horizon if name == "month" else horizon - 1)
    if name in CALENDAR:
        return CALENDAR[name].replace("one month", "1").replace("one year", "1")
    return written(forecast[name])


def lowered(title: str) -> str:
    """A title within a sentence: first letter small unless the word is an abbreviation."""
    return title if len(title) > 1 and title[1].isupper() else title[:1].lower() + title[1:]


def ingredient(forecast: Forecast, name: str) -> Ingredient:
    """One direct part of a figure."""
    figure = forecast[name]
    kind = "assumption" if name in forecast.case.assumptions else "plan" if name in forecast.case.plan else "formula"
    return Ingredient(name, figure.title, written(figure), kind)


def source(assumption: Assumption) -> Source:
    """Who stands behind an assumption."""

    def write(value: float) -> str:
        return (
            numbers.money(value, 3)
            if assumption.format == "money"
            else numbers.write(value, assumption.format or "number")
        )

    return Source(
        assumption.name,
        assumption.title,
        write(assumption.likely),
        write(assumption.low),
        write(assumption.high),
        assumption.source,
        assumption.owner,
        assumption.grade,
        assumption.note,
        assumption.sample,
    )
