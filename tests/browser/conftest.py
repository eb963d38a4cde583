"""One browser and one workbook server for all tests of this folder; every test gets a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from scripts.programs import find
from tests.browser.watched import PATIENCE, Watched
from tests.served import served

BUNDLED = Path(__file__).parents[2] / "data"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A request to another host fails at once, whatever the machine could reach.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
NUMBERS = count(1)
"""For names of copies: the workspace remembers every name for the whole session."""


@dataclass(frozen=True)
class Workbook:
    """A running server, the data it serves, and its process."""

    address: str
    data: Path
    pid: int
    log: Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=1000 * PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find("chromium"), args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    folder = tmp_path_factory.mktemp("workbook")
    data = folder / "data"
    shutil.copytree(BUNDLED, data, ignore=shutil.ignore_patterns("local"))
    places = {"LDCASE_DATA": str(data), "LDCASE_WORKSPACE": f"sqlite:///{folder / 'workspace.db'}"}
    with served(folder / "log", f"--Workbook.data_root={data}", **places) as running:
        yield Workbook(running.address, data, running.process.pid, folder / "log")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Give pages in contexts of their own; at the end each must have been quiet."""
    contexts = []
    pages: list[Watched] = []

    def give(**options: Any) -> Watched:
        chosen: dict[str, Any] = {"viewport": {"width": 1280, "height": 720}, **options}
        context = browser.new_context(**chosen)
        context.set_default_timeout(1000 * PATIENCE)
        contexts.append(context)
        pages.append(Watched(context.new_page()))
        return pages[-1]

    yield give
    for context in contexts:
        context.close()
    for page in pages:
        page.was_quiet()


@pytest.fixture
def watched(new_page: Callable[..., Watched]) -> Watched:
    return new_page()


@pytest.fixture
def copied(workbook: Workbook) -> Iterator[Callable[[str], str]]:
    """Copy a bundled case under a name nobody has edited yet; the copy is gone after the test."""
    made: list[Path] = []

    def copy(case: str) -> str:
        name = f"{case}-{next(NUMBERS)}"
        made.append(workbook.data / "cases" / name)
        shutil.copytree(BUNDLED / "cases" / case, made[-1])
        return name

    yield copy
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)
