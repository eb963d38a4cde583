"""The panel “what changed”: from an earlier version of the case to the present one, in money; and what was recorded."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.case import Case
from ldcase.forecast import Forecast
from ldcase.forecast.bridge import Bridge, BridgeStep, bridge
from ldcase.pages.markup import NOTHING, action, asked, element, joined, row, table
from ldcase.pages.panel import Standing
from ldcase.words import numbers
from ldcase.words.answer import exact
from ldcase.words.recorded import recorded

MOST_ENTRIES = 50
"""At most so many entries of the log are listed, the newest."""


def panel(at: Standing, part: str) -> Markup:
    """What changed since the case was opened (``part`` “opened”) or against its file (“base”)."""
    against_file = part == "base"
    before = at.base if against_file else at.opened
    choice = (
        ("opened", f"since {at.since}"),
        ("base", "against the file"),
    )
    return joined(
        (
            element("h2", "What changed"),
            element(
                "p", *(_choice(name, text, (name == "base") == against_file) for name, text in choice), class_="row"
            ),
            _bridge(before, at.now, "In the file" if against_file else f"At {at.since}"),
            element("h3", "What was recorded"),
            _log(at),
        )
    )


def _choice(name: str, text: str, chosen: bool) -> Markup:
    return action(text, "changed", name, class_="button main" if chosen else "button")


def _bridge(before: Forecast, now: Forecast, label: str) -> Markup:
    found = bridge(before.case, now.case)
    if not found.steps and not found.ranges:
        return element("p", "Nothing: every figure is what it was.", class_="help")
    moved = found.after - found.before
    told = (
        f"Likely net benefit went from {numbers.money(found.before, 3)} to {numbers.money(found.after, 3)} "
        f"{now.case.currency}: {numbers.signed_money(moved, 3)}."
    )
    likely = asked("Net benefit, likely", "net_benefit")
    rows = joined(
        (
            row((label, "", "", numbers.money(found.before, 3)), numeric=(1, 2, 3)),
            *(row(_step(step, now), numeric=(1, 2, 3)) for step in found.steps),
            element(
                "tr",
                element("td", likely),
                element("td"),
                element("td"),
                element("td", numbers.money(found.after, 3), class_="number"),
                class_="total",
            ),
        )
    )
    heads = ("net benefit", "from", "to", now.case.currency)
    shares = (
        "Each change stands with what it moves on average over every order of making the changes, so the sum is exact "
        "and no order is preferred."
        if len(found.steps) > 1
        else ""
    )
    return joined(
        (
            element("p", told, class_="help"),
            table(heads, rows, caption="From then to now", numeric=(1, 2, 3)) if found.steps else NOTHING,
            element("p", element("small", shares, class_="soft")) if shares else NOTHING,
            _ranges(found, before.case, now.case),
        )
    )


def _step(step: BridgeStep, now: Forecast) -> tuple[str | Markup, ...]:
    tone = "gap" if step.money < 0 else "benefit"
    money = element("span", numbers.signed_money(step.money, 3), class_=tone if abs(step.money) >= 0.5 else "")
    if step.name not in now.names:
        return step.title, "", "", money
    form = now[step.name].format
    return asked(step.title, step.name), exact(step.before, form), exact(step.after, form), money


def _ranges(found: Bridge, before: Case, after: Case) -> Markup:
    """Ranges that became wider or narrower around the same likely value."""
    if not found.ranges:
        return NOTHING
    items = []
    for name in found.ranges:
        old, new = before.assumptions[name], after.assumptions[name]
        ends = [f"{exact(a.low, a.format)} – {exact(a.high, a.format)}" for a in (old, new)]
        items.append(element("li", asked(new.title, name), f": from {ends[0]} to {ends[1]}"))
    told = "Only the range is another one; that moves the spread, not the likely value:"
    return joined((element("p", told), element("ul", *items)))


def _log(at: Standing) -> Markup:
    entries = at.case.log.changes()
    if not entries:
        return element("p", "Nothing was recorded yet.")
    rows = []
    for entry in reversed(entries[-MOST_ENTRIES:]):
        said = recorded(entry, at.now.case)
        what = asked(said.what, said.name) if said.name else element("span", said.what)
        kind = element("small", f" {said.kind}", class_="soft") if said.kind else NOTHING
        when = entry.at.astimezone(at.zone)
        rows.append(
            (f"{when.day} {when:%b %H:%M}", joined((what, kind)), said.before, said.after, entry.who or "somebody")
        )
    more = len(entries) - len(rows)
    earlier = element("p", element("small", f"and {more} earlier", class_="soft")) if more else NOTHING
    return joined((table(("when", "what", "from", "to", "who"), rows, numeric=(2, 3)), earlier))
