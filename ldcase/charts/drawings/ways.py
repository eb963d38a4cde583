"""Several ways to one effect, on one axis in the unit of the metric."""

from __future__ import annotations

from ldcase.charts.axes import Axes, ticks, values
from ldcase.charts.drawing import Drawing
from ldcase.forecast.ways import EffectWays
from ldcase.language import worded
from ldcase.words.sentence import told_in_turn, unended
from ldcase.words.ways import NAMES, agreement, ranged, told


def ways(found: EffectWays, title: str, axes: Axes) -> Drawing:
    """Draw the ranges of all ways, each person's small, and the effect at which the case breaks even.

    Parameters
    ----------
    title
        What the effect is called.
    """
    rows: list[dict[str, object]] = []
    for way in found.ways:
        used = way.name == found.used
        rows.append(_row(worded(NAMES[way.name]), way.trained, found.format, used, small=False))
        rows.extend(_row(each.who, each.values, found.format, False, small=True) for each in way.estimates)
    ends = [value for way in found.ways for value in way.trained]
    ends += [value for way in found.ways for each in way.estimates for value in each.values]
    even = found.break_even
    span = max(ends) - min(ends)
    if even is not None and min(ends) - 2 * span <= even <= max(ends) + 2 * span:
        ends.append(even)
        shown: float | None = even
    else:
        shown = None
    domain = axes.fit(f"ways {found.metric.key}", min(0.0, *ends), max(0.0, *ends))
    sentence = str(agreement(found))
    read = "; ".join(f"{worded(NAMES[way.name])}: {ranged(way.trained, found.format)}" for way in found.ways)
    at = "" if even is None else worded("It breaks even at {effect}.", effect=told(even, found.format))
    return Drawing(
        "ways",
        unended(sentence),
        worded("{effect}, average of everybody who finishes; 8 of 10 cases", effect=title),
        told_in_turn(sentence, read, at),
        {
            "ways": {
                "order": list(range(len(rows))),
                **{
                    column: [row[column] for row in rows]
                    for column in ("label", "low", "likely", "high", "text", "used", "small", "weight")
                },
            }
        },
        {
            "x_domain": list(domain),
            "x_ticks": ticks(domain),
            "break_even": shown,
            "break_even_text": ""
            if shown is None
            else worded("breaks even at {effect}", effect=told(shown, found.format)),
            **values(found.format, domain),
        },
    )


def _row(label: str, ends: tuple[float, float, float], form: str, used: bool, *, small: bool) -> dict[str, object]:
    low, likely, high = ends
    return {
        "label": ("· " if small else "") + label,
        "low": low,
        "likely": likely,
        "high": high,
        "text": ranged(ends, form),
        "used": used,
        "small": small,
        "weight": 600 if used else 450,
    }
