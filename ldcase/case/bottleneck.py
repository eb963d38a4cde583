"""A cause that binds: as long as it stands, training changes nothing, however well it is done.

Such a cause is no addend of the gap but a bottleneck. What training can claim is multiplied by the chance that no
binding cause still stands: ``unblocked_share``, the product of the chances that each is removed in time. Each is an
assumption of the case (``willing_removed``), a haircut with the neutral value 1, drawn as 1 or 0. Source:
``methods.md`` § 22; the chances are taken to be independent, and may be linked by the case's correlations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import MappingProxyType

from ldcase.case.document import Document
from ldcase.case.document_diagnosis import OTHER_CAUSES, CauseEntry
from ldcase.case.module import Haircut, Need
from ldcase.errors import Place
from ldcase.language import said

UNBLOCKED_SHARE = "unblocked_share"
_STILL = MappingProxyType(
    {
        "willing": (said("Chance that they get a reason to"), said("Still no reason to")),
        "allowed": (said("Chance that it gets out of the way"), said("Still in the way")),
        "empowered": (said("Chance that they may decide it"), said("Still not up to them")),
    }
)

_NAMES = {"willing": said("Willing"), "allowed": said("Allowed"), "empowered": said("Empowered")}
"""What the causes are called at the beginning of a sentence."""


def removed(cause: str) -> str:
    """Return the name of the assumption: the chance that a cause is removed in time."""
    return f"{cause}_removed"


REMOVALS = tuple(removed(cause) for cause in OTHER_CAUSES)
"""The names of these assumptions, of all causes that may bind."""


def binding(document: Document) -> tuple[str, ...]:
    """Return the causes that the case marks as binding, in the order of the diagnosis."""
    return tuple(cause for cause, entry in others(document) if entry.binding)


def others(document: Document) -> Iterator[tuple[str, CauseEntry]]:
    """Yield the causes that are not skill, as far as the case says something about them."""
    for cause in OTHER_CAUSES:
        entry = getattr(document.opportunity.diagnosis, cause, None)
        if entry is not None:
            yield cause, entry


def need(cause: str) -> Need:
    """Return what the case must say about a binding cause."""
    title, haircut = _STILL[cause]
    return Need(
        name=removed(cause),
        title=title,
        unit="share",
        bounds=(0.0, 1.0),
        help=said(
            "“{cause}” binds: as long as it stands, training changes nothing. The chance that it is "
            "removed in time. Draw by draw it is removed or not; where it is not, there is the cost "
            "and no benefit.",
            cause=_NAMES[cause],
        ),
        format="percent",
        default=None,
        whole=False,
        haircut=Haircut(1.0, haircut),
        place=Place("ldcase/case/bottleneck.py"),
        chance=True,
    )


def product(causes: Collection[str]) -> str:
    """Return the formula of `UNBLOCKED_SHARE` as text; 1 where nothing binds."""
    return " * ".join(removed(cause) for cause in causes) or "1"
