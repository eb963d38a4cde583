"""The same notebook in JupyterLab: run all cells, and the same screen is there, with the same figures, and answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ldcase.pages.screen import STATIC
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.test_walk import mirrored
from tests.browser.watched import OPENING, Watched
from tests.served import free_port

QUIET = (
    f"--LabApp.app_settings_dir={BUNDLED.parent / 'scripts' / 'jupyterlab'}",
    "--LabApp.news_url=None",
    "--LabApp.extension_manager=readonly",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
)


@pytest.fixture
def lab(workbook: Workbook, tmp_path: Path) -> Iterator[str]:
    """A JupyterLab of its own, without a token, on the notebooks and the data of the test."""
    shutil.copytree(BUNDLED.parent / "workbooks", tmp_path / "workbooks")
    # As it is installed; the environment's own copy may be of an earlier checkout.
    shutil.copytree(STATIC, tmp_path / "share" / "labextensions" / "ldcase" / "static")
    port = free_port(8990)
    variables = {
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_DATA_DIR": str(tmp_path / "share"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(tmp_path / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces"),
        "LDCASE_DATA": str(workbook.data),
        "LDCASE_WORKSPACE": f"sqlite:///{tmp_path / 'workspace.db'}",
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1", f"--port={port}", *QUIET]
    command += ["--IdentityProvider.token=", f"--ServerApp.root_dir={tmp_path / 'workbooks'}", "--allow-root"]
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(command, env={**os.environ, **variables}, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + OPENING
        while not answers(f"{address}/api/status"):
            assert process.poll() is None, (tmp_path / "log").read_text(encoding="utf-8")
            assert time.monotonic() < end, "JupyterLab does not answer"
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def test_the_same_screen_in_jupyterlab(
    lab: str, watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    page = watched.page
    page.set_default_timeout(1000 * OPENING)
    name = copied("closing-the-sale")
    page.goto(f"{lab}/lab/tree/pitch.ipynb")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.locator(".lm-MenuBar-item").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
    watched.drawn()
    expect(page.locator(".ldcase h1")).to_contain_text("Which case")

    page.locator(f".ldcase [data-act=case][data-value='{name}']").click()
    page.locator(".ldcase .lever").first.wait_for()
    page.wait_for_function("[...__ldcase.figures.values()].every((figure) => figure.sized)")
    mirror = mirrored(watched, workbook.data, name, tmp_path)
    before = mirror.compare(watched)
    lever = before["levers"][0]["name"]
    watched.slider(lever).press("PageUp")
    mirror.lever(lever, float(watched.slider(lever).evaluate("(slider) => slider.valueAsNumber")))
    after = mirror.compare(watched)
    assert after["slots"]["bottom_line"] != before["slots"]["bottom_line"]
    watched.go("evidence")
    mirror.act("step", "evidence")
    mirror.compare(watched)
    presents_over_the_window(page)
    saves(page, name)
    # JupyterLab says things of its own; what comes from the workbook's files, and any error, counts.
    watched.forgive(r"^(log|info|debug|warning): ")


def saves(page: Page, case: str) -> None:
    """What is made in the panel arrives as a file."""
    page.locator(".ldcase .top .action[title=Export]").click()
    for ending in (".pdf", ".xlsx"):
        with page.expect_download() as download:
            page.locator(f".panel-export [data-value='{ending}']").click()
        assert download.value.suggested_filename == f"{case}{ending}"
        assert Path(download.value.path()).stat().st_size > 10_000
        page.get_by_text(f"Made: {case}{ending}").wait_for()


def presents_over_the_window(page: Page) -> None:
    """The presentation covers JupyterLab, with full screen or without, and its keys are not JupyterLab's."""
    built = "build => document.querySelector('.ldcase').dataset.build === build"
    whole = "(() => { const { x, y, width, height } = document.querySelector('.ldcase').getBoundingClientRect();"
    whole += " return x === 0 && y === 0 && width === innerWidth && height === innerHeight; })()"
    cells = page.locator(".jp-Cell").count()
    page.locator(".ldcase h1").click(position={"x": 2, "y": 2})
    page.keyboard.press("p")
    page.wait_for_function(built, arg="sentence")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(built, arg="chart")
    page.wait_for_function(whole)
    page.keyboard.press("f")
    page.wait_for_function("!document.fullscreenElement")
    page.wait_for_function(whole)
    page.keyboard.press("a")  # a cell above, in JupyterLab
    page.keyboard.press("ArrowRight")
    page.wait_for_function(built, arg="second")
    page.keyboard.press("Escape")
    page.wait_for_function("!('presenting' in document.querySelector('.ldcase').dataset)")
    page.wait_for_function(f"!{whole}")
    assert page.locator(".jp-Cell").count() == cells
