"""The drawer that says where a number comes from."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.forecast import Forecast
from ldcase.pages.markup import NOTHING, action, asked, element, joined
from ldcase.words.answer import Answer, Ingredient, Source, answer


def drawer(forecast: Forecast, name: str, trail: tuple[str, ...] = ()) -> Markup:
    """What stands behind a quantity.

    Parameters
    ----------
    name
        The quantity asked for.
    trail
        The quantities asked on the way here, oldest first; they lead back.
    """
    said = answer(forecast, name)
    return joined(
        (
            element("nav", *(_back(forecast, each) for each in trail), aria_label="The way here", class_="trail") if trail else NOTHING,
            element("p", "Where does this number come from?", class_="over"),
            element("h2", said.title),
            element("p", element("b", said.value), Markup(" "), element("span", _beside(said)), class_="answer-value"),
            element("p", said.help) if said.help else NOTHING,
            _formula(said) if said.formula else NOTHING,
            _ingredients(said.ingredients) if said.ingredients else NOTHING,
            _sources(said.sources, said.formula != "") if said.sources else NOTHING,
            _where(said),
        )
    )


def _back(forecast: Forecast, name: str) -> Markup:
    return joined((asked(forecast[name].title, name, "link"), Markup(" › ")))


def _beside(said: Answer) -> str:
    parts = [said.when, said.spread]
    return " · ".join(part for part in parts if part)


def _formula(said: Answer) -> Markup:
    return element(
        "section",
        element("h3", "How it is worked out"),
        element("p", said.formula, class_="formula"),
        element("p", f"= {said.filled}", class_="formula filled"),
        class_="worked-out",
    )


def _ingredients(parts: tuple[Ingredient, ...]) -> Markup:
    rows = (
        element("li", asked(part.title, part.name, "link"), element("b", part.value), element("small", part.kind)) for part in parts
    )
    return element("section", element("h3", "It is made of"), element("ul", *rows, class_="ingredients"))


def _sources(sources: tuple[Source, ...], behind: bool) -> Markup:
    title = "The assumptions behind it" if behind else "Who says so"
    return element("section", element("h3", title), element("ul", *(_source(each) for each in sources), class_="sources"))


def _source(each: Source) -> Markup:
    spread = each.value if each.low == each.high else f"{each.value} ({each.low} to {each.high} in 8 of 10 cases)"
    named = " · ".join(part for part in (each.source, each.owner) if part) or "no source named"
    sample = element("span", "sample data", class_="grade", data_grade="sample") if each.sample else NOTHING
    return element(
        "li",
        asked(each.title, each.name, "link"),
        element("b", spread),
        element("small", element("span", each.grade, class_="grade", data_grade=each.grade), sample, f" {named}"),
        element("small", each.note, class_="note") if each.note else NOTHING,
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


def refused(findings: tuple[object, ...]) -> Markup:
    """The notice that a change was not taken, and why; the last good state stays."""
    return element(
        "div",
        element("b", "That change was not taken. "),
        *(element("p", str(finding)) for finding in findings),
        action("Close", "dismiss", class_="act quiet"),
        class_="refused",
    )
