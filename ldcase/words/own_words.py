"""Somebody's own words in the pitch: they take the place of the workbook's sentence, unless that one warns or judges.

Figures stay live: own words hold placeholders. A verdict, a warning that there is no gap, that training is not the
answer, that nobody will apply it, is never replaced: own words give way to it until it is no longer true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ldcase.case.own_words import ALSO, GAP, LONGEST, STATEMENT
from ldcase.errors import Finding
from ldcase.forecast import Forecast
from ldcase.formulas import nearest
from ldcase.language import said
from ldcase.words import numbers
from ldcase.words.live import LIVE, known_names, local
from ldcase.words.sentence import TONES, Sentence

BRACES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")


def own_words(forecast: Forecast, step: str) -> dict[str, str]:
    """The own words of a step by the key of the sentence."""
    return dict(getattr(forecast.case.document, step).narrative)


def in_own_words(forecast: Forecast, own: Mapping[str, str], sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a step with somebody's own in the places of those they are for, and one added at the end.

    Sentences of one key are one passage: own words stand in the place of the first, and the others go.
    """
    told: list[Sentence] = []
    done: set[str] = set()
    for sentence in sentences:
        if sentence.stays or sentence.key not in own:
            told.append(sentence)
        elif sentence.key not in done:
            done.add(sentence.key)
            told.append(spoken(forecast, sentence.key, own[sentence.key]))
    if ALSO in own:
        told.append(spoken(forecast, ALSO, own[ALSO]))
    return tuple(told)


def spoken(forecast: Forecast, key: str, text: str) -> Sentence:
    """Own words with their figures."""
    return local(forecast, text, _prefix(key)).called(key, own=True)


def wrong_in(forecast: Forecast, step: str, key: str, text: str) -> tuple[Finding, ...]:
    """What cannot stand in own words: a figure or a form that does not exist, a brace too many, too long a text."""
    first = f"{forecast.case.metrics[0].key}." if step == "opportunity" and key == STATEMENT else ""
    found, prefix = [], first or _prefix(key)
    for inner in dict.fromkeys(BRACES.findall(text)):
        wrong = _wrong_placeholder(forecast, prefix, inner)
        if wrong is not None:
            found.append(wrong)
    if re.search(r"[{}]", BRACES.sub("", text)):
        found.append(
            Finding(
                "placeholder-open",
                said("A brace has no partner."),
                "",
                said("{{name}} for each figure, and no other braces"),
                said("Close it, or take it out."),
            )
        )
    if len(text) > LONGEST:
        found.append(
            Finding(
                "narrative-long",
                said("These own words are too long for the pitch."),
                said("{n} characters", n=len(text)),
                said("at most {n} characters", n=LONGEST),
                said("Shorten them, or put the rest into a story or the speaker’s notes."),
            )
        )
    return tuple(found)


def _wrong_placeholder(forecast: Forecast, prefix: str, inner: str) -> Finding | None:
    name, *rest = inner.split("|")
    known = known_names(forecast)
    if not _NAME.fullmatch(name) or not (name in known or prefix + name in known):
        close = nearest(name, [*known, *(each.removeprefix(prefix) for each in known if prefix)])
        return Finding(
            "placeholder-unknown",
            said("The case has no figure of this name."),
            f"{{{name[:80]}}}",
            said("the name of an assumption or a formula, or one of the list"),
            said("Did you mean {{{close}}}?", close=close) if close else said("Choose one from the list."),
        )
    forms = (*TONES,) if name in LIVE and name != "horizon" else (*numbers.FORMATS,)
    wrong = rest and rest[0] not in forms and not rest[0].startswith("plural:")
    tone = len(rest) > 1 and (rest[1] not in TONES or len(rest) > 2)
    if wrong or tone:
        return Finding(
            "placeholder-form",
            said("A figure cannot be written like this."),
            f"{{{inner[:80]}}}",
            ", ".join(TONES if tone and not wrong else forms),
            said("Take out what stands behind the stroke, or choose one of these."),
        )
    return None


def _prefix(key: str) -> str:
    return f"{key.removeprefix(GAP)}." if key.startswith(GAP) else ""
