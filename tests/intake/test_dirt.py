"""A dirty file: every kind of dirt is told with its line, and the good rows count."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from types import MappingProxyType

import pytest

from ldcase.errors import CaseError
from ldcase.intake.mapping import Mapped
from tests.intake.made import TODAY, book, lines, understood

PEOPLE = Mapped(
    "people", MappingProxyType({"person": "id", "group": "team", "start": "start", "leave": "leave", "value": "score"})
)
DATED = Mapped(
    "people", MappingProxyType({"person": "id", "start": "start", "leave": "leave", "date": "day", "value": "score"})
)
HISTORY = Mapped(
    "history", MappingProxyType({"date": "date", "value": "value", "group": "group", "headcount": "people"})
)
GOOD = {
    "people": ["P1,North,2020-01-01,,0.5", "P2,South,2021-01-01,2022-01-01,0.25"],
    "dated": ["P1,2020-01-01,,2026-01-05,1", "P2,2021-01-01,2026-06-30,2026-02-05,2"],
    "history": ["2026-01-01,0.2,North,12", "2026-02-01,0.3,North,13"],
}
HEADS = {
    "people": "id,team,start,leave,score",
    "dated": "id,start,leave,day,score",
    "history": "date,value,group,people",
}
MAPPED = {"people": PEOPLE, "dated": DATED, "history": HISTORY}


@dataclass(frozen=True)
class Dirt:
    """One dirty row: the kind of file, the row, the column and the reason it is told with."""

    what: str
    file: str
    row: str
    column: str
    reason: str


DIRT = [
    Dirt("a word for a date", "history", "soon,0.2,North,12", "date", "not a date"),
    Dirt("a day that does not exist", "history", "2026-02-30,0.2,North,12", "date", "not a date"),
    Dirt("only a year", "history", "2026,0.2,North,12", "date", "only a year"),
    Dirt("a year that cannot be meant", "history", "0206-03-01,0.2,North,12", "date", "the year cannot be meant"),
    Dirt("a date to come", "history", "2031-03-01,0.2,North,12", "date", "a date that is still to come"),
    Dirt("no date", "history", ",0.2,North,12", "date", "nothing stands here"),
    Dirt("a word for a number", "history", "2026-03-01,good,North,12", "value", "not a number"),
    Dirt("no value", "history", "2026-03-01,n/a,North,12", "value", "nothing stands here"),
    Dirt("an error of the workbook", "history", "2026-03-01,#DIV/0!,North,12", "value", "an error of the workbook"),
    Dirt("a lone percent sign", "history", "2026-03-01,25 %,North,12", "value", "no percent sign"),
    Dirt("broken thousands", "history", '2026-03-01,"1,23,4.5",North,12', "value", "not a number"),
    Dirt("two numbers in a cell", "history", "2026-03-01,0.2 0.3,North,12", "value", "not a number"),
    Dirt("a negative headcount", "history", "2026-03-01,0.2,North,-12", "people", "fewer than no people"),
    Dirt("the same month twice", "history", "2026-02-01,0.4,north,12", "date", "the same date and group as in line 3"),
    Dirt("a total", "history", "Total,0.5,,", "", "a sum of other rows"),
    Dirt("the header again", "history", "date,value,group,people", "", "the names of the columns once more"),
    Dirt("one cell too many", "history", "2026-03-01,0,2,North,12", "", "more cells than there are names"),
    Dirt("a person twice", "people", "P1,North,2020-01-01,,0.5", "id", "the same person as in line 2"),
    Dirt("nobody", "people", ",North,2020-01-01,,0.5", "id", "nobody is named"),
    Dirt(
        "leaving before starting", "people", "P3,North,2021-01-01,2020-01-01,0.5", "leave", "the last day lies before"
    ),
    Dirt("a word for a leaving date", "people", "P3,North,2021-01-01,unknown,0.5", "leave", "not a date"),
    Dirt("infinity", "people", "P3,North,2021-01-01,,inf", "score", "not a number"),
    Dirt(
        "measured after leaving",
        "dated",
        "P3,2020-01-01,2021-01-01,2026-03-01,3",
        "day",
        "measured after the person had",
    ),
    Dirt("measured before starting", "dated", "P3,2026-05-01,,2026-03-01,3", "day", "measured before the person"),
    Dirt(
        "the same person and day", "dated", "P1,2020-01-01,,2026-01-05,3", "id", "the same person and date as in line 2"
    ),
]


@pytest.mark.parametrize("dirt", DIRT, ids=[each.what for each in DIRT])
def test_a_dirty_row_is_told_with_its_line_and_the_good_ones_count(dirt: Dirt) -> None:
    content = lines(HEADS[dirt.file], *GOOD[dirt.file], dirt.row)
    report = understood(content, MAPPED[dirt.file]).report
    told = [each for each in report.listed() if each.line == 4]
    assert [each.line for each in report.listed()] == [4] * len(told), report.sentence
    assert any(each.column == dirt.column and dirt.reason in each.reason for each in told), told
    assert all(each.allowed for each in told)
    assert report.used.tolist() == [True, True, False]
    assert report.sentence.startswith("2 of 3 rows are used; 1 is not: 1 ")


def test_a_file_with_all_of_it_loses_nothing() -> None:
    dirty = [each.row for each in DIRT if each.file == "people"]
    rows = [f"G{k},Team {k % 3},2020-02-{k % 27 + 1:02},,0.{k}" for k in range(200)]
    content = lines(HEADS["people"], *GOOD["people"], *rows[:100], "", *dirty, ";;;;", *rows[100:])
    report = understood(content, PEOPLE).report
    assert report.rows == 2 + 200 + len(dirty) + 1
    assert report.rows_used == 202
    assert report.rows - report.rows_used == len({each.line for each in report.listed()})
    assert int(report.table.blank.sum()) == 1
    saved = list(csv.DictReader(io.StringIO(report.csv())))
    assert len(saved) == len(list(report.listed()))
    assert {"line", "column", "value", "reason", "allowed"} == set(saved[0])
    assert "202 of" in report.sentence
    assert "One empty line is left out." in report.sentence


def test_what_a_cell_says_runs_nothing_where_the_report_is_opened() -> None:
    content = lines(HEADS["people"], *GOOD["people"], 'P3,North,"=HYPERLINK(""http://x"")",,0.5')
    (row,) = list(csv.DictReader(io.StringIO(understood(content, PEOPLE).report.csv())))
    assert row["value"].startswith("'=")


def test_one_who_came_back_is_no_duplicate() -> None:
    again = "P2,South,2023-01-01,,0.5"
    report = understood(lines(HEADS["people"], *GOOD["people"], again), PEOPLE).report
    assert report.rows_used == 3
    overlapping = "P2,South,2021-06-01,,0.5"
    report = understood(lines(HEADS["people"], *GOOD["people"], overlapping), PEOPLE).report
    assert report.rows_used == 2


def test_people_who_begin_or_leave_later_are_kept_and_told() -> None:
    report = understood(lines(HEADS["people"], *GOOD["people"], "P3,North,2027-03-01,2027-06-01,0.5"), PEOPLE).report
    assert report.rows_used == 3
    assert [each.found for each in report.findings if each.code == "data-ahead"] == ["column “start”", "column “leave”"]


@pytest.mark.parametrize(
    ("rows", "header", "names"),
    [
        (
            ["Report of the year,,", "made in January,,", "", "id,team,start", "1,A,2026-01-01", "2,B,2026-01-02"],
            4,
            "id",
        ),
        (["id,team,start", "key,text,yyyy-mm-dd", "1,A,2026-01-01", "2,B,2026-01-02"], 1, "id (key)"),
        (["1,A,2026-01-01", "2,B,2026-01-02"], 0, "column 1"),
        (["id,id,start", "1,A,2026-01-01", "2,B,2026-01-02"], 1, "id"),
    ],
)
def test_the_names_are_found_under_titles_and_in_two_rows(rows: list[str], header: int, names: str) -> None:
    from tests.intake.made import cells

    found = cells(lines(*rows))
    assert found.header == header
    assert found.names[0] == names
    assert len(set(found.names)) == 3
    assert int(found.data.sum()) == 2
    assert (header == 1 and names == "id") or found.findings


def test_a_chosen_line_of_names_wins_and_a_wrong_one_is_told() -> None:
    from ldcase.intake.files import read
    from ldcase.intake.table import table

    sheet = read(lines("a,b", "c,d", "1,2"))
    assert table(sheet, 2).names == ("c", "d")
    assert table(sheet, 0).names == ("column 1", "column 2")
    with pytest.raises(CaseError, match="no row in this line"):
        table(sheet, 9)
    with pytest.raises(CaseError, match="no row of data"):
        table(sheet, 3)


def test_a_workbook_tells_the_same_dirt() -> None:
    rows: list[list[object]] = [
        ["Month", "Team", "Rate", "Headcount"],
        [TODAY.replace(year=2026), "A", 0.2, 12],
        [46054, "A", "0,25", 12],
        ["March 2026", "A", "#N/A", 12],
        ["n/a", "A", 0.3, -1],
    ]
    report = understood(book(rows)).report
    assert report.rows_used == 2
    assert [(each.line, each.column, each.reason) for each in report.listed()] == [
        (4, "Rate", "nothing stands here"),
        (5, "Month", "nothing stands here"),
        (5, "Headcount", "fewer than no people"),
    ]


def test_a_missing_role_is_asked_for() -> None:
    with pytest.raises(CaseError) as refused:
        understood(lines("a,b", "x,y", "u,v"), Mapped("history"))
    assert "“Date” and “What is measured”" in refused.value.findings[0].what
