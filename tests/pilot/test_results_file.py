"""A file of pilot results: what is read, what is told row by row, what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from ldcase.errors import CaseError
from ldcase.pilot.analysis import analysed
from ldcase.pilot.results_file import MOST_TOLD, ResultsFile, other_unit, results_file
from tests.sample_cases import DATA

BEGAN = date(2027, 2, 1)
GOOD = """team,group,period,value
A,pilot,before,8.2
A,pilot,after,7.6
B,pilot,before,8.5
B,pilot,after,8.0
C,comparison,before,8.1
C,comparison,after,8.2
D,comparison,before,8.4
D,comparison,after,8.3
"""


def read(text: str) -> ResultsFile:
    return results_file(text.encode(), "results.csv", BEGAN)


def test_the_sample_file_is_read_whole() -> None:
    path = DATA / "cases" / "service-desk-course" / "pilot-results.csv"
    found = results_file(path.read_bytes(), path.name, BEGAN)
    assert (found.rows, found.left_out, found.months, found.began, found.findings) == (516, 0, 3, BEGAN, ())
    result = analysed(found.readings, "lower")
    assert (result.people, result.pilot_teams, result.comparison_teams) == (86, 4, 12)
    low, high = result.interval(0.8)
    assert low < 0.2833 < high  # what the sample was made with
    assert result.periods is not None


def test_periods_and_other_names_of_columns_are_understood() -> None:
    found = read(GOOD)
    assert (found.rows, found.left_out, found.began, found.months) == (8, 0, None, None)
    assert analysed(found.readings, "lower").estimate == pytest.approx(0.55)
    other = GOOD.replace("team,group,period,value", "Site;Arm;Phase;Result").replace(",", ";")
    other = (
        other.replace("pilot", "Trained")
        .replace("comparison", "control")
        .replace("before", "Pre")
        .replace("after", "post")
    )
    assert read(other).readings == found.readings


def test_when_the_pilot_began_parts_dates_into_before_and_after() -> None:
    path = DATA / "cases" / "service-desk-course" / "pilot-results.csv"
    early = results_file(path.read_bytes(), path.name, date(2027, 1, 1))
    assert early.months == 4
    assert sum(not reading.after for reading in early.readings) == 172


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (GOOD.replace("team,", "crew,"), "team, group"),
        (GOOD.replace("value", "score"), "team, group"),
        (GOOD.replace("period", "stage"), "period"),
        (GOOD.replace("group", "side"), "team, group"),
    ],
)
def test_a_missing_column_is_refused_with_what_is_needed(text: str, allowed: str) -> None:
    with pytest.raises(CaseError) as problem:
        read(text)
    (finding,) = problem.value.findings
    assert finding.code == "results-columns"
    assert allowed in finding.allowed
    assert finding.do


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("8.5", "about eight", "value", "about eight"),
        ("8.5", "", "value", "nothing"),
        ("B,pilot,before", "B,maybe,before", "group", "maybe"),
        ("B,pilot,before", "B,pilot,midway", "period", "midway"),
        ("B,pilot,before", ",pilot,before", "team", "nothing"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_others_are_used(old: str, new: str, column: str, said: str) -> None:
    found = read(GOOD.replace(old, new, 1))
    assert found.left_out == 1
    assert len(found.readings) == 7
    row = next(finding for finding in found.findings if finding.code == "results-row")
    assert (row.place.line, row.place.path, row.found) == (4, column, said)


def test_many_bad_rows_are_counted_and_none_is_dropped_in_silence() -> None:
    bad = "".join(f"A,pilot,after,x{k}\n" for k in range(40))
    found = read(GOOD + bad)
    assert found.left_out == 40
    told = [finding for finding in found.findings if finding.code == "results-row"]
    assert len(told) == MOST_TOLD
    more = next(finding for finding in found.findings if finding.code == "results-rows")
    assert more.what.startswith(f"{40 - MOST_TOLD} more")


def test_nothing_usable_is_refused_with_the_rows() -> None:
    with pytest.raises(CaseError, match="No row of this file"):
        read("team,group,period,value\nA,pilot,before,many\nB,comparison,after,few\n")


def test_trained_and_untrained_in_one_team_are_told() -> None:
    found = read(GOOD + "A,comparison,before,8.1\nA,comparison,after,8.0\n")
    finding = next(finding for finding in found.findings if finding.code == "results-mixed-team")
    assert finding.found == "A"


@pytest.mark.parametrize(
    ("values", "typical", "code", "do"),
    [
        (("20", "24", "21", "20"), 0.2, "error", "Divide"),
        (("0.2", "0.24", "0.21", "0.2"), 20.0, "error", "Give the values in deal/offer."),
        (("0.8", "0.9", "0.8", "0.9"), 0.2, "warning", "Check"),
        (("0.2", "0.24", "0.21", "0.2"), 0.2, "", ""),
    ],
)
def test_another_unit_is_noticed(values: tuple[str, ...], typical: float, code: str, do: str) -> None:
    rows = zip("AABB", ("pilot", "pilot", "comparison", "comparison"), ("before", "after") * 2, values, strict=True)
    found = read("team,group,period,value\n" + "".join(",".join(row) + "\n" for row in rows))
    finding = other_unit(found.readings, typical, "deal/offer")
    assert (finding.severity if finding else "") == code
    assert (finding.do if finding else "").startswith(do)


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", b"<html></html>", b"PK\x03\x04 broken"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(CaseError):
        results_file(content, "results.csv", BEGAN)
