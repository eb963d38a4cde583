"""What the speaker has beside a slide: own notes, what is likely to be said, where each number comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ldcase.forecast import Forecast
from ldcase.forecast.options import Options
from ldcase.language import worded
from ldcase.words.answer import Source, answer
from ldcase.words.grades import GRADES
from ldcase.words.objections import (
    Objection,
    nice_to_have,
    prove_it,
    they_leave,
    too_much,
    tried_before,
    what_if_not,
    why_not_hire,
    why_now,
)
from ldcase.words.sentence import Number, Sentence, ended, joined, say, worded_sentence
from ldcase.words.slide import Slide

LIKELY: Mapping[str, tuple[Callable[[Forecast, Options], Objection], ...]] = {
    "opportunity": (nice_to_have, why_now),
    "idea": (too_much, why_not_hire, tried_before),
    "evidence": (prove_it, they_leave),
    "ask": (what_if_not, why_now),
}
"""What is likely to be said against each step."""
MOST_SOURCES = 12
"""So many assumptions behind the figures of a slide are told; the register in the appendix has all."""


def own_notes(forecast: Forecast, step: str) -> tuple[Sentence, ...]:
    """What the speaker wrote for a step; nothing where that is empty."""
    text: str = getattr(forecast.case.document.notes, step)
    return (say(text.strip()),) if text.strip() else ()


def likely_said(forecast: Forecast, found: Options, step: str) -> tuple[Sentence, ...]:
    """What is likely to be said against a step, the answer, and where the case is weak."""
    told = []
    for each in (objection(forecast, found) for objection in LIKELY[step]):
        weak = (worded_sentence("Weak here: {weak}", weak=each.weak),) if each.weak else ()
        told.append(joined(worded_sentence("They may say {said}", said=each.said), each.answer, *weak))
    return tuple(told)


def where_from(forecast: Forecast, slide: Slide) -> tuple[Sentence, ...]:
    """Each number of a slide that can be asked, and the assumptions behind them with source, owner and grade."""
    sentences = (*([slide.title] if slide.title is not None else []), *slide.told)
    names = dict.fromkeys(_asked(forecast, sentences))
    if not names:
        return ()
    told, behind = [worded_sentence("Where the numbers come from:")], dict[str, Source]()
    for found in (answer(forecast, name) for name in names):
        if found.formula:
            told.append(
                worded_sentence(
                    "{figure} {value}: {formula}.",
                    figure=found.title,
                    value=_with_spread(found.value, found.spread),
                    formula=found.formula,
                )
            )
        behind |= {each.name: each for each in found.sources}
    moves = [driver.name for driver in forecast.tornado()]
    ranked = sorted(behind.values(), key=lambda each: moves.index(each.name) if each.name in moves else len(moves))
    told += [_rests_on(each) for each in ranked[:MOST_SOURCES]]
    if len(ranked) > MOST_SOURCES:
        told.append(worded_sentence("All other assumptions stand in the register of the appendix."))
    return tuple(told)


def _asked(forecast: Forecast, sentences: Iterable[Sentence]) -> list[str]:
    pieces = (piece for sentence in sentences for piece in sentence.pieces)
    return [piece.name for piece in pieces if isinstance(piece, Number) and piece.name in forecast.names]


def _with_spread(value: str, spread: str) -> str:
    return f"{value} ({spread})" if spread else value


def _rests_on(each: Source) -> Sentence:
    """An assumption with who stands behind it."""
    value = each.value if each.low == each.high else worded("{low} to {high}", low=each.low, high=each.high)
    stands = [each.source or worded("no source"), each.owner, worded(GRADES.get(each.grade, each.grade))]
    return worded_sentence(
        "• {assumption} {value}: {source}",
        assumption=each.title,
        value=value,
        source=ended(", ".join(part for part in stands if part)),
    )
