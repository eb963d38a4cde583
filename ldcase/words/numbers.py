"""Numbers as they are spoken: rounded to what they can bear.

In talk two significant figures are enough and three are the most; cents belong in the spreadsheet. All functions take
the inner value (money in units of the currency, shares 0..1) and return text with no-break spaces, ready to be escaped.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

SPACE = "\u00a0"
MINUS = "\u2212"
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k"))


def significant(value: float, figures: int) -> float:
    """Round to so many significant figures; 0, infinite and missing values stay as they are."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


@lru_cache(maxsize=4096)
def plain(value: float, figures: int = 3, most_decimals: int = 6) -> str:
    """A number with so many significant figures, thousands parted, no trailing zeros.

    Remembered: while a lever moves, most of what a screen says of other figures stays as it is.
    """
    if math.isnan(value):
        return "unknown"
    if math.isinf(value):
        return f"{MINUS}∞" if value < 0 else "∞"
    rounded = significant(value, figures)
    decimals = 0 if rounded == 0 else max(0, min(most_decimals, figures - 1 - math.floor(math.log10(abs(rounded)))))
    text = f"{abs(rounded):,.{decimals}f}".replace(",", SPACE)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return (MINUS if rounded < 0 and text.strip("0.") else "") + text


def money(value: float, figures: int = 2) -> str:
    """Money in talk: 140 k, 1.2 M, −35 k; below a thousand whole, below ten two figures: 2.8, 0.45."""
    if not math.isfinite(value):
        return plain(value)
    rounded = significant(value, figures)
    for scale, name in _SCALES:
        if abs(rounded) >= scale:
            return f"{plain(rounded / scale, figures)}{SPACE}{name}"
    if abs(rounded) < 10:
        return plain(value, figures, 2)
    return plain(round(rounded), max(figures, 3))


def signed_money(value: float, figures: int = 2) -> str:
    """Money with its sign: +40 k, −35 k; ±0 below half a unit, for nothing that is decided hangs on it."""
    if abs(value) < 0.5:
        return "±0"
    text = money(value, figures)
    return text if text.startswith(MINUS) else f"+{text}"


def money_range(low: float, high: float) -> str:
    """Two amounts: 210 k – 930 k, −200 k to 220 k; one where both read the same."""
    first, last = money(low), money(high)
    return first if first == last else f"{first} {'to' if low < 0 else '–'} {last}"


def percent(value: float, figures: int = 3) -> str:
    """A share in percent: 23 %, 31.5 %, 0.4 %."""
    return f"{plain(value * 100, figures, 2)}{SPACE}%" if math.isfinite(value) else plain(value)


def points(value: float, figures: int = 3) -> str:
    """A difference of shares in points: 8 points, 1 point."""
    if not math.isfinite(value):
        return plain(value)
    text = plain(value * 100, figures, 2)
    return f"{text}{SPACE}{'point' if text in ('1', MINUS + '1') else 'points'}"


def points_of_100(value: float) -> str:
    """A difference of shares as a count of a hundred, in words up to twelve: ten, 14, 2.5."""
    return spelled(plain(abs(value) * 100, 2, 1))


def spelled(text: str) -> str:
    """A whole number up to twelve as a word, any other as it is: two, 14, 2.5."""
    return _WORDS[int(text)] if text.isdigit() and int(text) <= 12 else text


def of_100(value: float) -> str:
    """A share as a count of a hundred: 20, 7.5."""
    return plain(value * 100, 3, 1)


def number(value: float) -> str:
    """Any number, three significant figures."""
    return plain(value, 3)


def count(value: float) -> str:
    """A count of things in talk: whole, two significant figures above a hundred; one decimal below ten."""
    if abs(value) < 9.95 or not math.isfinite(value):
        return plain(value, 2, 1)
    return plain(round(value), 2 if abs(value) >= 99.5 else 3, 0)


def months(value: float) -> str:
    """A number of months: 24 months, 1 month."""
    text = plain(value, 3, 1)
    return f"{text}{SPACE}{'month' if text == '1' else 'months'}" if math.isfinite(value) else text


def ratio(value: float) -> str:
    """A ratio: 1.8."""
    return plain(value, 2, 2)


def chance(value: float) -> str:
    """A chance as a frequency: 94 in 100, never 0 or 100 for a sample."""
    hundredths = round(value * 100)
    if hundredths >= 100:
        return f"over 99 in{SPACE}100"
    if hundredths <= 0:
        return f"under 1 in{SPACE}100"
    return f"{hundredths} in{SPACE}100"


def odds(value: float) -> str:
    """A chance within a sentence: 94 of 100, fewer than 1 of 100, more than 99 of 100."""
    hundredths = round(value * 100)
    if hundredths >= 100:
        return "more than 99 of 100"
    return "fewer than 1 of 100" if hundredths <= 0 else f"{hundredths} of 100"


def month_of_payback(value: float, horizon: int) -> str:
    """A month of payback: month 9, or that it is not within the horizon."""
    return f"month{SPACE}{round(value)}" if value <= horizon else f"not in {months(horizon)}"


def plural(value: float, one: str, many: str) -> str:
    """The word that fits the number as it is spoken."""
    return one if count(value) == "1" else many


def apart(one: float, other: float, write: Callable[[float, int], str]) -> tuple[str, str]:
    """Write two numbers with as few significant figures as tell them apart: two; three to five where they are close."""
    close = abs(one - other) < 0.1 * max(abs(one), abs(other))
    for figures in range(3 if close else 2, 6):
        pair = write(one, figures), write(other, figures)
        if pair[0] != pair[1]:
            return pair
    return write(one, 5), write(other, 5)


FORMATS: dict[str, Callable[[float], str]] = {
    "money": money,
    "percent": percent,
    "points": points,
    "points_of_100": points_of_100,
    "of_100": of_100,
    "number": number,
    "count": count,
    "months": months,
    "ratio": ratio,
}
"""The formats of sentences and quantities, by the name used in files."""


def write(value: float, form: str) -> str:
    """Write a value in a named format; `KeyError` for a format that does not exist."""
    return FORMATS[form](value)
