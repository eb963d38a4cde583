"""A module of the catalogue: what it needs, what it computes, what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ldcase.case.assumption import Bounds, Step
from ldcase.case.module_file import Claim, Times
from ldcase.errors import Place
from ldcase.formulas import Expression


@dataclass(frozen=True, slots=True)
class Haircut:
    """What an assumption takes off the claim, and the value at which it takes nothing off."""

    neutral: float
    title: str


@dataclass(frozen=True, slots=True)
class Need:
    """A figure that a module needs from the case. With a ``default`` the case may leave it out.

    ``plausible`` is where measured figures lie; outside of it a figure is possible, and worth a question.
    A ``chance`` is a probability: draw by draw it is 1 or 0.
    """

    name: str
    title: str
    unit: str
    bounds: Bounds
    help: str
    format: str
    default: float | None
    whole: bool
    haircut: Haircut | None
    place: Place
    plausible: Bounds | None = None
    chance: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of a module: values by local name (or global, such as ``applying``), and what comes out.

    A monthly result is its sum over ``months``.
    """

    source: str
    inputs: Mapping[str, float]
    gives: Mapping[str, float]
    months: int
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class FormulaSpec:
    """A formula of a module, with the names as the module writes them."""

    name: str
    expression: Expression
    unit: str
    title: str
    format: str
    help: str
    place: Place


@dataclass(frozen=True, slots=True)
class Module:
    """A file of the catalogue.

    Attributes
    ----------
    gap, gap_cost, baseline, exemplar, effect, benefit
        Which need or formula plays which part; metrics only, else empty.
    story
        Sentences with placeholders, by kind: ``opportunity``, ``gap``, and others; ``story_places`` are their places.
    curve
        A monthly formula by the age of a cohort, if the metric has one: the workbook starts it with each cohort, for
        its people, and gives the metric the sum as ``cohorts``.
    target
        A formula: what the metric is for those who apply it; empty where that is the baseline moved by the effect.
    claims
        What it puts a value on; two metrics of a case that claim the same count it twice.
    caution
        What a reader must know whenever it is used.
    example
        A worked example; None where the file has none.
    cost, times
        The formula that is the category's cost, and how often it falls; categories of cost only.
    categories
        Formulas that divide the total; the sum of all costs only.
    """

    id: str
    title: str
    step: Step
    better: Literal["higher", "lower"]
    kind: Literal["cash", "cost avoided", "capacity"]
    things: tuple[str, ...]
    needs: Mapping[str, Need]
    formulas: Mapping[str, FormulaSpec]
    gap: str
    gap_cost: str
    baseline: str
    exemplar: str
    effect: str
    benefit: str
    story: Mapping[str, str | tuple[str, ...]]
    story_places: Mapping[str, Place]
    sources: tuple[str, ...]
    pitfalls: tuple[str, ...]
    categories: tuple[str, ...]
    place: Place
    cost: str = ""
    times: Times | None = None
    curve: str = ""
    target: str = ""
    claims: tuple[Claim, ...] = ()
    caution: str = ""
    example: Example | None = None
