"""The panel that finds the cause: shares of the gap, guided questions, what they suggest, and the impact map."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.diagnosis_checks import CLOSE
from ldcase.case.document_diagnosis import CAUSES
from ldcase.case.questions import FIRST
from ldcase.charts.drawings.causes import causes as drawing
from ldcase.diagnosis.shares import Range, left
from ldcase.language import marked, worded
from ldcase.pages import diagnosing, diagnosis_cause
from ldcase.pages.editing import PARTS
from ldcase.pages.impact import impact_map, metric_table
from ldcase.pages.markup import NOTHING, action, column_head, element, figure, joined, sentence
from ldcase.pages.notices import finding
from ldcase.pages.panel import BasePanel, Drawn, Standing
from ldcase.words import numbers
from ldcase.words.causes import Cause, cause_name, causes
from ldcase.words.turned import remedy

SHARES, MAP = "shares", "map"
_CODES = ("diagnosis-", "cause-", "removed-", "question-", "moves-", "metric-unmoved")


class Diagnosis(BasePanel):
    """Why there is a gap. It holds nothing itself: every answer and every share is the case's."""

    title = marked("Find the cause")

    def draw(self, at: Standing, part: str) -> Drawn:
        """The part asked for: shares, the questions of a cause, or the impact map."""
        case = at.now.case
        part = part if part in (FIRST, *CAUSES, MAP) else SHARES
        head = joined((element("h2", worded(self.title)), _parts(case, part)))
        if part == MAP:
            return Drawn(
                joined((head, impact_map(at.now), metric_table(at.now), _to_check(case, ("moves-", "metric-"))))
            )
        if part != SHARES:
            return Drawn(joined((head, diagnosis_cause.part(case, part), _onward(part))))
        found = causes(at.now)
        chart = drawing(at.now)
        html = joined(
            (
                head,
                element("p", sentence(remedy(at.now)), class_="help"),
                figure(chart.spec, "low"),
                _shares(case, found),
                _sum(case),
                _suggestion(case),
                _to_check(case, _CODES),
            )
        )
        return Drawn(html, (chart,))

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Take an answer, a share, an action; each is recorded."""
        first, _, second = name.partition(".")
        case = at.case
        match act:
            case "answer" | "evidence" | "who":
                diagnosing.answer(case, name, act, value)
            case "share":
                diagnosing.share(case, first, second, value)
            case "fit":
                diagnosing.fit(case, value)
            case "take":
                diagnosing.take(case)
            case "because" | "what" | "owner":
                diagnosing.tell(case, name, act, value)
            case "binds":
                diagnosing.bind(case, name, value == "true")
            case "removed":
                diagnosing.removal(case, first, second, value)


def _parts(case: Case, chosen: str) -> Markup:
    """The parts of the panel as buttons, with how many questions are answered."""
    listed = [(SHARES, worded("Shares of the gap"), "")]
    for cause in (FIRST, *CAUSES):
        asked = len(diagnosis_cause.questions_of(case, cause))
        title = worded("Ask first") if cause == FIRST else cause_name(cause).capitalize()
        listed.append((cause, title, f" {diagnosis_cause.answered(case, cause)}/{asked}"))
    listed.append((MAP, worded("Impact map"), ""))
    buttons = (
        element(
            "button",
            title,
            element("small", count) if count else NOTHING,
            type="button",
            class_="button",
            data_act="diagnosis",
            data_value=part,
            aria_pressed="true" if part == chosen else "false",
        )
        for part, title, count in listed
    )
    return element("p", *buttons, class_="row parts")


def _onward(part: str) -> Markup:
    order = (FIRST, *CAUSES, SHARES)
    following = order[order.index(part) + 1]
    text = (
        worded("See what the answers suggest")
        if following == SHARES
        else worded("Next: {following}", following=cause_name(following).capitalize())
    )
    return element("p", action(text, "diagnosis", following, class_="button main"), class_="onward")


def _shares(case: Case, found: tuple[Cause, ...]) -> Markup:
    """Every cause with its range in boxes, what the answers suggest, what it costs a month, and who removes it."""
    stated, suggested = diagnosing.shares(case), diagnosing.suggestion(case)
    heads = (
        worded("people are not\u00a0…"),
        *(f"{worded(part)}, %" for part in PARTS),
        worded("answers suggest"),
        worded("costs a month"),
        worded("what removes it"),
    )
    numeric = ("", "number", "number", "number", "number", "number", "")
    rows = (
        element(
            "tr",
            element("th", action(cause_name(each.name), "diagnosis", each.name, class_="n"), scope="row"),
            *(_box(each.name, part, stated[each.name]) for part in PARTS),
            element("td", _range(suggested.shares[each.name]) if suggested.answered else "–", class_="number"),
            element("td", numbers.money(each.costs[1]), class_="number"),
            element("td", _removes(each)),
        )
        for each in found
    )
    head = (column_head(text, class_=name) for text, name in zip(heads, numeric, strict=True))
    return element(
        "table",
        element(
            "caption", worded("Shares of the gap: in one case of ten smaller than low, in one of ten larger than high")
        ),
        element("thead", element("tr", *head)),
        element("tbody", *rows),
        class_="entry shares",
    )


def _box(cause: str, part: str, values: Range) -> Markup:
    value = dict(zip(PARTS, values, strict=True))[part]
    box = element(
        "input",
        type="text",
        inputmode="decimal",
        autocomplete="off",
        data_act="diagnosis.share",
        name=f"{cause}.{part}",
        value=numbers.editable(value * 100),
        aria_label=worded("{cause}, {part}, in percent", cause=cause_name(cause), part=worded(part)),
    )
    return element("td", Markup(box.removesuffix("</input>")), class_="number")


def _range(values: Range) -> str:
    low, likely, high = (numbers.percent(value, 2) for value in values)
    return f"{likely} ({low.split(numbers.SPACE)[0]} – {high})"


def _removes(each: Cause) -> Markup | str:
    if each.name == "able":
        return worded("this programme")
    told = [part for part in (each.what, each.owner) if part]
    binds = element("span", worded("binds"), class_="grade") if each.binding else NOTHING
    missing = element("span", worded("no action with an owner yet"), class_="missing") if each.open else NOTHING
    return joined((", ".join(told), " ", missing, binds))


def _sum(case: Case) -> Markup:
    """Whether the likely shares add up, and what may be done where they do not."""
    over = left(diagnosing.shares(case))
    if abs(over) <= CLOSE:
        return element("p", worded("The likely shares add up to 100 %."), class_="soft sum")
    sums = {"together": numbers.percent(1 - over, 3), "over": numbers.percent(abs(over), 3)}
    less = worded("Together {together}: {over} is left to be explained.", **sums)
    told = less if over > 0 else worded("Together {together}: {over} too much.", **sums)

    buttons = (
        action(worded("keep {cause}", cause=cause_name(cause)), "diagnosis.fit", cause, class_="button")
        for cause in CAUSES
    )
    return element(
        "div",
        element("p", element("b", told), " ", worded("Fit the others, and")),
        element("p", *buttons, class_="row"),
        class_="sum open",
    )


def _suggestion(case: Case) -> Markup:
    """What the answers suggest, and the button that takes it; nothing takes it by itself."""
    found = diagnosing.suggestion(case)
    if not found.answered:
        told = element("p", worded("No question is answered yet. The answers suggest shares; they never change them."))
        return element(
            "div", told, action(worded("Begin with the questions"), "diagnosis", FIRST, class_="button main")
        )
    shown = sum(each.shown for each in found.spoken.values())
    said = worded(
        "{answered} of {asked} questions about causes are answered, {shown} with evidence. What they suggest is a rule "
        "of thumb on judgements, no measurement: it is yours to take or to change.",
        answered=found.answered,
        asked=found.asked,
        shown=shown,
    )
    taken = all(
        all(abs(one - other) < 5e-5 for one, other in zip(values, found.shares[cause], strict=True))
        for cause, values in diagnosing.shares(case).items()
    )
    button = action(worded("Take the suggestion"), "diagnosis.take", class_="button main", disabled=taken)
    after = (
        element("span", " ", worded("It is taken; undo brings the shares back."), class_="soft") if taken else NOTHING
    )
    return element("div", element("p", said), element("p", button, after), class_="suggestion")


def _to_check(case: Case, codes: tuple[str, ...]) -> Markup:
    told = [each for each in case.findings if each.code.startswith(codes)]
    return element("ul", *(finding(each) for each in told), class_="findings") if told else NOTHING
