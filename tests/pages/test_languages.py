"""No text on a page is forgotten: in a language that marks every text, nothing but data and numbers stands unmarked."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml
from babel.dates import get_month_names

from ldcase import language
from ldcase.evidence import Effect
from ldcase.language import FOLDER, LANGUAGES, speaking
from ldcase.pages.panel import WHO
from ldcase.pages.panels import PANELS
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from tests.pages.test_content import KEYS
from tests.sample_cases import DATA

Opened = Callable[..., PitchState]
CASES = ("closing-the-sale", "it-turnover")
PARTS = {
    "diagnosis": ("", "first", "able", "willing", "map"),
    "library": ("", "range"),
    "reference": ("", "language", "written", "costs"),
}
"""Parts of a panel beside its first one."""
SPOKEN = ("aria-label", "title", "placeholder", "alt")
"""Attributes that are read out or shown."""
OWN = {"code", "script", "style"}
"""Elements that hold what is no language: formulas, names."""
VOID = {"br", "img", "input", "hr", "col"}
FREE = [name for name in Effect.__slots__ if name not in ("level", "design", "use", "scale", "domain", "verification")]
"""What of a finding is no entry of a closed list."""
MARK = re.compile(r"⟦[^⟦⟧]*⟧")
NAME = re.compile(r"[\w/]*\w[._]\w[\w.:/]*")
"""A dotted name, a file, a place in one."""
WORD = re.compile(r"[^\W\d_]{2,}")
ABBREVIATIONS = {"tn", "bn", "NPV", "ROI", "CSV", "MB", "USD", "EUR", "GBP", "CHF", "IDR"}
"""What reads the same in every language, in the house style of numbers."""
MONTHS = {name for width in ("wide", "abbreviated") for name in get_month_names(width, locale="en").values()}
LEVER = ("title", "unit", "source", "owner", "worth", "help", "band", "was", "note")
"""What is read of a lever; its grade is said in the browser."""


class Marked(gettext.NullTranslations):
    """Translates every text of the interface into itself within marks; the places for values stay outside of them."""

    def gettext(self, message: str) -> str:
        """Return a text within marks, if it is one that is translated."""
        return marked(message) if message in known() else message

    def pgettext(self, context: str, message: str) -> str:
        """The same of a text with a context."""
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same of one of two."""
        return marked(msgid1 if n == 1 else msgid2) if msgid1 in known() else msgid1 if n == 1 else msgid2


def marked(message: str) -> str:
    """A text in marks, its places outside; of a word that fits a number both forms are marked."""
    parts = re.split(r"(\{[A-Za-z_.]+(?::[a-z]+)?(?:\|[^{}]*)?\})", message)
    return "".join(
        re.sub(r"plural:([^:]+):([^|}]+)", r"plural:⟦\1⟧:⟦\2⟧", part)
        if position % 2
        else f"⟦{part}⟧"
        if WORD.search(part)
        else part
        for position, part in enumerate(parts)
    )


@cache
def known() -> frozenset[str]:
    """Every text that is translated; from a translation, which is quicker than to gather them."""
    with (FOLDER / f"{list(LANGUAGES)[1]}.mo").open("rb") as file:
        entries = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    first = (entry[0] if isinstance(entry, tuple) else entry for entry in entries)
    return frozenset(text.rpartition("\4")[2] for text in first)


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak the language that marks every text."""
    monkeypatch.setitem(LANGUAGES, "marked", "Marked")
    read = language._translations
    monkeypatch.setattr(language, "_translations", lambda name: Marked() if name == "marked" else read(name))
    with speaking("marked", "en"):
        yield


class Shown(HTMLParser):
    """Takes what people read or hear out of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes that are told."""
        self.pieces += [value for name, value in attrs if name in SPOKEN and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take a text, unless it is none of a language."""
        if not OWN & set(self.open):
            self.pieces.append(data)


def strings(node: Any, key: str = "") -> Iterator[str]:
    """Every text within data that is free: no entry of a closed list."""
    if isinstance(node, str) and key not in KEYS:
        yield from (node, node.rstrip("."))
    elif isinstance(node, dict):
        for name, part in node.items():
            yield from strings(part, name)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from strings(part, key)


def of_the_data(state: PitchState) -> re.Pattern[str]:
    """What is data: texts of the case, of findings and sources, names of files and of quantities."""
    assert state.open is not None
    found = set(strings(state.open.case.data))
    for effect in state._effects.values():
        found |= {text for name in FREE for text in strings(getattr(effect, name))}
        first = effect.study.split(",")[0].split(" (")[0]
        found |= {effect.short_name, first, f"{first} {effect.year}"}
    for folder in ("metrics", "model", "costs", "evidence"):
        for path in (DATA / folder).glob("*.yaml"):
            found |= {text for text in strings(yaml.safe_load(path.read_text(encoding="utf-8"))) if text not in known()}
            found.add(f"data/{folder}/{path.name}")
    for module in (*state.open.case.catalogue.metrics.values(), *state.open.case.catalogue.costs.values()):
        found |= {*module.needs, *module.formulas}
    found |= {*state.now.names}
    found |= {path.name for path in (*state.open.case.path.parent.iterdir(), *(DATA / "samples").iterdir())}
    found |= {WHO, *LANGUAGES.values()}  # a language is called by its own name
    found -= {"", *ABBREVIATIONS}
    words = (re.escape(each) for each in sorted(found, key=len, reverse=True) if WORD.search(each))
    return re.compile(rf"(?<![\w./])(?:{'|'.join(words)})(?!\w|[.:/]\w)", re.IGNORECASE)


def unmarked(html: str, data: re.Pattern[str]) -> Iterator[str]:
    """Every text with words that are neither marked nor data."""
    for piece in Shown(html).pieces:
        bare = piece
        while MARK.search(bare):
            bare = MARK.sub("\n", bare)
        bare = NAME.sub(" ", data.sub(" ", bare)) if WORD.search(bare) else ""
        if any(word not in ABBREVIATIONS and word not in MONTHS for word in WORD.findall(bare)):
            yield unescape(piece).strip()


def screens(state: PitchState) -> Iterator[tuple[str, str]]:
    """Every step and every panel of it as HTML, with where it stands."""
    for step in PAGES:
        state.act("step", step)
        view = state.view()
        for slot, html in view.slots.items():
            if slot in ("address", "link"):
                continue
            yield f"{step}: {slot}", str(html)
        for chart in view.charts:
            yield f"{step}: {chart['id']}", " ".join(str(chart[part]) for part in ("title", "subtitle", "description"))
        for lever in view.levers:
            yield f"{step}: {lever['name']}", " ".join(str(lever[part]) for part in LEVER if lever.get(part))
        yield f"{step}: label", dict(view.steps)[step]
    for panel in PANELS:
        for part in PARTS.get(panel, ("",)):
            state.act(panel, part)
            view = state.view()
            yield f"panel {panel} {part}", str(view.slots["drawer"])
            for chart in view.panel:
                yield f"panel {panel}: {chart['id']}", f"{chart['title']} {chart['subtitle']} {chart['description']}"
    for name in ("net_benefit", "able_share", "cost"):
        state.ask(name)
        yield f"asked: {name}", str(state.view().slots["drawer"])
    state.act("set", "45", "able_share.likely")
    state.act("changed", "base")
    yield "changed", str(state.view().slots["drawer"])
    state.act("cautious", "on")
    yield "cautious", str(state.view().slots["notice"])
    start = PitchState(state.desk, state.clock)
    start.act("new")
    yield "new case", " ".join(str(html) for slot, html in start.view().slots.items() if slot != "address")
    state.lever("able_share", 9, False)
    yield "refused", str(state.update().html["notice"])


@pytest.mark.parametrize("case", CASES)
@pytest.mark.usefixtures("marking")
def test_no_text_is_forgotten(pitch: Opened, case: str) -> None:
    state = pitch(case)
    data = of_the_data(state)
    shown = {html: where for where, html in screens(state)}
    forgotten = {f"{where}: {text}" for html, where in shown.items() for text in unmarked(html, data)}
    assert not forgotten, "\n".join(sorted(forgotten))


def test_every_step_and_panel_draws_in_every_language(pitch: Opened) -> None:
    for name in LANGUAGES:
        with speaking(name):
            assert all(isinstance(html, str) for _, html in screens(pitch(CASES[0])))
