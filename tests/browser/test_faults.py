"""Network gone, laptop asleep, kernel killed, server restarted: the page says so, comes back, and keeps everything."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.between import Between, between
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.test_state import kernel_of, lasting
from tests.browser.watched import Watched
from tests.served import served

EXPECTED = r"WebSocket|Failed to load resource|ERR_|net::"
"""What a browser itself says of a connection that is gone."""
COMES_BACK = 1000 * 40


@pytest.fixture
def wire(workbook: Workbook) -> Iterator[Between]:
    with between(workbook.address) as wire:
        yield wire


def test_a_network_gone_for_half_a_minute(watched: Watched, wire: Between, copied: Callable[[str], str]) -> None:
    watched.open(f"{wire.address}?case={copied('closing-the-sale')}")
    page = watched.page
    first, lever = (row["name"] for row in watched.seen()["levers"][:2])
    watched.slider(first).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    wire.cut()
    lost = page.locator("#lost")
    expect(lost).to_have_text("Connection lost; trying again. What you changed is kept.Reload")
    expect(lost.get_by_role("button")).to_be_hidden()
    watched.slider(lever).press("PageUp")
    watched.slider(lever).press("PageUp")
    moved = watched.box(lever).input_value()
    page.wait_for_timeout(30_000)
    expect(lost).to_be_visible()
    assert watched.box(lever).input_value() == moved
    wire.restore()
    expect(lost).to_be_hidden(timeout=COMES_BACK)
    after = watched.until(lambda seen: "2 changes" in seen["slots"]["foot"], "what was moved meanwhile is recorded", 30)
    assert watched.box(lever).input_value() == moved
    watched.reload()
    assert lasting(watched.seen())["levers"] == lasting(after)["levers"]
    watched.forgive(EXPECTED)


def test_a_laptop_asleep(watched: Watched, wire: Between, copied: Callable[[str], str]) -> None:
    """Nothing says that the connection is dead; a lever that is not answered makes the page look."""
    watched.open(f"{wire.address}?case={copied('it-turnover')}")
    page, lever = watched.page, watched.seen()["levers"][0]["name"]
    wire.silence()
    watched.slider(lever).press("PageUp")
    expect(page.locator("#lost")).to_be_visible(timeout=COMES_BACK)
    wire.restore()
    expect(page.locator("#lost")).to_be_hidden(timeout=COMES_BACK)
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the lever is recorded, once", 30)
    watched.act("undo").click()
    watched.until(lambda seen: "no changes" in seen["slots"]["foot"], "once")
    watched.forgive(EXPECTED)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_killed_kernel_is_replaced_where_the_page_stood(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    page, lever = watched.page, watched.seen()["levers"][0]["name"]
    watched.slider(lever).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    watched.go("evidence")
    before = watched.seen()
    page.locator(".foot [data-act=contents]").click()
    expect(page.locator(".drawer h2").first).to_be_visible()
    title = page.locator(".drawer h2").first.inner_text()
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["step"], asked["open"]) == (["evidence"], ["contents"])
    kernel = watched.kernel()
    os.kill(kernel_of(watched, workbook.pid), signal.SIGKILL)
    watched.begun_again(kernel)
    expect(page.locator(".drawer h2").first).to_have_text(title)
    after = watched.seen()
    assert after["step"] == "evidence"
    assert after["levers"] == before["levers"]
    assert "1 change" in after["slots"]["foot"]
    expect(page.locator("#lost")).to_be_hidden()
    watched.forgive(EXPECTED)


def test_a_restarted_server_and_a_lever_moved_meanwhile(watched: Watched, workbook: Workbook, tmp_path: Path) -> None:
    places = {"LDCASE_DATA": str(workbook.data), "LDCASE_WORKSPACE": f"sqlite:///{tmp_path / 'workspace.db'}"}
    option = f"--Workbook.data_root={workbook.data}"
    page = watched.page
    with served(tmp_path / "log", option, **places) as first:
        port = urlsplit(first.address).port
        watched.open(f"{first.address}?case=ramp-up")
        watched.go("idea")
        lever = watched.seen()["levers"][0]["name"]
        page.get_by_role("button", name="Present").click()
        expect(page.locator(".ldcase[data-presenting]")).to_be_visible()
        page.keyboard.press("ArrowRight")
        build, kernel = page.locator(".ldcase").get_attribute("data-build"), watched.kernel()
    expect(page.locator("#lost")).to_contain_text("What you changed is kept")
    page.evaluate(
        "(name) => { const box = document.querySelector(`[data-lever='${name}'] input[type=range]`);"
        "box.value = box.max; box.dispatchEvent(new Event('input')); box.dispatchEvent(new Event('change')); }",
        lever,
    )
    moved = watched.box(lever).input_value()
    with served(tmp_path / "log2", option, f"--port={port}", **places) as second:
        assert urlsplit(second.address).port == port
        watched.begun_again(kernel)
        watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the lever is taken", 30)
        assert watched.seen()["step"] == "idea"
        assert watched.box(lever).input_value() == moved
        expect(page.locator(".ldcase[data-presenting]")).to_have_attribute("data-build", build or "")
        expect(page.locator("#lost")).to_contain_text("has been taken")
        expect(page.locator("#lost")).to_be_hidden()
    watched.forgive(EXPECTED)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_kernel_that_dies_while_a_file_is_on_its_way(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    """A file cannot come along to the new page: that it did not arrive is said, and choosing it again reads it."""
    watched.open(f"{workbook.address}?case={copied('it-turnover')}")
    page, people = watched.page, BUNDLED / "samples" / "sample-people.csv"
    watched.slider(watched.seen()["levers"][0]["name"]).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    watched.act("own_data").click()
    panel = page.locator(".panel-own_data")
    expect(panel).to_be_visible()
    kernel, process = watched.kernel(), kernel_of(watched, workbook.pid)
    os.kill(process, signal.SIGSTOP)
    page.set_input_files(".panel-own_data input[type=file]", people)
    expect(page.locator(".drawer .progress")).to_contain_text("Reading sample-people.csv")
    os.kill(process, signal.SIGKILL)
    watched.begun_again(kernel)
    lost = page.locator("#lost")
    expect(lost).to_contain_text(
        "sample-people.csv was not read to its end, because the engine stopped: choose it again."
    )
    expect(panel).to_be_visible()
    assert "1 change" in watched.seen()["slots"]["foot"]
    page.set_input_files(".panel-own_data input[type=file]", people)
    expect(panel).to_contain_text("851 of 859 rows are used; 8 are not")
    expect(lost).to_be_hidden()
    watched.forgive(EXPECTED)


def test_a_server_started_anew_with_another_key(watched: Watched, workbook: Workbook, tmp_path: Path) -> None:
    places = {"LDCASE_DATA": str(workbook.data), "LDCASE_WORKSPACE": f"sqlite:///{tmp_path / 'workspace.db'}"}
    options = (f"--Workbook.data_root={workbook.data}", "--Workbook.token={}")
    page = watched.page
    with served(tmp_path / "log", options[0], options[1].format("first-key"), **places) as first:
        port = urlsplit(first.address).port
        watched.open(f"{first.address.partition('?')[0]}?case=ramp-up&token=first-key")
        watched.go("idea")
        lever = watched.seen()["levers"][0]["name"]
    lost = page.locator("#lost")
    expect(lost).to_contain_text("What you changed is kept")
    watched.slider(lever).press("PageUp")
    watched.slider(lever).press("PageUp")
    moved = watched.box(lever).input_value()
    second_key = options[1].format("second-key")
    with served(tmp_path / "log2", options[0], second_key, f"--port={port}", **places) as second:
        assert urlsplit(second.address).port == port
        expect(lost).to_contain_text("asks for its new key. What you changed is kept", timeout=COMES_BACK)
        lost.get_by_role("button", name="Reload").click()
        page.get_by_label("Key").fill("first-key")
        page.get_by_role("button", name="Open the workbook").click()
        expect(page.get_by_role("alert")).to_have_text("That was not the key.")
        page.get_by_label("Key").fill("second-key")
        page.get_by_role("button", name="Open the workbook").click()
        watched.drawn()
        watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the lever is taken", 30)
        assert watched.seen()["step"] == "idea"
        assert watched.box(lever).input_value() == moved
        assert "key" not in page.url
        expect(lost).to_be_hidden()
    watched.forgive(EXPECTED)


def test_two_tabs_of_one_case(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    address = f"{workbook.address}?case={copied('it-turnover')}"
    watched.open(address)
    second = Watched(watched.page.context.new_page())
    second.open(address)
    one, two = (row["name"] for row in watched.seen()["levers"][:2])
    watched.slider(one).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "recorded in the first")
    second.until(lambda seen: "1 change" in seen["slots"]["foot"], "seen in the second, which did nothing")
    second.slider(two).press("PageUp")
    both = second.until(lambda seen: "2 changes" in seen["slots"]["foot"], "both in the second")
    watched.until(lambda seen: seen["levers"] == both["levers"], "both in the first")
    second.page.close()
    second.was_quiet()
