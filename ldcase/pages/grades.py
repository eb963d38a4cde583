"""The panel of what the headline rests on: what stands without each grade of evidence, and the switch for it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ldcase.charts.axes import Axes
from ldcase.charts.drawings.grades import grades as draw_grades
from ldcase.forecast import Forecast
from ldcase.forecast.grades import Grades, cautious_ends, grades, spread_shares
from ldcase.language import marked, worded, worded_many
from ldcase.pages.caution import beside, switch
from ldcase.pages.markup import asked, element, figure, joined, table
from ldcase.pages.panel import BasePanel, Drawn, Standing
from ldcase.pages.way_choice import recorded
from ldcase.words import numbers
from ldcase.words.answer import written
from ldcase.words.grades import spread

_SHOWN = 8


class GradesPanel(BasePanel):
    """How much of the headline is measured here, piloted, published, opinion."""

    title = marked("What the headline rests on")

    def __init__(self) -> None:
        self._axes = Axes()

    def draw(self, at: Standing, part: str) -> Drawn:
        """The headline grade by grade, the switch, where the doubt comes from, and the weakest figures."""
        now = recorded(at)
        found, shares = grades(now), spread_shares(now)
        drawing = draw_grades(found, now.case.currency, self._axes)
        html = joined(
            (
                element("h2", worded(self.title)),
                element(
                    "p",
                    worded(
                        "A hard test and not a forecast: every range of a grade at its cautious end at once, which is "
                        "far less likely than any one of them. What stands even then needs no belief."
                    ),
                    class_="help",
                ),
                beside(at.cautious),
                figure("grades"),
                element("p", switch(at.cautious, found), class_="row"),
                element("h3", worded("Where the doubt comes from")),
                element("p", str(spread(shares))),
                _tiers(found, shares, now),
                *_weakest(found, now),
            )
        )
        return Drawn(html, (drawing,))


def _tiers(found: Grades, shares: Mapping[str, float], now: Forecast) -> Markup:
    rows = [
        (
            element("span", worded(tier.grade), class_="grade", data_grade=tier.grade),
            f"{tier.count}",
            f"{tier.ranges}",
            numbers.money(tier.rests),
            numbers.percent(round(max(0.0, shares[tier.grade]), 2), 2) if tier.grade in shares else "–",
        )
        for tier in found.tiers
    ]
    heads = (
        "",
        worded("figures"),
        worded("of them ranges"),
        worded("of the headline, {currency}", currency=now.case.currency),
        worded("of the doubt"),
    )
    fixed = sum(tier.count - tier.ranges for tier in found.tiers)
    told = worded_many(
        "{n} figure is fixed or moves nothing: it has no cautious end, however it is graded.",
        "{n} figures are fixed or move nothing: they have no cautious end, however they are graded.",
        fixed,
        n=fixed,
    )
    return joined((table(heads, rows, numeric=(1, 2, 3, 4)), element("p", told, class_="soft") if fixed else ""))


def _weakest(found: Grades, now: Forecast) -> tuple[Markup, ...]:
    """The ranges of the weakest grade that move most, with their cautious ends."""
    weakest = found.weakest
    if weakest is None:
        return ()
    ends, case = cautious_ends(now), now.case
    drivers = [driver for driver in now.tornado() if case.assumptions[driver.name].grade == weakest.grade]
    rows = [
        (
            asked(worded(driver.title), driver.name),
            written(now[driver.name]),
            written(now[driver.name], ends[driver.name]),
            numbers.signed_money(min(driver.at_low, driver.at_high) - driver.likely),
        )
        for driver in drivers[:_SHOWN]
        if driver.name in ends
    ]
    heads = ("", worded("likely"), worded("cautious end"), worded("alone, {currency}", currency=case.currency))
    return (
        element("h3", worded("What to replace first: {grade}", grade=worded(weakest.grade))),
        table(heads, rows, numeric=(1, 2, 3)),
    )
