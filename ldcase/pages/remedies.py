"""What has to be done besides training: action, owner, the share of the gap it addresses, what that costs a month."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.pages.markup import NOTHING, action, asked, element, filled, joined, table
from ldcase.words import numbers
from ldcase.words.causes import REMEDIES, Cause, cause_name, causes

HEADS = (
    marked("what has to be done"),
    marked("owner"),
    marked("people are not\u00a0…"),
    marked("share of the gap"),
    marked("costs a month"),
    marked("in 8 of 10 cases"),
)


def remedies(now: Forecast) -> Markup:
    """The other causes as a table, the largest first; a cause that nobody acts on is said to be one."""
    others = sorted((each for each in causes(now)[1:] if each.share[1] > 0), key=lambda each: -each.share[1])
    if not others:
        return NOTHING
    title = worded("What has to be done besides training")
    rows = [_row(each) for each in others]
    alone = [each for each in others if each.open]
    return joined(
        (
            element("h2", title),
            table(
                [worded(head) for head in HEADS],
                rows,
                caption=worded("Each part is a recommendation of its own; no benefit of it is claimed here."),
                numeric=(3, 4, 5),
            ),
            *(_alone(each) for each in alone),
            *(_binding(now, each) for each in others if each.binding),
            element("p", action(worded("Find the cause"), "diagnosis", class_="act button", opens=True)),
        )
    )


def _row(each: Cause) -> tuple[str | Markup, ...]:
    low, likely, high = each.costs
    return (
        each.what
        or element(
            "span",
            worded("nothing yet; what usually helps: {remedy}", remedy=worded(REMEDIES[each.name])),
            class_="soft",
        ),
        each.owner or element("span", worded("nobody yet"), class_="soft"),
        element("b", cause_name(each.name)),
        numbers.percent(each.share[1], 2),
        numbers.money(likely),
        numbers.money_range(low, high),
    )


def _alone(each: Cause) -> Markup:
    share, cause = numbers.percent(each.share[1], 2), cause_name(each.name)
    no_owner = worded(
        "{share} of the gap is “{cause}”, and it has no owner yet. Training does not close it.",
        share=share,
        cause=cause,
    )
    no_action = worded(
        "{share} of the gap is “{cause}”, and it has no action yet. Training does not close it.",
        share=share,
        cause=cause,
    )
    return element(
        "p",
        element("b", worded("To check:"), " "),
        no_owner if each.what else no_action,
        class_="finding warning",
    )


def _binding(now: Forecast, each: Cause) -> Markup:
    chance = now[f"{each.name}_removed"]
    told = worded("As long as it stands, training changes nothing. The chance that it is removed in time: {chance}.")
    return element(
        "p",
        element("b", worded("{cause} binds.", cause=cause_name(each.name).capitalize())),
        " ",
        filled(told, chance=asked(numbers.percent(chance.likely, 2), chance.name)),
    )
