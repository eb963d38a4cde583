"""The drawer that says where a number comes from."""

from __future__ import annotations

from markupsafe import Markup, escape

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.distribution import distribution
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages.answer_place import place
from ldcase.pages.markup import NOTHING, asked, element, figure, joined, paragraph, table
from ldcase.pages.panel import Drawn, Standing
from ldcase.pages.reference import whole_chapter
from ldcase.words.answer import Answer, Ingredient, Source, answer, exact
from ldcase.words.likely_case import explained


def drawer(at: Standing, name: str, trail: tuple[str, ...], before: Markup, axes: Axes) -> Drawn:
    """What stands behind a quantity.

    Parameters
    ----------
    at
        Where the case stands.
    name
        The quantity asked for.
    trail
        The quantities asked on the way here, oldest first; they lead back.
    before
        What leads back to where the way began.
    axes
        Those of this drawer, which stay put while a lever in it moves.
    """
    now = at.viewed.now
    said = answer(now, name)
    drawn = distribution(now, name, axes)
    apart = explained(now, name, lambda value: exact(value, now[name].format))
    way = (before, *(_back(now, each) for each in trail))
    html = joined(
        (
            element("nav", *way, aria_label=worded("The way here"), class_="trail") if trail or before else NOTHING,
            element("p", worded("Where does this number come from?"), class_="soft"),
            element("h2", said.title),
            element("p", said.value, Markup(" "), element("em", _beside(said)), class_="value"),
            NOTHING if apart is None else paragraph((apart,)),
            element("p", said.help, class_="help") if said.help else NOTHING,
            _formula(said) if said.formula else NOTHING,
            joined((element("h3", worded("How it is told apart")), element("p", said.method)))
            if said.method
            else NOTHING,
            _ingredients(said.ingredients) if said.ingredients else NOTHING,
            _spread(now, name, drawn),
            place(at, name),
            _sources(said.sources, said.formula != "") if said.sources else NOTHING,
            _where(said),
            whole_chapter(now.case, name),
        )
    )
    return Drawn(html, () if drawn is None else (drawn,))


def _spread(now: Forecast, name: str, drawn: Drawing | None) -> Markup:
    """The chart of how it is spread, or why there is none."""
    head = element("h3", worded("How sure it is"))
    if drawn is not None:
        return joined((head, element("div", figure(drawn.spec), class_="spread")))
    values = now[name].draws
    if len(values) == 1 or values.min() == values.max():
        told = worded("It is fixed: every one of the simulated cases has this value, so there is no spread to draw.")
    else:
        told = worded("In some cases it has no value, such as a ratio to nothing, so its spread cannot be drawn.")
    return joined((head, element("p", told)))


def _back(forecast: Forecast, name: str) -> Markup:
    return joined((asked(worded(forecast[name].title), name), Markup(" › ")))


def _beside(said: Answer) -> str:
    parts = [said.when, said.spread]
    return " · ".join(part for part in parts if part)


def _formula(said: Answer) -> Markup:
    return joined(
        (
            element("h3", worded("How it is worked out")),
            element(
                "div",
                element("div", said.formula),
                element("div", f"= {said.filled}"),
                element("div", f"= {_result(said)}"),
                class_="formula",
            ),
        )
    )


def _result(said: Answer) -> str:
    return said.result if said.result == said.value else worded("{value} in the likely case", value=said.result)


def _ingredients(parts: tuple[Ingredient, ...]) -> Markup:
    rows = ((asked(part.title, part.name), part.value, worded(part.kind)) for part in parts)
    return table((worded("It is made of"), worded("likely case"), ""), rows, numeric=(1,))


def _sources(sources: tuple[Source, ...], behind: bool) -> Markup:
    title = worded("The assumptions behind it") if behind else worded("Who says so")
    heads = worded("assumption"), worded("likely, range"), worded("source, owner, grade")
    return joined(
        (
            element("h3", title),
            table(heads, (_source(each) for each in sources)),
        )
    )


def _source(each: Source) -> tuple[Markup, Markup, Markup]:
    spread = (
        NOTHING
        if each.low == each.high
        else joined((Markup("<br>"), element("small", f"{each.low} – {each.high}", class_="soft")))
    )
    named = " · ".join(part for part in (worded(each.source), each.owner) if part) or worded("no source named")
    sample = element("span", worded("sample data"), class_="grade") if each.sample else NOTHING
    note = element("small", each.note, class_="soft") if each.note else NOTHING
    grade = element("span", worded(each.grade), class_="grade", data_grade=each.grade)
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
        element("summary", worded("As it is written in the catalogue")),
        element("code", f"{said.name}: {said.text}"),
        element("small", said.place) if said.place else NOTHING,
    )
