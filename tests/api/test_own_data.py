"""Own data for an analyst: a file in, a summary out."""

from __future__ import annotations

from datetime import date

import pytest

import ldcase
from ldcase.errors import CaseError
from tests.sample_cases import DATA

PEOPLE = DATA / "samples" / "sample-people.csv"


def test_a_list_of_people_is_read_with_guessed_or_named_columns() -> None:
    day = date(2026, 11, 22)
    found = ldcase.read_data(PEOPLE, better="lower", today=day)
    columns = {"person": "Employee number", "group": "Team", "start": "Start date", "leave": "Leaving date"}
    assert ldcase.read_data(PEOPLE, columns, better="lower", today=day).series.level == found.series.level
    assert found.reading.report.rows_used == 851
    assert len(found.groups) == 10
    assert len(ldcase.read_data(PEOPLE, smallest_group=3, better="lower", today=day).groups) == 12


def test_a_wrong_column_or_role_is_told() -> None:
    with pytest.raises(CaseError) as refused:
        ldcase.read_data(PEOPLE, {"person": "Staff", "begin": "Start date"})
    assert refused.value.findings[0].found == "begin, Staff"
    with pytest.raises(CaseError, match="cannot be read"):
        ldcase.read_data(DATA / "nowhere.csv")
