"""What is said of several ways to one effect, and of what a headline rests on."""

from __future__ import annotations

import pytest

from ldcase.case.document_evidence import WayName
from ldcase.forecast.elicitation import Triple
from ldcase.forecast.grades import Grades, Tier
from ldcase.forecast.ways import EffectWays, Way
from ldcase.words.grades import rests, spread
from ldcase.words.numbers import SPACE
from ldcase.words.ways import agreement, ranged
from tests.sample_cases import bundled


def found(used: WayName, **ways: Triple) -> EffectWays:
    metric = bundled("closing-the-sale").metrics[0]
    every = tuple(Way(name, values, values) for name, values in ways.items())  # type: ignore[arg-type]
    return EffectWays(
        metric, "deal/offer", "points", every, used, "win_rate.closed_share", 0.01, False, 0.05, 0.7, True, False, False
    )


@pytest.mark.parametrize(
    ("used", "ways", "said"),
    [
        (
            "exemplar",
            {"exemplar": (1, 2, 3), "published": (1.2, 2.2, 3), "stakeholders": (1, 2.4, 3)},
            "The three ways overlap; the case uses the gap to the best, the lowest.",
        ),
        (
            "exemplar",
            {"exemplar": (3, 4, 5), "published": (1, 2, 2.5)},
            "The published effect is half of what the gap to the best suggests: be careful. "
            "The case uses the gap to the best.",
        ),
        (
            "stakeholders",
            {"exemplar": (1, 2, 4), "stakeholders": (3, 4, 5)},
            "The two ranges overlap, but the gap to the best is half of what people here expect. "
            "The case uses what people here expect, the higher one.",
        ),
        (
            "published",
            {"published": (1, 2, 3), "stakeholders": (-3, -1, 0.5)},
            "What people here expect says something else than the published effect: be careful. "
            "The case uses the published effect.",
        ),
        (
            "exemplar",
            {"exemplar": (1, 2, 3)},
            "Only one way is known: the gap to the best. A second one would show whether it holds.",
        ),
        ("exemplar", {"published": (1, 2, 3)}, "The way that the case uses is not stated. Choose another one."),
    ],
)
def test_the_sentence_says_whether_the_ways_agree_and_which_is_used(
    used: WayName, ways: dict[str, Triple], said: str
) -> None:
    assert str(agreement(found(used, **ways))) == said


def test_an_effect_is_told_once_with_its_unit() -> None:
    assert ranged((0.0127, 0.0223, 0.035), "points") == f"2.2{SPACE}points (1.3 to 3.5)"
    assert ranged((0.005, 0.01, 0.02), "points") == f"1{SPACE}point (0.5 to 2)"
    assert ranged((0.03, 0.0592, 0.094), "percent") == f"5.9{SPACE}% (3 to 9.4)"
    assert ranged((3.87, 7.45, 11.9), "number") == "7.5 (3.9 to 12)"
    assert ranged((1200, 140_000, 1.5e6), "money") == f"140{SPACE}k (1.2{SPACE}k to 1.5{SPACE}M)"
    assert ranged((2.0, 2.0, 2.0), "number") == "2"


def test_the_headline_by_grade_is_told_plainly() -> None:
    def with_opinion(headline: float, stands: float, ranges: int = 3) -> Grades:
        return Grades(headline, (Tier("opinion", 5, ranges, headline - stands, stands),))

    assert str(rests(with_opinion(480_000, 170_000))) == (
        f"With all that is opinion at its cautious end, 170{SPACE}k of 480{SPACE}k still stands."
    )
    assert "turns into" in str(rests(with_opinion(480_000, -20_000)))
    assert "the headline is" in str(rests(with_opinion(-5_000, -20_000))).lower()
    assert "nothing can be dropped" in str(rests(with_opinion(1, 1, ranges=0)))
    assert str(spread({"opinion": 0.584, "measured here": 0.41, "published": 0.006})) == (
        f"Of all the doubt about the result 58{SPACE}% comes from what is opinion, 41{SPACE}% from what was measured "
        f"here and 1{SPACE}% from what is published."
    )
    assert str(spread({})) == "Nothing varies in this case."
