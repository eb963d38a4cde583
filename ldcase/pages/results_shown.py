"""How the results of a pilot look: the sentences, the two pictures, what was learnt, and what is to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ldcase.case.assumption import Range
from ldcase.case.document_pilot import PilotGates
from ldcase.case.document_results import PilotResults
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.learned import learned
from ldcase.charts.drawings.pilot_result import pilot_result
from ldcase.errors import Finding
from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.pages.markup import (
    NOTHING,
    action,
    asked,
    choice,
    element,
    field,
    figure,
    filled,
    joined,
    paragraph,
    progress,
    table,
    upload,
)
from ldcase.pages.notices import finding as told
from ldcase.pages.panel import Drawn
from ldcase.pages.work import Progress
from ldcase.pilot.analysis import METHODS, PilotResult
from ldcase.pilot.learned import Lesson
from ldcase.pilot.observed import Measure
from ldcase.pilot.results_file import ResultsFile
from ldcase.words import dates, numbers, units
from ldcase.words import pilot_results as words
from ldcase.words.answer import exact
from ldcase.words.pilot import amount

ACCEPT = ".csv,.txt,.tsv,.xlsx"


NEEDED = (
    ("team", marked("the team, shift or site"), "Team 02"),
    ("group", marked("pilot (trained) or comparison (not trained)"), "pilot"),
    ("period", marked("before or after the pilot began; or a column date instead"), "before"),
    ("value", marked("the figure of this row, in the metric’s unit"), "8.4"),
    ("person", marked("optional: a number or code, so that each is compared with themselves"), "Agent 17"),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The file that is looked at, and how it is to be read."""

    name: str
    content: bytes
    beside: bool
    metric: str
    began: date
    months: int
    by_lot: bool
    bias: float = 0.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A result with all that is needed to judge it."""

    result: PilotResult
    measure: Measure
    gates: PilotGates | None
    found: Lesson
    before: Forecast
    kept: Range


def no_metric(title: str) -> Markup:
    """Nothing can be measured yet."""
    return joined(
        (element("h2", title), element("p", worded("The case moves no metric yet, so there is nothing to measure.")))
    )


def asking(title: str, beside: Sequence[str], measure: Measure, currency: str, broken: bool) -> Markup:
    """What is needed, and where to bring it."""
    columns = table(
        (worded("column"), worded("what stands in it"), worded("such as")),
        [(element("code", column), worded(what), element("code", example)) for column, what, example in NEEDED],
        caption=worded("A row for each reading"),
    )
    files = (action(worded("Use {name}", name=name), "results.pick", name, class_="button") for name in beside)
    found = worded("The results in this case are incomplete; bring the file again.") if broken else ""
    return joined(
        (
            element("h2", title),
            element("p", found, class_="caution") if found else NOTHING,
            element(
                "p",
                worded(
                    "Bring what the pilot measured, {title} in {unit}, as CSV or Excel. It is compared with the teams "
                    "that were not trained and set against what the case expected; the forecast follows. The file "
                    "stays on this machine; only the figures of both groups enter the case, no row and no name.",
                    title=worded(measure.title),
                    unit=units.in_words(measure.unit, currency, percent=measure.format in ("percent", "points")),
                ),
                class_="help",
            ),
            element(
                "p",
                upload(worded("Choose a file …"), "results.file", ACCEPT),
                *files,
                class_="row",
            ),
            columns,
        )
    )


def choices(
    chosen: Chosen, read: ResultsFile | None, metrics: Sequence[tuple[str, str]], measure: Measure, currency: str
) -> Markup:
    """How the file is to be read."""
    scale = 100 if measure.format in ("percent", "points") else 1
    unit = worded("points") if scale == 100 else units.in_words(measure.unit, currency)
    boxes = [choice(worded("Metric"), "results.set", "metric", metrics, chosen.metric)] if len(metrics) > 1 else []
    if read is None or read.began is not None:
        boxes.append(field(worded("The pilot began on"), "results.set", "began", chosen.began.isoformat(), kind="date"))
    else:
        months = str(chosen.months)
        boxes.append(field(worded("Measured over, months"), "results.set", "months", months, kind="number"))
    ways = [("changes", worded("difference of changes")), ("allowing", worded("allowing for before (drawn by lot)"))]
    boxes.append(
        choice(worded("Compare by"), "results.set", "method", ways, "allowing" if chosen.by_lot else "changes")
    )
    bias = numbers.editable(chosen.bias * scale)
    boxes.append(
        field(worded("A roll-out may differ besides by, {unit}", unit=unit), "results.set", "bias", bias, kind="number")
    )
    return element("div", *boxes, class_="fields")


def reading(title: str, chosen: Chosen, controls: Markup, under_way: Progress | None) -> Markup:
    """While a file is read, or when it could not be."""
    going = progress(under_way.share, under_way.said) if under_way is not None else NOTHING
    return joined((element("h2", title), element("p", element("b", chosen.name)), going, controls, _other_file()))


def no_proof(
    title: str,
    result: PilotResult,
    measure: Measure,
    controls: Markup,
    findings: Sequence[Finding],
    chosen: Chosen,
    axes: Axes,
) -> Drawn:
    """A file that does not compare like with like: shown, told, and not taken in."""
    html = joined(
        (
            element("h2", title),
            element("p", element("b", chosen.name), " – ", words.who_was_counted(result), class_="soft"),
            element(
                "p",
                element("b", worded("This does not update the forecast."), " "),
                str(words.found(result, measure)),
                class_="told",
            ),
            _findings(findings),
            _place(result),
            controls,
            _other_file(),
        )
    )
    return Drawn(html, _means(result, measure, axes))


def looked_at(
    title: str,
    seen: Seen,
    controls: Markup,
    findings: Sequence[Finding],
    chosen: Chosen,
    axes: Axes,
    replaces: bool,
) -> Drawn:
    """A result that was read and is not in the case yet."""
    usable = seen.found.updated.usable
    label = (
        worded("Take it into the case, in place of the earlier results")
        if replaces
        else worded("Take it into the case")
    )
    html = joined(
        (
            element("h2", title),
            element("p", element("b", chosen.name), " – ", words.who_was_counted(seen.result), class_="soft"),
            _said(seen),
            element("p", action(label, "results.take", class_="button main"), class_="row") if usable else NOTHING,
            _findings(findings),
            figure("learned", "three"),
            _place(seen.result),
            controls,
            _rests_on(seen),
            _other_file(),
        )
    )
    return Drawn(html, _drawings(seen, axes))


def taken(title: str, seen: Seen, in_case: PilotResults, now: Forecast, axes: Axes) -> Drawn:
    """Results that are in the case, counted or not."""
    late = words.written_late(seen.gates, in_case.taken_on)
    html = joined(
        (
            element("h2", title),
            _switch(in_case.counts),
            _said(seen),
            element(
                "p", worded("The gates were written after the results came in; they prove nothing."), class_="caution"
            )
            if late
            else NOTHING,
            _outdated(seen, in_case),
            figure("learned", "three"),
            _ranges(seen, now),
            _place(seen.result),
            element("p", _origin(seen, in_case), class_="soft"),
            _rests_on(seen),
            element(
                "p",
                upload(worded("Choose another file …"), "results.file", ACCEPT),
                action(worded("Take the results out of the case"), "results.remove", class_="button"),
                class_="row",
            ),
        )
    )
    return Drawn(html, _drawings(seen, axes))


def _drawings(seen: Seen, axes: Axes) -> tuple[Drawing, ...]:
    return (
        learned(seen.found, seen.result, seen.measure, seen.gates, axes),
        *_means(seen.result, seen.measure, axes),
    )


def _means(result: PilotResult, measure: Measure, axes: Axes) -> tuple[Drawing, ...]:
    """Both groups over time; nothing where their means are hidden."""
    return () if result.means.pilot_after is None else (pilot_result(result, measure, axes),)


def _place(result: PilotResult) -> Markup:
    return NOTHING if result.means.pilot_after is None else figure("pilot_result")


def _said(seen: Seen) -> Markup:
    """The verdict first, then the result, then what it changes."""
    after = seen.found.updated
    found, agreement = words.found(seen.result, seen.measure), words.agreement(after)
    verdict = words.verdict(seen.result, seen.measure, seen.gates)
    if not after.usable:
        return joined((element("div", paragraph([agreement]), class_="told"), paragraph([found, verdict])))
    sentences = (found, words.moved(seen.before, after), agreement)
    return joined((element("div", paragraph([verdict]), class_="told"), paragraph(sentences)))


def _switch(counts: bool) -> Markup:
    """Before or after the pilot: which one the whole page shows."""
    said = (
        worded("The whole case is shown after the pilot.")
        if counts
        else worded("The whole case is shown as it was before the pilot.")
    )
    return element(
        "p",
        element("span", said, class_="mark"),
        *(
            element(
                "button",
                label,
                type="button",
                class_="button",
                data_act="results.counts",
                data_value=value,
                aria_pressed=str(counts == (value == "true")).lower(),
            )
            for label, value in ((worded("before the pilot"), "false"), (worded("after the pilot"), "true"))
        ),
        class_="row switch",
    )


def _ranges(seen: Seen, now: Forecast) -> Markup:
    """What the case learnt: each range before and after."""
    rows = []
    for learned_range in seen.found.ranges:
        assumption = seen.before.case.assumptions[learned_range.name]
        form = assumption.format
        present = now.case.assumptions[learned_range.name]
        rows.append(
            (
                asked(worded(learned_range.title), learned_range.name),
                _range(learned_range.before, form),
                _range(learned_range.after, form),
                element("span", worded(present.grade), class_="grade", data_grade=present.grade),
            )
        )
    if not rows:
        return NOTHING
    heads = (worded("what the pilot speaks of"), worded("before"), worded("after"), worded("counted now as"))
    return table(heads, rows, caption=worded("Likely, and low to high"), numeric=(1, 2))


def _range(values: Range, form: str) -> str:
    low, likely, high = (exact(value, form) for value in values)
    return likely if low == high else f"{likely} ({low} – {high})"


def _outdated(seen: Seen, in_case: PilotResults) -> Markup:
    """What stands in the case was learnt from other figures than those of before are now."""
    learnt = {one.assumption: one.likely if one.value is None else one.value for one in in_case.learned}
    now = {one.name: one.after[1] for one in seen.found.ranges}
    widths = {one.name: one.after[2] - one.after[0] for one in seen.found.ranges}
    same = learnt.keys() == now.keys() and all(
        abs((learnt[name] or 0.0) - now[name]) <= 0.02 * widths[name] + 1e-9 for name in now
    )
    if same or not seen.found.updated.usable:
        return NOTHING
    return element(
        "p",
        worded("Figures from before the pilot, or ranges after it, were changed since it was taken in."),
        " ",
        action(worded("Learn from the result again"), "results.again", class_="button"),
        class_="caution",
    )


def _origin(seen: Seen, in_case: PilotResults) -> str:
    file = worded("{file} (sample data)", file=in_case.file) if in_case.sample else in_case.file
    if in_case.taken_on:
        file = worded("{file}, taken in on {day}", file=file, day=dates.day(in_case.taken_on))
    return f"{file}: {words.who_was_counted(seen.result)}."


def _rests_on(seen: Seen) -> Markup:
    low, likely, high = (numbers.percent(value, 2) for value in seen.kept)
    told_method = worded(METHODS[seen.result.method])
    lots = seen.result.by_lot
    chance = ""
    if lots is not None:
        chance = " " + worded(
            "The lot alone would give as large a difference in {odds} ways to draw the teams.", odds=numbers.odds(lots)
        )
    return joined(
        (
            element("p", f"{told_method}.{chance}", class_="soft"),
            element(
                "p",
                filled(
                    worded(
                        "Of what a pilot shows, {likely} is thought to remain when everybody takes part ({low} to "
                        "{high}); {plan}. So the case takes {pilot} in the pilot for about {rollout} in the roll-out, "
                        "before it weighs the result against what it knew."
                    ),
                    likely=likely,
                    low=low,
                    high=high,
                    plan=action(worded("that is part of the pilot’s plan"), "pilot", class_="n", opens=True),
                    pilot=amount(seen.result.estimate, seen.measure),
                    rollout=amount(seen.result.estimate * seen.kept[1], seen.measure),
                ),
                class_="soft",
            ),
        )
    )


def _other_file() -> Markup:
    return element(
        "p",
        upload(worded("Choose another file …"), "results.file", ACCEPT),
        action(worded("Put it away"), "results.drop", class_="button"),
        class_="row",
    )


def _findings(findings: Sequence[Finding]) -> Markup:
    return element("ul", *(told(each) for each in findings), class_="findings") if findings else NOTHING
