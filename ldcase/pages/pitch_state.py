"""The state of an open pitch, apart from any widget: what is shown, what a lever, a click or a key does to it.

Everything that changes the case goes through the desk of the workspace, which records it; everything else (step,
drawer, theme) is of this screen alone. `PitchState.view` is the whole screen, `PitchState.update` only what a change
altered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.catalogue import load as load_catalogue
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.errors import CaseError, Finding
from ldcase.evidence import Effect, load
from ldcase.evidence.reviews import reviews
from ldcase.forecast import Forecast, forecast
from ldcase.language import Speech, marked, speech, worded
from ldcase.pages import editing, exporting, foot, lenses, notices, presentation, typed
from ldcase.pages.beginning import Beginning
from ldcase.pages.bottom_line import bottom_line
from ldcase.pages.carried import Carried
from ldcase.pages.caution import Caution
from ldcase.pages.charts import Charts
from ldcase.pages.drawer import Drawer
from ldcase.pages.figure_table import figure_table
from ldcase.pages.home import Home
from ldcase.pages.levers import Lever, LeverOrder, levers, updates
from ldcase.pages.markup import NOTHING, action, joined
from ldcase.pages.new_case import is_draft
from ldcase.pages.panel import WHO, Draft, Standing, Upload
from ldcase.pages.panels import PANELS
from ldcase.pages.steps import PAGES
from ldcase.pages.view import Message, Moment, View
from ldcase.pages.whereabouts import address, link
from ldcase.pages.work import Work
from ldcase.pages.writing import Writing, headline, prose
from ldcase.store.desk import Desk, OpenCase
from ldcase.words.lens import lens, through
from ldcase.words.pitch import STEPS, narrative


class PitchState:
    """One person's pitch.

    Parameters
    ----------
    desk
        The workspace with the cases.
    clock
        Gives the local time; for the words "since 14:02", and for what is due.
    work
        Where what takes long is done; left out, at once.
    """

    def __init__(self, desk: Desk, clock: Callable[[], datetime], work: Work | None = None) -> None:
        self.desk = desk
        self.clock = clock
        self.work = work or Work()
        self.step = "opportunity"
        self.lens = ""
        self.open: OpenCase | None = None
        self.findings: tuple[Finding, ...] = ()
        self.refused: tuple[Finding, ...] = ()
        self._axes = Axes()
        self._charts = Charts()
        self._effects: Mapping[str, Effect] = {}
        self.drawer = Drawer()
        self._caution = Caution()
        self.carried = Carried()
        self._order = LeverOrder()
        self._writing = Writing()
        self._drafts: Mapping[str, Draft] = {}
        self._worths: Mapping[str, float] = {}
        self._moving = False  # while a lever moves, the tables below wait; they are there when it rests
        self._foot: tuple[tuple[OpenCase, Case, str, Speech], tuple[Markup, Markup]] | None = None
        self._replay: presentation.Replay | None = None
        self._sent = Message()
        self._beginning: Beginning | None = None
        self.home = Home(desk, clock, self.work)

    def choose(self, case_id: str) -> None:
        """Open a case; what is wrong with it becomes a finding on the list of cases."""
        self._axes.forget()
        self.drawer.forget()
        self._caution.off()
        self.carried.forget()
        self._order.forget()
        self._writing.close()
        self.work.forget()
        self._drafts = {}
        self.refused = ()
        self.step = "opportunity"
        stale = self._read_catalogue()
        self._beginning = None
        self.home.leave()
        try:
            self.open = self.desk.open(case_id)
            if is_draft(self.open.case):
                self._beginning, self.open = Beginning(self.desk, self._today, self.open), None
                return
            if not self.open.base.ready:
                self.open.save(
                    WHO, marked("The first result")
                )  # what changes are told against is a case that can be computed
            self.opened = self.now = forecast(self.open.case)
            self.base = self.now.with_case(self.open.base)
        except CaseError as error:
            self.open, self.findings = None, error.findings
            return
        # What the file says is to be checked; a lever that was moved is a question, and its answer is on the screen.
        warnings = tuple(each for each in self.open.base.findings if each.severity == "warning")
        unread = self._read_evidence()
        late = reviews(self.open.case, self._effects, self.clock().date()) if not unread else ()
        self.findings = (*self.open.findings, *warnings, *stale, *unread, *late)
        self.since = f"{self.clock():%H:%M}"

    def close(self) -> None:
        """Back to the list of cases."""
        self.open = self._beginning = None
        self.findings = ()
        self.drawer.forget()
        self.work.forget()

    def lever(self, name: str, value: float, resting: bool) -> None:
        """A lever moved, or came to rest: then it is recorded."""

        def moved(case: OpenCase) -> Case:
            typed.must_be_finite(value)
            return case.what_if_edit(name, value, who=WHO) if resting else case.case.what_if({name: value})

        self._moving = not resting
        self._change(moved)

    def replay(self, share: float) -> None:
        """Show what lies so far between the case before its last change (0) and the case as it is recorded (1).

        Nothing is recorded. Every act ends it on the recorded case.
        """
        if self.open is None or not math.isfinite(share):
            return
        if self._replay is None or self._replay.after is not self.open.case:
            self._replay = presentation.Replay.of(self.open)
        self._moving = share < 1 and self._replay is not None
        replay = self._replay if share < 1 else None
        self.now = self.now.with_case(replay.at(share) if replay is not None else self.carried.over(self.open.case))
        if share >= 1:
            self._replay = None

    def look_around(self) -> bool:
        """Bring in what other tabs and people changed; True when there was something. Never while a lever moves."""
        changed = self.open is not None and not self._moving and self.open.refresh()
        if changed:
            self._change(lambda case: case.case)
        return changed

    def act(self, act: str, value: str | None = None, name: str = "") -> None:
        """A button, a key or a box with a name. Unknown acts do nothing."""
        if self._replay is not None:
            self.replay(1)
        self._moving = False
        if act in PANELS and self.open is not None:
            self.drawer.open(act, value or "")
        actions: dict[str, Callable[[], object]] = {
            "close": self.drawer.close,
            "dismiss": self._dismiss,
            "cases": self.close,
            "new": self._begin,
            "case": lambda: self.choose(value or ""),
            "step": lambda: self._go(value or ""),
            "to_lever": lambda: self._go_to_lever(value or ""),
            "undo": lambda: self._turn(lambda case: case.undo(WHO)),
            "redo": lambda: self._turn(lambda case: case.redo(WHO)),
            "base": lambda: self._turn(lambda case: case.back_to_base(WHO)),
            "reset": lambda: self._reset(value or ""),
            "set": lambda: self._set(name, value or ""),
            "sort_levers": self._sort_levers,
            "lens": lambda: self.look_through(value or ""),
            "widen": lambda: self._widen(value or ""),
            "cautious": lambda: self._see_cautiously(value == "on"),
            "discard": lambda: self._discard(value or ""),
            "keep_link": lambda: self._record(self.carried.keep),
            "leave_link": self._leave_link,
        }
        if self._beginning is not None and act in ("begin", "answer"):
            self._beginning.take(act, value or "", name)
        elif act in actions:
            actions[act]()
        elif act.startswith("home.") and self.open is None:
            self.home.act(act.removeprefix("home."), value or "")
        elif act.partition(".")[0] == "words" and self.open is not None:
            self._record(lambda case: self._writing.act(case, self.now, self.step, act, value or ""))
        elif "." in act and self.open is not None:
            self._record(lambda case: self.drawer.act(self._standing(case), act, value or "", name))

    def took(self, upload: Upload) -> None:
        """A file was chosen in a panel."""
        self._moving = False
        if self.open is not None:
            self._record(lambda case: self.drawer.took(self._standing(case), upload))
        elif upload.act == "home.open":
            self.home.took(upload)

    def ask(self, name: str) -> None:
        """Open the drawer for a quantity; asking again inside it keeps the way here."""
        if self.open is None or name not in self.now.names:
            return
        self.drawer.ask(name)

    @property
    def case_id(self) -> str:
        """The case that is open, or the draft that is being answered; empty on the other screens."""
        draft = self._beginning.draft if self._beginning is not None else None
        opened = draft or self.open
        return opened.case.id if opened is not None else ""

    @property
    def is_cautious(self) -> bool:
        """Whether the weakest grade is seen at its cautious ends."""
        return self._caution.on

    @property
    def screen(self) -> str:
        """Which screen is shown: the list of cases, the questions of a new one, or a step."""
        return "new" if self._beginning is not None else self.step if self.open is not None else "cases"

    def view(self) -> View:
        """The whole screen as it is now."""
        if self._beginning is not None:
            view = self._beginning.view()
            return replace(view, slots={**view.slots, "address": address(self)})
        if self.open is None:
            view = self.home.view((*self.findings, *self._read_catalogue()))
            self._sent = Message({**view.slots, "address": ""})
            return replace(view, slots=self._sent.html)
        self._moving = False
        controls = self._levers()
        self._sent = message = self._message(self.open, controls)
        page = PAGES[self.step]
        return View(
            case=(self.now.case.id, self.now.case.title),
            steps=tuple((name, worded(title)) for name, title in STEPS),
            step=self.step,
            layout=page.LAYOUT,
            slots=message.html,
            levers=tuple(lever.to_message() for lever in controls),
            charts=tuple(message.figure(drawing, place) for drawing, place in message.drawings),
            panel=tuple(message.panel_figure(drawing) for drawing in message.panel or ()),
            builds=presentation.builds(tuple(place for _, place in message.drawings), bool(controls)),
            beside=presentation.beside(self.step, message.drawings),
        )

    def update(self) -> Message:
        """What differs from what was sent last."""
        if self.open is None and self._beginning is not None:
            return Message()
        if self.open is None:
            message = Message({**self.home.slots(), "address": ""})
        else:
            message = self._message(self.open, self._levers())
        fresh, self._sent = message.since(self._sent), message
        return fresh

    @property
    def is_moving(self) -> bool:
        """Whether a lever is on its way and nothing but figures has to follow it at once."""
        return self._moving and self.open is not None and not self.refused

    def strip(self) -> dict[str, str]:
        """The bottom line as it follows a lever, where it goes ahead of charts that are many; else nothing."""
        html = {"bottom_line": self._bottom_line(self._moment().now)} if self._charts.are_many else {}
        self._sent = replace(self._sent, html={**self._sent.html, **html})
        return {slot: str(markup) for slot, markup in html.items()}

    def figures(self, strip: bool) -> Message:
        """The levers and the marks of the charts as they follow a lever, and the bottom line unless it went ahead."""
        html = {"bottom_line": self._bottom_line(self._moment().now)} if strip else {}
        drawings = self._charts.of(lens(self.lens), self.step, self._moment())
        message = Message(html, updates(self._levers()), drawings).wordless(self._sent)
        fresh, self._sent = message.since(self._sent), message
        return fresh

    def trouble(self, *findings: Finding) -> None:
        """Show findings until the next change; the state stays."""
        self.refused = findings

    def twin(self) -> tuple[str, bytes] | None:
        """The Excel twin of the case as it is now: a file name and its bytes."""
        return None if self.open is None else exporting.twin(self.now, self.open, self._today())

    def _levers(self) -> tuple[Lever, ...]:
        """The levers of the step; what a step of each is worth waits until the one that moves rests, as tables do."""
        known = self._worths if self._moving else None
        controls = levers(self.now, self.base.case, self._lever_names(self.step), known)
        self._worths = {each.assumption.name: each.worth for each in controls}
        return controls

    def _lever_names(self, step: str) -> tuple[str, ...]:
        names = self._order.names(step, self.base)
        return lenses.own_levers(lens(self.lens), step, self.base, names)

    def _message(self, case: OpenCase, controls: tuple[Lever, ...]) -> Message:
        page = PAGES[self.step]
        moment = self._moment()
        now, seen_by = moment.now, lens(self.lens)
        told = through(seen_by, now, self.step, self._writing.shown(now, self.step, narrative(now, self.step)))
        draft = self._writing.draft
        drawn = self.drawer.html(self._standing(case), self._moving)
        html = {
            "bottom_line": self._bottom_line(now),
            "headline": headline(told, now, self.step),
            "prose": prose(told, now, self.step, draft.key if draft is not None else ""),
            "writing": self._writing.editor(now, self.step),
            "below": self._sent.html["below"] if self._moving and "below" in self._sent.html else page.below(moment),
            "lens": lenses.control(self.lens),
            "levers_foot": self._sorting(),
            "foot": self._written(case)[0],
            "talk": self._written(case)[1],
            "drawer": drawn.html,
            "address": address(self),
            "link": self._sent.html["link"] if self._moving and "link" in self._sent.html else link(self),
            "notice": joined((self._caution.mark(), self.carried.mark(), notices.notice(self.refused, self.findings))),
        }
        drawings = self._charts.of(seen_by, self.step, moment)
        return Message(html, updates(controls), drawings, drawn.drawings, self._tables(drawings, drawn.drawings))

    def _moment(self) -> Moment:
        now, base = self._caution.of("now", self.now), self._caution.of("base", self.base)
        return Moment(now, base, self._axes, self._effects, self._caution.on)

    def _bottom_line(self, now: Forecast) -> Markup:
        seen_by = lens(self.lens)
        own = None if seen_by is None else lenses.strip_figure(seen_by, now)
        return bottom_line(now, self._caution.of("opened", self.opened), self.since, own)

    def _tables(
        self, drawings: tuple[tuple[Drawing, str], ...], panel: tuple[Drawing, ...]
    ) -> Mapping[tuple[str, str], str]:
        """The charts as tables; while a lever moves they wait, as all tables do."""
        if self._moving:
            return self._sent.tables
        currency = self.now.case.currency
        found = {("", drawing.spec): str(figure_table(drawing, currency)) for drawing, _ in drawings}
        return found | {("panel", drawing.spec): str(figure_table(drawing, currency)) for drawing in panel}

    def _sorting(self) -> Markup:
        """The offer to sort the levers, where another order has become that of what matters; told when they rest."""
        if self._moving:
            return Markup(self._sent.html.get("levers_foot", NOTHING))
        stale = self._order.stale(self.step, self.base, self.now)
        return action(worded("sort by what matters now"), "sort_levers") if stale else NOTHING

    def _standing(self, case: OpenCase) -> Standing:
        now, of = self.clock(), self._caution.of
        ends = of("now", self.now), of("base", self.base), of("opened", self.opened)
        seen = ends if self._caution.on else None
        return Standing(
            case, self.now, self.base, self.opened, self.since, now.tzinfo, now.date(),
            self._drafts, self.desk.data_root, self._effects, self.work, seen, self._step_of_lever,
        )  # fmt: skip

    def _written(self, case: OpenCase) -> tuple[Markup, Markup]:
        """The foot, and the line beneath a presentation: read from the log again only when something else is told."""
        standing = (case, case.case, self.step, speech())
        if self._foot is None or self._foot[0] != standing:
            self._foot = standing, (foot.foot(case, self.step), presentation.line(case))
        return self._foot[1]

    def _change(self, verb: Callable[[OpenCase], Case]) -> None:
        """Evaluate what a verb makes of the open case; what is refused leaves the last recorded state."""
        if self.open is None:
            return
        try:
            case = verb(self.open)
            self.refused = ()
        except CaseError as error:
            case, self.refused = self.open.case, error.findings
        if not (case.ready and self.open.base.ready):
            # Undone beyond the first result: the questions again, with the answers that are left.
            self._beginning, self.open = Beginning(self.desk, self._today, self.open), None
            return
        self.now = self.now.with_case(self.carried.over(case))
        self.base = self.base.with_case(self.open.base)

    def _record(self, verb: Callable[[OpenCase], object]) -> None:
        """Do something that the desk records."""

        def recorded(case: OpenCase) -> Case:
            verb(case)
            return case.case

        self._change(recorded)

    def _turn(self, verb: Callable[[OpenCase], object]) -> None:
        """Go back or forth among what was recorded; what was typed and not taken is forgotten."""
        self._drafts = {}
        self._record(verb)

    def _reset(self, name: str) -> None:
        base = self.base.case if self.open is not None else None
        if base is not None and (name in base.assumptions or name in base.plan):
            values = base.assumptions[name].values if name in base.assumptions else base.plan[name]
            self._discard(name)
            self._record(lambda case: case.what_if_edit(name, values, who=WHO))

    def _set(self, box: str, text: str) -> None:
        """Take what was typed into a box named after a figure and its part; what is refused stays in its boxes."""
        name, _, part = box.rpartition(".")
        if self.open is None or not editing.is_box(self.open.case, name, part):
            return
        earlier = self._drafts[name].texts if name in self._drafts else {}
        texts = {**earlier, part: text}
        self._record(lambda case: case.what_if_edit(name, editing.value(case.case, name, texts), who=WHO))
        self._discard(name)
        if self.refused:
            assumption = self.open.case.assumptions.get(name)
            if assumption is not None:
                self.refused = tuple(typed.in_the_box(each, assumption) for each in self.refused)
            self._drafts = {**self._drafts, name: Draft(texts, self.refused)}

    def _widen(self, name: str) -> None:
        if self.open is not None and name in self.open.case.assumptions:
            self._record(lambda case: case.what_if_edit(name, editing.wider(case.case.assumptions[name]), who=WHO))

    def _sort_levers(self) -> None:
        if self.open is not None:
            self._order.sort(self.step, self.now)

    def _see_cautiously(self, on: bool) -> None:
        if self.open is not None:
            self._caution.turn(on, self.now)

    def _discard(self, name: str) -> None:
        self._drafts = {other: draft for other, draft in self._drafts.items() if other != name}

    def show_carried(self, asked: Mapping[str, str]) -> None:
        """Show what a link carries, unrecorded."""
        if self.open is not None:
            self.carried.take(asked, self.open)
            self._change(lambda case: case.case)

    def _leave_link(self) -> None:
        self.carried.forget()
        self._change(lambda case: case.case)

    def _begin(self) -> None:
        """Begin a case by questions."""
        self.close()
        self._beginning = Beginning(self.desk, self._today)

    def _today(self) -> date:
        return self.clock().date()

    def _go(self, step: str) -> None:
        if step in PAGES:
            self.step = step
            self._writing.close()
            self.drawer.close()

    def look_through(self, name: str) -> None:
        """Tell the case to somebody: a lens by its id, “next” for the one after this, anything else for everybody."""
        wanted = lenses.next_lens(self.lens) if name == "next" else name
        self.lens = wanted if lens(wanted) is not None else lenses.EVERYBODY

    def _go_to_lever(self, name: str) -> None:
        """Show the step with the lever of an assumption; the browser puts the focus on it."""
        if self.open is not None:
            self._go(self._step_of_lever(name))

    def _step_of_lever(self, name: str) -> str:
        """The step on which a lever is shown, the present one before others; empty where none shows it."""
        return next((step for step in (self.step, *PAGES) if name in self._lever_names(step)), "")

    def _dismiss(self) -> None:
        self.findings = self.refused = ()

    def _read_catalogue(self) -> tuple[Finding, ...]:
        """Take in what changed in the catalogue's files; while the model cannot be read the one before is used."""
        try:
            self.desk.catalogue = load_catalogue(self.desk.data_root)
        except CaseError as error:
            return error.findings
        return ()

    def _read_evidence(self) -> tuple[Finding, ...]:
        """Read the published effects anew; what is wrong with them is told and they are left out."""
        try:
            self._effects = load(self.desk.data_root / "evidence")
        except CaseError as error:
            self._effects = {}
            return error.findings
        return ()
