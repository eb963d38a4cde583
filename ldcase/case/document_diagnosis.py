"""The diagnosis in the case file: why there is a gap."""

from __future__ import annotations

from pydantic import Field

from ldcase.case.document_parts import AssumptionEntry, Part, Share


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
