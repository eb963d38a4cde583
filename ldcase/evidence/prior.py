"""From published studies to what one programme may do here: a centre, shrunk step by step, with an honest range.

The range is that of the *next* programme, Normal(mu, tau² + se²), not that of the mean over all programmes. The steps
move the centre and never narrow the range: doubt about a study makes nobody surer. (Methods: prediction intervals of
random-effects meta-analysis; the between-programme spread of Morrow, Jarrett & Rupinski 1997.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist
from types import MappingProxyType
from typing import Literal

from ldcase.errors import CaseError, Finding
from ldcase.evidence.conversions import d_of_r
from ldcase.evidence.effect import LEVELS, Effect, Level
from ldcase.evidence.shrinkage import NAMES, Shrink, shrinks
from ldcase.evidence.spread import between_programmes, error_of_mean, prediction_interval, quantile
from ldcase.language import said

Unit = Literal["d", "percent"]

GENERAL = ("training-general", "organisation-level")
"""Topics that stand in where the library has no benchmark of a topic."""
NO_EFFECT_SHARE = 0.1
"""Chance that the programme does not land at all, where the case does not say; a judgement, to be changed."""
AT_WORK = ("behaviour", "results", "organisation")
"""Levels measured at work: transfer is in their effects already."""
_SCALES: Mapping[Unit, tuple[str, ...]] = {"d": ("d", "delta", "r", "rho"), "percent": ("percent",)}
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Step:
    """A step from the published figure towards this firm.

    Attributes
    ----------
    shrink
        What the step is, why, and from where.
    factor
        What the centre is multiplied by; 1 takes nothing off. The proposed one, unless it was changed.
    centre
        The centre after the step, in the unit of the prior.
    """

    shrink: Shrink
    factor: float
    centre: float


@dataclass(frozen=True, slots=True)
class Prior:
    """What published studies let one expect of one programme.

    Attributes
    ----------
    low, likely, high
        P10, P50, P90 of the effect, in `unit`: standardised units, or per cent (5.8 is 5.8 %).
    includes_transfer
        Whether the outcome was measured at work. Then never multiply it by a transfer share.
    start
        The finding it begins with; `start_value` is its figure in `unit`.
    fits_topic
        Whether that finding is about the topic asked for, or about training of all kinds.
    steps
        What is taken off, in order, with its reason.
    centre
        The centre after all steps, before the chance of no effect.
    spread, spread_from
        Standard deviation between programmes on the scale of the start, and where it comes from, in words.
    error
        Standard error of the mean on the same scale.
    no_effect_share
        Chance that the programme does not land.
    nothing_share
        Chance of no effect or worse, with `no_effect_share` in it.
    mean_low, mean_high
        The 80 % interval of the mean after all steps; narrower, and the wrong one for a single programme.
    others
        Further benchmarks of the same level and topic, for comparison.
    """

    low: float
    likely: float
    high: float
    unit: Unit
    level: Level
    includes_transfer: bool
    start: Effect
    start_value: float
    fits_topic: bool
    steps: tuple[Step, ...]
    centre: float
    spread: float
    spread_from: str
    error: float
    no_effect_share: float
    nothing_share: float
    mean_low: float
    mean_high: float
    others: tuple[Effect, ...]

    @property
    def axis(self) -> str:
        """The axis on which it stands beside what studies found (`Effect.axis`)."""
        return self.start.axis if self.unit == "percent" else self.unit


def prior_for(
    effects: Mapping[str, Effect],
    level: Level,
    domain: str,
    *,
    unit: Unit = "d",
    start: str = "",
    factors: Mapping[str, float] = MappingProxyType({}),
    no_effect_share: float = NO_EFFECT_SHARE,
) -> Prior:
    """What published studies let one expect of one programme.

    Parameters
    ----------
    effects
        The library.
    level
        Where the effect is wanted: ``learning``, ``behaviour``, ``results``, ``organisation`` …
    domain
        Topic. Where it has no benchmark at this level, training of all kinds stands in (only for ``d``).
    unit
        ``d``, with correlations converted; or ``percent``.
    start
        Id of the benchmark to begin with; else the cautious one: in the topic, not corrected upwards, the smallest.
    factors
        Factors to use in place of the proposed ones, by name of the step (`ldcase.evidence.shrinkage`), each 0 to 1.
    no_effect_share
        Chance that the programme does not land at all, 0 to 1. 0 where the case has that chance already (``lands``).

    Raises
    ------
    CaseError
        No benchmark of this level in this unit; a factor or chance outside 0 to 1; an unknown step or finding.
    """
    _check(factors, no_effect_share)
    among = candidates(effects.values(), level, unit)
    chosen, fits = _begin(effects, among, level, domain, unit, start)
    assert chosen.value is not None
    steps, centre = [], chosen.value
    for shrink in shrinks(chosen, fits):
        factor = factors.get(shrink.name, shrink.factor)
        centre *= factor
        steps.append((shrink, factor, centre))
    spread, spread_from = between_programmes(chosen, effects)
    error = error_of_mean(chosen, spread)
    total = math.hypot(spread, error)
    size = abs(chosen.value) / chosen.value if chosen.value else 1.0

    def shown(value: float) -> float:
        return d_of_r(value) if chosen.scale in ("r", "rho") else value

    ends = [shown(quantile(share, centre, total, no_effect_share)) for share in (0.1, 0.5, 0.9)]
    wrong_way = _NORMAL.cdf(-size * centre / total) if total else float(centre == 0)
    narrow = prediction_interval(centre, 0.0, error)
    return Prior(
        low=ends[0],
        likely=ends[1],
        high=ends[2],
        unit=unit,
        level=level,
        includes_transfer=level in AT_WORK,
        start=chosen,
        start_value=shown(chosen.value),
        fits_topic=fits,
        steps=tuple(Step(shrink, factor, shown(after)) for shrink, factor, after in steps),
        centre=shown(centre),
        spread=spread,
        spread_from=spread_from,
        error=error,
        no_effect_share=no_effect_share,
        nothing_share=no_effect_share + (1 - no_effect_share) * wrong_way,
        mean_low=shown(narrow[0]),
        mean_high=shown(narrow[1]),
        others=tuple(each for each in among if each.domain == chosen.domain and each.id != chosen.id),
    )


def candidates(effects: Iterable[Effect], level: Level, unit: Unit) -> tuple[Effect, ...]:
    """The benchmarks of a level in a unit, the cautious first: not corrected upwards, then the smallest."""
    fitting = [e for e in effects if e.use == "benchmark" and e.level == level and e.scale in _SCALES[unit] and e.value]
    return tuple(sorted(fitting, key=lambda each: (each.corrected, abs(each.value or 0), each.id)))


def _begin(
    effects: Mapping[str, Effect], among: tuple[Effect, ...], level: Level, domain: str, unit: Unit, start: str
) -> tuple[Effect, bool]:
    if start:
        chosen = effects.get(start)
        if chosen is None or chosen not in among:
            what = said("This finding cannot be where a range begins.")
            allowed = ", ".join(each.id for each in among) or said("no finding of this level")
            raise CaseError(Finding("no-benchmark", what, start, allowed, said("Choose one of these.")))
        return chosen, chosen.domain == domain
    for each in among:
        if each.domain == domain:
            return each, True
    for each in among:
        if each.domain in GENERAL:
            return each, False
    raise CaseError(
        Finding(
            "no-benchmark",
            said("The library has no benchmark for this."),
            said("{level}, {domain}, in per cent", level=LEVELS[level], domain=domain)
            if unit == "percent"
            else said("{level}, {domain}, in standardised units", level=LEVELS[level], domain=domain),
            said("a topic and level with a published size"),
            said("Take another level, or estimate from the gap to those who do it best."),
        )
    )


def _check(factors: Mapping[str, float], no_effect_share: float) -> None:
    wrong = [f"{name} {value:g}" for name, value in factors.items() if name not in NAMES or not 0 <= value <= 1]
    if not 0 <= no_effect_share <= 1:
        wrong.append(f"no effect {no_effect_share:g}")
    if wrong:
        allowed = said("0 to 1, for {names}", names=", ".join(NAMES))
        what = said("A step can only take something off.")
        raise CaseError(
            Finding("not-a-step", what, ", ".join(wrong), allowed, said("Type a share between 0 and 100 %."))
        )
