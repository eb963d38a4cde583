"""The pilot in the case file: a small first step."""

from __future__ import annotations

from pydantic import Field

from ldcase.case.document_parts import Number, Part


class Pilot(Part):
    """A small first step."""

    who: str = Field(default="", description="Who takes part.")
    months: Number | None = Field(default=None, description="How long, in months.")
    measures: str = Field(default="", description="What is measured.")
    decides: str = Field(default="", description="What the result decides.")
