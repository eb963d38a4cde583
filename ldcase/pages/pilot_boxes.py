"""The figures of a pilot as boxes to type in: how each is shown, read, and put into the case."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.document_pilot import Pilot
from ldcase.case.pilot_check import central
from ldcase.case.places import Plain
from ldcase.errors import CaseError
from ldcase.language import marked, worded
from ldcase.pages import typed
from ldcase.pages.markup import element, field, table
from ldcase.pages.panel import WHO
from ldcase.pilot.observed import Measure
from ldcase.pilot.plan import KEPT, LIKENESS, STEADINESS, suggested_spread
from ldcase.store.desk import OpenCase
from ldcase.words import numbers, units

WHOLE = ("months", "teams", "trained")
_TYPED = marked("Typed on the page")
_SUGGESTED = marked("From the gap to the best fifth; not measured")
_TITLES = {
    "spread": marked("How people differ: one in ten is below, one in ten above"),
    "likeness": marked("Share of these differences that lies between teams"),
    "steadiness": marked("How far a person’s figure before tells the one after"),
    "kept": marked("Of a pilot’s improvement, what remains when everybody takes part"),
    "cost.fixed": marked("Cost, once"),
    "cost.team": marked("Cost for each team"),
}
_DEFAULTS = {"likeness": LIKENESS, "steadiness": STEADINESS, "cost.fixed": 0.0, "cost.team": 0.0}


def pilot_of(case: Case) -> Pilot:
    """The pilot as the case says it; an empty one where it says nothing."""
    return case.document.idea.pilot or Pilot()


def spread_of(case: Case, measure: Measure, baseline: float, exemplar: float) -> AssumptionEntry:
    """How people differ: as the case says it, else as the gap to the best suggests."""
    said = pilot_of(case).spread
    if said is not None:
        return said
    suggested = suggested_spread(baseline, exemplar)
    low, high = (suggested[0], suggested[2]) if suggested else (None, None)
    return AssumptionEntry(low=low, high=high, unit=measure.unit, source=worded(_SUGGESTED), grade="opinion")


def set_number(case: OpenCase, name: str, text: str, measure: Measure, spread: AssumptionEntry) -> None:
    """Put what was typed for a name, such as ``teams`` or ``kept.low``, into the case; `CaseError` if it cannot be."""
    value = _read(name, text, measure)
    key, _, part = name.rpartition(".") if name.split(".")[0] in ("spread", "kept") else (name, "", "")
    pilot = pilot_of(case.case)
    if key == "spread":
        _write(case, "spread", _entry(spread) | {part: value})
    elif key == "kept":
        low, likely, high = KEPT
        assumed = AssumptionEntry(
            low=low, likely=likely, high=high, unit="share", source=worded(_TYPED), grade="opinion"
        )
        _write(case, "kept", _entry(pilot.kept or assumed) | {part: value})
    elif key in _DEFAULTS:
        unit = {"cost.fixed": "money", "cost.team": "money/team"}.get(key, "share")
        given = _entry(_stated(pilot, key) or AssumptionEntry(unit=unit, source=worded(_TYPED), grade="opinion"))
        fixed = {name: each for name, each in given.items() if name not in ("low", "likely", "high")}
        _write(case, key, fixed | {"value": value})
    elif key == "teams":
        _set_teams(case, pilot, value)
    else:
        _write(case, key, int(value) if key in WHOLE and value == int(value) else value)


def take_spread(case: OpenCase, spread: AssumptionEntry) -> None:
    """Put the suggested spread into the case."""
    _write(case, "spread", _entry(spread))


def first_row(pilot: Pilot, most_teams: int) -> Markup:
    """Boxes for months, teams, how many of them are trained, and people in a team; a slider for the teams."""
    person = pilot.team_size == 1
    slider = element(
        "input",
        type="range",
        min="2",
        max=str(most_teams),
        step="1",
        value=str(pilot.teams or 2),
        data_act="pilot.set",
        name="teams",
        aria_label=worded("People") if person else worded("Teams"),
    )
    boxes = (
        field(worded("Months"), "pilot.set", "months", _shown(pilot.months), kind="number"),
        field(
            worded("People in all") if person else worded("Teams in all"),
            "pilot.set",
            "teams",
            _shown(pilot.teams),
            kind="number",
        ),
        field(worded("Of them trained"), "pilot.set", "trained", _shown(pilot.trained), kind="number"),
        field(worded("People in a team"), "pilot.set", "team_size", _shown(pilot.team_size), kind="number"),
    )
    moved = element(
        "label", element("span", worded("More or fewer")), Markup(slider.removesuffix("</input>")), class_="field"
    )
    return element("div", *boxes, moved, class_="fields sizes")


def figures(case: Case, measure: Measure, spread: AssumptionEntry, assumed: Iterable[str]) -> Markup:
    """Every figure behind the pilot in a table of boxes, with where it comes from."""
    pilot, missing = pilot_of(case), set(assumed)
    ends = (("spread.low", spread.low), ("spread.high", spread.high))
    rows: list[tuple[str, tuple[tuple[str, float | None], ...], str, AssumptionEntry]] = [
        ("spread", ends, _unit(measure, case.currency), spread)
    ]
    for key in ("likeness", "steadiness"):
        entry = _stated(pilot, key)
        value = central(entry)
        rows.append((key, ((key, _DEFAULTS[key] if value is None else value),), "%", entry or AssumptionEntry()))
    kept = pilot.kept or AssumptionEntry(low=KEPT[0], likely=KEPT[1], high=KEPT[2])
    parts = (kept.low, kept.likely, kept.high) if kept.value is None else (kept.value,) * 3
    named = tuple((f"kept.{part}", value) for part, value in zip(("low", "likely", "high"), parts, strict=True))
    rows.append(("kept", named, "%", kept))
    for key in ("cost.fixed", "cost.team"):
        entry = _stated(pilot, key)
        rows.append((key, ((key, central(entry) or 0.0),), case.currency, entry or AssumptionEntry()))
    written = []
    for key, boxes, shown_unit, entry in rows:
        inputs = [_box(f"{worded(_TITLES[key])}: {_ending(name)}", name, value, measure) for name, value in boxes]
        source = worded("Nobody has said this; the workbook assumes it.") if key in missing else _source(entry)
        written.append(
            (
                element(
                    "span", worded(_TITLES[key]), element("small", entry.note, class_="soft") if entry.note else ""
                ),
                element("span", *inputs, class_="boxes"),
                shown_unit,
                element("small", source, class_="soft"),
            )
        )
    return element("div", table(("", "", "", worded("where it comes from")), written), class_="entry behind")


def _set_teams(case: OpenCase, pilot: Pilot, value: float) -> None:
    """Another number of teams keeps the part of them that is trained."""
    count = int(value) if value == int(value) else value
    steps: list[tuple[str, Plain]] = [("teams", count)]
    if pilot.trained is not None and pilot.teams and isinstance(count, int) and count >= 2:
        trained = min(max(round(pilot.trained * count / pilot.teams), 1), count - 1)
        first = trained < pilot.trained  # no step may leave more teams trained than there are
        steps = [("trained", trained), *steps] if first else [*steps, ("trained", trained)]
    for key, each in steps:
        _write(case, key, each)


def _write(case: OpenCase, key: str, value: Plain) -> None:
    """Put a value at a key of the pilot, with the parts that hold it where the case has none yet."""
    pilot = case.case.document.idea.pilot
    if pilot is None:
        case.edit("idea.pilot", {}, who=WHO)
        pilot = Pilot()
    holder, _, part = key.rpartition(".")
    if holder == "cost" and pilot.cost is None:
        case.edit("idea.pilot.cost", {part: value}, who=WHO)
    else:
        case.edit(f"idea.pilot.{key}", value, who=WHO)


def _entry(given: AssumptionEntry) -> dict[str, Plain]:
    """An entry as plain data, without the keys that say nothing."""
    return {key: value for key, value in given.model_dump().items() if value not in (None, "", False)}


def _stated(pilot: Pilot, key: str) -> AssumptionEntry | None:
    if key.startswith("cost."):
        return getattr(pilot.cost, key.removeprefix("cost."), None)
    entry: AssumptionEntry | None = getattr(pilot, key)
    return entry


def _scale(name: str, measure: Measure) -> float:
    """What a figure is multiplied by to be shown: shares in percent."""
    key = name.partition(".")[0]
    if key in ("likeness", "steadiness", "kept"):
        return 100.0
    return 100.0 if key == "spread" and measure.format in ("percent", "points") else 1.0


def _unit(measure: Measure, currency: str) -> str:
    return units.in_words(measure.unit, currency, percent=measure.format in ("percent", "points"))


def _ending(name: str) -> str:
    """Which end of a range a box holds, or what else it is."""
    part = name.rpartition(".")[2]
    return worded(part) if part in ("low", "likely", "high") else worded("value")


def _called(name: str) -> str:
    """What a box is called in what is told of it."""
    whole = {"months": worded("Months"), "teams": worded("Teams in all"), "trained": worded("Of them trained")}
    sizes = {**whole, "team_size": worded("People in a team")}
    return sizes.get(name) or worded(_TITLES.get(name) or _TITLES[name.partition(".")[0]])


def _read(name: str, text: str, measure: Measure) -> float:
    found = typed.readings(text)
    if not found:
        raise CaseError(typed.not_a_number(_called(name), text))
    return found[0] / _scale(name, measure)


def _shown(value: float | None, scale: float = 1.0) -> str:
    return "" if value is None else numbers.editable(value * scale)


def _box(label: str, name: str, value: float | None, measure: Measure) -> Markup:
    shown = _shown(value, _scale(name, measure))
    box = element(
        "input", type="text", autocomplete="off", data_act="pilot.set", name=name, value=shown, aria_label=label
    )
    return Markup(box.removesuffix("</input>"))


def _source(entry: AssumptionEntry) -> str:
    return ", ".join(part for part in (entry.source, entry.owner, worded(str(entry.grade or ""))) if part)
