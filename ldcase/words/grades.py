"""What the headline rests on, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.forecast.grades import Grades
from ldcase.words import numbers
from ldcase.words.sentence import Sentence, say

_WHAT = {
    "opinion": "what is opinion",
    "published": "what is published",
    "piloted": "what was piloted",
    "measured here": "what was measured here",
}


def rests(found: Grades) -> Sentence:
    """Say what of the headline stands when the weakest grade is at its cautious ends."""
    weakest = found.weakest
    if weakest is None:
        return say("Every figure is fixed, so nothing can be dropped.")
    headline, left = numbers.money(found.headline), numbers.money(weakest.stands)
    what = f"all {_WHAT[weakest.grade].replace('what', 'that')}"
    if found.headline <= 0:
        return say(f"The headline is {headline}; with {what} at its cautious end it is {left}.")
    if weakest.stands <= 0:
        return say(f"With {what} at its cautious end, {headline} turns into {left}.")
    return say(f"With {what} at its cautious end, {left} of {headline} still stands.")


def spread(shares: Mapping[str, float]) -> Sentence:
    """Say which grade the doubt comes from."""
    if not shares:
        return say("Nothing varies in this case.")
    told = [
        f"{numbers.percent(round(max(0.0, share), 2), 2)} {'comes ' if not number else ''}from {_WHAT[grade]}"
        for number, (grade, share) in enumerate(sorted(shares.items(), key=lambda one: -one[1]))
    ]
    *head, last = told
    return say(f"Of all the doubt about the result {', '.join(head) + ' and ' if head else ''}{last}.")
