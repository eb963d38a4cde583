"""The one-page summary as PDF and as Word file: reopened and compared with its forecast, fitting one page."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from ldcase import api
from ldcase.case import Case
from ldcase.exports.docx import write_docx
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.origin import origin, read_origin
from ldcase.exports.pdf import Size, write_pdf
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.options import options
from ldcase.language import speaking
from ldcase.words import numbers
from ldcase.words.answer import written
from ldcase.words.one_page import ROOMS, one_page
from ldcase.words.sentence import Number

CASES = Path(__file__).parents[2] / "data" / "cases"
BUNDLED = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))
DAY = date(2026, 11, 22)
NASTY = '=1+1 *bold* #panic("x") <b>&amp; $x$ [link] @name \\u{41}'


def of(name: str) -> Forecast:
    return forecast(api.open(CASES / name), draws=512)


@pytest.fixture(scope="module")
def sale() -> Forecast:
    return of("closing-the-sale")


def edited(case: Case, **values: object) -> Case:
    for path, value in values.items():
        case = case.edit(path.replace("__", "."), value)
    return case


def pdf(given: Forecast, size: Size = "a4") -> tuple[PdfReader, str]:
    content = BytesIO()
    write_pdf(given, content, origin(given, DAY), size)
    reader = PdfReader(content)
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_case_fits_one_page(name: str, language: str) -> None:
    given = of(name)
    with speaking(language):
        for size, height in (("a4", 842), ("us-letter", 792)):
            reader, text = pdf(given, size)  # type: ignore[arg-type]
            assert len(reader.pages) == 1
            assert round(float(reader.pages[0].mediabox.height)) == height
            for figure in (given["net_benefit"], given["npv"]):
                assert numbers.money(figure.likely).replace("\u00a0", " ") in text.replace("\u00a0", " ")


def test_pdf_is_tagged_titled_and_has_its_fonts_inside(sale: Forecast) -> None:
    reader, text = pdf(sale)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == sale.case.title
    assert not reader.metadata.author
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    inside = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert inside
    assert all("/FontFile2" in one or "/FontFile3" in one for one in inside)
    assert text.index("Decision asked for") < text.index("Why, and why now") < text.index("Do nothing")
    reader.stream.seek(0, os.SEEK_END)
    assert reader.stream.tell() < 1_000_000


def test_table_rows_say_what_the_forecast_says(sale: Forecast) -> None:
    page = one_page(sale)
    assert [row.cells[0] for row in page.assumptions] == [driver.title for driver in sale.tornado()[:8]]
    assert page.options[0].cells[:4] == ("Do nothing", "0", "0", "0")
    assert next(row for row in page.options if row.strong).cells[2] == numbers.money(sale["net_benefit"].mean)
    assert page.figures[1][1] == numbers.month_of_payback(sale.summary.payback_p50, 24)
    assert len(page.gates) == 3
    assert page.shortened == ()
    assert len(one_page(sale, ROOMS[3]).assumptions) == 6


@pytest.mark.parametrize("name", BUNDLED)
def test_every_figure_is_that_of_the_forecast(name: str) -> None:
    given = of(name)
    page, found = one_page(given), options(given).options
    npv, net, currency = given["npv"], given["net_benefit"], given.case.currency
    assert page.figures[0][1:] == (
        numbers.money(net.likely),
        f"in 8 of 10 cases {numbers.money_range(net.p10, net.p90)}",
    )
    assert numbers.money(given["cost"].likely) in " ".join(map(str, page.lead))
    if given.case.assumptions["discount_rate"].high:
        assert page.figures[2][1:] == (
            numbers.money(npv.likely),
            f"in 8 of 10 cases {numbers.money_range(npv.p10, npv.p90)}",
        )
    assert [(row.cells[1], row.cells[2]) for row in page.options] == [
        (numbers.money(option.likely_cost), numbers.money(option.mean)) for option in found
    ]
    best = max(found, key=lambda option: option.mean)
    told = page.ahead if best.kind == "initiative" else page.better
    assert f"“{best.name}” is" in str(told[0])
    assert currency in str(told[0])
    for row, driver in zip(page.assumptions, given.tornado(), strict=False):
        assumption = given.case.assumptions[driver.name]
        assert row.cells[1] == written(given[driver.name], assumption.likely)
        assert row.cells[2].endswith(written(given[driver.name], assumption.high))
        assert row.cells[3] == numbers.money_range(*sorted((driver.at_low, driver.at_high)))
    for step, said in zip(given.case.document.ask.next, page.steps, strict=True):
        assert str(said).startswith(f"{step.what} ({step.owner}, ")
        assert step.by is not None
        assert str(step.by.year) in str(said)
    if page.middle:
        assert {piece.text for piece in page.middle[0].pieces if isinstance(piece, Number)} == {
            numbers.money(net.p50),
            numbers.money(net.likely),
        }


def test_what_is_asked_for_is_told_apart_from_what_the_figures_are_of() -> None:
    page = one_page(of("it-turnover"))
    assert str(page.asked[0]) == "Decision asked for: no decision yet, but two months to ask those who leave."
    assert str(page.asked[1]).startswith("The figures are for “Training for all” as a whole: ")
    assert str(page.asked[2]) == "It asks for the time of: 50 people of two teams, one analyst of HR."


def test_a_case_without_discount_tells_its_chance_in_place_of_a_present_value() -> None:
    given = of("it-turnover")
    label, value, note = one_page(given).figures[2]
    assert (label, note) == ("Cases in which it pays back", "The case discounts nothing.")
    assert value == numbers.odds(given.summary.chance)


def test_web_addresses_are_cut_to_their_site_and_that_is_said(sale: Forecast) -> None:
    at = "opportunity__metrics__win_rate__assumptions__deal_size__source"
    case = edited(sale.case, **{at: "A report, https://www.example.org/a/very/long?way=1; page 3"})
    page = one_page(forecast(case, draws=512))
    sources = [row.cells[4] for row in page.assumptions]
    assert any(source.startswith("A report, example.org/…; page 3") for source in sources)
    assert page.shortened == ("Web addresses are cut to their site (…).",)


def test_an_endless_word_breaks_and_a_day_does_not(sale: Forecast) -> None:
    source = "Endlessword" * 9
    case = edited(sale.case, opportunity__metrics__win_rate__assumptions__deal_size__source=source)
    content = BytesIO()
    given = forecast(case, draws=512)
    write_pdf(given, content, origin(given, DAY))
    text = PdfReader(content).pages[0].extract_text()
    assert source[:30] in text
    assert source not in text
    assert "11\u00a0December 2026" in text


def test_it_says_where_training_is_not_the_remedy_and_where_it_does_not_pay(sale: Forecast) -> None:
    turned = one_page(of("not-a-training-problem"))
    assert turned.turned
    assert str(turned.asked[0]) == (
        "Decision asked for: no money for a course, but a yes to this: show unit and full article number on the "
        "screen; pay the bonus for orders that are delivered without a return; let order entry hold a doubtful order "
        "for an hour."
    )
    assert "Training is not the answer here" in str(turned.verdict[0])
    assert [row.cells[0] for row in turned.options if row.strong] == ["Change the screen and the bonus"]
    poor = forecast(sale.case.what_if({"effect_achieved": 0.05}), draws=512)
    assert "does not pay" in str(one_page(poor).verdict[0])
    assert str(one_page(poor).better[0]).startswith("Doing nothing is better than “Closing programme” on average")


def test_reviewers_are_named_or_missed(sale: Forecast) -> None:
    assert one_page(sale).reviewers.startswith("No reviewer is named yet.")
    named = forecast(edited(sale.case, ask__reviewers=["Controlling", "Works council"]), draws=512)
    assert one_page(named).reviewers == "Reviewed by: Controlling, Works council."


@pytest.mark.parametrize("size", ["a4", "us-letter"])
def test_extremes_are_shortened_and_that_is_said(sale: Forecast, size: Size) -> None:
    case = edited(
        sale.case,
        title="A very long title of a case " * 7 + "end!",
        sample_data="",
        opportunity__metrics__win_rate__assumptions__deal_size__source="Unendinglylongsource " * 40,
        idea__costs__assumptions__learner_rate__source="A source of many words " * 60,
        ask__people="Many people from very many departments, " * 30,
        ask__gates=[{"when": "month 3 " * 9, "measure": "word " * 99, "go": "yes " * 80, "stop": "no " * 90}] * 8,
    )
    reader, text = pdf(forecast(case, draws=512), size)
    assert len(reader.pages) == 1
    assert "texts are cut (…)." in text
    assert "left out." in text


def test_amounts_of_twelve_digits_fit(sale: Forecast) -> None:
    value = next(name for name in sale.case.assumptions if name.endswith("deal_size"))
    rich = forecast(sale.case.what_if({value: 4.2e11}), draws=512)
    reader, text = pdf(rich)
    assert len(reader.pages) == 1
    assert "tn" in text


@pytest.mark.parametrize("write", [write_pdf, write_docx])
def test_text_of_a_case_is_never_markup(sale: Forecast, tmp_path: Path, write: Callable[..., object]) -> None:
    nasty = forecast(edited(sale.case, title=NASTY, ask__sponsor=NASTY, ask__statement=NASTY), draws=512)
    target = tmp_path / f"page.{write.__name__[6:]}"
    write(nasty, target, origin(nasty, DAY))
    if target.suffix == ".pdf":
        text = " ".join(PdfReader(target).pages[0].extract_text().split())
    else:
        text = " ".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert text.count(NASTY) >= 3
    found = read_origin(target)
    assert found == origin(nasty, DAY)


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_full_disk_leaves_no_half_file(
    sale: Forecast, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / f"page{ending}").write_text("before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        KINDS[ending].write(sale, tmp_path / f"page{ending}", origin(sale, DAY), Options())
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(f"page{ending}", "before")]


def test_word_file_has_styles_tables_and_a_described_picture(sale: Forecast, tmp_path: Path) -> None:
    target = tmp_path / "page.docx"
    write_docx(sale, target, origin(sale, DAY), "us-letter")
    document = Document(str(target))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert styles[:3] == ["Subtitle", "Title", "Intense Quote"]
    decision = document.paragraphs[2].runs
    assert (decision[0].text, decision[0].bold) == ("Decision asked for: ", True)
    assert not decision[-1].bold
    for table in document.tables[1:]:
        properties = table.rows[0]._tr.trPr
        assert properties is not None
        assert properties.findall(qn("w:tblHeader"))
    assert styles.count("Heading 2") >= 6
    for part in (document.styles.element, document.element):  # other scripts have sizes of their own
        for look in part.iter(qn("w:rPr")):
            for own, other in (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")):
                pair = [None if (found := look.find(qn(each))) is None else dict(found.attrib) for each in (own, other)]
                assert pair[0] == pair[1]
    options = next(table for table in document.tables if table.cell(0, 0).text == "Option")
    page = one_page(sale)
    assert [tuple(cell.text for cell in row.cells) for row in options.rows[1:]] == [row.cells for row in page.options]
    assert numbers.money(sale["net_benefit"].likely) in document.tables[0].cell(1, 0).text
    picture = document.inline_shapes[0]._inline.docPr
    assert "8 of 10" in picture.get("descr")
    assert "textbox" not in document.element.xml.lower()
    assert origin(sale, DAY).line in document.sections[0].footer.paragraphs[0].text
    assert document.core_properties.author == ""
    assert document.core_properties.title == sale.case.title


def test_origin_of_other_files_is_none(tmp_path: Path) -> None:
    for content in (b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"text"):
        target = tmp_path / "file"
        target.write_bytes(content)
        assert read_origin(target) is None


def test_a_case_is_exported_by_the_ending_of_a_name(tmp_path: Path) -> None:
    case = api.open(CASES / "it-turnover")
    for ending in KINDS:
        assert case.export(tmp_path / f"case{ending}").stat().st_size > 5_000
    found = read_origin(tmp_path / "case.pdf")
    assert found is not None
    assert replace(found, made=DAY) == origin(case.forecast(), DAY)
