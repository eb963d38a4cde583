"""Stories: checked examples beside the number they support, by the success-case method.

A story makes a number believable and never stands for it: the best and the worst case are told side by side, and what
is typical is the figure beside them. Source: Brinkerhoff's success-case method (``methods.md`` § 3).
"""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.case.document_evidence import Story, Unrealised


def on_page(stories: Sequence[Story]) -> Story | None:
    """Return the one story of the pitch page: the one marked for it, else the first that somebody checked."""
    marked = [story for story in stories if story.on_page]
    checked = [story for story in stories if story.checked_by]
    return next(iter((*marked, *checked)), None)


def unrealised_value(given: Unrealised) -> float | None:
    """Return what more successes like this one would be worth a year, money: value × people × (target - now).

    None while a figure is missing, or where there is no room to the target.
    """
    value, people, now, target = given.value_per_success, given.people, given.share_now, given.share_target
    if value is None or people is None or now is None or target is None or target <= now:
        return None
    return value * people * (target - now)
