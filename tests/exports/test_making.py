"""Several documents at once, what is chosen about them, and what goes wrong on the disk."""

from __future__ import annotations

import errno
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import ldcase
from ldcase.charts.printed import FONT_FILES, FONTS
from ldcase.errors import CaseError
from ldcase.exports import making, pdf, twin
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.making import chosen, everything, made, wanted, write
from ldcase.exports.origin import digest, origin
from ldcase.exports.verify import documents, verify
from ldcase.forecast import forecast
from ldcase.store.bundle import Bundle, tables_of, unpacked
from tests.sample_cases import DATA, bundled

DAY = date(2027, 1, 31)
CASE = "it-turnover"


@pytest.mark.parametrize(
    ("words", "endings"),
    [
        ("pdf,xlsx", [".pdf", ".xlsx"]),
        (" .XLSX , pdf,pdf", [".xlsx", ".pdf"]),
        ("all", list(KINDS)),
        ("page.pdf", []),
        ("pdf,exe", []),
        ("", []),
    ],
)
def test_a_list_names_forms_and_a_file_does_not(words: str, endings: list[str]) -> None:
    assert [kind.ending for kind in wanted(words)] == endings


def test_paper_changes_the_page() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    found = forecast(bundled(CASE))
    sizes = {}
    for paper in ("a4", "letter"):
        content = made(KINDS[".pdf"], found, origin(found, DAY), chosen(paper, None)).content
        box = PdfReader(BytesIO(content)).pages[0].mediabox
        sizes[paper] = round(float(box.width)), round(float(box.height))
    assert sizes == {"a4": (595, 842), "letter": (612, 792)}


@pytest.mark.parametrize(
    ("act", "code"),
    [(lambda: chosen("a3", None), "unknown-paper"), (lambda: chosen("a4", Path("nowhere.pptx")), "no-template")],
)
def test_what_cannot_be_chosen_is_told(act: Callable[[], Options], code: str) -> None:
    with pytest.raises(CaseError) as problem:
        act()
    assert problem.value.findings[0].code == code
    assert problem.value.findings[0].do


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Make room"),
        (PermissionError(errno.EACCES, "Permission denied"), "Close it where it is open"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_a_disk_that_refuses_leaves_no_half_file(
    trouble: OSError, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise trouble

    monkeypatch.setattr("os.fsync", refuse)
    found = forecast(bundled(CASE), draws=64)
    target = tmp_path / "twin.xlsx"
    target.write_text("what was there")
    with pytest.raises(CaseError) as problem:
        write(KINDS[".xlsx"], found, target, origin(found, DAY), Options())
    assert told in str(problem.value)
    assert [path.name for path in tmp_path.iterdir()] == ["twin.xlsx"]
    assert target.read_text() == "what was there"
    assert vars(twin)["write_whole"] is vars(pdf)["write_whole"]  # one way of writing for all


def test_the_zip_holds_the_case_its_tables_and_every_document() -> None:
    case = bundled(CASE).edit("horizon", "30 months")
    found = forecast(case)
    told: list[tuple[int, str]] = []
    given = Bundle(case.to_yaml(), {"leavers.csv": b"date,value,group\n"})
    name, content = everything(
        found, given, origin(found, DAY), Options(), lambda number, kind: told.append((number, kind.ending))
    )
    assert name == f"{CASE}.zip"
    assert told == list(enumerate(KINDS))
    assert unpacked(name, content) == given
    inside = documents(name, content)
    assert set(inside) == {f"{CASE}{ending}" for ending in KINDS}
    for each in inside.values():
        came_from = verify(each, lambda _: None).origin
        assert came_from is not None
        assert came_from.digest == digest(case)


def test_two_threads_make_the_same_document() -> None:
    found = forecast(bundled(CASE), draws=256)
    came_from = origin(found, DAY)
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(made, KINDS[".pdf"], found, came_from, Options()) for _ in range(2)]
    assert len({len(each.result().content) for each in waiting}) == 1


def test_python_writes_the_zip_too(tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    case = ldcase.open(DATA / "cases" / CASE)
    assert case.what_if({"able_share": 0.31}).export(target) == target
    given = unpacked(target.name, target.read_bytes())
    assert "0.31" in given.text
    assert set(given.tables) == set(tables_of(DATA / "cases" / CASE))
    assert {found.outcome for found in ldcase.verify(target).values()} == {"changed"}


def test_making_all_stops_when_it_is_told_to() -> None:
    found = forecast(bundled(CASE), draws=64)

    def stop(number: int, kind: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        everything(found, Bundle("title: x\n"), origin(found, DAY), Options(), stop)


def test_a_zip_without_documents_is_one_that_says_nothing() -> None:
    assert documents("x.zip", b"PK\x03\x04 broken") == {"x.zip": b"PK\x03\x04 broken"}
    assert documents("page.pdf", b"%PDF") == {"page.pdf": b"%PDF"}


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".pptx"])
def test_a_missing_typeface_is_told_and_leaves_no_file(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all((FONTS / name).is_file() for name in FONT_FILES)
    monkeypatch.setattr(making, "FONTS", tmp_path / "nowhere")
    target = tmp_path / f"page{ending}"
    of = forecast(bundled("closing-the-sale"), 8)
    with pytest.raises(CaseError) as told:
        write(KINDS[ending], of, target, origin(of, DAY), Options())
    assert [each.code for each in told.value.findings] == ["fonts-missing"]
    assert "inter-latin-400.ttf" in told.value.findings[0].found
    assert not target.exists()
