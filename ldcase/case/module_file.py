"""A file of the catalogue as models: exactly its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Format = Literal["money", "percent", "points", "number", "count", "months", "ratio"]


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
    help: str = ""
    format: Format = "number"
    default: Number | None = None
    whole: StrictBool = False
    haircut: HaircutEntry | None = None


class FormulaEntry(_Part):
    """A formula."""

    is_: str = Field(alias="is")
    unit: str
    title: str
    format: Format = "number"
    help: str = ""


class Roles(_Part):
    """Which need or formula plays which part; metrics have all of them."""

    gap: str | None = None
    gap_cost: str | None = None
    baseline: str | None = None
    exemplar: str | None = None
    effect: str | None = None
    benefit: str | None = None


class ModuleFile(Roles):
    """A metric, or a part of the model."""

    id: str
    title: str
    step: Literal["opportunity", "idea", "evidence", "ask"] | None = None
    better: Literal["higher", "lower"] | None = None
    kind: Literal["cash", "cost avoided", "capacity"] | None = None
    things: tuple[str, ...] = ()
    needs: Mapping[str, NeedEntry] = Field(default_factory=dict)
    formulas: Mapping[str, FormulaEntry] = Field(default_factory=dict)
    story: Mapping[str, str | tuple[str, ...]] = Field(default_factory=dict)
    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
