"""A served page in a browser: title first, then widgets; a lost kernel is replaced; a closed page leaves nothing."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.served import Served, served, write_pitch

CODE = """
import os, time, anywidget, ipywidgets, traitlets
from ldcase.pages.request import query

class Echo(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      const button = document.createElement("button");
      button.className = "echo";
      button.style.cssText = "position:fixed;inset:0 0 60vh 0";
      const draw = () => { button.textContent = `${model.get("said")} ${model.get("count")}`; };
      model.on("change:count", draw);
      button.onclick = () => model.send({ bytes: 3 }, undefined, [new Uint8Array([1, 2, 3]).buffer]);
      draw();
      el.append(button);
    } };
    '''
    said = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int().tag(sync=True)

asked = query()
time.sleep(float(asked.get("wait", "0")))
echo = Echo(said=f"{asked.get('case', '')} {os.getpid()}")
slider = ipywidgets.IntSlider(description="<i>lever</i>", value=3)
slider.observe(lambda change: setattr(echo, "count", change["new"]), "value")
echo.on_msg(lambda _, content, buffers: setattr(echo, "count", sum(bytes(buffers[0])) + content["bytes"]))
ipywidgets.VBox([echo, slider], layout={"margin": "50vh 0 0 0"})
"""
SHOWN = "(document.querySelector('.echo')?.textContent ?? '')"
FIGURES = r" \d+ \d"
"""How the test notebook shows the process of its kernel, and a count."""
TITLE = "Half price: <b>bold</b> & more"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    write_pitch(folder / "workbooks", CODE)
    case = folder / "data" / "cases" / "half-price"
    case.mkdir(parents=True)
    (case / "case.yaml").write_text(f"title: '{TITLE}'\n", encoding="utf-8")
    options = f"--Voila.root_dir={folder / 'workbooks'}", f"--Workbook.data_root={folder / 'data'}"
    with served(folder / "log", *options) as running:
        yield running


class Watched:
    """A page with all that it says and asks for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc or request.url[:5]))

    @property
    def pid(self) -> int:
        """The process of the page's kernel, which the test notebook shows."""
        return int(self.page.locator(".echo").inner_text().split()[-2])


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page())
    context.close()


def is_running(pid: int) -> bool:
    """Whether the process exists and is not merely waiting to be buried."""
    state = Path(f"/proc/{pid}/stat")
    if state.parent.parent.joinpath("self").exists():
        return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pid: int, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.1)
    return not is_running(pid)


def test_title_first_then_widgets_that_answer(watched: Watched, server: Served) -> None:
    page = watched.page
    page.goto(f"{server.address}?case=half-price&wait=1.5", wait_until="commit")
    expect(page.locator("#loading_title")).to_have_text(TITLE)
    assert page.title() == TITLE
    assert not page.locator("body.painted").count()
    page.locator("body.painted").wait_for(timeout=60_000)
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert first < page.evaluate("performance.getEntriesByName('ldcase:painted')[0].startTime") - 1000
    expect(page.locator("#loading")).to_be_hidden()

    echo = page.locator(".echo")
    expect(echo).to_contain_text("half-price")
    echo.click()
    expect(echo).to_have_text(f"half-price {watched.pid} 9")
    handle = page.locator(".noUi-handle")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(echo).to_have_text(f"half-price {watched.pid} 4")
    expect(page.locator(".widget-label")).to_have_text("<i>lever</i>")

    assert watched.said == []
    assert watched.hosts <= {urlsplit(server.address).netloc, "data:", "blob:"}


def test_unknown_case_shows_its_words(watched: Watched, server: Served) -> None:
    page = watched.page
    page.goto(f"{server.address}?case=../<img src=x onerror=alert(1)>", wait_until="commit")
    expect(page.locator("#loading_title")).to_have_text("<img src=x onerror=alert(1)>")
    page.goto(server.address, wait_until="commit")
    expect(page.locator("#loading_title")).to_have_text("Business cases for learning")
    assert watched.said == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_kernel_that_dies_is_replaced_and_one_that_dies_again_and_again_is_told(
    watched: Watched, server: Served
) -> None:
    page = watched.page
    page.goto(server.address, wait_until="commit")
    page.locator("body.painted").wait_for(timeout=60_000)
    expect(page.locator("#lost")).to_be_hidden()
    dead = watched.pid
    for _ in range(3):
        os.kill(dead, signal.SIGKILL)
        page.wait_for_function(f"/{FIGURES}/.test({SHOWN}) && !{SHOWN}.includes(' {dead} ')", timeout=60_000)
        page.locator("body.painted").wait_for(timeout=60_000)
        expect(page.locator("#lost")).to_be_hidden()
        dead = watched.pid
    os.kill(dead, signal.SIGKILL)  # one that dies again and again is not begun for ever
    expect(page.locator("#lost")).to_contain_text("several times", timeout=20_000)
    page.get_by_role("button", name="Reload").click()
    page.wait_for_function(f"/{FIGURES}/.test({SHOWN}) && !{SHOWN}.includes(' {dead} ')", timeout=60_000)


def test_a_gap_in_the_connection_closes_by_itself(watched: Watched, server: Served) -> None:
    page = watched.page
    page.goto(f"{server.address}?case=half-price", wait_until="commit")
    page.locator("body.painted").wait_for(timeout=60_000)
    page.evaluate("ldcase_client.socket.close()")
    page.locator(".echo").click()
    expect(page.locator(".echo")).to_have_text(f"half-price {watched.pid} 9", timeout=20_000)
    expect(page.locator("#lost")).to_be_hidden()


def test_a_closed_page_ends_its_kernel(watched: Watched, server: Served) -> None:
    page = watched.page
    page.goto(server.address, wait_until="commit")
    page.locator("body.painted").wait_for(timeout=60_000)
    pid = watched.pid
    assert is_running(pid)
    page.close(run_before_unload=True)
    assert gone(pid)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_stopped_server_leaves_no_process_and_no_noise(tmp_path: Path) -> None:
    write_pitch(
        tmp_path / "workbooks",
        CODE.replace(
            "asked = query()", f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\nasked = query()"
        ),
    )
    with served(tmp_path / "log", f"--Voila.root_dir={tmp_path / 'workbooks'}") as running:
        end = time.monotonic() + 60
        while not (tmp_path / "pid").exists() and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(0.5)
        pid = int((tmp_path / "pid").read_text())
        running.process.send_signal(signal.SIGINT)
        running.process.wait(timeout=30)
    assert gone(pid)
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""
