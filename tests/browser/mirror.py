"""What a screen must show: the same state as on the server, computed in the test's own process on the same data."""

from __future__ import annotations

import math
import re
import time
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from ldcase.case.catalogue import load
from ldcase.pages.pitch_state import PitchState
from ldcase.store import Workspace
from ldcase.store.desk import Desk
from tests.browser.watched import PATIENCE, Watched

NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")


class Text(HTMLParser):
    """The text of a piece of HTML, as a browser's textContent."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text(html: str) -> str:
    return "".join(Text(html).parts)


class Mirror:
    """A pitch beside the one on screen: does the same, and says what must be seen.

    Parameters
    ----------
    data, case
        The data folder and the case that is open on screen.
    database
        A file for the mirror's own workspace.
    since
        The time of day the screen's session began, as it shows it.
    """

    def __init__(self, data: Path, case: str, database: Path, since: str) -> None:
        desk = Desk(Workspace.open(f"sqlite:///{database}"), load(data), data)
        began = datetime.strptime(since, "%H:%M").astimezone()
        self.state = PitchState(desk, lambda: began)
        self.state.choose(case)
        self.expected = self.state.view()

    def act(self, act: str, value: str | None = None) -> None:
        """Do what a button does."""
        self.state.act(act, value)
        self.expected = self.state.view()

    def lever(self, name: str, value: float) -> None:
        """Move a lever and let it rest, as a hand on the screen does."""
        for resting in (False, True):
            self.state.lever(name, value, resting)
            self.expected = self.state.view()

    def ask(self, name: str) -> None:
        """Ask where a number comes from."""
        self.state.ask(name)
        self.expected = self.state.view()

    def text(self, slot: str) -> str:
        """What a slot must read."""
        return text(self.expected.slots[slot])

    def differences(self, seen: dict[str, Any], *, charts: bool = True) -> list[str]:
        """What on the screen is not what it must be, with the charts or without."""
        view: dict[str, Any] = self.expected.to_message()
        told = [f"step {seen['step']}, expected {view['step']}"] if seen["step"] != view["step"] else []
        for slot, shown in seen["slots"].items():
            told += _unequal(slot, shown, text(str(self.expected.slots[slot])))
        told += _unequal("levers", [row["name"] for row in seen["levers"]], [row["name"] for row in view["levers"]])
        for row, lever in zip(seen["levers"], view["levers"], strict=False):
            told += _lever(row, lever)
        told += _unequal("charts", [chart["id"] for chart in seen["charts"]], [chart["id"] for chart in view["charts"]])
        for drawn, chart in zip(seen["charts"], view["charts"], strict=False) if charts else ():
            told += _chart(drawn, chart)
        return told

    def compare(self, watched: Watched) -> dict[str, Any]:
        """Wait until the screen shows exactly what it must; fail with what differs."""
        end = time.monotonic() + PATIENCE
        while told := self.differences(seen := watched.seen()):
            assert time.monotonic() < end, "\n".join(told)
            watched.page.wait_for_timeout(40)
        return seen


def _unequal(what: str, seen: object, expected: object) -> list[str]:
    return [] if _same(seen, expected) else [f"{what}:\n  seen     {seen!r}\n  expected {expected!r}"]


def _same(seen: object, expected: object) -> bool:
    """Equal; numbers up to the last bits, which hang on where an array lies in memory."""
    if isinstance(seen, list) and isinstance(expected, list):
        return len(seen) == len(expected) and all(map(_same, seen, expected))
    if isinstance(seen, int | float) and isinstance(expected, int | float):
        return math.isclose(seen, expected, rel_tol=1e-12, abs_tol=1e-12)
    return seen == expected


def _lever(row: dict[str, Any], lever: dict[str, Any]) -> list[str]:
    name, display = lever["name"], lever["display"]
    told = _unequal(f"{name} label", row["label"], lever["label"])
    told += _unequal(f"{name} worth", row["worth"], lever["worth"])
    told += _unequal(f"{name} changed", row["changed"], lever["changed"])
    told += _unequal(f"{name} slider", row["now"], lever["value"])
    half = 0.5000001 * 10 ** -display["digits"] / display["scale"]
    spoken = [*read(row["box"], display), *read(row["spoken"].replace("8 of 10", ""), display)]
    wanted = [lever["value"], lever["value"]] + ([lever["low"], lever["high"]] if lever["low"] != lever["high"] else [])
    if len(spoken) != len(wanted) or any(abs(one - other) > half for one, other in zip(spoken, wanted, strict=True)):
        told.append(f"{name}: written {row['box']!r}, spoken {row['spoken']!r}; expected {wanted}")
    return told


def read(written: str, display: dict[str, Any]) -> list[float]:
    """The numbers in a text as a lever writes them in English, in the unit of the lever."""
    found = NUMBER.findall(written)
    return [float(one.replace("−", "-").replace(",", "")) / display["scale"] for one in found]


def _chart(drawn: dict[str, Any], chart: dict[str, Any]) -> list[str]:
    name = chart["id"]
    told = [
        line
        for key in ("title", "subtitle", "description")
        for line in _unequal(f"{name} {key}", drawn[key], text(chart[key]))
    ]
    told += _unequal(f"{name} label", drawn["label"], text(chart["title"]))
    for dataset, columns in chart["data"].items():
        rows = drawn["data"].get(dataset, [])
        for column, values in columns.items():
            told += _unequal(f"{name}.{dataset}.{column}", [row.get(column) for row in rows], [*values])
    for signal, value in chart["signals"].items():
        told += _unequal(f"{name} signal {signal}", drawn["signals"].get(signal), value)
    return told
