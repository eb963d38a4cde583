"""The panel of three ways to one effect: what the gap, publications and people here let one expect, on one axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from markupsafe import Markup

from ldcase.case import Assumption
from ldcase.case.document_evidence import Percentiles, PublishedWay, WayName, Ways
from ldcase.case.places import Plain
from ldcase.case.ways import values
from ldcase.charts.axes import Axes
from ldcase.charts.drawings.ways import ways as draw_ways
from ldcase.errors import CaseError, Finding
from ldcase.evidence.effect import LEVELS
from ldcase.forecast import Forecast
from ldcase.forecast.ways import EffectWays, effect_ways
from ldcase.language import marked, said, worded
from ldcase.pages import library_way, typed, way_choice, ways_told
from ldcase.pages.caution import beside
from ldcase.pages.markup import NOTHING, action, choice, element, field, figure, joined, table
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing
from ldcase.words.answer import lowered
from ldcase.words.ways import NAMES, ranged, used_for

PARTS = ("low", "likely", "high")
MEANS: Mapping[Percentiles, str] = MappingProxyType(
    {
        "P10 and P90": marked("one case in ten lies beyond each"),
        "P5 and P95": marked("one case in twenty lies beyond each"),
        "least and most": marked("nothing lies beyond them"),
    }
)
"""What low and high may have been said to be; the default stands first."""
MOST_PEOPLE = 12
_MANY = 8
"""More rows than this need a higher chart."""


class WaysPanel(BasePanel):
    """Three ways to one effect of the metric that is chosen."""

    title = marked("Three ways to the effect")

    def __init__(self) -> None:
        self._metric = ""
        self._axes = Axes()
        self._new: dict[str, str] = {}

    def draw(self, at: Standing, part: str) -> Drawn:
        """The chart, the sentence, each way with its figures, and the estimates to type in."""
        now = way_choice.recorded(at)
        if not now.case.metrics:
            return Drawn(element("p", worded("The case moves no metric yet.")))
        key = self._key(at)
        found = effect_ways(now, key)
        title = worded(now.case.formula(found.metric.effect).title)

        drawing = draw_ways(found, title, self._axes)
        said = now.case.document.evidence.ways.get(key, Ways())
        html = joined(
            (
                element("h2", worded(self.title)),
                element(
                    "p",
                    worded(
                        "If several ways that know nothing of each other point to the same effect, it can be believed; "
                        "where they do not, that is worth knowing before the meeting."
                    ),
                    class_="help",
                ),
                beside(at.cautious),
                self._chooser(at),
                figure("ways", "high" if len(drawing.data["ways"]["order"]) > _MANY else ""),
                element("p", used_for(found)),
                ways_told.twice(found),
                ways_told.drifted(found),
                ways_told.side_by_side(now, found, at),
                _published(at, found, said.published),
                self._people(found, said, now),
                element(
                    "p", action(worded("What the headline rests on, by grade"), "grades", class_="button"), class_="row"
                ),
            )
        )
        return Drawn(html, (drawing,))

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Choose a metric or a way; type, add or remove an estimate; take a finding of the library."""
        key = self._key(at)
        if act == "metric":
            self._metric = value
        elif act == "use" and value in NAMES:
            way_choice.use(at.case, way_choice.recorded(at), key, cast(WayName, value), at.effects)
        elif act == "transfer":
            way_choice.transfer_is_inside(at.case, key)
        elif act == "new":
            self._new[name] = value
        elif act == "add":
            self._add(at, key)
        elif act == "remove" and value.isdigit():
            self._edit(at, key, f"estimates.{value}", None)
        elif act == "estimate":
            number, _, part = name.partition(".")
            text: object = value.strip()
            if part in PARTS:
                text = typed.read(_boxed(way_choice.recorded(at), key), value)
            self._edit(at, key, f"estimates.{number}.{part}", text)
        elif act == "library" and value:
            library_way.take(at, way_choice.recorded(at), key, value)
            way_choice.follow(at.case, way_choice.recorded(at), key, at.effects)
        elif act == "deviation":
            self._edit(at, key, f"published.deviation.{name}", typed.read(_boxed(way_choice.recorded(at), key), value))

    def _key(self, at: Standing) -> str:
        keys = [use.key for use in at.now.case.metrics]
        return self._metric if self._metric in keys else keys[0] if keys else ""

    def _chooser(self, at: Standing) -> Markup:
        metrics = at.now.case.metrics
        if len(metrics) < 2:
            return NOTHING
        listed = [(use.key, worded(use.title)) for use in metrics]
        return element("div", choice(worded("Metric"), "ways.metric", "metric", listed, self._key(at)), class_="fields")

    def _edit(self, at: Standing, key: str, path: str, value: object) -> None:
        at.case.edit(f"evidence.ways.{key}.{path}", value, who=WHO)
        way_choice.follow(at.case, way_choice.recorded(at), key, at.effects)

    def _add(self, at: Standing, key: str) -> None:
        """Add what was typed into the empty row; what is missing or no range is refused and stays there."""
        given = at.case.case.document.evidence.ways.get(key, Ways())
        if len(given.estimates) >= MOST_PEOPLE:
            what = said("More estimates than this say nothing new.")
            raise CaseError(
                Finding(
                    "estimates-many",
                    what,
                    str(MOST_PEOPLE),
                    said("at most {n}", n=MOST_PEOPLE),
                    said("Remove one."),
                )
            )
        who = self._new.get("who", "").strip()
        if not who:
            what, do = said("The estimate has no owner."), said("Type a role, such as: head of sales.")
            raise CaseError(Finding("estimate-who", what, said("nothing"), said("a role"), do))
        box = _boxed(way_choice.recorded(at), key)
        entry: dict[str, Plain] = {"who": who}
        entry |= {part: typed.read(box, self._new.get(part, "")) for part in PARTS}
        if means := self._new.get("means"):
            entry["means"] = means
        self._edit(at, key, f"estimates.{len(given.estimates)}", entry)
        self._new.clear()

    def _people(self, found: EffectWays, said: Ways, now: Forecast) -> Markup:
        """Each person's estimate in boxes, and an empty row for one more."""
        box = _boxed(now, found.metric.key)
        unit = _unit(found, box, now)
        rows = [
            (
                _box(worded("Who"), "ways.estimate", f"{number}.who", one.who),
                *(
                    _box(
                        f"{one.who}, {worded(part)}",
                        "ways.estimate",
                        f"{number}.{part}",
                        _text(box, getattr(one, part)),
                    )
                    for part in PARTS
                ),
                element("small", worded(MEANS[one.means]), class_="soft"),
                action(worded("remove"), "ways.remove", str(number), class_="n"),
            )
            for number, one in enumerate(said.estimates)
        ]
        fields = (
            field(worded("Whose estimate (a role)"), "ways.new", "who", self._new.get("who", "")),
            *(
                field(f"{worded(part).capitalize()}, {unit}", "ways.new", part, self._new.get(part, ""), kind="number")
                for part in PARTS
            ),
            choice(
                worded("Of low and high"),
                "ways.new",
                "means",
                [(key, worded(text)) for key, text in MEANS.items()],
                self._new.get("means", "P10 and P90"),
            ),
            action(worded("Add the estimate"), "ways.add", class_="button"),
        )
        asks = worded(
            "Ask each person alone, the extremes first: for somebody who uses it at work, how large is the effect at "
            "least, at most, and likely? The pool keeps disagreement: where people differ, the range is wide. Ranges "
            "said from the gut hold in about 68 of 100 cases, not in 80."
        )
        heads = (worded("who"), worded("low"), worded("likely"), worded("high"), "", "")
        listed = table(
            heads, rows, caption=worded("Effect for somebody who uses it at work, {unit}", unit=unit), numeric=(1, 2, 3)
        )
        return joined(
            (
                element("h3", worded("What people here expect")),
                element("p", asks, class_="help"),
                element("div", listed, class_="entry") if rows else element("p", worded("Nobody has been asked yet.")),
                element("div", *fields, class_="fields"),
            )
        )


def _boxed(now: Forecast, key: str) -> Assumption:
    """The assumption behind an effect, dressed as the effect itself, so that number boxes read and show its unit."""
    found = effect_ways(now, key)
    formula = now.case.formula(found.metric.effect)
    form = "percent" if formula.format == "points" else formula.format
    moved = now.case.assumptions[found.moved]
    return replace(moved, title=worded(formula.title), unit=formula.unit, format=form, bounds=(None, None), whole=False)


def _unit(found: EffectWays, box: Assumption, now: Forecast) -> str:
    return worded("points") if found.format == "points" else typed.unit(box, now.case.currency)


def _box(label: str, act: str, name: str, value: str) -> Markup:
    box = element("input", type="text", autocomplete="off", data_act=act, name=name, value=value, aria_label=label)
    return Markup(box.removesuffix("</input>"))


def _text(box: Assumption, value: float | None) -> str:
    return "" if value is None else typed.shown(box, value)


def _published(at: Standing, found: EffectWays, entry: PublishedWay | None) -> Markup:
    """The publication behind the published way, and others of the library that could stand there."""
    listed = library_way.candidates_for(at)
    chooser = (
        element(
            "div",
            choice(
                worded("Take the range of one programme from a finding"),
                "ways.library",
                "finding",
                [("", worded("choose a finding")), *listed],
                entry.finding if entry is not None else "",
            ),
            class_="fields",
        )
        if listed
        else NOTHING
    )
    if entry is None:
        text = element("p", worded("No published effect is stated for this metric yet."))
        return joined((element("h3", worded("What was published")), text, chooser))
    effect = at.effects.get(entry.finding)
    study = f"{effect.study} {effect.year}" if effect is not None else entry.source
    inside = worded("Measured: {level}; transfer is in it.", level=lowered(worded(LEVELS[entry.measured])))
    outside = worded(
        "Measured: {level}; transfer is still to be taken off.", level=lowered(worded(LEVELS[entry.measured]))
    )
    lines = [f"{study}.", outside if entry.measured == "learning" else inside]
    if entry.note:
        lines.append(entry.note)
    caution = (
        element("p", worded("Caution: {caution}", caution=effect.caution), class_="soft")
        if effect is not None and effect.caution
        else NOTHING
    )
    return joined(
        (
            element("h3", worded("What was published")),
            element("p", " ".join(lines)),
            _deviation(way_choice.recorded(at), found, entry),
            caution,
            chooser,
        )
    )


def _deviation(now: Forecast, found: EffectWays, entry: PublishedWay) -> Markup:
    """How far people here differ, in boxes: what turns standardised units into units of the metric."""
    steps = values(entry)
    if entry.given_as != "standard deviations" or entry.deviation is None or steps is None:
        return NOTHING
    box = _boxed(now, found.metric.key)
    boxes = (
        field(
            f"{worded(part).capitalize()}, {_unit(found, box, now)}",
            "ways.deviation",
            part,
            _text(box, getattr(entry.deviation, part)),
            kind="number",
        )
        for part in PARTS
    )
    asks = worded(
        "The study counts in steps of how far people differ ({steps} of them). How far do people here differ on this "
        "metric? Two of three people lie within one such step around the average.",
        steps=ranged(steps, "number"),
    )
    return joined((element("p", asks, class_="help"), element("div", *boxes, class_="fields")))
