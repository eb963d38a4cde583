"""Which benchmark a case would begin with, if nobody chooses one."""

from __future__ import annotations

from collections.abc import Iterable

from ldcase.evidence.effect import Effect
from ldcase.evidence.matching import Match
from ldcase.evidence.prior import AT_WORK

_LEARNED = ("learning",)


def starts(matched: Iterable[Match]) -> tuple[Match, ...]:
    """The benchmarks a range can begin with, the one to propose first.

    What fits the case best, then what was found at several employers, then what was not corrected upwards, then the
    smallest: the cautious choice among equals. What was measured at work comes before what was only learned.
    """
    usable = [
        match
        for match in matched
        if match.effect.use == "benchmark" and match.effect.axis and match.effect.level in (*AT_WORK, *_LEARNED)
    ]
    return tuple(sorted(usable, key=_rank))


def _rank(match: Match) -> tuple[bool, float, bool, bool, float, str]:
    effect: Effect = match.effect
    return (
        effect.level in _LEARNED,
        -match.score,
        effect.setting != "several employers",
        effect.corrected,
        abs(effect.value or 0.0),
        effect.id,
    )
