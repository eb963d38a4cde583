"""Numbers as they are spoken: rounded to what they can bear, written as the reader's locale writes them.

In talk two significant figures are enough and three are the most; cents belong in the spreadsheet. All functions take
the inner value (money in units of the currency, shares 0..1) and return text with no-break spaces, ready to be escaped.
The signs of a locale come from the Common Locale Data Repository, the words from the translations; both are read once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from ldcase.language import Speech, speaking, speech, worded, worded_as, worded_many

SPACE = "\u00a0"
MINUS = "\u2212"


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """How a language and a locale write numbers; one object for each pair of them, so that it can be a key.

    Attributes
    ----------
    decimal, group
        What stands before the decimals, and between groups of digits.
    sizes
        How many digits the last group has, and how many the others: (3, 3), in India (3, 2).
    before_percent, after_percent
        What stands before and after a number of hundredths, its space included.
    scales
        Large units and what they are called, the largest first.
    words
        The whole numbers from 0 to 12.
    one_point, points, one_month, months
        What is said of so many of them, with the place ``{n}``.
    """

    decimal: str
    group: str
    sizes: tuple[int, int]
    before_percent: str
    after_percent: str
    scales: tuple[tuple[float, str], ...]
    words: tuple[str, ...]
    one_point: str
    points: str
    one_month: str
    months: str
    unknown: str
    _table: dict[int, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_table", {ord(","): self.group, ord("."): self.decimal})

    def digits(self, text: str) -> str:
        """Return a number as Python writes it, such as ``1,234.5``, with this locale's signs."""
        if len(text) < 4 and "." not in text:
            return text
        if self.sizes == (3, 3):
            return text.translate(self._table)
        whole, point, rest = text.replace(",", "").partition(".")
        last, others = self.sizes
        ahead = re.sub(rf"(?<=\d)(?=(\d{{{others}}})+$)", ",", whole[:-last])
        return f"{ahead}{',' if ahead else ''}{whole[-last:]}{point}{rest}".translate(self._table)

    def percent(self, digits: str) -> str:
        """Return hundredths as a percentage."""
        return f"{self.before_percent}{digits}{self.after_percent}"


_KNOWN: dict[tuple[str, str], Signs] = {}


def signs() -> Signs:
    """Return how the language and the locale in force write numbers."""
    spoken = speech()
    found = _KNOWN.get((spoken.language, spoken.locale))
    if found is None:
        found = _KNOWN[spoken.language, spoken.locale] = _read(spoken)
    return found


def _read(spoken: Speech) -> Signs:
    """Read the signs of a locale and the words of a language.

    English of no country is the house style: commas part thousands, and a space stands before the percent sign.
    """
    from babel import Locale

    locale = Locale.parse(spoken.locale, sep="-" if "-" in spoken.locale else "_")
    found = locale.number_symbols["latn"]
    before, after = re.split(r"[#0][#0.,]*", locale.percent_formats[None].pattern)
    if spoken.locale == "en":
        after = f"{SPACE}%"
    with speaking(spoken.language, spoken.locale):
        scales = (
            (1e12, worded_as("trillions, after a number", "tn")),
            (1e9, worded_as("billions, after a number", "bn")),
            (1e6, worded_as("millions, after a number", "M")),
            (1e3, worded_as("thousands, after a number", "k")),
        )
        return Signs(
            decimal=found["decimal"],
            group=found["group"],
            sizes=locale.decimal_formats[None].grouping,
            before_percent=before,
            after_percent=after,
            scales=scales,
            words=(
                worded_as("a count", "no"),
                worded_as("a count", "one"),
                worded_as("a count", "two"),
                worded_as("a count", "three"),
                worded_as("a count", "four"),
                worded_as("a count", "five"),
                worded_as("a count", "six"),
                worded_as("a count", "seven"),
                worded_as("a count", "eight"),
                worded_as("a count", "nine"),
                worded_as("a count", "ten"),
                worded_as("a count", "eleven"),
                worded_as("a count", "twelve"),
            ),
            one_point=worded_many("{n}\u00a0point", "{n}\u00a0points", 1),
            points=worded_many("{n}\u00a0point", "{n}\u00a0points", 2),
            one_month=worded_many("{n}\u00a0month", "{n}\u00a0months", 1),
            months=worded_many("{n}\u00a0month", "{n}\u00a0months", 2),
            unknown=worded_as("a number", "unknown"),
        )


def significant(value: float, figures: int) -> float:
    """Round to so many significant figures; 0, infinite and missing values stay as they are."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def plain(value: float, figures: int = 3, most_decimals: int = 6) -> str:
    """A number with so many significant figures, thousands parted, no trailing zeros."""
    return _plain(signs(), value, figures, most_decimals)


@lru_cache(maxsize=4096)
def _plain(signs: Signs, value: float, figures: int, most_decimals: int) -> str:
    """Remembered: while a lever moves, most of what a screen says of other figures stays as it is."""
    if math.isnan(value):
        return signs.unknown
    if math.isinf(value):
        return f"{MINUS}∞" if value < 0 else "∞"
    rounded = significant(value, figures)
    decimals = 0 if rounded == 0 else max(0, min(most_decimals, figures - 1 - math.floor(math.log10(abs(rounded)))))
    text = f"{abs(rounded):,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return (MINUS if rounded < 0 and text.strip("0.") else "") + signs.digits(text)


def whole(value: float) -> str:
    """A count to the last one, thousands parted: 20,480."""
    return (MINUS if round(value) < 0 else "") + signs().digits(f"{abs(round(value)):,}")


def editable(value: float) -> str:
    """A number as a box shows it to be changed: every digit that matters, the locale's decimal sign, no groups."""
    text = f"{value:.10g}"
    return text if "e" in text else text.replace(".", signs().decimal).replace("-", MINUS)


def exact(value: float) -> str:
    """A number with every digit that matters, thousands parted: 100,800, 4.8, 0.03."""
    text = f"{abs(value):,.10g}"
    return text if "e" in text else (MINUS if value < 0 else "") + signs().digits(text)


def money(value: float, figures: int = 2) -> str:
    """Money in talk: 140 k, 1.2 M, −35 k; below a thousand whole, below ten two figures: 2.8, 0.45."""
    return _money(signs(), value, figures)


@lru_cache(maxsize=4096)
def _money(signs: Signs, value: float, figures: int) -> str:
    if not math.isfinite(value):
        return _plain(signs, value, 3, 6)
    rounded = significant(value, figures)
    size = abs(rounded)
    for scale, name in signs.scales:
        if size >= scale:
            return f"{_plain(signs, rounded / scale, figures, 6)}{SPACE}{name}"
    if size < 10:
        return _plain(signs, value, figures, 2)
    return _plain(signs, round(rounded), max(figures, 3), 6)


def signed_money(value: float, figures: int = 2) -> str:
    """Money with its sign: +40 k, −35 k; ±0 below half a unit, for nothing that is decided hangs on it."""
    if abs(value) < 0.5:
        return "±0"
    text = money(value, figures)
    return text if text.startswith(MINUS) else f"+{text}"


def money_range(low: float, high: float) -> str:
    """Two amounts: 210 k – 930 k, −200 k to 220 k; one where both read the same."""
    first, last = money(low), money(high)
    if first == last:
        return first
    return worded("{first} to {last}", first=first, last=last) if low < 0 else f"{first} – {last}"


def percent(value: float, figures: int = 3) -> str:
    """A share in percent: 23 %, 31.5 %, 0.4 %."""
    text = plain(value * 100, figures, 2)
    return signs().percent(text) if math.isfinite(value) else text


def points(value: float, figures: int = 3) -> str:
    """A difference of shares in points: 8 points, 1 point."""
    text = plain(value * 100, figures, 2)
    return _counted(text, signs().one_point, signs().points) if math.isfinite(value) else text


def points_of_100(value: float) -> str:
    """A difference of shares as a count of a hundred, in words up to twelve: ten, 14, 2.5."""
    return spelled(plain(abs(value) * 100, 2, 1))


def spelled(text: str) -> str:
    """A whole number up to twelve as a word, any other as it is: two, 14, 2.5."""
    return signs().words[int(text)] if text.isdigit() and int(text) <= 12 else text


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
    return _counted(text, signs().one_month, signs().months) if math.isfinite(value) else text


def within(months: int) -> str:
    """A span from now on: within 24 months."""
    return worded_many("within {n}\u00a0month", "within {n}\u00a0months", months, n=months)


def after(months: int) -> str:
    """The end of a span: after 24 months."""
    return worded_many("after {n}\u00a0month", "after {n}\u00a0months", months, n=months)


def _counted(text: str, one: str, many: str) -> str:
    return (one if text in ("1", "\u22121") else many).replace("{n}", text)


def ratio(value: float) -> str:
    """A ratio: 1.8."""
    return plain(value, 2, 2)


def chance(value: float) -> str:
    """A chance as a frequency: 94 in 100, never 0 or 100 for a sample."""
    hundredths = round(value * 100)
    if hundredths >= 100:
        return worded("over 99 in\u00a0100")
    return worded("under 1 in\u00a0100") if hundredths <= 0 else worded("{n} in\u00a0100", n=hundredths)


def odds(value: float) -> str:
    """A chance within a sentence: 94 of 100, fewer than 1 of 100, more than 99 of 100."""
    hundredths = round(value * 100)
    if hundredths >= 100:
        return worded("more than 99 of 100")
    return worded("fewer than 1 of 100") if hundredths <= 0 else worded("{n} of 100", n=hundredths)


def month_of_payback(value: float, horizon: int) -> str:
    """A month of payback: month 9, or that it is not within the horizon."""
    if value <= horizon:
        return worded("month\u00a0{n}", n=round(value))
    return worded_many("not in {n}\u00a0month", "not in {n}\u00a0months", horizon, n=horizon)


def counted(value: float) -> int:
    """1 where the number is one as it is spoken, else 2: what chooses between a text for one and a text for many."""
    return 1 if count(value) == "1" else 2


def nothing(text: str) -> bool:
    """Whether a number reads as nothing: 0, 0 %, “no” as a word."""
    return not re.search("[1-9∞]", text) and ("0" in text or text == signs().words[0])


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
