"""The pilot in the case file: a small first step, how it is measured, what it costs, and which result means what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ldcase.case.document_parts import AssumptionEntry, Day, Number, Part, WholeNumber
from ldcase.case.document_results import PilotResults

Design = Literal["two groups", "before and after", "stepped roll-out", "whole teams"]
ChosenBy = Literal["lot", "managers", "volunteers", "results"]


class PilotCost(Part):
    """What the pilot costs on top of the programme."""

    fixed: AssumptionEntry | None = Field(
        default=None, description="Once, however large it is: measuring, analysis, what must be built first. Money."
    )
    team: AssumptionEntry | None = Field(default=None, description="For each team that takes part. Money a team.")


class PilotGates(Part):
    """Which result means go, adapt, stop: written before the pilot starts. Improvement is positive."""

    go: Number | None = Field(default=None, description="From this improvement on it goes on, in the measure's unit.")
    stop: Number | None = Field(default=None, description="Below this improvement it ends; between both: adapt.")
    unit: str = Field(default="", description="The unit of both, as the metric states it.")
    set_on: Day | None = Field(default=None, description="When they were written down.")


class Pilot(Part):
    """A small first step."""

    who: str = Field(default="", description="Who takes part.")
    months: Number | None = Field(default=None, description="How long, in months.")
    measures: str = Field(default="", description="What is measured.")
    decides: str = Field(default="", description="What the result decides.")
    metric: str = Field(default="", description="The metric of the case that is compared, by its short name.")
    design: Design | None = Field(default=None, description="How trained and untrained are compared.")
    chosen_by: ChosenBy | None = Field(default=None, description="Who or what decides who is trained first.")
    teams: WholeNumber | None = Field(
        default=None, description="Teams that take part, trained and comparison together."
    )
    trained: WholeNumber | None = Field(
        default=None, description="How many of them are trained during the pilot; half of them where it is not said."
    )
    team_size: Number | None = Field(default=None, description="People in a team, on average.")
    spread: AssumptionEntry | None = Field(
        default=None,
        description="How people differ over the pilot's months: one person in ten is below low, one in ten above high.",
    )
    likeness: AssumptionEntry | None = Field(
        default=None,
        description="Share of the differences between people that lies between their teams, 0 to 1.",
    )
    steadiness: AssumptionEntry | None = Field(
        default=None,
        description="How far a person's figure before tells the one after: 0 not at all, 1 completely.",
    )
    kept: AssumptionEntry | None = Field(
        default=None,
        description="Of the improvement in a pilot, the share that remains when everybody takes part.",
    )
    cost: PilotCost | None = Field(default=None, description="What the pilot costs on top of the programme.")
    gates: PilotGates | None = Field(default=None, description="Which result means go and stop, written before.")
    results: PilotResults | None = Field(
        default=None, description="What the pilot found and what the case learnt from it; the workbook writes it."
    )
