"""Numbers as people type them: with a decimal point or comma, grouped, with a unit, with k, m or bn behind.

The box beside a lever reads the same way (``front/src/numbers.js``).
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from ldcase.case import Assumption
from ldcase.errors import CaseError, Finding
from ldcase.language import Said, said, worded
from ldcase.words import numbers, units
from ldcase.words.levers import scale

_MULTIPLES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "bn": 1e9, "mrd": 1e9, "tn": 1e12, "bio": 1e12}
_AROUND = re.compile(
    r"^[^\d.,+-]*([+-]?[\d.,\s'’_]*\d[\d.,\s'’_]*)"
    r"(?:((?i:k|tsd|mio|m|bn|mrd|tn|bio))(?![a-z]))?[^\d]*$",  # “3 months” are no millions
    re.ASCII,
)
_GROUPED = re.compile(r"^[+-]?[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)$", re.ASCII)
_LONGEST = 60


def readings(text: str) -> tuple[float, ...]:
    """The numbers a text may mean, the likelier first: “1,200” is 1200 to some and 1.2 to others. None if it is none.

    Examples
    --------
    >>> readings("27,5 %"), readings("1,200"), readings("140 k"), readings("3 months"), readings("many")
    ((27.5,), (1200.0, 1.2), (140000.0,), (3.0,), ())
    """
    bare = text[:_LONGEST].strip().replace("\u2212", "-").replace("\u2013", "-")
    match = _AROUND.match(re.sub(r"\s", " ", bare))
    if match is None:
        return ()
    digits, factor = re.sub(r"[\s'’_]", "", match[1]), _MULTIPLES[match[2].lower()] if match[2] else 1.0
    last = max(digits.rfind("."), digits.rfind(","))
    whole, rest = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    separators = re.sub(r"[^.,]", "", digits)
    grouped = _GROUPED.match(digits) is not None
    if not separators:
        found = [_number(digits)]
    elif len(separators) == 1:
        found = [_number(digits), _number(whole, rest)] if grouped else [_number(whole, rest)]
        if separators == numbers.signs().decimal:
            found.reverse()
    elif grouped:
        found = [_number(digits)]
    elif _GROUPED.match(whole) and digits[last] not in whole:
        found = [_number(whole, rest)]
    else:
        found = []
    return tuple(value * factor for value in found)


def must_be_finite(value: float) -> None:
    """Refuse a lever's value that is no number."""
    if not math.isfinite(value):
        raise CaseError(
            Finding(
                "not-a-number", said("A lever takes a number."), str(value), said("a number"), said("Type a number.")
            )
        )


def _number(whole: str, rest: str = "") -> float:
    bare = re.sub(r"[.,]", "", whole)
    return float(f"{bare if bare.strip('+-') else bare + '0'}.{rest or 0}")


def shown(assumption: Assumption, value: float) -> str:
    """A value as its number box shows it: shares in percent, all digits that matter, nothing else."""
    return numbers.editable(value * scale(assumption)[3].scale)


def unit(assumption: Assumption, currency: str) -> str:
    """The unit of a number box, as text; money in the currency of the case."""
    return units.in_words(assumption.unit, currency, percent=scale(assumption)[3].scale != 1)


def read(assumption: Assumption, text: str) -> float:
    """What was typed into a number box, in the assumption's unit.

    Of two readings the first one within the bounds counts; where no decimals are shown, the one that is whole comes
    first. `CaseError` for what is no number.
    """
    lower, upper = assumption.bounds
    display = scale(assumption)[3]
    found = readings(text)
    if not display.digits:
        found = tuple(sorted(found, key=lambda value: not value.is_integer()))
    values = [value / display.scale for value in found]
    if not values:
        raise CaseError(not_a_number(worded(assumption.title), text))
    inside = (v for v in values if (lower is None or v >= lower) and (upper is None or v <= upper))
    return next(inside, values[0])


def in_the_box(finding: Finding, assumption: Assumption) -> Finding:
    """A refusal in the terms of the number box: percent where it shows percent, without what was just typed there."""
    allowed, do = finding.allowed, finding.do
    if scale(assumption)[3].scale != 1 and finding.code in ("out-of-bounds", "range-infeasible", "range-at-bound"):
        allowed = _in_percent(allowed)
        do = said("Correct the figure.") if finding.code == "out-of-bounds" else do
    return replace(finding, found="" if finding.code != "not-a-number" else finding.found, allowed=allowed, do=do)


class _Share(float):
    """A share that is written in percent, with as many digits as its format says."""

    def __format__(self, form: str) -> str:
        return f"{format(float(self) * 100, form)} %"


def _in_percent(text: str) -> str:
    """What the core says of shares, in percent."""
    if not isinstance(text, Said):
        return text
    return Said(text.template, {name: _share(value) for name, value in text.values.items()})


def _share(value: object) -> object:
    if isinstance(value, str):
        return _in_percent(value)
    return _Share(value) if isinstance(value, int | float) else value


def not_a_number(title: str, text: str) -> Finding:
    """Say that what was typed is no number."""
    return Finding(
        "not-a-number",
        said("“{title}”: this is not a number.", title=title),
        text.strip()[:_LONGEST] or said("nothing"),
        said("a number"),
        said("Type a number, such as {example}.", example=12.5),
    )
