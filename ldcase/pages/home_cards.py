"""The cards of the home screen: a case with its bottom line at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from ldcase.language import marked, worded
from ldcase.pages.glance import Glance
from ldcase.pages.markup import NOTHING, element, joined
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO
from ldcase.store.shelf import Latest
from ldcase.words import dates, numbers
from ldcase.words.verdict import Verdict

VERDICTS: dict[Verdict, str] = {
    "pays": marked("Pays back"),
    "likely": marked("Likely pays back"),
    "coin toss": marked("A coin toss"),
    "does not pay": marked("Does not pay back"),
    "not training": marked("Not a training problem"),
    "nothing happens": marked("Nothing happens yet"),
}
GOOD = ("pays", "likely")

_WIDE, _HIGH, _COLUMNS, _DOT = 260.0, 42.0, 25, 4.2


@dataclass(frozen=True, slots=True)
class Card:
    """A case as its card needs it.

    Attributes
    ----------
    glance
        Its figures; None while they are being worked out.
    changed
        The newest entry of its log; None where it was never changed here.
    written
        When its file was written.
    """

    case_id: str
    title: str
    glance: Glance | None
    changed: Latest | None
    written: datetime

    @property
    def latest(self) -> datetime:
        """When it was changed last, here or in its file."""
        return max(self.changed.at, self.written) if self.changed else self.written


def card(of: Card, now: datetime, *, archived: bool) -> Markup:
    """One case."""
    seen = of.glance
    if seen is not None and seen.findings:
        problems = element("ul", *(finding(each) for each in seen.findings), class_="findings")
        return element(
            "li", element("b", of.title, dir="auto"), problems, _foot(of, now, archived, whole=False),
            class_="case broken",
        )  # fmt: skip
    title = element("b", of.title, dir="auto", title=of.title)
    opens = element("button", title, type="button", class_="open", data_act="case", data_value=of.case_id)
    return element(
        "li",
        element("div", _priority(seen), element("h2", opens), class_="head"),
        _middle(seen),
        _foot(of, now, archived, whole=True),
        class_="case",
    )


def _priority(seen: Glance | None) -> Markup:
    named = seen.priority if seen else ""
    mark = element("span", worded("sample data"), class_="grade") if seen and seen.sample else NOTHING
    return element("p", element("span", named, dir="auto", title=named, class_="priority"), mark, class_="above")


def _middle(seen: Glance | None) -> Markup:
    if seen is None:
        return element("div", element("p", worded("Working it out …"), class_="soft"), class_="glance waits")
    if seen.is_draft:
        done = worded("{done} of {total} answered", done=seen.answers, total=seen.questions)
        bar = element("progress", value=str(seen.answers), max=str(seen.questions), aria_label=done)
        line = element("p", element("b", worded("Being drafted")), " · ", done, class_="at-a-glance")
        return element("div", line, bar, class_="glance draft")
    said = element("b", worded(VERDICTS[seen.verdict]), class_="benefit" if seen.verdict in GOOD else "plain")
    if seen.verdict == "nothing happens":
        return element("div", element("p", said, class_="at-a-glance"), class_="glance")
    odds = worded("in {odds} cases", odds=numbers.odds(seen.chance))
    money = worded(
        "{range} {currency} over {months}",
        range=numbers.money_range(seen.net[0], seen.net[2]),
        currency=seen.currency,
        months=numbers.months(seen.horizon),
    )
    told = worded("Net benefit {range}; it pays back {odds}.", range=money, odds=odds)
    chance = odds if seen.verdict in GOOD else worded("pays back in {odds}", odds=numbers.odds(seen.chance))
    return element(
        "div",
        element("p", said, " · ", element("span", chance), class_="at-a-glance"),
        dots(seen.dots, told),
        element("p", element("strong", money), element("small", worded("net benefit, in 8 of 10 cases")), class_="net"),
        class_="glance",
    )


def dots(values: Sequence[float], told: str) -> Markup:
    """Twenty equally likely outcomes as dots on one line: right of zero it pays back.

    Parameters
    ----------
    told
        What it shows, for those who do not see it.
    """
    low, high = min(*values, 0.0), max(*values, 0.0)
    width = (high - low) or 1.0
    inner = _WIDE - 2 * _DOT - 2

    def across(value: float) -> float:
        return 1 + _DOT + inner * (value - low) / width

    columns = [round((value - low) / width * (_COLUMNS - 1)) for value in values]
    zero = round(-low / width * (_COLUMNS - 1))
    tallest = max(Counter(columns).values())
    pitch = min(2 * _DOT + 0.6, (_HIGH - 2 * _DOT - 2) / max(tallest - 1, 1))
    heights: Counter[int] = Counter()
    drawn = []
    for value, column in zip(values, columns, strict=True):
        # A dot beside zero must not stand on the other side of it.
        shown = column + (1 if value > 0 and column <= zero else -1 if value <= 0 and column >= zero else 0)
        at = min(max(across(low + width * shown / (_COLUMNS - 1)), 1 + _DOT), _WIDE - 1 - _DOT)
        y = _HIGH - 1 - _DOT - pitch * heights[shown]
        heights[shown] += 1
        side = "good" if value > 0 else "bad"
        drawn.append(element("circle", cx=f"{at:.1f}", cy=f"{y:.1f}", r=f"{_DOT:.1f}", class_=side))
    line = element("path", d=f"M0 {_HIGH:.0f}H{_WIDE:.0f}M{across(0.0):.1f} 2V{_HIGH + 4:.0f}", class_="axis")
    end = "end" if across(0.0) > _WIDE - 20 else "start"
    label = element(
        "text", "0", x=f"{across(0.0) + (-4 if end == 'end' else 4):.1f}", y=f"{_HIGH + 12:.0f}", text_anchor=end
    )
    box = f"0 0 {_WIDE:.0f} {_HIGH + 14:.0f}"
    return element("svg", line, label, joined(drawn), viewBox=box, role="img", aria_label=told, class_="dots")


def _foot(of: Card, now: datetime, archived: bool, *, whole: bool) -> Markup:
    acts: list[tuple[str, str]] = []
    if whole and not archived:
        acts.append(("home.duplicate", marked("Duplicate")))
    if whole:
        acts.append(("home.save", marked("Save as a file")))
    acts.append(("home.back", marked("Bring back")) if archived else ("home.archive", marked("Archive")))
    buttons = (
        element(
            "button", worded(label), type="button", class_="act", data_act=act, data_value=of.case_id,
            aria_label=worded("{act}: {title}", act=worded(label), title=of.title),
        )
        for act, label in acts
    )  # fmt: skip
    return element(
        "div", element("small", changed(of, now)), element("span", *buttons, class_="acts"), class_="card-foot"
    )


def changed(of: Card, now: datetime) -> str:
    """When a case was changed last, and by whom where that is known."""
    when = _when(of.latest, now)
    if of.changed is None or of.written > of.changed.at:
        return worded("file of {when}", when=when)
    who = of.changed.who
    if who and who != WHO:
        return worded("changed {when} by {who}", when=when, who=who)
    return worded("changed {when}", when=when)


def _when(moment: datetime, now: datetime) -> str:
    here = moment.astimezone(now.tzinfo)
    if here.date() == now.date():
        return worded("today, {time}", time=dates.time(here))
    if here.date() == (now - timedelta(days=1)).date():
        return worded("yesterday, {time}", time=dates.time(here))
    return dates.short_day(here.date())
