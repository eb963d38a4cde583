"""Finding findings: by words and by filters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ldcase.evidence.effect import Effect
from ldcase.evidence.topics import topic_in_words
from ldcase.language import worded

_ENDING = re.compile(r"(?<=\w{4})(ements?|ments?|ings?|ers?|ed|es|s|e)$")
"""Endings that one searches with and another writes without: replacement and replacing, course and courses."""
_WORD = re.compile(r"[\w%.-]+")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; an empty filter lets everything through.

    Attributes
    ----------
    domain, level, design, use
        As in the library.
    grade
        The weakest grade let through, by its letter: “B” lets A and B through.
    """

    domain: str = ""
    level: str = ""
    design: str = ""
    grade: str = ""
    use: str = ""


def search(effects: Iterable[Effect], text: str = "", filters: Filters = Filters()) -> tuple[Effect, ...]:
    """The findings that hold every word of a text, or words that begin alike, and pass the filters, in their order.

    Findings are written in English; what they are about is found by its name in the language in force as well.
    """
    wanted = [_ENDING.sub("", word.strip(".-").lower()) for word in _WORD.findall(text)]
    return tuple(each for each in effects if _passes(each, filters) and _holds(each, [word for word in wanted if word]))


def _passes(effect: Effect, filters: Filters) -> bool:
    asked = (("domain", filters.domain), ("level", filters.level), ("design", filters.design), ("use", filters.use))
    same = all(not wanted or getattr(effect, name) == wanted for name, wanted in asked)
    return same and (not filters.grade or effect.quality_grade[0] <= filters.grade[0])


def _holds(effect: Effect, wanted: list[str]) -> bool:
    topic = topic_in_words(effect.domain)
    held = f"{effect.words} {topic} {worded(topic)}".lower()
    return all(re.search(rf"(?<!\w){re.escape(word)}", held) for word in wanted)
