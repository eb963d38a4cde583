"""The panel with every formula of a metric, a cost or what all cases share, beside the case's own figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from ldcase.case import Case, Catalogue
from ldcase.formulas.functions import FUNCTIONS
from ldcase.language import Speech, speech, worded
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.pages.panel import Standing
from ldcase.words import units
from ldcase.words.reference import SKILL, WRITTEN, Asked, Chapter, Computed, costs, metrics, shared, skill, written

PANEL = "reference"
_USED = "used "
"""Before the short name of a metric of the case; anything else is a chapter's key."""
_LANGUAGE = "language"
_FIRST = "returns"


def panel(at: Standing, part: str) -> Markup:
    """One chapter, and the way to all others."""
    case, names = at.now.case, frozenset(at.now.names)
    uses = {f"{_USED}{use.key}": use for use in case.metrics}
    known = part in uses or part == _LANGUAGE or part in _chapters(case.catalogue, speech())

    chosen = part if known else next(iter(uses), _FIRST)
    use = uses.get(chosen)
    if chosen == _LANGUAGE:
        content = _language()
    else:
        chapter = _chapters(case.catalogue, speech())[use.module.id if use else chosen]
        called = worded(chapter.title)
        if use and use.title != chapter.title:
            called = f"{worded(use.title)} ({called})"
        content = _chapter(chapter, called, f"{use.key}." if use else "", names)
    return joined((element("h2", worded("All formulas")), _ways(case, chosen), content))


def part_of(case: Case, name: str) -> str:
    """The chapter in which a quantity of the case stands."""
    prefix = name.partition(".")[0]
    if "." in name and any(use.key == prefix for use in case.metrics):
        return f"{_USED}{prefix}"
    shared_by_all = (
        key for key in _general(case.catalogue) if name in _named(_chapters(case.catalogue, speech())[key])
    )
    return next(shared_by_all, WRITTEN)


def whole_chapter(case: Case, name: str) -> Markup:
    """The way from a figure to every formula of its chapter."""
    part = part_of(case, name)
    use = next((use for use in case.metrics if part == f"{_USED}{use.key}"), None)
    title = worded(use.title if use else _chapters(case.catalogue, speech())[part].title)
    return element(
        "p",
        action(worded("All formulas: {title}", title=title), PANEL, part, class_="button", opens=True),
        class_="row",
    )


@lru_cache(maxsize=4)
def _chapters(catalogue: Catalogue, _speech: Speech) -> dict[str, Chapter]:
    """Every chapter by its key; remembered for a language."""
    every = (*metrics(catalogue), *costs(catalogue), *shared(catalogue), written(catalogue), skill())
    return {chapter.key: chapter for chapter in every}


def _general(catalogue: Catalogue) -> tuple[str, ...]:
    """The chapters that hold for every case: what it comes to, the way to work, the costs."""
    return (_FIRST, "rollout", "costs", *catalogue.costs, SKILL)


def _named(chapter: Chapter) -> frozenset[str]:
    return frozenset((*(each.name for each in chapter.asked), *(each.name for each in chapter.computed)))


def _ways(case: Case, chosen: str) -> Markup:
    """All chapters, by where they belong."""
    chapters = _chapters(case.catalogue, speech())

    used = [(f"{_USED}{use.key}", use.title) for use in case.metrics]
    general = [(key, chapters[key].title) for key in (_FIRST, "rollout", SKILL, WRITTEN)]
    spent = [(key, chapters[key].title) for key in ("costs", *case.catalogue.costs)]
    taken = {use.module.id for use in case.metrics}
    others = [(key, chapters[key].title) for key in case.catalogue.metrics if key not in taken]
    groups = (
        (worded("In this case"), used),
        (worded("In every case"), [*general, (_LANGUAGE, worded("Functions of the language"))]),
        (worded("Costs"), spent),
        (worded("Other metrics"), others),
    )
    return element("nav", *(_group(title, ways, chosen) for title, ways in groups if ways), class_="ways")


def _group(title: str, ways: Iterable[tuple[str, str]], chosen: str) -> Markup:
    buttons = (
        element("b", worded(name)) if key == chosen else action(worded(name), PANEL, key, class_="n", opens=True)
        for key, name in ways
    )
    return element("p", element("small", title, class_="soft"), Markup(" "), Markup(" · ").join(buttons))


def _chapter(chapter: Chapter, called: str, prefix: str, names: Collection[str]) -> Markup:
    lists = ((worded("Sources"), chapter.sources), (worded("How it goes wrong"), chapter.pitfalls))
    return joined(
        (
            element("h3", called),
            element("p", " · ".join(chapter.facts), class_="soft") if chapter.facts else NOTHING,
            element("p", worded(chapter.intro)) if chapter.intro else NOTHING,
            element("p", element("b", worded("Caution."), " "), worded(chapter.caution))
            if chapter.caution
            else NOTHING,
            _formulas(chapter.computed, prefix, names) if chapter.computed else NOTHING,
            _needs(chapter.asked, prefix, names) if chapter.asked else NOTHING,
            *(_list(title, sentences) for title, sentences in lists if sentences),
            *_example(chapter),
        )
    )


def _formulas(computed: Iterable[Computed], prefix: str, names: Collection[str]) -> Markup:
    rows = (
        (
            _head(each, prefix, names, _unit(each)),
            joined((each.words, Markup("<br>"), element("code", each.text), _soft(worded(each.help)))),
        )
        for each in computed
    )
    return table((worded("computed"), worded("how")), rows)


def _needs(needs: Iterable[Asked], prefix: str, names: Collection[str]) -> Markup:
    rows = (
        (_head(each, prefix, names, ", ".join(part for part in (_unit(each), each.bounds) if part)), _what_to_say(each))
        for each in needs
    )
    return table((worded("asked"), worded("what to say")), rows)


def _what_to_say(need: Asked) -> Markup:
    left_out = worded("Left out, it is {default}.", default=need.default) if need.default else ""
    neutral = worded("A haircut; {neutral} takes nothing off.", neutral=need.neutral) if need.neutral else ""
    return joined((worded(need.help), _soft(" ".join(part for part in (left_out, neutral) if part))))


def _head(each: Asked | Computed, prefix: str, names: Collection[str], unit: str) -> Markup:
    """A title that answers with the case's own figure where the case has it, with name and unit."""
    name = f"{prefix}{each.name}"
    title = asked(worded(each.title), name) if name in names else escape(worded(each.title))
    return joined((title, Markup("<br>"), element("small", element("code", name), f" {unit}", class_="soft")))


def _unit(each: Asked | Computed) -> str:
    return units.in_words(each.unit, worded("money"))


def _soft(text: str) -> Markup:
    return joined((Markup("<br>"), element("small", text, class_="soft"))) if text else NOTHING


def _list(title: str, sentences: Iterable[str]) -> Markup:
    return joined((element("h3", title), element("ul", *(element("li", worded(sentence)) for sentence in sentences))))


def _example(chapter: Chapter) -> Iterator[Markup]:
    example = chapter.example
    if example is None:
        return
    given = ", ".join(f"{name} {value}" for name, value in example.given)
    gives = ", ".join(f"{name} {value}" for name, value in example.gives)
    yield element("h3", worded("Worked example"))
    yield element("p", worded("{source}. Given {given}:", source=example.source, given=given))
    yield element("p", element("b", gives), f". {worded(example.note)}".rstrip())


def _language() -> Markup:
    rows = ((element("code", each.usage), worded(each.help)) for each in FUNCTIONS)
    return joined(
        (element("h3", worded("Functions of the language")), table((worded("function"), worded("what it does")), rows))
    )
