"""From published studies to what one programme may do here: a centre, shrunk step by step, with an honest range.

The range is that of the *next* programme, Normal(mu, tau² + se²), not that of the mean over all programmes. The steps
move the centre and never narrow the range: doubt about a study makes nobody surer. (Methods: prediction intervals of
random-effects meta-analysis; the between-programme spread of Morrow, Jarrett & Rupinski 1997.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from types import MappingProxyType
from typing import Literal

from ldcase.errors import CaseError, Finding
from ldcase.evidence.conversions import d_of_r
from ldcase.evidence.effect import LEVELS, Effect, Level
from ldcase.evidence.shrinkage import NAMES, Shrink, shrinks

Unit = Literal["d", "percent"]

PROGRAMMES = "morrow1997-managerial"
"""The finding whose range of programmes stands in where a publication does not say how far programmes differ."""
FEW = 5
"""Studies behind a mean that does not say how many; a judgement, rather too few."""
GENERAL = ("training-general", "organisation-level")
"""Topics that stand in where the library has no benchmark of a topic."""
NO_EFFECT_SHARE = 0.1
"""Chance that the programme does not land at all, where the case does not say; a judgement, to be changed."""
AT_WORK = ("behaviour", "results", "organisation")
"""Levels measured at work: transfer is in their effects already."""
_SCALES: Mapping[Unit, tuple[str, ...]] = {"d": ("d", "delta", "r", "rho"), "percent": ("percent",)}
_NORMAL = NormalDist()
_TAIL = 1.959963984540054


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

    ends = [shown(_quantile(share, centre, total, no_effect_share)) for share in (0.1, 0.5, 0.9)]
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


def prediction_interval(centre: float, spread: float, error: float, share: float = 0.8) -> tuple[float, float]:
    """The interval that holds the effect of the *next* programme with a chance of ``share``.

    Normal(centre, spread² + error²): ``spread`` is the standard deviation between programmes (tau), ``error`` the
    standard error of the mean. With a spread of 0 it is the interval of the mean.

    Examples
    --------
    >>> tuple(round(end, 2) for end in prediction_interval(0.13, 0.17, 0.0))
    (-0.09, 0.35)
    """
    reach = _NORMAL.inv_cdf(0.5 + share / 2) * math.hypot(spread, error)
    return centre - reach, centre + reach


def between_programmes(effect: Effect, effects: Mapping[str, Effect]) -> tuple[float, str]:
    """How far single programmes differ from their mean, on the scale of the effect, and where that comes from.

    Where the publication does not say, the range over the programmes of one firm stands in (`PROGRAMMES`): the range of
    k normal values is `range_of_normal` of their standard deviation. It holds the errors of single studies as well, so
    it is rather too wide than too narrow. For per cent it is taken in relation to the middle of that range.
    """
    if effect.spread is not None:
        return effect.spread, "as the publication states it"
    told = effects.get(PROGRAMMES)
    if told is None or told.low is None or told.high is None or not told.k:
        raise CaseError(
            Finding(
                "no-spread",
                "The library does not say how far programmes differ.",
                PROGRAMMES,
                "a finding with low, high and k",
                "Put the finding back into data/evidence.",
            )
        )
    spread = (told.high - told.low) / range_of_normal(told.k)
    where = f"from the {told.k} programmes of one firm, whose effects ran from {told.low:g} to {told.high:g}"
    where = where.replace("-", "−")
    if effect.scale == "percent":
        middle = (told.high + told.low) / 2
        return abs(effect.value or 0.0) * spread / middle, f"{where}, in relation to their middle"
    if effect.scale in ("r", "rho"):
        d = d_of_r(effect.value or 0.0)
        return spread * 4 / (d * d + 4) ** 1.5, f"{where}, as a correlation"
    return spread, where


def error_of_mean(effect: Effect, spread: float) -> float:
    """Standard error of the mean effect: of its 95 % interval where stated, else spread / √k.

    One study has k = 1; a mean over many whose number is not stated counts as one over `FEW`.
    """
    if effect.interval == "95 % interval of the mean" and effect.low is not None and effect.high is not None:
        return (effect.high - effect.low) / (2 * _TAIL)
    together = effect.design in ("meta-analysis", "review") or effect.interval == "range of programmes"
    return spread / math.sqrt((effect.k or FEW) if together else 1)


@cache
def range_of_normal(k: int) -> float:
    """Expected range of k values of a standard normal, in standard deviations (d2 of control charts; 3.64 for 18)."""
    width = 16 / 4000
    points = [-8 + width * step for step in range(4001)]
    below = [_NORMAL.cdf(point) for point in points]
    return width * sum(1 - share**k - (1 - share) ** k for share in below)


def _quantile(share: float, centre: float, spread: float, no_effect: float) -> float:
    """Quantile of: 0 with the chance ``no_effect``, else Normal(centre, spread²)."""
    if no_effect >= 1 or spread == 0:
        return 0.0 if no_effect >= 1 else centre
    below = (1 - no_effect) * _NORMAL.cdf(-centre / spread)
    if below < share <= below + no_effect:
        return 0.0
    rest = share if share <= below else share - no_effect
    return centre + spread * _NORMAL.inv_cdf(rest / (1 - no_effect))


def _begin(
    effects: Mapping[str, Effect], among: tuple[Effect, ...], level: Level, domain: str, unit: Unit, start: str
) -> tuple[Effect, bool]:
    if start:
        chosen = effects.get(start)
        if chosen is None or chosen not in among:
            what = "This finding cannot be where a range begins."
            allowed = ", ".join(each.id for each in among) or "no finding of this level"
            raise CaseError(Finding("no-benchmark", what, start, allowed, "Choose one of these."))
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
            "The library has no benchmark for this.",
            f"{LEVELS[level].lower()}, {domain}, in {'per cent' if unit == 'percent' else 'standardised units'}",
            "a topic and level with a published size",
            "Take another level, or estimate from the gap to those who do it best.",
        )
    )


def _check(factors: Mapping[str, float], no_effect_share: float) -> None:
    wrong = [f"{name} {value:g}" for name, value in factors.items() if name not in NAMES or not 0 <= value <= 1]
    if not 0 <= no_effect_share <= 1:
        wrong.append(f"no effect {no_effect_share:g}")
    if wrong:
        allowed = f"0 to 1, for {', '.join(NAMES)}"
        what = "A step can only take something off."
        raise CaseError(Finding("not-a-step", what, ", ".join(wrong), allowed, "Type a share between 0 and 100 %."))
