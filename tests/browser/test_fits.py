"""What stands at the edges fits at 1280: the foot and the way on, names of a chart's rows, a lens on one screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

FOOT = """() => {
  const box = (selector) => {
    const found = document.querySelector(`.ldcase .foot ${selector}`);
    if (!found) return null;
    const { left, right, top, bottom } = found.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  return { told: box(".told"), mark: box(".sample .grade"), onward: box(".onward"), step: box(".onward span"),
    opening: box(".onward span:nth-child(2)"), line: box(".onward") ?? box(".sample"),
    last: box("> [data-act=contents]") };
}"""
SCROLLS = (
    """() => { const drawer = document.querySelector(".drawer"); return drawer.scrollHeight - drawer.clientHeight; }"""
)


def hidden(part: dict[str, float], line: dict[str, float]) -> bool:
    """Whether a part stands on the line that is not shown."""
    return part["top"] >= line["bottom"] - 6


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_foot_shows_a_text_with_room_to_read_or_not_at_all(
    new_page: Callable[..., Watched], workbook: Workbook, copied: Callable[[str], str], language: str
) -> None:
    watched = new_page()
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}&language={language}")
    for step in ("opportunity", "idea", "evidence", "ask"):
        watched.go(step)
        seen: dict[str, Any] = watched.page.evaluate(FOOT)
        line, told, mark = seen["line"], seen["told"], seen["mark"]
        assert mark["left"] >= seen["last"]["right"], "the mark of sample data keeps off the last button"
        assert mark["bottom"] <= line["bottom"] + 1
        assert hidden(told, line) or told["right"] - told["left"] > 40, (step, told)
        if step == "ask":
            continue
        onward, opening = seen["onward"], seen["opening"]
        assert onward["right"] <= 1280 - 31
        assert seen["step"]["right"] <= onward["right"]
        assert not hidden(seen["step"], line)
        assert hidden(opening, line) or onward["left"] - 1 <= opening["left"] < opening["right"] <= onward["right"] + 1
        assert mark["right"] <= (seen["step"] if hidden(opening, line) else onward)["left"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_lens_with_many_cohorts_and_weak_points_is_one_screen(
    new_page: Callable[..., Watched], workbook: Workbook, language: str
) -> None:
    watched = new_page()
    for lens in ("manager", "coo"):
        watched.open(f"{workbook.address}?case=ramp-up&language={language}&open=lenses&part={lens}")
        watched.page.wait_for_selector(".drawer .panel-lenses .tiles")
        watched.page.wait_for_function("document.querySelector('.drawer canvas')")
        assert watched.page.evaluate(SCROLLS) <= 0, lens


def test_on_a_tablet_the_levers_stand_beside_what_is_said(
    new_page: Callable[..., Watched], workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched = new_page(viewport={"width": 1024, "height": 768})
    watched.open(f"{workbook.address}?case={copied('closing-the-sale')}")
    left, right, edge, top, prose = watched.page.evaluate(
        """() => { const box = (selector) => document.querySelector(`.ldcase ${selector}`).getBoundingClientRect();
          const prose = box(".prose"), levers = box(".levers");
          return [prose.right, levers.left, levers.right, levers.top, prose.top]; }"""
    )
    assert left < right < edge
    assert edge > 1024 - 40, "no margin stays empty"
    assert abs(top - prose) < 40
