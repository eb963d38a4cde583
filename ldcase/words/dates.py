"""Days, months and moments as the reader's locale writes them."""

from __future__ import annotations

from datetime import date, datetime
from datetime import time as time_of_day
from functools import lru_cache

from ldcase.language import speech


def day(given: date) -> str:
    """A day in full: 15 January 2027."""
    return _written(_locale(), given, "long")


def short_day(given: date) -> str:
    """A day where there is little room: 15 Jan 2027."""
    return _written(_locale(), given, "medium")


def month(given: date) -> str:
    """A month of a year: January 2027."""
    return _written(_locale(), given, "yMMMM")


def short_month(given: date) -> str:
    """A month where there is little room, such as under an axis: Jan 27."""
    return _written(_locale(), given, "MMM yy")


def month_of_year(number: int) -> str:
    """The name of a month by its number, 1 to 12, as it stands alone: January."""
    return _written(_locale(), date(2027, number, 1), "LLLL")


def short_month_of_year(number: int) -> str:
    """The name of a month by its number where there is little room: Jan."""
    return _written(_locale(), date(2027, number, 1), "LLL")


def time(given: datetime) -> str:
    """The time of a day: 14:02."""
    return _time(_locale(), given.hour, given.minute)


def moment(given: datetime) -> str:
    """A day with its time, where there is little room: 15 Jan 2027, 14:02."""
    return f"{short_day(given.date())}, {time(given)}"


def _locale() -> str:
    """The locale in force; English of no country is the house style: the day before the month, hours to 24."""
    locale = speech().locale
    return "en_150" if locale == "en" else locale


@lru_cache(maxsize=1024)
def _written(locale: str, given: date, form: str) -> str:
    from babel.dates import format_date, format_skeleton

    if form in ("long", "medium", "LLLL", "LLL", "MMM yy"):
        return format_date(given, form, locale)
    return format_skeleton(form, given, locale=locale)


@lru_cache(maxsize=1024)
def _time(locale: str, hour: int, minute: int) -> str:
    from babel.dates import format_time

    return format_time(time_of_day(hour, minute), "short", locale=locale)
