"""The snapshots of a case in the panel “what changed”: keep the present state, compare, go back, rename, remove."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.language import worded, worded_as
from ldcase.pages.markup import NOTHING, action, element, field, joined, table
from ldcase.pages.panel import Standing
from ldcase.store import Snapshot
from ldcase.words import dates


def listed(at: Standing, part: str, removing: int | None) -> Markup:
    """All snapshots, the newest first, and the box that keeps the present state under a name.

    Parameters
    ----------
    part
        What the panel compares with.
    removing
        The number of the snapshot that is about to be removed, which has to be said twice.
    """
    kept = at.case.log.snapshots()
    newest = kept[-1].number if kept else 0
    box = field(worded("Keep this state as"), "changed.keep", "name", "", placeholder=worded("a name, then Enter"))
    heads = worded("name"), worded("kept"), worded_as("kept by", "by"), ""
    rows = [_row(at, each, part, each.number == removing) for each in reversed(kept)]
    told = worded("A snapshot is a state of the case with a name. You may compare with it, and go back to it.")
    return joined(
        (
            element("h3", worded("Snapshots")),
            NOTHING if kept else element("p", told),
            element("div", table(heads, rows), class_="snapshots") if kept else NOTHING,
            element("div", box, class_="row keep", id_=f"ldcase-keep-{newest}-{len(kept)}"),
        )
    )


def _row(at: Standing, each: Snapshot, part: str, removing: bool) -> tuple[str | Markup, ...]:
    name = element(
        "input",
        type="text",
        value=each.name,
        name=str(each.number),
        data_act="changed.rename",
        aria_label=worded("Name of the snapshot “{name}”", name=each.name),
        id_=f"ldcase-snapshot-{each.number}",
    )
    number = str(each.number)
    buttons: tuple[Markup, ...]
    if removing:
        buttons = (
            action(worded("Remove it for good"), "changed.remove", number, class_="button main"),
            action(worded("Keep it"), "changed.leave", number, class_="button"),
        )
    else:
        compared = part == f"snapshot.{number}"
        here = each.sequence == at.case.log.version
        link, hint = f"snapshot={number}", worded("Copy a link that shows these figures")
        buttons = (
            action(worded("compare"), "changed", f"snapshot.{number}", class_="button", disabled=compared),
            action(worded("go back to it"), "changed.back", number, class_="button", disabled=here),
            element("button", worded("link"), type="button", class_="button", data_link=link, title=hint),
            action(worded("remove"), "changed.ask_remove", number, class_="button"),
        )
    when = dates.moment(each.at.astimezone(at.zone))
    return name, when, each.who, element("div", *buttons, class_="row")
