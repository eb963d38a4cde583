"""The language people read: texts of the interface by their English words, and the locale of numbers and dates.

A text stands in the code in English, inside `worded("…")`. Its translation stands in ``languages/<language>/``, one
file for each module that says something, and all of them compiled into ``languages/<language>.mo``. Which language is
in force is a context variable: a page sets it around each message it answers, an export around what it writes.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages there are, each by its own name; the first is the one the code is written in."""

LOCALES = {
    "en_US": "English (United States)",
    "en_GB": "English (United Kingdom)",
    "en_IN": "English (India)",
    "en_ZA": "English (South Africa)",
    "de_DE": "Deutsch (Deutschland)",
    "de_AT": "Deutsch (Österreich)",
    "de_CH": "Deutsch (Schweiz)",
    "fr_FR": "Français (France)",
    "fr_CH": "Français (Suisse)",
    "es_ES": "Español (España)",
    "it_IT": "Italiano (Italia)",
    "nl_NL": "Nederlands (Nederland)",
    "pt_BR": "Português (Brasil)",
    "pl_PL": "Polski (Polska)",
    "sv_SE": "Svenska (Sverige)",
    "id_ID": "Indonesia (Indonesia)",
    "ja_JP": "日本語 (日本)",
}
"""Locales offered for numbers and dates, each by its own name; every other one of the repository works too."""

FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True, slots=True)
class Speech:
    """How people are spoken to.

    Attributes
    ----------
    language
        One of `LANGUAGES`.
    locale
        A locale of the Common Locale Data Repository, such as ``de_CH``: how numbers, dates and currencies are written.
    """

    language: str = "en"
    locale: str = "en"


_SPEECH: ContextVar[Speech] = ContextVar("speech", default=Speech())  # noqa: B039  # it is frozen


def speech() -> Speech:
    """Return the language and the locale in force here."""
    return _SPEECH.get()


@contextmanager
def speaking(language: str, locale: str = "") -> Iterator[None]:
    """Speak a language within the block.

    Parameters
    ----------
    language
        One of `LANGUAGES`; `KeyError` for any other.
    locale
        How numbers and dates are written; left out, as people who speak the language write them.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    token = _SPEECH.set(Speech(language, locale or language))
    try:
        yield
    finally:
        _SPEECH.reset(token)


class Said(str):
    """An English text that knows how it was put together, so that `worded` can say it in another language later.

    The core says what is wrong in these: it knows no language, and whoever shows it does.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> Said:
        """Fill the template with its values."""
        text = super().__new__(cls, template.format(**values) if values else template)
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[type[Said], tuple[str, dict[str, object]]]:
        """Return what it is made of, for copies and other processes."""
        return Said, (self.template, self.values)


def said(text: str, /, **values: object) -> str:
    """Return an English text that is said in the reader's language where it is shown, by `worded`.

    Numbers among the values are written as the reader's locale writes them, by the format in their place.
    """
    return Said(text, values)


def catalogued(text: str) -> str:
    """Return a text of the catalogue, which is gathered from its file, as one that `worded` says where it is shown."""
    return Said(text, {})


def said_together(parts: Iterable[str], between: str = ", ") -> str:
    """Return parts, each perhaps one of `said`, as one text that is said where it is shown."""
    values: dict[str, object] = {f"part_{number}": part for number, part in enumerate(parts)}
    return Said("{between}".join(f"{{{name}}}" for name in values), {"between": between, **values})


class _Figure:
    """A number in a text: its format writes it in English, then come the signs of the locale in force."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        text = format(self._value, form)
        locale = _SPEECH.get().locale
        if locale == next(iter(LANGUAGES)) or not any(sign in text for sign in ",."):
            return text
        from babel.numbers import get_decimal_symbol, get_group_symbol

        return text.translate({ord("."): get_decimal_symbol(locale), ord(","): get_group_symbol(locale)})

    def __repr__(self) -> str:
        return repr(self._value)


class _Day:
    """A day in a text: where its format names the month, it is written as the locale in force does."""

    def __init__(self, value: date) -> None:
        self._value = value

    def __format__(self, form: str) -> str:
        locale = _SPEECH.get().locale
        named = "%B" in form or "%b" in form
        if not named or locale == next(iter(LANGUAGES)):
            return format(self._value, form)
        from babel.dates import format_date

        return format_date(self._value, "long" if "d" in form else "MMMM y" if "%B" in form else "MMM y", locale)


def worded(text: str, /, **values: object) -> str:
    """Return a text in the language in force, with values in the places ``{name}``.

    Without values nothing is replaced, so that a text may hold braces of its own. A text made by `said` is said with
    the values it was made with; those that were made by `said` themselves are said in the same language. Text that
    is no text of the interface, such as a title somebody gave, comes back as it is.
    """
    if isinstance(text, Said):
        values = {name: _shown(value) for name, value in text.values.items()}
        text = text.template
    found = _translations(_SPEECH.get().language).gettext(text) if text else ""
    return _filled(found, values) if values else found


def _shown(value: object) -> object:
    if isinstance(value, Said):
        return worded(value)
    if isinstance(value, date):
        return _Day(value)
    return _Figure(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Put values into their places; a stop after an abbreviation that has one, such as “140 Tsd.”, is left out."""
    filled = text.format(**values)
    return filled.replace("..", ".") if ".." in filled else filled


def worded_as(context: str, text: str, /, **values: object) -> str:
    """Return a text that means something else elsewhere: ``worded_as("of a year", "month")``."""
    found = _translations(_SPEECH.get().language).pgettext(context, text)
    return _filled(found, values) if values else found


def worded_many(one: str, many: str, number: float, /, **values: object) -> str:
    """Return the text that fits a number as it is counted: one, or many; a number that is not whole is many."""
    counted = int(number) if number == int(number) else 2
    found = _translations(_SPEECH.get().language).ngettext(one, many, counted)
    return _filled(found, values) if values else found


def marked(text: str) -> str:
    """Return the text as it is: marks one that stands in a constant and is said later, by ``worded(constant)``."""
    return text


def front_texts(language: str) -> dict[str, str]:
    """Return the translations of the browser's own texts; empty in the language the code is written in."""
    if language == next(iter(LANGUAGES)):
        return {}
    texts: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return texts


@lru_cache
def _translations(language: str) -> gettext.NullTranslations:
    """Return the translations of a language; of the code's own there are none."""
    if language == next(iter(LANGUAGES)):
        return gettext.NullTranslations()
    with (FOLDER / f"{language}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
