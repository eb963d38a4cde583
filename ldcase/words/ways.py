"""Three ways to one effect in words: what each says, whether they agree, and which one the case uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ldcase.case.document_evidence import WayName
from ldcase.forecast.ways import EffectWays, Way
from ldcase.language import marked, worded
from ldcase.words import numbers
from ldcase.words.answer import exact
from ldcase.words.sentence import Sentence, worded_sentence, worded_sentence_many

NAMES: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": marked("The gap to the best"),
        "published": marked("Published effect"),
        "stakeholders": marked("People here expect"),
    }
)
"""What a way is called on screen; said by `worded`, as all of these are."""
_SUBJECTS: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": marked("the gap to the best"),
        "published": marked("the published effect"),
        "stakeholders": marked("what people here expect"),
    }
)
_USES: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": marked("the case uses the gap to the best"),
        "published": marked("the case uses the published effect"),
        "stakeholders": marked("the case uses what people here expect"),
    }
)
_ONLY: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": marked("Only one way is known: the gap to the best. A second one would show whether it holds."),
        "published": marked("Only one way is known: the published effect. A second one would show whether it holds."),
        "stakeholders": marked(
            "Only one way is known: what people here expect. A second one would show whether it holds."
        ),
    }
)
_SUGGESTS: Mapping[WayName, str] = MappingProxyType(
    {
        "exemplar": marked("what the gap to the best suggests"),
        "published": marked("the published effect"),
        "stakeholders": marked("what people here expect"),
    }
)
_PARTS = (
    (0.2, marked("{one} is a small part of {other}")),
    (0.3, marked("{one} is a quarter of {other}")),
    (0.42, marked("{one} is a third of {other}")),
    (0.6, marked("{one} is half of {other}")),
    (0.85, marked("{one} is two thirds of {other}")),
    (1.0, marked("{one} is a little less than {other}")),
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
    first, last = (told(end, form) for end in (low, high))
    if form != "money":  # thousands and millions do not share one
        first, last = first.split(numbers.SPACE)[0], last.split(numbers.SPACE)[0]
    return worded("{middle} ({first} to {last})", middle=middle, first=first, last=last)


def told(value: float, form: str) -> str:
    """An effect with two significant figures in the format of its quantity."""
    two: Mapping[str, Callable[[float, int], str]] = {"percent": numbers.percent, "points": numbers.points}
    write = two.get(form)
    return write(value, 2) if write else exact(numbers.significant(value, 2), form)


def agreement(ways: EffectWays) -> Sentence:
    """Say whether the ways agree, and which one the case uses."""
    used = ways.way(ways.used)
    if used is None:
        return worded_sentence("The way that the case uses is not stated. Choose another one.")
    others = [way for way in ways.ways if way is not used]
    if not others:
        return worded_sentence(_ONLY[used.name])
    uses = worded(_USES[used.name])
    apart = [way for way in others if not _overlap(way, used)]
    if apart:
        return worded_sentence(
            "{compared}: be careful. {uses}.", compared=_begun(_compared(apart[0], used)), uses=_begun(uses)
        )
    far = [way for way in others if way.trained[1] * _FAR <= used.trained[1]]
    place = _place(ways, used)
    if not far:
        return worded_sentence_many(
            "The two ways overlap; {uses}, {place}.",
            "The three ways overlap; {uses}, {place}.",
            len(others),
            uses=uses,
            place=place,
        )
    lowest = min(far, key=lambda way: way.trained[1])
    return worded_sentence_many(
        "The two ranges overlap, but {compared}. {uses}, {place}.",
        "The three ranges overlap, but {compared}. {uses}, {place}.",
        len(others),
        compared=_compared(lowest, used),
        uses=_begun(uses),
        place=place,
    )


def used_for(ways: EffectWays) -> str:
    """What the comparison is of, in a sentence."""
    share = numbers.percent(ways.transfer, 2)
    if ways.includes_transfer:
        return worded(
            "All on one footing, the average of everybody who finishes: of those who finish, {share} use it at work; "
            "the published effect has that in it already.",
            share=share,
        )
    return worded(
        "All on one footing, the average of everybody who finishes: of those who finish, {share} use it at work.",
        share=share,
    )


def _overlap(one: Way, other: Way) -> bool:
    return one.trained[0] <= other.trained[2] and other.trained[0] <= one.trained[2]


def _place(ways: EffectWays, used: Way) -> str:
    ordered = sorted(ways.ways, key=lambda way: way.trained[1])
    if ordered[0] is used:
        return worded("the lower one") if len(ordered) == 2 else worded("the lowest")
    if ordered[-1] is used:
        return worded("the higher one") if len(ordered) == 2 else worded("the highest")
    return worded("the middle one")


def _compared(one: Way, other: Way) -> str:
    """“the published effect is half of what the gap to the best suggests”."""
    subject = worded(_SUBJECTS[one.name])
    likely, against = one.trained[1], other.trained[1]
    if against <= 0 or likely <= 0:
        return worded("{one} says something else than {other}", one=subject, other=worded(_SUBJECTS[other.name]))
    ratio, suggests = likely / against, worded(_SUGGESTS[other.name])
    if ratio >= 1:
        return worded("{one} is {times} times {other}", one=subject, times=numbers.plain(ratio, 2, 1), other=suggests)
    return worded(next(text for most, text in _PARTS if ratio <= most), one=subject, other=suggests)


def _begun(text: str) -> str:
    """A text as it begins a sentence."""
    return f"{text[0].upper()}{text[1:]}"
