"""What all parts of the case file are made of: numbers, dates, shares, and the entry of an assumption."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ldcase.language import LANGUAGES, said

LONGEST_HORIZON = 120
MOST_COHORTS = 24

Grade = Literal["measured here", "piloted", "published", "opinion"]
OptionKind = Literal["do nothing", "cheaper", "non-training", "initiative", "pilot then decide"]
PriorityKind = Literal["growth", "efficiency", "innovation", "risk", "people", "customer"]


def _months(value: object) -> object:
    """Read ``24 months`` or 24."""
    allowed = said(
        "a whole number of months from 1 to {longest_horizon}, such as: 24 months", longest_horizon=LONGEST_HORIZON
    )
    match = re.fullmatch(r"\s*(\d{1,6})\s*(months?)?\s*", value) if isinstance(value, str) else None
    count = int(match[1]) if match else value
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= LONGEST_HORIZON:
        raise PydanticCustomError(
            "horizon", said("The horizon cannot be read."), {"allowed": allowed, "do": said("Write: 24 months")}
        )
    return count


def _first_of_month(value: object) -> object:
    """Read ``2027-01``; a full date counts as its month."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(-\d{2})?", value) if isinstance(value, str) else None
    if isinstance(value, date):
        return value.replace(day=1)
    if match is None or not 1 <= int(match[2]) <= 12 or int(match[1]) < 1900:
        allowed = {"allowed": said("year and month, such as 2027-01"), "do": said("Write the first month as 2027-01")}
        raise PydanticCustomError("start-month", said("The first month cannot be read."), allowed)
    return date(int(match[1]), int(match[2]), 1)


def _day(value: object) -> object:
    """Read ``2027-01-15``."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) and len(value) == 10 else "")
    except ValueError:
        allowed = {"allowed": said("a date, such as 2027-01-15"), "do": said("Write year, month and day as 2027-01-15")}
        raise PydanticCustomError("date", said("The date cannot be read."), allowed) from None


def _language(value: object) -> object:
    """Read the code of a language there is."""
    if value != "" and value not in LANGUAGES:
        codes = ", ".join(LANGUAGES)
        raise PydanticCustomError(
            "language",
            said("There is no such language."),
            {"allowed": codes, "do": said("Write one of them, or leave it out.")},
        )
    return value


def drafted(value: object) -> object:
    """Take ``name:`` without anything behind it as an entry that is still to be filled in."""
    return {key: {} if entry is None else entry for key, entry in value.items()} if isinstance(value, dict) else value


def ranged(value: object) -> object:
    """Take a bare number as the likely value, with which the whole range moves."""
    if not isinstance(value, dict):
        return value
    plain = {key: {"likely": entry} if isinstance(entry, int | float) else entry for key, entry in value.items()}
    return {key: entry for key, entry in plain.items() if entry is not None}


def worded_anew(value: object) -> object:
    """Take a sentence without words as one that is left to the workbook."""
    return {key: text for key, text in value.items() if text is not None} if isinstance(value, dict) else value


Narrative = Annotated[Mapping[str, str], BeforeValidator(worded_anew)]
"""Own words by the name of the sentence whose place they take; `ldcase.case.own_words` knows the names."""
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
WholeNumber = Annotated[int, Field(strict=True)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Month = Annotated[
    date, BeforeValidator(_first_of_month), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
]
WrittenIn = Annotated[str, BeforeValidator(_language), WithJsonSchema({"enum": ["", *LANGUAGES]})]
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


Assumptions = Annotated[Mapping[str, AssumptionEntry], BeforeValidator(drafted)]
