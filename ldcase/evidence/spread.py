"""How far programmes differ, how sure a mean is, and the range of the next programme."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from statistics import NormalDist

from ldcase.errors import CaseError, Finding
from ldcase.evidence.conversions import d_of_r
from ldcase.evidence.effect import Effect
from ldcase.language import said

PROGRAMMES = "morrow1997-managerial"
"""The finding whose range of programmes stands in where a publication does not say how far programmes differ."""
FEW = 5
"""Studies behind a mean that does not say how many; a judgement, rather too few."""
_NORMAL = NormalDist()
_TAIL = 1.959963984540054


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
    k normal values is `range_of_normal` times their deviation. It holds the errors of single studies as well, so
    it is rather too wide than too narrow. For per cent it is taken in relation to the middle of that range.
    """
    if effect.spread is not None:
        return effect.spread, said("as the publication states it")
    told = effects.get(PROGRAMMES)
    if told is None or told.low is None or told.high is None or not told.k:
        raise CaseError(
            Finding(
                "no-spread",
                said("The library does not say how far programmes differ."),
                PROGRAMMES,
                said("a finding with low, high and k"),
                said("Put the finding back into data/evidence."),
            )
        )
    spread = (told.high - told.low) / range_of_normal(told.k)
    where = said(
        "from the {k} programmes of one firm, whose effects ran from {low} to {high}",
        k=told.k,
        low=_signed(told.low),
        high=_signed(told.high),
    )
    if effect.scale == "percent":
        middle = (told.high + told.low) / 2
        return abs(effect.value or 0.0) * spread / middle, said("{where}, in relation to their middle", where=where)
    if effect.scale in ("r", "rho"):
        d = d_of_r(effect.value or 0.0)
        return spread * 4 / (d * d + 4) ** 1.5, said("{where}, as a correlation", where=where)
    return spread, where


def _signed(value: float) -> str:
    return said("−{size:g}", size=-value) if value < 0 else said("{size:g}", size=value)


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


def quantile(share: float, centre: float, spread: float, no_effect: float) -> float:
    """Quantile of: 0 with the chance ``no_effect``, else Normal(centre, spread²)."""
    if no_effect >= 1 or spread == 0:
        return 0.0 if no_effect >= 1 else centre
    below = (1 - no_effect) * _NORMAL.cdf(-centre / spread)
    if below < share <= below + no_effect:
        return 0.0
    rest = share if share <= below else share - no_effect
    return centre + spread * _NORMAL.inv_cdf(rest / (1 - no_effect))
