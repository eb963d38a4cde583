"""What would have happened anyway: by a comparison group, by the trend."""

from __future__ import annotations

import doctest

import pytest

from ldcase.errors import CaseError
from ldcase.forecast import isolation
from ldcase.forecast.isolation import by_comparison, by_trend


def test_a_comparison_group_takes_its_own_change_off() -> None:
    found = by_comparison(20.0, 26.0, 19.0, 21.0)
    assert (found.change, found.anyway, found.own) == (6, 2, 4)
    assert found.share == pytest.approx(2 / 3)
    # Everybody improved as much: nothing is the programme's.
    assert by_comparison(20.0, 26.0, 10.0, 16.0).share == 0


@pytest.mark.parametrize("others", [(20.0, 19.0), (20.0, 27.0)])
def test_what_is_no_part_of_the_change_has_no_share(others: tuple[float, float]) -> None:
    assert by_comparison(20.0, 26.0, *others).share is None
    assert by_comparison(20.0, 20.0, 20.0, 20.0).share is None


def test_a_change_that_only_goes_on_is_no_effect() -> None:
    rising = [10.0 + month for month in range(18)]
    assert by_trend(rising[:12], rising[12:]).own == pytest.approx(0)
    lifted = by_trend(rising[:12], [value + 5 for value in rising[12:]])
    assert lifted.own == pytest.approx(5)
    assert lifted.share == pytest.approx(5 / lifted.change)
    assert by_trend([10.0] * 12, [12.0] * 3).share == 1


def test_a_short_history_shows_no_trend() -> None:
    with pytest.raises(CaseError, match="comparison group"):
        by_trend([1.0] * 5, [2.0])


def test_the_examples_in_the_code_come_out() -> None:
    assert doctest.testmod(isolation) == (0, 1)
