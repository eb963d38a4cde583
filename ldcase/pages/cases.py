"""The cases there are, and the frame of a screen without one: the home screen, and what is shown when nothing works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from ldcase.errors import Finding
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, element
from ldcase.pages.notices import finding
from ldcase.pages.view import View


def case_ids(data_root: Path) -> tuple[str, ...]:
    """Folder names of all cases, in their order."""
    return tuple(path.parent.name for path in sorted((data_root / "cases").glob("*/case.yaml")))


def stuck(findings: Sequence[Finding]) -> View:
    """The screen when there is nothing to work with: no data folder, a model that cannot be read, no workspace."""
    said = worded("Nothing is lost. Correct what is named above, then reload the page.")
    problems = element("ul", *(finding(each) for each in findings), class_="findings")
    return screen(
        worded("The workbook cannot start."), {"prose": element("p", said), "below": NOTHING, "notice": problems}
    )


def screen(headline: str, slots: Mapping[str, str | Markup]) -> View:
    """A screen without a case."""
    title = worded("Business cases for learning")
    return View(case=("", title), steps=(), step="cases", layout="list", slots={"headline": headline, **slots})
