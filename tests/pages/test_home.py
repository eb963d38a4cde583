"""The home screen without a browser: what its cards say, what its controls do, and that it is quick."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ldcase.forecast import forecast
from ldcase.language import speaking
from ldcase.pages import home as home_module
from ldcase.pages.glance import Glance, glance
from ldcase.pages.home_cards import VERDICTS, dots
from ldcase.pages.panel import Upload
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.served import OPEN_TO, Served, served, share
from ldcase.store.desk import Desk
from ldcase.words import numbers
from tests.sample_cases import BUNDLED, bundled

Opened = Callable[..., PitchState]
CASE = "closing-the-sale"


def below(state: PitchState) -> str:
    return str(state.view().slots["below"])


def order(html: str) -> list[str]:
    return re.findall(r'class="open" data-act="case" data-value="([^"]+)"', html)


def test_every_card_says_the_bottom_line_of_the_case(pitch: Opened) -> None:
    html = below(pitch())
    assert sorted(order(html)) == sorted(BUNDLED)
    for name in BUNDLED:
        bottom = forecast(bundled(name)).summary
        assert numbers.money_range(bottom.net_p10, bottom.net_p90) in html
        assert numbers.odds(bottom.chance) in html
    assert html.count("sample data") == len(BUNDLED)


def test_figures_are_worked_out_once(pitch: Opened, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = below(pitch())
    asked: list[str] = []

    def counted(desk: Desk, name: str) -> Glance:
        asked.append(name)
        return glance(desk, name)

    monkeypatch.setattr(home_module, "glance", counted)
    assert below(pitch()) == first
    assert asked == []
    state = pitch(CASE)
    state.lever("able_share", 0.2, True)
    state.act("cases")
    assert below(state) != first
    assert asked == [CASE]
    file = data / "cases" / "ramp-up" / "case.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# looked through\n", encoding="utf-8")
    below(pitch())
    assert asked == [CASE, "ramp-up"]


def test_a_draft_and_a_broken_case_are_told(pitch: Opened, data: Path) -> None:
    (data / "cases" / CASE / "case.yaml").write_text("title: Half a case", encoding="utf-8")
    (data / "cases" / "ramp-up" / "case.yaml").write_text("title: [", encoding="utf-8")
    html = below(pitch())
    assert "Being drafted" in html
    assert re.search(r"0 of \d+ answered|\d of \d+ answered", html)
    assert "ramp-up/case.yaml:" in html
    assert "ramp-up" not in order(html)


def test_search_and_order(pitch: Opened) -> None:
    state = pitch()
    state.view()
    state.act("home.order", "chance")
    by_chance = order(str(state.update().html["below"]))
    chances = [forecast(bundled(name)).summary.chance for name in by_chance]
    assert chances == sorted(chances, reverse=True)
    state.act("home.order", "title")
    titles = [bundled(name).title for name in order(str(state.update().html["below"]))]
    assert titles == sorted(titles, key=str.casefold)
    state.act("home.search", "mid-market revenue")
    assert order(str(state.update().html["below"])) == [CASE]
    state.act("home.search", "<b>nothing</b>")
    html = str(state.update().html["below"])
    assert "No case matches" in html
    assert "<b>nothing" not in html


def test_duplicate_archive_and_bring_back(pitch: Opened) -> None:
    state = pitch()
    state.view()
    state.act("home.duplicate", CASE)
    assert "closing-the-sale-copy" in order(str(state.update().html["below"]))
    state.act("home.archive", "closing-the-sale-copy")
    html = str(state.update().html["below"])
    assert "closing-the-sale-copy" not in order(html)
    assert "Archived 1" in html
    state.act("home.list", "archived")
    assert order(str(state.update().html["below"])) == ["closing-the-sale-copy"]
    assert order(below(pitch())) == [name for name in order(below(pitch())) if name != "closing-the-sale-copy"]
    state.act("home.back", "closing-the-sale-copy")
    state.act("home.list", "cases")
    assert "closing-the-sale-copy" in order(str(state.update().html["below"]))
    before = order(below(state))
    for act in ("duplicate", "archive", "back", "save", "nonsense"):
        state.act(f"home.{act}", "../../etc")
    assert order(below(state)) == before


def test_a_file_is_saved_and_opened_under_another_name(pitch: Opened) -> None:
    state = pitch()
    state.view()
    state.act("home.save", CASE)
    file = state.home.saved()
    assert file is not None
    assert state.home.saved() is None
    name, content = file
    state.took(Upload("home.open", name, content))
    told = state.update().html
    assert "already" in str(told["notice"])
    assert "home.name" in str(told["below"])
    state.act("home.name", "A new name")
    assert "a-new-name" in order(str(state.update().html["below"]))
    state.act("home.name", "Twice")
    assert "twice" not in order(below(state))
    state.took(Upload("home.open", "x.yaml", b"title: [\n"))
    told = state.update().html
    assert "x/case.yaml:" in str(told["notice"])


def test_without_a_case_it_says_how_to_begin(pitch: Opened, data: Path) -> None:
    shutil.rmtree(data / "cases")
    (data / "cases").mkdir()
    slots = pitch().view().slots
    assert "There is no case yet." in str(slots["prose"])
    assert "New case" in str(slots["below"])
    assert "Open a file" in str(slots["below"])


def test_a_reader_of_another_language_gets_all_of_it(pitch: Opened) -> None:
    with speaking("de"):
        html = below(pitch())
    said = (text for text in VERDICTS.values() if text != bundled("not-a-training-problem").title)
    for english in (*said, "sample data", "Duplicate", "Archive", "net benefit", "New case"):
        assert f">{english}<" not in html


def test_no_dot_stands_on_the_wrong_side_of_zero() -> None:
    values = (-4.0, -0.01, 0.0, 0.02, 0.03, 9.0)
    html = str(dots(values, "told"))
    zero = float(re.findall(r"M([\d.]+) 2V", html)[0])
    drawn = [(float(x), side) for x, side in re.findall(r'cx="([\d.]+)"[^>]*class="(\w+)"', html)]
    assert [side for _, side in drawn] == ["bad"] * 3 + ["good"] * 3
    assert all((x > zero) == (side == "good") for x, side in drawn)
    for flat in ((5.0,) * 20, (-5.0,) * 20, (0.0,) * 20, (1e12,) * 20):
        assert "nan" not in str(dots(flat, "told"))


@pytest.mark.parametrize("open_to", ["machine", "key", "network"])
def test_the_page_says_who_can_open_it(open_to: str) -> None:
    at = served({"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8877", OPEN_TO: open_to})
    assert at == Served("http://127.0.0.1:8877/", open_to)
    assert "http://127.0.0.1:8877/" in share(at)
    assert ("ldcase app --ip 0.0.0.0 --token" in share(at)) == (open_to != "key")
    assert served({}) is None
    assert share(None) == ""
