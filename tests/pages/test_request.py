"""What a page was asked for, in a cold kernel, in a warm one, and outside of Voila."""

from __future__ import annotations

import json
from typing import ClassVar

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, HTTPError
from tornado.websocket import WebSocketHandler

from ldcase.pages import request
from tests.loops import finished


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("case=it-turnover", {"case": "it-turnover"}),
        ("case=a%2Fb&step=idea", {"case": "a/b", "step": "idea"}),
        ("case=&x=1", {"x": "1"}),
        ("case=first&case=last", {"case": "last"}),
        ("", {}),
    ],
)
def test_query_in_a_cold_kernel(monkeypatch: pytest.MonkeyPatch, text: str, told: dict[str, str]) -> None:
    monkeypatch.delenv("VOILA_PREHEAT", raising=False)
    monkeypatch.setenv("QUERY_STRING", text)
    assert request.query() == told


def test_query_outside_of_voila_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VOILA_PREHEAT", raising=False)
    monkeypatch.delenv("QUERY_STRING", raising=False)
    assert request.query() == {}


class Server(WebSocketHandler):
    """Answers as Voila does, or hangs up without a word."""

    answer: ClassVar[str | None] = None

    def open(self, kernel: str) -> None:
        if kernel == "k-1" and self.answer is not None:
            self.write_message(self.answer)
        else:
            self.close()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            json.dumps({"QUERY_STRING": "case=x", "SERVER_PORT": 8877}),
            {"QUERY_STRING": "case=x", "SERVER_PORT": "8877"},
        ),
        (None, None),
    ],
)
def test_warm_kernel_is_told_by_the_server(
    monkeypatch: pytest.MonkeyPatch, answer: str | None, told: dict[str, str] | None
) -> None:
    monkeypatch.setattr(Server, "answer", answer)

    async def ask() -> dict[str, str] | None:
        socket, port = bind_unused_port()
        server = HTTPServer(Application([(r"/base/voila/query/(.*)", Server)]))
        server.add_socket(socket)
        environment = {"VOILA_APP_PORT": str(port), "VOILA_KERNEL_ID": "k-1", "VOILA_SERVER_URL": "/base/"}
        try:
            return await request.asked(request.address(environment))
        finally:
            server.stop()

    assert finished(ask()) == told


class Busy(WebSocketHandler):
    """Turns the first one away, then answers."""

    turned_away = False

    def prepare(self) -> None:
        if not Busy.turned_away:
            Busy.turned_away = True
            raise HTTPError(503)

    def open(self, kernel: str) -> None:
        self.write_message(json.dumps({"QUERY_STRING": kernel}))


def test_a_server_too_busy_to_answer_is_asked_again() -> None:
    async def ask() -> dict[str, str] | None:
        socket, port = bind_unused_port()
        server = HTTPServer(Application([(r"/voila/query/(.*)", Busy)]))
        server.add_socket(socket)
        try:
            return await request.asked(f"ws://127.0.0.1:{port}/voila/query/k")
        finally:
            server.stop()

    assert finished(ask()) == {"QUERY_STRING": "k"}
    assert Busy.turned_away


def test_a_server_that_never_listens_is_an_error() -> None:
    socket, port = bind_unused_port()
    socket.close()
    with pytest.raises(OSError, match=r"refused|Errno|fail"):
        finished(request.asked(f"ws://127.0.0.1:{port}/voila/query/k", patience=2))
