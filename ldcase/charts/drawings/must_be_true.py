"""What must be true: for what matters most, the range, the likely value, and the value at which the whole breaks even."""

from __future__ import annotations

from ldcase.charts.drawing import Drawing
from ldcase.charts.must_be_true import placed
from ldcase.forecast import BreakEven, Figure, Forecast
from ldcase.words.answer import lowered, written

_SHOWN = 5


def must_be_true(forecast: Forecast) -> Drawing:
    """Break-even of the assumptions that move the result most, all others likely."""
    names = tuple(driver.name for driver in forecast.tornado()[:_SHOWN])
    thresholds = forecast.break_even(*names) if names else ()
    rows = [_row(forecast, even) for even in thresholds]
    risky = [even for even in thresholds if even.value is not None and _inside(forecast, even)]
    if risky:
        weakest = min(risky, key=lambda even: even.chance)
        figure = forecast[weakest.name]
        title = f"It needs {lowered(weakest.title)} of {_bound(weakest, figure)}"
    elif forecast.summary.net_likely >= 0:
        title = "No single assumption within its range breaks the case"
    else:
        title = "No single assumption within its range makes it pay"
    return Drawing(
        "must_be_true",
        title,
        "Band: 8 of 10 cases; mark: where it breaks even",
        f"{title}. "
        + "; ".join(f"{even.title} {row['text']}" for even, row in zip(thresholds, rows, strict=True))
        + ".",
        {
            "must_be_true": {
                "order": list(range(len(rows))),
                "label": [even.title for even in thresholds],
                **{column: [row[column] for row in rows] for column in _COLUMNS},
            }
        },
    )


_COLUMNS = ("low_at", "likely_at", "high_at", "break_even_at", "text", "note", "tone")


def _inside(forecast: Forecast, even: BreakEven) -> bool:
    assumption = forecast.case.assumptions[even.name]
    return even.value is not None and assumption.low <= even.value <= assumption.high


def _bound(even: BreakEven, figure: Figure) -> str:
    assert even.value is not None
    return f"at {'least' if even.more_is_better else 'most'} {written(figure, even.value)}"


def _row(forecast: Forecast, even: BreakEven) -> dict[str, object]:
    assumption = forecast.case.assumptions[even.name]
    figure = forecast[even.name]
    low, likely, high, at = placed(assumption.low, assumption.likely, assumption.high, even.value)
    if even.value is None:
        text = "pays back at any value" if even.pays_anyway else "pays back at no value"
        fails = not even.pays_anyway
    else:
        text = _bound(even, figure)
        met = even.value <= assumption.likely if even.more_is_better else even.value >= assumption.likely
        fails = not met or _inside(forecast, even)
    return {
        "low_at": low,
        "likely_at": likely,
        "high_at": high,
        "break_even_at": at,
        "text": text,
        "note": f"expected {written(figure, assumption.low)}–{written(figure, assumption.high)}",
        "tone": "gap" if fails else "benefit",
    }
