"""What the gap is made of: able, willing, allowed, empowered.

One bar in four parts, unrolled so that each part has room for its name. A thin line says how far able may reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldcase.charts.rows import band, row_height, text_size
from ldcase.charts.theme import Room, dressed, signal

if TYPE_CHECKING:
    from altair import LayerChart

COLUMNS = {
    "causes": {
        "order": "0, 1, 2, 3 from the top",
        "start": "where the part begins, share of the gap (the sum of the parts above)",
        "end": "where it ends, share of the gap",
        "least": "of able, the share that it is smaller than in one case of ten; 0 for the others",
        "most": "of able, the share that it is larger than in one case of ten; 0 for the others",
        "label": "such as “able 50 %”",
        "note": "in the bar where it fits, else after the label, such as “training can claim this”; may be empty",
        "tone": "benefit for able; uncertain, reference, edge for the others",
    },
}
SIGNALS: dict[str, object] = {}
ROOM: Room = {"left": 0.1, "right": 0.1, "top": 0.2, "bottom": 0.2}


def chart() -> LayerChart:
    """Return the chart on empty named data; see `COLUMNS`."""
    from ldcase.charts.altair_import import alt

    base = alt.Chart(alt.NamedData(name="causes"))
    row = row_height("causes")
    share = alt.Scale(domain=[0, 1], nice=False, zero=False)
    fill = signal(
        "datum.tone == 'benefit' ? benefit : datum.tone == 'uncertain' ? uncertain"
        " : datum.tone == 'reference' ? reference : edge"
    )
    thick = f"min(2.3 * size, {row} - 7)"
    bars = base.mark_bar(color=fill, size=signal(thick), cornerRadius=3).encode(
        x=alt.X("start:Q", scale=share, axis=None), x2="end:Q", y=band()
    )
    whole = base.mark_bar(
        color=signal("chip"), size=signal(thick), cornerRadius=3, orient="horizontal", x=0, x2=signal("width")
    ).encode(y=band())
    whole_words = "datum.label + ' \u2013 ' + datum.note"
    needed, after, before = (
        "length(datum.label) * 0.52 * size + 12",
        "(width * (1 - max(datum.end, datum.most)))",
        "(width * datum.start)",
    )
    right, left = f"({needed} < {after})", f"({needed} < {before})"
    held = "(length(datum.note) * 0.47 * size + 13 < (datum.end - datum.start) * width ? datum.note : '')"
    inside = base.mark_text(
        align="left",
        x=signal("scale('x', datum.start) + 8"),
        color=signal("card"),
        fontWeight=600,
        fontSize=text_size("causes"),
        text=signal(f"!{right} && !{left} ? (datum.note ? {whole_words} : datum.label) : datum.note ? {held} : ''"),
    ).encode(y=band())
    roomy = f"(datum.note && {held} == '' && length({whole_words}) * 0.52 * size + 12 < {after})"
    names = base.mark_text(
        align=signal(f"{right} ? 'left' : 'right'"),
        x=signal(f"{right} ? scale('x', max(datum.end, datum.most)) + 8 : scale('x', datum.start) - 8"),
        fontWeight=signal("datum.order == 0 ? 600 : 450"),
        fontSize=text_size("causes"),
        text=signal(f"!{right} && !{left} ? '' : {roomy} ? {whole_words} : datum.label"),
    ).encode(y=band())
    ranges = (
        base.transform_filter("datum.most > datum.least")
        .mark_rule(color=signal("ink"), strokeWidth=1.5, strokeCap="round", yOffset=signal(f"{thick} / 2 + 3"))
        .encode(x=alt.X("least:Q", scale=share, axis=None), x2="most:Q", y=band())
    )
    return dressed([whole, bars, ranges, inside, names], SIGNALS, ROOM)
