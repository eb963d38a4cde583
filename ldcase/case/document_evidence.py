"""The evidence in the case file: here's why it should work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from ldcase.case.document_parts import AssumptionEntry, Day, Narrative, Number, Part, Share, drafted

IsolationMethod = Literal["comparison group", "trend", "expert", "participant"]
"""From most to least credible (Phillips & Phillips; ``methods.md`` § 1)."""


class Isolation(Part):
    """How the programme's own part of a change is told apart from everything else that helps; see isolation_share."""

    method: IsolationMethod | None = Field(
        default=None, description="The most credible method that was really used; left out where there was none."
    )
    because: str = Field(default="", description="What was done, or why there is no method yet.")


class EvidenceFinding(Part):
    """A published finding of data/evidence."""

    id: str = Field(default="", description="The finding's id in the evidence library.")
    says: str = Field(default="", description="What it says for this case, in a sentence.")


WayName = Literal["exemplar", "published", "stakeholders"]
"""The ways to one effect: the gap to those who do it best, what was published, what people here expect."""
GivenAs = Literal["units of the metric", "share of the baseline", "standard deviations"]
Measured = Literal["learning", "behaviour", "results"]
"""What a study looked at; an effect on behaviour or results has transfer in it already."""
Percentiles = Literal["P10 and P90", "P5 and P95", "least and most"]


class PublishedWay(AssumptionEntry):
    """A published effect as a way to the effect of a metric: the range in which one programme would lie."""

    finding: str = Field(default="", description="The finding's id in the evidence library, if it is there.")
    given_as: GivenAs = Field(default="units of the metric", description="What low, likely and high are counted in.")
    measured: Measured = Field(
        default="results", description="What the study measured; behaviour and results have transfer in them already."
    )
    deviation: AssumptionEntry | None = Field(
        default=None,
        description="For standard deviations: how far people here differ, in units of the metric, as a range.",
    )


class EstimateEntry(Part):
    """What somebody here expects the effect to be, for a person who uses it at work, in units of the metric."""

    who: str = Field(default="", description="Whose estimate it is: a role.")
    low: Number | None = Field(default=None, description="In one case of ten the effect is smaller.")
    likely: Number | None = Field(default=None, description="As often too high as too low.")
    high: Number | None = Field(default=None, description="In one case of ten the effect is larger.")
    means: Percentiles = Field(default="P10 and P90", description="What low and high were said to be.")
    because: str = Field(default="", description="What the estimate rests on.")


class Ways(Part):
    """Several ways to the effect of one metric, and which of them the case uses."""

    uses: WayName = Field(default="exemplar", description="Which way the case's figures follow.")
    published: PublishedWay | None = Field(default=None, description="What was published.")
    estimates: tuple[EstimateEntry, ...] = Field(default=(), description="What people here expect, one by one.")
    kept: AssumptionEntry | None = Field(
        default=None, description="The case's own assumption while another way has taken its place."
    )
    kept_transfer: AssumptionEntry | None = Field(
        default=None, description="The case's own transfer_share while a published effect has transfer in it."
    )


StoryKind = Literal["best", "worst", "typical"]


class Unrealised(Part):
    """What it would be worth if more people were like the success of the story; told beside the case, not in it."""

    value_per_success: Number | None = Field(default=None, description="What one success is worth a year, money.")
    people: Number | None = Field(default=None, description="How many people could be one.")
    share_now: Share | None = Field(default=None, description="Share of them who are one today.")
    share_target: Share | None = Field(default=None, description="Share of them who could be one.")


class Story(Part):
    """A checked example."""

    title: str = Field(default="", description="A short title.")
    text: str = Field(default="", description="The story.")
    kind: StoryKind = Field(default="typical", description="Whether it is the best case, the worst, or a usual one.")
    on_page: StrictBool = Field(default=False, description="True for the one story that is told on the pitch page.")
    unrealised: Unrealised | None = Field(default=None, description="What more successes like this one would be worth.")
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
    narrative: Narrative = Field(
        default_factory=dict, description="Own words in place of the workbook's sentences, by the sentence's name."
    )
    isolation: Isolation = Field(
        default_factory=Isolation, description="How the programme's own part of a change is told apart."
    )
    findings: tuple[EvidenceFinding, ...] = Field(default=(), description="Published findings.")
    stories: tuple[Story, ...] = Field(default=(), description="Checked examples.")
    exemplars: tuple[Exemplar, ...] = Field(default=(), description="Who does it well today.")
    ways: Annotated[Mapping[str, Ways], BeforeValidator(drafted)] = Field(
        default_factory=dict, description="Three ways to the effect of a metric, by the metric's short name."
    )
