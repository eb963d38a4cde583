"""What was changed is there again: after a reload, in a second tab, when the kernel died; undo, redo, base, reset."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import Workbook
from tests.browser.test_look import moved_from
from tests.browser.watched import Watched


def test_changes_outlive_reload_tab_and_kernel(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    address = f"{workbook.address}?case={copied('closing-the-sale')}"
    watched.open(address)
    opened = watched.seen()
    one, two = (row["name"] for row in opened["levers"][:2])
    watched.slider(one).press("PageUp")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    watched.box(two).fill("31" if "%" in watched.box(two).input_value() else "3.7")
    watched.box(two).press("Enter")
    changed = watched.until(lambda seen: "2 changes" in seen["slots"]["foot"], "both changes are recorded")
    assert lasting(changed) != lasting(opened)

    watched.reload()
    shows(watched, changed)

    second = Watched(watched.page.context.new_page())
    second.open(address)
    shows(second, changed)
    second.act("undo").click()
    undone = second.until(lambda seen: "1 change" in seen["slots"]["foot"], "undo in the second tab")
    second.page.close()
    second.was_quiet()

    if os.name == "posix":
        kernel = watched.kernel()
        os.kill(kernel_of(watched, workbook.pid), signal.SIGKILL)
        watched.begun_again(kernel)
        watched.forgive(r"WebSocket|Failed to load resource")
    shows(watched, undone)
    expect(watched.page.locator("#lost")).to_be_hidden()


def test_redo_base_and_reset(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    watched.open(f"{workbook.address}?case={copied('it-turnover')}")
    opened = watched.seen()
    assert watched.act("undo").is_disabled()
    assert watched.act("redo").is_disabled()
    assert watched.act("base").is_disabled()
    lever = opened["levers"][1]["name"]
    watched.slider(lever).press("PageDown")
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    changed = watched.until(moved_from(opened), "the bottom line moves")

    watched.act("undo").click()
    watched.until(lambda seen: same(seen, opened), "undo")
    watched.act("redo").click()
    watched.until(lambda seen: same(seen, changed), "redo")
    assert watched.seen()["levers"][1]["changed"]
    watched.page.locator(f"[data-lever='{lever}'] .reset").click()
    watched.until(lambda seen: same(seen, opened), "the lever's own way back")
    watched.act("undo").click()
    watched.until(lambda seen: same(seen, changed), "undo of that")
    watched.act("base").click()
    watched.until(lambda seen: same(seen, opened), "back to base")
    watched.act("undo").click()
    watched.until(lambda seen: same(seen, changed), "undo brings the edits back")


def lasting(seen: dict[str, Any]) -> dict[str, Any]:
    """What a session does not begin anew: everything but the figure that counts from its beginning."""
    strip = re.sub(r"Since \d\d:\d\d.*", "", seen["slots"]["bottom_line"])
    captions = [(chart["title"], chart["description"]) for chart in seen["charts"]]
    return {**seen, "slots": {**seen["slots"], "bottom_line": strip}, "charts": captions}


def shows(watched: Watched, before: dict[str, Any]) -> None:
    """Hold a new session to what an earlier one showed."""
    seen, wanted = lasting(watched.seen()), lasting(before)
    for part in ("levers", "charts"):
        assert seen[part] == wanted[part]
    for slot, text in wanted["slots"].items():
        assert seen["slots"][slot] == text, slot


def same(seen: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether all figures are the same; the foot also says what can be undone."""
    one, two = lasting(seen), lasting(other)
    one["slots"].pop("foot"), two["slots"].pop("foot")
    return one == two


def kernel_of(watched: Watched, server: int) -> int:
    """The process of the page's kernel, which must be a child of the server this test started."""
    kernel = watched.kernel()
    listed = subprocess.run(["ps", "-ewwo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    found = [line.split(None, 2) for line in listed.splitlines() if kernel in line]
    pids = [int(pid) for pid, parent, _ in found if parent == str(server)]
    assert len(pids) == 1, found
    return pids[0]
