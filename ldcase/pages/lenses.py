"""Lenses on the page: the control that chooses one, what it shows another way, and the panel with the whole of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.away import away
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.rollout import rollout
from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING, action, element, figure, joined, number, paragraph, table
from ldcase.pages.panel import BasePanel, Drawn, Standing
from ldcase.pages.view import Moment
from ldcase.words import numbers
from ldcase.words.conventions import conventions
from ldcase.words.lens import LENSES, Lens, lens
from ldcase.words.lens_parts import Section
from ldcase.words.question import Listed, over_horizon
from ldcase.words.sentence import Number

EVERYBODY = ""
"""The pitch as it is, without a lens."""

CHARTS: Mapping[str, Callable[[Forecast, Axes], Drawing]] = {
    "away": away,
    "causes": lambda now, axes: causes(now),
    "fan": fan,
    "rollout": rollout,
}

HEROES: Mapping[tuple[str, str], str] = {
    ("cfo", "opportunity"): "fan",
    ("cfo", "idea"): "costs",
    ("coo", "opportunity"): "gap",
    ("coo", "idea"): "away",
    ("coo", "ask"): "away",
    ("hr", "opportunity"): "causes",
    ("hr", "idea"): "rollout",
    ("hr", "ask"): "causes",
    ("manager", "idea"): "away",
    ("manager", "ask"): "away",
}
"""The chart that stands first, by lens and step; where none is named, the step's own does."""

LEVERS: Mapping[str, tuple[str, ...]] = {
    "cfo": ("discount_rate", "contingency_share", "design_cost", "isolation_share"),
    "coo": ("start_delay", "learner_hours", "manager_hours", "ramp_months"),
    "hr": ("able_share", "transfer_share", "completion_share", "learner_leaver_rate", "half_life"),
    "manager": ("learner_hours", "manager_hours", "transfer_share", "use_share"),
}
"""Assumptions that a lens shows before the others, on the step they belong to."""
MOST_OWN = 2
"""So many levers of its own a lens brings to a step; the rest stay those that matter most."""


def control(chosen: str) -> Markup:
    """The list of whom the case is told to, and the button for a question, for the bar at the top."""
    options = ((EVERYBODY, worded("everybody")), *((each.id, worded(each.name)) for each in LENSES))
    option = Markup('<option value="{}"{}>{}</option>')
    listed = (option.format(key, Markup(" selected") if key == chosen else "", text) for key, text in options)
    box = element("select", *listed, data_act="lens", name="lens", title=worded("Whom it is told to (V)"))
    label = element("label", element("span", worded("told to")), box, class_="told-to")
    whole = action(worded("overview"), "lenses", chosen, class_="n", opens=True) if chosen else NOTHING
    return joined((label, whole))


def next_lens(chosen: str) -> str:
    """The lens after this one; after the last, none."""
    names = [EVERYBODY, *(each.id for each in LENSES)]
    return names[(names.index(chosen) + 1) % len(names)] if chosen in names else EVERYBODY


def ordered(
    chosen: Lens | None, step: str, moment: Moment, charts: tuple[tuple[Drawing, str], ...]
) -> tuple[tuple[Drawing, str], ...]:
    """The charts of a step with that of the lens in the first place; what stood there moves to where that came from.

    A chart the step does not have takes the first place, and that one the last.
    """
    hero = HEROES.get((chosen.id, step)) if chosen is not None else None
    if hero is None or not charts:
        return charts
    drawings = [drawing for drawing, _ in charts]
    places = [place for _, place in charts]
    at = next((k for k, drawing in enumerate(drawings) if drawing.spec == hero), None)
    if at is None:
        if hero not in CHARTS:
            return charts
        drawings[-1] = CHARTS[hero](moment.now, moment.axes)
        at = len(drawings) - 1
    drawings[0], drawings[at] = drawings[at], drawings[0]
    return tuple(zip(drawings, places, strict=True))


def own_levers(chosen: Lens | None, step: str, base: Forecast, names: tuple[str, ...]) -> tuple[str, ...]:
    """The levers of a step with those of the lens first, as many as there were."""
    if chosen is None:
        return names
    there = base.case.assumptions
    own = [name for name in LEVERS[chosen.id] if name in there and there[name].step in (step, "evidence")][:MOST_OWN]
    if step in ("evidence", "ask"):
        own = [name for name in LEVERS[chosen.id] if name in there and name not in names][:MOST_OWN]
        kept = names[: max(0, len(names) - len(own))]
        return (*kept, *own)
    return tuple(dict.fromkeys((*own, *names)))[: max(len(names), len(own))]


def strip_figure(chosen: Lens, now: Forecast) -> tuple[str, str, str, str]:
    """What a lens shows in the fourth place of the bottom line: label, value, what stands beside it, what it asks."""
    if chosen.id == "cfo":
        claimed, cash = now["benefit"].likely, over_horizon(now, "benefit_cash")
        share = numbers.percent(cash / claimed, 2) if claimed > 0 else worded("none")
        return worded("Of the benefit, cash"), share, numbers.money(cash), "benefit_cash"
    if chosen.id == "coo":
        value = worded("{hours} h", hours=numbers.plain(now["hours_of_learners_total"].likely, 3))
        beside = worded("managers {hours} h", hours=numbers.plain(now["hours_of_managers_total"].likely, 3))
        return worded("Working hours it takes"), value, beside, "hours_of_learners_total"
    if chosen.id == "hr":
        peak = numbers.count(float(now["applying"].median_case[0].max()))
        planned = numbers.count(now["people_planned"].likely)
        return worded("Apply it at the best"), peak, worded("of {people}", people=planned), "applying"
    own = numbers.plain(now["manager_hours"].likely, 3)
    value = worded("{hours} h", hours=numbers.plain(now["learner_hours"].likely, 3))
    return worded("Each is away"), value, worded("and {hours} h of yours", hours=own), "learner_hours"


CHART_AFTER = {"coo": 2, "manager": 3}
"""After how many sections of its overview the chart stands, so that both columns are about as long; after one else."""


class LensPanel(BasePanel):
    """The case as one of them sees it, on one screen."""

    title = marked("Told to somebody")

    def __init__(self) -> None:
        self._axes = Axes()

    def draw(self, at: Standing, part: str) -> Drawn:
        """The lens that is asked for; without one, the list of them."""
        chosen = lens(part)
        if chosen is None:
            return Drawn(_list())
        shown = chosen.overview(at.now)
        drawing = CHARTS[shown.chart](at.now, self._axes)
        figures = (
            element("div", element("small", what), element("strong", number(value))) for what, value in shown.figures
        )
        weak = (element("li", each) for each in shown.weak)
        blocks = [_section(each) for each in shown.sections]
        blocks.insert(CHART_AFTER.get(chosen.id, 1), figure(drawing.spec))
        if shown.weak:
            blocks.append(joined((element("h3", worded("Where it is weak")), element("ul", *weak, class_="weak"))))
        if chosen.id == "cfo":
            blocks.append(element("p", conventions(at.now), class_="conventions"))
        html = joined(
            (
                element("div", element("h2", worded(chosen.title)), _others(chosen), class_="head"),
                element("p", worded(chosen.asks), class_="help"),
                element("div", *figures, class_="tiles"),
                element("div", *(element("section", each) for each in blocks), class_="sheet"),
            )
        )
        return Drawn(html, (drawing,))


def _others(chosen: Lens) -> Markup:
    """The way to the same case as each of the others sees it."""
    buttons = (
        action(worded(each.name), "lenses", each.id, class_="button main" if each is chosen else "button", opens=True)
        for each in LENSES
    )
    return element("p", *buttons, class_="row")


def _list() -> Markup:
    items = (
        element(
            "li",
            action(worded(each.title), "lenses", each.id, class_="n", opens=True),
            " ",
            element("span", worded(each.asks), class_="soft"),
        )
        for each in LENSES
    )
    told = worded("The same case and the same figures, told in the order in which each of them asks.")
    return joined(
        (
            element("h2", worded(LensPanel.title)),
            element("p", told, class_="help"),
            element("ul", *items, class_="contents"),
        )
    )


def _section(given: Section) -> Markup:
    rows = _rows(given.listed) if given.listed is not None and given.listed.rows else NOTHING
    return joined((element("h3", given.title), *(paragraph((each,)) for each in given.told), rows))


def _rows(given: Listed) -> Markup:
    rows = ([number(cell) if isinstance(cell, Number) else cell for cell in row] for row in given.rows)
    return table(given.heads, rows, numeric=given.numeric)
