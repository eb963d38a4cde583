"""Units in words: every unit of the catalogue can be said, and so can one that somebody's own metric brings."""

from __future__ import annotations

import re

import pytest

from ldcase.language import speaking
from ldcase.words.units import MONEY, NAMES, SHARES, in_words, things
from tests.sample_cases import modules


@pytest.mark.parametrize(
    ("unit", "percent", "text"),
    [
        ("offer/person/month", False, "offers per person per month"),
        ("money/deal", False, "USD per deal"),
        ("money/person/year", False, "USD per person per year"),
        ("money", False, "USD"),
        ("month", False, "months"),
        ("share", True, "%"),
        ("share", False, ""),
        ("1/year", True, "% per year"),
        ("1/year", False, "per year"),
        ("deal/offer", True, "% of the offers"),
        ("person*month", False, "people × months"),
        ("widget/person", False, "widget per person"),
    ],
)
def test_a_unit_is_said_as_people_say_it(unit: str, percent: bool, text: str) -> None:
    assert in_words(unit, "USD", percent=percent) == text


def test_what_is_counted() -> None:
    assert things("offer/person/month", "USD") == "offers"
    assert things("offer/person/month", "USD", many=False) == "offer"
    assert things("money/deal", "EUR") == "EUR"
    assert things("1/year", "EUR") == things("share", "EUR") == ""


def test_every_unit_of_the_catalogue_can_be_said_in_german() -> None:
    found = modules()
    files = (*found.metrics.values(), *found.model.values())
    words = {word for module in files for need in module.needs.values() for word in re.split(r"[/*]", need.unit)}
    unknown = words - {"1", MONEY, *SHARES, *NAMES}
    assert not unknown
    with speaking("de"):
        assert in_words("offer/person/month", "EUR") == "Angebote je Person je Monat"
        assert in_words("deal/offer", "EUR", percent=True) == "% der Angebote"
