"""Whether a document still matches its case: every form, every answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from ldcase.case import Case
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.origin import Origin, digest, origin
from ldcase.exports.verify import EXIT, States, verify
from ldcase.forecast import forecast
from ldcase.language import speaking
from tests.sample_cases import bundled

DAY = date(2027, 1, 31)
CASE = "it-turnover"
OTHER = {"able_share": 0.31}


def made(case: Case, ending: str, version: str = "file") -> bytes:
    stream = BytesIO()
    found = forecast(case)
    KINDS[ending].write(found, stream, origin(found, DAY, version), Options())
    return stream.getvalue()


def at(present: Case, file: Case | None = None, **earlier: Case) -> Callable[[Origin], States | None]:
    kept = {int(name.removeprefix("change_")): case for name, case in earlier.items()}
    states = States(present, max(kept, default=0) + 1, file or bundled(CASE), kept.get)
    return lambda came_from: states if came_from.case_id == present.id else None


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {ending: made(bundled(CASE), ending) for ending in KINDS}


@pytest.mark.parametrize("ending", KINDS)
def test_each_form_matches_its_case_until_a_figure_is_another(ending: str, documents: dict[str, bytes]) -> None:
    case = bundled(CASE)
    same = verify(documents[ending], at(case))
    assert (same.outcome, same.differences) == ("same", ())
    assert same.origin is not None
    assert same.origin.digest == digest(case)
    assert verify(documents[ending], at(case.edit("title", "Another title"))).outcome == "same"
    changed = verify(documents[ending], at(case.what_if(OTHER)))
    assert changed.outcome == "changed"
    assert [each.name for each in changed.differences] == ["able_share"]
    assert changed.differences[0].document != changed.differences[0].case


def test_the_state_it_was_made_of_is_named(documents: dict[str, bytes]) -> None:
    case = bundled(CASE)
    then, now = case.what_if(OTHER), case.what_if({"able_share": 0.2})
    found = verify(made(then, ".pdf", "3"), at(now, change_3=then, change_7=now))
    assert found.outcome == "changed"
    assert "change 3" in found.told[1]
    assert "change 8" in found.told[1]
    assert found.differences[0].document.startswith("31")
    lost = verify(made(then, ".pdf", "3"), at(now))
    assert (lost.outcome, lost.differences) == ("changed", ())
    assert "cannot be told" in lost.told[-1]
    twin = verify(made(then, ".xlsx", "3"), at(now))
    assert [each.name for each in twin.differences] == ["able_share"]
    longer = verify(documents[".pdf"], at(case.edit("horizon", "36 months")))
    assert "36" in longer.told[-1]


def test_what_was_typed_into_the_twin_is_found(documents: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(BytesIO(documents[".xlsx"]))
    sheet = book["Inputs"]
    row = next(row for row in sheet.iter_rows() if row[1].value == "able_share")
    row[3].value = 0.99
    stream = BytesIO()
    book.save(stream)
    found = verify(stream.getvalue(), at(bundled(CASE)))
    assert found.outcome == "changed"
    assert [each.name for each in found.differences] == ["able_share"]
    assert "typed over" in found.told[-1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"a,b\n1,2\n", b"<html></html>"])
def test_a_file_without_an_origin_is_told(content: bytes) -> None:
    found = verify(content, at(bundled(CASE)))
    assert (found.outcome, found.origin, EXIT[found.outcome]) == ("unknown", None, 2)
    with speaking("de"):
        assert verify(content, at(bundled(CASE))).told != found.told


def test_a_case_that_is_not_here_is_told(documents: dict[str, bytes]) -> None:
    found = verify(documents[".pdf"], at(bundled("closing-the-sale")))
    assert found.outcome == "unknown"
    assert CASE in found.told[-1]
