"""What the log says of what was told or tried in an answer: who decides, gates, owners, the costs of an option."""

from __future__ import annotations

from collections.abc import Mapping

from ldcase.case import Case
from ldcase.language import marked, worded
from ldcase.store.history import JSON

COSTS = "idea.costs.assumptions"
"""All figures of cost at once: an option was tried, which has one cost in place of them."""
TITLES: Mapping[str, str] = {
    COSTS: marked("All costs: those of an option that was tried"),
    "ask.sponsor": marked("Who decides and stands behind it"),
    "ask.decide_by": marked("The decision is needed by"),
    "ask.gates": marked("Gates"),
    "opportunity.intangibles": marked("What has no price"),
}
_LONGEST = 80


def answered(path: str, before: JSON, after: JSON, case: Case) -> tuple[str, str, str] | None:
    """What was changed, from what, to what; None where it was something else."""
    if path in TITLES:
        title = worded(TITLES[path])
        return (title, "", "") if path == COSTS else (title, _text(before), _text(after))
    owned = next((use for use in case.metrics if path == f"opportunity.metrics.{use.key}.owner"), None)
    if owned is None:
        return None
    return worded("Who answers for “{title}”", title=worded(owned.title)), _text(before), _text(after)


def _text(value: JSON) -> str:
    """A text, or the texts of the entries of a list, shortened."""
    if isinstance(value, list):
        return _text("; ".join(_text(each) for each in value))
    if isinstance(value, dict):
        return ", ".join(_text(each) for each in value.values() if each)
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
