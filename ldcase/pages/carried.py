"""What a link carries besides a place: where the levers stood when it was copied, or a snapshot.

Whoever opens it sees the case so, and nothing is recorded until it is kept: a link must not change what others work on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ldcase.case import Case
from ldcase.errors import CaseError
from ldcase.language import worded, worded_many
from ldcase.pages.markup import NOTHING, action, element
from ldcase.pages.panel import WHO
from ldcase.store.desk import OpenCase

BETWEEN = "~"
"""Parts names and numbers in an address; no name has it, and no browser writes it in another way."""
LONGEST = 1800
"""Signs of levers in a link: longer addresses do not arrive everywhere, and are not read."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
Values = float | tuple[float, float, float]


class Carried:
    """What the link carried that this page was opened with, while it is shown and not kept."""

    def __init__(self) -> None:
        self._levers: dict[str, Values] = {}
        self._recorded: dict[str, Values] = {}
        self._asked: dict[str, str] = {}
        self._snapshot = ""
        self._lost = 0

    @property
    def on(self) -> bool:
        """Whether anything is shown that is not recorded."""
        return bool(self._levers)

    @property
    def address(self) -> Mapping[str, str]:
        """What the page's own address says of it, so that it is there again when the page is loaded anew."""
        return self._asked if self.on else {}

    def take(self, asked: Mapping[str, str], case: OpenCase) -> None:
        """Read what an address carries; what stands so in the case already needs no mention."""
        self.forget()
        number = asked.get("snapshot", "")
        kept = next((each for each in case.log.snapshots() if str(each.number) == number), None)
        told = _read(asked.get("levers", "")[:LONGEST])
        if kept is None and not told:
            return
        wanted = _values(case.case) if kept is None else _values(case.earlier(kept.sequence))
        if told:
            wanted, self._lost = _set(case.base, told)
        self._snapshot = kept.name if kept is not None else ""
        self._asked = {name: asked[name] for name in ("levers", "snapshot") if asked.get(name)}
        self._levers = dict(_differing(wanted, case.case))
        self._recorded = {name: values for name, values in _values(case.case).items() if name in self._levers}

    def over(self, case: Case) -> Case:
        """The case as it is shown. A lever that was recorded elsewhere meanwhile stands where it was put."""
        there = _values(case)
        self._levers = {name: each for name, each in self._levers.items() if there.get(name) == self._recorded[name]}
        if not self.on:
            return case
        try:
            return case.what_if(self._levers)
        except CaseError:  # the case is another one now, in which these values have no place
            self.forget()
            return case

    def keep(self, case: OpenCase) -> None:
        """Record what is shown."""
        levers, why = self._levers, self._snapshot or "link"
        self.forget()
        for name, values in levers.items():
            case.what_if_edit(name, values, who=WHO, why=why)

    def forget(self) -> None:
        """Show the case as it stands."""
        self._levers, self._recorded, self._asked, self._snapshot, self._lost = {}, {}, {}, "", 0

    def mark(self) -> Markup:
        """What says that the link carried something, with the choice to keep it or to leave it."""
        if not self.on:
            return NOTHING
        count = len(self._levers)
        told = [worded_many("It carries {n} changed lever.", "It carries {n} changed levers.", count, n=count)]
        if self._snapshot:
            told.insert(0, worded("It shows the figures of the snapshot “{name}”.", name=self._snapshot))
        if self._lost:
            told.append(worded("{n} more do not fit this case and are left out.", n=self._lost))
        told.append(worded("Nothing of it is recorded yet."))
        head = element("b", worded("Opened by a link."))
        keep = action(worded("Keep it"), "keep_link", class_="n")
        leave = action(worded("Show the case as it stands"), "leave_link", class_="n")
        return element("p", head, f" {' '.join(told)} ", keep, " · ", leave, class_="cautious", role="status")


def levers(now: Case, base: Case) -> str:
    """The levers that stand elsewhere than in the file of the case, as text for an address; empty where none does.

    An assumption whose whole range moved with its likely value is one number, any other three. Empty too where they
    would be too many for an address.
    """
    told: list[str] = []
    for name, values in _differing(_values(now), base):
        likely = values[1] if isinstance(values, tuple) else values
        moved = _set(base, {name: likely})[0].get(name)
        numbers = values if isinstance(values, tuple) and moved != values else (likely,)
        told += (name, *map(_written, numbers))
    text = BETWEEN.join(told)
    return text if len(text) <= LONGEST else ""


def _written(value: float) -> str:
    return f"{value:.12g}".replace("e+", "e")


def _read(text: str) -> dict[str, Values]:
    """Names with one or three numbers behind each; whatever is written otherwise is left out."""
    found: dict[str, list[float]] = {}
    name = ""
    for part in text.split(BETWEEN):
        try:
            found[name].append(float(part))
        except (KeyError, ValueError):
            name = part if _NAME.fullmatch(part) else ""
            if name:
                found[name] = []
    told: dict[str, Values] = {}
    for name, numbers in found.items():
        if len(numbers) == 1:
            told[name] = numbers[0]
        elif len(numbers) == 3:
            told[name] = numbers[0], numbers[1], numbers[2]
    return told


def _set(base: Case, told: Mapping[str, Values]) -> tuple[dict[str, Values], int]:
    """Every assumption and figure of the plan as it is with those values over the base; how many do not fit."""
    lost = 0
    for name, values in told.items():
        try:
            base = base.what_if({name: values})
        except CaseError:
            lost += 1
    return _values(base), lost


def _values(case: Case) -> dict[str, Values]:
    return {**{name: each.values for name, each in case.assumptions.items()}, **case.plan}


def _differing(wanted: Mapping[str, Values], case: Case) -> Iterator[tuple[str, Values]]:
    there = _values(case)
    return ((name, values) for name, values in wanted.items() if name in there and there[name] != values)
