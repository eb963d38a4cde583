"""What the numbers say, in both languages and in one that marks every text, however far the levers are moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from babel.dates import get_month_names

from ldcase import language
from ldcase.case import Case
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.grades import grades
from ldcase.forecast.information import information
from ldcase.forecast.options import options
from ldcase.forecast.ways import effect_ways
from ldcase.language import LANGUAGES, speaking
from ldcase.words.answer import answer
from ldcase.words.choice import choice, standing_still
from ldcase.words.grades import rests
from ldcase.words.isolation import told_apart
from ldcase.words.objections import objections
from ldcase.words.pitch import STEPS, narrative
from ldcase.words.promise import promises
from ldcase.words.sentence import Number
from ldcase.words.turned import remedy
from ldcase.words.verdict import judgement
from ldcase.words.ways import agreement, used_for
from ldcase.words.worth_knowing import worth_knowing
from tests.charts.test_drawings import CHARTS
from tests.pages.test_languages import MARK, WORD, Marked, strings
from tests.sample_cases import BUNDLED, Making, bare, bundled, document, fixed, varied, what_if, with_two_metrics

NB = "\u00a0"
MONTHS = {name for width in ("wide", "abbreviated") for name in get_month_names(width, locale="en_150").values()}
ABBREVIATIONS = {"tn", "bn", "USD", "EUR", "CSV"}
"""What reads the same in every language."""


def all_at(name: str, end: str) -> Case:
    """Every lever at one end of its range."""
    given = bundled(name).assumptions
    return what_if(name, {key: float(getattr(each, end)) for key, each in given.items() if each.low < each.high})


EXTREMES: Mapping[str, Mapping[str, Any]] = {
    "no effect": {"effect_achieved": 0.0},
    "three times the effect": {"effect_achieved": 3.0},
    "all is skill": {"able_share": 1.0},
    "nothing is skill": {"able_share": 0.0},
    "nobody comes": {"reach_share": 0.0},
    "begins after the end": {"start_delay": 60.0},
    "one person": {"cohort_1.people": 1},
    "dear": {"learner_rate": 1e9},
}
OF_THE_SALE: Mapping[str, Mapping[str, Any]] = {
    "no gap": {"win_rate.exemplar_win_rate": 0.2},
    "a gap the wrong way round": {"win_rate.exemplar_win_rate": 0.1},
    "hardly a gap": {"win_rate.exemplar_win_rate": 0.2001},
    "huge": {"win_rate.deal_size": 1e12},
}


def one_month(data: dict[str, Any]) -> None:
    data["horizon"] = 1
    data["idea"]["cohorts"] = [{"people": 1, "start": 1}]


def two_metrics(data: dict[str, Any]) -> None:
    with_two_metrics(data)
    bare(data)


def situations() -> Iterator[tuple[str, Making]]:
    for name in BUNDLED:
        yield f"{name} likely", partial(bundled, name)
        for end in ("low", "high"):
            yield f"{name} {end}", partial(all_at, name, end)
        for what, change in EXTREMES.items():
            yield f"{name} {what}", partial(what_if, name, change)
        yield f"{name} in one month", partial(varied, name, one_month)
        yield f"{name} bare", partial(varied, name, bare)
    for what, change in OF_THE_SALE.items():
        yield f"sale {what}", partial(what_if, BUNDLED[0], change)
    yield "two metrics", partial(varied, BUNDLED[0], two_metrics)
    yield "fixed", partial(fixed, BUNDLED[0])


SITUATIONS = dict(situations())
EACH = pytest.mark.parametrize("label", list(SITUATIONS))
WRONG = {
    "a placeholder or a None": r"[{}|]|\bNone\b(?! of)",
    "no number": r"\b(nan|inf|unknown|unbekannt)\b",
    "minus nothing": r"−0(?![\d.,])",
    "two spaces": rf"[ {NB}]{{2}}",
    "space before a stop": r"\s[.,;:]",
    "two stops": r"\.\.|(?<!Tsd)(?<!Mio)(?<!Mrd)(?<!Bio)(?<!Mon)\.[,;:]|[,;:][.,;:]",
    "empty brackets": r"\(\)|“”|„“",
    "one of many": rf"(?<![\d.,])1[ {NB}](people|deals|hours|months|points|outcomes|cohorts|teams)\b",
    "one of many in German": rf"(?<![\d.,])1[ {NB}](Personen|Abschlüsse|Stunden|Monaten?|Punkte|Gruppen|Teams)\b",
    "many of one": rf"(?<![\d.,])(?!1[ {NB}])[\d.,]*\d[ {NB}](person|deal|hour|month|point|cohort)\b",
    "many of one in German": rf"(?<![\d.,])(?!1[ {NB}])[\d.,]*\d[ {NB}](Person|Abschluss|Stunde|Monat|Punkt)\b",
}
ENGLISH = re.compile(
    r"\b(the|of|and|is|it|its|cases?|would|with|months?|people|costs?|that|this|not|from|by|to|than|at|least|most)\b"
)


def told(of: Forecast) -> Iterator[str]:
    """Whatever the words and the charts say of a forecast."""
    case = of.case
    for step, _ in STEPS:
        story = narrative(of, step)
        yield from map(str, (story.headline, *story.sentences))
    yield from map(str, (judgement(of).sentence, remedy(of), rests(grades(of))))
    yield told_apart(case)
    for use in case.metrics:
        ways = effect_ways(of, use.key)
        if ways.ways:
            yield from (str(agreement(ways)), used_for(ways))
    for name, draw in CHARTS.items():
        if name != "ways":
            yield from drawn(draw(of, Axes()))


def told_of_decisions(of: Forecast) -> Iterator[str]:
    """What is said of options, objections and single figures."""
    case = of.case
    found = options(of)
    for each in objections(of):
        yield from (text for text in (each.said, str(each.answer), each.weak, each.label) if text)
    yield from map(str, (choice(found, case.currency), standing_still(found, case.horizon, case.currency)))
    yield str(worth_knowing(information(of), of["cost"].likely, case.currency))
    for promise in promises(of):
        yield from (promise.axis, promise.today, promise.best, promise.target, promise.change)
    for name in of.names:
        said = answer(of, name)
        yield from (said.title, said.value, said.spread, said.when, said.formula, said.filled, said.help, said.method)
        yield from (source.title for source in said.sources)


def drawn(drawing: Drawing) -> Iterator[str]:
    """What a chart says in words, in its picture too."""
    yield from (drawing.title, drawing.subtitle, drawing.description)
    for columns in drawing.data.values():
        for column in ("label", "text", "note", "short", "low_text", "high_text"):
            yield from (text for text in columns.get(column, ()) if text)
    yield from (text for name, text in drawing.signals.items() if name.endswith("_label") and isinstance(text, str))


def own(case: Case, name: str) -> list[str]:
    """What somebody wrote into the case, and the words it is written with within a sentence, longest first."""
    texts = {*strings(document(name)), *strings(case.document.model_dump())}
    texts |= {text[:1].lower() + text[1:] for text in texts} | {case.title}
    return sorted((text for text in texts if len(text) > 1), key=len, reverse=True)


def without(text: str, given: list[str]) -> str:
    for each in given:
        text = text.replace(each, " ")
    return text


@EACH
@pytest.mark.parametrize("name", list(LANGUAGES))
def test_every_sentence_is_whole(name: str, label: str) -> None:
    case = SITUATIONS[label]()
    of = forecast(case, 64)
    with speaking(name):
        said = list(told(of))
    given = own(case, BUNDLED[0] if label.split()[0] not in BUNDLED else label.split()[0])
    for text in said:
        for what, pattern in WRONG.items():
            assert not re.search(pattern, text), (what, text)
        if name != "en":
            assert not ENGLISH.search(without(text, given)), text


@EACH
def test_both_languages_say_the_same_figures(label: str) -> None:
    of = forecast(SITUATIONS[label](), 64)
    for step, _ in STEPS:
        found = []
        for name in LANGUAGES:
            with speaking(name, "en"):
                story = narrative(of, step)
            pieces = [piece for sentence in (story.headline, *story.sentences) for piece in sentence.pieces]
            found.append(sorted((piece.name, piece.tone) for piece in pieces if isinstance(piece, Number)))
        assert all(each == found[0] for each in found)


@EACH
def test_no_text_is_forgotten(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = SITUATIONS[label]()
    of = forecast(case, 64)
    given = own(case, BUNDLED[0] if label.split()[0] not in BUNDLED else label.split()[0])
    monkeypatch.setitem(LANGUAGES, "marked", "Marked")
    read = language._translations
    monkeypatch.setattr(language, "_translations", lambda name: Marked() if name == "marked" else read(name))
    with speaking("marked", "en"):
        said = [
            *told(of),
            *(told_of_decisions(of) if label.split()[-1] in ("likely", "bare", "metrics", "skill") else ()),
        ]
    left = {}
    for text in said:
        rest = without(re.sub(MARK, " ", re.sub(MARK, " ", text)), given)
        words = set(WORD.findall(rest)) - MONTHS - ABBREVIATIONS - {case.currency}
        if words:
            left[text] = words
    assert not left
