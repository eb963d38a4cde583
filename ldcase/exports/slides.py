"""The slides of a case: a short deck in the order of the pitch, and an appendix, as a PowerPoint file to be edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.gap import gap
from ldcase.charts.drawings.grades import grades as draw_grades
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.rollout import rollout
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.charts.tables import table_of
from ldcase.exports.document import Block, Heading, KeyFigure, KeyFigures, Paper, Part, Picture, Points, Table
from ldcase.exports.origin import Origin
from ldcase.exports.pptx import presented
from ldcase.exports.pptx_charts import NATIVE
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.forecast.grades import grades
from ldcase.language import speech, worded
from ldcase.words.deck import deck
from ldcase.words.one_page import made_on
from ldcase.words.sentence import say
from ldcase.words.slide import Slide

CHARTS: Mapping[str, Callable[[Forecast, Axes], Drawing]] = {
    "opportunity": lambda now, axes: gap(now, now.case.metrics[0], axes),
    "causes": lambda now, axes: causes(now),
    "idea": rollout,
    "evidence": net_benefit_dots,
    "course": net_benefit_dots,
    "needs": lambda now, axes: must_be_true(now),
    "haircuts": waterfall,
    "ask": fan,
    "tornado": tornado,
    "grades": lambda now, axes: draw_grades(grades(now), now.case.currency, axes),
    "costs": costs,
}
"""The chart of a slide by the slide's name."""
OPENINGS = ("decision", "appendix")
"""Slides that open a part."""


def write_slides(
    forecast: Forecast, target: Path | BinaryIO, origin: Origin, template: Path | bytes | None = None
) -> tuple[str, ...]:
    """Write the slides of a forecast, whole or not at all.

    Parameters
    ----------
    template
        A company's own template, .pptx or .potx, as a path or its content; without one, ours.

    Returns
    -------
    tuple of str
        What was shortened so that it fits its slide; nothing is missing in the notes.

    Raises
    ------
    OSError
        When a file cannot be read or written.
    CaseError
        When the template has no layout with a title and a place for content; it says which layouts it has.
    """
    content, shortened = presented(
        slides_paper(forecast, origin), template.read_bytes() if isinstance(template, Path) else template
    )
    if isinstance(target, Path):
        write_whole(target, content)
    else:
        target.write(content)
    return shortened


def slides_paper(forecast: Forecast, origin: Origin) -> Paper:
    """The slides as a neutral document: a part each."""
    axes = Axes()
    return Paper(
        title=forecast.case.title or worded("A case without a title"),
        subtitle=made_on(forecast),
        parts=tuple(_part(forecast, slide, axes) for slide in deck(forecast)),
        origin=origin,
        language=speech().language,
        sample_data=forecast.case.document.sample_data,
    )


def _part(forecast: Forecast, slide: Slide, axes: Axes) -> Part:
    drawing = drawing_of(forecast, slide.name, axes)
    title = str(slide.title) if slide.title is not None else drawing.title if drawing is not None else ""
    blocks: list[Block] = [Heading(slide.part, 1 if slide.name in OPENINGS else 2)]
    if slide.told:
        blocks.append(Points(slide.told))
    if slide.figures:
        blocks.append(KeyFigures(tuple(KeyFigure(*figure) for figure in slide.figures)))
    if slide.rows is not None:
        rows = slide.rows
        blocks.append(Table("", rows.heads, rows.rows, rows.numeric, rows.strong, rows.widths))
    notes = slide.notes
    if drawing is not None and any(drawing.data[drawing.spec].values()):
        blocks.append(Picture(drawing) if drawing.spec in NATIVE else _as_table(forecast, drawing))
        notes = (*notes, say(drawing.description))
    return Part(title, tuple(blocks), notes)


def drawing_of(forecast: Forecast, name: str, axes: Axes) -> Drawing | None:
    """The drawing of a slide; None where it has none."""
    kind, _, key = name.partition(".")
    if kind == "gap" and key:
        return gap(forecast, next(use for use in forecast.case.metrics if use.key == key), axes)
    return CHARTS[name](forecast, axes) if name in CHARTS else None


def _as_table(forecast: Forecast, drawing: Drawing) -> Table:
    """A drawing that is read better as a table."""
    told = table_of(drawing, forecast.case.currency)
    rows = tuple(tuple(cell.text for cell in row) for row in told.rows)
    heads = tuple(f"{head[:1].upper()}{head[1:]}" for head in told.heads)
    return Table(drawing.subtitle, heads, rows, widths=(40, 30, 30) if len(heads) == 3 else ())
