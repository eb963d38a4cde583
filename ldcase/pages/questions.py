"""The panel of questions: twenty that are always asked, a box for any other, and the answer beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from ldcase.case.options import ONE_OFF, cost_names
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.tornado import tornado
from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING, action, asked, element, field, figure, joined, number, paragraph, table
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing
from ldcase.store.desk import OpenCase
from ldcase.words import dates
from ldcase.words.question import Asked, Cell, Kept, Listed, Question, Reply, Trial, Wanted
from ldcase.words.questions import QUESTIONS, figures, matching, question, reply
from ldcase.words.recorded_questions import COSTS
from ldcase.words.sentence import Number

CHARTS: Mapping[str, Callable[[Forecast, Axes], Drawing]] = {
    "costs": costs,
    "fan": fan,
    "dots": net_benefit_dots,
    "must_be_true": lambda now, axes: must_be_true(now),
    "tornado": tornado,
    "causes": lambda now, axes: causes(now),
}
LISTS = {"ask.gates": "stop", "opportunity.intangibles": "what"}
"""Lists of the case that begin with what is typed here, and the key it stands under."""


class Questions(BasePanel):
    """The questions of the room; it remembers what was typed, and what was tried."""

    title = marked("Ask it a question")

    def __init__(self) -> None:
        self._axes = Axes()
        self._text = ""
        self._typed = False  # since the panel was drawn: the best match is shown until another one is chosen
        self._part = ""
        self._shown = ""
        self._tried: _Tried | None = None

    def draw(self, at: Standing, part: str) -> Drawn:
        """The list, and the answer to what was chosen or typed."""
        listed = matching(self._text)
        if self._typed:
            self._typed, self._part = False, part
        best = listed[0].id if self._text.strip() and listed else ""
        self._shown = best if self._text.strip() and part == self._part else part
        chosen = question(self._shown)
        drawings: list[Drawing] = []
        answer = self._guide(at, listed) if chosen is None else self._answer(at, chosen, drawings)
        box = element(
            "input",
            type="search",
            name="question",
            value=self._text,
            placeholder=worded("such as: what if people leave?"),
            data_act="questions.search",
            data_live=True,
            data_first=True,
        )
        search = element("label", element("span", worded("A question in your own words")), box, class_="field")
        shown = listed or QUESTIONS
        items = (element("li", _button(each, each is chosen)) for each in shown)
        found = _figures(at.now, self._text)
        return Drawn(
            joined(
                (
                    element("h2", worded(self.title)),
                    element(
                        "div",
                        element("nav", search, element("ol", *items), found, aria_label=worded("Questions")),
                        element("section", answer, class_="answer", aria_live="polite"),
                        class_="asked",
                    ),
                )
            ),
            tuple(drawings),
        )

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Something was typed, a what-if is tried or taken back, or something is told that the case did not say."""
        if act == "search":
            self._text, self._typed = value, True
        elif act == "try":
            self._try(at, value)
        elif act == "back" and self._tried is not None and self._tried.stands(at.case):
            for _ in range(self._tried.changes):
                at.case.undo(WHO)
        elif act == "write" and value.strip():
            self._write(at, name, value.strip())

    def _try(self, at: Standing, name: str) -> None:
        """Record the what-if of an answer, one change after the other."""
        asked_now = _asked(at)
        trial = reply(name, asked_now).trial if question(name) is not None else None
        if trial is None:
            return
        before = len(at.case.log.changes())
        for each, values in trial.values.items():
            at.case.what_if_edit(each, values, who=WHO)
        if trial.cost is not None:
            at.case.edit(COSTS, _only(at.case, trial), who=WHO)
        self._tried = _Tried(name, asked_now, at.case.case.data, len(at.case.log.changes()) - before)

    def _write(self, at: Standing, path: str, text: str) -> None:
        if not self._shown or path not in {each.path for each in reply(self._shown, _asked(at)).wanted}:
            return
        given = [{LISTS[path]: text}] if path in LISTS else text
        at.case.edit(path, given, who=WHO)

    def _answer(self, at: Standing, chosen: Question, drawings: list[Drawing]) -> Markup:
        tried = self._tried
        standing = tried is not None and tried.question == chosen.id and tried.stands(at.case)
        answered = reply(chosen.id, tried.asked if standing and tried is not None else _asked(at, chosen.id))
        if answered.chart:
            drawings.append(CHARTS[answered.chart](at.now, self._axes))
        return joined(
            (
                element("h3", worded(chosen.says)),
                element("p", number(answered.figure), " ", element("em", answered.beside), class_="value"),
                *(paragraph((each,)) for each in answered.told),
                element("p", element("b", worded("Weak:")), " ", answered.weak, class_="weak")
                if answered.weak
                else NOTHING,
                _listed(answered.listed) if answered.listed is not None else NOTHING,
                _trying(chosen, answered, standing),
                *(_wanted(each) for each in answered.wanted),
                figure(drawings[-1].spec) if answered.chart else NOTHING,
                _more(answered),
            )
        )

    def _guide(self, at: Standing, listed: tuple[Question, ...]) -> Markup:
        if self._text.strip() and not listed:
            return element(
                "p",
                worded("None of the questions is about that. Choose one, or look among all figures."),
                " ",
                action(worded("Every assumption"), "assumptions", class_="n", opens=True),
                class_="help",
            )
        return element(
            "p", worded("Choose a question; the answer comes from this case as it stands now."), class_="help"
        )


class _Tried:
    """A what-if that was recorded: its question, what it was asked of, what the case became, by how many changes."""

    def __init__(self, question: str, asked: Asked, data: object, changes: int) -> None:
        self.question, self.asked, self._data, self.changes = question, asked, data, changes

    def stands(self, case: OpenCase) -> bool:
        """Whether the case is what the what-if made of it, with nothing changed since."""
        return bool(case.case.data == self._data)


def _asked(at: Standing, name: str = "") -> Asked:
    """What the question is answered from; the state that was kept last is read only where the question is about it."""
    return Asked(at.now, at.base, at.opened, at.since, at.effects, _kept(at) if name == "changed" else None)


def _kept(at: Standing) -> Kept | None:
    """The last snapshot that is not the present state itself; where all are, the last of them."""
    snapshots = at.case.log.snapshots()
    if not snapshots:
        return None
    earlier = [each for each in snapshots if each.sequence != at.case.log.version]
    last = (earlier or snapshots)[-1]
    when = dates.moment(last.at.astimezone(at.zone))
    return Kept(at.case.earlier(last.sequence), last.name, when, f"snapshot.{last.number}")


def _only(case: OpenCase, trial: Trial) -> dict[str, object]:
    """All figures of cost with nothing in them but what an option costs, once."""
    given = case.case.document.idea.costs.assumptions
    entries: dict[str, object] = {}
    for name in cost_names(case.case):
        assumption = case.case.assumptions[name]
        if name not in given and not assumption.likely and name != ONE_OFF:
            continue
        about = {key: getattr(assumption, key) for key in ("unit", "source", "owner", "grade", "note")}
        entry: dict[str, object] = {key: text for key, text in about.items() if text}
        if name == ONE_OFF and trial.cost is not None:
            low, likely, high = trial.cost
            entry |= {"value": likely} if low == high else {"low": low, "likely": likely, "high": high}
        else:
            entry["value"] = 0
        if assumption.sample:
            entry["sample"] = True
        entries[name] = entry
    return entries


def _button(each: Question, chosen: bool) -> Markup:
    return element(
        "button",
        worded(each.says),
        type="button",
        data_act="questions",
        data_value=each.id,
        aria_current="true" if chosen else None,
    )


def _figures(now: Forecast, text: str) -> Markup:
    """Figures that what was typed may be about."""
    found = figures(text, now)
    if not found:
        return NOTHING
    items = (element("li", asked(worded(now[name].title), name)) for name in found)
    return joined((element("p", worded("Where does this number come from?"), class_="soft"), element("ul", *items)))


def _cell(cell: Cell) -> Markup | str:
    return number(cell) if isinstance(cell, Number) else cell


def _listed(given: Listed) -> Markup:
    rows = ([_cell(cell) for cell in row] for row in given.rows)
    return table(given.heads, rows, numeric=given.numeric)


def _trying(chosen: Question, answered: Reply, standing: bool) -> Markup:
    """What can be done with the assumption the answer turns on, in one row: try the what-if, or go to its lever."""
    lever = action(worded("to its lever"), "to_lever", answered.lever, class_="button") if answered.lever else NOTHING
    if answered.trial is None:
        return element("p", lever, class_="row") if lever else NOTHING
    if standing:
        return element(
            "p",
            element("b", worded("The page shows it now.")),
            " ",
            action(worded("Look at the page"), "close", class_="button main"),
            " ",
            action(worded("Take it back"), "questions.back", chosen.id, class_="button"),
            " ",
            lever,
            class_="row",
            role="status",
        )
    trying = action(worded("Try it on the page"), "questions.try", chosen.id, class_="button main")
    return element("p", trying, " ", lever, class_="row")


def _wanted(each: Wanted) -> Markup:
    return element("p", field(each.label, "questions.write", each.path, "", kind=each.kind), class_="fields")


def _more(answered: Reply) -> Markup:
    buttons = [action(label, panel, answered.part, class_="button", opens=True) for panel, label in answered.opens]
    return element("p", *buttons, class_="row") if buttons else NOTHING
