"""The panels of the drawer by the act that opens them.

Each is imported when it is first opened: a page must not wait for what nobody may look at. A warm kernel has them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from ldcase.language import marked
from ldcase.pages.panel import Page, Panel


def _of(module: str, name: str) -> Callable[[], Panel]:
    """A panel with controls: the class ``name`` of its module."""
    return lambda: cast(Panel, getattr(import_module(f"ldcase.pages.{module}"), name)())


def _page(module: str, title: str) -> Callable[[], Panel]:
    """A panel that only shows: the function ``panel`` of its module, of where the case stands and a part."""
    return lambda: Page(title, import_module(f"ldcase.pages.{module}").panel)


PANELS: Mapping[str, Callable[[], Panel]] = {
    "assumptions": _page("assumptions", marked("Every assumption")),
    "options": _page("options", marked("The options side by side")),
    "finance": _page("finance", marked("For finance")),
    "reference": _page("reference", marked("All formulas")),
    "changed": _of("changed", "Changed"),
    "diagnosis": _of("diagnosis", "Diagnosis"),
    "own_data": _of("own_data", "OwnData"),
    "pilot": _of("pilot", "PilotPanel"),
    "results": _of("results", "Results"),
    "library": _of("library", "Library"),
    "ways": _of("ways", "WaysPanel"),
    "grades": _of("grades", "GradesPanel"),
    "stories": _of("stories", "StoriesPanel"),
    "objections": _page("objections", marked("Objections")),
    "questions": _of("questions", "Questions"),
    "lenses": _of("lenses", "LensPanel"),
    "export": _of("exporting", "Exporting"),
    "contents": _page("contents", marked("Everything there is")),
}
