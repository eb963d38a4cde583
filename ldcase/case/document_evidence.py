"""The evidence in the case file: here's why it should work."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ldcase.case.document_parts import Day, Part

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
    isolation: Isolation = Field(
        default_factory=Isolation, description="How the programme's own part of a change is told apart."
    )
    findings: tuple[EvidenceFinding, ...] = Field(default=(), description="Published findings.")
    stories: tuple[Story, ...] = Field(default=(), description="Checked examples.")
    exemplars: tuple[Exemplar, ...] = Field(default=(), description="Who does it well today.")
