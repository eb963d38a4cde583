"""What a file is, is found out by its content; what cannot be read is refused before it can do harm."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

from ldcase.errors import CaseError
from ldcase.intake import files, limits
from ldcase.intake.delimited import found_delimiter
from tests.intake.made import book, cells, lines, repacked

SHEET = "xl/worksheets/sheet1.xml"
PLAIN = book([["date", "value"], ["2026-01-01", 1], ["2026-02-01", 2]])


def _odt() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    return stream.getvalue()


REFUSED = [
    ("an empty file", b"", "data-empty", "empty"),
    ("only blanks", b"\n \r\n\t\n", "data-empty", "empty"),
    ("a renamed program", b"MZ\x90\x00\x03" + bytes(500), "data-kind", "a program for Windows"),
    ("a renamed PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "data-kind", "a PDF document"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(50), "data-kind", "a picture"),
    ("an old or locked Excel file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "data-kind", "(.xls)"),
    ("a web page named .xls", b"<html><table><tr><td>1</td></tr></table></html>", "data-kind", "web page"),
    ("JSON", b'[{"date": "2026-01-01"}]', "data-kind", "JSON"),
    ("bytes of no kind", bytes(range(256)) * 40, "data-kind", "no text"),
    ("another zip", _odt(), "data-kind", "OpenDocument"),
    ("half a workbook", PLAIN[: len(PLAIN) // 2], "data-damaged", ""),
]


@pytest.mark.parametrize(("what", "content", "code", "found"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_no_table_is_refused_whatever_its_name(what: str, content: bytes, code: str, found: str) -> None:
    with pytest.raises(CaseError) as refused:
        files.read(content, "figures.xlsx")
    (finding,) = refused.value.findings
    assert finding.code == code
    assert found in finding.found + finding.what
    assert finding.do
    assert finding.place.file == "figures.xlsx"


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(CaseError, match="too large"):
        files.recognised(b"a,b\n" * (limits.MOST_BYTES // 4 + 1))


def test_a_bomb_that_tells_its_size_is_not_unpacked() -> None:
    bomb = repacked(PLAIN, SHEET, b"<c>" + bytes(120 * 2**20))
    tracemalloc.start()
    with pytest.raises(CaseError) as refused:
        files.read(bomb, "bomb.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 4 * len(bomb) + 2**20
    tracemalloc.stop()
    assert refused.value.findings[0].code == "data-bomb"


def test_a_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks() -> None:
    honest = repacked(PLAIN, SHEET, bytes(60 * 2**20))
    lying = bytearray(honest)
    size = struct.pack("<I", 60 * 2**20)
    at = -1
    while (at := honest.find(size, at + 1)) >= 0:
        lying[at : at + 4] = struct.pack("<I", 1000)
    tracemalloc.start()
    with pytest.raises(CaseError) as refused:
        files.read(bytes(lying), "bomb.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 4 * 2**20
    tracemalloc.stop()
    assert refused.value.findings[0].code == "data-bomb"


def test_one_cell_in_the_last_corner_is_no_table_of_billions() -> None:
    far = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    with pytest.raises(CaseError) as refused:
        files.read(repacked(PLAIN, SHEET, far))
    assert refused.value.findings[0].code == "data-columns"


def test_three_hundred_columns_are_read_and_one_more_is_refused() -> None:
    def wide(count: int) -> bytes:
        names = ",".join(f"c{k}" for k in range(count))
        return lines(names, *(",".join(str(row * k) for k in range(count)) for row in range(1, 4)))

    assert len(files.read(wide(300)).columns) == 300
    with pytest.raises(CaseError, match="too many columns"):
        files.read(wide(301))
    with pytest.raises(CaseError, match="too many columns"):
        files.read(book([[f"c{k}" for k in range(301)], list(range(301))]))


def test_too_many_cells_are_refused() -> None:
    row = ",".join("1" * 40).encode() + b"\n"
    with pytest.raises(CaseError, match="too many cells"):
        files.read(row * 50_001)


@pytest.mark.parametrize(
    "content",
    [b"a,b\n" + b"," * 20_000_000, b"a\n" + b"\n1" * 9_000_000, b'a,b\n"x"y",z"\n' + b"1,2\n" * 1_000_001],
    ids=["a row of commas", "lines without end", "stray quotation marks"],
)
def test_the_memory_is_bounded_whatever_a_text_holds(content: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(CaseError, match=r"too many (cells|columns)"):
        files.read(content)
    assert tracemalloc.get_traced_memory()[1] < 400 * 2**20
    tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found(encoding: str, sign: str) -> None:
    rows = [
        "Abteilung;Austritt;Größe",
        "Köln;2026-01-31;1",
        "Genève;2026-02-28;2",
        "Łódź" if "utf" in encoding else "Lodz",
    ]
    text = "\r\n".join([*rows[:3], f"{rows[3]};2026-03-31;3"]).replace(";", sign)
    found = cells(text.encode(encoding))
    assert found.names == ("Abteilung", "Austritt", "Größe")
    assert found.column("Abteilung").tolist()[:2] == ["Köln", "Genève"]
    assert found.lines.tolist() == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (b"name;share\nNorth;1,5\nSouth;2,5\n", ";"),
        (b"name,text\nNorth,a;b\nSouth,c;d;e\n", ","),
        (b'name,text\n"a;b;c;d",1\n"e;f;g;h",2\n', ","),
        (b"date\tvalue\n1/2/26\t1,5\n", "\t"),
    ],
)
def test_a_comma_within_a_number_parts_no_cells(text: bytes, sign: str) -> None:
    assert found_delimiter(text) == sign


def test_a_wrong_delimiter_can_be_put_right() -> None:
    content = lines("a b;c,d", "1 2;3,4", "5 6;7,8")
    assert cells(content, delimiter=",").names == ("a b;c", "d")
    assert cells(content, delimiter=";").names == ("a b", "c,d")
    with pytest.raises(CaseError, match="cannot part cells"):
        cells(content, delimiter='"')


def test_the_line_of_each_row_is_that_of_the_file() -> None:
    found = cells(b'sep=;\r\nid;note\r\n1;"two\r\nlines"\r\n\r\n2;"a ""quoted"" word"\r\n3;5" pipe\r\n')
    assert found.lines.tolist() == [3, 5, 6, 7]
    assert found.column("note").tolist() == ["two\nlines", "", 'a "quoted" word', '5" pipe']
    assert found.blank.tolist() == [False, True, False, False]


def test_a_quotation_mark_that_is_never_closed_loses_no_row() -> None:
    found = cells(lines("id,note", '1,"never closed', *(f"{k},x" for k in range(2, 90))))
    assert found.rows == 89
    assert any(each.code == "data-quotes" for each in found.findings)


def test_merged_cells_formulas_and_further_sheets_are_told() -> None:
    rows: list[list[object]] = [["team", "value"], ["North", ("=1+1", 2)], [None, 3], ["South", ("=SUM(B2:B3)", 5)]]
    sheet = files.read(book(rows, merged=[(1, 0, 2, 0, "North")]))
    codes = {each.code: each for each in sheet.findings}
    assert codes["data-merged"].found == "1, the first A2:A3"
    assert codes["data-formulas"].found == "2 formulas"
    assert sheet.columns[1].tolist() == ["value", 2.0, 3.0, 5.0]
    assert sheet.columns[0].tolist() == ["team", "North", "", "South"]


def test_sheets_are_listed_and_one_is_chosen() -> None:
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as made:
        first, second = made.add_worksheet("Notes & more"), made.add_worksheet("Zahlen")
        first.write_row(0, 0, ("nothing", "here"))
        for at in range(5):
            second.write_row(at + 2, 1, ("a", at))
    content = stream.getvalue()
    assert files.sheets(content) == ("Notes & more", "Zahlen")
    assert files.read(content).form == "Excel workbook, sheet “Zahlen”"
    assert files.read(content).lines.tolist() == [3, 4, 5, 6, 7]
    assert files.read(content, sheet="Notes & more").rows == 1
    with pytest.raises(CaseError) as refused:
        files.read(content, sheet="Tabelle1")
    assert refused.value.findings[0].allowed == "Notes & more, Zahlen"
