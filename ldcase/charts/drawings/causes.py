"""What the gap is made of: able, willing, allowed, empowered."""

from __future__ import annotations

from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.words import numbers

SHARES = (
    ("able", "Could they do it if their life depended on it?"),
    ("willing", "What happens to those who do it right?"),
    ("allowed", "Are time, tools and process in the way?"),
    ("empowered", "Do they have the authority and the information?"),
)
"""The four causes and the question that tests each. Source: ``methods.md`` § 22."""

_TONES = {"able": "benefit", "willing": "uncertain", "allowed": "reference", "empowered": "edge", "not known": "edge"}
_NOT_ABLE = ("willing", "allowed", "empowered")


def likely_share(forecast: Forecast, cause: str) -> float:
    """The share of the gap a cause has, 0..1; what able leaves is divided as the case divides it."""
    able = forecast.case.assumptions["able_share"].likely
    if cause == "able":
        return able
    diagnosis = forecast.case.document.opportunity.diagnosis
    given = {name: getattr(diagnosis, name, None) for name in _NOT_ABLE}
    stated = {name: (entry.likely or 0.0) if entry is not None else 0.0 for name, entry in given.items()}
    total = sum(stated.values())
    return (1 - able) * stated[cause] / total if total else 0.0


def causes(forecast: Forecast) -> Drawing:
    """The diagnosis as one bar in parts; what the case does not explain is a part of its own."""
    shares = [(cause, likely_share(forecast, cause)) for cause, _ in SHARES]
    rest = 1 - sum(share for _, share in shares)
    if rest > 0.005:
        shares.append(("not known", rest))
    starts = [sum(share for _, share in shares[:k]) for k in range(len(shares))]
    labels = [f"{cause} {numbers.percent(share, 2)}" for cause, share in shares]
    able = shares[0][1]
    largest = max(shares, key=lambda each: each[1])[0]
    if largest == "able" or able >= 0.4:
        title = f"{numbers.percent(able, 2)} of the gap is skill"
    elif largest == "not known":
        title = f"Only {numbers.percent(able, 2)} of the gap is skill"
    else:
        title = f"Most of the gap is not skill: people are not {largest}"
    return Drawing(
        "causes",
        title,
        "Share of the gap that each cause explains",
        f"{title}. The gap by cause: {', '.join(labels)}. Only the able share can be claimed by training.",
        {
            "causes": {
                "order": list(range(len(shares))),
                "start": starts,
                "end": [start + share for start, (_, share) in zip(starts, shares, strict=True)],
                "label": labels,
                "note": ["training can claim this" if cause == "able" and share else "" for cause, share in shares],
                "tone": [_TONES[cause] for cause, _ in shares],
            }
        },
    )
