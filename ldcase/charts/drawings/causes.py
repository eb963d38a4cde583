"""What the gap is made of: able, willing, allowed, empowered."""

from __future__ import annotations

from ldcase.case.document_diagnosis import CAUSES
from ldcase.charts.drawing import Drawing
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.causes import LACKING, cause_name, likely_share, stated

_TONES = {"able": "benefit", "willing": "uncertain", "allowed": "reference", "empowered": "edge", "not known": "edge"}


def causes(forecast: Forecast) -> Drawing:
    """The diagnosis as one bar in parts; what the case does not explain is a part of its own."""
    skill = forecast.case.assumptions["able_share"]
    said = stated(forecast)
    shares = [(cause, likely_share(forecast, cause)) for cause in CAUSES if cause == "able" or cause in said]
    rest = 1 - sum(share for _, share in shares)
    if rest > 0.005:
        shares.append(("not known", rest))
    starts = [sum(share for _, share in shares[:k]) for k in range(len(shares))]
    labels = [f"{cause_name(cause)} {numbers.percent(share, 2)}" for cause, share in shares]
    able = shares[0][1]
    largest = max(shares, key=lambda each: each[1])[0]
    if largest == "able" or able >= 0.4:
        title = worded("{share} of the gap is skill", share=numbers.percent(able, 2))
    elif largest == "not known":
        title = worded("Only {share} of the gap is skill", share=numbers.percent(able, 2))
    else:
        title = worded("Most of the gap is not skill: {reason}", reason=worded(LACKING[largest]))
    return Drawing(
        "causes",
        title,
        worded("Share of the gap; line: able in 8 of 10 cases"),
        worded(
            "{finding}. The gap by cause: {causes}. Only the able share can be claimed by training.",
            finding=title,
            causes=", ".join(labels),
        ),
        {
            "causes": {
                "order": list(range(len(shares))),
                "start": starts,
                "end": [start + share for start, (_, share) in zip(starts, shares, strict=True)],
                "least": [skill.low, *(0.0 for _ in shares[1:])],
                "most": [skill.high, *(0.0 for _ in shares[1:])],
                "label": labels,
                "note": [
                    worded("training can claim this") if cause == "able" and share else "" for cause, share in shares
                ],
                "tone": [_TONES[cause] for cause, _ in shares],
            }
        },
    )
