"""What must be true: for what matters most, the range, the likely value, and where the whole breaks even."""

from __future__ import annotations

from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.fan import nothing_happens
from ldcase.charts.must_be_true import placed
from ldcase.charts.rows import in_two_lines
from ldcase.forecast import BreakEven, Forecast
from ldcase.language import worded, worded_as
from ldcase.words import numbers
from ldcase.words.answer import lowered, written
from ldcase.words.sentence import told_in_turn

_SHOWN = 5


def must_be_true(forecast: Forecast) -> Drawing:
    """Break-even of the assumptions that move the result most, all others likely."""
    names = tuple(driver.name for driver in forecast.tornado()[:_SHOWN])
    thresholds = forecast.break_even(*names) if names else ()
    rows = [_row(forecast, even) for even in thresholds]
    risky = [even for even in thresholds if _inside(forecast, even)]
    if risky:
        weakest = min(risky, key=lambda even: even.chance)
        title = _needs(forecast, weakest)
    elif forecast.summary.nothing_happens:
        title = nothing_happens(forecast.case.horizon)
    elif not names:
        title = worded("Every assumption is fixed")
    elif forecast.summary.net_likely >= 0:
        title = worded("No single assumption within its range breaks the case")
    else:
        title = worded("No single assumption within its range makes it pay")
    titles = [worded(even.title) for even in thresholds]
    told = "; ".join(f"{name} {row['text']}" for name, row in zip(titles, rows, strict=True))
    return Drawing(
        "must_be_true",
        title,
        worded("Band: 8 of 10 cases; mark: where it breaks even"),
        told_in_turn(title, told),
        {
            "must_be_true": {
                "order": list(range(len(rows))),
                "label": titles,
                "lines": [in_two_lines(name) for name in titles],
                "note_length": [max((len(str(row["note"])) for row in rows), default=0)] * len(rows),
                **{column: [row[column] for row in rows] for column in _COLUMNS},
            }
        },
    )


_COLUMNS = ("low_at", "likely_at", "high_at", "break_even_at", "text", "short", "note", "tone")


def _inside(forecast: Forecast, even: BreakEven) -> bool:
    assumption = forecast.case.assumptions[even.name]
    return even.value is not None and assumption.low <= even.value <= assumption.high


def _needs(forecast: Forecast, even: BreakEven) -> str:
    name, value = lowered(worded(even.title)), written(forecast[even.name], even.value)
    if even.more_is_better:
        return worded("It needs {assumption} of at least {value}", assumption=name, value=value)
    return worded("It needs {assumption} of at most {value}", assumption=name, value=value)


def _bound(forecast: Forecast, even: BreakEven) -> tuple[str, str]:
    value = written(forecast[even.name], even.value)
    if even.more_is_better:
        return worded("at least {value}", value=value), f"≥ {value}"
    return worded("at most {value}", value=value), f"≤ {value}"


def _between(low: str, high: str) -> str:
    """Two values with their unit once: 30–62 %."""
    amount, _, unit = low.partition(numbers.SPACE)
    return f"{amount if unit and high.endswith(unit) else low}–{high}"


def _row(forecast: Forecast, even: BreakEven) -> dict[str, object]:
    assumption = forecast.case.assumptions[even.name]
    figure = forecast[even.name]
    low, likely, high, at = placed(assumption.low, assumption.likely, assumption.high, even.value)
    if even.value is None:
        text = worded("pays back at any value") if even.pays_anyway else worded("pays back at no value")
        short = worded_as("value", "any") if even.pays_anyway else worded_as("value", "none")
        fails = not even.pays_anyway
    else:
        text, short = _bound(forecast, even)
        met = even.value <= assumption.likely if even.more_is_better else even.value >= assumption.likely
        fails = not met or _inside(forecast, even)
    return {
        "low_at": low,
        "likely_at": likely,
        "high_at": high,
        "break_even_at": at,
        "text": text,
        "short": short,
        "note": worded(
            "expected {range}", range=_between(written(figure, assumption.low), written(figure, assumption.high))
        ),
        "tone": "gap" if fails else "benefit",
    }
