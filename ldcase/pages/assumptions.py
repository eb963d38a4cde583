"""The panel of all assumptions: every range in number boxes, with its unit, source, owner and grade."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from ldcase.case import Assumption, Case
from ldcase.case.assumption import trouble
from ldcase.case.options import COSTS
from ldcase.language import Speech, marked, speech, worded, worded_many
from ldcase.pages import editing, typed
from ldcase.pages.caution import beside
from ldcase.pages.editing import PARTS
from ldcase.pages.markup import NOTHING, action, asked, column_head, element, joined
from ldcase.pages.notices import finding
from ldcase.pages.panel import Draft, Standing
from ldcase.words import numbers, units
from ldcase.words.pitch import STEPS

HEADS = ("", *PARTS, marked("who says so"), "")
_NO_DRAFT: tuple[tuple[str, str], ...] = ()


def panel(at: Standing, part: str = "") -> Markup:
    """Every assumption, grouped by step, and the figures of the plan."""
    case, base = at.now.case, at.base.case
    groups = groupby(case.assumptions.values(), key=lambda each: _group(case, each))
    changes = at.case.applied
    return joined(
        (
            element("h2", worded("Every assumption")),
            beside(at.cautious),
            element(
                "p",
                worded(
                    "In one case of ten it is lower than low, in one of ten higher than high. What you type counts at "
                    "once and is recorded; undo takes it back."
                ),
                class_="help",
            ),
            element(
                "p",
                action(worded("undo"), "undo", class_="button", disabled=not at.case.log.can_undo),
                action(worded("redo"), "redo", class_="button", disabled=not at.case.log.can_redo),
                action(
                    worded_many("{n} change", "{n} changes", changes, n=changes) if changes else worded("no changes"),
                    "changed",
                    "base",
                    class_="button",
                ),
                action(worded("all formulas"), "reference", class_="button", opens=True),
                class_="row",
            ),
            *(
                _table(title, (_row(each, base, at.drafts.get(each.name), case.currency) for each in group))
                for title, group in groups
            ),
            _table(worded("The plan"), _plan(case, base, at)),
        )
    )


def _group(case: Case, assumption: Assumption) -> str:
    """The step an assumption belongs to, and the part of it."""
    step = worded(dict(STEPS)[assumption.step])
    key = assumption.name.partition(".")[0]
    metric = next((worded(use.title) for use in case.metrics if use.key == key and "." in assumption.name), "")
    part = metric or (worded("costs") if assumption.path.startswith(COSTS) else "")
    return f"{step}: {part}" if part else step


def _table(title: str, rows: Iterator[Markup]) -> Markup:
    classes = ("", "number", "number", "number", "", "")
    heads = (column_head(worded(text), class_=name) for text, name in zip(HEADS, classes, strict=True))
    body = element("tbody", *rows)
    return element("table", element("caption", title), element("thead", element("tr", *heads)), body, class_="entry")


def _row(assumption: Assumption, base: Case, draft: Draft | None, currency: str) -> Markup:
    before = base.assumptions.get(assumption.name)
    changed = before is not None and before.values != assumption.values
    texts = tuple(draft.texts.items()) if draft is not None else _NO_DRAFT
    told = _refusal(assumption.name, draft, _in_force(assumption)) if draft is not None else NOTHING
    return joined((_written(assumption, changed, texts, currency, speech()), told))


@lru_cache(maxsize=1024)
def _written(
    assumption: Assumption, changed: bool, texts: tuple[tuple[str, str], ...], currency: str, _speech: Speech
) -> Markup:
    """The row of an assumption; remembered for a language, because an edit changes one of many."""
    typed_texts = dict(texts)
    values = dict(zip(PARTS, assumption.values, strict=True))
    if assumption.fixed and not set(typed_texts) - {"likely"}:
        ranged = action(worded("+ range"), "widen", assumption.name, class_="n") if _wider(assumption) else NOTHING
        fixed = element("td", ranged, class_="number")
        boxes = joined((fixed, _box(assumption, "likely", values["likely"], typed_texts), element("td")))
    else:
        boxes = joined(_box(assumption, part, values[part], typed_texts) for part in PARTS)
    named = " · ".join(part for part in (worded(assumption.source), assumption.owner) if part) or worded(
        "no source named"
    )
    grade = element("span", worded(assumption.grade), class_="grade", data_grade=assumption.grade)
    sample = element("span", worded("sample data"), class_="grade") if assumption.sample else NOTHING
    return element(
        "tr",
        _head(worded(assumption.title), assumption.name, typed.unit(assumption, currency)),
        boxes,
        element("td", element("small", grade, sample, " ", element("span", named, class_="cited"), class_="soft")),
        element("td", _changed(assumption.name) if changed else NOTHING, class_="number"),
    )


def _head(title: str, name: str, unit: str) -> Markup:
    return element("th", asked(title, name), element("small", unit, class_="soft"), scope="row")


def _box(assumption: Assumption, part: str, value: float, texts: dict[str, str]) -> Markup:
    text = texts.get(part, typed.shown(assumption, value))
    return _input(assumption.name, part, f"{worded(assumption.title)}, {worded(part)}", text, part in texts)


def _input(name: str, part: str, label: str, text: str, wrong: bool) -> Markup:
    box = element(
        "input",
        type="text",
        inputmode="decimal",
        autocomplete="off",
        data_act="set",
        name=f"{name}.{part}",
        value=text,
        aria_label=label,
        aria_invalid="true" if wrong else None,
    )
    return element("td", box, class_="number")


def _changed(name: str) -> Markup:
    return action(worded("reset"), "reset", name, class_="n")


def _in_force(assumption: Assumption) -> str:
    texts = [typed.shown(assumption, value) for value in assumption.values]
    return texts[1] if assumption.fixed else " – ".join(texts)


def _refusal(name: str, draft: Draft, in_force: str) -> Markup:
    """Why what was typed was not taken, and what counts meanwhile."""
    back = element(
        "p",
        worded("Until then {in_force} counts.", in_force=in_force),
        " ",
        action(worded("Put it back"), "discard", name, class_="n"),
    )
    told = element("ul", *(finding(each, worded("Not taken")) for each in draft.findings), class_="findings")
    return element("tr", element("td", told, back, colspan=str(len(HEADS))), class_="refused")


def _wider(assumption: Assumption) -> bool:
    low, likely, high = editing.wider(assumption)
    return low < high and trouble(low, likely, high, assumption.bounds) is None


def _plan(case: Case, base: Case, at: Standing) -> Iterator[Markup]:
    for name, value in case.plan.items():
        if name.endswith(".count"):
            continue
        title, draft = worded(at.now[name].title), at.drafts.get(name)
        text = draft.texts.get("likely", "") if draft is not None else numbers.editable(value)
        yield element(
            "tr",
            _head(title, name, units.in_words(at.now[name].unit, case.currency)),
            element("td"),
            _input(name, "likely", title, text, draft is not None),
            element("td"),
            element("td", element("small", worded("the plan of the cohorts"), class_="soft")),
            element("td", _changed(name) if base.plan.get(name, value) != value else NOTHING, class_="number"),
        )
        if draft is not None:
            yield _refusal(name, draft, numbers.editable(value))
