"""Light and dark: the page and its charts wear the same colours, and no chart is ever replaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from ldcase.charts.theme import tokens
from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

COLOURS = ("paper", "card", "ink", "gap", "benefit")


def wears(watched: Watched, mode: str) -> None:
    """Wait until page and charts are in the colours of a mode."""
    colours = {name: colour for name, colour in tokens()[mode].items() if name in COLOURS}
    watched.page.wait_for_function(
        """([mode, colours]) => {
          const root = document.querySelector(".ldcase");
          const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
          return root.dataset.mode === mode
            && getComputedStyle(root).backgroundColor === rgb(colours.paper)
            && getComputedStyle(root.querySelector(".figure")).backgroundColor === rgb(colours.card)
            && getComputedStyle(root.querySelector("h1")).color === rgb(colours.ink)
            && [...__ldcase.figures.values()].every((figure) => Object.entries(colours).every(
              ([name, colour]) => !figure.signals.has(name) || figure.view.signal(name) === colour));
        }""",
        arg=[mode, colours],
    )


def inked(page: Page) -> list[int]:
    """How many pixels each chart has drawn on."""
    counts: list[int] = page.evaluate(
        """() => [...document.querySelectorAll(".ldcase canvas")].map((canvas) => {
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
          let count = 0;
          for (let at = 3; at < pixels.length; at += 4) if (pixels[at]) count += 1;
          return count;
        })"""
    )
    return counts


def kept(page: Page) -> bool:
    """Whether the canvases are still those that were remembered."""
    return bool(
        page.evaluate(
            "[...document.querySelectorAll('.ldcase canvas')].every((canvas, at) => canvas === window.__remembered[at])"
        )
    )


@pytest.mark.parametrize(("scheme", "other"), [("dark", "light"), ("light", "dark")])
def test_colours_and_kept_charts(
    new_page: Callable[..., Watched], workbook: Workbook, copied: Callable[[str], str], scheme: str, other: str
) -> None:
    watched = new_page(color_scheme=scheme)
    page = watched.page
    watched.open(f"{workbook.address}?case={copied('it-turnover')}")
    wears(watched, scheme)
    page.wait_for_function("[...__ldcase.figures.values()].every((figure) => figure.sized)")
    assert page.evaluate("(window.__remembered = [...document.querySelectorAll('.ldcase canvas')]).length") >= 3
    assert min(inked(page)) > 100

    before = watched.seen()
    lever = before["levers"][0]["name"]
    watched.slider(lever).press("ArrowRight")
    watched.until(moved_from(before), "the lever does not reach the bottom line")
    assert kept(page)

    page.get_by_role("button", name="Light or dark").click()
    wears(watched, other)
    assert kept(page)
    page.get_by_role("button", name="Light or dark").click()
    wears(watched, scheme)
    assert kept(page)
    assert min(inked(page)) > 100


def moved_from(before: dict[str, Any]) -> Callable[[dict[str, Any]], bool]:
    """Whether the bottom line is another one."""
    return lambda seen: seen["slots"]["bottom_line"] != before["slots"]["bottom_line"]
