"""What the pitch says by the kind of strategic priority: whom it serves, what the gap means, why now, how to judge it.

Each is a whole sentence for each kind, true of any metric: none of them claims more than that closing the gap serves
the priority which the case names.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldcase.case.document import Priority
from ldcase.case.document_parts import PriorityKind
from ldcase.forecast import Forecast
from ldcase.language import marked
from ldcase.words.sentence import Number, Sentence, worded_sentence

SERVES: Mapping[PriorityKind, str] = MappingProxyType(
    {
        "growth": marked("It serves our growth: “{priority}”."),
        "efficiency": marked("It serves our efficiency: “{priority}”."),
        "innovation": marked("It makes room for what is new: “{priority}”."),
        "risk": marked("It lowers a risk: “{priority}”."),
        "people": marked("It serves our people: “{priority}”."),
        "customer": marked("It serves our customers: “{priority}”."),
    }
)
"""How the pitch opens: whom it serves."""
SERVES_OWNED: Mapping[PriorityKind, str] = MappingProxyType(
    {
        "growth": marked("It serves our growth: “{priority}” (owner: {owner})."),
        "efficiency": marked("It serves our efficiency: “{priority}” (owner: {owner})."),
        "innovation": marked("It makes room for what is new: “{priority}” (owner: {owner})."),
        "risk": marked("It lowers a risk: “{priority}” (owner: {owner})."),
        "people": marked("It serves our people: “{priority}” (owner: {owner})."),
        "customer": marked("It serves our customers: “{priority}” (owner: {owner})."),
    }
)
"""The same where somebody owns the priority."""
MEANS: Mapping[PriorityKind, str] = MappingProxyType(
    {
        "growth": marked("Closing the gap is growth without more people."),
        "efficiency": marked("Closing the gap means more from the same hours."),
        "innovation": marked("What the gap costs is missing where new things begin."),
        "risk": marked("While the gap stays open we carry it as a loss nobody decided on."),
        "people": marked("The gap tells of chances to learn, not of who our people are."),
        "customer": marked("At the other end of the gap are customers."),
    }
)
"""What the gap means."""
DELAY: Mapping[PriorityKind, str] = MappingProxyType(
    {
        "growth": marked("Each month of delay costs {cost} of growth."),
        "efficiency": marked("Each month of delay wastes {cost}."),
        "innovation": marked("Each month of delay keeps {cost} from what is new."),
        "risk": marked("Each month of delay we carry another {cost} of the loss."),
        "people": marked("Each month of delay costs {cost}, and people wait for what would help them."),
        "customer": marked("Each month of delay costs {cost}, and customers meet what they meet today."),
    }
)
"""Why now."""
REQUEST: Mapping[PriorityKind, str] = MappingProxyType(
    {
        "growth": marked("Please judge it as an investment in growth, by what it leaves."),
        "efficiency": marked("Please judge it as a saving, by what is left after every cost."),
        "innovation": marked("Please judge it as an investment in what is new, by what it leaves."),
        "risk": marked("Please judge it as a protection, by the loss that it takes away."),
        "people": marked("Please judge it as an investment in our people, by what they can do afterwards."),
        "customer": marked("Please judge it by what customers will notice, and by what it leaves."),
    }
)
"""What the ask asks for."""


def kind_of(forecast: Forecast) -> PriorityKind | None:
    """The kind of priority that the case serves, where it names one."""
    priority = _named(forecast)
    return priority.kind if priority is not None else None


def serves(forecast: Forecast) -> tuple[Sentence, ...]:
    """Whom it serves, in the words of the case; nothing where it names no priority or not its kind."""
    priority = _named(forecast)
    if priority is None or priority.kind is None:
        return ()
    text = (SERVES_OWNED if priority.owner else SERVES)[priority.kind]
    return (worded_sentence(text, priority=priority.name, owner=priority.owner),)


def means(forecast: Forecast) -> tuple[Sentence, ...]:
    """What the gap means for that kind of priority."""
    kind = kind_of(forecast)
    return (worded_sentence(MEANS[kind]),) if kind is not None else ()


def delay(forecast: Forecast, cost: Number) -> Sentence:
    """What a month of delay costs, as it matters for that kind of priority."""
    kind = kind_of(forecast)
    if kind is None:
        return worded_sentence("Each month of delay costs {cost}.", cost=cost)
    return worded_sentence(DELAY[kind], cost=cost)


def request(forecast: Forecast) -> tuple[Sentence, ...]:
    """How the ask wants to be judged."""
    kind = kind_of(forecast)
    return (worded_sentence(REQUEST[kind]),) if kind is not None else ()


def _named(forecast: Forecast) -> Priority | None:
    priority = forecast.case.document.opportunity.priority
    return priority if priority is not None and priority.name else None
