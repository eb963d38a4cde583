"""What stands on the one page that gets read: the decision, why, three figures, the options, what it rests on, the ask.

Everything is chosen from a forecast; nothing is computed here. Where the room is small, texts are cut and rows left out
by rule, and what was left out is said.

Source: the contents of a one-page business case in ``reference/finance.md``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ldcase.forecast import Forecast
from ldcase.forecast.options import options
from ldcase.forecast.risk import risk
from ldcase.language import worded, worded_many
from ldcase.words import dates, numbers, pitch
from ldcase.words.answer import written
from ldcase.words.grades import GRADES
from ldcase.words.objections import objections, weak_points, why_now
from ldcase.words.sentence import Number, Sentence, ended, joined, say, worded_sentence
from ldcase.words.turned import is_turned, who_decides
from ldcase.words.verdict import judgement

T = TypeVar("T")
ENDLESS = 10_000
"""No text is cut."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much fits.

    Attributes
    ----------
    why, what, assumptions, weak, options, gates
        Most sentences or rows of each part.
    text
        Most signs of a text in a table; of a sentence three times as many.
    """

    why: int
    what: int
    assumptions: int
    weak: int
    options: int
    gates: int
    text: int


ROOMS = (
    Room(why=8, what=5, assumptions=8, weak=8, options=8, gates=6, text=ENDLESS),
    Room(why=5, what=3, assumptions=7, weak=5, options=6, gates=4, text=110),
    Room(why=4, what=3, assumptions=6, weak=4, options=5, gates=3, text=80),
    Room(why=3, what=2, assumptions=6, weak=3, options=5, gates=3, text=56),
    Room(why=2, what=1, assumptions=6, weak=2, options=4, gates=2, text=36),
    Room(why=1, what=1, assumptions=4, weak=1, options=3, gates=1, text=24),
)
"""From generous to tight; the first that fits a page is taken."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``strong`` where it is what the page is about."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class OnePage:
    """The texts of the page.

    Attributes
    ----------
    title
        Of the case.
    lead
        The decision, its price, who decides, and whether it pays: what is read first.
    why, what
        Why and why now; what is done.
    figures
        Label, value and range of three figures.
    options, assumptions, gates
        Rows of the three tables.
    weak
        Risks and weak points.
    reviewers
        Who stands behind the page; empty if nobody is named.
    turned
        True where training is not the answer.
    shortened
        What was left out or cut, as sentences.
    """

    title: str
    lead: tuple[Sentence, ...]
    why: tuple[Sentence, ...]
    what: tuple[Sentence, ...]
    figures: tuple[tuple[str, str, str], ...]
    options: tuple[Row, ...]
    assumptions: tuple[Row, ...]
    gates: tuple[Row, ...]
    weak: tuple[Sentence, ...]
    reviewers: str
    turned: bool
    shortened: tuple[str, ...]


@dataclass(slots=True)
class _Scissors:
    """Cuts what does not fit and remembers it."""

    room: Room
    cut: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def text(self, given: str, times: int = 1) -> str:
        """A text of the case, cut at a word where it is too long."""
        most = self.room.text * times
        given = " ".join(given.split())
        if len(given) <= most:
            return given
        self.cut += 1
        kept = given[: most - 1]
        at = kept.rfind(" ")
        return f"{kept[: at if at > most // 2 else len(kept)].rstrip(' ,;:.')}…"

    def sentence(self, given: Sentence) -> Sentence:
        """A sentence; one that is too long loses its marked figures with its end."""
        return given if len(str(given)) <= 3 * self.room.text else say(self.text(str(given), 3))

    def few(self, given: list[T], most: int, kind: str) -> list[T]:
        """The first so many."""
        if len(given) > most:
            self.left_out[kind] = len(given) - most
        return given[:most]


def one_page(forecast: Forecast, room: Room = ROOMS[0]) -> OnePage:
    """Choose what stands on the page, for the room there is."""
    scissors = _Scissors(room)
    turned = is_turned(forecast)
    opportunity = list(pitch.narrative(forecast, "opportunity").sentences)
    now = why_now(forecast, options(forecast)).answer
    why = [*scissors.few(opportunity, room.why, "why"), *(() if turned else (now,))]
    what = list(pitch.narrative(forecast, "idea").sentences)
    page = OnePage(
        title=scissors.text(forecast.case.title, 4) if room.text < ENDLESS else forecast.case.title,
        lead=tuple(map(scissors.sentence, _lead(forecast))),
        why=tuple(map(scissors.sentence, why)),
        what=tuple(map(scissors.sentence, scissors.few(what, room.what, "what"))),
        figures=_figures(forecast),
        options=tuple(_options(forecast, scissors)),
        assumptions=tuple(_assumptions(forecast, scissors)),
        gates=tuple(
            Row(tuple(map(scissors.text, (gate.when, gate.measure, gate.go, gate.stop))))
            for gate in scissors.few(list(forecast.case.document.ask.gates), room.gates, "gates")
        ),
        weak=tuple(map(scissors.sentence, _weak(forecast, scissors))),
        reviewers=scissors.text(_reviewers(forecast), 4),
        turned=turned,
        shortened=(),
    )
    return _with_what_is_missing(page, scissors)


def _with_what_is_missing(page: OnePage, scissors: _Scissors) -> OnePage:
    told = []
    if scissors.cut:
        told.append(worded_many("{n} text is cut (…).", "{n} texts are cut (…).", scissors.cut, n=scissors.cut))
    missing = sum(scissors.left_out.get(kind, 0) for kind in ("why", "what", "weak"))
    if missing:
        told.append(worded_many("{n} sentence is left out.", "{n} sentences are left out.", missing, n=missing))
    if rows := scissors.left_out.get("options", 0) + scissors.left_out.get("gates", 0):
        told.append(worded_many("{n} row is left out.", "{n} rows are left out.", rows, n=rows))
    return replace(page, shortened=tuple(told))


def _lead(forecast: Forecast) -> list[Sentence]:
    """The decision in the first line, with its price, people, sponsor and date; then whether it pays."""
    case = forecast.case
    ask = case.document.ask
    if is_turned(forecast):
        asked_for = worded_sentence("Decision asked for: no course, but to remove what stands in the way.")
        return [asked_for, *who_decides(forecast), judgement(forecast).sentence]
    asked = pitch.local(forecast, pitch.statement(forecast, "ask"))
    lead = [worded_sentence("Decision asked for: {ask}", ask=say(ended(str(asked))))]
    cost = Number("cost", numbers.money(forecast["cost"].likely), "gap")
    if ask.people:
        lead.append(
            worded_sentence(
                "It takes {cost} {currency} all in, and the time of: {people}",
                cost=cost,
                currency=case.currency,
                people=ended(ask.people),
            )
        )
    else:
        lead.append(worded_sentence("It takes {cost} {currency} all in.", cost=cost, currency=case.currency))
    return [*lead, *who_decides(forecast), judgement(forecast).sentence]


def _figures(forecast: Forecast) -> tuple[tuple[str, str, str], ...]:
    case, bottom, npv = forecast.case, forecast.summary, forecast["npv"]
    span, rate = numbers.months(case.horizon), numbers.percent(case.assumptions["discount_rate"].likely)
    middle = numbers.month_of_payback(bottom.payback_p50, case.horizon)
    eight = worded("in 8 of 10 cases {range}", range=numbers.money_range(bottom.net_p10, bottom.net_p90))
    worth = worded("in 8 of 10 cases {range}", range=numbers.money_range(npv.p10, npv.p90))
    return (
        (
            worded("Likely net benefit in {months}, {currency}", months=span, currency=case.currency),
            numbers.money(bottom.net_likely),
            eight,
        ),
        (worded("Paid back for good"), middle, _when_paid(forecast)),
        (
            worded("Likely present value at {rate}, {currency}", rate=rate, currency=case.currency),
            numbers.money(npv.likely),
            worth,
        ),
    )  # fmt: skip


def _when_paid(forecast: Forecast) -> str:
    """From which month to which; where some cases are never paid back, how many."""
    bottom, horizon = forecast.summary, forecast.case.horizon
    if not math.isfinite(bottom.payback_p10):
        return worded("in {odds} cases {within}", odds=numbers.odds(bottom.chance), within=numbers.within(horizon))
    first = numbers.month_of_payback(bottom.payback_p10, horizon)
    if not math.isfinite(bottom.payback_p90):
        missed = numbers.odds(1 - bottom.chance)
        return worded("in 1 of 10 cases by {month}; in {odds} not in time", month=first, odds=missed)
    last = numbers.month_of_payback(bottom.payback_p90, horizon)
    return worded("in 8 of 10 cases {range}", range=worded("{first} to {last}", first=first, last=last))


def _options(forecast: Forecast, scissors: _Scissors) -> list[Row]:
    found = options(forecast)
    return [
        Row(
            (
                scissors.text(worded(option.name)),
                numbers.money(option.likely_cost),
                numbers.money(option.mean),
                numbers.money_range(option.quantile(0.1), option.quantile(0.9)),
                numbers.chance(option.best),
            ),
            option.kind == "initiative",
        )
        for option in scissors.few(list(found.options), scissors.room.options, "options")
    ]


def _assumptions(forecast: Forecast, scissors: _Scissors) -> list[Row]:
    """The assumptions that move the net benefit most: range, source, grade, and what either end makes of it."""
    rows = []
    for driver in forecast.tornado()[: scissors.room.assumptions]:
        assumption, figure = forecast.case.assumptions[driver.name], forecast[driver.name]
        source = assumption.source or worded("no source")
        who = f"{source} · {assumption.owner}" if assumption.owner else source
        rows.append(
            Row(
                (
                    scissors.text(worded(driver.title)),
                    f"{written(figure, driver.low)} – {written(figure, driver.high)}",
                    worded(
                        "{low} to {high}",
                        low=numbers.money(min(driver.at_low, driver.at_high)),
                        high=numbers.money(max(driver.at_low, driver.at_high)),
                    ),
                    scissors.text(who),
                    worded(GRADES.get(assumption.grade, assumption.grade)),
                )
            )
        )
    return rows


def _weak(forecast: Forecast, scissors: _Scissors) -> list[Sentence]:
    """What can go wrong in money, then where the case is weak, then what its checks doubt."""
    case, down = forecast.case, risk(forecast)
    told = []
    if down.chance_of_loss > 0:
        told.append(
            worded_sentence(
                "In {odds} cases it loses money, then {loss} {currency} on average.",
                odds=numbers.odds(down.chance_of_loss),
                loss=Number("net_benefit", numbers.money(-down.mean_loss), "gap"),
                currency=case.currency,
            )
        )
    told += [say(weak) for weak in weak_points(objections(forecast))]
    doubts = (each for each in case.findings if each.severity == "warning")
    told += [
        joined(say(ended(worded(each.what))), *([say(ended(worded(each.found)))] if each.found else []))
        for each in doubts
    ]
    return scissors.few(told, scissors.room.weak, "weak")


def _reviewers(forecast: Forecast) -> str:
    """Named reviewers, else who answers for the figures that matter most."""
    case = forecast.case
    if case.document.ask.reviewers:
        return worded("Reviewed by: {names}.", names=", ".join(case.document.ask.reviewers))
    drivers = forecast.tornado()[: ROOMS[0].assumptions]
    owners = [use.owner for use in case.metrics] + [case.assumptions[driver.name].owner for driver in drivers]
    named = list(dict.fromkeys(owner for owner in owners if owner))
    if not named:
        return worded("Nobody is named who has reviewed these figures.")
    return worded("No reviewer is named yet. For the figures answer: {names}.", names=", ".join(named))


def made_on(forecast: Forecast) -> str:
    """The period the page is about."""
    case = forecast.case
    span = numbers.months(case.horizon)
    start = case.document.start
    if start is None:
        return worded("One-page summary · {months}, {currency}", months=span, currency=case.currency)
    return worded(
        "One-page summary · {months} from {month}, {currency}", months=span, month=dates.month(start),
        currency=case.currency,
    )  # fmt: skip
