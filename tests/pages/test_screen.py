"""The screen's side of the wire: what is sent, what is kept, what arrives. No browser."""

from __future__ import annotations

import hashlib
from typing import Any

import comm
import pytest
from comm.base_comm import BaseComm

from ldcase.pages.screen import FILES, STATIC, Screen


class Wire(BaseComm):
    """A comm that remembers what goes over it."""

    sent: list[tuple[dict[str, Any], list[bytes]]]

    def publish_msg(
        self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any
    ) -> None:
        self.__dict__.setdefault("sent", []).append((data or {}, list(buffers or [])))


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setattr(comm, "create_comm", Wire)
    made = Screen()
    made.show(view())
    made.comm.sent.clear()
    return made


def view() -> dict[str, Any]:
    return {
        "case": {"id": "toy", "title": "Toy"},
        "steps": [{"id": "idea", "label": "Idea", "number": 1}],
        "step": "idea",
        "layout": "hero-two",
        "slots": {"prose": "<p>before</p>", "foot": "foot"},
        "levers": [{"name": "able_share", "value": 0.5, "changed": False}],
        "charts": [
            {"id": "left", "spec": "dots", "data": {"dots": {"value": [1]}}},
            {"id": "right", "spec": "dots", "data": {"dots": {"value": [2]}}},
        ],
    }


def arrives(screen: Screen, content: dict[str, Any]) -> None:
    screen._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


def sent(screen: Screen) -> list[dict[str, Any]]:
    return [data["content"] for data, _ in screen.comm.sent if data.get("method") == "custom"]


def states(screen: Screen) -> list[dict[str, Any]]:
    return [data["state"] for data, _ in screen.comm.sent if data.get("method") == "update"]


def test_an_update_is_one_message_with_only_what_changed(screen: Screen) -> None:
    screen.update(7, html={"prose": "<p>after</p>"}, levers={"able_share": {"value": 0.4}}, data={}, signals={})
    assert sent(screen) == [
        {"type": "update", "serial": 7, "html": {"prose": "<p>after</p>"}, "levers": {"able_share": {"value": 0.4}}}
    ]
    assert states(screen) == []


def test_an_answer_without_changes_still_carries_the_serial(screen: Screen) -> None:
    screen.update(8)
    assert sent(screen) == [{"type": "update", "serial": 8}]


def test_a_browser_that_comes_anew_gets_the_screen_as_it_is_now(screen: Screen) -> None:
    arrives(screen, {"type": "ready"})
    assert states(screen) == []
    screen.update(
        1,
        html={"prose": "<p>after</p>"},
        levers={"able_share": {"value": 0.4}},
        data={"right.dots": {"value": [3]}},
        signals={"left": {"zero": 0}},
        figures={"left": {"title": "New"}},
    )
    arrives(screen, {"type": "ready"})
    (state,) = states(screen)
    now = state["view"]
    assert now["slots"] == {"prose": "<p>after</p>", "foot": "foot"}
    assert now["levers"] == [{"name": "able_share", "value": 0.4, "changed": False}]
    left, right = now["charts"]
    assert (left["data"]["dots"], left["signals"], left["title"]) == ({"value": [1]}, {"zero": 0}, "New")
    assert right["data"]["dots"] == {"value": [3]}


def test_data_without_an_owner_go_to_every_chart_that_has_them(screen: Screen) -> None:
    screen.update(1, data={"dots": {"value": [9]}, "elsewhere": {"value": [1]}})
    assert [chart["data"] for chart in screen.view["charts"]] == [{"dots": {"value": [9]}}] * 2


def test_the_view_that_was_given_is_not_changed_by_updates(screen: Screen) -> None:
    given = view()
    screen.show(given)
    screen.update(
        1,
        html={"prose": "other"},
        levers={"able_share": {"value": 1}},
        data={"dots": {"value": []}},
        figures={"left": {"title": "x"}},
    )
    assert given == view()


def test_showing_the_same_view_again_after_updates_reaches_the_browser(screen: Screen) -> None:
    screen.update(1, html={"prose": "other"})
    screen.comm.sent.clear()
    screen.show(view())
    assert [state["view"]["slots"]["prose"] for state in states(screen)] == ["<p>before</p>"]


def test_messages_reach_the_listener_and_a_failing_one_is_logged_told_and_answered(
    screen: Screen, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[dict[str, Any]] = []
    screen.listen(heard.append)
    lever = {"type": "lever", "name": "able_share", "value": 0.4, "resting": True, "serial": 3}
    arrives(screen, lever)
    assert heard == [lever]

    def fails(message: dict[str, Any]) -> None:
        raise ValueError("no such lever")

    screen.listen(fails)
    arrives(screen, lever)
    assert "no such lever" in caplog.text
    (told,) = sent(screen)
    assert told["serial"] == 3
    assert "Something went wrong" in told["html"]["notice"]
    assert "no such lever" not in told["html"]["notice"]


def test_a_download_goes_as_bytes(screen: Screen) -> None:
    screen.download("twin.xlsx", b"PK", "application/x")
    data, buffers = screen.comm.sent[-1]
    assert data["content"] == {"type": "download", "name": "twin.xlsx", "mime": "application/x"}
    assert [bytes(buffer) for buffer in buffers] == [b"PK"]


def test_every_file_the_browser_fetches_is_named_by_its_bytes(screen: Screen) -> None:
    assert screen.versions == {name: hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12] for name in FILES}


def test_what_the_browser_gets_names_no_other_host() -> None:
    allowed = ("http://www.w3.org/", "https://github.com/vega/", "https://vega.github.io/")
    for name in FILES:
        text = (STATIC / name).read_text(encoding="utf-8")
        found = [text[at : at + 60] for at in range(len(text)) if text.startswith(("http://", "https://"), at)]
        assert [address for address in found if not address.startswith(allowed)] == [], name
