"""The diagnosis in the case file: why there is a gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, StrictBool, WithJsonSchema

from ldcase.case.document_parts import AssumptionEntry, Part, Share, drafted

Reply = Literal["yes", "partly", "no", "not known"]
REPLIES: tuple[Reply, ...] = get_args(Reply)
CAUSES = ("able", "willing", "allowed", "empowered")
"""The four causes of a gap, in the order in which they are asked for; only the first is a matter of skill."""

OTHER_CAUSES = CAUSES[1:]


def as_a_word(value: object) -> object:
    """Take what other programs make of a bare ``yes`` or ``no`` for the word it was."""
    return ("yes" if value else "no") if isinstance(value, bool) else value


class AnswerEntry(Part):
    """What was answered to a question of data/diagnosis/questions.yaml."""

    answer: Annotated[Reply, BeforeValidator(as_a_word), WithJsonSchema({"enum": [*REPLIES, True, False]})] = Field(
        default="not known", description="yes, partly, no or not known."
    )
    evidence: str = Field(default="", description="What was seen that says so. Without it the answer counts half.")
    who: str = Field(default="", description="Who says so: a role or a department.")
    sample: StrictBool = Field(default=False, description="True where the answer is invented for an example.")


class AbleEntry(AssumptionEntry):
    """The share of the gap that is a matter of skill; becomes the assumption able_share."""

    because: str = Field(default="", description="What was seen that says so.")


class Action(Part):
    """Something to be done that is not training."""

    what: str = Field(default="", description="What is to be done.")
    owner: str = Field(default="", description="Who does it.")


class CauseEntry(Part):
    """A share of the gap that training does not close, and what does."""

    low: Share | None = Field(default=None, description="P10: in one case of ten the share is smaller.")
    likely: Share | None = Field(default=None, description="Share of the gap, from 0 to 1.")
    high: Share | None = Field(default=None, description="P90: in one case of ten the share is larger.")
    because: str = Field(default="", description="What was seen that says so.")
    action: Action | None = Field(default=None, description="What is done about it, and by whom.")
    binding: StrictBool = Field(
        default=False, description="True where training changes nothing as long as this cause stands: a bottleneck."
    )
    removed: AssumptionEntry | None = Field(
        default=None, description="Of a binding cause: the chance that it is removed in time, from 0 to 1."
    )


class Diagnosis(Part):
    """Why there is a gap. The likely shares add up to 1."""

    able: AbleEntry | None = Field(default=None, description="They cannot do it: training may help.")
    willing: CauseEntry | None = Field(default=None, description="They have no reason to do it.")
    allowed: CauseEntry | None = Field(default=None, description="Time, tools, process or rules are in the way.")
    empowered: CauseEntry | None = Field(default=None, description="They lack authority, information or backing.")
    answers: Annotated[Mapping[str, AnswerEntry], BeforeValidator(drafted)] = Field(
        default_factory=dict, description="What was answered to the questions, by the question's name."
    )
