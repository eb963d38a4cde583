"""The colours: words can be read on every ground they stand on, and the screen has these very colours."""

from __future__ import annotations

import re

import pytest

from ldcase.charts.theme import tokens
from ldcase.pages.screen import STATIC

WORDS = 4.5
SHAPES = 3.0
"""WCAG 2.2 AA: contrast of text, and of what must be seen to understand."""

PAIRS = [
    *[
        (word, ground, WORDS)
        for word in ("ink", "soft", "benefit_text", "gap_text")
        for ground in ("paper", "card", "chip")
    ],
    ("gap_text", "gap_soft", WORDS),
    ("benefit_text", "benefit_soft", WORDS),
    ("ink", "uncertain", WORDS),
    ("paper", "ink", WORDS),
    ("card", "benefit", WORDS),
    *[(shape, "card", SHAPES) for shape in ("gap", "benefit", "reference", "focus")],
    ("focus", "paper", SHAPES),
    ("gap", "gap_soft", SHAPES),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(mode: str, front: str, ground: str, least: float) -> None:
    colours = tokens()[mode]
    assert contrast(colours[front], colours[ground]) >= least


def test_light_and_dark_name_the_same_colours() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_style_sheet_is_built_from_these_colours(mode: str) -> None:
    style = (STATIC / "screen.css").read_text(encoding="utf-8")
    opening = r"\.ldcase\{" if mode == "light" else r"\.ldcase\[data-mode=\"?dark\"?\]\{"
    block = next(found for found in re.findall(opening + r"([^}]*)\}", style) if "--paper:" in found)
    written = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]+)", block))

    def full(colour: str) -> str:
        return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour

    assert {name.replace("-", "_"): full(colour) for name, colour in written.items()} == tokens()[mode]
