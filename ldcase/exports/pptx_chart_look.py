"""How native charts look: few lines, direct labels, colours by meaning, axes that write values as the workbook does."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ldcase.exports.office_properties import plain
from ldcase.exports.pptx_text import Look

TEXT = 11.0
"""Of the words in a chart, in points."""
PARTS = (1, 2, 2.5, 4, 5)
"""Into so many parts a step between marks may be cut."""
MOST_MARKS = 8
Room = tuple[float, float, float, float]
"""Left, top, right, bottom of the plot within its frame, as parts of the frame."""
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def number_format(signals: Mapping[str, Any], ticks: Sequence[float] = ()) -> str:
    """How a spreadsheet writes what the axis of a drawing writes: 140 k, 1.2 M, 20 %.

    ``ticks`` are the marks of an axis, where no more digits stand than they need.
    """
    scale, digits = float(signals.get("value_scale", 1)), int(signals.get("value_digits", 0))
    marks = [scale * tick for tick in ticks]
    if marks:
        needed = (
            d for d in range(digits) if all(abs(mark - round(mark, d)) < 1e-9 * max(1, abs(mark)) for mark in marks)
        )
        digits = next(needed, digits)
    before, after = str(signals.get("value_prefix", "")), str(signals.get("value_suffix", ""))
    core = "#,##0" + (f".{'0' * digits}" if digits else "")
    if scale == 100 and "%" in before + after:
        core = "".join((_quoted(before.replace("%", "")), "%" if "%" in before else "", core,
                        _quoted(after.replace("%", "")), "%" if "%" in after else ""))  # fmt: skip
    elif scale < 1:
        thousands = math.log10(1 / scale) / 3
        if math.isclose(thousands, round(thousands)):
            core = f"{core}{',' * round(thousands)}{_quoted(after)}"
        else:
            core = "#,##0"
    else:
        core = f"{_quoted(before)}{core}{_quoted(after)}"
    return f"{core};\u2212{core};0"


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def dressed(chart: Any, look: Look, room: Room) -> None:
    """What all charts share: no legend, no title of their own, quiet text, and the room around the plot."""
    from pptx.util import Pt

    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(TEXT)
    chart.font.color.rgb = look.rgb("soft")
    left, top, right, bottom = room
    plot = {"x": left, "y": top, "w": max(1 - left - right, 0.05), "h": max(1 - top - bottom, 0.05)}
    inside = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in plot.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(f"{_CHART}layout"):
        area.remove(old)
    area.insert(0, element(f"<c:layout {NAMES}><c:manualLayout>{modes}{inside}</c:manualLayout></c:layout>"))


NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def element(xml: str) -> Any:
    """An element of a chart."""
    from pptx.oxml import parse_xml

    return parse_xml(xml)


def value_axis(axis: Any, look: Look, signals: Mapping[str, Any], side: str) -> None:
    """An axis of values with thin lines at its marks; ``side`` is the drawing’s, x or y."""
    from pptx.enum.chart import XL_TICK_MARK
    from pptx.util import Pt

    low, high, step = _marked(signals[f"{side}_domain"], signals[f"{side}_ticks"])
    form = number_format(signals, [low + step * k for k in range(round((high - low) / step) + 1)])
    axis.major_unit = step
    axis.minimum_scale, axis.maximum_scale = low, high
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = look.rgb("line")
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False


def _marked(domain: Sequence[float], ticks: Sequence[float]) -> tuple[float, float, float]:
    """Ends of an axis and the step between its marks; they are counted from the lowest value, which is a round one.

    The drawing's own ends stay where finer marks meet them; else they are moved to the next mark.
    """
    low, high = float(domain[0]), float(domain[1])
    step = float(ticks[1]) - float(ticks[0]) if len(ticks) > 1 else high - low
    for part in PARTS:
        fine = step / part
        if (high - low) / fine <= MOST_MARKS and all(abs(end / fine - round(end / fine)) < 1e-6 for end in (low, high)):
            return low, high, fine
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def no_axis(axis: Any, domain: Sequence[float]) -> None:
    """An axis that only sets the scale."""
    axis.minimum_scale, axis.maximum_scale = float(domain[0]), float(domain[1])
    axis.has_major_gridlines = False
    axis.visible = False


def category_axis(axis: Any, look: Look, *, rows: bool = False) -> None:
    """An axis of names; ``rows`` where they stand under each other, the first on top."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    axis.has_major_gridlines = False
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.reverse_order = rows
    if rows:
        axis.format.line.fill.background()
        axis.tick_labels.font.color.rgb = look.rgb("ink")
        axis.tick_labels.font.size = Pt(TEXT)
    else:
        axis.format.line.color.rgb = look.rgb("edge")


def filled(shape: Any, look: Look, token: str) -> None:
    """A bar, a band or a point in a colour, without an edge."""
    shape.format.fill.solid()
    shape.format.fill.fore_color.rgb = look.rgb(token)
    shape.format.line.fill.background()


def unseen(series: Any) -> None:
    """A series that only takes room."""
    series.format.fill.background()
    series.format.line.fill.background()


def lined(series: Any, look: Look, token: str, width: float = 2.5) -> None:
    """A line without marks."""
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = look.rgb(token)
    series.format.line.width = Pt(width)


def labelled(point: Any, text: str, look: Look, token: str, position: Any, *, bold: bool = False) -> None:
    """Words beside one point."""
    from pptx.util import Pt

    frame = point.data_label.text_frame
    run = frame.paragraphs[0].add_run()
    run.text = plain(text)
    run.font.size, run.font.bold = Pt(TEXT), bold
    run.font.color.rgb = look.rgb(token)
    frame.word_wrap = False
    if position is not None:
        point.data_label.position = position
