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

_TONES = {"able": "benefit", "willing": "uncertain", "allowed": "reference", "empowered": "edge"}


def likely_share(forecast: Forecast, cause: str) -> float:
    """The share of the gap a cause has, 0..1; the other causes fill what able leaves, in the proportion the case states."""
    able = forecast.case.assumptions["able_share"].likely
    if cause == "able":
        return able
    diagnosis = forecast.case.document.opportunity.diagnosis
    stated = {
        name: (getattr(diagnosis, name, None) and getattr(diagnosis, name).likely) or 0.0
        for name in ("willing", "allowed", "empowered")
    }
    total = sum(stated.values())
    return (1 - able) * stated[cause] / total if total else 0.0


def causes(forecast: Forecast) -> Drawing:
    """The diagnosis as one bar in four parts."""
    shares = [(cause, likely_share(forecast, cause)) for cause, _ in SHARES]
    starts = [sum(share for _, share in shares[:k]) for k in range(len(shares))]
    able = shares[0][1]
    largest = max(shares, key=lambda each: each[1])[0]
    title = (
        f"{numbers.percent(able, 2)} of the gap is skill"
        if largest == "able" or able >= 0.4
        else f"Most of the gap is not skill: people are not {largest}"
    )
    words = ", ".join(f"{cause} {numbers.percent(share, 2)}" for cause, share in shares)
    return Drawing(
        "causes",
        title,
        "Share of the gap that each cause explains",
        f"Of the gap: {words}. Only the able share can be claimed by training.",
        {
            "causes": {
                "order": list(range(len(shares))),
                "start": starts,
                "end": [start + share for start, (_, share) in zip(starts, shares, strict=True)],
                "label": [f"{cause} {numbers.percent(share, 2)}" for cause, share in shares],
                "note": ["training can claim this", "", "", ""],
                "tone": [_TONES[cause] for cause, _ in shares],
            }
        },
    )
