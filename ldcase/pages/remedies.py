"""What has to be done besides training: action, owner, the share of the gap it addresses, what that costs a month."""

from __future__ import annotations

from markupsafe import Markup

from ldcase.forecast import Forecast
from ldcase.pages.markup import NOTHING, action, asked, element, joined, table
from ldcase.words import numbers
from ldcase.words.causes import REMEDIES, Cause, causes

HEADS = (
    "what has to be done",
    "owner",
    f"people are not{numbers.SPACE}…",
    "share of the gap",
    "costs a month",
    "in 8 of 10 cases",
)


def remedies(now: Forecast) -> Markup:
    """The other causes as a table, the largest first; a cause that nobody acts on is said to be one."""
    others = sorted((each for each in causes(now)[1:] if each.share[1] > 0), key=lambda each: -each.share[1])
    if not others:
        return NOTHING
    title = "What has to be done besides training"
    rows = [_row(each) for each in others]
    alone = [each for each in others if each.open]
    return joined(
        (
            element("h2", title),
            table(
                HEADS,
                rows,
                caption="Each part is a recommendation of its own; no benefit of it is claimed here.",
                numeric=(3, 4, 5),
            ),
            *(_alone(each) for each in alone),
            *(_binding(now, each) for each in others if each.binding),
            element("p", action("Find the cause", "diagnosis", class_="act button", opens=True)),
        )
    )


def _row(each: Cause) -> tuple[str | Markup, ...]:
    low, likely, high = each.costs
    return (
        each.what or element("span", f"nothing yet; what usually helps: {REMEDIES[each.name]}", class_="soft"),
        each.owner or element("span", "nobody yet", class_="soft"),
        element("b", each.name),
        numbers.percent(each.share[1], 2),
        numbers.money(likely),
        f"{numbers.money(low)} – {numbers.money(high)}",
    )


def _alone(each: Cause) -> Markup:
    said = "has no action yet" if not each.what else "has no owner yet"
    return element(
        "p",
        element("b", "To check: "),
        f"{numbers.percent(each.share[1], 2)} of the gap is “{each.name}”, and it {said}. Training does not close it.",
        class_="finding warning",
    )


def _binding(now: Forecast, each: Cause) -> Markup:
    chance = now[f"{each.name}_removed"]
    return element(
        "p",
        element("b", f"{each.name.capitalize()} binds. "),
        "As long as it stands, training changes nothing. The chance that it is removed in time: ",
        asked(numbers.percent(chance.likely, 2), chance.name),
        ".",
    )
