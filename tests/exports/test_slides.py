"""Slides: reopened and compared with the forecast; native charts, real placeholders, notes, origin, odd texts."""

from __future__ import annotations

import errno
import os
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.exports.origin import origin, read_origin
from ldcase.exports.pptx_charts import NATIVE
from ldcase.exports.pptx_text import height
from ldcase.exports.slides import CHARTS, drawing_of, write_slides
from ldcase.forecast import forecast
from ldcase.language import speaking
from ldcase.words import numbers
from ldcase.words.deck import deck
from tests.exports.slides import BUNDLED, DAY, deck_of, edited, made, of, text, texts

NASTY = '=1+1 <b>&amp; @name +SUM(A1) "x" 🎉 مرحبا שלום \x01'
KEPT = NASTY.replace("\x01", "")


@pytest.mark.parametrize("name", BUNDLED)
def test_every_slide_has_a_finding_notes_its_origin_and_a_number(name: str) -> None:
    given, presentation = of(name), deck_of(name)
    words = deck(given)
    assert len(presentation.slides) >= len(words)
    digest = origin(given, DAY).digest[:12]
    for slide in presentation.slides:
        kinds = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        title = kinds.get("TITLE", kinds.get("CENTER_TITLE"))
        assert title is not None
        assert len(title.text_frame.text) > 8
        assert digest in kinds["FOOTER"].text_frame.text
        assert "SLIDE_NUMBER" in kinds
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders if shape.has_text_frame)
        assert len({shape.shape_id for shape in slide.shapes}) == len(slide.shapes)
    whole = text(presentation)
    for figure in ("net_benefit", "npv"):
        assert numbers.money(given[figure].likely).replace("\u00a0", " ") in whole
    assert str(given.case.document.sample_data)[:60] in whole


def charts(presentation: Any) -> list[Any]:
    return [shape for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def values(shape: Any) -> dict[str, list[float]]:
    return {series.name: list(series.values) for plot in shape.chart.plots for series in plot.series}


@pytest.mark.parametrize("name", ["closing-the-sale", "not-a-training-problem"])
def test_the_values_of_every_chart_are_those_of_its_drawing(name: str) -> None:
    given, axes = of(name), Axes()
    shapes = {shape.name: shape for shape in charts(deck_of(name))}
    wanted = [drawing_of(given, slide.name, axes) for slide in deck(given)]
    drawn = [drawing for drawing in wanted if drawing is not None and drawing.spec in NATIVE]
    assert len(drawn) == len(charts(deck_of(name))) >= 6
    for drawing in drawn:
        shape = shapes[drawing.title]
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == drawing.description
        assert COMPARED[drawing.spec](shape, drawing), drawing.spec


def lines(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data[drawing.spec]
    names = ("best", "team") if drawing.spec == "gap" else ("trained", "applying")
    return list(values(shape).values()) == [pytest.approx(rows[column]) for column in names]


def bands(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data["fan"]
    base, *steps, upper, middle, lower = values(shape).values()
    stands = [sum(parts) for parts in zip(base, *steps, strict=True)]
    assert middle == pytest.approx(rows["p50"])
    assert lower == pytest.approx(rows["p10"])
    return stands == pytest.approx(rows["p90"]) and upper == pytest.approx(rows["p90"])


def steps(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data[drawing.spec]
    base, up, down, _ = values(shape).values()
    found = [sorted((b + d, b + u)) for b, u, d in zip(base, up, down, strict=True)]
    wanted = [sorted(pair) for pair in zip(rows["start"], rows["end"], strict=True)]
    labels = [point.data_label.text_frame.text for point in list(shape.chart.plots[0].series)[3].points]
    return found == [pytest.approx(pair) for pair in wanted] and labels == rows["text"]


def dots(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data["dots"]
    (series,) = shape.chart.plots[0].series
    across = [float(each.text) for each in series._element.findall("{*}xVal//{*}v")]
    colours = [str(point.marker.format.fill.fore_color.rgb) for point in series.points][: len(across)]
    assert len(set(colours)) == len(set(rows["tone"]))
    return list(zip(across, series.values, strict=True)) == list(zip(rows["value"], rows["level"], strict=True))


def ends(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data["tornado"]
    return list(values(shape).values()) == [pytest.approx(rows["low"]), pytest.approx(rows["high"])]


def amounts(shape: Any, drawing: Drawing) -> bool:
    rows = drawing.data[drawing.spec]
    if drawing.spec == "costs":
        wanted = rows["value"]
    else:
        wanted = [end - start for start, end in zip(rows["start"], rows["end"], strict=True) if end > start]
    return list(values(shape).values()) == [pytest.approx(wanted)]


COMPARED = {
    "gap": lines, "rollout": lines, "fan": bands, "waterfall": steps, "grades": steps, "dots": dots,
    "tornado": ends, "costs": amounts, "causes": amounts,
}  # fmt: skip


def test_every_native_chart_is_compared_and_every_chart_has_a_slide() -> None:
    assert set(COMPARED) == set(NATIVE)
    assert {"opportunity", "causes", "idea", "evidence", "needs", "haircuts", "ask"} <= set(CHARTS)


def test_notes_say_where_each_number_comes_from_and_what_may_be_said() -> None:
    notes = deck_of("closing-the-sale").slides[1].notes_slide.notes_text_frame.text
    assert "They may say “It is nice to have.”" in notes
    assert "Where the numbers come from:" in notes
    assert "CRM export, last twelve months (sample data), Sales operations, measured here." in notes
    for slide in deck(of("closing-the-sale")):
        assert all(str(sentence) for sentence in slide.notes)


def test_the_whole_register_stands_in_the_appendix() -> None:
    given = of("closing-the-sale")
    sources = {each.source for each in given.case.assumptions.values() if each.name != "effect_achieved"}
    told = text(deck_of("closing-the-sale"))
    assert {source for source in sources if source not in told} == set()


def test_german_is_german_and_its_figures_are_written_so() -> None:
    presentation = deck_of("schweissnaehte", "de")
    whole = text(presentation)
    assert "Anhang" in whole
    assert "Wer dafür einsteht" in whole
    first = "\n".join(each for slide in list(presentation.slides)[:11] for each in texts(slide))
    for english in (" the ", " of ", "Source", "Grade", "Next"):
        assert english not in first
    with speaking("de"):
        figure = numbers.money(of("schweissnaehte")["net_benefit"].likely)
    assert figure.replace("\u00a0", " ") in whole
    assert presentation.core_properties.language == "de-DE"


def test_text_of_a_case_is_text(tmp_path: Path) -> None:
    nasty = edited(
        of("closing-the-sale").case,
        title=NASTY,
        ask__sponsor=NASTY,
        opportunity__metrics__win_rate__assumptions__deal_size__source=NASTY,
        opportunity__metrics__win_rate__assumptions__exemplar_win_rate__title="=2+2",
    )
    target = tmp_path / "deck.pptx"
    write_slides(nasty, target, origin(nasty, DAY))
    assert read_origin(target) == origin(nasty, DAY).__class__(
        **{name: getattr(origin(nasty, DAY), name) for name in origin(nasty, DAY).__slots__} | {"title": KEPT}
    )
    presentation = made(nasty)[0]
    assert text(presentation).count(KEPT) >= 3
    with ZipFile(target) as package:
        books = [name for name in package.namelist() if name.startswith("ppt/embeddings/")]
        names = set()
        for book in books:
            sheet = openpyxl.load_workbook(BytesIO(package.read(book))).active
            assert sheet is not None
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert all(cell.data_type != "f" for cell in cells)
            names |= {cell.value for cell in cells}
    assert len(books) >= 9
    assert "=2+2" in names


def test_long_texts_stay_within_their_places() -> None:
    long = edited(
        of("closing-the-sale").case,
        title="A very long title of a case that never comes to an end " * 4,
        ask__statement="approval of " + "everything that anybody has ever asked for " * 8,
        opportunity__diagnosis__willing__because="Because of many reasons. " * 40,
        ask__next=[{"what": "do this and that " * 9, "owner": "Everybody " * 5, "by": "2027-01-01"}] * 6,
        ask__gates=[{"when": "month 3 " * 9, "measure": "word " * 99, "go": "yes " * 80, "stop": "no " * 90}] * 6,
    )
    presentation, shortened = made(long)
    assert any("cut (…)" in each for each in shortened)
    assert any("notes only" in each for each in shortened)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= presentation.slide_height
            if shape.has_text_frame and shape.is_placeholder:
                fits(shape)
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= 6.75 * 914_400
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides)
    assert "do this and that" in notes
    assert str(deck(long)[0].title) in text(presentation) + notes


def fits(shape: Any) -> None:
    """The text of a placeholder is no higher than it, with a line to spare for another typeface."""
    told = [words.text for words in shape.text_frame.paragraphs]
    sizes = [run.font.size.pt for words in shape.text_frame.paragraphs for run in words.runs if run.font.size]
    if sizes:
        assert height(told, shape.width / 12_700, max(sizes)) <= shape.height / 12_700 + max(sizes), told


def test_a_case_with_fixed_figures_only_has_its_slides() -> None:
    case = of("closing-the-sale").case
    fixed = forecast(case.what_if({a.name: (a.likely,) * 3 for a in case.assumptions.values()}), draws=64)
    presentation, _ = made(fixed)
    assert "Every assumption is fixed" in text(presentation)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    given = of("closing-the-sale")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_slides(given, tmp_path / "deck.pptx", origin(given, DAY))
    assert list(tmp_path.iterdir()) == []


def test_origin_is_read_back(tmp_path: Path) -> None:
    given = of("it-turnover")
    write_slides(given, tmp_path / "deck.pptx", origin(given, DAY))
    assert read_origin(tmp_path / "deck.pptx") == origin(given, DAY)
    about = made(given)[0].core_properties
    assert (about.title, about.author) == (given.case.title, "")


def test_slides_that_are_read_have_no_placeholder_text(tmp_path: Path) -> None:
    for slide in deck_of("closing-the-sale").slides:
        assert not [told for told in texts(slide) if told in ("The step", "Title", "Text", "Content", "Figures")]
