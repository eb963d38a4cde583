"""The drawer that says where a number comes from."""

from __future__ import annotations

from markupsafe import Markup, escape

from ldcase.forecast import Forecast
from ldcase.pages.markup import NOTHING, asked, element, joined, table
from ldcase.pages.reference import whole_chapter
from ldcase.words.answer import Answer, Ingredient, Source, answer


def drawer(forecast: Forecast, name: str, trail: tuple[str, ...] = (), before: Markup = NOTHING) -> Markup:
    """What stands behind a quantity.

    Parameters
    ----------
    name
        The quantity asked for.
    trail
        The quantities asked on the way here, oldest first; they lead back.
    before
        What leads back to where the way began.
    """
    said = answer(forecast, name)
    return joined(
        (
            element(
                "nav", before, *(_back(forecast, each) for each in trail), aria_label="The way here", class_="trail"
            )
            if trail or before
            else NOTHING,
            element("p", "Where does this number come from?", class_="soft"),
            element("h2", said.title),
            element("p", said.value, Markup(" "), element("em", _beside(said)), class_="value"),
            element("p", said.help, class_="help") if said.help else NOTHING,
            _formula(said) if said.formula else NOTHING,
            joined((element("h3", "How it is told apart"), element("p", said.method))) if said.method else NOTHING,
            _ingredients(said.ingredients) if said.ingredients else NOTHING,
            _sources(said.sources, said.formula != "") if said.sources else NOTHING,
            _where(said),
            whole_chapter(forecast.case, name),
        )
    )


def _back(forecast: Forecast, name: str) -> Markup:
    return joined((asked(forecast[name].title, name), Markup(" › ")))


def _beside(said: Answer) -> str:
    parts = [said.when, said.spread]
    return " · ".join(part for part in parts if part)


def _formula(said: Answer) -> Markup:
    return joined(
        (
            element("h3", "How it is worked out"),
            element(
                "div",
                element("div", said.formula),
                element("div", f"= {said.filled}"),
                element("div", f"= {said.result}" + (" in the median case" if said.result != said.value else "")),
                class_="formula",
            ),
        )
    )


def _ingredients(parts: tuple[Ingredient, ...]) -> Markup:
    rows = ((asked(part.title, part.name), part.value, part.kind) for part in parts)
    return table(("It is made of", "median case", ""), rows, numeric=(1,))


def _sources(sources: tuple[Source, ...], behind: bool) -> Markup:
    title = "The assumptions behind it" if behind else "Who says so"
    return joined(
        (
            element("h3", title),
            table(("assumption", "likely, range", "source, owner, grade"), (_source(each) for each in sources)),
        )
    )


def _source(each: Source) -> tuple[Markup, Markup, Markup]:
    spread = (
        NOTHING
        if each.low == each.high
        else joined((Markup("<br>"), element("small", f"{each.low} – {each.high}", class_="soft")))
    )
    named = " · ".join(part for part in (each.source, each.owner) if part) or "no source named"
    sample = element("span", "sample data", class_="grade") if each.sample else NOTHING
    note = element("small", each.note, class_="soft") if each.note else NOTHING
    grade = element("span", each.grade, class_="grade", data_grade=each.grade)
    parts = [grade, sample, Markup(" "), element("span", named, class_="cited")]
    return (
        asked(each.title, each.name),
        joined((escape(each.value), spread)),
        joined((*(escape(part) for part in parts), Markup("<br>") if each.note else NOTHING, note)),
    )


def _where(said: Answer) -> Markup:
    if not said.text:
        return NOTHING
    return element(
        "details",
        element("summary", "As it is written in the catalogue"),
        element("code", f"{said.name}: {said.text}"),
        element("small", said.place) if said.place else NOTHING,
    )
