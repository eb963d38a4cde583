"""What stands in the way, cause by cause: its share of the gap, what that costs a month, and who does what about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ldcase.case.document_diagnosis import CAUSES, OTHER_CAUSES, CauseEntry
from ldcase.diagnosis.shares import Range, joint
from ldcase.forecast import Forecast
from ldcase.forecast.draws import SEED
from ldcase.forecast.figure import Array
from ldcase.language import marked, worded_as

TRAINABLE = 0.25
"""Below this able share of the gap, training is not the main answer; the workbook says so."""

QUESTIONS: Mapping[str, str] = {
    "able": marked("Could they do it if their life depended on it?"),
    "willing": marked("What happens to those who do it right?"),
    "allowed": marked("Are time, tools and process in the way?"),
    "empowered": marked("Do they have the authority and the information?"),
}
"""The question that tests each cause. Source: ``methods.md`` § 22."""

REMEDIES: Mapping[str, str] = {
    "able": marked("training, practice or a job aid"),
    "willing": marked("consequences, goals and feedback"),
    "allowed": marked("time, tools and a process that lets them"),
    "empowered": marked("the right to decide, information and backing"),
}
"""What closes the gap of each cause, in general; said by `worded`, as all of these are."""

LACKING: Mapping[str, str] = {
    "able": marked("people are not able"),
    "willing": marked("people are not willing"),
    "allowed": marked("people are not allowed"),
    "empowered": marked("people are not empowered"),
}
"""What stands in the way, in a sentence."""


def cause_name(cause: str) -> str:
    """What a cause is called where there is little room, in the language in force."""
    names = {
        "able": worded_as("cause", "able"),
        "willing": worded_as("cause", "willing"),
        "allowed": worded_as("cause", "allowed"),
        "empowered": worded_as("cause", "empowered"),
        "not known": worded_as("cause", "not known"),
    }
    return names[cause]


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of the gap in a forecast.

    Attributes
    ----------
    share
        P10, likely and P90 of its share of the gap, 0..1, as they go together: the likely shares add up to 1.
    costs
        P10, likely and P90 of what that share of the gap costs a month, money/month.
    what, owner
        What is done about it besides training, and by whom; empty where nobody has said.
    binding
        Whether training changes nothing as long as it stands.
    """

    name: str
    share: Range
    costs: Range
    because: str
    what: str
    owner: str
    binding: bool

    @property
    def open(self) -> bool:
        """Whether it has a share of the gap and nobody who does something about it."""
        return self.name != "able" and self.share[1] > 0 and not (self.what and self.owner)


def likely_share(forecast: Forecast, cause: str) -> float:
    """The share of the gap a cause has, 0..1; what able leaves is divided as the case divides it."""
    able = forecast.case.assumptions["able_share"].likely
    if cause == "able":
        return able
    likely = {name: entry.likely or 0.0 for name, entry in stated(forecast).items()}
    total = sum(likely.values())
    return (1 - able) * likely.get(cause, 0.0) / total if total else 0.0


def causes(forecast: Forecast) -> tuple[Cause, ...]:
    """The four causes in their order; those the case says nothing about have no share."""
    diagnosis, entries = forecast.case.document.opportunity.diagnosis, stated(forecast)
    able, gap = (np.broadcast_to(forecast[name].draws[:, 0], forecast.draws) for name in ("able_share", "gap_cost"))
    named = [name for name in OTHER_CAUSES if name in entries and entries[name].likely]
    ranges = [_range(entries[name]) for name in named]
    drawn = joint(able, ranges, np.random.default_rng(SEED)) if named else able[:, None]
    columns = {name: drawn[:, k] for k, name in enumerate(("able", *named))}
    found = []
    for name in CAUSES:
        entry = entries.get(name)
        action = entry.action if entry is not None else None
        because = entry.because if entry is not None else ""
        if name == "able" and diagnosis is not None and diagnosis.able is not None:
            because = diagnosis.able.because
        share = likely_share(forecast, name)
        column = columns.get(name, np.zeros(forecast.draws))
        found.append(
            Cause(
                name,
                _around(column, share),
                _around(column * gap, share * forecast["gap_cost"].likely),
                because,
                action.what if action is not None else "",
                action.owner if action is not None else "",
                entry.binding if entry is not None else False,
            )
        )
    return tuple(found)


def _around(column: Array, likely: float) -> Range:
    low, high = np.quantile(column, (0.1, 0.9))
    return float(low), likely, float(high)


def stated(forecast: Forecast) -> dict[str, CauseEntry]:
    """The causes besides able that the case says anything about, in their order."""
    diagnosis = forecast.case.document.opportunity.diagnosis
    given = {name: getattr(diagnosis, name, None) for name in OTHER_CAUSES}
    return {name: entry for name, entry in given.items() if entry is not None}


def _range(entry: CauseEntry) -> Range:
    likely = entry.likely or 0.0
    return (
        likely if entry.low is None else entry.low,
        likely,
        likely if entry.high is None else entry.high,
    )
