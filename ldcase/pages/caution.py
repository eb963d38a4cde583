"""The switch that drops the weakest grade: a view in which its assumptions stand at their cautious ends.

It is a way of looking and no change of the case: nothing is recorded, levers keep what the case says, and whatever is
edited meanwhile is edited in the case. Case now, base and case as opened are all seen the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from markupsafe import Markup

from ldcase.case import Case
from ldcase.forecast import Forecast
from ldcase.forecast.grades import Grades, cautious_ends, grades
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, action, element
from ldcase.words.grades import rests

Slot = Literal["now", "base", "opened"]


class Caution:
    """One screen's switch, off until it is turned on."""

    def __init__(self) -> None:
        self.grade = ""
        self._low: Mapping[str, bool] = {}
        self._seen: dict[Slot, tuple[Forecast, Forecast]] = {}

    @property
    def on(self) -> bool:
        """Whether the weakest grade is dropped."""
        return bool(self.grade)

    def turn(self, on: bool, now: Forecast) -> None:
        """Turn it on or off; which end is the cautious one is asked of the case as it is now, each time."""
        weakest = grades(now).weakest if on else None
        self.grade = weakest.grade if weakest is not None else ""
        self._low = {name: end == now.case.assumptions[name].low for name, end in cautious_ends(now).items()}
        self._seen = {}

    def off(self) -> None:
        """Turn it off, as when another case is opened."""
        self.grade, self._low, self._seen = "", {}, {}

    def of(self, slot: Slot, forecast: Forecast) -> Forecast:
        """A forecast as it is seen; the same one while the switch is off."""
        if not self.grade:
            return forecast
        before = self._seen.get(slot)
        if before is None or before[0] is not forecast:
            closest = forecast if before is None else before[1]
            before = self._seen[slot] = forecast, closest.with_case(self._view(forecast.case))
        return before[1]

    def mark(self) -> Markup:
        """What says that the switch is on, and how to turn it off."""
        if not self.grade:
            return NOTHING
        told = (
            element("b", worded("Cautious view."), " "),
            worded(
                "Every range graded “{grade}” stands at its cautious end; nothing of the case is changed.",
                grade=worded(self.grade),
            )
            + " ",
            action(worded("show the case"), "cautious", "off", class_="n"),
        )
        return element("p", *told, class_="cautious", role="status")

    def _view(self, case: Case) -> Case:
        ends: dict[str, tuple[float, float, float]] = {}
        for name, low in self._low.items():
            one = case.assumptions.get(name)
            if one is not None and one.grade == self.grade and not one.fixed:
                ends[name] = (one.low,) * 3 if low else (one.high,) * 3
        return case.what_if(ends)


def beside(cautious: bool) -> Markup:
    """What a panel says that shows the case itself while the page shows the cautious view."""
    told = worded("The figures here are those of the case; the page behind shows the cautious view.")
    return element("p", told, class_="soft") if cautious else NOTHING


def switch(on: bool, found: Grades) -> Markup:
    """The button of the switch; nothing where no grade has a range that could be dropped."""
    if on:
        return action(worded("show the case as it is"), "cautious", "off", class_="button")
    if found.weakest is None:
        return NOTHING
    return action(
        worded("drop the weakest grade: {grade}", grade=worded(found.weakest.grade)),
        "cautious",
        "on",
        class_="button main",
    )


def section(now: Forecast, cautious: bool) -> tuple[Markup, ...]:
    """What the headline rests on, in a sentence, with the switch: for the evidence step."""
    found = grades(now)
    said = (
        worded("Every range of the weakest grade stands at its cautious end; all figures on the page follow.")
        if cautious
        else str(rests(found))
    )
    more = action(worded("by grade"), "grades", class_="button", opens=True)
    told = element("p", said), element("p", switch(cautious, found), " ", more, class_="row")
    return (element("h2", worded("What the headline rests on")), *told)
