"""What somebody's own data say, in sentences. Only groups that may be shown are told of."""

from __future__ import annotations

from ldcase.intake.summary import Summary
from ldcase.language import worded, worded_many
from ldcase.words import dates
from ldcase.words.answer import exact


def headline(found: Summary, form: str) -> str:
    """The finding: where the team stands, and the best groups."""
    level = exact(found.history.baseline.likely, form)
    if found.exemplar is None:
        return worded("All together stand at {level}", level=level)
    best = exact(found.exemplar.level.likely, form)
    if best == exact(found.exemplar.raw, form):
        return worded("All together stand at {level}, the best groups at {best}", level=level, best=best)
    return worded("All together stand at {level}, the best groups at {best}, luck taken off", level=level, best=best)


def subtitle(found: Summary, axis: str) -> str:
    """What is measured, and what points, line and band are."""
    rolling, control = found.series.rolling, found.history.control is not None
    if rolling and control:
        return worded(
            "{axis}; line: the last twelve months, points: each month, band: where chance puts a month", axis=axis
        )
    if rolling:
        return worded("{axis}; line: the last twelve months, points: each month", axis=axis)
    if control:
        return worded("{axis}; each month, band: where chance puts a month", axis=axis)
    return worded("{axis}; each month", axis=axis)


def baseline(found: Summary, form: str) -> str:
    """Where the team stands, over which months, and how sure that is."""
    level = found.history.baseline
    return worded_many(
        "Over one month the figure is {likely}; in 8 of 10 cases what lies behind it is between {low} and {high}.",
        "Over the last {n}\u00a0months the figure is {likely}; in 8 of 10 cases what lies behind it is between {low} "
        "and {high}.",
        level.months,
        n=level.months,
        likely=exact(level.likely, form),
        low=exact(level.low, form),
        high=exact(level.high, form),
    )


def trend(found: Summary, form: str) -> str:
    """Whether it moves by itself."""
    line = found.history.trend
    if line is None:
        return worded("There are too few months to tell a trend.")
    change = exact(abs(line.likely), "points" if form == "percent" else form)
    if not line.beyond_chance:
        return worded("There is no trend beyond chance.")
    if line.likely > 0:
        return worded(
            "It has been rising by about {change} a year without any training; what comes of that anyway must not be "
            "counted as an effect.",
            change=change,
        )
    return worded(
        "It has been falling by about {change} a year without any training; what comes of that anyway must not be "
        "counted as an effect.",
        change=change,
    )


def season(found: Summary, form: str) -> str:
    """Whether it has seasons."""
    months = found.history.season
    if months is None:
        if len(found.series.months) >= 24:
            return worded("No season stands out.")
        return worded("Two years of months are needed to tell a season.")
    form = "points" if form == "percent" else form
    return worded(
        "{highest} is usually the highest ({above} above the line), {lowest} the lowest ({below} below).",
        highest=dates.month_of_year(months.highest),
        above=exact(months.above, form),
        lowest=dates.month_of_year(months.lowest),
        below=exact(-months.below, form),
    )


def steady(found: Summary, form: str) -> str:
    """Whether the last months are unusual."""
    control = found.history.control
    if control is None:
        return worded("Six months are needed to tell an unusual month from a usual one.")
    low, high = exact(control.lower, form), exact(control.upper, form)
    if control.run >= 8:
        return worded(
            "The last {n} months lie on one side of the middle: something changed. Find out what before taking the "
            "mean as the baseline.",
            n=control.run,
        )
    if control.unusual:
        return worded(
            "One of the last three months lies outside of what chance explains (between {low} and {high}). Find out "
            "why first.",
            low=low,
            high=high,
        )
    usual = worded("The last months are usual: by chance a month falls between {low} and {high}.", low=low, high=high)
    outside = len(control.outside)
    if not outside:
        return usual
    more = worded_many("{n} earlier month lies outside.", "{n} earlier months lie outside.", outside, n=outside)
    return f"{usual} {more}"


def best(found: Summary, form: str) -> str:
    """Who does it best, and how much of the difference is luck."""
    if not found.parted:
        return worded("The file has no groups, so it does not say who does it best.")
    if found.exemplar is None:
        if not found.people_known and not found.about.large_enough:
            return worded(
                "The file does not say how many people stand behind each group, so the groups are hidden. Choose the "
                "column with the headcount, or confirm that each has {least} people or more.",
                least=found.about.smallest,
            )
        return worded(
            "Fewer than two groups are large enough to be compared, so the file does not say who does it best."
        )
    level, raw = exact(found.exemplar.level.likely, form), exact(found.exemplar.raw, form)
    if found.exemplar.real_share == 0:
        return worded(
            "The groups differ by no more than chance would make them: the file shows no gap to the best, and the case "
            "keeps its own figure for them."
        )
    if raw == level:
        return worded("The best groups stand at {level}.", level=level)
    return worded(
        "The best groups stand at {raw}. Part of that is luck, for the best of many are also the luckiest; without it "
        "{level} is to be expected, and that is what the case takes.",
        raw=raw,
        level=level,
    )


def hidden(found: Summary) -> str:
    """Which groups are not shown, and why."""
    small, beside = len(found.shown.small), len(found.shown.beside)
    if not found.parted or not (small or beside):
        return ""
    if not found.people_known and not found.about.large_enough:
        return ""
    first = worded_many(
        "{n} group is hidden: fewer than {least} people.",
        "{n} groups are hidden: fewer than {least} people.",
        small,
        n=small,
        least=found.about.smallest,
    )
    if not beside:
        return first
    more = worded_many(
        "{n} more is hidden so that the small ones cannot be worked out.",
        "{n} more are hidden so that the small ones cannot be worked out.",
        beside,
        n=beside,
    )
    return f"{first} {more}"
