"""What a question of the room is, what it is answered from, and what an answer holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ldcase.case import Case
from ldcase.case.assumption import Range
from ldcase.evidence import Effect
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.sentence import Number, Sentence, Tone

Cell = str | Number


@dataclass(frozen=True, slots=True)
class Question:
    """A question as executives ask it, and other words by which it may be looked for.

    Both are marked texts: `worded` says them in the reader's language.
    """

    id: str
    says: str
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A state of the case that was kept under a name.

    Attributes
    ----------
    case
        The case as it was then.
    name, when
        How it was called, and the day and time it was kept, as text.
    part
        The part of the panel “what changed” that compares with it.
    """

    case: Case
    name: str
    when: str
    part: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a question is answered from.

    Attributes
    ----------
    now, base, opened
        The forecast as it is, that of the case's file, and that of the case when it was opened.
    since
        The time of day it was opened, as text.
    effects
        Published findings by id.
    kept
        The last state that was kept under a name; None where there is none, or the question is not about it.
    """

    now: Forecast
    base: Forecast
    opened: Forecast
    since: str = ""
    effects: Mapping[str, Effect] = field(default_factory=dict)
    kept: Kept | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A small table: heads, rows, and which columns hold numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """A what-if that can be tried on the page.

    Attributes
    ----------
    values
        New values by name: a number moves the whole range, three values set it.
    cost
        What it costs all in, once, in place of all costs of the case; None where the costs stay.
    after
        The forecast with it.
    """

    values: Mapping[str, float | Range]
    after: Forecast
    cost: Range | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something the case does not say yet: where it belongs in the document, and what it is called."""

    path: str
    label: str
    kind: str = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """An answer.

    Attributes
    ----------
    figure
        The answer in one figure, and `beside` what it means; without a name it is of a what-if and answers nothing.
    told
        One or two sentences, seldom three.
    weak
        What this case has nothing, or not enough, to say to; empty where it holds.
    listed
        A table where it helps.
    chart
        The chart that shows it; empty where none does.
    opens
        Panels that show more, each with the words on its button; `part` is which part of them.
    trial
        For a what-if: what is tried by it.
    wanted
        What the case does not say, and can be told at once.
    lever
        The assumption whose lever answers it for other values; empty where none does.
    """

    figure: Number
    told: tuple[Sentence, ...]
    beside: str = ""
    weak: str = ""
    listed: Listed | None = None
    chart: str = ""
    opens: tuple[tuple[str, str], ...] = ()
    trial: Trial | None = None
    wanted: tuple[Wanted, ...] = ()
    lever: str = ""
    part: str = ""


def share_of_effect(forecast: Forecast) -> str:
    """The part of the assumed effect at which it breaks even, as text; that no effect does where none does."""
    even = forecast.summary.break_even_effect
    return worded("no effect does") if even is None else numbers.percent(even, 3 if 0.95 < even < 1.05 else 2)


def money(forecast: Forecast, name: str, tone: Tone = "plain") -> Number:
    """An amount of the median case; of a monthly quantity its sum over the horizon."""
    return Number(name, numbers.money(over_horizon(forecast, name)), tone)


def over_horizon(forecast: Forecast, name: str) -> float:
    """A quantity of the median case; of a monthly one the sum over the months."""
    return float(forecast[name].median_case.sum())
