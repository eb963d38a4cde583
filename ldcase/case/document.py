"""The case file as models: exactly its keys, each with a type and a description. See ``data/case.schema.json``.

Every field may be missing, because a draft is a case too; what a forecast cannot do without is told by ``checks``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from ldcase.case.document_diagnosis import Diagnosis
from ldcase.case.document_evidence import Evidence
from ldcase.case.document_parts import (
    AssumptionEntry,
    Assumptions,
    Day,
    Horizon,
    Month,
    Narrative,
    Number,
    OptionKind,
    Part,
    PriorityKind,
    WholeNumber,
    WrittenIn,
    drafted,
    ranged,
)
from ldcase.case.document_pilot import Pilot


class Priority(Part):
    """The strategic priority that the case serves."""

    name: str = Field(default="", description="The priority in the organisation's own words.")
    kind: PriorityKind | None = Field(
        default=None, description="What kind of priority it is; the wording of the pitch follows it."
    )
    owner: str = Field(default="", description="The executive who owns it.")


class Becomes(Part):
    """What freed capacity is used for. Without it the capacity is not counted."""

    what: str = Field(default="", description="What the time becomes, for example calls that were not answered before.")
    owner: str = Field(default="", description="Who promises that.")


class MetricEntry(Part):
    """A metric that the case moves."""

    use: str = Field(default="", description="The metric of the catalogue: the name of a file in data/metrics.")
    title: str = Field(default="", description="What the organisation calls it.")
    owner: str = Field(default="", description="Who answers for the metric.")
    history: str = Field(default="", description="A CSV file beside this one with the columns date, value, group.")
    becomes: Becomes | None = Field(
        default=None, description="For freed capacity only: what becomes of it, and who says so."
    )
    assumptions: Assumptions = Field(default_factory=dict, description="The needs of the metric.")


class OverlapEntry(Part):
    """Two metrics that value the same thing in part, and how much of the smaller one is counted twice."""

    between: tuple[str, ...] = Field(default=(), description="The short names of the two metrics.")
    claims: str = Field(default="", description="What both of them count, for example hours of the group.")
    share: AssumptionEntry | None = Field(
        default=None, description="Part of the smaller benefit that the other one has in it already, from 0 to 1."
    )


class Intangible(Part):
    """Something worth having that is left without a price on purpose."""

    what: str = Field(default="", description="What it is.")
    because: str = Field(default="", description="Why it has no price here.")


class Opportunity(Part):
    """I see an opportunity to …"""

    statement: str = Field(default="", description="The opening sentence; else the catalogue's sentence is used.")
    narrative: Narrative = Field(
        default_factory=dict, description="Own words in place of the workbook's sentences, by the sentence's name."
    )
    priority: Priority | None = Field(default=None, description="The priority that the case serves.")
    metrics: Annotated[Mapping[str, MetricEntry], BeforeValidator(drafted)] = Field(
        default_factory=dict, description="What the case moves, by a short name."
    )
    overlaps: tuple[OverlapEntry, ...] = Field(default=(), description="Metrics that count the same in part.")
    intangibles: tuple[Intangible, ...] = Field(
        default=(), description="What it would bring besides, on purpose without a price."
    )
    diagnosis: Diagnosis | None = Field(default=None, description="Why there is a gap.")
    smallest_group: WholeNumber = Field(
        default=10, ge=3, le=1000, description="Groups of fewer people are hidden where own data are shown."
    )


class Audience(Part):
    """Who takes part."""

    who: str = Field(default="", description="The group, in words.")


class Behaviour(Part):
    """What people will do differently."""

    who: str = Field(default="", description="Who does it.")
    does: str = Field(default="", description="What they will do.")
    instead_of: str = Field(default="", description="What they do today.")
    moves: str = Field(default="", description="The metric of this case that it moves.")


class Cohort(Part):
    """A group that begins together."""

    people: Number | None = Field(default=None, description="How many people.")
    start: WholeNumber | None = Field(
        default=None, description="The month in which it begins; 1 is the first month of the case."
    )


class Change(Part):
    """Another value of an assumption: likely alone moves the whole range with it, value fixes it."""

    low: Number | None = Field(default=None, description="P10.")
    likely: Number | None = Field(default=None, description="P50; alone, the whole range moves with it.")
    high: Number | None = Field(default=None, description="P90.")
    value: Number | None = Field(default=None, description="A fixed figure.")


Changes = Annotated[
    Mapping[str, Change],
    BeforeValidator(ranged),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {
                "anyOf": [
                    {"type": "number"},
                    {
                        "type": "object",
                        "properties": {key: {"type": "number"} for key in ("low", "likely", "high", "value")},
                        "additionalProperties": False,
                    },
                ]
            },
        }
    ),
]


class Option(Part):
    """A way to act, doing nothing included."""

    name: str = Field(default="", description="A short name.")
    what: str = Field(default="", description="What it would mean.")
    kind: OptionKind | None = Field(default=None, description="What kind of option it is; the initiative is this case.")
    changes: Changes = Field(
        default_factory=dict, description="Assumptions of this case with which the option is computed, by dotted name."
    )
    cost: AssumptionEntry | None = Field(
        default=None,
        description="What it costs all in, in month 1, in place of the costs of the case; of a pilot on top of them.",
    )
    reveals: tuple[str, ...] = Field(
        default=(), description="Pilot then decide: the assumptions whose value is known before the decision."
    )
    trend: AssumptionEntry | None = Field(
        default=None,
        description="Do nothing: how the cost of the gap changes by itself, a year; 0.03 is three percent.",
    )


class Costs(Part):
    """What it takes."""

    assumptions: Assumptions = Field(default_factory=dict, description="The needs of the files in data/costs.")


class Idea(Part):
    """So I'd like us to try …"""

    statement: str = Field(default="", description="The idea in a sentence.")
    narrative: Narrative = Field(
        default_factory=dict, description="Own words in place of the workbook's sentences, by the sentence's name."
    )
    audience: Audience | None = Field(default=None, description="Who takes part.")
    behaviours: tuple[Behaviour, ...] = Field(default=(), description="What people will do differently.")
    cohorts: tuple[Cohort, ...] = Field(default=(), description="When how many people begin.")
    options: tuple[Option, ...] = Field(default=(), description="Ways to act that were looked at.")
    assumptions: Assumptions = Field(default_factory=dict, description="The needs of data/model/rollout.yaml.")
    costs: Costs = Field(default_factory=Costs, description="What it costs.")
    pilot: Pilot | None = Field(default=None, description="A small first step.")


class Gate(Part):
    """A threshold that is agreed before."""

    when: str = Field(default="", description="When it is looked at.")
    measure: str = Field(default="", description="What is looked at.")
    go: str = Field(default="", description="What lets it go on.")
    stop: str = Field(default="", description="What ends it.")


class NextStep(Part):
    """What happens after the decision."""

    what: str = Field(default="", description="What happens.")
    owner: str = Field(default="", description="Who does it.")
    by: Day | None = Field(default=None, description="Until when.")


class Ask(Part):
    """Here's what I need from you."""

    statement: str = Field(default="", description="The ask in a sentence.")
    narrative: Narrative = Field(
        default_factory=dict, description="Own words in place of the workbook's sentences, by the sentence's name."
    )
    sponsor: str = Field(default="", description="Who carries it.")
    people: str = Field(default="", description="Who has to give time.")
    decide_by: Day | None = Field(default=None, description="When the decision is needed.")
    reviewers: tuple[str, ...] = Field(default=(), description="Who has reviewed the figures; printed on the one page.")
    gates: tuple[Gate, ...] = Field(default=(), description="Thresholds agreed before.")
    next: tuple[NextStep, ...] = Field(default=(), description="What happens after a yes.")
    assumptions: Assumptions = Field(default_factory=dict, description="The needs of data/model/returns.yaml.")


class Notes(Part):
    """What the speaker wants to say, for the second tab of a presentation; nothing is computed from it."""

    opportunity: str = Field(default="", description="For the first step.")
    idea: str = Field(default="", description="For the second step.")
    evidence: str = Field(default="", description="For the third step.")
    ask: str = Field(default="", description="For the fourth step.")


class Correlation(Part):
    """A strong link between two assumptions."""

    between: tuple[str, ...] = Field(default=(), description="The dotted names of two assumptions.")
    rho: Number | None = Field(
        default=None, description="Correlation, between -1 and 1: how closely high values of both come together."
    )
    because: str = Field(default="", description="Why they move together.")


class Document(Part):
    """A business case for a learning initiative."""

    title: str = Field(default="", description="The name of the case.")
    summary: str = Field(default="", description="The case in two or three sentences.")
    sample_data: str = Field(
        default="", description="A sentence shown on screen where figures are invented; empty otherwise."
    )
    language: WrittenIn = Field(
        default="", description="The language its own words are in; a reader who chose none is met in it."
    )
    currency: str = Field(default="USD", pattern="^[A-Z]{3}$", description="ISO code of the currency.")
    horizon: Horizon = Field(default=24, description="How many months the case looks ahead.")
    start: Month | None = Field(default=None, description="The first month, for example 2027-01.")
    opportunity: Opportunity = Field(default_factory=Opportunity, description="I see an opportunity to …")
    idea: Idea = Field(default_factory=Idea, description="So I'd like us to try …")
    evidence: Evidence = Field(default_factory=Evidence, description="Here's why it should work.")
    ask: Ask = Field(default_factory=Ask, description="Here's what I need from you.")
    correlations: tuple[Correlation, ...] = Field(
        default=(), description="The few assumptions that move together; all others are independent."
    )
    notes: Notes = Field(default_factory=Notes, description="Speaker notes by step.")
