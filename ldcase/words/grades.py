"""What the headline rests on, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.forecast.grades import Grades
from ldcase.language import marked, worded
from ldcase.words import numbers
from ldcase.words.sentence import Sentence, listed, worded_sentence

GRADES: Mapping[str, str] = {
    "opinion": marked("opinion"),
    "published": marked("published"),
    "piloted": marked("piloted"),
    "measured here": marked("measured here"),
}
"""What each grade is called; said by `worded`, as all of these are."""
CAUTIOUS: Mapping[str, str] = {
    "opinion": marked("Opinion at its cautious end"),
    "published": marked("Published at its cautious end"),
    "piloted": marked("Piloted at its cautious end"),
    "measured here": marked("Measured here at its cautious end"),
}
_WITH: Mapping[str, str] = {
    "opinion": marked("with all that is opinion at its cautious end"),
    "published": marked("with all that is published at its cautious end"),
    "piloted": marked("with all that was piloted at its cautious end"),
    "measured here": marked("with all that was measured here at its cautious end"),
}
_FROM: Mapping[str, str] = {
    "opinion": marked("from what is opinion"),
    "published": marked("from what is published"),
    "piloted": marked("from what was piloted"),
    "measured here": marked("from what was measured here"),
}


def rests(found: Grades) -> Sentence:
    """Say what of the headline stands when the weakest grade is at its cautious ends."""
    weakest = found.weakest
    if weakest is None:
        return worded_sentence("Every figure is fixed, so nothing can be dropped.")
    headline, left = numbers.money(found.headline), numbers.money(weakest.stands)
    cautious = worded(_WITH[weakest.grade])
    if found.headline <= 0:
        return worded_sentence(
            "The headline is {headline}; {cautious} it is {left}.", headline=headline, cautious=cautious, left=left
        )
    cautious = f"{cautious[0].upper()}{cautious[1:]}"
    if weakest.stands <= 0:
        return worded_sentence(
            "{cautious}, {headline} turns into {left}.", cautious=cautious, headline=headline, left=left
        )
    return worded_sentence(
        "{cautious}, {left} of {headline} still stands.", cautious=cautious, headline=headline, left=left
    )


def spread(shares: Mapping[str, float]) -> Sentence:
    """Say which grade the doubt comes from."""
    if not shares:
        return worded_sentence("Nothing varies in this case.")
    largest, *others = (
        (numbers.percent(round(max(0.0, share), 2), 2), worded(_FROM[grade]))
        for grade, share in sorted(shares.items(), key=lambda one: -one[1])
    )
    told = [worded("{share} comes {origin}", share=largest[0], origin=largest[1])]
    told += [f"{share} {origin}" for share, origin in others]
    return worded_sentence("Of all the doubt about the result {parts}.", parts=listed(told))
