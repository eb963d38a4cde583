"""Numbers and dates of the usual locales; what can be read in two ways is told."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ldcase.intake import dates as day
from ldcase.intake import values as number

NAN = float("nan")


def column(*cells: object) -> np.ndarray:
    """A column of cells."""
    made = np.empty(len(cells), dtype=object)
    made[:] = cells
    return made


@pytest.mark.parametrize(
    ("cells", "values", "told"),
    [
        (("1,234.5", "2.5", "3"), (1234.5, 2.5, 3), ""),
        (("1.234,5", "1.234", "7"), (1234.5, 1234, 7), "parted by a comma"),
        (("1 234,5", "2 000", "1\u202f000,25"), (1234.5, 2000, 1000.25), "parted by a comma"),
        (("1'234.5", "1’000"), (1234.5, 1000), ""),
        (("1,234", "0.5"), (1234, 0.5), ""),
        (("1.234.567", "2.345"), (1234567, 2345), "parted by a comma"),
        (("12,34,567.5",), (1234567.5,), ""),
        (("12 %", "13%", "-1,5 %"), (0.12, 0.13, -0.015), "Percent signs"),
        (("(30)", "−4", "–5", "6-", "+7"), (-30, -4, -5, -6, 7), ""),
        (("$5", "€ 6.5", "Rp 7", "USD 8", "-£9", "10 kr"), (5, 6.5, 7, 8, -9, 10), ""),
        (("1e3", " 2 ", 4, 5.5), (1000, 2, 4, 5.5), ""),
        (("1,234", "2,500"), (1234, 2500), "read as parting thousands"),
        (("1.234", "2.500"), (1.234, 2.5), "read as parting decimals"),
        (("1,234", "2.500", "3"), (NAN, NAN, 3), "numbers that fit both are not used"),
        (("1,5", "1.5", "1,234"), (1.5, 1.5, NAN), "Some numbers"),
        (("12 %", "13 %", "14"), (0.12, 0.13, NAN), "Percent signs"),
        (("n/a", "–", "", "abc", "#REF!", "inf", "1,23.4", "12..3", "TRUE"), (NAN,) * 9, ""),
    ],
)
def test_numbers(cells: tuple[object, ...], values: tuple[float, ...], told: str) -> None:
    found = number.numbers(column(*cells), "x")
    np.testing.assert_allclose(found.values, values)
    assert (found.reasons == number.USABLE).tolist() == [value == value for value in values]
    assert told in " ".join(each.what for each in found.findings)
    assert bool(told) == bool(found.findings)


def test_a_chosen_decimal_sign_settles_it() -> None:
    cells = column("1,234", "2.500", "3")
    np.testing.assert_allclose(number.numbers(cells, decimal=",").values, (1.234, 2500, 3))
    np.testing.assert_allclose(number.numbers(cells, decimal=".").values, (1234, 2.5, 3))
    assert not number.numbers(cells, decimal=".").findings
    assert number.numbers(column("1,5"), decimal=".").reasons.tolist() == [number.NO_NUMBER]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("2026-12-31 10:15:00", "2026-12-31"),
        ("2026-12-31T10:15:00Z", "2026-12-31"),
        ("31.12.2026", "2026-12-31"),
        ("31/12/26", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("31-Dec-2026", "2026-12-31"),
        ("31 Desember 2026", "2026-12-31"),
        ("31. Dezember 2026", "2026-12-31"),
        ("Dec 31, 2026", "2026-12-31"),
        ("Dec 2026", "2026-12-01"),
        ("Mai 2026", "2026-05-01"),
        ("Mei 2026", "2026-05-01"),
        ("März 26", "2026-03-01"),
        ("2026-12", "2026-12-01"),
        ("12/2026", "2026-12-01"),
        ("202612", "2026-12-01"),
        ("20261231", "2026-12-31"),
        ("2026-Q4", "2026-10-01"),
        ("Q4 2026", "2026-10-01"),
        ("4. Quartal 2026", "2026-10-01"),
        ("2026-W01", "2025-12-29"),
        ("46387", "2026-12-31"),
        (46387, "2026-12-31"),
        (46387.5, "2026-12-31"),
        (date(2026, 12, 31), "2026-12-31"),
    ],
)
def test_dates(text: object, meant: str) -> None:
    found = day.dates(column(text, "2020-01-01"), "x")
    assert str(found.values[0]) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", day.NO_DATE),
        ("soon", day.NO_DATE),
        ("0206-01-01", day.FAR),
        ("2026", day.YEAR_ONLY),
        (2026, day.YEAR_ONLY),
        ("", day.EMPTY),
        ("n/a", day.EMPTY),
        ("#REF!", day.MISTAKE),
        (12, day.NO_DATE),
    ],
)
def test_what_is_no_date_has_a_reason(text: object, reason: int) -> None:
    found = day.dates(column(text), "x")
    assert found.reasons.tolist() == [reason]
    assert np.isnat(found.values[0])


def test_the_column_decides_whether_the_day_comes_first() -> None:
    def months(*texts: str) -> tuple[list[str], str]:
        found = day.dates(column(*texts), "x")
        return [str(value) for value in found.values], " ".join(each.what for each in found.findings)

    assert months("01/02/2026", "31/01/2026") == (["2026-02-01", "2026-01-31"], "")
    assert months("01/02/2026", "01/31/2026") == (["2026-01-02", "2026-01-31"], "In column “x” the month comes first.")
    assert months("01/02/2026", "01/03/2026", "01/04/2026")[0] == ["2026-02-01", "2026-03-01", "2026-04-01"]
    assert months("02/01/2026", "03/01/2026", "04/01/2026")[0] == ["2026-02-01", "2026-03-01", "2026-04-01"]
    values, told = months("01/02/2026", "03/04/2026")
    assert values == ["2026-02-01", "2026-04-03"]
    assert "Nothing in column “x” says" in told
    values, told = months("31/12/2026", "12/30/2026", "01/02/2026", "02/02/2026")
    assert values == ["2026-12-31", "2026-12-30", "NaT", "2026-02-02"]
    assert "not used" in told
    chosen = day.dates(column("01/02/2026", "03/04/2026"), "x", "month first")
    assert [str(value) for value in chosen.values] == ["2026-01-02", "2026-03-04"]
    assert not chosen.findings
