"""Numbers as they are spoken."""

from __future__ import annotations

import math

import pytest

from ldcase.language import speaking
from ldcase.words import numbers

NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.004, "0"),
        (-0.004, "0"),
        (0.4, "0.4"),
        (-0.454, "−0.45"),
        (2.84, "2.8"),
        (7, "7"),
        (9.97, "10"),
        (99.6, "100"),
        (999, "1 k"),
        (999.4, "1 k"),
        (140_000, "140 k"),
        (139_600, "140 k"),
        (1_234_567, "1.2 M"),
        (999_999, "1 M"),
        (-35_400, "−35 k"),
        (2.5e9, "2.5 bn"),
        (123_456_789_012, "120 bn"),
        (math.inf, "∞"),
        (math.nan, "unknown"),
    ],
)
def test_money(value: float, text: str) -> None:
    assert numbers.money(value).replace(NB, " ") == text


@pytest.mark.parametrize(
    ("write", "value", "text"),
    [
        (numbers.percent, 0.2, "20 %"),
        (numbers.percent, 0.315, "31.5 %"),
        (numbers.percent, 0.00666667, "0.67 %"),
        (numbers.percent, 1.0, "100 %"),
        (numbers.points, 0.08, "8 points"),
        (numbers.points, 0.01, "1 point"),
        (numbers.points, 0.07947, "7.95 points"),
        (numbers.points_of_100, 0.1, "ten"),
        (numbers.points_of_100, 0.14, "14"),
        (numbers.points_of_100, 0.025, "2.5"),
        (numbers.of_100, 0.2, "20"),
        (numbers.of_100, 0.075, "7.5"),
        (numbers.count, 63.4, "63"),
        (numbers.count, 1234, "1,200"),
        (numbers.whole, 20480, "20,480"),
        (numbers.whole, -0.4, "0"),
        (numbers.count, 3.26, "3.3"),
        (numbers.months, 24, "24 months"),
        (numbers.months, 1, "1 month"),
        (numbers.ratio, 1.764, "1.8"),
        (numbers.chance, 0.94, "94 in 100"),
        (numbers.chance, 1.0, "over 99 in 100"),
        (numbers.chance, 0.0, "under 1 in 100"),
        (numbers.signed_money, 40_000, "+40 k"),
        (numbers.signed_money, -40_000, "−40 k"),
        (numbers.signed_money, 0.2, "±0"),
        (numbers.percent, math.nan, "unknown"),
        (numbers.points, math.inf, "∞"),
        (numbers.months, -math.inf, "−∞"),
        (numbers.count, math.nan, "unknown"),
        (numbers.percent, -1e-9, "0 %"),
        (numbers.count, -0.04, "0"),
        (numbers.number, -0.0, "0"),
    ],
)
def test_formats(write: object, value: float, text: str) -> None:
    assert write(value).replace(NB, " ") == text  # type: ignore[operator]


def test_two_numbers_are_told_apart() -> None:
    given = numbers.apart(0.0794702, 0.08, numbers.points)
    assert [text.replace(NB, " ") for text in given] == ["7.95 points", "8 points"]
    close = numbers.apart(0.0799, 0.08, numbers.points)
    assert close[0] != close[1]


def test_payback_beyond_the_horizon_is_not_a_month() -> None:
    assert numbers.month_of_payback(9, 24) == f"month{NB}9"
    assert numbers.month_of_payback(25, 24) == f"not in 24{NB}months"


@pytest.mark.parametrize(
    ("locale", "number", "count", "percent"),
    [
        ("en", "1,230", "12,000", "31.5 %"),
        ("en_GB", "1,230", "12,000", "31.5%"),
        ("en_IN", "1,230", "12,000", "31.5%"),
        ("de", "1.230", "12.000", "31,5 %"),
        ("de_CH", "1’230", "12’000", "31.5%"),
        ("fr", "1 230", "12 000", "31,5 %"),
        ("tr", "1.230", "12.000", "%31,5"),
    ],
)
def test_the_locale_says_how_numbers_are_written(locale: str, number: str, count: str, percent: str) -> None:
    with speaking("en", locale):
        written = numbers.number(1234.5), numbers.count(12_345), numbers.percent(0.315)
    assert tuple(text.replace(NB, " ").replace("\u202f", " ") for text in written) == (number, count, percent)


def test_groups_of_digits_follow_the_locale() -> None:
    with speaking("en", "en_IN"):
        assert numbers.whole(-123_456_789) == "−12,34,56,789"
        assert numbers.number(123_000) == "1,23,000"


def test_a_number_remembered_in_one_locale_is_written_anew_in_another() -> None:
    assert numbers.money(1.25e6, 3) == f"1.25{NB}M"
    with speaking("en", "de"):
        assert numbers.money(1.25e6, 3) == f"1,25{NB}M"
    assert numbers.money(1.25e6, 3) == f"1.25{NB}M"


def test_a_language_has_its_own_words_for_large_amounts() -> None:
    with speaking("de"):
        texts = [numbers.money(140_000), numbers.money(1.25e6), numbers.signed_money(-2.5e9)]
        assert [text.replace(NB, " ") for text in texts] == ["140 Tsd.", "1,2 Mio.", "−2,5 Mrd."]
        assert numbers.months(1) == f"1{NB}Monat"
        assert numbers.points(0.08).replace(NB, " ") == "8 Punkte"
        assert numbers.odds(0.94) == "94 von 100"
        assert numbers.spelled("3") == "drei"
