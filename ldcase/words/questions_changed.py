"""What changed since last time: since a state that was kept under a name, against the file, or since it was opened."""

from __future__ import annotations

from ldcase.case import Case
from ldcase.forecast import Forecast
from ldcase.forecast.bridge import Bridge, bridge
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.answer import exact
from ldcase.words.question import Asked, Cell, Listed, Reply, money
from ldcase.words.sentence import Number, Sentence, Tone, worded_sentence

MOST_STEPS = 6
"""At most so many changes are listed, those that move the net benefit most."""


def changed(asked: Asked) -> Reply:
    """The bridge since the last snapshot, with the digits of the panel, so that the parts add up as they are read.

    Without a snapshot against the file; where nothing differs from the file, since the case was opened.
    """
    now = asked.now
    found, told, part = _since(asked)
    moved = found.after - found.before
    tone: Tone = "gap" if moved <= -0.5 else "benefit" if moved >= 0.5 else "plain"
    more: tuple[Sentence, ...] = ()
    if found.ranges:
        names = ", ".join(worded(now[name].title) for name in found.ranges[:3])
        more = (worded_sentence("Only the range is another one: {names}.", names=names),)
    return Reply(
        Number("net_benefit", numbers.signed_money(moved, 3), tone),
        (told, *more),
        worded("net benefit, likely"),
        listed=_listed(found, now),
        opens=(("changed", worded("the whole bridge and the record")),),
        part=part,
    )


def _since(asked: Asked) -> tuple[Bridge, Sentence, str]:
    """The bridge, the sentence that says since when, and the part of the panel that shows the whole of it."""
    kept = asked.kept
    if kept is not None:
        found = _from(kept.case, asked)
        told = {"name": kept.name, "when": kept.when, **_amounts(asked, found)}
        if not _differs(found):
            said = worded_sentence(
                "Nothing since “{name}”, kept on {when}: every figure is what it was then. Likely net benefit {after} "
                "{currency}.",
                **told,
            )
        else:
            said = worded_sentence(
                "Since “{name}”, kept on {when}, the likely net benefit went from {before} to {after} {currency}.",
                **told,
            )
        return found, said, kept.part
    found = _from(asked.base.case, asked)
    if _differs(found):
        said = worded_sentence(
            "Against the file the likely net benefit went from {before} to {after} {currency}.",
            **_amounts(asked, found),
        )
        return found, said, "base"
    since_opened = _from(asked.opened.case, asked)
    if _differs(since_opened):
        said = worded_sentence(
            "Since {since} the likely net benefit went from {before} to {after} {currency}.",
            since=asked.since,
            **_amounts(asked, since_opened),
        )
        return since_opened, said, "opened"
    said = worded_sentence(
        "Nothing: every figure is what the file says. Likely net benefit {net} {currency}.",
        net=money(asked.now, "net_benefit"),
        currency=asked.now.case.currency,
    )
    return found, said, "base"


def _from(before: Case, asked: Asked) -> Bridge:
    return bridge(before, asked.now.case)


def _differs(found: Bridge) -> bool:
    return bool(found.steps or found.ranges)


def _amounts(asked: Asked, found: Bridge) -> dict[str, Cell]:
    return {
        "before": numbers.money(found.before, 3),
        "after": Number("net_benefit", numbers.money(found.after, 3)),
        "currency": asked.now.case.currency,
    }


def _listed(found: Bridge, now: Forecast) -> Listed | None:
    rows: list[tuple[Cell, ...]] = []
    for step in found.steps[:MOST_STEPS]:
        if step.name in now.names:
            form = now[step.name].format
            cells = Number(step.name, worded(step.title)), exact(step.before, form), exact(step.after, form)
            rows.append((*cells, numbers.signed_money(step.money, 3)))
        else:
            rows.append((worded(step.title), "", "", numbers.signed_money(step.money, 3)))
    heads = (worded("what changed"), worded("from"), worded("to"), now.case.currency)
    return Listed(heads, tuple(rows), (1, 2, 3)) if rows else None
