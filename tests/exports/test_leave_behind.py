"""The leave-behind as a file: what it holds, what it allows, what it says without its script."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ldcase.case import Case
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.leave_behind import page, write_leave_behind
from ldcase.exports.origin import origin, read_origin
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking
from ldcase.words import numbers, pitch
from tests.exports.conftest import BUNDLED

DAY = date(2027, 1, 31)
MOST = 3_000_000
MARKUP = '<img src=x onerror=alert(1)></script><script>alert(2)</script> & "quoted" {cost|money}'


class Read(HTMLParser):
    """The text of a page outside of scripts and style, its elements, and what its scripts and style hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        self._open = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside.append((self._open, data))
        else:
            self.said.append(data)

    @property
    def text(self) -> str:
        return "".join(self.said)


def made(of: Forecast) -> str:
    return page(of, origin(of, DAY))


@pytest.mark.parametrize("name", BUNDLED)
def test_it_reads_as_the_case_without_its_script(name: str, cases: Mapping[str, Case]) -> None:
    of = forecast(cases[name], 1024)
    language = of.case.document.language or "en"
    with speaking(language):
        text = made(of)
        read = Read(text)
        assert len(text.encode()) < MOST
        assert ("html", {"lang": language}) in read.elements
        for step, _ in pitch.STEPS:
            told = pitch.narrative(of, step)
            for sentence in (told.headline, *told.sentences):
                assert str(sentence) in read.text
        s = of.summary
        assert numbers.money_range(s.net_p10, s.net_p90) in read.text
        assert origin(of, DAY).line in read.text
        for assumption in of.case.assumptions.values():
            assert assumption.title in read.text or language != "en"
    assert sum(tag == "svg" for tag, _ in read.elements) == 8


def test_its_policy_allows_its_own_scripts_and_style_and_nothing_else(cases: Mapping[str, Case]) -> None:
    read = Read(made(forecast(cases["closing-the-sale"], 256)))
    policy = next(a["content"] for tag, a in read.elements if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    scripts = [content for tag, content in read.inside if tag == "script" and "evaluate" in content[:4000]]
    for kind, content in (
        ("script-src", scripts[0]),
        ("style-src", "".join(c for t, c in read.inside if t == "style")),
    ):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules[kind]
    fetched = [a for tag, a in read.elements for key, value in a.items() if key in ("src", "href") and value]
    assert fetched == []
    assert not any(key == "style" for _, a in read.elements for key in a)


def test_markup_in_the_text_of_a_case_is_text(cases: Mapping[str, Case]) -> None:
    case = cases["closing-the-sale"]
    for path in ("title", "summary", "idea.statement", "ask.sponsor"):
        case = case.edit(path, MARKUP)
    case = case.edit("opportunity.metrics.win_rate.assumptions.offers.source", MARKUP)
    case = case.edit("opportunity.diagnosis.willing.because", MARKUP)
    read = Read(made(forecast(case, 256)))
    assert not any("onerror" in a for _, a in read.elements)
    assert not any(tag == "img" for tag, _ in read.elements)
    assert sum(tag == "script" for tag, _ in read.elements) == 4
    assert read.text.count("<img src=x onerror=alert(1)>") >= 5


def test_it_is_read_back_and_written_whole(cases: Mapping[str, Case], tmp_path: Path) -> None:
    of = forecast(cases["it-turnover"], 256)
    given = origin(of, DAY)
    target = tmp_path / "page.html"
    KINDS[".html"].write(of, target, given, Options())
    assert read_origin(target) == given
    stream = io.BytesIO()
    write_leave_behind(of, stream, given)
    assert stream.getvalue() == target.read_bytes()
    with pytest.raises(OSError, match="nowhere"):
        write_leave_behind(of, tmp_path / "nowhere" / "page.html", given)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_nothing_in_it_names_a_place_outside(cases: Mapping[str, Case]) -> None:
    text = made(forecast(cases["it-turnover"], 256))
    found = set(re.findall(r"https?://[^\s\"'<>)]+", text))
    cited = {
        source for a in cases["it-turnover"].assumptions.values() for source in re.findall(r"https?://\S+", a.source)
    }
    assert {each for each in found if not each.startswith("http://www.w3.org/")} <= cited
