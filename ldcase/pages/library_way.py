"""A finding of the library as the published way: the range of the next programme, in the terms of the case file."""

from __future__ import annotations

from ldcase.case.places import Plain
from ldcase.errors import CaseError, Finding
from ldcase.evidence.effect import Level
from ldcase.evidence.prior import Prior, Unit, candidates
from ldcase.forecast import Forecast
from ldcase.language import marked, said, worded
from ldcase.pages.library_prior import expected
from ldcase.pages.panel import WHO, Standing
from ldcase.pages.way_choice import stated
from ldcase.words import numbers

LEVELS: tuple[Level, ...] = ("results", "behaviour", "learning")
_UNITS: tuple[Unit, ...] = ("percent", "d")
_SPREAD = (0.15, 0.2, 0.3)
"""How far people differ in their output, as a share of the average, where nobody here has said."""
_SPREAD_FROM = marked(
    "Schmidt & Hunter 1983: people’s output differs by about a fifth of the average; the range is our reading. Replace "
    "it by what is measured here"
)


def candidates_for(at: Standing) -> list[tuple[str, str]]:
    """Findings a range can begin with: id and words; those the case cites first."""
    cited = [finding.id for finding in at.now.case.document.evidence.findings]
    found = {
        each.id: f"{each.study.split(',')[0].split(' (')[0]} {each.year}: {each.outcome} ({each.effect} {each.unit})"
        for level in LEVELS
        for unit in _UNITS
        for each in candidates(at.effects.values(), level, unit)
    }
    return sorted(found.items(), key=lambda one: (one[0] not in cited, one[1]))


def take(at: Standing, now: Forecast, key: str, finding: str, prior: Prior | None = None) -> None:
    """Write the range of one programme after a finding as the published way of a metric.

    ``prior`` is that range where its steps were changed; else it is taken with the proposed ones.
    """
    effect = at.effects.get(finding)
    if effect is None or effect.level not in LEVELS:
        what = said("This finding cannot be where a range begins.")
        raise CaseError(
            Finding("no-benchmark", what, finding[:80], said("a finding of the list"), said("Choose a finding."))
        )
    unit: Unit = "percent" if effect.scale == "percent" else "d"
    prior = prior or expected(now.case, at.effects, effect, {}, None)
    low, likely, high = _ends(prior)
    entry: dict[str, Plain] = {
        "finding": finding,
        "low": low,
        "likely": likely,
        "high": high,
        "given_as": "share of the baseline" if unit == "percent" else "standard deviations",
        "measured": effect.level,
        "source": f"{effect.study} {effect.year}, {effect.reference}",
        "grade": "published",
        "note": _note(prior),
    }
    if unit == "d":
        entry["deviation"] = _deviation(now, key)
    at.case.edit(f"evidence.ways.{key}", {**stated(at.case, key), "published": entry}, who=WHO)


def _ends(prior: Prior) -> tuple[float, float, float]:
    """The range with a benefit as a positive figure, a share of the baseline for per cent."""
    factor = 0.01 if prior.unit == "percent" else 1.0
    ends = [prior.low * factor, prior.likely * factor, prior.high * factor]
    if prior.start_value < 0:
        ends = [-end for end in reversed(ends)]
    low, likely, high = (numbers.significant(end, 3) for end in ends)
    return low, likely, high


def _note(prior: Prior) -> str:
    taken = "; ".join(
        f"{worded(step.shrink.title)} × {numbers.plain(step.factor)}" for step in prior.steps if step.factor != 1
    )
    told = (
        worded("Range of one programme, not of the average. Taken off: {taken}.", taken=taken)
        if taken
        else worded("Range of one programme, not of the average.")
    )
    worse = worded("Chance of no effect or worse: {chance}.", chance=numbers.chance(prior.nothing_share))
    return f"{told} {worse}"


def _deviation(now: Forecast, key: str) -> dict[str, Plain]:
    """How far people differ, from the average of the metric, until somebody says it better."""
    use = next(one for one in now.case.metrics if one.key == key)
    base, effect = now[use.baseline], now[use.effect]
    average = abs(base.likely) if base.unit == effect.unit else 1.0
    low, likely, high = (numbers.significant(average * share, 3) for share in _SPREAD)
    return {
        "low": low,
        "likely": likely,
        "high": high,
        "unit": effect.unit,
        "source": worded(_SPREAD_FROM),
        "grade": "published",
    }
