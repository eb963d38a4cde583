"""Presentation view: what a step shows one after the other, and the line beneath it; replaying the last change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ldcase.case import Case, from_text
from ldcase.charts.drawing import Drawing
from ldcase.errors import CaseError
from ldcase.language import worded
from ldcase.pages.foot import sample_data
from ldcase.pages.markup import NOTHING, element, joined
from ldcase.store.desk import OpenCase
from ldcase.store.history import Change
from ldcase.store.replay import replayed
from ldcase.words.recorded import recorded
from ldcase.words.recorded_words import reworded

MOVED = {"opportunity": "gap", "idea": "rollout", "evidence": "tornado", "ask": "fan"}
"""The chart of each step that its levers move most visibly."""


def builds(places: tuple[str, ...], has_levers: bool) -> tuple[str, ...]:
    """What a step shows one after the other: its words, its chart, a second finding, and the chart with the levers.

    Parameters
    ----------
    places
        Of the charts of the step.
    has_levers
        Whether it has levers at all.
    """
    shown = {"sentence": True, "chart": "hero" in places, "second": "second" in places, "levers": has_levers}
    return tuple(name for name, there in shown.items() if there)


def beside(step: str, charts: tuple[tuple[Drawing, str], ...]) -> str:
    """The place of the chart that stands beside the levers of a step: the one they move, else the first."""
    places = {drawing.spec: place for drawing, place in charts}
    return "second" if places.get(MOVED[step]) == "second" else "hero"


def last_change(case: OpenCase) -> Change | None:
    """The last thing recorded that is about figures, not about words; None where nothing was."""
    turns = (change for change in reversed(case.log.changes()) if change.kind in ("edit", "undo", "redo", "base"))
    return next((each for each in turns if reworded(each.path, each.before, each.after, case.case) is None), None)


def line(case: OpenCase) -> Markup:
    """The line beneath a presented step: that figures are sample data, and what was changed last."""
    change = last_change(case)
    said = NOTHING if change is None else element("span", _in_words(change, case.case))
    short = element("span", worded("sample data"), class_="grade") if sample_data(case) else NOTHING
    return joined((short, said))


def _in_words(change: Change, case: Case) -> str:
    told = recorded(change, case)
    before, after = (_without_range(text) if told.name else text for text in (told.before, told.after))
    if not (before and after):
        return worded("Last change: {what}, {kind}", what=told.what, kind=told.kind or after or before)
    if told.kind:
        return worded(
            "Last change: {what} from {before} to {after} ({kind})",
            what=told.what, before=before, after=after, kind=told.kind,
        )  # fmt: skip
    return worded("Last change: {what} from {before} to {after}", what=told.what, before=before, after=after)


def _without_range(told: str) -> str:
    """A recorded figure without the range that stands behind it in brackets: the line is read from afar."""
    return told.partition(" (")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Replay:
    """The way from the case before its last change to the case as it is recorded."""

    before: Case
    after: Case

    @classmethod
    def of(cls, case: OpenCase) -> Replay | None:
        """The last change of an open case; None where nothing was changed, or what was before can no longer be read."""
        change = last_change(case)
        if change is None:
            return None
        present = case.log.present(change.sequence - 1)
        try:
            base = from_text(present.text, case.base.path, case.base.catalogue)
        except CaseError:
            return None
        before, _ = replayed(base, present.edits)
        return cls(before, case.case) if before.ready else None

    def at(self, share: float) -> Case:
        """The case at a share of the way, 0 to 1.

        Every range and every figure of the plan that differs is as far between; what cannot be between, such as
        another metric, changes at the end. A case between that cannot be computed is that before the change.
        """
        if share >= 1:
            return self.after
        between = dict(_between(self.before, self.after, share)) if share > 0 else {}
        if not between:
            return self.before
        try:
            case = self.before.what_if(between)
        except CaseError:
            return self.before
        return case if case.ready else self.before


def _between(before: Case, after: Case, share: float) -> Mapping[str, float | tuple[float, float, float]]:
    """What differs, so far on its way, by name."""
    found: dict[str, float | tuple[float, float, float]] = {}
    for name, old in before.assumptions.items():
        new = after.assumptions.get(name)
        if new is None or new.values == old.values:
            continue
        low, likely, high = (a + share * (b - a) for a, b in zip(old.values, new.values, strict=True))
        whole = old.whole or new.whole
        found[name] = (round(low), round(likely), round(high)) if whole else (low, likely, high)
    for name, number in before.plan.items():
        if name in after.plan and after.plan[name] != number:
            found[name] = float(round(number + share * (after.plan[name] - number)))
    return found
