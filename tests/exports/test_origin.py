"""Where a document came from."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from ldcase.exports.origin import digest, from_properties, origin, origin_in
from ldcase.forecast import forecast
from ldcase.language import speaking
from tests.sample_cases import bundled

DAY = date(2027, 1, 31)


def test_what_is_written_into_a_file_is_read_back() -> None:
    made = origin(forecast(bundled("it-turnover"), draws=64), DAY, "change 14")
    assert from_properties({**made.properties, "Author": "somebody"}) == made
    assert made.digest[:12] in made.line
    assert "31 January 2027" in made.line
    with speaking("de"):
        assert "31. Januar 2027" in made.line


def test_a_web_page_says_it_in_its_head() -> None:
    made = origin(forecast(bundled("it-turnover").edit("title", '"><b> & ü'), draws=64), DAY)
    metas = "".join(f'<meta name="{name}" content="{escape(text)}">' for name, text in made.properties.items())
    page = f"<!doctype html><html><head><title>x</title>{metas}<style>a > b {{}}</style></head><body>x</body></html>"
    assert origin_in(page.encode()) == made
    assert origin_in(f"<html><head></head><body>{metas}</body></html>".encode()) is None
    assert origin_in(b"\xff\xfe\x00<meta name=") is None


@pytest.mark.parametrize("lost", ["ldcase-digest", "ldcase-seed", "ldcase-made"])
def test_a_part_of_an_origin_is_none(lost: str) -> None:
    made = origin(forecast(bundled("it-turnover"), draws=64), DAY).properties
    assert from_properties({name: text for name, text in made.items() if name != lost}) is None
    assert from_properties({**made, lost: "<nothing>"} if lost != "ldcase-digest" else {}) is None


def test_the_digest_follows_the_figures_and_nothing_else() -> None:
    case = bundled("closing-the-sale")
    name = next(name for name, a in case.assumptions.items() if a.low < a.likely < a.high)
    likely = case.assumptions[name].likely
    assert digest(case.what_if({name: likely})) == digest(case)
    assert digest(case.what_if({name: likely * 1.0001})) != digest(case)
    assert digest(case.edit("title", "Another title")) == digest(case)
    assert digest(case.edit("horizon", "36 months")) != digest(case)
    assert digest(bundled("it-turnover")) != digest(case)
