"""Three ways to one effect in words: what each says, whether they agree, and which one the case uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ldcase.case.document_evidence import WayName
from ldcase.forecast.ways import EffectWays, Way
from ldcase.words import numbers
from ldcase.words.answer import exact
from ldcase.words.sentence import Sentence, say

NAMES: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": "The gap to the best",
        "published": "Published effect",
        "stakeholders": "People here expect",
    }
)
"""What a way is called on screen."""
_SUBJECTS: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": "the gap to the best",
        "published": "the published effect",
        "stakeholders": "what people here expect",
    }
)
_SUGGESTS: Mapping[WayName, str] = MappingProxyType({**_SUBJECTS, "exemplar": "what the gap to the best suggests"})
_UNIT = f"abcdefghijklmnopqrstuvwxyz%{numbers.SPACE}"
_COUNTS = {2: "two", 3: "three"}
_PARTS = (
    (0.2, "a small part of"),
    (0.3, "a quarter of"),
    (0.42, "a third of"),
    (0.6, "half of"),
    (0.85, "two thirds of"),
    (1.0, "a little less than"),
)
"""What a ratio is called, up to the largest."""
_FAR = 1.5
"""One likely value this many times another is worth a sentence even where the ranges overlap."""


def ranged(values: tuple[float, float, float], form: str) -> str:
    """A range in words: “2.2 points (1.3 to 3.5)”."""
    low, likely, high = values
    middle = told(likely, form)
    if low == high:
        return middle
    unit = "" if form == "money" else _UNIT  # thousands and millions do not share one
    first, last = (told(end, form).rstrip(unit) for end in (low, high))
    return f"{middle} ({first} to {last})"


def told(value: float, form: str) -> str:
    """An effect with two significant figures in the format of its quantity."""
    two: Mapping[str, Callable[[float, int], str]] = {"percent": numbers.percent, "points": numbers.points}
    write = two.get(form)
    return write(value, 2) if write else exact(numbers.significant(value, 2), form)


def agreement(ways: EffectWays) -> Sentence:
    """Say whether the ways agree, and which one the case uses."""
    used = ways.way(ways.used)
    if used is None:
        return say("The way that the case uses is not stated. Choose another one.")
    others = [way for way in ways.ways if way is not used]
    if not others:
        return say(f"Only one way is known: {_SUBJECTS[used.name]}. A second one would show whether it holds.")
    count = _COUNTS[len(ways.ways)]
    apart = [way for way in others if not _overlap(way, used)]
    if apart:
        return say(f"{_compared(apart[0], used)}: be careful. The case uses {_SUBJECTS[used.name]}.")
    far = [way for way in others if way.trained[1] * _FAR <= used.trained[1]]
    if far:
        lowest = min(far, key=lambda way: way.trained[1])
        return say(
            f"The {count} ranges overlap, but {_compared(lowest, used, lower=True)}. The case uses "
            f"{_SUBJECTS[used.name]}{_place(ways, used)}."
        )
    return say(f"The {count} ways overlap; the case uses {_SUBJECTS[used.name]}{_place(ways, used)}.")


def used_for(ways: EffectWays) -> str:
    """What the comparison is of, in a sentence."""
    shared = f"of those who finish, {numbers.percent(ways.transfer, 2)} use it at work"
    inside = "; the published effect has that in it already" if ways.includes_transfer else ""
    return f"All on one footing, the average of everybody who finishes: {shared}{inside}."


def _overlap(one: Way, other: Way) -> bool:
    return one.trained[0] <= other.trained[2] and other.trained[0] <= one.trained[2]


def _place(ways: EffectWays, used: Way) -> str:
    ordered = sorted(ways.ways, key=lambda way: way.trained[1])
    if ordered[0] is used:
        return ", the lower one" if len(ordered) == 2 else ", the lowest"
    if ordered[-1] is used:
        return ", the higher one" if len(ordered) == 2 else ", the highest"
    return ", the middle one"


def _compared(one: Way, other: Way, lower: bool = False) -> str:
    """“The published effect is half of what the gap to the best suggests”."""
    subject = _SUBJECTS[one.name]
    subject = subject if lower else subject[0].upper() + subject[1:]
    likely, against = one.trained[1], other.trained[1]
    if against <= 0 or likely <= 0:
        return f"{subject} says something else than {_SUBJECTS[other.name]}"
    ratio = likely / against
    if ratio >= 1:
        return f"{subject} is {numbers.plain(ratio, 2, 1)} times {_SUGGESTS[other.name]}"
    part = next(text for most, text in _PARTS if ratio <= most)
    return f"{subject} is {part} {_SUGGESTS[other.name]}"
