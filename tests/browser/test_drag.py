"""A lever under a finger: the figures follow while it moves, the last value shown is the last value set, one change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import Workbook
from tests.browser.test_walk import mirrored
from tests.browser.watched import Watched

MOVES = 60
COUNT_PAINTED = """() => {
  const strip = document.querySelector(".ldcase .strip");
  window.__texts = new Set([strip.textContent]);
  new MutationObserver(() => window.__texts.add(strip.textContent))
    .observe(strip, { childList: true, subtree: true, characterData: true });
}"""


def test_a_drag_ends_where_the_finger_does(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str], tmp_path: Path
) -> None:
    page = watched.page
    name = copied("closing-the-sale")
    watched.open(f"{workbook.address}?case={name}")
    mirror = mirrored(watched, workbook.data, name, tmp_path)
    lever = mirror.compare(watched)["levers"][0]
    slider = watched.slider(lever["name"])
    box = slider.bounding_box()
    assert box
    low, high = (float(slider.get_attribute(end) or 0) for end in ("min", "max"))
    at = (lever["now"] - low) / (high - low)
    y = box["y"] + box["height"] / 2
    page.evaluate(COUNT_PAINTED)
    page.mouse.move(box["x"] + 8 + at * (box["width"] - 16), y)
    page.mouse.down()
    for move in range(MOVES):
        page.mouse.move(box["x"] + box["width"] * (0.55 + 0.3 * move / MOVES), y)
    moving = watched.until(
        lambda seen: seen["slots"]["bottom_line"] != mirror.text("bottom_line"), "the figures follow"
    )
    assert "no changes" in moving["slots"]["foot"], "nothing is recorded while the finger is down"
    page.mouse.up()
    value = float(slider.evaluate("(slider) => slider.valueAsNumber"))
    assert lever["now"] < value < high
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the drag is recorded, once")
    mirror.lever(lever["name"], value)
    # The axes remember the way of the finger; everything that is read as text or as a lever does not.
    watched.until(lambda seen: not mirror.differences(seen, charts=False), "the last value is the one shown")
    assert page.evaluate("window.__texts.size") >= 3
    watched.reload()
    assert watched.seen()["levers"][0]["now"] == value
