"""The panel of the pilot: how it is done, what it can tell, whether it is worth its price, which result means what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.document_parts import AssumptionEntry
from ldcase.case.document_pilot import ChosenBy, Design, PilotGates
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.gates import gates as draw_gates
from ldcase.charts.drawings.pilot_worth import pilot_worth
from ldcase.errors import CaseError, Finding
from ldcase.forecast import forecast
from ldcase.language import marked, said, worded
from ldcase.pages import pilot_boxes
from ldcase.pages.markup import NOTHING, action, choice, element, figure, joined, progress, table
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing
from ldcase.pages.pilot_boxes import pilot_of
from ldcase.pages.work import Report
from ldcase.pilot.design import Designed, designed
from ldcase.pilot.gates import Gates
from ldcase.pilot.observed import Measure, measure
from ldcase.pilot.plan import Plan, missing, plan
from ldcase.pilot.warnings import warnings
from ldcase.words import dates, numbers, pilot
from ldcase.words.sentence import ended

_KEY = "pilot"
_NAMES = {
    "months": marked("how many months it lasts"),
    "teams": marked("how many teams take part"),
    "team_size": marked("how many people are in a team"),
    "spread": marked("how people differ"),
}


@dataclass(frozen=True, eq=False)
class _Worked:
    """What was worked out, and what it rests on."""

    basis: tuple[object, ...]
    found: Designed


class PilotPanel(BasePanel):
    """A pilot that is planned; what takes long is worked out beside the page."""

    title = marked("The pilot")

    def __init__(self) -> None:
        self._axes = Axes()
        self._wanted: tuple[object, ...] = ()
        self._worked: _Worked | None = None

    def draw(self, at: Standing, part: str) -> Drawn:
        """The plan in boxes, what it can tell, its worth and its gates."""
        case = at.now.case
        if not case.metrics:
            return Drawn(
                joined((element("h2", worded(self.title)), element("p", worded("The case moves no metric yet."))))
            )
        measured, spread, told = _measure(case), _spread(at), plan(case)
        head = joined((element("h2", worded(self.title)), _in_words(case), _fields(case, measured, told)))
        if told is None:
            foot = pilot_boxes.figures(case, measured, spread, ("likeness", "steadiness", "kept", "cost.fixed"))
            return Drawn(joined((head, _lacking(case), element("h3", worded("The figures behind it")), foot)))
        worked = self._work_out(at, told)
        under_way = at.work.progress(_KEY)
        shown = progress(under_way.share, under_way.said) if under_way is not None else NOTHING
        figures = joined(
            (
                element("h3", worded("The figures behind it")),
                pilot_boxes.figures(case, measured, spread, told.assumed),
            )
        )
        if worked is None:
            return Drawn(joined((head, shown, figures)))
        drawings, body = self._found(at, worked.found)
        return Drawn(joined((head, shown, body, figures)), drawings)

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """A figure was typed or chosen, or the gates were taken."""
        case = at.now.case
        if not case.metrics:
            return
        if act == "set":
            pilot_boxes.set_number(at.case, name, value, _measure(case), _spread(at))
        elif act == "spread":
            pilot_boxes.take_spread(at.case, _spread(at))
        elif act == "choose" and name in ("design", "chosen_by", "metric"):
            _choose(at, name, value)
        elif act == "gates":
            _take_gates(at, self._current(case))

    def _current(self, case: Case) -> Designed:
        """What was worked out of the pilot as it is planned now; `CaseError` while that is under way."""
        told = plan(case)
        if self._worked is None or told is None or self._worked.basis != _basis(case, told):
            what = said("The gates of the pilot as it is planned now are still being worked out.")
            raise CaseError(Finding("gates-early", what, do=said("Wait for them, look at them, and take them then.")))
        return self._worked.found

    def _work_out(self, at: Standing, told: Plan) -> _Worked | None:
        """The pilot worked out; while that is under way the one before."""
        case, draws, seed = at.now.case, at.now.draws, at.now.seed
        basis = _basis(case, told)
        if basis not in (self._wanted, self._worked.basis if self._worked else None):
            self._wanted = basis

            def job(report: Report) -> Designed:
                doing = said("Working out what the result would be worth …")
                report(0.0, doing)
                # A forecast of its own: that of the page fills itself while it is asked.
                return designed(forecast(case, draws, seed), told, lambda share: report(share, doing))

            def done(found: Designed) -> None:
                self._worked = _Worked(basis, found)

            at.work.start(_KEY, job, done)
        return self._worked

    def _found(self, at: Standing, found: Designed) -> tuple[tuple[Drawing, ...], Markup]:
        case = at.now.case
        verdict, why = pilot.worth_it(found.worth, found.plan, case.currency)
        drawings = [pilot_worth(found.worth, found.plan, case.currency, self._axes)]
        told = warnings(found.plan, case.findings)
        tells = pilot.can_tell(found.plan, found.measure, found.detectable, found.expected, found.found, found.needed)
        gates: Markup = element("p", worded("This pilot cannot measure, so that no result of it can mean anything."))
        if found.gates is not None:
            set_ = _set(pilot_of(case).gates)
            drawings.append(draw_gates(found.gates, found.measure, self._axes, set_))
            gates = joined(
                (
                    figure("gates"),
                    _gates(case, found, found.gates),
                )
            )
        body = joined(
            (
                element("p", tells, class_="help tells"),
                element("ul", *(finding(each) for each in told), class_="findings") if told else NOTHING,
                element("h3", worded("Is it worth its price?")),
                element("p", element("b", verdict), " ", why, class_="verdict"),
                figure("pilot_worth"),
                _prices(found, case.currency),
                element("h3", worded("Which result means what")),
                gates,
            )
        )
        return tuple(drawings), body


def short(case: Case) -> Markup:
    """The pilot in a line with its gates, for the steps; nothing where there is none."""
    given = case.document.idea.pilot
    if given is None:
        return NOTHING
    whom = ", ".join(part for part in (given.who, numbers.months(given.months) if given.months else "") if part)
    told = (
        ended(whom) if whom else "",
        worded("What is measured: {what}", what=ended(given.measures)) if given.measures else "",
        worded("What it decides: {what}", what=ended(given.decides)) if given.decides else "",
    )
    words = " ".join(part for part in told if part)
    return element("p", element("b", worded("The pilot."), " "), words, " ", in_a_line(case), " ", opener())


def opener() -> Markup:
    """The button that opens the panel."""
    return action(worded("Plan the pilot"), "pilot", class_="act button", opens=True)


def in_a_line(case: Case) -> str:
    """The gates of the pilot in a sentence; empty where none are written down."""
    gates = _set(pilot_of(case).gates)
    if gates is None or not case.metrics:
        return ""
    _, go, stop = pilot.in_the_ask(*gates, _measure(case))
    return worded("Go: {go}; stop: {stop}; between them it is adapted.", go=go, stop=stop)


def _measure(case: Case) -> Measure:
    return measure(case, pilot_of(case).metric or case.metrics[0].key)


def _spread(at: Standing) -> AssumptionEntry:
    case, measured = at.now.case, _measure(at.now.case)
    use = next(use for use in case.metrics if use.key == measured.key)
    return pilot_boxes.spread_of(case, measured, at.now[use.baseline].likely, at.now[use.exemplar].likely)


def _basis(case: Case, told: Plan) -> tuple[object, ...]:
    """What the worth of a pilot rests on; the words of a case are not in it."""
    idea = case.document.idea
    return (dict(case.assumptions), dict(case.plan), case.horizon, case.correlations, idea.options, case.model, told)


def _choose(at: Standing, name: str, value: str) -> None:
    allowed = {
        "design": get_args(Design),
        "chosen_by": get_args(ChosenBy),
        "metric": tuple(use.key for use in at.now.case.metrics),
    }[name]
    if value in allowed:
        if at.case.case.document.idea.pilot is None:
            at.case.edit("idea.pilot", {}, who=WHO)
        at.case.edit(f"idea.pilot.{name}", value, who=WHO)


def _take_gates(at: Standing, found: Designed) -> None:
    """Write the suggested gates into the pilot, and in words into the ask; never once a result is known."""
    case = at.case.case
    if found.gates is None:
        return
    if pilot_of(case).results is not None:
        what = said("The pilot’s result is known; gates that are written now would follow it.")
        raise CaseError(
            Finding("gates-late", what, do=said("Leave them as they were agreed, or take the result out first."))
        )
    go, stop = found.gates.go, found.gates.stop
    written = {"go": go, "stop": stop, "unit": found.measure.unit, "set_on": at.today.isoformat()}
    at.case.edit("idea.pilot.gates", written, who=WHO)
    first = min((value for name, value in case.plan.items() if name.endswith(".start")), default=1.0)
    measured, go_said, stop_said = pilot.in_the_ask(go, stop, found.measure)
    when = worded("End of month {n}", n=round(first) + found.plan.months - 1)
    index = _in_ask(case, measured)
    entry = {"when": when, "measure": measured, "go": go_said, "stop": stop_said}
    at.case.edit(f"ask.gates.{index}", entry, who=WHO)


def _in_ask(case: Case, measured: str) -> int:
    """Where the pilot's gate stands in the ask, or the place behind the last."""
    gates = case.document.ask.gates
    return next((k for k, gate in enumerate(gates) if gate.measure == measured), len(gates))


def _set(gates: PilotGates | None) -> tuple[float, float] | None:
    if gates is None or gates.go is None or gates.stop is None:
        return None
    return gates.go, gates.stop


def _in_words(case: Case) -> Markup:
    given = pilot_of(case)
    parts = (
        (worded("Who"), given.who),
        (worded("What is measured"), given.measures),
        (worded("What it decides"), given.decides),
    )
    return element("dl", *(joined((element("dt", k), element("dd", v))) for k, v in parts if v), class_="words")


def _fields(case: Case, measured: Measure, told: Plan | None) -> Markup:
    given = pilot_of(case)
    design: Design = told.design if told is not None else given.design or "whole teams"
    listed = [("", worded("not said yet"))] if given.chosen_by is None else []
    most = _most_teams(case)
    fields = (
        choice(
            worded("Metric"),
            "pilot.choose",
            "metric",
            [(use.key, worded(use.title)) for use in case.metrics],
            measured.key,
        ),
        choice(
            worded("How it is compared"),
            "pilot.choose",
            "design",
            [(k, worded(v[0])) for k, v in pilot.DESIGNS.items()],
            design,
        ),
        choice(
            worded("Who is trained first is decided by"),
            "pilot.choose",
            "chosen_by",
            [*listed, *((key, worded(text)) for key, text in pilot.CHOSEN_BY.items())],
            given.chosen_by or "",
        ),
    )
    return joined(
        (
            element("div", *fields, class_="fields"),
            pilot_boxes.first_row(given, most),
            element("p", worded(pilot.DESIGNS[design][1]), class_="soft"),
        )
    )


def _most_teams(case: Case) -> int:
    """As many teams as the people of the plan make, and those that are planned."""
    given = pilot_of(case)
    people = sum(value for name, value in case.plan.items() if name.endswith(".people"))
    return max(int(people // given.team_size) if given.team_size else 0, given.teams or 0, 20)


def _lacking(case: Case) -> Markup:
    lacks = missing(case)
    names = [worded(_NAMES[key]) for key in lacks]
    text = names[0] if len(names) == 1 else worded("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])
    take = (
        action(worded("Take the suggested spread"), "pilot.spread", class_="button") if "spread" in lacks else NOTHING
    )
    return element("p", worded("Still needed to work it out: {figures}.", figures=text), " ", take, class_="lacking")


def _prices(found: Designed, currency: str) -> Markup:
    size = found.worth.planned
    write: Callable[[float], str] = numbers.money
    rows = [
        (worded("What its result is worth for the decision about the others"), write(round(size.information))),
        (worded("less its own cost, once"), write(-size.fixed)),
        (worded("less its own cost, by team"), write(-size.by_team)),
        (worded("less what is lost while the others wait for it"), write(-size.waiting)),
        (worded("less what training its people costs beyond the best other way"), write(-size.training)),
        (element("b", worded("remains")), element("b", write(size.net))),
    ]
    return table((worded("as planned"), currency), rows, numeric=(1,))


def _gates(case: Case, found: Designed, suggested: Gates) -> Markup:
    """What is written down, what is suggested, and the button that writes it down."""
    given = pilot_of(case).gates
    set_ = _set(given)
    stated = pilot.gates_said(suggested, found.measure, found.worth)
    button = element("p", action(worded("Take these gates into the ask"), "pilot.gates", class_="button main"))
    shown = set_ or (suggested.go, suggested.stop)
    odds = pilot.odds_of(suggested.results, *shown)
    if set_ is None or given is None:
        return joined((element("p", stated, " ", odds), button))
    go, stop = (pilot.amount(value, found.measure) for value in set_)
    agreed = worded("Written down: go from {go} on, stop below {stop}.", go=go, stop=stop)
    if given.set_on:
        day = dates.day(given.set_on)
        agreed = worded("Written down on {day}: go from {go} on, stop below {stop}.", day=day, go=go, stop=stop)
    told = element("p", element("b", agreed), " ", odds)
    if set_ == (suggested.go, suggested.stop):
        return joined((told, element("p", stated)))
    fresh, less = pilot.amount(suggested.go, found.measure), pilot.amount(suggested.stop, found.measure)
    suggests = worded(
        "As the pilot is planned now, go from {go} on and stop below {stop} would be suggested.", go=fresh, stop=less
    )
    return joined((told, element("p", suggests, " ", stated), button))
