"""What a lever, a click or a key does to an open pitch, and what of it is sent."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ldcase.forecast import forecast
from ldcase.pages.pitch import Pitch
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.steps import PAGES
from tests.sample_cases import BUNDLED, bundled

CASE = "closing-the-sale"
LEVER = "able_share"
Opened = Callable[..., PitchState]


def net(state: PitchState) -> float:
    return state.now["net_benefit"].likely


def test_without_a_case_the_list_is_shown(pitch: Opened) -> None:
    state = pitch()
    view: dict[str, Any] = state.view().to_message()
    assert view["step"] == "cases"
    assert all(f'data-value="{name}"' in view["slots"]["below"] for name in BUNDLED)
    state.lever(LEVER, 0.4, True)
    state.ask("cost")
    for act in ("undo", "redo", "base", "reset", "step", "close", "dismiss", "nonsense"):
        state.act(act, LEVER)
    assert state.update().parts()["html"] == {}
    assert state.twin() is None


@pytest.mark.parametrize("name", BUNDLED)
def test_a_case_is_walked_step_by_step(pitch: Opened, name: str) -> None:
    state = pitch(name)
    for step in PAGES:
        state.act("step", step)
        view: dict[str, Any] = state.view().to_message()
        assert view["case"] == {"id": name, "title": bundled(name).title}
        assert view["step"] == step
        assert [each["id"] for each in view["steps"]] == list(PAGES)
        text_slots = {"bottom_line", "headline", "prose", "writing", "levers_foot", "below", "foot", "talk"}
        assert set(view["slots"]) == text_slots | {"drawer", "notice", "lens", "address", "link"}
        assert len(view["charts"]) >= 3
        assert view["levers"]
        text = json.dumps(view, allow_nan=False)  # nothing but plain, finite data
        assert "None" not in text.replace("None of", "")
    state.act("step", "nowhere")
    assert state.step == "ask"


def test_every_case_opens_at_its_bottom_line(pitch: Opened) -> None:
    state = pitch(CASE)
    assert net(state) == forecast(bundled(CASE), 1)["net_benefit"].likely
    strip = str(state.view().slots["bottom_line"])
    assert strip.count("<button") == 5
    assert "Since 14:02" in strip
    assert "no change" in strip


def test_a_lever_in_motion_is_shown_and_not_recorded(pitch: Opened) -> None:
    state = pitch(CASE)
    before = net(state)
    state.lever(LEVER, 0.4, False)
    assert state.now.case.assumptions[LEVER].likely == 0.4
    assert net(state) < before
    assert state.open is not None
    assert state.open.applied == 0
    assert net(pitch(CASE)) == before


def test_a_lever_at_rest_is_recorded_undone_and_done_again(pitch: Opened) -> None:
    state = pitch(CASE)
    before = net(state)
    state.lever(LEVER, 0.4, True)
    moved = net(state)
    assert moved < before
    assert net(pitch(CASE)) == moved
    state.act("undo")
    assert net(state) == before
    state.act("redo")
    assert net(state) == moved
    state.lever("transfer_share", 0.5, True)
    state.act("reset", LEVER)
    assert state.now.case.assumptions[LEVER].values == bundled(CASE).assumptions[LEVER].values
    assert state.now.case.assumptions["transfer_share"].likely == 0.5
    state.act("base")
    assert net(state) == before
    state.act("undo")
    assert state.now.case.assumptions["transfer_share"].likely == 0.5


def test_what_is_shown_is_what_a_fresh_forecast_says(pitch: Opened) -> None:
    state = pitch(CASE)
    for value, resting in ((0.4, False), (0.35, False), (0.45, True), (0.2, False)):
        state.lever(LEVER, value, resting)
    assert state.open is not None
    fresh = forecast(state.open.case.what_if({LEVER: 0.2}))
    for name in ("net_benefit", "cumulative_net", "payback_month"):
        assert np.array_equal(state.now[name].draws, fresh[name].draws)


@pytest.mark.parametrize(
    ("name", "value"),
    [(LEVER, 1.4), (LEVER, -0.1), (LEVER, math.nan), (LEVER, math.inf), ("start_delay", 1.5), ("nothing", 1.0)],
)
@pytest.mark.parametrize("resting", [True, False])
def test_an_impossible_value_leaves_the_last_good_state(pitch: Opened, name: str, value: float, resting: bool) -> None:
    state = pitch(CASE)
    state.lever(LEVER, 0.4, True)
    good = net(state)
    state.view()
    state.lever(name, value, resting)
    assert net(state) == good
    assert len(state.refused) == 1
    assert "Not taken" in state.update().parts()["html"]["notice"]
    state.lever(LEVER, 0.41, False)
    assert not state.refused
    assert "Not taken" not in state.update().parts()["html"]["notice"]


def test_findings_can_be_put_away(pitch: Opened) -> None:
    state = pitch(CASE)
    state.lever(LEVER, 7, False)
    state.act("dismiss")
    assert (state.findings, state.refused) == ((), ())
    assert state.view().slots["notice"] == ""


def test_asking_opens_the_drawer_and_keeps_the_way(pitch: Opened) -> None:
    state = pitch(CASE)

    def drawer() -> str:
        return str(state.view().slots["drawer"])

    assert drawer() == ""
    state.ask("no.such.quantity")
    assert drawer() == ""
    for name in ("net_benefit", "benefit", "total_benefit"):
        state.ask(name)
    assert 'data-ask="benefit"' in drawer().split("</nav>")[0]
    state.ask("net_benefit")  # back on the way
    assert "</nav>" not in drawer()
    for name in (*state.now.names, "cost"):
        state.ask(name)
    assert drawer().split("</nav>")[0].count("<button") == 4
    state.act("close")
    assert drawer() == ""
    state.ask("cost")
    state.act("step", "idea")
    assert drawer() == ""


def test_an_update_says_only_what_differs(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("step", "evidence")
    state.view()
    nothing = state.update().parts()
    assert nothing == {"html": {}, "levers": {}, "data": {}, "signals": {}, "figures": {}, "panel": None}
    state.lever(LEVER, 0.45, False)
    moved = state.update().parts()
    assert set(moved["html"]) == {"bottom_line", "prose"}  # the tables below wait until the lever rests
    assert LEVER in moved["levers"]
    assert set(moved["levers"][LEVER]) == {"value", "low", "high", "changed"}
    assert set(moved["data"]) == {
        "waterfall.waterfall", "tornado.tornado", "must_be_true.must_be_true", "dots.dots",
    }  # fmt: skip
    json.dumps(moved, allow_nan=False)
    assert state.update().parts() == nothing
    state.lever(LEVER, 0.45, True)
    assert set(state.update().parts()["html"]) == {"below", "foot", "talk", "link"}
    state.ask("cost")
    assert set(state.update().parts()["html"]) == {"drawer", "address", "link"}


@pytest.mark.parametrize("step", PAGES)
def test_updates_add_up_to_the_view(pitch: Opened, step: str) -> None:
    """A screen that applies every update shows what a screen drawn anew would show."""
    state = pitch(CASE)
    state.act("step", step)
    view: dict[str, Any] = state.view().to_message()
    for value in (0.45, 0.2, 0.3):
        state.lever(LEVER, value, value == 0.3)
        parts = state.update().parts()
        view["slots"].update(parts["html"])
        for lever in view["levers"]:
            lever.update(parts["levers"].get(lever["name"], {}))
        for chart in view["charts"]:
            chart.update(parts["figures"].get(chart["id"], {}))
            chart["signals"].update(parts["signals"].get(chart["id"], {}))
            for dataset in chart["data"]:
                key = f"{chart['id']}.{dataset}"
                chart["data"][dataset] = parts["data"].get(key, chart["data"][dataset])
    assert view == state.view().to_message()


def test_two_people_see_each_others_changes(pitch: Opened) -> None:
    one, other = pitch(CASE), pitch(CASE)
    one.lever(LEVER, 0.4, True)
    other.lever("transfer_share", 0.6, True)
    assert other.now.case.assumptions[LEVER].likely == 0.4
    assert one.now.case.assumptions["transfer_share"].likely != 0.6
    one.act("redo")
    one.lever(LEVER, 0.41, True)
    assert one.now.case.assumptions["transfer_share"].likely == 0.6


def test_a_case_that_cannot_be_opened_is_told_on_the_list(pitch: Opened, data: Path) -> None:
    (data / "cases" / CASE / "case.yaml").write_text("title: [", encoding="utf-8")
    for name in (CASE, "no-such-case", "../../etc", ""):
        state = pitch(name) if name else pitch()
        state.act("case", name)
        assert state.open is None
        assert state.findings
        view = state.view()
        assert view.step == "cases"
        assert "finding error" in view.slots["notice"]
    assert "case broken" in pitch().view().slots["below"]
    assert 'data-value="it-turnover"' in pitch().view().slots["below"]


def test_a_draft_opens_as_questions_and_is_told_on_the_list(pitch: Opened, data: Path) -> None:
    (data / "cases" / CASE / "case.yaml").write_text("title: A draft", encoding="utf-8")
    state = pitch(CASE)
    assert state.open is None
    assert state.screen == "new"
    assert "2 of 10 answered" in state.view().slots["below"]
    state.act("cases")
    assert "Being drafted" in state.view().slots["below"]


def test_broken_evidence_is_told_and_left_out(pitch: Opened, data: Path) -> None:
    (data / "evidence" / "effects.csv").write_text("id,study\nx,y\n", encoding="utf-8")
    state = pitch(CASE)
    assert any("effects.csv" in str(finding) for finding in state.findings)
    state.act("step", "evidence")
    assert "What others found" in state.view().slots["below"]


def test_the_twin_is_of_the_case_as_it_is_now(pitch: Opened) -> None:
    state = pitch(CASE)
    state.lever(LEVER, 0.4, False)
    found = state.twin()
    assert found is not None
    name, content = found
    assert name == f"{CASE}.xlsx"
    assert content.startswith(b"PK")


class Watched:
    """A screen that keeps what it was told."""

    def __init__(self) -> None:
        self.views: list[dict[str, object]] = []
        self.updates: list[tuple[int | None, dict[str, object]]] = []
        self.downloads: list[str] = []
        self.speech: dict[str, object] = {}

    def show(self, view: dict[str, object]) -> None:
        self.views.append(view)

    def update(self, serial: int | None = None, **parts: object) -> None:
        self.updates.append((serial, parts))

    def download(self, name: str, content: bytes, mime: str) -> None:
        self.downloads.append(name)


def test_messages_of_the_browser_are_answered(pitch: Opened) -> None:
    screen = Watched()
    page = Pitch(pitch(CASE), screen)  # type: ignore[arg-type]
    page.draw()
    page.heard({"type": "lever", "name": LEVER, "value": 0.4, "resting": False, "serial": 7})
    assert screen.updates[-1][0] == 7
    page.heard({"type": "ask", "name": "cost"})
    assert "drawer" in screen.updates[-1][1]["html"]  # type: ignore[operator]
    page.heard({"type": "act", "act": "export", "value": "twin.xlsx"})
    assert screen.downloads == [f"{CASE}.xlsx"]
    page.heard({"type": "act", "act": "export"})
    assert "export.make" in str(screen.updates[-1][1]["html"])
    for ending in (".pdf", ".docx"):
        page.heard({"type": "act", "act": "export.make", "value": ending})
        assert screen.downloads[-1] == f"{CASE}{ending}"
        assert f"Made: {CASE}{ending}" in str(screen.updates[-1][1]["html"])
    page.heard({"type": "act", "act": "export.make", "value": ".exe"})
    assert len(screen.downloads) == 3
    assert len(screen.views) == 1
    for act, value in (("step", "idea"), ("cases", None), ("case", "it-turnover")):
        page.heard({"type": "act", "act": act, "value": value})
    assert len(screen.views) == 4


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": "nonsense"},
        {"type": "lever"},
        {"type": "lever", "name": LEVER, "value": "many"},
        {"type": "lever", "name": LEVER, "value": None, "serial": 3},
        {"type": "act"},
        {"type": "act", "act": ["undo"]},
        {"type": "ask", "name": {"a": 1}},
    ],
)
def test_a_message_nobody_expects_breaks_nothing(pitch: Opened, message: dict[str, object]) -> None:
    screen = Watched()
    page = Pitch(pitch(CASE), screen)  # type: ignore[arg-type]
    page.draw()
    before = net(page.state)
    page.heard(message)
    assert net(page.state) == before
    assert len(screen.updates) == 1
    page.heard({"type": "lever", "name": LEVER, "value": 0.4, "resting": False, "serial": 4})
    assert net(page.state) < before
