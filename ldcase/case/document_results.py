"""What a pilot found and what the case learnt from it, in the case file: figures of groups, never rows of people."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictBool

from ldcase.case.document_parts import Day, Number, Part, WholeNumber

ResultMethod = Literal["changes", "allowing", "after"]


class ResultMeans(Part):
    """Means of the two groups as they were measured, in the metric's unit."""

    pilot_before: Number | None = Field(default=None, description="The trained, before the pilot.")
    pilot_after: Number | None = Field(default=None, description="The trained, after it began.")
    comparison_before: Number | None = Field(default=None, description="The others, before the pilot.")
    comparison_after: Number | None = Field(default=None, description="The others, after it began.")


class Learned(Part):
    """The range of an assumption after the pilot; its range before stays where it stands."""

    assumption: str = Field(default="", description="The dotted name of an assumption of this case.")
    low: Number | None = Field(default=None, description="P10 after the pilot.")
    likely: Number | None = Field(default=None, description="P50 after the pilot.")
    high: Number | None = Field(default=None, description="P90 after the pilot.")
    value: Number | None = Field(default=None, description="A fixed figure, for a chance.")


class LearnedLink(Part):
    """Two assumptions about which the pilot says something together: if one is higher, the other is lower."""

    between: tuple[str, ...] = Field(default=(), description="The dotted names of two assumptions.")
    rho: Number | None = Field(default=None, description="Correlation after the pilot, between -1 and 1.")


class PilotResults(Part):
    """What the pilot found, and the ranges it leaves."""

    file: str = Field(default="", description="The file it was read from; its rows are not in the case.")
    taken_on: Day | None = Field(default=None, description="When it was taken into the case.")
    metric: str = Field(default="", description="The metric of the case that was measured, by its short name.")
    unit: str = Field(default="", description="The unit of all figures here but shares and learned ranges.")
    months: WholeNumber | None = Field(default=None, description="Over how many months the trained were measured.")
    method: ResultMethod | None = Field(default=None, description="How the groups were compared.")
    by_team: StrictBool = Field(default=False, description="True where each team counted once.")
    estimate: Number | None = Field(
        default=None, description="By how much the trained improved beyond the others; improvement is positive."
    )
    standard_error: Number | None = Field(default=None, description="Of the estimate.")
    freedom: Number | None = Field(default=None, description="Degrees of freedom of its interval.")
    people: WholeNumber | None = Field(default=None, description="People who were counted; 0 where only teams were.")
    pilot_teams: WholeNumber | None = Field(default=None, description="Teams in the pilot.")
    comparison_teams: WholeNumber | None = Field(default=None, description="Teams it was compared with.")
    means: ResultMeans = Field(default_factory=ResultMeans, description="Means of both groups.")
    kept: Number | None = Field(
        default=None, description="Of the pilot's improvement, the share that a roll-out is thought to keep."
    )
    bias: Number | None = Field(
        default=None, description="How far a roll-out may differ from that besides: less than this in 8 of 10 cases."
    )
    sample: StrictBool = Field(default=False, description="True where the results are invented for an example.")
    counts: StrictBool = Field(default=True, description="Whether the case is computed with what was learnt.")
    learned: tuple[Learned, ...] = Field(default=(), description="The ranges after the pilot.")
    links: tuple[LearnedLink, ...] = Field(default=(), description="Which of them move together after the pilot.")
