"""Days and months by locale."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ldcase.language import speaking
from ldcase.words import dates

DAY = date(2027, 3, 5)


@pytest.mark.parametrize(
    ("locale", "day", "short", "month", "axis", "name", "moment"),
    [
        ("en", "5 March 2027", "5 Mar 2027", "March 2027", "Mar 27", "March", "5 Mar 2027, 14:02"),
        ("en_US", "March 5, 2027", "Mar 5, 2027", "March 2027", "Mar 27", "March", "Mar 5, 2027, 2:02 PM"),
        ("de", "5. März 2027", "05.03.2027", "März 2027", "März 27", "März", "05.03.2027, 14:02"),
    ],
)
def test_dates(locale: str, day: str, short: str, month: str, axis: str, name: str, moment: str) -> None:
    with speaking(locale[:2], locale):
        assert dates.day(DAY) == day
        assert dates.short_day(DAY) == short
        assert dates.month(DAY) == month
        assert dates.short_month(DAY) == axis
        assert dates.month_of_year(3) == name
        assert dates.moment(datetime(2027, 3, 5, 14, 2, tzinfo=UTC)).replace("\u202f", " ") == moment
