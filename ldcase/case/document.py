"""The case file as models: exactly its keys, each with a type and a description. See ``data/case.schema.json``.

Every field may be missing, because a draft is a case too; what a forecast cannot do without is told by ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

LONGEST_HORIZON = 120
MOST_COHORTS = 24

Grade = Literal["measured here", "piloted", "published", "opinion"]
OptionKind = Literal["do nothing", "cheaper", "non-training", "initiative", "pilot then decide"]
PriorityKind = Literal["growth", "efficiency", "innovation", "risk", "people", "customer"]


def _months(value: object) -> object:
    """Read ``24 months`` or 24."""
    allowed = f"a whole number of months from 1 to {LONGEST_HORIZON}, such as: 24 months"
    match = re.fullmatch(r"\s*(\d{1,6})\s*(months?)?\s*", value) if isinstance(value, str) else None
    count = int(match[1]) if match else value
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= LONGEST_HORIZON:
        raise PydanticCustomError(
            "horizon", "The horizon cannot be read.", {"allowed": allowed, "do": "Write: 24 months"}
        )
    return count


def _first_of_month(value: object) -> object:
    """Read ``2027-01``; a full date counts as its month."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(-\d{2})?", value) if isinstance(value, str) else None
    if isinstance(value, date):
        return value.replace(day=1)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1900:
        allowed = {"allowed": "year and month, such as 2027-01", "do": "Write the first month as 2027-01"}
        raise PydanticCustomError("start-month", "The first month cannot be read.", allowed)
    return date(int(match[1]), int(match[2]), 1)


def _day(value: object) -> object:
    """Read ``2027-01-15``."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) and len(value) == 10 else "")
    except ValueError:
        allowed = {"allowed": "a date, such as 2027-01-15", "do": "Write year, month and day as 2027-01-15"}
        raise PydanticCustomError("date", "The date cannot be read.", allowed) from None


def _drafted(value: object) -> object:
    """Take ``name:`` without anything behind it as an entry that is still to be filled in."""
    return {key: {} if entry is None else entry for key, entry in value.items()} if isinstance(value, dict) else value


def _ranged(value: object) -> object:
    """Take a bare number as the likely value, with which the whole range moves."""
    if not isinstance(value, dict):
        return value
    plain = {key: {"likely": entry} if isinstance(entry, int | float) else entry for key, entry in value.items()}
    return {key: entry for key, entry in plain.items() if entry is not None}


Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
WholeNumber = Annotated[int, Field(strict=True)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Month = Annotated[
    date, BeforeValidator(_first_of_month), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
]
Horizon = Annotated[
    int,
    BeforeValidator(_months),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d+ months?$"},
                {"type": "integer", "minimum": 1, "maximum": LONGEST_HORIZON},
            ]
        }
    ),
]


class Part(BaseModel):
    """A part of the case file: no other keys, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_missing(cls, data: object) -> object:
        """Take a key without anything behind it as a key that is not there yet."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


class AssumptionEntry(Part):
    """A range that stands for P10, P50 and P90, or a fixed value, with where it comes from."""

    low: Number | None = Field(default=None, description="P10: in one case of ten the true figure is lower.")
    likely: Number | None = Field(default=None, description="P50: as often too high as too low.")
    high: Number | None = Field(default=None, description="P90: in one case of ten the true figure is higher.")
    value: Number | None = Field(default=None, description="A fixed figure, instead of low, likely and high.")
    unit: str = Field(default="", description="The unit, as the catalogue states it, for example deal/offer or 1/year.")
    source: str = Field(default="", description="Where the figure comes from.")
    owner: str = Field(default="", description="Who answers for the figure: a role or a department.")
    grade: Grade | None = Field(default=None, description="How well the figure is known.")
    title: str = Field(default="", description="What it is called on screen, instead of the catalogue's title.")
    note: str = Field(default="", description="What a reader should know about the figure.")
    sample: StrictBool = Field(default=False, description="True where the figure is invented for an example.")


Assumptions = Annotated[Mapping[str, AssumptionEntry], BeforeValidator(_drafted)]


class AbleEntry(AssumptionEntry):
    """The share of the gap that is a matter of skill; becomes the assumption able_share."""

    because: str = Field(default="", description="What was seen that says so.")


class Action(Part):
    """Something to be done that is not training."""

    what: str = Field(default="", description="What is to be done.")
    owner: str = Field(default="", description="Who does it.")


class CauseEntry(Part):
    """A share of the gap that training does not close, and what does."""

    likely: Share | None = Field(default=None, description="Share of the gap, from 0 to 1.")
    because: str = Field(default="", description="What was seen that says so.")
    action: Action | None = Field(default=None, description="What is done about it, and by whom.")


class Diagnosis(Part):
    """Why there is a gap. The likely shares add up to 1."""

    able: AbleEntry | None = Field(default=None, description="They cannot do it: training may help.")
    willing: CauseEntry | None = Field(default=None, description="They have no reason to do it.")
    allowed: CauseEntry | None = Field(default=None, description="Time, tools, process or rules are in the way.")
    empowered: CauseEntry | None = Field(default=None, description="They lack authority, information or backing.")


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


class Opportunity(Part):
    """I see an opportunity to …"""

    statement: str = Field(default="", description="The opening sentence; else the catalogue's sentence is used.")
    priority: Priority | None = Field(default=None, description="The priority that the case serves.")
    metrics: Annotated[Mapping[str, MetricEntry], BeforeValidator(_drafted)] = Field(
        default_factory=dict, description="What the case moves, by a short name."
    )
    overlaps: tuple[OverlapEntry, ...] = Field(default=(), description="Metrics that count the same in part.")
    diagnosis: Diagnosis | None = Field(default=None, description="Why there is a gap.")


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
    BeforeValidator(_ranged),
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


class Pilot(Part):
    """A small first step."""

    who: str = Field(default="", description="Who takes part.")
    months: Number | None = Field(default=None, description="How long, in months.")
    measures: str = Field(default="", description="What is measured.")
    decides: str = Field(default="", description="What the result decides.")


class Idea(Part):
    """So I'd like us to try …"""

    statement: str = Field(default="", description="The idea in a sentence.")
    audience: Audience | None = Field(default=None, description="Who takes part.")
    behaviours: tuple[Behaviour, ...] = Field(default=(), description="What people will do differently.")
    cohorts: tuple[Cohort, ...] = Field(default=(), description="When how many people begin.")
    options: tuple[Option, ...] = Field(default=(), description="Ways to act that were looked at.")
    assumptions: Assumptions = Field(default_factory=dict, description="The needs of data/model/rollout.yaml.")
    costs: Costs = Field(default_factory=Costs, description="What it costs.")
    pilot: Pilot | None = Field(default=None, description="A small first step.")


class EvidenceFinding(Part):
    """A published finding of data/evidence."""

    id: str = Field(default="", description="The finding's id in the evidence library.")
    says: str = Field(default="", description="What it says for this case, in a sentence.")


class Story(Part):
    """A checked example."""

    title: str = Field(default="", description="A short title.")
    text: str = Field(default="", description="The story.")
    figure: str = Field(default="", description="The name of the figure it stands beside, for example win_rate.gap.")
    checked_by: str = Field(default="", description="Who checked it.")
    review_by: Day | None = Field(default=None, description="When it is to be looked at again.")


class Exemplar(Part):
    """Somebody who does it well today."""

    who: str = Field(default="", description="Who.")
    does: str = Field(default="", description="What they do.")


class Evidence(Part):
    """Here's why it should work."""

    statement: str = Field(default="", description="The evidence in a sentence.")
    findings: tuple[EvidenceFinding, ...] = Field(default=(), description="Published findings.")
    stories: tuple[Story, ...] = Field(default=(), description="Checked examples.")
    exemplars: tuple[Exemplar, ...] = Field(default=(), description="Who does it well today.")


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
    sponsor: str = Field(default="", description="Who carries it.")
    people: str = Field(default="", description="Who has to give time.")
    decide_by: Day | None = Field(default=None, description="When the decision is needed.")
    gates: tuple[Gate, ...] = Field(default=(), description="Thresholds agreed before.")
    next: tuple[NextStep, ...] = Field(default=(), description="What happens after a yes.")
    assumptions: Assumptions = Field(default_factory=dict, description="The needs of data/model/returns.yaml.")


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
