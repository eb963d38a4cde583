"""One published finding, and the closed lists its columns are written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ldcase.language import said, worded

Level = Literal[
    "reaction", "learning", "behaviour", "results", "organisation", "several", "persistence", "cost", "method"
]
Scale = Literal["d", "delta", "r", "rho", "percent", "other", "direction"]
Use = Literal["benchmark", "context", "warning"]

LEVELS: Mapping[str, str] = {
    "reaction": said("How people liked it"),
    "learning": said("What people learned"),
    "behaviour": said("What people do at work"),
    "results": said("Results of their work"),
    "organisation": said("Results of the firm"),
    "several": said("Several outcomes together"),
    "persistence": said("What is left later"),
    "cost": said("What things cost"),
    "method": said("How to estimate and to persuade"),
}
"""Where in the chain from course to result an outcome was measured, in words for the screen."""

DESIGNS: Mapping[str, str] = {
    "meta-analysis": said("Many studies put together"),
    "experiment": said("Experiment, drawn by lot"),
    "quasi-experiment": said("Compared, but not drawn by lot"),
    "observational": said("Observed, nobody was assigned"),
    "review": said("Review of published studies"),
    "survey": said("Survey, people were asked"),
    "statistics": said("Official statistics"),
    "estimate": said("Estimate by an interested party"),
    "theory": said("Argument without data of its own"),
}

SCALES: Mapping[str, str] = {
    "d": said("in standardised units"),
    "delta": said("in standardised units, corrected for unreliable measurement"),
    "r": said("as a correlation"),
    "rho": said("as a correlation, corrected for unreliable measurement"),
    "percent": said("change in per cent"),
    "other": said("in a unit of its own"),
    "direction": said("a direction, no size"),
}
"""What the number of a finding is counted in. `d` includes Hedges g; `delta` and `rho` are corrected upwards."""

COMPARABLE: Mapping[str, str] = {"d": "d", "delta": "d", "r": "r", "rho": "r", "percent": "percent"}
"""Scales that may stand on one axis, by the name of the axis; people who leave have an axis of their own."""

USES: Mapping[str, str] = {
    "benchmark": said("May stand behind a range"),
    "context": said("Supports a plan, gives no range"),
    "warning": said("Known, and not to be relied on"),
}

VERIFIED = (said("abstract seen"), said("official release seen"), said("secondary summary seen"))
"""How far a source was read. A figure known from memory only has no place in the library."""

SETTINGS = (said("several employers"), said("one employer"), "laboratory", "")
INTERVALS = (
    "",
    said("95 % interval of the mean"),
    said("range of programmes"),
    said("range of outcomes"),
    said("range of designs"),
    said("range of groups"),
    said("range of results"),
)
"""What `low` and `high` are the ends of."""

GRADES = ("A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D")

_CITED = re.compile(r"doi:10\.\d{4,9}/\S+|https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", re.I)
_NAME = r"(?:van |de |De |Van )*[A-Z][\w’'-]+"
_AUTHORS = re.compile(
    rf"(?P<first>{_NAME})(?:(?P<more>(?:, {_NAME})+ & {_NAME}| and others)| & (?P<second>{_NAME}))?(?=,| \()"
)


@dataclass(frozen=True, slots=True)
class Effect:
    """One published finding.

    Attributes
    ----------
    domain, level
        What it is about; where in the chain from reaction to result the outcome was measured (`LEVELS`).
    says
        What was found, in one plain sentence.
    effect, unit, scale
        The result as printed, what it is counted in, and the scale (`SCALES`) on which others may stand beside it.
    value
        The result as a number on that scale (percent as 5.8, not 0.058); None where the publication gives none.
    low, high, interval
        Ends that the publication states, and of what (`INTERVALS`).
    spread
        Standard deviation of the true effects between studies (tau, or SD of rho), where stated.
    k, n
        Number of results or studies; number of people or cases.
    population, design, setting
        Who was studied, how (`DESIGNS`), and in how many firms.
    reference
        ``doi:…`` or an address.
    use
        Whether it may stand behind a range (`USES`).
    review_by
        When somebody should look for something newer.
    """

    id: str
    domain: str
    level: Level
    study: str
    year: int
    outcome: str
    says: str
    effect: str
    unit: str
    scale: Scale
    value: float | None
    low: float | None
    high: float | None
    interval: str
    spread: float | None
    k: int | None
    n: int | None
    details: str
    population: str
    design: str
    setting: str
    reference: str
    quality_grade: str
    verification: str
    use: Use
    caution: str
    review_by: date

    @property
    def population_design(self) -> str:
        """Who was studied, and how."""
        return f"{self.population}. {DESIGNS[self.design]}"

    @property
    def corrected(self) -> bool:
        """Whether the authors raised the figure for unreliable measurement."""
        return self.scale in ("delta", "rho")

    @property
    def axis(self) -> str:
        """The axis (`COMPARABLE`) on which the finding may be drawn; empty where it gives no number for one.

        What is left later never stands beside what was gained.
        """
        if (self.value is None and self.low is None) or self.level == "persistence":
            return ""
        axis = COMPARABLE.get(self.scale, "")
        return "leavers" if axis == "percent" and self.domain == "turnover" else axis

    @property
    def address(self) -> str:
        """The reference as an address that a browser opens."""
        return f"https://doi.org/{self.reference[4:]}" if self.reference.startswith("doi:") else self.reference

    @property
    def short_name(self) -> str:
        """Who and when, short enough for a row: “Arthur and others 2003”, “Keith & Frese 2008”."""
        given = _AUTHORS.match(self.study)
        if given is None:
            return f"{self.study.split(',')[0].split(':')[0]} {self.year}"
        first, second, more = given["first"], given["second"], given["more"]
        names = worded("{name} and others", name=first) if more else f"{first} & {second}" if second else first
        return f"{names} {self.year}"

    @property
    def words(self) -> str:
        """All its words, for searching, in lower case."""
        parts = (self.id, self.domain, self.study, str(self.year), self.outcome, self.says, self.population)
        more = (self.details, self.caution, LEVELS[self.level], DESIGNS[self.design], self.unit, self.setting)
        return " ".join((*parts, *more)).lower()


def is_citation(reference: str) -> bool:
    """Whether a reference can be followed: a DOI or a web address."""
    return _CITED.fullmatch(reference) is not None
