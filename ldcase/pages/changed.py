"""The panel “what changed”: from an earlier version of the case to the present one, in money; and what was recorded."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case import Case
from ldcase.charts.axes import Axes
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.bridge import bridge as bridge_chart
from ldcase.forecast import Forecast
from ldcase.forecast.bridge import Bridge, BridgeStep, bridge
from ldcase.language import marked, worded, worded_as
from ldcase.pages import snapshots
from ldcase.pages.markup import NOTHING, action, asked, element, figure, joined, row, table
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing
from ldcase.words import dates, numbers
from ldcase.words.answer import exact
from ldcase.words.changed import Then
from ldcase.words.recorded import recorded

MOST_ENTRIES = 50
"""At most so many entries of the log are listed, the newest."""


class Changed(BasePanel):
    """What changed since the case was opened, since its file, since the last change, or since a snapshot."""

    title = marked("What changed")

    def __init__(self) -> None:
        self._axes = Axes()
        self._removing: int | None = None

    def draw(self, at: Standing, part: str) -> Drawn:
        """The comparison; ``part`` is “opened”, “base”, “last”, or “snapshot” with its number behind a dot."""
        before, then = _earlier(at, part)
        drawings: tuple[Drawing, ...] = ()
        if before is None:
            changed = element("p", worded("Nothing was recorded yet."), class_="help")
        else:
            changed, drawings = self._compared(at, before, then)
        html = joined(
            (
                element("h2", worded(self.title)),
                _choices(at, part),
                changed,
                snapshots.listed(at, part, self._removing),
                element("h3", worded("What was recorded")),
                _log(at),
            )
        )
        return Drawn(html, drawings)

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Keep, rename, remove a state, or go back to one."""
        self._removing = None
        log = at.case.log
        match act:
            case "keep":
                log.snapshot(value, WHO)
            case "rename" if name.isdigit():
                log.rename_snapshot(int(name), value, WHO)
            case "ask_remove" if value.isdigit():
                self._removing = int(value)
            case "remove" if value.isdigit():
                log.remove_snapshot(int(value), WHO)
            case "back":
                for each in log.snapshots():
                    if str(each.number) == value:
                        at.case.return_to(each.sequence, who=WHO, why=each.name)

    def _compared(self, at: Standing, before: Case, then: Then) -> tuple[Markup, tuple[Drawing, ...]]:
        now = at.now if at.seen is None else at.viewed.now
        found = bridge(before, now.case)
        if not found.steps and not found.ranges:
            return element("p", worded("Nothing: every figure is what it was."), class_="help"), ()
        if not found.steps:
            return _ranges(found, before, now.case), ()
        drawn = bridge_chart(found, then, now.case.currency, self._axes)
        rows = len(drawn.data["bridge"]["order"])
        chart = element("div", figure(drawn.spec), class_=f"bridge rows-{min(max(rows, 3), 8)}")
        return joined((chart, _table(found, then, now), _ranges(found, before, now.case))), (drawn,)


def _earlier(at: Standing, part: str) -> tuple[Case | None, Then]:
    """The earlier version that is compared with, and how it is called; None where there is none."""
    kind, _, number = part.partition(".")
    if kind == "base":
        return at.viewed.base.case, Then(worded("In the file"), worded("in the file"))
    if kind == "last":
        newest = at.case.log.version
        then = Then(worded("Before the last change"), worded("before the last change"))
        return (at.case.earlier(newest - 1) if newest else None), then
    if kind == "snapshot":
        kept = next((each for each in at.case.log.snapshots() if str(each.number) == number), None)
        if kept is not None:
            return at.case.earlier(kept.sequence), Then(f"“{kept.name}”", worded("in “{name}”", name=kept.name))
    return at.viewed.opened.case, Then(worded("At {time}", time=at.since), worded("at {time}", time=at.since))


def _choices(at: Standing, part: str) -> Markup:
    given = {
        "opened": worded("since {time}", time=at.since),
        "last": worded("since the last change"),
        "base": worded("against the file"),
    }
    given |= {f"snapshot.{each.number}": worded("since “{name}”", name=each.name) for each in at.case.log.snapshots()}
    chosen = part if part in given else "opened"
    buttons = (
        action(text, "changed", name, class_="button main" if name == chosen else "button")
        for name, text in given.items()
    )
    return element("p", *buttons, class_="row")


def _table(found: Bridge, then: Then, now: Forecast) -> Markup:
    rows = joined(
        (
            row((then.label, "", "", numbers.money(found.before, 3)), numeric=(1, 2, 3)),
            *(row(_step(step, now), numeric=(1, 2, 3)) for step in found.steps),
            element(
                "tr",
                element("td", asked(worded("Net benefit, likely"), "net_benefit")),
                element("td"),
                element("td"),
                element("td", numbers.money(found.after, 3), class_="number"),
                class_="total",
            ),
        )
    )
    heads = worded("net benefit"), worded("from"), worded("to"), now.case.currency
    shares = worded(
        "Each change stands with what it moves on average over every order of making the changes, so the sum is exact "
        "and no order is preferred."
    )
    return joined(
        (
            table(heads, rows, caption=worded("From then to now"), numeric=(1, 2, 3)),
            element("p", element("small", shares, class_="soft")) if len(found.steps) > 1 else NOTHING,
        )
    )


def _step(step: BridgeStep, now: Forecast) -> tuple[str | Markup, ...]:
    tone = "gap" if step.money < 0 else "benefit"
    money = element("span", numbers.signed_money(step.money, 3), class_=tone if abs(step.money) >= 0.5 else "")
    title = worded(step.title)
    if step.name not in now.names:
        return title, "", "", money
    form = now[step.name].format
    return asked(title, step.name), exact(step.before, form), exact(step.after, form), money


def _ranges(found: Bridge, before: Case, after: Case) -> Markup:
    """Ranges that became wider or narrower around the same likely value."""
    if not found.ranges:
        return NOTHING
    rows = []
    for name in found.ranges:
        old, new = before.assumptions[name], after.assumptions[name]
        ends = (f"{exact(a.low, a.format)} – {exact(a.high, a.format)}" for a in (old, new))
        rows.append((asked(worded(new.title), name), *ends))
    told = worded("Only the range is another one; that moves the spread, not the likely value:")
    heads = worded("range"), worded("from"), worded("to")
    return joined((element("p", told), table(heads, rows, numeric=(1, 2))))


def _log(at: Standing) -> Markup:
    entries = at.case.log.changes()
    if not entries:
        return element("p", worded("Nothing was recorded yet."))
    rows = []
    for entry in reversed(entries[-MOST_ENTRIES:]):
        said = recorded(entry, at.now.case)
        what = asked(said.what, said.name) if said.name else element("span", said.what)
        kind = element("small", f" {said.kind}", class_="soft") if said.kind else NOTHING
        when = dates.moment(entry.at.astimezone(at.zone))
        who = entry.who or worded_as("who changed it", "somebody")
        rows.append((when, joined((what, kind)), said.before, said.after, who))
    more = len(entries) - len(rows)
    earlier = element("p", element("small", worded("and {count} earlier", count=more), class_="soft"))
    heads = worded("when"), worded("what"), worded("from"), worded("to"), worded("who")
    return joined((table(heads, rows, numeric=(2, 3)), earlier if more else NOTHING))
