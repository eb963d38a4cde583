"""What stands beside a row of the sheet Workings: its title, unit, number format, and how it is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ldcase.exports.look import GENERAL, computed, typed
from ldcase.exports.twin_blocks import balanced
from ldcase.exports.twin_inputs import CALENDAR, figure_title
from ldcase.exports.twin_model import Model, owner
from ldcase.forecast import Forecast
from ldcase.formulas.names import BUILT_IN_UNITS
from ldcase.formulas.syntax import Binary, Call, Compare, Name
from ldcase.formulas.words import in_words
from ldcase.language import said, worded
from ldcase.words import numbers

TIMELINE = {"month": said("Number of the month"), "age": said("Months since the first month")}
_SHARE = "0.0000"
_FLAG = said("1 or 0")
_OVER_MONTHS = "/month"


@dataclass(frozen=True)
class Labels:
    """Titles and units of everything that the formulas of a twin read, in the language in force."""

    forecast: Forecast
    model: Model

    @cached_property
    def _own(self) -> Mapping[str, str]:
        """The titles of the case's formulas; where two have the same one, with that of their metric."""
        case = self.forecast.case
        titles = {name: worded(self.forecast[name].title) for name in case.graph.order}
        often = Counter(titles.values())
        metrics = {f"{metric.key}.": worded(metric.title) for metric in case.metrics}
        for name, title in titles.items():
            for prefix, metric in metrics.items():
                if often[title] > 1 and name.startswith(prefix):
                    titles[name] = worded("{metric}: {title}", metric=metric, title=title)
        return titles

    def title(self, name: str) -> str:
        """What a row is called; a step by what it computes."""
        if name in self.model.steps:
            return self._title_of_step(name)
        if name in self.model.figures:
            return figure_title(self.model.figures[name])
        if name in BUILT_IN_UNITS:
            return worded(CALENDAR[name] if name in CALENDAR else TIMELINE[name])
        if name in self._own:
            return self._own[name]
        title = worded(self.forecast[name].title)
        return worded("{title} (input)", title=title) if title in self._own.values() else title

    def how(self, name: str) -> str:
        """The formula in words."""
        return in_words(self.model.graph.formulas[name], self._inside)

    def unit(self, name: str) -> str:
        """The unit of a row, as the case writes it."""
        if name in self.model.steps:
            return self._unit_of_step(name)
        if name in self.model.figures:
            return "share"
        return BUILT_IN_UNITS[name] if name in BUILT_IN_UNITS else self.forecast[name].unit

    def numbers(self, name: str) -> str:
        """Excel's number format."""
        case = self.forecast.case
        if name in case.assumptions:
            return typed(case.assumptions[name].format)
        if name in case.graph.formulas:
            return computed(case.formula(name).format)
        return self._numbers_of_step(name) if name in self.model.steps else GENERAL

    def _numbers_of_step(self, name: str) -> str:
        match self.model.graph.formulas[name].root:
            case Call("since" | "cumulative" | "stock", (Name(used), *_)):
                return self.numbers(used)
            case Call() | Binary(operator="**"):
                return _SHARE
            case _:
                return GENERAL

    def part_of(self, step: str) -> str:
        """The formula that was cut into steps, the first that needs this one."""
        return self.title(owner(step))

    def _inside(self, name: str) -> str:
        if name in self.model.figures:
            return numbers.plain(self.model.figures[name], 15, 15)
        return self.title(name)

    def _title_of_step(self, name: str) -> str:
        match self.model.graph.formulas[name].root:
            case Compare():
                return worded("1 where {condition}, else 0", condition=self.how(name))
            case Call("since", (Name(curve), Name(first))):
                return worded("{curve}; begins: {first}", curve=self.title(curve), first=self._inside(first))
            case _:
                return _begun(self.how(name))

    def _unit_of_step(self, name: str) -> str:
        match self.model.graph.formulas[name].root:
            case Compare():
                return worded(_FLAG)
            case Call("since", (Name(curve), *_)):
                return self.unit(curve)
            case Call("cumulative" | "stock", (Name(flow), *_)):
                unit = self.unit(flow)
                return unit.removesuffix(_OVER_MONTHS) if unit.endswith(_OVER_MONTHS) else f"{unit}*month"
            case Call() | Binary(operator="**"):
                return "share"
            case _:
                kept = any(name in balanced(self.model, other)[1:] for other in self.model.graph.order)
                return "share" if kept else "month"


def _begun(words: str) -> str:
    """Words as they begin a row; the letter e of a power stays small."""
    return words if words[1:2] == " " else f"{words[:1].upper()}{words[1:]}"
