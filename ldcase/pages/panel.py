"""What every panel of the drawer is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from ldcase.errors import Finding
from ldcase.forecast import Forecast
from ldcase.store.desk import OpenCase


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for a figure and not taken: the texts by part (low, likely, high), and why not."""

    texts: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Where an open case stands.

    Attributes
    ----------
    case
        The case on the desk, with its log.
    now, base, opened
        Its forecast; that of the case without edits; that of the case when it was opened.
    since, zone
        The time of day it was opened, as text; the zone in which times are told.
    drafts
        What was typed and not taken, by the name of the assumption or figure of the plan.
    """

    case: OpenCase
    now: Forecast
    base: Forecast
    opened: Forecast
    since: str
    zone: tzinfo | None
    drafts: Mapping[str, Draft]
