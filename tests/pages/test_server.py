"""The server answers what it should, keeps what it should not, and says where it is in one line."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from ldcase.errors import CaseError
from ldcase.pages.screen import versions
from ldcase.pages.server import hold_port
from tests.served import SECONDS, Served, free_port, served, write_pitch


class Stay(urllib.request.HTTPRedirectHandler):
    """Do not follow: the redirect itself is what is looked at."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(Stay)


def ask(address: str, **headers: str) -> tuple[int, Message, str]:
    """Status, headers and body of one request."""
    try:
        with OPENER.open(urllib.request.Request(address, headers=headers), timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("server")
    write_pitch(folder / "workbooks", "print('computed')")
    (folder / "workbooks" / "picture.png").write_bytes(b"not for everybody")
    case = folder / "data" / "cases" / "with-html"
    case.mkdir(parents=True)
    (case / "case.yaml").write_text("title: '</script><b>Bold</b> & more'\n", encoding="utf-8")
    with served(
        folder / "log", f"--Voila.root_dir={folder / 'workbooks'}", f"--Workbook.data_root={folder / 'data'}"
    ) as running:
        yield running


def test_home_leads_to_the_page_and_keeps_the_question(server: Served) -> None:
    status, headers, _ = ask(server.address + "?case=it-turnover&x=%3Cb%3E")
    assert status == 302
    assert headers["Location"] == "/voila/render/pitch.ipynb?case=it-turnover&x=%3Cb%3E"


def test_page_has_the_titles_escaped_the_output_and_nothing_of_another_host(server: Served) -> None:
    status, headers, page = ask(server.address + "voila/render/pitch.ipynb?case=with-html")
    assert status == 200
    assert "_xsrf" in "".join(headers.get_all("Set-Cookie", []))
    assert "\\u003c/script\\u003e\\u003cb\\u003eBold\\u003c/b\\u003e \\u0026 more" in page
    assert "<b>Bold" not in page
    assert "computed" in page
    assert page.rstrip().endswith("</html>")
    assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page) == []
    assert "://" not in page.replace(server.address, "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("voila/render/missing.ipynb", 404),
        ("voila/files/picture.png", 403),
        ("voila/files/pitch.ipynb", 403),
        ("voila/tree", 404),
        ("voila/api/contents", 404),
        ("api/kernels", 404),
        ("api/contents", 404),
        ("voila/labextensions/ldcase/static/../server.py", 403),
        ("voila/labextensions/ldcase/static/%2e%2e/server.py", 403),
        ("voila/templates/ldcase/static/..%2findex.html.j2", 403),
    ],
)
def test_nothing_else_is_reachable(server: Served, path: str, status: int) -> None:
    told, _, page = ask(server.address + path)
    assert told == status
    assert "Traceback" not in page
    assert "http" not in page


def test_a_name_that_merely_points_here_is_not_answered(server: Served) -> None:
    status, _, _ = ask(server.address, Host="attacker.example")
    assert status == 403


@pytest.mark.parametrize(("query", "kept"), [("", "no-cache"), ("?v=1", "public, max-age=31536000, immutable")])
def test_files_with_a_version_are_kept_for_good(server: Served, query: str, kept: str) -> None:
    status, headers, _ = ask(f"{server.address}voila/labextensions/ldcase/static/screen.js{query}")
    assert status == 200
    assert headers["Cache-Control"] == kept
    assert headers["Content-Type"].startswith(("text/javascript", "application/javascript"))


def test_the_screen_is_fetched_with_the_first_bytes(server: Served) -> None:
    _, _, page = ask(server.address + "voila/render/pitch.ipynb")
    head = page.split("</head>")[0]
    assert (
        f'rel="modulepreload" href="/voila/labextensions/ldcase/static/screen.js?v={versions()["screen.js"]}"' in head
    )
    for name, content in versions().items():
        assert f"/voila/labextensions/ldcase/static/{name}?v={content}" in page
    assert "/voila/templates/ldcase/static/client.js?v=" in head


def test_the_server_says_one_line_and_no_more(server: Served) -> None:
    assert "WARNING" not in server.log.read_text(encoding="utf-8")
    assert server.address.startswith("http://127.0.0.1:")


def test_a_token_closes_the_door(tmp_path: Path) -> None:
    write_pitch(tmp_path / "workbooks", "1")
    with served(tmp_path / "log", f"--Voila.root_dir={tmp_path / 'workbooks'}", "--token") as running:
        bare, _, token = running.address.partition("?")
        assert token.startswith("token=")
        status, headers, _ = ask(bare)
        assert (status, headers["Location"].split("?")[0]) == (302, "/login")
        assert ask(bare + "voila/render/pitch.ipynb")[0] == 302
        assert ask(bare + "?" + token)[1]["Location"].startswith("/voila/render/pitch.ipynb")


def test_voila_alone_serves_the_page_too(tmp_path: Path) -> None:
    write_pitch(tmp_path / "workbooks", "print('computed')")
    port = free_port(9400)
    command = [sys.executable, "-m", "voila", str(tmp_path / "workbooks"), "--template=ldcase", "--no-browser"]
    process = subprocess.Popen([*command, f"--port={port}", "--Voila.ip=127.0.0.1"], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + SECONDS
        while True:
            try:
                status, _, page = ask(f"http://127.0.0.1:{port}/voila/render/pitch.ipynb?case=x")
                break
            except urllib.error.URLError:
                assert time.monotonic() < end, "Voila did not answer"
                time.sleep(0.3)
    finally:
        process.terminate()
        process.wait(timeout=30)
    assert status == 200
    assert "static/client.js?v=" in page
    assert "computed" in page
    assert page.rstrip().endswith("</html>")


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found, sockets = hold_port("127.0.0.1", port)
        assert port < found <= port + 100
        another, more = hold_port("127.0.0.1", port)  # two that start in the same moment do not get the same one
        for each in (*sockets, *more):
            each.close()
        assert another > found


@pytest.mark.parametrize(("ip", "port"), [("127.0.0.1", 70_000), ("203.0.113.7", 8877)])
def test_an_address_that_cannot_be_served_is_a_finding(ip: str, port: int) -> None:
    with pytest.raises(CaseError, match="cannot be served") as told:
        hold_port(ip, port)
    assert f"{ip}:{port}" in told.value.findings[0].found


def test_a_folder_without_notebooks_is_a_finding(tmp_path: Path) -> None:
    # In a process of its own: an application of Jupyter's sets up the logging of the whole process.
    command = [sys.executable, "-m", "ldcase.cli", "app", "--no-browser", f"--Voila.root_dir={tmp_path}"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    assert ended.returncode == 1
    assert str(tmp_path) in ended.stderr
    assert "do:" in ended.stderr
    assert "Traceback" not in ended.stderr
