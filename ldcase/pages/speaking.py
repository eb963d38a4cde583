"""Which language a page speaks, and what its browser needs to speak it too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ldcase.language import LANGUAGES, LOCALES, Speech, front_texts, speaking
from ldcase.words import numbers

CHOSEN = "ldcase_speech"
"""The cookie with what was chosen in this browser: a language, a dot, a locale or nothing."""


def speech_of(language: str, locale: str = "") -> Speech | None:
    """The speech for a choice; None when there is no such language. An unknown locale follows the language."""
    if language not in LANGUAGES:
        return None
    return Speech(language, locale if locale in LOCALES else language)


def first_speech(asked: Mapping[str, str], of_case: str = "") -> Speech:
    """The speech of a page that opens.

    Parameters
    ----------
    asked
        The query of the page's address. ``language`` and ``locale`` are a choice; ``accepts`` is what the browser
        would like best, which gives way to the language a case is written in.
    of_case
        The language of the case; empty where it says none.
    """
    wishes = ((asked.get("language", ""), asked.get("locale", "")), (of_case, ""), (asked.get("accepts", ""), ""))
    return next((found for wish in wishes if (found := speech_of(*wish)) is not None), Speech())


def from_cookie(value: str) -> dict[str, str]:
    """What a cookie chose, as the query of an address; empty for anything that is no choice."""
    language, _, locale = value.partition(".")
    found = speech_of(language, locale)
    if found is None:
        return {}
    return {"language": language, **({"locale": locale} if found.locale == locale and locale else {})}


def accepted(header: str) -> str:
    """The first language of an Accept-Language header, if it is one there is; the browser's order is that of wishes."""
    first = header.split(",")[0].split(";")[0].strip().lower().split("-")[0]
    return first if first in LANGUAGES else ""


def to_browser(speech: Speech) -> dict[str, object]:
    """What the browser is told: the speech, how it writes numbers, the choices there are, the texts of its own part."""
    with speaking(speech.language, speech.locale):
        signs = numbers.signs()
    return {
        "language": speech.language,
        "locale": speech.locale,
        "signs": {"decimal": signs.decimal, "group": signs.group, "sizes": list(signs.sizes)},
        "texts": texts(speech.language),
        "languages": LANGUAGES,
        "locales": LOCALES,
    }


@lru_cache
def texts(language: str) -> dict[str, str]:
    """The texts of the browser's part by their English words; empty in English."""
    return front_texts(language)
