"""What is on a page: text of a case is data, and nothing is missed where a case leaves it out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from ldcase.pages.markup import action, asked, element, joined, sentence, table
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from ldcase.words.sentence import Number, Text, beside, say
from tests.sample_cases import BUNDLED, bare, document, text_of, with_two_metrics

ATTACK = "<img src=x onerror=alert(1)>"
KEYS = {
    "use",
    "moves",
    "unit",
    "grade",
    "kind",
    "currency",
    "horizon",
    "start",
    "history",
    "id",
    "figure",
    "reveals",
    "between",
    "method",
    "answer",
    "chosen_by",
    "design",
    "metric",
    "file",
    "uses",
    "given_as",
    "measured",
}
VOID = {"br", "img", "input", "hr"}
Opened = Callable[..., PitchState]


def poisoned(data: Any, key: str = "") -> Any:
    """Every text that is free, replaced by an attack."""
    if isinstance(data, dict):
        return {name: poisoned(part, name) for name, part in data.items()}
    if isinstance(data, list):
        return [poisoned(part, key) for part in data]
    return f"{ATTACK} & \"quoted\" 'text' {{not_a_name}}" if isinstance(data, str) and key not in KEYS else data


def everything_shown(state: PitchState) -> Iterator[tuple[str, str]]:
    """Every piece of HTML the state can send, with where it stands."""
    yield "list", str(PitchState(state.desk, state.clock).view().slots["below"])
    for step in PAGES:
        state.act("step", step)
        view = state.view().to_message()
        for slot, html in view["slots"].items():  # type: ignore[attr-defined]
            yield f"{step} {slot}", html
        for chart in view["charts"]:  # type: ignore[attr-defined]
            for part in ("title", "subtitle", "description", "table"):
                yield f"{step} {chart['id']} {part}", chart[part]
    for name in state.now.names:
        for way in ("net_benefit", "cost", name):
            state.ask(way)
        message = state.update()
        yield f"drawer {name}", str(message.html["drawer"])
        for drawing in message.panel or ():
            chart = message.panel_figure(drawing)
            for part in ("title", "subtitle", "description", "table"):
                yield f"drawer {name} {part}", str(chart[part])
        state.act("close")
        state.update()
    state.lever("able_share", 9, False)
    yield "refusal", str(state.update().html["notice"])


class Checked(HTMLParser):
    """Reads HTML strictly: every element that opens closes, in order; keeps tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def put(data: Path, name: str, content: dict[str, Any]) -> None:
    """Write a case beside the others, with the histories of the sale."""
    shutil.copytree(data / "cases" / "closing-the-sale", data / "cases" / name)
    (data / "cases" / name / "case.yaml").write_text(text_of(content), encoding="utf-8")


def test_text_of_a_case_is_shown_as_text(pitch: Opened, data: Path) -> None:
    put(data, "attack", poisoned(document("closing-the-sale")))
    state = pitch("attack")
    assert state.open is not None, state.findings
    shown = ""
    for where, html in everything_shown(state):
        read = Checked(html)
        assert "img" not in read.tags, where
        assert not any(name.startswith("on") for name, _ in read.attributes), where
        shown += read.text
    assert shown.count(ATTACK) > 100
    assert "{not_a_name}" in shown


@pytest.mark.parametrize("change", [bare, with_two_metrics], ids=["bare", "two metrics"])
def test_a_case_may_leave_out_what_it_does_not_know(
    pitch: Opened, data: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    content = document("closing-the-sale")
    change(content)
    put(data, "other", content)
    state = pitch("other")
    assert state.open is not None, state.findings
    for where, html in everything_shown(state):
        assert not re.search(r"\bNone\b(?! of)|\bnan\b|\binf\b|\(\)|: ?\.|Checked by \.", Checked(html).text), (
            where,
            html,
        )


def test_parts_that_are_begun_and_empty_print_nothing(pitch: Opened, data: Path) -> None:
    content = document("it-turnover")
    bare(content)
    content["opportunity"] |= {"priority": {"kind": "growth"}}
    content["opportunity"]["diagnosis"]["willing"] = {"action": {}}
    content["idea"] |= {"behaviours": [{}], "options": [{}], "pilot": {}, "audience": {}}
    content["evidence"] = {"findings": [{}, {"id": "nobody2000"}], "stories": [{}], "exemplars": [{}]}
    content["ask"] = {"gates": [{}], "next": [{}, {"what": "Ask", "by": "2027-02-03"}], "decide_by": "2027-02-01"}
    put(data, "begun", content)
    state = pitch("begun")
    assert state.open is not None, state.findings
    for where, html in everything_shown(state):
        assert not re.search(r"\bNone\b(?! of)|\bnan\b|\(\)|NextStep|Checked by", Checked(html).text), (where, html)
    state.act("step", "ask")
    assert "Ask (by 3 February 2027)" in state.view().slots["below"]
    assert "The decision is needed: by 1 February 2027." in state.view().slots["prose"]


@pytest.mark.parametrize("name", BUNDLED)
def test_all_html_of_the_bundled_cases_is_well_formed(pitch: Opened, name: str) -> None:
    for where, html in everything_shown(pitch(name)):
        assert Checked(html).text or not html, where


def test_pieces_escape_what_they_hold() -> None:
    assert element("p", "a < b", Markup("<b>c</b>"), class_="x", data_ask='"') == (
        '<p class="x" data-ask="&#34;">a &lt; b<b>c</b></p>'
    )
    assert element("details", open=True, class_="", id=None, hidden=False) == "<details open></details>"
    assert joined(["<", Markup("<br>")]) == "&lt;<br>"
    assert action("Go", "step", "idea", disabled=True) == (
        '<button type="button" class="act" data-act="step" data-value="idea" disabled>Go</button>'
    )
    assert asked("<1>", "a.b") == '<button type="button" class="n" data-ask="a.b">&lt;1&gt;</button>'
    assert table(("a",), [("<",)], caption="&", numeric=(0,)) == (
        '<table aria-label="&amp;"><caption>&amp;<button type="button" class="copy quiet" data-copy '
        'title="Copy this table">copy</button></caption><thead><tr><th scope="col" class="number">a</th></tr></thead>'
        '<tbody><tr><td class="number">&lt;</td></tr></tbody></table>'
    )


def test_a_line_does_not_begin_with_a_comma() -> None:
    html = sentence(say("It costs ", Number("cost", "140 k", "gap"), ", all in."))
    assert html == (
        'It costs <span class="kept"><button type="button" class="n gap" data-ask="cost">140 k</button>,</span> all in.'
    )
    assert sentence(say(Number("", "24 months"), Text(" <on>"))) == "24 months &lt;on&gt;"
    assert sentence(say(Number("", "2 M", "gap"))) == '<span class="n still gap">2 M</span>'


def test_what_is_known_besides_stands_in_brackets() -> None:
    assert beside("Agree", "Head of legal", "") == "Agree (Head of legal)"
    assert beside("Agree", "", "") == "Agree"
    assert beside("", "Head of legal") == "(Head of legal)"
