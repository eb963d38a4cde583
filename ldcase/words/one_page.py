"""What stands on the one page that gets read: the decision, why, three figures, the options, what it rests on, the ask.

Everything is chosen from a forecast; nothing is computed here. Where the room is small, texts are cut and rows left out
by rule, and what was left out is said.

Source: the contents of a one-page business case in ``reference/finance.md``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ldcase.case.options import INITIATIVE
from ldcase.forecast import Forecast
from ldcase.forecast.options import Options, options
from ldcase.forecast.risk import risk
from ldcase.language import worded, worded_many
from ldcase.words import dates, numbers, pitch
from ldcase.words.answer import lowered, written
from ldcase.words.choice import best_on_average, choice
from ldcase.words.grades import GRADES
from ldcase.words.likely_case import likely_and_middle
from ldcase.words.objections import objections, weak_points, why_now
from ldcase.words.sentence import Number, Sentence, ended, joined, say, worded_sentence
from ldcase.words.turned import all_the_same, is_turned, not_the_answer, others, who_decides
from ldcase.words.verdict import judgement

T = TypeVar("T")
ENDLESS = 10_000
"""No text is cut."""
_ADDRESS = re.compile(r"https?://(?:www\.)?([^\s/]+)/\S*[^\s.,;:)]")


@dataclass(frozen=True, slots=True)
class Room:
    """How much fits.

    Attributes
    ----------
    why, what, assumptions, weak, options, gates, steps
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
    steps: int
    text: int


ROOMS = (
    Room(why=9, what=6, assumptions=8, weak=8, options=8, gates=6, steps=6, text=ENDLESS),
    Room(why=6, what=4, assumptions=7, weak=5, options=6, gates=4, steps=4, text=110),
    Room(why=5, what=4, assumptions=6, weak=4, options=5, gates=3, steps=3, text=80),
    Room(why=4, what=3, assumptions=6, weak=3, options=5, gates=3, steps=2, text=56),
    Room(why=3, what=2, assumptions=6, weak=2, options=4, gates=2, steps=1, text=36),
    Room(why=1, what=1, assumptions=4, weak=1, options=3, gates=1, steps=0, text=24),
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
    asked
        The decision, what the figures are of, whose time it takes, who decides: what is read first.
    verdict
        Whether it pays, or that training is not the answer.
    why, what
        Why and why now; what is done.
    better
        What does better than this on average; empty where nothing does.
    figures
        Label, value and range of three figures.
    middle
        Why the likely figure is not the one in the middle of the range; empty where both read the same.
    ahead
        By how much this is the best of the options; empty where it is not.
    options, assumptions, gates
        Rows of the three tables.
    steps
        What happens after a yes, who does it, and by when.
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
    asked: tuple[Sentence, ...]
    verdict: tuple[Sentence, ...]
    why: tuple[Sentence, ...]
    what: tuple[Sentence, ...]
    better: tuple[Sentence, ...]
    figures: tuple[tuple[str, str, str], ...]
    middle: tuple[Sentence, ...]
    ahead: tuple[Sentence, ...]
    options: tuple[Row, ...]
    assumptions: tuple[Row, ...]
    gates: tuple[Row, ...]
    steps: tuple[Sentence, ...]
    weak: tuple[Sentence, ...]
    reviewers: str
    turned: bool
    shortened: tuple[str, ...]

    @property
    def lead(self) -> tuple[Sentence, ...]:
        """All that is read first, where it stands together."""
        return (*self.asked, *self.verdict)


@dataclass(slots=True)
class _Scissors:
    """Cuts what does not fit and remembers it."""

    room: Room
    cut: int = 0
    addresses: bool = False
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

    def source(self, given: str) -> str:
        """A source with its web addresses cut to their site: what names it fits a cell, where it lies does not."""
        kept = _ADDRESS.sub(r"\1/…", given)
        self.addresses |= kept != given
        return self.text(kept)

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
    turned, found = is_turned(forecast), options(forecast)
    why = [*scissors.few(_why(forecast), room.why, "why"), *(() if turned else (why_now(forecast, found).answer,))]
    told, best = choice(found, forecast.case.currency), best_on_average(found).kind == INITIATIVE
    middle = likely_and_middle(forecast)
    page = OnePage(
        title=scissors.text(forecast.case.title, 4) if room.text < ENDLESS else forecast.case.title,
        asked=tuple(map(scissors.sentence, _asked(forecast, found, turned))),
        verdict=tuple(map(scissors.sentence, _verdict(forecast, found, turned))),
        why=tuple(map(scissors.sentence, why)),
        what=tuple(map(scissors.sentence, scissors.few(_what(forecast), room.what, "what"))),
        better=() if best else (scissors.sentence(told),),
        figures=_figures(forecast),
        middle=() if middle is None else (middle,),
        ahead=(scissors.sentence(told),) if best else (),
        options=tuple(_options(found, turned, scissors)),
        assumptions=tuple(_assumptions(forecast, scissors)),
        gates=tuple(
            Row(tuple(map(scissors.text, (gate.when, gate.measure, gate.go, gate.stop))))
            for gate in scissors.few(list(forecast.case.document.ask.gates), room.gates, "gates")
        ),
        steps=tuple(map(scissors.sentence, scissors.few(_steps(forecast), room.steps, "steps"))),
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
    if scissors.addresses:
        told.append(worded("Web addresses are cut to their site (…)."))
    missing = sum(scissors.left_out.get(kind, 0) for kind in ("why", "what", "weak", "steps"))
    if missing:
        told.append(worded_many("{n} sentence is left out.", "{n} sentences are left out.", missing, n=missing))
    if rows := scissors.left_out.get("options", 0) + scissors.left_out.get("gates", 0):
        told.append(worded_many("{n} row is left out.", "{n} rows are left out.", rows, n=rows))
    return replace(page, shortened=tuple(told))


def _asked(forecast: Forecast, found: Options, turned: bool) -> list[Sentence]:
    """The decision in the first line; then what the figures are of, whose time it takes, who decides."""
    people = forecast.case.document.ask.people
    told = [_decision(forecast, turned)]
    if not turned:
        told.append(_figures_of(forecast, found))
    if people:
        told.append(worded_sentence("It asks for the time of: {people}", people=ended(lowered(people))))
    return [*told, *who_decides(forecast)]


def _verdict(forecast: Forecast, found: Options, turned: bool) -> list[Sentence]:
    """Whether it pays; where training is not the answer, that, and what the figures are of all the same."""
    if not turned:
        return [judgement(forecast).sentence]
    anyway = [all_the_same(forecast)] if forecast.summary.chance >= 0.5 else []
    return [not_the_answer(forecast), _figures_of(forecast, found), *anyway]


def _figures_of(forecast: Forecast, found: Options) -> Sentence:
    return worded_sentence(
        "The figures are for “{programme}” as a whole: {cost} {currency} all in.",
        programme=worded(found.options[1].name),
        cost=Number("cost", numbers.money(forecast["cost"].likely), "gap"),
        currency=forecast.case.currency,
    )


def _decision(forecast: Forecast, turned: bool) -> Sentence:
    """What is asked for, in the words of the case; where training is not the answer, what removes the other causes."""
    if not turned:
        asked = pitch.local(forecast, pitch.statement(forecast, "ask"))
        return worded_sentence("Decision asked for: {ask}", ask=say(ended(str(asked))))
    actions = [lowered(each.what) for each in others(forecast) if each.what]
    if not actions:
        return worded_sentence("Decision asked for: no money for a course, but to find out what stands in the way.")
    return worded_sentence(
        "Decision asked for: no money for a course, but a yes to this: {actions}", actions=ended("; ".join(actions))
    )


def _why(forecast: Forecast) -> list[Sentence]:
    """The opportunity as the case words it, whose priority it serves, the gap and what it costs."""
    told = pitch.narrative(forecast, "opportunity")
    if told.headline.stays:
        return list(told.sentences)
    words = pitch.local(forecast, pitch.statement(forecast, "opportunity"), forecast.case.metrics[0])
    return [worded_sentence("There is an opportunity to {words}", words=_ended(words)), *told.sentences]


def _what(forecast: Forecast) -> list[Sentence]:
    """The idea as the case words it, then for whom, at what price, and what people will do differently."""
    told = pitch.narrative(forecast, "idea")
    if told.headline.stays:
        return list(told.sentences)
    words = pitch.local(forecast, pitch.statement(forecast, "idea"))
    return [worded_sentence("The idea: {words}", words=_ended(words)), *told.sentences]


def _ended(given: Sentence) -> Sentence:
    return given if ended(str(given)) == str(given) else given + say(".")


def _steps(forecast: Forecast) -> list[Sentence]:
    """What happens after a yes."""
    told = []
    for step in forecast.case.document.ask.next:
        day = dates.short_day(step.by) if step.by else ""
        who = ", ".join(each for each in (step.owner, day) if each)
        told.append(say(f"{step.what} ({who})" if who else step.what))
    return told


def _figures(forecast: Forecast) -> tuple[tuple[str, str, str], ...]:
    case, bottom, npv = forecast.case, forecast.summary, forecast["npv"]
    span, rate = numbers.months(case.horizon), numbers.percent(case.assumptions["discount_rate"].likely)
    middle = numbers.month_of_payback(bottom.payback_p50, case.horizon)
    eight = worded("in 8 of 10 cases {range}", range=numbers.money_range(bottom.net_p10, bottom.net_p90))
    worth = worded("in 8 of 10 cases {range}", range=numbers.money_range(npv.p10, npv.p90))
    present = (
        worded("Likely present value at {rate}, {currency}", rate=rate, currency=case.currency),
        numbers.money(npv.likely),
        worth,
    )
    if case.assumptions["discount_rate"].high == 0:
        chance = numbers.odds(bottom.chance)
        present = (worded("Cases in which it pays back"), chance, worded("The case discounts nothing."))
    return (
        (
            worded("Likely net benefit in {months}, {currency}", months=span, currency=case.currency),
            numbers.money(bottom.net_likely),
            eight,
        ),
        (worded("Paid back for good"), middle, _when_paid(forecast)),
        present,
    )


def _when_paid(forecast: Forecast) -> str:
    """From which month to which; where some cases are never paid back, how many."""
    bottom, horizon = forecast.summary, forecast.case.horizon
    if not math.isfinite(bottom.payback_p10):
        return worded("in {odds} cases {within}", odds=numbers.odds(bottom.chance), within=numbers.within(horizon))
    first = numbers.month_of_payback(bottom.payback_p10, horizon)
    if not math.isfinite(bottom.payback_p90):
        missed = numbers.odds(1 - bottom.chance)
        return worded(
            "in 1 of 10 cases by {month}; in {odds} not {within}",
            month=first,
            odds=missed,
            within=numbers.within(horizon),
        )
    last = numbers.month_of_payback(bottom.payback_p90, horizon)
    return worded("in 8 of 10 cases {range}", range=worded("{first} to {last}", first=first, last=last))


def _options(found: Options, turned: bool, scissors: _Scissors) -> list[Row]:
    """Every option; the one the page speaks for stands out."""
    spoken_for = best_on_average(found) if turned else found.options[1]
    return [
        Row(
            (
                scissors.text(worded(option.name)),
                numbers.money(option.likely_cost),
                numbers.money(option.mean),
                numbers.money_range(option.quantile(0.1), option.quantile(0.9)),
                numbers.chance(option.best),
            ),
            option is spoken_for,
        )
        for option in scissors.few(list(found.options), scissors.room.options, "options")
    ]


def _assumptions(forecast: Forecast, scissors: _Scissors) -> list[Row]:
    """The assumptions that move the net benefit most: range, source, grade, and what either end makes of it."""
    rows = []
    for driver in forecast.tornado()[: scissors.room.assumptions]:
        assumption, figure = forecast.case.assumptions[driver.name], forecast[driver.name]
        source = assumption.source or worded("no source")
        who = f"{source}{numbers.SPACE}· {assumption.owner}" if assumption.owner else source
        rows.append(
            Row(
                (
                    scissors.text(worded(driver.title)),
                    written(figure),
                    _between(written(figure, driver.low), written(figure, driver.high)),
                    numbers.money_range(min(driver.at_low, driver.at_high), max(driver.at_low, driver.at_high)),
                    scissors.source(who),
                    worded(GRADES.get(assumption.grade, assumption.grade)),
                )
            )
        )
    return rows


def _between(first: str, last: str) -> str:
    """Both ends of a range; a unit that both have is written once."""
    amount, space, unit = first.rpartition(numbers.SPACE)
    shared = space and last.endswith(f"{space}{unit}")
    return f"{amount if shared else first}{numbers.SPACE}–{numbers.SPACE}{last}"


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
    return worded("No reviewer is named yet. These answer for the figures: {names}.", names=", ".join(named))


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
