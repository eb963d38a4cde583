"""A file of the catalogue as models: exactly its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Format = Literal["money", "percent", "points", "number", "count", "months", "ratio"]
Claim = Literal[
    "hours of the group",
    "hours of managers",
    "output of the group",
    "errors of the group",
    "wins",
    "people who stay",
    "joiners' ramp",
    "customers who stay",
    "injuries",
    "days present",
    "breaches",
    "all of the performance",
]
EVERYTHING: Claim = "all of the performance"
Times = Literal["once", "a cohort", "a learner", "a month", "a share of the others"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HaircutEntry(_Part):
    """The value at which a haircut takes nothing off, and what it takes off in words."""

    neutral: Number
    title: str


class NeedEntry(_Part):
    """A figure that the module needs from a case."""

    title: str
    unit: str
    bounds: tuple[Number | None, Number | None] = (None, None)
    plausible: tuple[Number | None, Number | None] | None = None
    help: str = ""
    format: Format = "number"
    default: Number | None = None
    whole: StrictBool = False
    chance: StrictBool = False
    haircut: HaircutEntry | None = None


class FormulaEntry(_Part):
    """A formula."""

    is_: str = Field(alias="is")
    unit: str
    title: str
    format: Format = "number"
    help: str = ""


class ExampleEntry(_Part):
    """A worked example: what goes in, and what must come out."""

    from_: str = Field(alias="from")
    inputs: Mapping[str, Number]
    gives: Mapping[str, Number] = Field(min_length=1)
    months: StrictInt = Field(default=12, ge=1, le=120)
    note: str = ""


class Roles(_Part):
    """Which need or formula plays which part; metrics have all of them."""

    gap: str | None = None
    gap_cost: str | None = None
    baseline: str | None = None
    exemplar: str | None = None
    effect: str | None = None
    benefit: str | None = None


class ModuleFile(Roles):
    """A metric, a category of cost, or a part of the model."""

    id: str
    title: str
    step: Literal["opportunity", "idea", "evidence", "ask"] | None = None
    better: Literal["higher", "lower"] | None = None
    kind: Literal["cash", "cost avoided", "capacity"] | None = None
    things: tuple[str, ...] = ()
    needs: Mapping[str, NeedEntry] = Field(default_factory=dict)
    formulas: Mapping[str, FormulaEntry] = Field(default_factory=dict)
    story: Mapping[str, str | tuple[str, ...]] = Field(default_factory=dict)
    curve: str | None = None
    target: str | None = None
    claims: tuple[Claim, ...] = ()
    caution: str = ""
    example: ExampleEntry | None = None
    cost: str | None = None
    times: Times | None = None
    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
